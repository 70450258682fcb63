import NacreSyntax

extension Machine {
    /// Calls a method whose arguments lie on the stack; gives its `return` value, `.void` for a void method.
    func callMethod(_ f: ClassMethod, this: Value, _ args: Args) throws -> Value {
        let b = try f.code.compiled(self)
        let base = sp, total = b.layout.count
        let first = f.isStatic ? 0 : 1
        try checkRoom(base, total)
        if !f.isStatic { push(this) }
        for i in 0..<args.count {
            let v = args[i], t = f.parameterTypes[i]
            if t === TypeRef.object { push(v); continue }
            if t === TypeRef.int, case .int = v { push(v); continue }
            if t === TypeRef.string, case .object(let o) = v, o.kind == .string { push(v); continue }
            do { push(try convert(v, to: t)) } catch { popTo(base); throw error }
        }
        sp.initialize(repeating: .undef, count: total - first - args.count)
        sp = base + total
        let before = fp, outer = scope, o = out
        let s = takeScope(layout: b.layout, slots: base, home: f.block.home ?? outer.home)
        s.parent = f.owner.definingScope ?? session.state.global
        s.command = nil
        s.site = nil
        fp = base
        scope = s
        out = .passUnretained(NullSink.shared)
        depth += 1
        let caught = tryDepth
        defer {
            depth -= 1
            releaseScope(s)
            scope = outer
            fp = before
            out = o
            tryDepth = caught
            popTo(base)
        }
        returned = .void
        try b.runBody(self)
        let r = returned
        returned = .void
        if f.isVoid { return .void }
        guard let t = f.returnType, t !== TypeRef.object else { return r.orNull }
        if t === TypeRef.int, case .int = r { return r }
        return try convert(r.orNull, to: t)
    }

    /// A new object of a script's class: fields, then the constructor that fits.
    func constructScript(_ c: ScriptClass, _ args: Args) throws -> Value {
        let o: Obj = c.isSubtype(of: .exception) ? ScriptException(c) : Instance(c)
        guard let (fields, _) = o.scriptFields else { return .null }
        for f in c.fields {
            if let n = f.initial { fields[f.slot] = try f.admit(n.eval(self).orNull, self) } else { fields[f.slot] = f.unset }
        }
        try runConstructor(c, .object(o), args)
        return .object(o)
    }

    func runConstructor(_ c: ScriptClass, _ this: Value, _ args: Args) throws {
        if c.scriptConstructors.isEmpty {
            guard args.count == 0 || c.scriptBase == nil && c.isSubtype(of: .exception) else { throw PSError.noOverload("new", args.count) }
            return try constructBase(c, this, args)
        }
        let fitting = c.scriptConstructors.filter { $0.parameterTypes.count == args.count }
        guard let best = pick(fitting, args) else { throw PSError.noOverload("new", args.count) }
        if !startsWithBaseCall(best) { try constructBase(c, this, Args(base: sp, count: 0)) }
        _ = try callMethod(best, this: this, args)
    }
    /// The base class's part of a construction.
    func constructBase(_ c: ScriptClass, _ this: Value, _ args: Args) throws {
        if let b = c.scriptBase { return try runConstructor(b, this, args) }
        if let e = this.obj as? ScriptException {
            if args.count > 0 { e.message = str(args[0]).string }
            if args.count > 1, let inner = args[1].cast(ExceptionValue.self) { e.inner = inner }
        }
    }
    private func startsWithBaseCall(_ f: ClassMethod) -> Bool {
        guard let s = f.code.tree.endBlock?.statements.first else { return false }
        let e = (s as? CommandExpressionAst)?.expression ?? ((s as? PipelineAst)?.elements.first as? CommandExpressionAst)?.expression
        return (e as? InvokeMemberExpressionAst)?.isBaseCall == true
    }
    /// The overload whose parameters the arguments fit best.
    func pick(_ methods: [ClassMethod], _ args: Args) -> ClassMethod? {
        if methods.count == 1 { return methods[0] }
        var best: ClassMethod?, cost = Int.max
        for f in methods {
            var sum = 0, fits = true
            for (i, t) in f.parameterTypes.enumerated() {
                guard let c = canConvert(args[i], to: t) else { fits = false; break }
                sum += c
            }
            if fits, sum < cost { best = f; cost = sum }
        }
        return best
    }
}

/// `: base(…)` of a constructor.
final class BaseCallNode: Node {
    let args: [Node]
    init(_ a: [Node]) { args = a }
    override func eval(_ m: Machine) throws -> Value {
        let this = m.fp[0]
        guard let c = m.constructing(this) else { return .void }
        try m.withArgs(args) { try m.constructBase(c, this, $0) }
        return .void
    }
}

extension Machine {
    /// The class whose constructor is running: that of the running block's method.
    func constructing(_ this: Value) -> ScriptClass? {
        var c = this.obj?.scriptFields?.1
        while let k = c {
            if k.scriptConstructors.contains(where: { (try? $0.code.compiled(self).layout) === scope.layout }) { return k }
            c = k.scriptBase
        }
        return this.obj?.scriptFields?.1
    }
}

/// `return value` of a method.
final class MethodReturnNode: Node {
    let value: Node?
    init(_ v: Node?) { value = v }
    override func run(_ m: Machine) throws -> Flow {
        if let value { m.returned = try value.eval(m) } else { m.returned = .void }
        return .return
    }
}
