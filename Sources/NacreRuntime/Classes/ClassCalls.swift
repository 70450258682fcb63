import NacreSyntax

extension Machine {
    /// Calls a method whose arguments lie on the stack; gives its `return` value, `.void` for a void method.
    func callMethod(_ f: ClassMethod, this: Value, _ args: Args) throws -> Value {
        try f.compiled(self)._withUnsafeGuaranteedRef { b in
            let base = sp, total = b.layoutRef._withUnsafeGuaranteedRef { $0.count }
            try checkRoom(base, total)
            if !f.isStatic { push(this) }
            var i = 0
            while i < args.count {
                let v = args[i]
                if f.takes(v, at: i) { push(v) } else { do { push(try argument(v, to: f.parameterTypes[i], named: f.code.parameters?[i].name.path ?? "", of: f.spelling)) } catch { popTo(base); throw error } }
                i += 1
            }
            let top = base + total
            while sp < top { sp.initialize(to: .undef); sp += 1 }
            let o = out, caught = tryDepth
            out = nowhere
            returned = .void
            defer { out = o; tryDepth = caught }
            try inFrame(b.layoutRef, base, home: f.homeRef ?? scopeRef._withUnsafeGuaranteedRef { $0.homeRef }, command: nil, site: nil, parent: f.definingScope ?? .passUnretained(session.state.global), popping: base) {
                try b.runBody(self)
            }
        }
        var r = Value.void
        swap(&r, &returned)
        if f.isVoid { return .void }
        if f.returns(r) { return r.orNull }
        return try convert(r.orNull, to: f.returnType ?? .object)
    }

    /// A new object of a script's class: fields, then the constructor that fits.
    func constructScript(_ c: ScriptClass, _ args: Args) throws -> Value {
        let this = try makeInstance(c)
        try runConstructor(c, this, args)
        return this
    }
    /// With the constructor already chosen.
    func constructScript(_ c: ScriptClass, _ f: ClassMethod, _ args: Args) throws -> Value {
        let this = try makeInstance(c)
        if !f.startsWithBaseCall { try constructBase(c, this, Args(base: sp, count: 0)) }
        _ = try callMethod(f, this: this, args)
        return this
    }
    private func makeInstance(_ c: ScriptClass) throws -> Value {
        let o: Obj = c.isException ? ScriptException(c) : Instance(c)
        guard c.hasInitialValues, let (fields, _) = o.scriptFields else { return .object(o) }
        for f in c.fields { if let n = f.initial { fields[f.slot] = try f.admit(n.eval(self).orNull, self) } }
        return .object(o)
    }

    func runConstructor(_ c: ScriptClass, _ this: Value, _ args: Args) throws {
        if c.scriptConstructors.isEmpty {
            guard args.count == 0 || c.scriptBase == nil && c.isException else { throw PSError.noOverload("new", args.count) }
            return try constructBase(c, this, args)
        }
        let fitting = c.scriptConstructors.filter { $0.parameterTypes.count == args.count }
        guard let best = pick(fitting, args) else { throw PSError.noOverload("new", args.count) }
        if !best.startsWithBaseCall { try constructBase(c, this, Args(base: sp, count: 0)) }
        _ = try callMethod(best, this: this, args)
    }
    /// The base class's part of a construction.
    func constructBase(_ c: ScriptClass, _ this: Value, _ args: Args) throws {
        if let b = c.scriptBase { return try runConstructor(b, this, args) }
        if c.isException, let e = this.obj as? ScriptException {
            if args.count > 0 { e.message = str(args[0]).string }
            if args.count > 1, let inner = args[1].cast(ExceptionValue.self) { e.inner = inner }
        }
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
    private let args: NodeList
    init(_ a: [Node]) { args = NodeList(a) }
    deinit { args.release() }
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
