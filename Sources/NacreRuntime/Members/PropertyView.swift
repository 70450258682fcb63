/// One property of an object, as Format-*, Select-Object, ConvertTo-* and Get-Member see it.
public struct PropertyView {
    /// The spelling shown.
    public let name: Str
    public let kind: MemberKind
    public let isHidden: Bool
    public let get: (Machine) throws -> Value
    /// The member it comes from; nil for a plain property of a PSCustomObject.
    public let member: PSMember?
    public init(name: Str, kind: MemberKind, isHidden: Bool = false, member: PSMember? = nil, get: @escaping (Machine) throws -> Value) {
        self.name = name
        self.kind = kind
        self.isHidden = isHidden
        self.member = member
        self.get = get
    }
}

extension Machine {
    /// The properties of an object in PowerShell's order: those added to it, those of the type data, those of its type.
    public func properties(of v: Value) -> [PropertyView] {
        var out: [PropertyView] = []
        var seen: Set<Name> = []
        func add(_ m: PSMember, of target: Value) {
            guard m.isProperty, m.kind != .parameterizedProperty, m.kind != .propertySet, seen.insert(Name(m.name)).inserted else { return }
            out.append(PropertyView(name: m.name, kind: m.kind, isHidden: m.isHidden, member: m) { try $0.read(m, of: target) })
        }
        let base = v.unwrapped
        if let c = base.obj as? Custom {
            for (i, name) in c.shape.names.enumerated() {
                seen.insert(name)
                out.append(PropertyView(name: c.shape.spellings[i], kind: .noteProperty) { _ in c.get(name) ?? .null })
            }
        }
        if let e = v.obj?.extended { for (_, m) in e.members { add(m, of: v) } }
        if let o = base.obj, o !== v.obj, let e = o.extended { for (_, m) in e.members { add(m, of: v) } }
        // Those of the type data come last, but hide the type's own of the same name.
        let data = session.typeData.members(of: v)
        let hidden = Set(data.map { Name($0.name) })
        for m in nativeMembers(base.type) where hidden.isEmpty || !hidden.contains(Name(m.name)) { add(m, of: v) }
        for m in data { add(m, of: v) }
        return out
    }

    /// The instance members of a type, its own before those of its bases.
    public func nativeMembers(_ type: TypeRef) -> [PSMember] {
        var out: [PSMember] = [], seen: Set<Name> = []
        var t: TypeRef? = type
        while let c = t {
            for (m, isStatic) in c.members.order where !isStatic && seen.insert(Name(m.name)).inserted { out.append(m) }
            t = c.baseType
        }
        return out
    }
    /// The static members of a type and its bases.
    public func staticMembers(_ type: TypeRef) -> [PSMember] {
        var out: [PSMember] = [], seen: Set<Name> = []
        var t: TypeRef? = type
        while let c = t {
            for (m, isStatic) in c.members.order where isStatic && seen.insert(Name(m.name)).inserted { out.append(m) }
            t = c.baseType
        }
        return out
    }

    /// All members of an object, methods too, for Get-Member and completion; plain properties of a PSCustomObject as note members.
    public func members(of v: Value) -> [PSMember] {
        var out: [PSMember] = [], seen: Set<Name> = []
        func add(_ m: PSMember) { if seen.insert(Name(m.name)).inserted { out.append(m) } }
        let base = v.unwrapped
        if let c = base.obj as? Custom { for (i, s) in c.shape.spellings.enumerated() { add(NoteMember(s, c.values[i])) } }
        if let e = v.obj?.extended { for (_, m) in e.members { add(m) } }
        if let o = base.obj, o !== v.obj, let e = o.extended { for (_, m) in e.members { add(m) } }
        for m in session.typeData.members(of: v) { add(m) }
        for m in nativeMembers(base.type) { add(m) }
        return out
    }
    /// The names of all members.
    public func memberNames(of v: Value) -> [String] { members(of: v).map(\.name.string) }

    /// `PSTypeNames`: what the object passes for, most specific first.
    public func typeNames(of v: Value) -> [String] {
        if let names = v.obj?.extended?.typeNames { return names.map(\.string) }
        let base = v.unwrapped
        if let names = base.obj?.extended?.typeNames { return names.map(\.string) }
        var out: [String] = []
        if let c = base.obj as? Custom { out = c.typeNames.map(\.string) }
        var t: TypeRef? = base.isNull ? nil : base.type
        while let c = t { out.append(c.qualifiedName); t = c.baseType }
        return out
    }
}
