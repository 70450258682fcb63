import NacreSyntax

/// Which native method a call site reached last, and which overload.
final class MethodSite {
    private let type: TypeRef
    private let epoch: Int
    let method: MethodMember
    private let name: Name
    /// The overload whose parameter types were those of the arguments.
    private var overload: Overload?
    init(_ t: TypeRef, _ n: Name, _ m: MethodMember, _ e: Int) { type = t; name = n; method = m; epoch = e }
    @inline(__always) func serves(_ t: TypeRef, _ n: Name, _ e: Int) -> Bool { t === type && n == name && e == epoch }
    @inline(__always) func overload(_ args: Args) -> Overload? {
        if let overload, overload.isPlainly(args) { return overload }
        guard let o = method.exact(args) else { return nil }
        if o.isPlainly(args) { overload = o }
        return o
    }
}

/// `object.name(…)`
final class InvokeNode: Node {
    let object: Node
    let name: MemberName
    let args: NodeList
    let nullConditional: Bool
    private var site: MethodSite?
    private var cls: ScriptClass?
    private var classMethod: ClassMethod?
    init(_ o: Node, _ n: MemberName, _ a: [Node], nullConditional: Bool) { object = o; name = n; args = NodeList(a); self.nullConditional = nullConditional }
    deinit { args.release() }

    override func eval(_ m: Machine) throws -> Value {
        let o = try object.eval(m)
        if nullConditional, o.isNull { return .null }
        let n = try name.resolve(m)
        return try m.withArgs(args) { list in
            if case .object(let x) = o {
                if x.kind == .instance {
                    if let f = method(of: unsafeDowncast(x, to: Instance.self).cls, n) { return try m.callMethod(f, this: o, list) }
                } else if x.extended == nil, x.kind != .wrapped {
                    return try native(o, x.type, n, list, m)
                }
            } else if !o.isNull { return try native(o, o.type, n, list, m) }
            return try m.invokeMember(o, n, list)
        }
    }
    @inline(__always) private func method(of c: ScriptClass, _ n: Name) -> ClassMethod? {
        if c === cls, name.fixed != nil { return classMethod }
        guard let f = c.method(n, args.count) else { return nil }
        cls = c
        classMethod = f
        return f
    }
    @inline(__always) private func native(_ o: Value, _ type: TypeRef, _ n: Name, _ list: Args, _ m: Machine) throws -> Value {
        let epoch = m.session.typeData.epoch
        if let site, site.serves(type, n, epoch) { return try m.call(site.method, site.overload(list), on: o, list) }
        return try find(o, type, n, list, m)
    }
    @inline(never) private func find(_ o: Value, _ type: TypeRef, _ n: Name, _ list: Args, _ m: Machine) throws -> Value {
        // Classes of scripts come and go, and objects of some kinds have members of their own.
        if type.code != .scriptClass, o.obj?.kind != .custom, let found = m.findMember(o, n), found.kind == .method {
            site = MethodSite(type, n, unsafeDowncast(found, to: MethodMember.self), m.session.typeData.epoch)
        }
        return try m.invokeMember(o, n, list)
    }
}

/// `[type]::name(…)`
final class StaticInvokeNode: Node {
    let type: Node
    let name: MemberName
    let args: NodeList
    private var site: MethodSite?
    init(_ t: Node, _ n: MemberName, _ a: [Node]) { type = t; name = n; args = NodeList(a) }
    deinit { args.release() }
    override func eval(_ m: Machine) throws -> Value {
        let t = try m.typeOperand(type.eval(m))
        let n = try name.resolve(m)
        return try m.withArgs(args) { list in
            if n == Machine.newName {
                if t.code == .scriptClass, let c = t as? ScriptClass, let f = c.plainConstructor(list) { return try m.constructScript(c, f, list) }
                return try m.construct(t, list)
            }
            if let site, site.serves(t, n, 0) { return try m.call(site.method, site.overload(list), on: .object(t), list) }
            if t.code != .scriptClass, let found = t.staticMember(n), found.kind == .method { site = MethodSite(t, n, unsafeDowncast(found, to: MethodMember.self), 0) }
            return try m.invokeStatic(t, n, list)
        }
    }
}
