/// A member as an object: what `.psobject.Properties` holds and `[psnoteproperty]::new()` makes.
public final class MemberInfo: Native {
    public let member: PSMember
    /// The object it belongs to; nil for one that was made and not added yet.
    public let owner: Value?
    public init(_ member: PSMember, owner: Value?) {
        self.member = member
        self.owner = owner
        super.init(MemberInfo.type(of: member.kind))
    }
    public override func text(_ culture: Culture) -> String? { member.definition }
    public override func isEqual(to other: Obj) -> Bool { (other as? MemberInfo)?.member === member }

    func value(_ m: Machine) throws -> Value {
        if let owner {
            // A plain property of a PSCustomObject is read where it lies.
            if member.kind == .noteProperty, let c = owner.unwrapped.obj as? Custom, let v = c.get(Name(member.name)) { return v }
            return try m.read(member, of: owner)
        }
        switch member {
        case let n as NoteMember: return n.value
        case let p as ScriptPropertyMember: return p.getter.map { .object($0) } ?? .null
        case let s as ScriptMethodMember: return .object(s.script)
        default: return .null
        }
    }
    func setValue(_ v: Value, _ m: Machine) throws {
        guard let owner else { (member as? NoteMember)?.value = v; return }
        if member.kind == .noteProperty, let c = owner.unwrapped.obj as? Custom, c.set(Name(member.name), v) { return }
        try m.write(member, of: owner, v)
    }

    public static let base: TypeRef = {
        let t = TypeRef("PSMemberInfo", namespace: "System.Management.Automation", base: .object)
        t.loader = baseMembers
        return t
    }()
    private static func make(_ name: String) -> TypeRef { TypeRef(name, namespace: "System.Management.Automation", base: base) }
    public static let property = make("PSProperty"), noteProperty = make("PSNoteProperty"), scriptProperty = make("PSScriptProperty")
    public static let aliasProperty = make("PSAliasProperty"), codeProperty = make("PSCodeProperty"), method = MethodObject.methodType
    public static let scriptMethod = make("PSScriptMethod"), propertySet = make("PSPropertySet"), parameterized = make("PSParameterizedProperty")

    private static func type(of kind: MemberKind) -> TypeRef {
        switch kind {
        case .property: property
        case .noteProperty: noteProperty
        case .scriptProperty: scriptProperty
        case .aliasProperty: aliasProperty
        case .codeProperty: codeProperty
        case .scriptMethod: scriptMethod
        case .propertySet, .memberSet: propertySet
        case .parameterizedProperty: parameterized
        case .method, .codeMethod: method
        }
    }

    /// The name of a kind as `MemberType` shows it.
    public static func kindName(_ k: MemberKind) -> String {
        switch k {
        case .property: "Property"
        case .method: "Method"
        case .noteProperty: "NoteProperty"
        case .scriptProperty: "ScriptProperty"
        case .aliasProperty: "AliasProperty"
        case .scriptMethod: "ScriptMethod"
        case .codeProperty: "CodeProperty"
        case .parameterizedProperty: "ParameterizedProperty"
        case .propertySet: "PropertySet"
        case .memberSet: "MemberSet"
        case .codeMethod: "CodeMethod"
        }
    }
    /// `PSMemberTypes`
    public static let memberTypes: TypeRef = {
        let t = TypeRef("PSMemberTypes", namespace: "System.Management.Automation", code: .enumeration, base: .enumBase, isValueType: true)
        t.labels = EnumLabels([("AliasProperty", 1), ("CodeProperty", 2), ("Property", 4), ("NoteProperty", 8), ("ScriptProperty", 16), ("PropertySet", 32), ("Method", 64),
                               ("CodeMethod", 128), ("ScriptMethod", 256), ("Methods", 448), ("ParameterizedProperty", 512), ("MemberSet", 1024), ("Event", 2048), ("Dynamic", 4096),
                               ("InferredProperty", 8192), ("Properties", 8223), ("All", 16383)], flags: true)
        return t
    }()
    public static func kindValue(_ k: MemberKind) -> Value {
        let name = kindName(k)
        let at = memberTypes.labels?.names.firstIndex(of: name) ?? 0
        return .object(EnumValue(memberTypes, memberTypes.labels?.values[at] ?? 0))
    }

    private static func baseMembers(_ t: TypeMembers) {
        func property(_ name: String, _ type: String, _ get: @escaping (Machine, MemberInfo) throws -> Value, set: ((Machine, MemberInfo, Value) throws -> Void)? = nil) {
            t.add(PropertyMember(name, type: type, get: { m, me in try (me.obj as? MemberInfo).map { try get(m, $0) } ?? .null },
                                 set: set.map { set in { m, me, v in if let i = me.obj as? MemberInfo { try set(m, i, v) } } }))
        }
        property("MemberType", "System.Management.Automation.PSMemberTypes") { _, i in kindValue(i.member.kind) }
        property("IsSettable", "bool") { _, i in .bool(i.isSettable) }
        property("IsGettable", "bool") { _, i in .bool(i.isGettable) }
        property("Value", "System.Object", { m, i in try i.value(m) }, set: { m, i, v in try i.setValue(v, m) })
        property("TypeNameOfValue", "string") { m, i in Value(i.typeNameOfValue(m)) }
        property("Name", "string") { _, i in .object(i.member.name) }
        property("IsInstance", "bool") { _, i in .bool(i.owner.map { $0.obj?.extended?.get(Name(i.member.name)) != nil || $0.unwrapped.obj?.kind == .custom } ?? false) }
        property("ReferencedMemberName", "string") { _, i in (i.member as? AliasMember).map { Value($0.target.text) } ?? .null }
        property("GetterScript", "scriptblock") { _, i in ((i.member as? ScriptPropertyMember)?.getter).map { .object($0) } ?? .null }
        property("SetterScript", "scriptblock") { _, i in ((i.member as? ScriptPropertyMember)?.setter).map { .object($0) } ?? .null }
        property("Script", "scriptblock") { _, i in (i.member as? ScriptMethodMember).map { .object($0.script) } ?? .null }
    }
    private var isSettable: Bool {
        switch member {
        case let p as PropertyMember: p.set != nil
        case let p as ScriptPropertyMember: p.setter != nil
        case let p as CodePropertyMember: p.set != nil
        default: member.kind == .noteProperty || member.kind == .aliasProperty
        }
    }
    private var isGettable: Bool { (member as? ScriptPropertyMember).map { $0.getter != nil } ?? true }
    private func typeNameOfValue(_ m: Machine) -> String {
        if let p = member as? PropertyMember { return (p.valueType ?? m.session.types.find(p.typeName))?.qualifiedName ?? p.typeName }
        guard member.kind == .noteProperty, let v = try? value(m) else { return "System.Object" }
        return v.isNull ? "System.Object" : v.type.qualifiedName
    }
}

/// `.psobject.Properties`, `.Methods` and `.Members`: found by name or one by one.
public final class MemberCollection: Native {
    enum Which { case all, properties, methods }
    let target: Value
    let which: Which
    init(_ target: Value, _ which: Which) {
        self.target = target
        self.which = which
        super.init(MemberCollection.collectionType)
    }
    private func members(_ m: Machine) -> [PSMember] {
        m.members(of: target).filter { which == .all || (which == .properties) == ($0.isProperty && $0.kind != .propertySet) }
    }
    private func info(_ member: PSMember) -> Native { member.isProperty ? MemberInfo(member, owner: target) : MethodObject(member, target: target) }
    func infos(_ m: Machine) -> [Native] { members(m).map(info) }
    func find(_ name: Name, _ m: Machine) -> Native? { members(m).first { Name($0.name) == name }.map(info) }
    func find(_ pattern: WildcardPattern, _ m: Machine) -> [Native] { members(m).filter { pattern.matches($0.name.string) }.map(info) }

    private weak var machine: Machine?
    func attached(_ m: Machine) -> MemberCollection { machine = m; return self }
    public override var isEnumerable: Bool { true }
    public override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        guard let machine else { return true }
        for i in infos(machine) { try body(.object(i)) }
        return true
    }

    static let collectionType: TypeRef = {
        let t = TypeRef("PSMemberInfoIntegratingCollection`1", namespace: "System.Management.Automation", base: .object, arguments: [MemberInfo.base])
        t.interfaces = [.enumerable]
        t.loader = collectionMembers
        return t
    }()
    private static func collectionMembers(_ t: TypeMembers) {
        func method(_ signature: String, _ parameters: [Overload.Parameter], returnsVoid: Bool = false, _ body: @escaping (Machine, MemberCollection, Args) throws -> Value) {
            let name = Signature.name(of: signature)
            let known = t.instance[Name(name)] as? MethodMember
            let m = known ?? MethodMember(name, isStatic: false)
            m.add(Overload(parameters: parameters, signature: signature, isStatic: false, returnsVoid: returnsVoid) { m, me, a in
                try (me.obj as? MemberCollection).map { try body(m, $0, a) } ?? .null
            })
            if known == nil { t.add(m) }
        }
        method("void Add(PSMemberInfo member)", [.init(name: "member", type: MemberInfo.base)], returnsVoid: true) { m, c, a in
            guard let i = a[0].obj as? MemberInfo else { return .null }
            let name = Name(i.member.name)
            if m.members(of: c.target).contains(where: { Name($0.name) == name && ($0.kind != .property || i.member.kind == .noteProperty && $0.kind == .noteProperty) }) {
                throw NetException(.extendedTypeSystemException, "Cannot add a member with the name \"\(i.member.name.string)\" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.")
            }
            m.addMember(i.member, to: c.target)
            return .null
        }
        method("void Remove(string name)", [.init(name: "name", type: .string)], returnsVoid: true) { m, c, a in
            m.removeMember(Name(m.str(a[0])), from: c.target)
            return .null
        }
        method("PSMemberInfo[] Match(string name)", [.init(name: "name", type: .string)]) { m, c, a in
            let pattern = try WildcardPattern(m.str(a[0]).units)
            return .object(PSArray(c.find(pattern, m).map { .object($0) }))
        }
        t.add(PropertyMember("Count", type: "int", get: { m, me in .int(Int32((me.obj as? MemberCollection)?.infos(m).count ?? 0)) }))
        t.getIndex = { m, me, a in
            guard let c = me.obj as? MemberCollection else { return .null }
            if case .int(let n) = a[0] {
                let all = c.infos(m)
                return Int(n) >= 0 && Int(n) < all.count ? .object(all[Int(n)]) : .null
            }
            return c.find(Name(m.str(a[0])), m).map { .object($0) } ?? .null
        }
    }
}
