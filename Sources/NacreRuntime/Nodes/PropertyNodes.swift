import NacreSyntax

/// Where a member name led last: the place of a property in objects of one shape, of a field in objects of one class.
struct MemberCache {
    private var shape: Shape?
    private var cls: ScriptClass?
    private var field: ClassField?
    private var place = 0

    /// The place of a property of a custom object, or -1.
    @inline(__always) mutating func place(_ name: Name, in c: Custom) -> Int {
        if c.shape === shape { return place }
        let i = c.shape.index(of: name)
        if i >= 0 { shape = c.shape; place = i }
        return i
    }
    @inline(__always) mutating func field(_ name: Name, of i: Instance) -> ClassField? {
        if i.cls === cls { return field }
        guard let f = i.cls.field(name) else { return nil }
        cls = i.cls
        field = f
        return f
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
            return cache.field(fixed, of: i).map { i.fields[$0.slot] }
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
        let o = try object.eval(m), (n, spelling) = try name.resolved(m)
        try store(v, in: o, n, spelling, m)
    }
    override func update(_ op: BinaryOperator, _ value: Node, _ m: Machine) throws -> Value {
        let o = try object.eval(m), (n, spelling) = try name.resolved(m)
        let before: Value
        if case .object(let x) = o, x.kind == .instance, let f = cache.field(n, of: unsafeDowncast(x, to: Instance.self)) {
            before = unsafeDowncast(x, to: Instance.self).fields[f.slot]
        } else { before = try m.member(o, n, as: spelling) }
        let v = try m.compound(op, before, value.eval(m))
        try store(v, in: o, n, spelling, m)
        return v
    }
    @inline(__always) private func store(_ v: Value, in o: Value, _ n: Name, _ spelling: Str, _ m: Machine) throws {
        if case .object(let x) = o {
            if x.kind == .instance {
                let i = unsafeDowncast(x, to: Instance.self)
                if let f = name.fixed == nil ? i.cls.field(n) : cache.field(n, of: i) { i.fields[f.slot] = try f.admit(v, m); return }
            } else if x.kind == .custom, x.extended == nil {
                if unsafeDowncast(x, to: Custom.self).set(n, v) { return }
            }
        }
        try m.setMember(o, n, v, as: spelling)
    }
}
