/// One overload as a candidate for a call: how each argument would reach its parameter.
private struct Candidate {
    let overload: Overload
    /// The parameters as the arguments see them: a params array taken apart where it is used so.
    let parameters: [Overload.Parameter]
    let ranks: [Int]
    let isExpanded: Bool
}

extension Machine {
    /// Chooses the overload that PowerShell would call and converts the arguments to its parameters.
    /// - Throws: `MethodCountCouldNotFindBest` where none or no single one fits, `MethodArgumentConversionInvalidCastArgument` where a value does not convert.
    public func resolve(_ m: MethodMember, _ args: Args) throws -> (Overload, [Value]) {
        try resolve(m, args, called: m.name.string)
    }
    /// - Parameter called: the name for errors about the choice; the method's own serves for those about arguments.
    func resolve(_ m: MethodMember, _ args: Args, called: String) throws -> (Overload, [Value]) {
        let all = m.overloads, name = called == "new" ? ".ctor" : called
        if all.count == 1, all[0].parameters.count == args.count, !all[0].hasParams {
            return (all[0], try arguments(args, for: all[0], parameters: all[0].parameters, isExpanded: false, name))
        }
        var candidates: [Candidate] = []
        for o in all { if let c = candidate(o, args) { candidates.append(c) } }
        guard let first = candidates.first else { throw PSError.noOverload(called, args.count) }
        var best = first
        if candidates.count > 1 {
            // In the order declared, as PowerShell does it: a tie with the best so far counts only while nothing better follows.
            var isTied = false
            for c in candidates.dropFirst() {
                let order = compare(best, c)
                if order == 0 { isTied = true } else if order < 0 { best = c; isTied = false }
            }
            if isTied { throw PSError.ambiguous(called, args.count) }
        }
        return (best.overload, try arguments(args, for: best.overload, parameters: best.parameters, isExpanded: best.isExpanded, name))
    }

    private func candidate(_ o: Overload, _ args: Args) -> Candidate? {
        let n = args.count
        guard n >= o.required, n <= o.parameters.count || o.hasParams else { return nil }
        if o.hasParams, let last = o.parameters.last, let element = last.type.element {
            let fixed = o.parameters.count - 1
            if n < fixed { return nil }
            if n == o.parameters.count {
                let whole = rank(args[n - 1], last), one = rank(args[n - 1], .init(name: last.name, type: element))
                if whole > one || (whole == one && whole > 0) { return ranked(o, o.parameters, args, expanded: false) }
            }
            var p = Array(o.parameters.dropLast())
            for _ in fixed..<max(n, fixed) { p.append(.init(name: last.name, type: element)) }
            return ranked(o, p, args, expanded: true)
        }
        return ranked(o, Array(o.parameters.prefix(n)), args, expanded: false)
    }
    private func ranked(_ o: Overload, _ parameters: [Overload.Parameter], _ args: Args, expanded: Bool) -> Candidate? {
        var ranks: [Int] = []
        ranks.reserveCapacity(args.count)
        for i in 0..<args.count {
            let r = rank(args[i], parameters[i])
            if r == ConversionRank.none { return nil }
            ranks.append(r)
        }
        return Candidate(overload: o, parameters: parameters, ranks: ranks, isExpanded: expanded)
    }
    private func rank(_ v: Value, _ p: Overload.Parameter) -> Int {
        let isReference = v.obj?.kind == .reference
        if p.isRef || p.isOut { return isReference ? ConversionRank.identity : ConversionRank.none }
        if isReference, p.type !== TypeRef.reference, p.type.code != .object { return ConversionRank.none }
        return ConversionRank.of(v, to: p.type)
    }

    /// Positive where the first is better. The first arguments weigh most; between equal conversions a widening one prefers the narrower type, a narrowing one the wider.
    private func compare(_ a: Candidate, _ b: Candidate) -> Int {
        let n = a.ranks.count
        var better = 0
        for i in 0..<n where a.ranks[i] != b.ranks[i] { better += a.ranks[i] < b.ranks[i] ? -(n - i) : n - i }
        if better != 0 { return better }
        for i in 0..<n {
            let r = a.ranks[i], s = b.ranks[i]
            guard r >= ConversionRank.nullToValue, s >= ConversionRank.nullToValue, (r >= ConversionRank.numericImplicit) == (s >= ConversionRank.numericImplicit) else { continue }
            let weight = r >= ConversionRank.numericImplicit ? -(n - i) : n - i
            let there = ConversionRank.of(a.parameters[i].type, to: b.parameters[i].type), back = ConversionRank.of(b.parameters[i].type, to: a.parameters[i].type)
            if there < back { better += weight } else if there > back { better -= weight }
        }
        if better != 0 { return better }
        for i in 0..<n where a.parameters[i].type !== b.parameters[i].type { return 0 }
        switch (a.isExpanded, b.isExpanded) {
        case (true, false): return -1
        case (false, true): return 1
        case (true, true): return a.overload.parameters.count - b.overload.parameters.count
        default: return b.overload.parameters.count - a.overload.parameters.count
        }
    }

    /// The values the method gets, params arrays built and defaults filled in.
    private func arguments(_ args: Args, for o: Overload, parameters: [Overload.Parameter], isExpanded: Bool, _ name: String) throws -> [Value] {
        var out: [Value] = []
        out.reserveCapacity(o.parameters.count)
        let fixed = isExpanded ? o.parameters.count - 1 : args.count
        for i in 0..<min(fixed, args.count) { out.append(try argument(args[i], to: parameters[i], at: i, name)) }
        if isExpanded, let last = o.parameters.last, let element = last.type.element {
            var rest: [Value] = []
            for i in fixed..<max(args.count, fixed) { rest.append(try argument(args[i], to: parameters[i], at: i, name)) }
            out.append(.object(PSArray(rest, of: element)))
        }
        for p in o.parameters.dropFirst(out.count) {
            out.append(p.isParams ? .object(PSArray([], of: p.type.element ?? .object)) : p.defaultValue ?? .null)
        }
        return out
    }

    private func argument(_ v: Value, to p: Overload.Parameter, at i: Int, _ name: String) throws -> Value {
        if p.isRef || p.isOut {
            guard v.obj?.kind == .reference else {
                throw PSError(.methodException, id: "NonRefArgumentToRefParameterMsg", "Argument: '\(i + 1)' should be a System.Management.Automation.PSReference. Use [ref].", category: .notSpecified)
            }
            return v
        }
        if v.obj?.kind == .reference, p.type !== TypeRef.reference, p.type.code != .object {
            throw PSError(.methodException, id: "RefArgumentToNonRefParameterMsg", "Argument: '\(i + 1)' should not be a System.Management.Automation.PSReference. Do not use [ref].", category: .notSpecified)
        }
        return try argument(v, to: p.type, named: p.name, of: name)
    }
    /// One argument converted; the error names the parameter, the value and the method.
    public func argument(_ v: Value, to type: TypeRef, named parameter: String, of method: String) throws -> Value {
        if v.isNull { if !type.isValueType || type.code == .nullable { return type.code == .string ? .object(Str.empty) : .null } }
        else if type.code == .object { return v }
        let plain = v.unwrapped
        if ConversionRank.conforms(plain.type, type), !v.isNull { return plain }
        do {
            if type.isSubtype(of: .multicastDelegate), let block = plain.cast(ScriptBlock.self) { return .object(DelegateValue(type, block)) }
            if type.isInterface { throw PSError(.psInvalidCastException, id: "ConvertToFinalInvalidCastException", "Cannot convert the \"\(str(v).string)\" value of type \"\(plain.type.qualifiedName)\" to type \"\(type.qualifiedName)\".", category: .invalidArgument) }
            return try convert(v, to: type)
        } catch let e as PSError {
            throw PSError(ErrorRecord(ExceptionValue(.methodException,
                "Cannot convert argument \"\(parameter)\", with value: \"\(argumentText(plain))\", for \"\(method)\" to type \"\(type.qualifiedName)\": \"\(e.record.exception.message)\"", inner: e.record.exception),
                id: "MethodArgumentConversionInvalidCastArgument", category: .notSpecified))
        }
    }
    /// The value as the message shows it: what its `ToString()` gives.
    private func argumentText(_ v: Value) -> String {
        guard !v.isNull else { return "null" }
        return textOf(v, .current)
    }
}
