/// Turns a pattern in .NET's syntax into one of PCRE2 that matches the same, and finds .NET's errors in it.
///
/// Captures come out as plain `(`, so names and numbers are kept outside. Comments and free spacing are dropped.
/// Two forms are made: one for ASCII subjects, and one whose `\w \d \s` are those of Unicode.
struct RegexTranslator {
    let pattern: [UInt16]
    let unicode: Bool
    /// Nil in the first pass, which only looks for captures.
    let numbering: RegexNumbering?
    private(set) var captures: [RegexCapture] = []
    private(set) var out: [UInt16] = []

    private var at = 0
    private var explicitCapture: Bool, freeSpacing: Bool
    private struct Open { var explicitCapture: Bool, freeSpacing: Bool, isCondition: Bool }
    private var open: [Open] = []
    /// What a quantifier would repeat.
    private enum Last { case nothing, atom, anchor(Int), quantified }
    private var last = Last.nothing

    private init(_ pattern: [UInt16], _ options: RegexOptions, unicode: Bool, numbering: RegexNumbering?) {
        self.pattern = pattern
        self.unicode = unicode && !options.contains(.ecmaScript)
        self.numbering = numbering
        explicitCapture = options.contains(.explicitCapture)
        freeSpacing = options.contains(.ignorePatternWhitespace)
    }
    /// The groups of a pattern.
    static func numbering(_ pattern: [UInt16], _ options: RegexOptions) -> RegexNumbering {
        var t = RegexTranslator(pattern, options, unicode: false, numbering: nil)
        // What is wrong is told by the second pass, which knows the groups.
        try? t.run()
        return RegexNumbering(t.captures)
    }
    static func translate(_ pattern: [UInt16], _ options: RegexOptions, unicode: Bool, _ numbering: RegexNumbering) throws -> [UInt16] {
        var t = RegexTranslator(pattern, options, unicode: unicode, numbering: numbering)
        try t.run()
        return t.out
    }

    private func fail(_ reason: String, at offset: Int? = nil) -> RegexError { RegexError(pattern, at: offset ?? at, reason) }
    private func shown(_ u: UInt16) -> String { String(decoding: [u], as: UTF16.self) }
    private func peek(_ n: Int = 0) -> UInt16? { at + n < pattern.count ? pattern[at + n] : nil }
    private mutating func emit(_ text: StaticString) { text.withUTF8Buffer { for b in $0 { out.append(UInt16(b)) } } }
    private mutating func emit(number n: Int) { for b in String(n).utf8 { out.append(UInt16(b)) } }

    private static let escapedOutside: Set<UInt16> = Set("\\^$.|?*+()[]{}#".utf16)

    /// A unit that stands for itself.
    private mutating func emit(literal u: UInt16) {
        if RegexTranslator.escapedOutside.contains(u) { out.append(92) }
        out.append(u)
    }

    private mutating func run() throws {
        while let c = peek() {
            at += 1
            switch c {
            case 0x5C: try escape()
            case 0x5B:
                try characterClass()
                last = .atom
            case 0x28: try group()
            case 0x29:
                guard let o = open.popLast() else { throw fail("Too many )'s.") }
                explicitCapture = o.explicitCapture
                freeSpacing = o.freeSpacing
                out.append(c)
                last = o.isCondition ? .nothing : .atom
            case 0x7C: out.append(c); last = .nothing
            case 0x5E, 0x24: last = .anchor(out.count); out.append(c)
            case 0x2E: out.append(c); last = .atom
            case 0x2A, 0x2B, 0x3F: try quantifier(c)
            case 0x7B: try brace()
            case 0x23 where freeSpacing: while let n = peek(), n != 10 { _ = n; at += 1 }
            case _ where freeSpacing && Unit.isSpace(c): break
            default: emit(literal: c); last = .atom
            }
        }
        if !open.isEmpty { throw fail("Not enough )'s.") }
    }

    // MARK: quantifiers

    private mutating func quantifier(_ c: UInt16) throws {
        try checkQuantifier(c)
        wrapAnchor()
        out.append(c)
        lazy()
    }
    private func checkQuantifier(_ c: UInt16) throws {
        if numbering == nil { return }
        switch last {
        case .nothing: throw fail("Quantifier '\(shown(c))' following nothing.")
        case .quantified: throw fail("Nested quantifier '\(shown(c))'.")
        default: break
        }
    }
    /// PCRE2 repeats no bare anchor.
    private mutating func wrapAnchor() {
        guard case .anchor(let start) = last else { return }
        out.insert(contentsOf: "(?:".utf16, at: start)
        out.append(0x29)
    }
    private mutating func lazy() {
        skipSpace()
        if peek() == 0x3F { at += 1; out.append(0x3F) }
        last = .quantified
    }
    private mutating func skipSpace() {
        guard freeSpacing else { return }
        while let c = peek(), Unit.isSpace(c) { _ = c; at += 1 }
    }
    /// `{n}`, `{n,}`, `{n,m}`; any other brace is a literal.
    private mutating func brace() throws {
        var i = at
        func digits() -> (Int, Int)? {
            var n = 0, j = i
            while j < pattern.count, Unit.isDigit(pattern[j]) { n = min(n * 10 + Int(pattern[j] - 48), Int(Int32.max)); j += 1 }
            return j == i ? nil : (n, j)
        }
        guard let (low, j) = digits() else { emit(literal: 0x7B); last = .atom; return }
        i = j
        var high: Int? = low, comma = false
        if i < pattern.count, pattern[i] == 0x2C {
            comma = true
            i += 1
            if let (h, k) = digits() { high = h; i = k } else { high = nil }
        }
        guard i < pattern.count, pattern[i] == 0x7D else { emit(literal: 0x7B); last = .atom; return }
        try checkQuantifier(0x7B)
        at = i + 1
        if let high, high < low, numbering != nil { throw fail("Illegal {x,y} with x > y.") }
        wrapAnchor()
        // PCRE2 counts to 65535; nobody means more.
        out.append(0x7B)
        emit(number: min(low, 65_535))
        if comma { out.append(0x2C); if let high, high < 65_536 { emit(number: high) } }
        out.append(0x7D)
        lazy()
    }

    // MARK: groups

    private mutating func push(isCondition: Bool = false) {
        open.append(Open(explicitCapture: explicitCapture, freeSpacing: freeSpacing, isCondition: isCondition))
        last = .nothing
    }
    private mutating func group() throws {
        guard peek() == 0x3F else {
            push()
            if explicitCapture { emit("(?:") } else { captures.append(.auto); out.append(0x28) }
            return
        }
        at += 1
        guard let c = peek() else { throw fail("Unrecognized grouping construct.") }
        at += 1
        switch c {
        case 0x3A: push(); emit("(?:")
        case 0x3D: push(); emit("(?=")
        case 0x21: push(); emit("(?!")
        case 0x3E: push(); emit("(?>")
        case 0x23:
            while let n = peek(), n != 0x29 { _ = n; at += 1 }
            guard peek() != nil else { throw fail("Unterminated (?#...) comment.") }
            at += 1
        case 0x3C where peek() == 0x3D: at += 1; push(); emit("(?<=")
        case 0x3C where peek() == 0x21: at += 1; push(); emit("(?<!")
        case 0x3C, 0x27: try named(closing: c == 0x3C ? 0x3E : 0x27)
        case 0x28: try conditional()
        default:
            at -= 1
            try inlineOptions()
        }
    }

    private static func isWord(_ u: UInt16) -> Bool {
        if u < 0x80 { return (u | 0x20) &- 97 < 26 || Unit.isDigit(u) || u == 95 }
        guard let s = Unicode.Scalar(u) else { return false }
        switch s.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .decimalNumber, .connectorPunctuation: return true
        default: return false
        }
    }
    private mutating func word() -> String {
        let start = at
        while let c = peek(), RegexTranslator.isWord(c) { _ = c; at += 1 }
        return String(decoding: pattern[start..<at], as: UTF16.self)
    }

    /// `(?<name>…)`, `(?<3>…)`; balancing groups (`(?<name-other>…)`) are refused.
    private mutating func named(closing: UInt16) throws {
        let name = word()
        if name.isEmpty, peek() != 0x2D { throw fail("Invalid group name: Group names must begin with a word character.") }
        let number = Int(name)
        if name.utf8.first.map({ $0.isDigit }) == true, number == nil { throw fail("Invalid group name: Group names must begin with a word character.") }
        if number == 0 { throw fail("Capture number cannot be zero.") }
        if peek() == 0x2D {
            at += 1
            let other = word()
            if other.isEmpty { throw fail("Invalid group name: Group names must begin with a word character.") }
            if let numbering {
                let known = Int(other).map { numbering.slots(of: $0) != nil } ?? (numbering.slots(of: other) != nil)
                if !known { throw fail(Int(other) != nil ? "Reference to undefined group number \(other)." : "Reference to undefined group name '\(other)'.") }
                throw RegexError("not supported by Nacre: balancing groups in regular expressions ((?<\(name)-\(other)>…))")
            }
        }
        guard peek() == closing else { throw fail("Invalid group name: Group names must begin with a word character.") }
        at += 1
        push()
        captures.append(number.map { .number($0) } ?? .name(name))
        out.append(0x28)
    }

    /// `(?(1)yes|no)`, `(?(name)yes|no)`, `(?(expression)yes|no)`
    private mutating func conditional() throws {
        if peek() == 0x3F {
            // A lookaround as it is.
            push()
            emit("(?")
            try group()
            markCondition()
            return
        }
        let start = at
        let name = word()
        if !name.isEmpty, peek() == 0x29 {
            if let n = Int(name) {
                if let numbering {
                    guard let s = numbering.slots(of: n)?.first else { throw fail("Conditional alternation refers to an undefined group number \(n).") }
                    at += 1
                    push()
                    condition(s)
                } else { at += 1; push() }
                return
            }
            if let s = numbering?.slots(of: name)?.first {
                at += 1
                push()
                condition(s)
                return
            }
        }
        at = start
        push()
        emit("(?(?=")
        push(isCondition: true)
    }
    private mutating func condition(_ slot: Int) {
        emit("(?(")
        emit(number: slot)
        out.append(0x29)
    }
    private mutating func markCondition() { if !open.isEmpty { open[open.count - 1].isCondition = true } }

    /// `(?i)`, `(?i-s:…)`; free spacing and explicit capture are dealt with here, the others by PCRE2.
    private mutating func inlineOptions() throws {
        var on: [UInt16] = [], off: [UInt16] = [], negative = false
        let before = (explicitCapture, freeSpacing)
        scan: while let c = peek() {
            switch c {
            case 0x2D: negative = true
            case 0x2B: negative = false
            default:
                switch c | 0x20 {
                case 105, 109, 115: if negative { off.append(c | 0x20) } else { on.append(c | 0x20) }
                case 110: explicitCapture = !negative
                case 120: freeSpacing = !negative
                default: break scan
                }
            }
            at += 1
        }
        guard let c = peek() else { throw fail("Unrecognized grouping construct.") }
        at += 1
        guard c == 0x29 || c == 0x3A else { throw fail("Unrecognized grouping construct.") }
        if c == 0x3A {
            let now = (explicitCapture, freeSpacing)
            (explicitCapture, freeSpacing) = before
            push()
            (explicitCapture, freeSpacing) = now
        }
        let some = !on.isEmpty || !off.isEmpty
        if c == 0x29, !some { return }
        emit("(?")
        out.append(contentsOf: on)
        if !off.isEmpty { out.append(0x2D); out.append(contentsOf: off) }
        out.append(c)
        if c == 0x3A { last = .nothing }
    }

    // MARK: escapes

    private mutating func escape() throws {
        guard let c = peek() else { throw fail("Illegal \\ at end of pattern.") }
        switch c {
        case 0x62, 0x42, 0x41, 0x47, 0x5A, 0x7A: // b B A G Z z
            at += 1
            last = .anchor(out.count)
            out.append(92)
            out.append(c)
        case 0x77, 0x57, 0x73, 0x53, 0x64, 0x44: // w W s S d D
            at += 1
            emit(shorthand: c, inClass: false)
            last = .atom
        case 0x70, 0x50:
            at += 1
            out.append(contentsOf: try property(negated: c == 0x50, inClass: false))
            last = .atom
        case 0x6B: try namedReference()
        case 0x31...0x39: try numberedReference()
        default:
            emit(literal: try characterEscape())
            last = .atom
        }
    }
    private mutating func emit(shorthand c: UInt16, inClass: Bool) {
        if unicode, c == 0x77 { if inClass { emit("\\p{L}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}") } else { emit("[\\p{L}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]") } }
        else if unicode, c == 0x57, !inClass { emit("[^\\p{L}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]") }
        else { out.append(92); out.append(c) }
    }
    private mutating func reference(_ slots: [Int]) {
        if slots.count > 1 { emit("(?:") }
        for (i, s) in slots.reversed().enumerated() {
            if i > 0 { out.append(0x7C) }
            emit("\\g{")
            emit(number: s)
            out.append(0x7D)
        }
        if slots.count > 1 { out.append(0x29) }
        last = .atom
    }
    private mutating func namedReference() throws {
        at += 1
        guard let o = peek(), o == 0x3C || o == 0x27 else { throw fail("Malformed \\k<...> named back reference.") }
        at += 1
        let name = word()
        guard !name.isEmpty, peek() == (o == 0x3C ? 0x3E : 0x27) else { throw fail("Malformed \\k<...> named back reference.") }
        at += 1
        guard let numbering else { last = .atom; return }
        if let n = Int(name) {
            guard let s = numbering.slots(of: n) else { throw fail("Reference to undefined group number \(n).") }
            reference(s)
        } else {
            guard let s = numbering.slots(of: name) else { throw fail("Reference to undefined group name '\(name)'.") }
            reference(s)
        }
    }
    private mutating func numberedReference() throws {
        let start = at
        var n = 0
        while let c = peek(), Unit.isDigit(c) { n = min(n * 10 + Int(c - 48), 1 << 30); at += 1 }
        guard let numbering else { last = .atom; return }
        if let s = numbering.slots(of: n) { reference(s); return }
        if n <= 9 { throw fail("Reference to undefined group number \(n).") }
        at = start
        emit(literal: try characterEscape())
        last = .atom
    }

    /// The unit that an escape stands for, from the character behind the backslash on.
    private mutating func characterEscape() throws -> UInt16 {
        guard let c = peek() else { throw fail("Illegal \\ at end of pattern.") }
        at += 1
        switch c {
        case 0x30...0x37:
            at -= 1
            var n: UInt16 = 0, k = 0
            while k < 3, let d = peek(), d >= 0x30, d <= 0x37 { n = n * 8 + (d - 0x30); at += 1; k += 1 }
            return n & 0xFF
        case 0x78: return try hex(2)
        case 0x75: return try hex(4)
        case 0x61: return 7
        case 0x62: return 8
        case 0x65: return 0x1B
        case 0x66: return 0x0C
        case 0x6E: return 0x0A
        case 0x72: return 0x0D
        case 0x74: return 9
        case 0x76: return 0x0B
        case 0x63:
            guard let k = peek() else { throw fail("Missing control character.") }
            at += 1
            let u = k >= 97 && k <= 122 ? k - 32 : k
            guard u >= 0x40, u < 0x60 else { throw fail("Unrecognized control character.") }
            return u - 0x40
        default:
            if RegexTranslator.isWord(c) { throw fail("Unrecognized escape sequence \\\(shown(c)).") }
            return c
        }
    }
    private mutating func hex(_ count: Int) throws -> UInt16 {
        var n: UInt16 = 0
        for _ in 0..<count {
            guard let c = peek(), c < 0x80, let d = UInt8(c).hexValue else { throw fail("Insufficient or invalid hexadecimal digits.") }
            n = n << 4 | UInt16(d)
            at += 1
        }
        return n
    }

    /// `\p{Lu}`, `\P{IsGreek}`
    private mutating func property(negated: Bool, inClass: Bool) throws -> [UInt16] {
        guard peek() == 0x7B else { throw fail("Malformed \\p{X} character escape.") }
        at += 1
        let start = at
        while let c = peek(), RegexTranslator.isWord(c) || c == 0x2D { _ = c; at += 1 }
        let name = String(decoding: pattern[start..<at], as: UTF16.self)
        guard peek() == 0x7D else { throw fail("Incomplete \\p{X} character escape.") }
        at += 1
        if RegexProperties.categories.contains(name) { return Array("\\\(negated ? "P" : "p"){\(name)}".utf16) }
        guard let block = RegexProperties.block(name) else { throw fail("Unknown property '\(name)'.") }
        if inClass {
            guard negated else { return RegexTranslator.range(block.0, block.1) }
            return RegexTranslator.range(0, block.0 == 0 ? 0 : block.0 - 1) + (block.1 == 0xFFFF ? [] : RegexTranslator.range(block.1 + 1, 0xFFFF))
        }
        return [0x5B] + (negated ? [0x5E] : []) + RegexTranslator.range(block.0, block.1) + [0x5D]
    }
    private static func code(_ u: UInt16) -> [UInt16] { Array("\\x{\(String(u, radix: 16))}".utf16) }
    private static func range(_ a: UInt16, _ b: UInt16) -> [UInt16] { code(a) + [0x2D] + code(b) }

    // MARK: classes

    /// From behind `[` to behind its `]`.
    private mutating func characterClass() throws { out.append(contentsOf: try set()) }

    private mutating func set() throws -> [UInt16] {
        var body: [UInt16] = []
        var minus: [UInt16]?
        let negated = peek() == 0x5E
        if negated { at += 1 }
        var first = true, from: UInt16?
        let saved = out
        defer { out = saved }
        loop: while true {
            guard let c = peek() else { throw fail("Unterminated [] set.") }
            at += 1
            var unit = c, isSet = false
            if c == 0x5D, !first { break }
            first = false
            if c == 0x2D, from == nil, peek() == 0x5B, !body.isEmpty || negated {
                at += 1
                minus = try set()
                guard let end = peek() else { throw fail("Unterminated [] set.") }
                at += 1
                guard end == 0x5D else { throw fail("A subtraction must be the last element in a character class.") }
                break loop
            }
            if c == 0x5C {
                guard let e = peek() else { throw fail("Illegal \\ at end of pattern.") }
                switch e {
                case 0x77, 0x57, 0x73, 0x53, 0x64, 0x44:
                    at += 1
                    if from != nil { throw fail("Cannot include class \\\(shown(e)) in character range.") }
                    out = []
                    emit(shorthand: e, inClass: true)
                    body += out
                    isSet = true
                case 0x70, 0x50:
                    at += 1
                    if from != nil { throw fail("Cannot include class \\\(shown(e)) in character range.") }
                    body += try property(negated: e == 0x50, inClass: true)
                    isSet = true
                case 0x2D: at += 1; unit = e
                default: unit = try characterEscape()
                }
            }
            if isSet { continue }
            if let low = from {
                from = nil
                // The range's end may be a subtraction: the dash stood for itself then.
                if c == 0x5B, pattern[at - 1] == 0x5B, pattern[at - 2] == 0x2D {
                    body += RegexTranslator.code(low)
                    minus = try set()
                    guard let end = peek() else { throw fail("Unterminated [] set.") }
                    at += 1
                    guard end == 0x5D else { throw fail("A subtraction must be the last element in a character class.") }
                    break loop
                }
                if unit < low { throw fail("[x-y] range in reverse order.") }
                body += RegexTranslator.range(low, unit)
            } else if peek() == 0x2D, let n = peek(1), n != 0x5D {
                at += 1
                from = unit
            } else {
                body += RegexTranslator.code(unit)
            }
        }
        let base = [0x5B] + (negated ? [0x5E] : []) + body + [0x5D]
        guard let minus else { return base }
        return Array("(?:(?!".utf16) + minus + [0x29] + base + [0x29]
    }
}
