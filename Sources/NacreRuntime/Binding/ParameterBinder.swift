import NacreSyntax

/// Binds the words of one call, then the objects of its pipeline, to a command's parameters.
///
/// The steps are PowerShell's: names are paired with values, named parameters are bound, positions filled, what remains given to the
/// parameter for it (or to `$args`), defaults of `$PSDefaultParameterValues` added; `finish` then decides on the parameter set.
public final class ParameterBinder {
    let m: Machine
    public private(set) var metadata: CommandMetadata
    let command: CommandInfo
    private(set) var table: BindingTable
    /// By parameter; `.undef` where nothing was bound.
    public internal(set) var values: [Value]
    /// Parameters bound by the call itself, in order; an index behind those of the metadata is a common parameter.
    public internal(set) var order: [Int] = []
    /// `$args` of simple functions.
    public private(set) var remaining: [Value] = []
    public internal(set) var parameterSetName = "__AllParameterSets"
    public private(set) var common = CommonParameters()
    /// True where objects of a pipeline are to be bound: always for advanced commands, which refuse those that fit nothing.
    public var needsPipeline: Bool {
        if metadata.isAdvanced { return true }
        return table.pipeline.contains { values[$0].isUndef || fed.contains($0) }
    }
    /// The call's source and extent, for the positions of errors.
    public var source: Source?
    public var callExtent: Extent?
    /// Asks a function for its dynamic parameters, once the static ones are bound; nil gives none.
    public var dynamicParameters: ((ParameterBinder) throws -> [ParameterMetadata])?

    /// The names of the parameter sets once dynamic parameters are known.
    var dynamicSets: [String]?
    /// Parameter sets that still fit.
    var valid: UInt64
    /// Arguments of bound parameters and where they stood, for errors.
    var commonValues: [Value] = []
    /// Script blocks that are to be evaluated for each pipeline object, by parameter.
    var delayed: [(parameter: Int, block: ScriptBlock)] = []
    private var splatted: Set<Int> = []
    /// `finish` came to an end.
    var isDecided = false
    let expectsCmdletErrors: Bool
    // What the last pipeline object bound, and the state to go back to.
    var fed: [Int] = []
    var validBeforePipeline: UInt64 = 0
    var setNameBeforePipeline = ""

    public init(_ m: Machine, _ metadata: CommandMetadata, command: CommandInfo) {
        self.m = m
        self.metadata = metadata
        self.command = command
        table = metadata.table
        values = Array(repeating: .undef, count: table.parameters.count)
        valid = table.all
        expectsCmdletErrors = command is CmdletInfo
    }

    var errors: BindingErrors { BindingErrors(command: command, source: source, callExtent: callExtent) }

    /// A word of the call, its name paired with its value.
    struct Word { var name: String?; var value: Value; var extent: Extent; var isSplatted: Bool; var hasColon: Bool; var argument = -1 }

    /// The way the words of this call were bound, while a later call of the same shape could be bound so too.
    var steps: [BindingPlan.Step] = []
    var isPlannable = true
    /// The plan in use, or nil where names are looked up.
    var plan: BindingPlan?

    public func bind(_ args: [Argument]) throws {
        if dynamicParameters == nil, let known = table.plan(for: args), !hasDefaults { return try follow(known, args) }
        if dynamicParameters != nil || args.contains(where: \.isSplatted) { isPlannable = false }
        var words = try pair(args)
        try bindNamed(&words)
        try bindPositions(&words)
        if let dynamicParameters {
            self.dynamicParameters = nil
            let more = try dynamicParameters(self)
            if !more.isEmpty {
                extend(more)
                words = try pairAgain(words)
                try bindNamed(&words)
                try bindPositions(&words)
            }
        }
        try bindRemaining(&words)
        try bindDefaults()
        readCommon()
        if isPlannable, remaining.isEmpty { plan = BindingPlan(args, steps) }
    }
    private var hasDefaults: Bool {
        guard metadata.isAdvanced, case .object(let o)? = m.lookup(WellKnownNames.defaultParameterValues), let t = o as? Table else { return false }
        return t.count > 0
    }

    // MARK: names and values

    /// Joins each name with the value after it, unless it is a switch.
    private func pair(_ args: [Argument]) throws -> [Word] {
        var out: [Word] = []
        out.reserveCapacity(args.count)
        var i = 0
        while i < args.count {
            let a = args[i]
            i += 1
            guard let name = a.parameter else { out.append(Word(name: nil, value: a.value, extent: a.extent, isSplatted: a.isSplatted, hasColon: false, argument: i - 1)); continue }
            guard a.value.isUndef else { out.append(Word(name: name, value: a.value, extent: a.extent, isSplatted: a.isSplatted, hasColon: true, argument: i - 1)); continue }
            var word = Word(name: name, value: .undef, extent: a.extent, isSplatted: a.isSplatted, hasColon: false)
            switch table.find(name) {
            case .none:
                // A simple function keeps the value with the name it does not know.
                if !metadata.isAdvanced, i < args.count, args[i].parameter == nil {
                    word.value = args[i].value
                    i += 1
                }
            case .ambiguous(let matches): if metadata.isAdvanced { throw errors.ambiguousName(name, matches, at: a.extent) }
            case .one(let p):
                let parameter = table.parameter(p)
                if parameter.isSwitch { word.value = SwitchValue.of(true); word.argument = BindingPlan.switchOn; break }
                guard i < args.count else { throw errors.missingArgument(parameter, at: a.extent) }
                let next = args[i]
                if let other = next.parameter {
                    // A word that only looks like a parameter is a value.
                    if !next.value.isUndef { throw errors.missingArgument(parameter, at: a.extent) }
                    if case .none = table.find(other) { word.value = Value("-" + other) } else { throw errors.missingArgument(parameter, at: a.extent) }
                } else { word.value = next.value; word.argument = i }
                i += 1
            }
            out.append(word)
        }
        return out
    }
    /// Once dynamic parameters are known, names that were left get their values.
    private func pairAgain(_ words: [Word]) throws -> [Word] {
        try pair(words.map { w in
            Argument(parameter: w.name, value: w.value, extent: w.extent, isSplatted: w.isSplatted)
        })
    }

    private func bindNamed(_ words: inout [Word]) throws {
        var left: [Word] = []
        // A name written in the call wins over the same name in a splatted table.
        var written: Set<Int> = []
        if words.contains(where: { $0.isSplatted && $0.name != nil }) {
            for w in words where !w.isSplatted { if let n = w.name, case .one(let p) = table.find(n) { written.insert(p) } }
        }
        for w in words {
            guard let name = w.name else { left.append(w); continue }
            switch table.find(name) {
            case .none:
                left.append(w)
            case .ambiguous(let matches):
                if metadata.isAdvanced { throw errors.ambiguousName(name, matches, at: w.extent) }
                left.append(w)
            case .one(let p):
                if w.isSplatted, written.contains(p) { continue }
                if isBound(p) { throw errors.alreadyBound(table.parameter(p).name, at: w.extent) }
                try bindOne(p, w.value, at: w.extent, from: w.argument)
            }
        }
        words = left
    }
    func isBound(_ p: Int) -> Bool {
        if p < values.count { return !values[p].isUndef || delayed.contains { $0.parameter == p } }
        return p - values.count < commonValues.count && !commonValues[p - values.count].isUndef
    }

    /// Binds a value that the call gave, converting it.
    func bindOne(_ p: Int, _ v: Value, at extent: Extent?, from argument: Int = -1) throws {
        if argument == -1 { isPlannable = false } else if isPlannable { steps.append(BindingPlan.Step(parameter: p, argument: argument)) }
        if p >= values.count {
            if commonValues.isEmpty { commonValues = Array(repeating: .undef, count: table.common.count) }
            let parameter = table.parameter(p)
            commonValues[p - values.count] = try admit(parameter, v, isMandatory: false, asCmdlet: true, at: extent)
            order.append(p)
            return
        }
        if let block = v.unwrapped.obj as? ScriptBlock, isDelayable(p) {
            delayed.append((p, block))
            isPlannable = false
        } else {
            values[p] = try admit(table.parameters[p], v, isMandatory: table.mandatory[p] != 0, asCmdlet: expectsCmdletErrors, at: extent)
        }
        order.append(p)
        let narrowed = valid & table.sets[p]
        if narrowed == 0 { throw errors.ambiguousSet() }
        valid = narrowed
    }
    /// A script block for a parameter of another type that the pipeline could feed is evaluated for each object.
    private func isDelayable(_ p: Int) -> Bool {
        guard metadata.isAdvanced, table.byValue[p] | table.byName[p] != 0 else { return false }
        switch table.parameters[p].type.code {
        case .scriptBlock, .object, .psobject: return false
        case .array: return table.parameters[p].type.element.map { $0.code != .scriptBlock && $0.code != .object && $0.code != .psobject } ?? true
        default: return true
        }
    }

    // MARK: positions

    private func bindPositions(_ words: inout [Word]) throws {
        var values = words.indices.filter { words[$0].name == nil }[...]
        guard !values.isEmpty else { return }
        var bound: Set<Int> = []
        for candidates in table.positions {
            guard let at = values.first else { break }
            let free = candidates.filter { !isBound($0.parameter) && $0.sets & valid != 0 }
            if free.isEmpty { continue }
            values.removeFirst()
            if try bindPosition(free, words[at]) { bound.insert(at) }
        }
        if !bound.isEmpty { words = words.indices.filter { !bound.contains($0) }.map { words[$0] } }
    }
    private func bindPosition(_ free: [BindingTable.Candidate], _ w: Word) throws -> Bool {
        if free.count == 1 || free.allSatisfy({ $0.parameter == free[0].parameter }) {
            try bindOne(free[0].parameter, w.value, at: w.extent, from: w.argument)
            return true
        }
        // The default set first, and without conversion before with it.
        let ranked = free.filter { $0.sets & table.defaultSet != 0 } + free.filter { $0.sets & table.defaultSet == 0 }
        isPlannable = false
        var first: Error?
        for c in ranked where fits(table.parameters[c.parameter], w.value) {
            do { try bindOne(c.parameter, w.value, at: w.extent, from: w.argument); return true } catch { first = first ?? error }
        }
        for c in ranked {
            do { try bindOne(c.parameter, w.value, at: w.extent, from: w.argument); return true } catch { first = first ?? error }
        }
        if let first { throw first }
        return false
    }

    // MARK: what is left

    private func bindRemaining(_ words: inout [Word]) throws {
        if words.isEmpty { return }
        if metadata.isAdvanced, let named = words.first(where: { $0.name != nil }), let name = named.name {
            let takesRest = table.hasRemaining && restParameter() != nil
            if !takesRest { throw errors.notFound(name, at: named.extent) }
        }
        if let p = restParameter() {
            var rest: [Value] = []
            for w in words {
                if let name = w.name { rest.append(Value("-" + name + (w.hasColon ? ":" : ""))) }
                if !w.value.isUndef { rest.append(w.value) }
            }
            // One list alone is the list itself.
            let v: Value = if rest.count == 1, let s = rest[0].unwrapped.obj as? Seq { .object(s) } else { .object(PSArray(rest)) }
            words = []
            try bindOne(p, v, at: nil)
            return
        }
        if metadata.isAdvanced {
            if let w = words.first { throw errors.positionalNotFound(m.str(w.value).string) }
            return
        }
        for w in words {
            if let name = w.name {
                isPlannable = false
                remaining.append(.object(ParameterWord(w.hasColon ? name + ":" : name, .undef)))
                if !w.value.isUndef { remaining.append(w.value) }
            } else { remaining.append(w.value) }
        }
        words = []
    }
    private func restParameter() -> Int? {
        guard table.hasRemaining else { return nil }
        return table.parameters.indices.first { table.remaining[$0] & valid != 0 && !isBound($0) }
    }

    private func extend(_ more: [ParameterMetadata]) {
        let old = metadata
        let all = old.parameters + more.filter { p in !old.parameters.contains { $0.key == p.key } }
        var sets = dynamicSets ?? old.sets
        // Dynamic parameters may bring parameter sets of their own; their memberships are indices into the same list.
        if let highest = more.flatMap(\.memberships).map(\.set).max(), highest >= sets.count { while sets.count <= highest { sets.append("__Set\(sets.count)") } }
        let fresh = CommandMetadata(old.name, parameters: all, sets: sets, defaultSet: old.defaultSet)
        fresh.supportsShouldProcess = old.supportsShouldProcess
        fresh.isAdvanced = old.isAdvanced
        fresh.positionalBinding = old.positionalBinding
        fresh.confirmImpact = old.confirmImpact
        let count = old.parameters.count
        metadata = fresh
        table = fresh.table
        values += Array(repeating: .undef, count: all.count - count)
        // Common parameters moved behind the new ones.
        order = order.map { $0 >= count ? $0 + all.count - count : $0 }
    }

    func readCommon() {
        guard !commonValues.isEmpty else { return }
        common.isPresent = true
        for (i, v) in commonValues.enumerated() where !v.isUndef { table.common[i].set(&common, v, m) }
    }

    // MARK: results

    /// What the call bound, as `$PSBoundParameters`.
    public func boundParameters() -> Table {
        let t = Table(type: .boundParameters, rule: .ignoringCase, keyType: .string, capacity: order.count)
        for p in order { t.set(.object(Str(table.parameter(p).name)), value(p)) }
        for p in fed { t.set(.object(Str(table.parameters[p].name)), values[p]) }
        return t
    }
    func value(_ p: Int) -> Value { p < values.count ? (values[p].isUndef ? .null : values[p]) : commonValues[p - values.count] }
    /// The value bound to a parameter of a name, or nil.
    public func value(of name: String) -> Value? {
        guard case .one(let p) = table.find(name), isBound(p) else { return nil }
        return value(p)
    }
}
