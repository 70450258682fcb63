import NacreSyntax

/// Where a member name led last: the place of a property in objects of one shape, of a field in objects of one class.
struct MemberCache {
    /// The shape or class, kept so that no other gets its identity.
    private var owner: AnyObject?
    private var id: ObjectIdentifier?
    private var found: Unmanaged<ClassField>?
    private var place = 0

    /// The place of a property of a custom object, or -1.
    @inline(__always) mutating func place(_ name: Name, in c: Custom) -> Int {
        if id == ObjectIdentifier(c.shape) { return place }
        return find(name, in: c.shape)
    }
    @inline(never) private mutating func find(_ name: Name, in s: Shape) -> Int {
        let i = s.index(of: name)
        if i >= 0 { owner = s; id = ObjectIdentifier(s); place = i }
        return i
    }
    /// A field of a class; the class keeps it.
    @inline(__always) mutating func field(_ name: Name, of c: ScriptClass) -> Unmanaged<ClassField>? {
        if id == ObjectIdentifier(c) { return found }
        return find(name, of: c)
    }
    @inline(never) private mutating func find(_ name: Name, of c: ScriptClass) -> Unmanaged<ClassField>? {
        guard let f = c.field(name) else { return nil }
        owner = c
        id = ObjectIdentifier(c)
        found = .passUnretained(f)
        return found
    }
}

/// `object.name`
final class MemberNode: Node {
    let object: Node
    let name: MemberName
    let nullConditional: Bool
    private var cache = MemberCache()
    init(_ o: Node, _ n: MemberName, nullConditional: Bool) { object = o; name = n; self.nullConditional = nullConditional }
    override func eval(_ m: Machine) throws -> Value {
        let o = try object.eval(m)
        if case .object(let x) = o, let v = plain(x) { return v }
        if nullConditional, o.isNull { return .null }
        let (n, spelling) = try name.resolved(m)
        return try m.member(o, n, as: spelling)
    }
    @inline(__always) private func plain(_ x: Obj) -> Value? {
        guard let fixed = name.fixed else { return nil }
        if x.kind == .custom, x.extended == nil {
            let c = unsafeDowncast(x, to: Custom.self), i = cache.place(fixed, in: c)
            return i >= 0 ? c.values[i] : nil
        }
        if x.kind == .instance {
            let i = unsafeDowncast(x, to: Instance.self)
            return cache.field(fixed, of: i.cls)?._withUnsafeGuaranteedRef { i.fields[$0.slot] }
        }
        return nil
    }
}

/// `object.name = …`
final class MemberTarget: Target {
    let object: Node
    let name: MemberName
    private var cache = MemberCache()
    init(_ o: Node, _ n: MemberName) { object = o; name = n }
    override func eval(_ m: Machine) throws -> Value {
        let o = try object.eval(m), (n, spelling) = try name.resolved(m)
        return try m.member(o, n, as: spelling)
    }
    override func assign(_ v: Value, _ m: Machine) throws {
        let o = try object.eval(m)
        if let place = field(of: o) {
            try place.field._withUnsafeGuaranteedRef { place.fields[$0.slot] = try $0.admit(v, m) }
            return
        }
        let (n, spelling) = try name.resolved(m)
        try store(v, in: o, n, spelling, m)
    }
    override func update(_ op: BinaryOperator, _ value: Node, _ m: Machine) throws -> Value {
        let o = try object.eval(m)
        if let place = field(of: o) {
            return try place.field._withUnsafeGuaranteedRef { f in
                let at = place.fields + f.slot, v = try value.eval(m)
                // A whole number more, where nothing can go wrong.
                if op == .add, f.quick == .int || f.quick == .object, case .int(let a) = at.pointee, case .int(let b) = v {
                    let (sum, o) = a.addingReportingOverflow(b)
                    if !o { at.initialize(to: .int(sum)); return .int(sum) }
                }
                let r = try m.compound(op, at.pointee, v)
                at.pointee = try f.admit(r, m)
                return at.pointee
            }
        }
        let (n, spelling) = try name.resolved(m)
        let v = try m.compound(op, m.member(o, n, as: spelling), value.eval(m))
        try store(v, in: o, n, spelling, m)
        return v
    }
    /// The field that a written name means in an object of a script's class.
    @inline(__always) private func field(of o: Value) -> (field: Unmanaged<ClassField>, fields: UnsafeMutablePointer<Value>)? {
        guard let fixed = name.fixed, case .object(let x) = o, x.kind == .instance else { return nil }
        let i = unsafeDowncast(x, to: Instance.self)
        return cache.field(fixed, of: i.cls).map { ($0, i.fields) }
    }
    @inline(never) private func store(_ v: Value, in o: Value, _ n: Name, _ spelling: Str, _ m: Machine) throws {
        if case .object(let x) = o {
            if x.kind == .instance, let f = unsafeDowncast(x, to: Instance.self).cls.field(n) {
                unsafeDowncast(x, to: Instance.self).fields[f.slot] = try f.admit(v, m)
                return
            }
            if x.kind == .custom, x.extended == nil, unsafeDowncast(x, to: Custom.self).set(n, v) { return }
        }
        try m.setMember(o, n, v, as: spelling)
    }
}
