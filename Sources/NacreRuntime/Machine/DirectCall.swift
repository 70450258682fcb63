import NacreSyntax

/// A call of a script function that was bound before: every word goes straight into the slot of its parameter, through the parameter's type
/// and rules. What the binder found out about names, positions and parameter sets holds for all calls of one place in a script.
///
/// Anything out of the ordinary (a value that is refused, a script block that the pipeline might evaluate) is left to the binder, which has the
/// values by then and says what is wrong.
final class DirectCall {
    /// How a parameter takes its value.
    private struct Step {
        let slot: Int
        /// The place among the values on the stack; -1 for a switch that stands alone.
        let word: Int
        /// The code of values that need no conversion: `.object` for all.
        let code: TypeCode
        let type: TypeRef
        let rules: [ArgumentRule]
        /// Null and empty texts and collections are for the binder to refuse.
        let refusesEmpty: Bool
        let name: Str
    }
    private let function: FunctionInfo
    private let block: CompiledBlock
    private let values: NodeList
    private let steps: UnsafeMutablePointer<Step>
    private let stepCount: Int
    private let words: [CallWord]
    /// What runs under a command's name: errors and messages follow what it was called with.
    private let isAdvanced: Bool

    deinit {
        values.release()
        steps.deinitialize(count: stepCount)
        steps.deallocate()
    }

    /// The direct form of a call that the binder has just bound; nil where each call has to be bound afresh.
    init?(_ call: CommandNode, _ f: FunctionInfo, _ m: Machine) throws {
        let b = try f.block.code.compiled(m)
        guard b.takesDirectCalls, !f.block.isOfModule, call.redirections.isEmpty, !call.words.contains(where: { $0.splat || $0.isEndOfParameters }), let metadata = try f.metadata(m) else { return nil }
        let table = metadata.table
        let shape = call.words.map { Argument(parameter: $0.parameter, value: $0.node == nil ? .undef : .null, extent: $0.extent) }
        guard let plan = table.plan(for: shape), plan.isComplete else { return nil }
        // The words' values lie on the stack in the order written.
        var place: [Int] = [], nodes: [Node] = []
        for w in call.words {
            place.append(nodes.count)
            if let n = w.node { nodes.append(n) }
        }
        var made: [Step] = []
        for s in plan.steps {
            guard s.parameter < table.parameters.count else { return nil }
            let p = table.parameters[s.parameter]
            guard p.rules.allSatisfy(\.isPure) else { return nil }
            made.append(Step(slot: s.parameter, word: s.argument == BindingPlan.switchOn ? -1 : place[s.argument], code: p.type.code == .psobject ? .object : p.type.code, type: p.type,
                             rules: p.rules, refusesEmpty: table.mandatory[s.parameter] != 0, name: Str(p.name)))
        }
        guard made.filter({ $0.word >= 0 }).count == nodes.count else { return nil }
        function = f
        block = b
        values = NodeList(nodes)
        words = call.words
        isAdvanced = metadata.isAdvanced
        stepCount = made.count
        steps = .allocate(capacity: max(stepCount, 1))
        for (i, s) in made.enumerated() { (steps + i).initialize(to: s) }
    }

    /// Runs the call.
    func run(_ site: CommandNode, _ m: Machine) throws {
        let base = m.sp
        var i = 0
        do {
            while i < values.count { m.push(try values[i].eval(m).orNull); i += 1 }
        } catch { m.popTo(base); throw error }
        let slots = m.sp, total = block.layoutRef._withUnsafeGuaranteedRef { $0.count }
        do { try m.checkRoom(slots, total) } catch { m.popTo(base); throw error }
        let top = slots + total
        while m.sp < top { m.sp.initialize(to: .undef); m.sp += 1 }
        i = 0
        while i < stepCount {
            if !admit(i, base, slots, m) { return try bindAfresh(base, site, m) }
            i += 1
        }
        let outer = m.scopeRef, context = m.context, outside = m.failed
        if isAdvanced { m.context = CommandContext(command: function, common: CommonParameters(), site: site, outer: context) }
        m.failed = false
        defer {
            m.failed = outside
            m.context = context
        }
        try m.inFrame(block.layoutRef, slots, home: function.block.homeRef ?? outer._withUnsafeGuaranteedRef { $0.homeRef }, command: .passUnretained(function), site: .passUnretained(site), parent: outer, popping: base) {
            try fillOthers(slots, m)
            try block.runParts(m)
        }
        m.succeeded = !m.failed
    }

    /// Puts a value into its slot; false where the binder has to look at it.
    @inline(__always) private func admit(_ i: Int, _ base: UnsafeMutablePointer<Value>, _ slots: UnsafeMutablePointer<Value>, _ m: Machine) -> Bool {
        let step = steps + i
        let word = step.pointee.word, to = slots + step.pointee.slot, code = step.pointee.code
        if word < 0 { to.initialize(to: SwitchValue.of(true)); return true }
        let from = base + word
        if case .object(let o) = from.pointee {
            if o.kind == .scriptBlock { return false }
            if step.pointee.refusesEmpty, o.kind == .array || o.kind == .list || o.kind == .string && unsafeDowncast(o, to: Str.self).count == 0 { return false }
        } else if step.pointee.refusesEmpty, from.pointee.isNull { return false }
        if code == .object || code == from.pointee.inlineCode && code != .other { to.initialize(to: from.pointee) } else {
            guard !from.pointee.isNull, code != .bool, let v = converted(from.pointee, step.pointee.type, m) else { return false }
            to.initialize(to: v)
        }
        return step.pointee.rules.isEmpty || passes(step.pointee.rules, to.pointee, m)
    }
    @inline(never) private func converted(_ v: Value, _ type: TypeRef, _ m: Machine) -> Value? {
        if type.code == .switchParameter { if case .bool(let b) = v { return SwitchValue.of(b) }; return nil }
        return try? m.convertArgument(v, to: type)
    }
    @inline(never) private func passes(_ rules: [ArgumentRule], _ v: Value, _ m: Machine) -> Bool {
        do { for r in rules { try r.validate(v, m) } } catch { return false }
        return true
    }

    /// Defaults of the parameters that the call leaves out, and what the block reads of the call itself.
    @inline(__always) private func fillOthers(_ slots: UnsafeMutablePointer<Value>, _ m: Machine) throws {
        if stepCount < block.parameterCount {
            for (i, p) in block.parameters.enumerated() where slots[i].isUndef { try m.bindDefault(p, slots + i, bare: words.isEmpty) }
        }
        if block.argsSlot >= 0 { slots[block.argsSlot] = .object(PSArray([])) }
        if block.boundParametersSlot >= 0 { slots[block.boundParametersSlot] = .object(boundTable(slots)) }
    }
    private func boundTable(_ slots: UnsafeMutablePointer<Value>) -> Table {
        let t = Table(type: .boundParameters, rule: .ignoringCase, keyType: .string, capacity: stepCount)
        for i in 0..<stepCount { t.set(.object(steps[i].name), slots[steps[i].slot]) }
        return t
    }

    /// The binder's way, with the values that there are.
    @inline(never) private func bindAfresh(_ base: UnsafeMutablePointer<Value>, _ site: CommandNode, _ m: Machine) throws {
        var at = 0
        let arguments = words.map { w -> Argument in
            guard w.node != nil else { return Argument(parameter: w.parameter, value: .undef, extent: w.extent) }
            defer { at += 1 }
            return Argument(parameter: w.parameter, value: base[at], extent: w.extent)
        }
        m.popTo(base)
        let outside = m.failed
        m.failed = false
        defer { m.failed = outside }
        try m.runStages([FunctionStage(m, block: function.block, compiled: block, command: function, arguments: arguments, site: site)], feed: nil)
        m.succeeded = !m.failed
    }
}

extension CompiledBlock {
    /// Nothing about the block needs the binder of each call.
    var takesDirectCalls: Bool { dynamicParam == nil && clean == nil && !hasInput && cmdletSlot < 0 && invocationSlot < 0 }

    /// Runs the begin, process and end blocks of a call without pipeline input.
    @inline(__always) func runParts(_ m: Machine) throws {
        if let begin { try m.runList(begin) }
        if let process { try m.runList(process) }
        try runBody(m)
    }
}

/// Where `$PSDefaultParameterValues` was found last.
struct DefaultsCache {
    private var scope: Unmanaged<Scope>?
    private var version = -1
    private var found: Variable?
    mutating func variable(in s: Scope) -> Variable? {
        if scope?.toOpaque() == Unmanaged.passUnretained(s).toOpaque(), version == s.extraVersion { return found }
        let v = s.extra?[WellKnownNames.defaultParameterValues]
        scope = .passUnretained(s)
        version = s.extraVersion
        found = v
        return v
    }
}

extension Machine {
    /// True where `$PSDefaultParameterValues` has a say.
    var hasDefaultParameterValues: Bool {
        var s: Unmanaged<Scope>? = scopeRef
        while let c = s {
            if let v = c._withUnsafeGuaranteedRef({ $0.extra == nil ? nil : defaults.variable(in: $0) }) {
                guard case .object(let o) = v.value, o.kind == .table else { return false }
                return unsafeDowncast(o, to: Table.self).count > 0
            }
            s = c._withUnsafeGuaranteedRef { $0.parentRef }
        }
        return false
    }
}
