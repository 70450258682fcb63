import NacreSyntax

/// Which native method a call site reached last, and which overload.
final class MethodSite {
    private let type: TypeRef
    private let isText: Bool
    private let epoch: Int
    private let method: MethodMember
    private let name: Name
    /// The overload whose parameter types were those of the arguments; the method keeps it.
    private var overload: Unmanaged<Overload>?

    init(_ t: TypeRef, _ n: Name, _ m: MethodMember, _ e: Int) { type = t; isText = t === TypeRef.string; name = n; method = m; epoch = e }

    /// Calls the method on an object; nil where the object, the name or the session's type data are not those that it was found for.
    func call(_ o: Value, _ n: Name, _ list: Args, _ m: Machine) throws -> Value? {
        guard n == name, epoch == m.typeData.epoch else { return nil }
        if case .object(let x) = o {
            guard x.extended == nil, isText ? x.kind == .string : x.type === type else { return nil }
        } else {
            guard !isText, o.type === type else { return nil }
        }
        return try call(o, list, m)
    }
    /// A static method.
    func call(_ t: TypeRef, _ n: Name, _ list: Args, _ m: Machine) throws -> Value? {
        guard t === type, n == name else { return nil }
        return try call(.object(t), list, m)
    }
    @inline(__always) private func call(_ o: Value, _ list: Args, _ m: Machine) throws -> Value {
        if let known = overload, known._withUnsafeGuaranteedRef({ $0.isPlainly(list) }) { return try known._withUnsafeGuaranteedRef { try m.call(method, $0, on: o, list) } }
        return try choose(o, list, m)
    }
    @inline(never) private func choose(_ o: Value, _ list: Args, _ m: Machine) throws -> Value {
        let found = method.exact(list)
        if let found, found.isPlainly(list) { overload = .passUnretained(found) }
        return try m.call(method, found, on: o, list)
    }
}

/// `object.name(…)`
final class InvokeNode: Node {
    private let object: Node
    private let name: MemberName
    private let args: NodeList
    private let nullConditional: Bool
    private var site: MethodSite?
    private var classSite = ClassSite()
    init(_ o: Node, _ n: MemberName, _ a: [Node], nullConditional: Bool) { object = o; name = n; args = NodeList(a); self.nullConditional = nullConditional }
    deinit { args.release() }

    override func eval(_ m: Machine) throws -> Value {
        let o = try object.eval(m)
        if nullConditional, o.isNull { return .null }
        let n = try name.resolve(m)
        let base = m.sp
        defer { m.popTo(base) }
        var i = 0
        while i < args.count { m.push(try args[i].eval(m).orNull); i += 1 }
        return try call(o, n, Args(base: base, count: args.count), m)
    }
    @inline(never) private func call(_ o: Value, _ n: Name, _ list: Args, _ m: Machine) throws -> Value {
        if case .object(let x) = o, x.kind == .instance {
            if let f = classSite.method(of: unsafeDowncast(x, to: Instance.self).cls, n, list.count) { return try f._withUnsafeGuaranteedRef { try m.callMethod($0, this: o, list) } }
        } else if let site, let v = try site.call(o, n, list, m) { return v }
        return try find(o, n, list, m)
    }
    @inline(never) private func find(_ o: Value, _ n: Name, _ list: Args, _ m: Machine) throws -> Value {
        // Classes of scripts come and go, and objects of some kinds have members of their own.
        if !o.isNull, o.obj?.kind != .custom, o.obj?.kind != .wrapped, o.obj?.extended == nil {
            let type = o.type
            if type.code != .scriptClass, let found = m.findMember(o, n), found.kind == .method {
                site = MethodSite(type, n, unsafeDowncast(found, to: MethodMember.self), m.typeData.epoch)
            }
        }
        return try m.invokeMember(o, n, list)
    }
}

/// Which method of a script's class a call site reached last.
struct ClassSite {
    private var cls: ScriptClass?
    private var id: ObjectIdentifier?
    private var name = Machine.newName
    private var found: Unmanaged<ClassMethod>?
    /// The one method of a name that takes so many arguments; nil where overloads must be weighed.
    @inline(__always) mutating func method(of c: ScriptClass, _ n: Name, _ count: Int) -> Unmanaged<ClassMethod>? {
        if id == ObjectIdentifier(c), n == name { return found }
        guard let f = c.method(n, count) else { return nil }
        // Kept, so that no other class gets its identity.
        cls = c
        id = ObjectIdentifier(c)
        name = n
        found = .passUnretained(f)
        return found
    }
}

/// `[type]::name(…)`
final class StaticInvokeNode: Node {
    let type: Node
    let name: MemberName
    let args: NodeList
    private var site: MethodSite?
    private var cls: ScriptClass?
    /// The only constructor of `cls` with as many parameters.
    private var constructor: ClassMethod?
    /// The name is `new`.
    private let constructs: Bool
    init(_ t: Node, _ n: MemberName, _ a: [Node]) { type = t; name = n; args = NodeList(a); constructs = n.fixed == Machine.newName }
    deinit { args.release() }
    override func eval(_ m: Machine) throws -> Value {
        let t = try m.typeOperand(type.eval(m))
        let n = try name.resolve(m)
        let base = m.sp
        defer { m.popTo(base) }
        var i = 0
        while i < args.count { m.push(try args[i].eval(m).orNull); i += 1 }
        return try call(t, n, Args(base: base, count: args.count), m)
    }
    @inline(never) private func call(_ t: TypeRef, _ n: Name, _ list: Args, _ m: Machine) throws -> Value {
        if constructs || name.fixed == nil && n == Machine.newName {
            if t.code == .scriptClass { return try instance(unsafeDowncast(t, to: ScriptClass.self), list, m) }
            return try m.construct(t, list)
        }
        if let site, let v = try site.call(t, n, list, m) { return v }
        if t.code != .scriptClass, let found = t.staticMember(n), found.kind == .method { site = MethodSite(t, n, unsafeDowncast(found, to: MethodMember.self), 0) }
        return try m.invokeStatic(t, n, list)
    }
    private func instance(_ c: ScriptClass, _ list: Args, _ m: Machine) throws -> Value {
        if c !== cls {
            cls = c
            constructor = c.soleConstructor(list.count)
        }
        if let f = constructor, f.takes(list) { return try m.constructScript(c, f, list) }
        return try m.construct(c, list)
    }
}
