import NacreSyntax

/// One command of a running pipeline: a sink for what the one before puts out.
class Stage: Sink {
    let m: Machine
    /// Where output goes; kept alive by the pipeline.
    var next: Unmanaged<Sink>
    /// The block that wrote the pipeline.
    let callerScope: Scope
    final var callerRef: Unmanaged<Scope> { .passUnretained(callerScope) }
    let callerSlots: UnsafeMutablePointer<Value>
    init(_ m: Machine) {
        self.m = m
        next = m.out
        callerScope = m.scope
        callerSlots = m.fp
    }
    func begin(expectsInput: Bool) throws {}
    /// The one turn of a command that gets no input.
    func processOnce() throws {}
    func finish() throws {}
    /// Runs in any case, in reverse order.
    func dispose() {}

    /// The streams with what `-ErrorVariable` and the like of this command gather; nil where it gathers nothing.
    private var gathering: Streams?
    final var isGathering: Bool { gathering != nil }
    private var collector: Sink?
    /// Starts to gather what `-OutVariable` and the like say.
    final func collect(_ c: CommonParameters) throws {
        let before = m.streams, s = m.scope
        m.scope = callerScope
        defer { m.streams = before; m.scope = s }
        let sink = try c.startCollecting(m, into: next.takeUnretainedValue())
        collector = sink
        next = .passUnretained(sink)
        m.out = next
        gathering = m.streams
    }

    /// Runs code as this stage: its output to the next one, in a given scope.
    @inline(__always) final func within<R>(_ scope: Scope, _ slots: UnsafeMutablePointer<Value>, _ body: () throws -> R) rethrows -> R {
        let s = m.scopeRef, f = m.fp, o = m.out
        m.scope = scope
        m.fp = slots
        m.out = next
        defer { m.scopeRef = s; m.fp = f; m.out = o }
        guard let gathering else { return try body() }
        let streams = m.streams
        m.streams = gathering
        defer { m.streams = streams }
        return try body()
    }
}

/// A native cmdlet in a pipeline.
final class CmdletStage: Stage {
    let info: CmdletInfo
    let cmdlet: Cmdlet
    let arguments: [Argument]
    let site: CommandNode?
    var binder: ParameterBinder!
    private var hasBegun = false
    private var early: [Value] = []
    private let context: CommandContext
    /// The place of the one parameter that takes each object as it comes, or -1.
    private var direct = -1
    private var sinkAsOutput: Sink { next.takeUnretainedValue() }

    init(_ m: Machine, info: CmdletInfo, arguments: [Argument], site: CommandNode?) {
        self.info = info
        cmdlet = info.make()
        self.arguments = arguments
        self.site = site
        context = CommandContext(command: info, common: CommonParameters(), site: site, outer: m.context)
        super.init(m)
        cmdlet.m = m
        cmdlet.callSite = context.position
        cmdlet.command = info
    }

    private func guarded(_ body: () throws -> Void) throws {
        do { try within(callerScope, callerSlots) { try m.running(context, body) } } catch { throw attributed(error) }
    }
    override func begin(expectsInput: Bool) throws {
        guard let metadata = try info.metadata(m) else { return }
        cmdlet.metadata = metadata
        cmdlet.output = sinkAsOutput
        cmdlet.expectsInput = expectsInput
        try guarded {
            let b = ParameterBinder(m, metadata, command: info)
            binder = b
            if let site { b.source = site.source; b.callExtent = site.extent }
            try b.bind(arguments)
            try b.finish(expectsInput: expectsInput)
            context.common = b.common
            cmdlet.common = b.common
            if b.common.isPresent {
                try collect(b.common)
                cmdlet.output = sinkAsOutput
            }
            cmdlet.values = b.values
            cmdlet.parameterSet = b.parameterSetName
            try cmdlet.begin()
        }
        hasBegun = true
        while !early.isEmpty { try put(early.removeFirst()) }
    }
    override func put(_ v: Value) throws {
        // What the command before puts out in its own beginning waits for this one's.
        guard hasBegun else { early.append(v); return }
        if direct >= 0 { return try take(v) }
        // The binder alone holds the values while it binds, so that nothing is copied.
        cmdlet.values = []
        try guarded {
            guard try binder.bindPipeline(v) else { return }
            cmdlet.values = binder.values
            cmdlet.parameterSet = binder.parameterSetName
            try cmdlet.process()
        }
        if binder.bindsDirectly {
            direct = binder.directParameter
            binder.values = []
        }
    }
    /// An object for a parameter that takes it as it is: no binding.
    private func take(_ v: Value) throws {
        let s = m.scopeRef, f = m.fp, o = m.out
        m.scope = callerScope
        m.fp = callerSlots
        m.out = next
        defer { m.scopeRef = s; m.fp = f; m.out = o }
        cmdlet.values[direct] = v
        if isGathering { return try guarded { try cmdlet.process() } }
        let before = m.context
        m.context = context
        defer { m.context = before }
        do { try cmdlet.process() } catch { throw attributed(error) }
    }
    @inline(never) private func attributed(_ error: Error) -> Error {
        if error is PSError || error is NetException, let e = m.asPSError(error) {
            m.attribute(e, to: info, site)
            return e
        }
        return error
    }
    override func processOnce() throws { try guarded { try cmdlet.process() } }
    override func finish() throws { try guarded { try cmdlet.end() } }
    override func dispose() { cmdlet.cleanup() }
}

/// A script function, filter or block in a pipeline.
final class FunctionStage: Stage {
    let block: ScriptBlock
    let compiled: CompiledBlock
    let command: CommandInfo?
    let arguments: [Argument]
    let site: CommandNode?
    var this: Value?
    /// The scope is that of a script file.
    var isScript = false
    /// The scope is the session's global one while the script runs.
    var isGlobal = false
    /// What a script finds as `$input` where nothing is piped into it: the lines of standard input.
    var standardInput: Enumerator?
    private var binder: ParameterBinder?
    private var scope: Scope!
    private var slots: UnsafeMutablePointer<Value>!
    private var input: [Value] = []
    private var hasBegun = false
    private var early: [Value] = []
    private var usesInput = false
    private var last: Value?
    /// A parameter takes the objects of the pipeline.
    private var isFed = false
    private var context: CommandContext?

    init(_ m: Machine, block: ScriptBlock, compiled: CompiledBlock, command: CommandInfo?, arguments: [Argument], site: CommandNode?) {
        self.block = block
        self.compiled = compiled
        self.command = command
        self.arguments = arguments
        self.site = site
        super.init(m)
    }

    override func begin(expectsInput: Bool) throws {
        guard let metadata = try block.code.metadata(m) else { return }
        let b = ParameterBinder(m, metadata, command: command ?? AnonymousCommand.shared)
        binder = b
        if let site { b.source = site.source; b.callExtent = site.extent }
        try m.checkRoom(m.sp, compiled.layout.count)
        if compiled.dynamicParam != nil { b.dynamicParameters = { [unowned self] in try self.dynamicParameters($0) } }
        do {
            try b.bind(arguments)
            try b.finish(expectsInput: expectsInput)
        } catch let e as PSError { m.attribute(e, to: command, site); throw e }
        for p in runtimeParameters { if let v = b.value(of: p.name) { p.value = v; p.isSet = true } }
        isFed = b.needsPipeline
        slots = m.sp
        slots.initialize(repeating: .undef, count: compiled.layout.count)
        m.sp = slots + compiled.layout.count
        let s = Scope(parent: block.captured == nil ? m.parentScope(of: block, from: callerScope) : m.session.state.global, layout: compiled.layout, slots: slots, home: block.home ?? callerScope.home)
        s.command = command
        s.site = site
        if let c = block.captured { s.extra = c }
        s.isScript = isScript || block.captured != nil
        scope = s
        if isGlobal { m.enterGlobal(s) }
        if let this { try s.set(Name("this"), this, m) }
        usesInput = compiled.inputSlot >= 0
        m.depth += 1
        defer { m.depth -= 1 }
        try within(s, slots) {
            for (i, p) in compiled.parameters.enumerated() {
                let v = b.values[i]
                if v.isUndef { try m.bindDefault(p, slots + i, bare: arguments.isEmpty) } else { slots[i] = v }
            }
            if compiled.argsSlot >= 0 { slots[compiled.argsSlot] = .object(PSArray(b.remaining)) }
            if compiled.invocationSlot >= 0 { slots[compiled.invocationSlot] = .object(invocation(b, expectsInput)) }
            if compiled.boundParametersSlot >= 0 { slots[compiled.boundParametersSlot] = .object(boundTable(b)) }
            if compiled.isAdvanced {
                let c = CommandContext(command: command, common: b.common, site: site, outer: m.context)
                context = c
                if b.common.isPresent {
                    try b.common.setPreferences(m)
                    try collect(b.common)
                }
                if compiled.cmdletSlot >= 0 { slots[compiled.cmdletSlot] = .object(ScriptCmdlet(m, command: command, binder: b, output: next.takeUnretainedValue(), context: c)) }
            }
            if let begin = compiled.begin {
                if usesInput { slots[compiled.inputSlot] = .object(Enumerator([])) }
                try running { try m.runList(begin) }
            }
        }
        hasBegun = true
        while !early.isEmpty { try put(early.removeFirst()) }
    }
    private var runtimeParameters: [RuntimeParameter] = []
    /// Runs the `dynamicparam` block, in a scope of its own that has the parameters bound so far.
    private func dynamicParameters(_ b: ParameterBinder) throws -> [ParameterMetadata] {
        guard let list = compiled.dynamicParam else { return [] }
        let count = compiled.layout.count, base = m.sp
        try m.checkRoom(base, count)
        base.initialize(repeating: .undef, count: count)
        m.sp = base + count
        let s = Scope(parent: callerScope, layout: compiled.layout, slots: base, home: block.home ?? callerScope.home)
        s.command = command
        s.site = site
        if let c = block.captured { s.extra = c }
        defer { m.popTo(base) }
        var made: [ParameterMetadata] = [], sets = b.metadata.sets
        let result = try within(s, base) {
            for (i, p) in compiled.parameters.enumerated() {
                if b.values[i].isUndef { try m.bindDefault(p, base + i, bare: true) } else { base[i] = b.values[i] }
            }
            if compiled.boundParametersSlot >= 0 { base[compiled.boundParametersSlot] = .object(boundTable(b)) }
            return try m.captured { try m.runList(list) }
        }
        var found: [RuntimeParameter] = []
        func take(_ v: Value) {
            if let t = v.cast(Table.self) { t.forEachPair { _, x in if let p = x.cast(RuntimeParameter.self) { found.append(p) }; return true } }
            if let p = v.cast(RuntimeParameter.self) { found.append(p) }
        }
        if let s = result.cast(Seq.self) { for v in s.elements { take(v) } } else { take(result) }
        for p in found { made.append(try m.metadata(of: p, sets: &sets)) }
        b.dynamicSets = sets
        runtimeParameters = found
        return made
    }
    private func invocation(_ b: ParameterBinder, _ expectsInput: Bool) -> InvocationValue {
        let position = site.map { ScriptPosition(source: $0.source, extent: $0.extent) }
        let i = InvocationValue(command: command, name: site?.invocationName ?? (command as? ExternalScriptInfo)?.path ?? "", position: position, boundParameters: .object(boundTable(b)))
        i.unbound = b.remaining
        i.expectsInput = expectsInput
        i.isScript = isScript
        return i
    }
    private func boundTable(_ b: ParameterBinder) -> Table {
        b.boundParameters()
    }
    private func running(_ body: () throws -> Void) throws {
        guard let home = block.home, callerScope.home !== home else { return try runningHere(body) }
        // Blocks of the caller's that are called meanwhile run below the caller's scope again.
        let state = callerScope.home, before = state.resume
        state.resume = .passUnretained(callerScope)
        defer { state.resume = before }
        try runningHere(body)
    }
    private func runningHere(_ body: () throws -> Void) throws {
        guard let context else { return try body() }
        do { try m.running(context, body) } catch let e as CommandEnded { throw PSError(e.record) }
    }

    override func put(_ v: Value) throws {
        guard hasBegun else { early.append(v); return }
        guard let process = compiled.process else { input.append(v); return }
        m.depth += 1
        defer { m.depth -= 1 }
        try within(scope, slots) {
            let before = m.item
            m.item = v
            if compiled.end != nil { last = v }
            defer { m.item = before }
            if usesInput { slots[compiled.inputSlot] = .object(Enumerator([v])) }
            if isFed, let b = binder {
                do { if try !b.bindPipeline(v) { return } } catch let e as PSError { m.attribute(e, to: command, site); throw e }
                for i in 0..<compiled.parameters.count where !b.values[i].isUndef { slots[i] = b.values[i] }
                if compiled.boundParametersSlot >= 0 { slots[compiled.boundParametersSlot] = .object(boundTable(b)) }
            }
            try running { try m.runList(process) }
        }
    }
    override func processOnce() throws {
        guard let process = compiled.process else { return }
        m.depth += 1
        defer { m.depth -= 1 }
        try within(scope, slots) {
            if usesInput { slots[compiled.inputSlot] = .object(Enumerator([])) }
            try running { try m.runList(process) }
        }
    }
    override func finish() throws {
        guard let end = compiled.end else { return }
        m.depth += 1
        let before = m.item
        // `$_` is still the last object.
        if let last { m.item = last }
        defer { m.depth -= 1; m.item = before }
        try within(scope, slots) {
            if usesInput { slots[compiled.inputSlot] = compiled.isAdvanced ? .object(PSArray(input)) : .object(standardInput ?? Enumerator(input)) }
            if compiled.process == nil, isFed, let last = input.last, let b = binder {
                // Without a process block a pipeline parameter holds the last object.
                for v in input.dropLast() { _ = try b.bindPipeline(v) }
                if try b.bindPipeline(last) { for i in 0..<compiled.parameters.count where !b.values[i].isUndef { slots[i] = b.values[i] } }
            }
            try running { try m.runList(end) }
        }
    }
    override func dispose() {
        guard scope != nil else { return }
        scope.isLive = false
        defer { if isGlobal { m.leaveGlobal() } }
        if let clean = compiled.clean { _ = try? within(scope, slots) { try m.runList(clean) } }
        if scope.functions != nil || scope.aliases != nil { m.session.commands.epoch += 1 }
    }
}

/// `ForEach-Object { … }` with one literal block: runs in the slots of the block around it.
final class InlineForEachStage: Stage {
    private let body: CompiledBlock
    init(_ m: Machine, _ b: CompiledBlock) { body = b; super.init(m) }
    override func put(_ v: Value) throws {
        let s = m.scopeRef, f = m.fp, o = m.out
        var item = v
        m.scopeRef = callerRef
        m.fp = callerSlots
        m.out = next
        swap(&m.item, &item)
        defer { m.scopeRef = s; m.fp = f; m.out = o; swap(&m.item, &item) }
        do { try body.runBody(m) } catch let e as PSError where !e.record.isThrown {
            if e.record.commandClass == nil { e.record.commandClass = "Microsoft.PowerShell.Commands.ForEachObjectCommand" }
            throw e
        }
    }
    override func processOnce() throws { try put(.null) }
}

/// `Where-Object { … }` with one literal block of one expression.
final class InlineWhereStage: Stage {
    private let body: CompiledBlock
    private let expression: Node?
    init(_ m: Machine, _ b: CompiledBlock) {
        body = b
        let nodes = b.end?.nodes
        expression = nodes?.count == 1 && b.end?.traps.isEmpty == true ? nodes![0].takeUnretainedValue() as? ExpressionStatement : nil
        super.init(m)
    }
    override func put(_ v: Value) throws {
        if try keeps(v) { try next._withUnsafeGuaranteedRef { try $0.put(v) } }
    }
    @inline(__always) private func keeps(_ v: Value) throws -> Bool {
        let s = m.scopeRef, f = m.fp
        var item = v
        m.scopeRef = callerRef
        m.fp = callerSlots
        swap(&m.item, &item)
        defer { m.scopeRef = s; m.fp = f; swap(&m.item, &item) }
        if let expression { return try expression.test(m) }
        return try m.captured { try body.runBody(m) }.isTrue
    }
    override func processOnce() throws {}
}

extension Machine {
    /// Runs `commands` as one pipeline, after `first` (an expression) if there is one.
    func runPipeline(_ commands: [CommandNode], first: Node?) throws {
        var stages: [Stage] = []
        stages.reserveCapacity(commands.count)
        for (i, c) in commands.enumerated() { stages.append(try makeStage(c, isFirst: i == 0 && first == nil, isLast: i == commands.count - 1)) }
        // Errors of commands inside are their own statements' affair.
        let outside = failed
        failed = false
        defer { failed = outside }
        try runStages(stages, feed: first)
        succeeded = !failed
    }

    /// Runs one command whose target is known.
    func runCommand(_ c: CommandNode, _ target: CallTarget) throws {
        let stage = try makeStage(c, target, isFirst: true, isLast: true)
        let outside = failed
        failed = false
        defer { failed = outside }
        try runStages([stage], feed: nil)
        succeeded = !failed
    }

    /// Begins, feeds and finishes the stages; output of the last goes where it goes now.
    func runStages(_ stages: [Stage], feed: Node?) throws {
        let base = sp, before = out, s = scopeRef, f = fp, level = depth, pooled = poolTop
        for i in 0..<stages.count { stages[i].next = i + 1 < stages.count ? .passUnretained(stages[i + 1]) : before }
        defer {
            for st in stages.reversed() { st.dispose() }
            if sp > base { popTo(base) }
            out = before
            scopeRef = s
            fp = f
            depth = level
            poolTop = pooled
        }
        try withExtendedLifetime(stages) {
            for (i, st) in stages.enumerated() { try st.begin(expectsInput: i > 0 || feed != nil) }
            var from = 0
            do {
                if let feed { try feed.stream(self, into: stages[0]) } else { try stages[0].processOnce() }
            } catch let stop as StopUpstream {
                guard let at = stages.firstIndex(where: { $0 === stop.stage || ($0 as? CmdletStage)?.cmdlet === stop.stage }) else { throw stop }
                from = at
                scopeRef = s
                fp = f
                out = before
            }
            for i in from..<stages.count {
                do { try stages[i].finish() } catch let stop as StopUpstream {
                    guard stages.contains(where: { $0 === stop.stage || ($0 as? CmdletStage)?.cmdlet === stop.stage }) else { throw stop }
                }
            }
        }
    }

    func makeStage(_ c: CommandNode, isFirst: Bool, isLast: Bool) throws -> Stage {
        try makeStage(c, c.target(self), isFirst: isFirst, isLast: isLast)
    }
    private func makeStage(_ c: CommandNode, _ target: CallTarget, isFirst: Bool, isLast: Bool) throws -> Stage {
        let stage: Stage
        switch target {
        case .block(let b): stage = try blockStage(b, c, nil)
        case .command(let info):
            switch info {
            case let f as FunctionInfo: stage = try blockStage(f.block, c, f)
            case let k as CmdletInfo:
                if c.words.count == 1, let node = c.words[0].node as? ScriptBlockNode, c.words[0].parameter == nil, let inline = node.code.inlined, inline.layout === scope.layout {
                    if k.name == "ForEach-Object" { stage = InlineForEachStage(self, inline); break }
                    if k.name == "Where-Object" { stage = InlineWhereStage(self, inline); break }
                }
                stage = CmdletStage(self, info: k, arguments: try c.arguments(self), site: c)
            case let x as ExternalScriptInfo: stage = try scriptStage(x, c)
            case let a as ApplicationInfo: stage = try programStage(a, c, isFirst: isFirst, isLast: isLast)
            default: throw commandNotFound(info.name)
            }
        }
        return c.redirections.isEmpty ? stage : try redirected(stage, c)
    }
    private func blockStage(_ b: ScriptBlock, _ c: CommandNode, _ f: FunctionInfo?) throws -> Stage {
        if c.invocation == .dot { return DotStage(self, block: b, arguments: try c.arguments(self), command: f, site: c) }
        return FunctionStage(self, block: b, compiled: try b.code.compiled(self), command: f, arguments: try c.arguments(self), site: c)
    }
}

/// `. { … }`, `. f`: in the current scope, by name.
final class DotStage: Stage {
    let block: ScriptBlock
    let arguments: [Argument]
    let command: CommandInfo?
    let site: CommandNode?
    private var input: [Value] = []
    init(_ m: Machine, block: ScriptBlock, arguments: [Argument], command: CommandInfo?, site: CommandNode?) {
        self.block = block; self.arguments = arguments; self.command = command; self.site = site
        super.init(m)
    }
    override func put(_ v: Value) throws { input.append(v) }
    override func finish() throws {
        try within(callerScope, callerSlots) {
            let b = try block.code.dynamic(m)
            if let metadata = try block.code.metadata(m), !b.parameters.isEmpty || !arguments.isEmpty {
                let binder = ParameterBinder(m, metadata, command: command ?? AnonymousCommand.shared)
                do { try binder.bind(arguments); try binder.finish(expectsInput: false) } catch let e as PSError { m.attribute(e, to: command, site); throw e }
                for (i, p) in b.parameters.enumerated() {
                    if !binder.values[i].isUndef { try m.scope.set(p.name, binder.values[i], m); continue }
                    let c = try p.constraint(m)
                    if let d = p.defaultValue { let v = try d.eval(m); try m.scope.set(p.name, c.map { try $0.convert(v, m) } ?? v, m) }
                    else { try m.scope.set(p.name, c?.unset(bare: arguments.isEmpty, m) ?? .null, m) }
                }
                if b.usesArgs { try m.scope.set(Name("args"), .object(PSArray(binder.remaining)), m) }
            } else if b.usesArgs { try m.scope.set(Name("args"), .object(PSArray([])), m) }
            if !input.isEmpty { try m.scope.set(Name("input"), .object(Enumerator(input)), m) }
            if let begin = b.begin { try m.runList(begin) }
            if let process = b.process {
                let before = m.item
                defer { m.item = before }
                if input.isEmpty { try m.runList(process) } else { for v in input { m.item = v; try m.runList(process) } }
            }
            if let end = b.end { try m.runList(end) }
        }
    }
}

/// Stands for a script block where the binder wants a command.
final class AnonymousCommand: CommandInfo {
    static let shared = AnonymousCommand("", .script)
}
