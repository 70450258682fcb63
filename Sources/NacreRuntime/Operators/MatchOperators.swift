extension PSError {
    /// A bad pattern, as `-match` and `-split` report it.
    static func regex(_ e: RegexError) -> PSError { raw(.regexParseException, e.message) }
}

extension Machine {
    private static let matchesName = Name("Matches")

    /// The right operand of `-match` and its like: a `[regex]` as it is, anything else as a pattern.
    public func regexOperand(_ v: Value, ignoreCase: Bool, _ more: RegexOptions = []) throws -> RegexProgram {
        if case .object(let o) = v {
            if o.kind == .string {
                return try session.regexes.program(unsafeDowncast(o, to: Str.self), ignoreCase ? more.union(.ignoreCase) : more)
            }
            if let r = v.cast(RegexValue.self) { return r.program }
        }
        return try session.regexes.program(str(v), ignoreCase ? more.union(.ignoreCase) : more)
    }

    /// `-match`: a scalar's result sets `$Matches` where it is true; of a collection the elements that match are kept.
    func match(_ a: Value, _ b: Value, ignoreCase: Bool, negated: Bool) throws -> Value {
        do {
            let program = try regexOperand(b, ignoreCase: ignoreCase)
            if case .object(let o) = a, o.kind != .string, o.isEnumerable {
                var kept: [Value] = []
                _ = try o.enumerate { if try program.search(str($0), session.regexes) != negated { kept.append($0) } }
                return .object(PSArray(kept))
            }
            return .bool(try match(str(a), program) != negated)
        } catch let e as RegexError { throw PSError.regex(e) }
    }

    /// True where a text matches; then `$Matches` says how.
    func match(_ s: Str, _ program: RegexProgram) throws -> Bool {
        guard try program.search(s, session.regexes) else { return false }
        try assign(Machine.matchesName, .object(matchTable(program, s)))
        return true
    }

    /// `$Matches` of a program's last search: the groups that took part, by number or name.
    public func matchTable(_ program: RegexProgram, _ s: Str) -> Table {
        let groups = program.groups
        let t = Table(capacity: groups.count)
        // Named groups come first, as .NET's hashtable shows them.
        for g in stride(from: groups.count - 1, through: 0, by: -1) {
            let (start, length) = program.span(g)
            guard start >= 0 else { continue }
            let value = Value.object(s.slice(start, length))
            if groups[g].isNumbered { t.set(.int(Int32(truncatingIfNeeded: groups[g].number)), value) } else { t.set(Value(groups[g].name), value) }
        }
        return t
    }

    /// `-replace`
    func replace(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
        var pattern = b, replacement = Value.null
        if case .object(let o) = b, o.kind == .array || o.kind == .list {
            let s = unsafeDowncast(o, to: Seq.self)
            guard s.count <= 2 else {
                throw PSError(id: "BadReplaceArgument", "The -\(ignoreCase ? "" : "c")replace operator allows only two elements to follow it, not \(s.count).", target: b)
            }
            pattern = s.count > 0 ? s[0] : .null
            replacement = s.count > 1 ? s[1] : .null
        }
        let program: RegexProgram
        do { program = try regexOperand(pattern, ignoreCase: ignoreCase) } catch let e as RegexError {
            if e.message.hasPrefix("not supported") { throw PSError.unsupported(String(e.message.dropFirst(24))) }
            throw PSError(ErrorRecord(ExceptionValue(.runtimeException, "The regular expression pattern \(str(pattern).string) is not valid.", inner: ExceptionValue(.regexParseException, e.message)),
                                      id: "InvalidRegularExpression", category: .invalidOperation, target: pattern))
        }
        let block = replacement.cast(ScriptBlock.self)
        let text = block == nil ? str(replacement) : .empty
        func one(_ v: Value) throws -> Value {
            if let block { return .object(try replace(str(v), program) { str(try call(block, [], item: .object($0))) }) }
            return .object(try replace(str(v), program, with: text))
        }
        if case .object(let o) = a, o.kind != .string, o.isEnumerable {
            var all: [Value] = []
            _ = try o.enumerate { all.append(try one($0)) }
            return .object(PSArray(all))
        }
        return try one(a)
    }
}
