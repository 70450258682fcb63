import NacreSyntax

/// The name after a dot: written, or computed.
final class MemberName {
    let fixed: Name?
    let computed: Node?
    /// The name as it is written here, for tables that tell cases apart and for new keys.
    let spelling: Str?
    init(_ text: String) { fixed = Name(text); spelling = Str(text); computed = nil }
    init(_ c: Node) { fixed = nil; spelling = nil; computed = c }
    /// The name with its spelling.
    @inline(__always) func resolved(_ m: Machine) throws -> (Name, Str) {
        if let fixed, let spelling { return (fixed, spelling) }
        let s = try m.str(computed!.eval(m))
        return (Name(s), s)
    }
    @inline(__always) func resolve(_ m: Machine) throws -> Name {
        if let fixed { return fixed }
        return try Name(m.str(computed!.eval(m)))
    }
}

/// `object.name`
final class MemberNode: Node {
    let object: Node
    let name: MemberName
    let nullConditional: Bool
    private var shape: Shape?
    private var place = 0
    init(_ o: Node, _ n: MemberName, nullConditional: Bool) { object = o; name = n; self.nullConditional = nullConditional }
    override func eval(_ m: Machine) throws -> Value {
        let o = try object.eval(m)
        if case .object(let x) = o, let fixed = name.fixed {
            if x.kind == .custom, x.extended == nil {
                let c = unsafeDowncast(x, to: Custom.self)
                if c.shape === shape { return c.values[place] }
                let i = c.shape.index(of: fixed)
                if i >= 0 { shape = c.shape; place = i; return c.values[i] }
            } else if x.kind == .instance {
                let i = unsafeDowncast(x, to: Instance.self)
                if let f = i.cls.field(fixed) { return i.fields[f.slot] }
            }
        }
        if nullConditional, o.isNull { return .null }
        let (n, spelling) = try name.resolved(m)
        return try m.member(o, n, as: spelling)
    }
}

/// `[type]::name`
final class StaticMemberNode: Node {
    let type: Node
    let name: MemberName
    init(_ t: Node, _ n: MemberName) { type = t; name = n }
    override func eval(_ m: Machine) throws -> Value { try m.staticMember(m.typeOperand(type.eval(m)), name.resolve(m)) }
}

/// `object[index]`
final class IndexNode: Node {
    let object: Node
    let indices: [Node]
    let nullConditional: Bool
    init(_ o: Node, _ i: [Node], nullConditional: Bool) { object = o; indices = i; self.nullConditional = nullConditional }
    override func eval(_ m: Machine) throws -> Value {
        let o = try object.eval(m)
        if nullConditional, o.isNull { return .null }
        if indices.count == 1, case .object(let x) = o {
            let i = try indices[0].eval(m)
            switch x.kind {
            case .array, .list:
                if case .int(let n) = i {
                    let s = unsafeDowncast(x, to: Seq.self)
                    if n >= 0, Int(n) < s.count { return s[Int(n)] }
                }
            case .table:
                let t = unsafeDowncast(x, to: Table.self)
                if case .object(let k) = i, k.kind == .string, let v = t.get(unsafeDowncast(k, to: Str.self)) { return v }
            default: break
            }
            let base = m.sp
            m.push(i)
            defer { m.popTo(base) }
            return try m.index(o, Args(base: base, count: 1))
        }
        return try m.withArgs(indices) { try m.index(o, $0) }
    }
    override func test(_ m: Machine) throws -> Bool {
        // A flag in an array is read without taking hold of the array.
        if let s = object as? SlotNode, indices.count == 1, case .object(let x) = m.fp[s.slot], x.kind == .array,
           case .int(let n) = try indices[0].eval(m) {
            let a = unsafeDowncast(x, to: Seq.self)
            if n >= 0, Int(n) < a.count { return a[Int(n)].isTrue }
        }
        return try eval(m).isTrue
    }
}

/// `object.name(…)`
final class InvokeNode: Node {
    let object: Node
    let name: MemberName
    let args: [Node]
    let nullConditional: Bool
    init(_ o: Node, _ n: MemberName, _ a: [Node], nullConditional: Bool) { object = o; name = n; args = a; self.nullConditional = nullConditional }
    override func eval(_ m: Machine) throws -> Value {
        let o = try object.eval(m)
        if nullConditional, o.isNull { return .null }
        let n = try name.resolve(m)
        let base = m.sp
        defer { m.popTo(base) }
        for a in args { m.push(try a.eval(m).orNull) }
        let list = Args(base: base, count: args.count)
        if case .object(let x) = o, x.kind == .instance, let f = unsafeDowncast(x, to: Instance.self).cls.method(n, args.count) {
            return try m.callMethod(f, this: o, list)
        }
        return try m.invokeMember(o, n, list)
    }
}

/// `[type]::name(…)`
final class StaticInvokeNode: Node {
    let type: Node
    let name: MemberName
    let args: [Node]
    init(_ t: Node, _ n: MemberName, _ a: [Node]) { type = t; name = n; args = a }
    override func eval(_ m: Machine) throws -> Value {
        let t = try m.typeOperand(type.eval(m))
        let n = try name.resolve(m)
        let base = m.sp
        defer { m.popTo(base) }
        for a in args { m.push(try a.eval(m).orNull) }
        let list = Args(base: base, count: args.count)
        if n == Machine.newName { return try m.construct(t, list) }
        return try m.invokeStatic(t, n, list)
    }
}

/// `[type]value`
final class ConvertNode: Node {
    let type: TypeNode
    let child: Node
    init(_ t: TypeNode, _ c: Node) { type = t; child = c }
    override func eval(_ m: Machine) throws -> Value {
        let t = try type.type(m)
        let v = try child.eval(m)
        if t === TypeRef.int, case .int = v { return v }
        return try m.convert(v, to: t)
    }
}

/// `[ref]$x`: the variable itself.
final class ReferenceNode: Node {
    let target: Target?
    let child: Node
    init(_ t: Target?, _ c: Node) { target = t; child = c }
    override func eval(_ m: Machine) throws -> Value {
        let scope: Scope, name: Name
        switch target {
        case let t as SlotTarget: (scope, name) = (m.scope, t.name)
        case let t as GuardedSlotTarget: (scope, name) = (m.scope, t.name)
        case let t as ScopedTarget: (scope, name) = (m.scope(t.target), t.name)
        case let t as NamedTarget:
            if let v = m.findVariable(t.name) { return .object(Reference(v)) }
            throw PSError(id: "NonExistingVariableReference", "[ref] cannot be applied to a variable that does not exist.", category: .invalidOperation, target: Value(t.name.text))
        default: return .object(Reference(Variable(Name("ref"), try child.eval(m))))
        }
        if let v = scope.variable(name) { return .object(Reference(v)) }
        if let v = m.findVariable(name) { return .object(Reference(v)) }
        throw PSError(id: "NonExistingVariableReference", "[ref] cannot be applied to a variable that does not exist.", category: .invalidOperation, target: Value(name.text))
    }
}

extension Machine {
    static let newName = Name("new")

    @inline(__always) func setMemberFast(_ o: Value, _ name: Name, _ v: Value, as spelling: Str? = nil) throws {
        if case .object(let x) = o {
            if x.kind == .instance {
                let i = unsafeDowncast(x, to: Instance.self)
                if let f = i.cls.field(name) { i.fields[f.slot] = try f.admit(v, self); return }
            } else if x.kind == .custom, x.extended == nil {
                if unsafeDowncast(x, to: Custom.self).set(name, v) { return }
            }
        }
        try setMember(o, name, v, as: spelling)
    }
}
