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

/// `$table.1`: the key that is the number, else a member that is called so.
final class NumberMemberNode: Node {
    let general: MemberNode
    let number: Value
    init(_ g: MemberNode, _ n: Value) { general = g; number = n }
    override func eval(_ m: Machine) throws -> Value {
        let o = try general.object.eval(m)
        if let t = o.cast(Table.self), let v = t.get(number) { return v }
        return try general.eval(m)
    }
}

/// `[type]::name`
final class StaticMemberNode: Node {
    let type: Node
    let name: MemberName
    init(_ t: Node, _ n: MemberName) { type = t; name = n }
    override func eval(_ m: Machine) throws -> Value { try m.staticMember(m.typeOperand(type.eval(m)), name.resolve(m)) }
}

/// `([Base]$this).name(…)`: the method as that class has it, whatever classes derived from it make of it.
final class BaseInvokeNode: Node {
    let object: Node, type: TypeNode
    let name: MemberName
    let args: [Node]
    let nullConditional: Bool
    init(_ o: Node, _ t: TypeNode, _ n: MemberName, _ a: [Node], nullConditional: Bool) { object = o; type = t; name = n; args = a; self.nullConditional = nullConditional }
    override func eval(_ m: Machine) throws -> Value {
        let o = try object.eval(m)
        if nullConditional, o.isNull { return .null }
        let n = try name.resolve(m), base = m.sp
        defer { m.popTo(base) }
        for a in args { m.push(try a.eval(m).orNull) }
        let list = Args(base: base, count: args.count)
        if let x = o.obj, x.kind == .instance {
            if let c = try type.type(m) as? ScriptClass, let f = c.method(n, args.count) { return try m.callMethod(f, this: o, list) }
            // What every object has says the class's name.
            if try type.type(m) === TypeRef.object, n == WellKnown.toString, args.isEmpty { return Value(x.type.fullName) }
        }
        return try m.invokeMember(o, n, list)
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
}
