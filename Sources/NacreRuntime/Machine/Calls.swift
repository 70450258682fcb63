import NacreSyntax

extension Machine {
    /// Room for one more block: depth and stack.
    @inline(__always) func checkRoom(_ base: UnsafeMutablePointer<Value>, _ slots: Int) throws {
        if depth >= Machine.maxDepth || base + slots + 1024 > stackEnd { throw depthExceeded() }
        try poll()
    }
    @inline(never) func depthExceeded() -> PSError {
        PSError(.scriptCallDepthException, id: "CallDepthOverflow", "The script failed due to call depth overflow.", category: .invalidOperation, target: .int(Int32(depth)))
    }

    /// A scope object for a block whose frame ends before this call returns; it is the running scope then.
    @inline(__always) func enterScope(_ layout: Unmanaged<Layout>, _ slots: UnsafeMutablePointer<Value>, home: Unmanaged<SessionState>, command: Unmanaged<CommandInfo>?, site: Unmanaged<CommandNode>?, parent: Unmanaged<Scope>) {
        if poolTop == pooled { addScope() }
        pool[poolTop]._withUnsafeGuaranteedRef { s in
            s.parentRef = parent
            s.layoutRef = layout
            s.slots = slots
            s.homeRef = home
            s.commandRef = command
            s.siteRef = site
        }
        scopeRef = pool[poolTop]
        poolTop += 1
    }
    @inline(never) private func addScope() {
        pool[pooled] = .passRetained(Scope(parent: nil, layout: emptyLayout, slots: stack, home: session.state))
        pooled += 1
    }
    /// Leaves the scope entered last.
    @inline(__always) func leaveScope(to outer: Unmanaged<Scope>) {
        poolTop -= 1
        pool[poolTop]._withUnsafeGuaranteedRef { if $0.isDirty { clear($0) } }
        scopeRef = outer
    }

    @inline(never) private func clear(_ s: Scope) { s.clear(self) }

    /// Calls a plain function with positional arguments, straight into its slots.
    @inline(__always) func callPositional(_ f: Unmanaged<FunctionInfo>, _ b: Unmanaged<CompiledBlock>, _ args: NodeList, _ site: CommandNode) throws {
        let base = sp
        var i = 0
        do {
            while i < args.count {
                push(try args[i].eval(self).orNull)
                i += 1
            }
        } catch { popTo(base); throw error }
        try b._withUnsafeGuaranteedRef { b in
            try f._withUnsafeGuaranteedRef { f in try callOnStack(f.block, b, base, command: f, site: site) }
        }
    }

    /// Calls a script block with positional arguments in a scope of its own.
    func callBlock(_ block: ScriptBlock, _ b: CompiledBlock, _ args: NodeList, _ site: CommandNode) throws {
        let base = sp
        var i = 0
        do {
            while i < args.count {
                push(try args[i].eval(self).orNull)
                i += 1
            }
        } catch { popTo(base); throw error }
        try callOnStack(block, b, base, command: nil, site: site)
    }

    /// Calls a block whose arguments lie on the stack from `base`; they become its first slots. Pops them.
    func callOnStack(_ block: ScriptBlock, _ b: CompiledBlock, _ base: UnsafeMutablePointer<Value>, command: CommandInfo?, site: CommandNode?) throws {
        let n = sp - base, p = b.parameterCount, total = b.layoutRef._withUnsafeGuaranteedRef { $0.count }
        let rest: Value = n > p || b.argsSlot >= 0 ? takeRest(base + p, n - p) : .undef
        let given = min(n, p)
        if depth >= Machine.maxDepth || base + total + 1024 > stackEnd { popTo(base); throw depthExceeded() }
        var at = base + given
        let top = base + total
        while at < top { at.initialize(to: .undef); at += 1 }
        sp = top
        let outer = scopeRef
        try inFrame(b.layoutRef, base, home: block.homeRef ?? outer._withUnsafeGuaranteedRef { $0.homeRef }, command: command.map(Unmanaged.passUnretained), site: site.map(Unmanaged.passUnretained), parent: outer, popping: base) {
            try poll()
            if !b.isPlain || b.argsSlot >= 0 || block.isClosure { try prepare(block, b, given, base, rest) }
            try b.runBody(self)
        }
    }
    /// Runs code as a block whose slots lie on the stack, in a scope of its own; then pops the stack.
    @inline(__always) func inFrame(_ layout: Unmanaged<Layout>, _ slots: UnsafeMutablePointer<Value>, home: Unmanaged<SessionState>, command: Unmanaged<CommandInfo>?, site: Unmanaged<CommandNode>?,
                                   parent: Unmanaged<Scope>, popping base: UnsafeMutablePointer<Value>, _ body: () throws -> Void) throws {
        let before = fp, outer = scopeRef
        enterScope(layout, slots, home: home, command: command, site: site, parent: parent)
        fp = slots
        depth += 1
        do { try body() } catch {
            leaveFrame(before, outer, base)
            throw error
        }
        leaveFrame(before, outer, base)
    }
    @inline(__always) private func leaveFrame(_ before: UnsafeMutablePointer<Value>, _ outer: Unmanaged<Scope>, _ base: UnsafeMutablePointer<Value>) {
        depth -= 1
        leaveScope(to: outer)
        fp = before
        popTo(base)
    }
    /// The arguments behind the parameters, as `$args`.
    @inline(never) private func takeRest(_ from: UnsafeMutablePointer<Value>, _ n: Int) -> Value {
        guard n > 0 else { return .object(PSArray([])) }
        let mem = UnsafeMutablePointer<Value>.room(n)
        mem.moveInitialize(from: from, count: n)
        sp = from
        return .object(PSArray(taking: mem, count: n))
    }

    /// Converts what was given, evaluates defaults for what was not.
    @inline(never) private func prepare(_ block: ScriptBlock, _ b: CompiledBlock, _ given: Int, _ base: UnsafeMutablePointer<Value>, _ rest: Value) throws {
        if let c = block.captured {
            // A closure sees what it took along and what is global, not its caller.
            scope.extra = c
            scope.isScript = true
            scope.isDirty = true
            if session.state.global !== scope { scope.parent = session.state.global }
        }
        if b.argsSlot >= 0 { base[b.argsSlot] = rest }
        if b.isPlain { return }
        for (i, p) in b.parameters.enumerated() {
            if i < given {
                if let c = try p.constraint(self) {
                    do { base[i] = try c.bind(base[i], self) } catch let e as PSError { throw refused(e, p, argument: i) }
                }
            } else { try bindDefault(p, base + i, bare: given == 0) }
        }
    }
    /// The binder's error for an argument that a parameter's type refuses, at the argument.
    @inline(never) private func refused(_ e: PSError, _ p: BlockParameter, argument i: Int) -> PSError {
        let site = scope.site
        let errors = BindingErrors(command: scope.command ?? AnonymousCommand.shared, source: site?.source, callExtent: site?.extent)
        let word = site.flatMap { i >= 0 && i < $0.words.count ? $0.words[i].extent : nil }
        return errors.transformation(ParameterMetadata(p.spelling, type: .object), e.record.exception, at: word)
    }
    /// - Parameter bare: the call has no arguments at all: then types that cannot take null hold it nevertheless.
    func bindDefault(_ p: BlockParameter, _ place: UnsafeMutablePointer<Value>, bare: Bool) throws {
        let c = try p.constraint(self)
        if let d = p.defaultValue {
            let v = try d.eval(self).orNull
            guard let c else { place.pointee = v; return }
            do { place.pointee = try c.convert(v, self) } catch let e as PSError { throw refused(e, p, argument: -1) }
        } else {
            guard let c else { place.pointee = .null; return }
            do { place.pointee = try c.unset(bare: bare, self) } catch let e as PSError {
                attribute(e, to: scope.command, scope.site)
                throw e
            }
        }
    }

    /// Runs a script block in a scope of its own and gives what it put out: `.void`, one value, or an array.
    public func call(_ block: ScriptBlock, _ args: [Value] = [], item: Value? = nil, this: Value? = nil) throws -> Value {
        let before = self.item
        if let item { self.item = item }
        defer { self.item = before }
        return try captured { try invoke(block, args, this: this) }
    }

    /// Runs a script block; its output goes to a sink as it comes. `inCurrentScope` is the dot operator's way, and that of Where- and ForEach-Object.
    public func run(_ block: ScriptBlock, _ args: [Value] = [], item: Value? = nil, into sink: Sink, inCurrentScope: Bool = false) throws {
        let before = self.item, o = out
        if let item { self.item = item }
        out = .passUnretained(sink)
        defer { self.item = before; out = o }
        try withExtendedLifetime(sink) {
            if inCurrentScope { try runHere(block, args) } else { try invoke(block, args, this: nil) }
        }
    }

    /// Calls a block in a new scope with the output where it is.
    func invoke(_ block: ScriptBlock, _ args: [Value], this: Value?) throws {
        let b = try block.code.compiled(self)
        if this == nil, b.isSimple, !b.hasInput, isAtHome(block) {
            let base = sp
            for a in args { push(a) }
            return try callOnStack(block, b, base, command: nil, site: nil)
        }
        let stage = FunctionStage(self, block: block, compiled: b, command: nil, arguments: args.map { Argument(value: $0, extent: block.code.tree.extent) }, site: nil)
        stage.this = this
        try runStages([stage], feed: nil)
    }

    /// Runs a block in the current scope: in its own slots where it was compiled into the running block, else by name.
    func runHere(_ block: ScriptBlock, _ args: [Value]) throws {
        if let inline = block.code.inlined, inline.layout === scope.layout, block.captured == nil, args.isEmpty {
            let flow = try inline.runBody(self)
            return try afterInline(flow)
        }
        let b = try block.code.dynamic(self)
        let argsName = Name("args")
        var saved: [(Name, Value?)] = []
        for (i, p) in b.parameters.enumerated() {
            saved.append((p.name, nil))
            if i < args.count { try scope.set(p.name, p.constraint(self)?.bind(args[i], self) ?? args[i], self) }
            else if let d = p.defaultValue { try scope.set(p.name, d.eval(self), self) } else { try scope.set(p.name, p.constraint(self)?.unset(bare: args.isEmpty, self) ?? .null, self) }
        }
        if b.usesArgs {
            let old = scope.get(argsName, self)
            try scope.set(argsName, .object(PSArray(Array(args.dropFirst(b.parameters.count)))), self)
            defer { if let old { try? scope.set(argsName, old, self) } }
            return try b.runBody(self)
        }
        try b.runBody(self)
    }
    @inline(__always) func afterInline(_ f: Void) throws {}
}

extension Scope {
    var callSite: ScriptPosition? { site.map { ScriptPosition(source: $0.source, extent: $0.extent) } }
    /// The scope of a script block that was called by itself (`& { … }`).
    var isBlockCall: Bool { command == nil && site != nil && !isScript }
    var frameName: String {
        if let command, command.commandKind != .externalScript { return command.name }
        return isScript ? (frame?.name ?? "<ScriptBlock>") : "<ScriptBlock>"
    }
    /// Forgets what the last use of a pooled scope left.
    func clear(_ m: Machine) {
        extra = nil
        if functions != nil || aliases != nil { m.session.commands.epoch += 1 }
        functions = nil
        aliases = nil
        isScript = false
        frame = nil
        strictMode = -1
        hasPrivate = false
        isDirty = false
    }
}
