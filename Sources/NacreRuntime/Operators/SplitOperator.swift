/// `-split`
extension Machine {
    private struct SplitRequest {
        var limit = 0
        var options: RegexOptions = []
        var isSimple = false
    }

    func split(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
        var request = SplitRequest(), delimiter = b
        if ignoreCase { request.options.insert(.ignoreCase) }
        if case .object(let o) = b, o.kind == .array || o.kind == .list {
            let s = unsafeDowncast(o, to: Seq.self)
            guard s.count > 0 else {
                throw PSError(id: "BadOperatorArgument", "The argument to operator '-split' is not valid: \(b.type.fullName).", target: b)
            }
            delimiter = s[0]
            if s.count > 1 { request.limit = Int(try convert(s[1], to: .int).int64) }
            if s.count > 2, !s[2].isNull { try readOptions(s[2], &request) }
        }
        // A text at each of one plain character.
        if request.limit == 0, case .object(let o) = a, o.kind == .string, let d = delimiter.str, d.count == 1, Machine.standsForItself(d[0]), request.options.subtracting(.ignoreCase).isEmpty, let pieces = unsafeDowncast(o, to: Str.self).split(at: d[0]) { return .object(pieces) }
        var pieces: [Value] = []
        if let block = delimiter.cast(ScriptBlock.self) {
            try eachText(a) { try split($0, block, request.limit, into: &pieces) }
        } else {
            do {
                let program: RegexProgram
                if request.isSimple { program = try session.regexes.program(Machine.escaped(str(delimiter)), request.options) }
                else if let r = delimiter.cast(RegexValue.self) { program = r.program }
                else { program = try session.regexes.program(str(delimiter), request.options) }
                try eachText(a) { try split($0, program, request.limit, into: &pieces) }
            } catch let e as RegexError { throw PSError.regex(e) }
        }
        return .object(PSArray(pieces, of: .string))
    }
    private func eachText(_ v: Value, _ body: (Str) throws -> Void) throws {
        if case .object(let o) = v, o.kind != .string, o.isEnumerable { _ = try o.enumerate { try body(str($0)) } } else { try body(str(v)) }
    }

    private func split(_ s: Str, _ program: RegexProgram, _ limit: Int, into pieces: inout [Value]) throws {
        guard limit < 0 else {
            for p in try split(s, program, count: limit) { pieces.append(.object(p)) }
            return
        }
        // From the right: the last matches of all.
        var matches: [RegexMatchValue] = [], from = 0
        while from <= s.count, try program.search(s, from: from, session.regexes) {
            let m = RegexMatchValue(program, s)
            matches.append(m)
            from = m.next
        }
        if matches.count > -limit - 1 { matches.removeFirst(matches.count - (-limit - 1)) }
        var at = 0
        for m in matches {
            pieces.append(.object(s.slice(at, m.index - at)))
            for g in 1..<max(m.spans.count, 1) where m.spans[g].start >= 0 { pieces.append(.object(m.groupText(g))) }
            at = m.index + m.length
        }
        pieces.append(.object(s.slice(at, s.count - at)))
    }

    /// At the characters for which a block is true: `$_` is the character, `$args[0]` the text, `$args[1]` its index.
    private func split(_ s: Str, _ block: ScriptBlock, _ limit: Int, into pieces: inout [Value]) throws {
        var cuts: [Int] = []
        if limit != 1, limit != -1 {
            for i in 0..<s.count where try call(block, [.object(s), .int(Int32(truncatingIfNeeded: i))], item: .object(Str.of(s[i]))).isTrue {
                cuts.append(i)
                if limit > 1, cuts.count == limit - 1 { break }
            }
            if limit < 0, cuts.count > -limit - 1 { cuts.removeFirst(cuts.count - (-limit - 1)) }
        }
        var at = 0
        for c in cuts {
            pieces.append(.object(s.slice(at, c - at)))
            at = c + 1
        }
        pieces.append(.object(s.slice(at, s.count - at)))
    }

    static let splitOptionsType: TypeRef = {
        let t = TypeRef("SplitOptions", namespace: "System.Management.Automation", code: .enumeration, base: .enumBase, element: .int, isValueType: true)
        t.labels = EnumLabels([("SimpleMatch", 1), ("RegexMatch", 2), ("CultureInvariant", 4), ("IgnorePatternWhitespace", 8),
                               ("Multiline", 16), ("Singleline", 32), ("IgnoreCase", 64), ("ExplicitCapture", 128)], flags: true)
        return t
    }()
    private func readOptions(_ v: Value, _ request: inout SplitRequest) throws {
        let options = try convert(v, to: Machine.splitOptionsType).int64
        let simple = options & 1 != 0
        // What only regular expressions have does not go with a literal delimiter.
        if simple, options & 0b1011_1110 != 0 {
            throw PSError(id: "InvalidSplitOptionCombination", "The combination of options with the -split operator is not valid.", target: v)
        }
        request.isSimple = simple
        if options & 4 != 0 { request.options.insert(.cultureInvariant) }
        if options & 8 != 0 { request.options.insert(.ignorePatternWhitespace) }
        if options & 16 != 0 { request.options.insert(.multiline) }
        if options & 32 != 0 { request.options.insert(.singleline) }
        if options & 64 != 0 { request.options.insert(.ignoreCase) }
        if options & 128 != 0 { request.options.insert(.explicitCapture) }
    }

    /// `[regex]::Escape`
    public static func escaped(_ s: Str) -> Str {
        var b = TextBuilder(capacity: s.count + 8)
        for i in 0..<s.count {
            let c = s[i]
            switch c {
            case 9: b.append("\\t" as StaticString)
            case 10: b.append("\\n" as StaticString)
            case 12: b.append("\\f" as StaticString)
            case 13: b.append("\\r" as StaticString)
            case 0x20, 0x23, 0x24, 0x28, 0x29, 0x2A, 0x2B, 0x2E, 0x3F, 0x5B, 0x5C, 0x5E, 0x7B, 0x7C:
                b.append(byte: 92)
                b.append(unit: c)
            default: b.append(unit: c)
            }
        }
        return b.finish()
    }

    /// `-split text`: the words.
    func splitWords(_ a: Value) throws -> Value {
        var words: [Value] = []
        try eachText(a) { s in
            var i = 0
            let before = words.count
            while i < s.count {
                while i < s.count, Unit.isSpace(s[i]) { i += 1 }
                let start = i
                while i < s.count, !Unit.isSpace(s[i]) { i += 1 }
                if i > start { words.append(.object(s.slice(start, i - start))) }
            }
            if words.count == before { words.append(.object(Str.empty)) }
        }
        return .object(PSArray(words, of: .string))
    }
}

extension Machine {
    /// True for characters that mean themselves in a pattern and have no case.
    static func standsForItself(_ u: UInt16) -> Bool {
        switch u {
        case 0x2C, 0x3A, 0x3B, 0x2F, 0x3D, 0x40, 0x25, 0x26, 0x21, 0x22, 0x27, 0x5F, 0x7E, 0x3C, 0x3E, 0x30...0x39: true
        case 0x09, 0x0A, 0x20, 0x2D: true
        default: false
        }
    }
}

extension Str {
    /// The pieces between the places of a byte; nil for wide text.
    fileprivate func split(at unit: UInt16) -> PSArray? {
        guard !isWide, unit < 0x80 else { return nil }
        let bytes = latin1, b = UInt8(truncatingIfNeeded: unit)
        var n = 1
        for c in bytes where c == b { n += 1 }
        let p = UnsafeMutablePointer<Value>.room(n)
        var from = 0, k = 0, i = 0
        while i < bytes.count {
            if bytes[i] == b {
                (p + k).initialize(to: .object(slice(from, i - from)))
                k += 1
                from = i + 1
            }
            i += 1
        }
        (p + k).initialize(to: .object(slice(from, count - from)))
        return PSArray(taking: p, count: n, of: .string)
    }
}
