import NacreRuntime

/// Reads JSON as ConvertFrom-Json does: comments, single quotes, bare keys and trailing commas are welcome, ISO date-times become dates.
struct JsonReader<U: FixedWidthInteger & UnsignedInteger> {
    enum Dates { case standard, string, local, utc, offset }
    struct Failure: Error { let message: String, id: String }

    private let u: UnsafeBufferPointer<U>
    private let text: Str
    private let m: Machine
    private let asTables: Bool, depth: Int, dates: Dates
    private var i = 0
    /// The shape of the last object at each level: the next one is often alike.
    private var shapes: [Shape?] = []

    init(_ u: UnsafeBufferPointer<U>, _ text: Str, _ m: Machine, asTables: Bool, depth: Int, dates: Dates) {
        self.u = u; self.text = text; self.m = m; self.asTables = asTables; self.depth = depth; self.dates = dates
    }

    /// The whole text as one value; nil where there is nothing but blanks.
    mutating func document() throws -> Value? {
        try skip()
        if i >= u.count { return nil }
        let v = try value(1)
        try skip()
        guard i >= u.count else { throw unexpected("Additional text encountered after finished reading JSON content: \(character).") }
        return v
    }

    private mutating func value(_ level: Int) throws -> Value {
        guard i < u.count else { throw unexpected("Unexpected end when reading JSON.") }
        switch u[i] {
        case 123: return try object(level)
        case 91: return try array(level)
        case 34, 39: return try date(string(u[i]))
        case 45, 48...57, 43, 46: return try number()
        default: return try word()
        }
    }

    private mutating func object(_ level: Int) throws -> Value {
        guard level <= depth else { throw tooDeep }
        i += 1
        while shapes.count <= level { shapes.append(nil) }
        let guess = asTables ? nil : shapes[level]
        let table = asTables ? Table(type: JsonTypes.orderedHashtable, rule: .exact, isOrdered: true) : nil
        var names: [Str] = [], values: [Value] = []
        // While every key is where it was in the object before, the shape can be shared.
        var isAlike = guess != nil
        if let guess { values.reserveCapacity(guess.names.count) }
        while true {
            try skip()
            guard i < u.count else { throw unexpected("Unexpected end when deserializing object.") }
            if u[i] == 125 { i += 1; break }
            if u[i] == 44, table?.count ?? values.count > 0 { i += 1; continue }
            let at = values.count
            if isAlike, let guess, at < guess.names.count, matches(guess.spellings[at]) {
                try colon()
                values.append(try value(level + 1))
                continue
            }
            if isAlike, let guess {
                isAlike = false
                names = Array(guess.spellings[..<at])
            }
            let key = try name()
            try colon()
            let v = try value(level + 1)
            if let table { table.set(.object(key), v); continue }
            guard key.count > 0 else {
                throw Failure(message: "The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.", id: "EmptyKeyInJsonString")
            }
            if let same = names.firstIndex(where: { $0.equalsIgnoringCase(key) }) {
                guard names[same].equalsOrdinal(key) else {
                    throw Failure(message: "Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '\(names[same].string)' was '\(key.string)'.", id: "KeysWithDifferentCasingInJsonString")
                }
                values[same] = v
                continue
            }
            names.append(key)
            values.append(v)
        }
        if let table { return .object(table) }
        if isAlike, let guess {
            if values.count == guess.names.count { return .object(Custom(shape: guess, values: values)) }
            names = Array(guess.spellings[..<values.count])
        }
        let shape = Shape(names: names)
        shapes[level] = shape
        return .object(Custom(shape: shape, values: values))
    }
    /// Goes over a key in double quotes where it is this one.
    private mutating func matches(_ s: Str) -> Bool {
        let n = s.count
        guard i + n + 1 < u.count, u[i] == 34, u[i + n + 1] == 34 else { return false }
        for k in 0..<n where u[i + 1 + k] != U(truncatingIfNeeded: s[k]) || UInt16(truncatingIfNeeded: u[i + 1 + k]) != s[k] || s[k] == 92 { return false }
        i += n + 2
        return true
    }
    private mutating func colon() throws {
        try skip()
        guard i < u.count else { throw unexpected("Unexpected end when deserializing object.") }
        guard u[i] == 58 else { throw unexpected("Invalid character after parsing property name. Expected ':' but got: \(character).") }
        i += 1
        try skip()
    }
    private mutating func name() throws -> Str {
        if u[i] == 34 || u[i] == 39 { return try string(u[i]) }
        let start = i
        while i < u.count, isWordPart(u[i]) { i += 1 }
        guard i > start else { throw unexpected("Invalid property identifier character: \(character).") }
        return text.slice(start, i - start)
    }
    private func isWordPart(_ c: U) -> Bool { c == 95 || c == 36 || (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c > 127 }

    private mutating func array(_ level: Int) throws -> Value {
        guard level <= depth else { throw tooDeep }
        i += 1
        var items: [Value] = []
        while true {
            try skip()
            guard i < u.count else { throw unexpected("Unexpected end when deserializing array.") }
            if u[i] == 93 { i += 1; return .object(PSArray(items)) }
            if u[i] == 44 { i += 1; continue }
            items.append(try value(level + 1))
            try skip()
            guard i < u.count else { throw unexpected("Unexpected end when deserializing array.") }
            guard u[i] == 44 || u[i] == 93 else { throw unexpected("After parsing a value an unexpected character was encountered: \(character).") }
        }
    }

    private mutating func string(_ quote: U) throws -> Str {
        i += 1
        let start = i
        while i < u.count, u[i] != quote, u[i] != 92 { i += 1 }
        if i < u.count, u[i] == quote { i += 1; return text.slice(start, i - 1 - start) }
        var b = TextBuilder()
        b.append(text, start, i - start)
        while i < u.count {
            let c = u[i]
            if c == quote { i += 1; return b.finish() }
            guard c == 92 else {
                let from = i
                while i < u.count, u[i] != quote, u[i] != 92 { i += 1 }
                b.append(text, from, i - from)
                continue
            }
            guard i + 1 < u.count else { break }
            let e = u[i + 1]
            i += 2
            switch e {
            case 98: b.append(byte: 8)
            case 116: b.append(byte: 9)
            case 110: b.append(byte: 10)
            case 102: b.append(byte: 12)
            case 114: b.append(byte: 13)
            case 34, 39, 92, 47: b.append(byte: UInt8(truncatingIfNeeded: e))
            case 117:
                guard i + 4 <= u.count, let n = hex(i) else { throw unexpected("Could not convert Unicode escape.") }
                b.append(unit: n)
                i += 4
            default:
                i -= 1
                throw unexpected("Bad JSON escape sequence: \\\(character).")
            }
        }
        throw unexpected("Unterminated string. Expected delimiter: \(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: quote)))).")
    }
    private func hex(_ at: Int) -> UInt16? {
        var n: UInt16 = 0
        for k in at..<at + 4 {
            let c = UInt16(truncatingIfNeeded: u[k])
            switch c {
            case 48...57: n = n << 4 | (c - 48)
            case 65...70: n = n << 4 | (c - 55)
            case 97...102: n = n << 4 | (c - 87)
            default: return nil
            }
        }
        return n
    }

    private mutating func number() throws -> Value {
        let start = i
        var isWhole = true, n: Int64 = 0, isSmall = true
        let isNegative = u[i] == 45
        if u[i] == 45 || u[i] == 43 { i += 1 }
        if i < u.count, u[i] == 73 { i = start; return try word() }
        while i < u.count {
            let c = u[i]
            if c >= 48, c <= 57 {
                if isWhole {
                    let (a, over) = n.multipliedReportingOverflow(by: 10)
                    let (s, over2) = a.subtractingReportingOverflow(Int64(truncatingIfNeeded: c) - 48)
                    if over || over2 { isSmall = false } else { n = s }
                }
            } else if c == 46 || c == 69 || c == 101 || ((c == 43 || c == 45) && !isWhole) { isWhole = false } else { break }
            i += 1
        }
        if isWhole, isSmall, i > start + (isNegative ? 1 : 0) {
            if isNegative { return .long(n) }
            if n != .min { return .long(-n) }
        }
        let s = text.slice(start, i - start)
        if isWhole { return try m.convert(.object(s), to: m.session.types.find("bigint") ?? .double) }
        guard let d = Double(s.string) else { throw unexpected("Input string '\(s.string)' is not a valid number.") }
        return .double(d)
    }
    private mutating func word() throws -> Value {
        let start = i
        if u[i] == 45 { i += 1 }
        while i < u.count, (u[i] >= 65 && u[i] <= 90) || (u[i] >= 97 && u[i] <= 122) { i += 1 }
        switch text.slice(start, i - start).string {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null", "undefined": return .null
        case "NaN": return .double(.nan)
        case "Infinity": return .double(.infinity)
        case "-Infinity": return .double(-.infinity)
        default:
            i = start
            throw unexpected("Unexpected character encountered while parsing value: \(character).")
        }
    }

    /// Blanks and comments.
    private mutating func skip() throws {
        while i < u.count {
            let c = u[i]
            if c == 32 || c == 10 || c == 13 || c == 9 || c == 0xA0 || UInt32(c) == 0xFEFF { i += 1; continue }
            guard c == 47 else { return }
            guard i + 1 < u.count else { throw unexpected("Unexpected end while parsing comment.") }
            if u[i + 1] == 47 {
                while i < u.count, u[i] != 10, u[i] != 13 { i += 1 }
            } else if u[i + 1] == 42 {
                i += 2
                while i + 1 < u.count, !(u[i] == 42 && u[i + 1] == 47) { i += 1 }
                guard i + 1 < u.count else { throw unexpected("Unexpected end while parsing comment.") }
                i += 2
            } else { throw unexpected("Error parsing comment. Expected: *, got \(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: u[i + 1])))).") }
        }
    }

    private var character: String { i < u.count ? text.slice(i, 1).string : "" }
    private func unexpected(_ what: String) -> Failure {
        var line = 1, from = 0
        for k in 0..<min(i, u.count) where u[k] == 10 { line += 1; from = k + 1 }
        return Failure(message: "Conversion from JSON failed with error: \(what) Path '', line \(line), position \(i - from).", id: "System.ArgumentException")
    }
    private var tooDeep: Failure { Failure(message: "Conversion from JSON failed with error: The reader's MaxDepth of \(depth) has been exceeded. Path '', line 1, position \(i).", id: "System.ArgumentException") }

    /// `2024-03-05T14:07:09.5+02:00` as a date; any other text as it is.
    private func date(_ s: Str) -> Value {
        guard dates != .string, s.count >= 19, s[10] == 84, s[4] == 45, s[7] == 45, s[13] == 58, s[16] == 58, let d = JsonDate(s) else { return .object(s) }
        switch dates {
        case .offset: return (try? m.convert(.object(s), to: .dateTimeOffset)) ?? .object(s)
        case .local: return Value(d.value.kind == .unspecified ? d.value.specifyingKind(.local) : d.value.local)
        case .utc: return Value(d.value.kind == .unspecified ? d.value.specifyingKind(.utc) : d.value.universal)
        default: return Value(d.value)
        }
    }
}

/// An ISO 8601 date and time with all its parts.
struct JsonDate {
    let value: PSDateTime
    init?(_ s: Str) {
        func number(_ from: Int, _ n: Int) -> Int? {
            var out = 0
            for k in from..<from + n { guard k < s.count, s[k] >= 48, s[k] <= 57 else { return nil }; out = out * 10 + Int(s[k] - 48) }
            return out
        }
        guard let y = number(0, 4), let mo = number(5, 2), let d = number(8, 2), let h = number(11, 2), let mi = number(14, 2), let sec = number(17, 2),
              let plain = try? PSDateTime(year: y, month: mo, day: d, hour: h, minute: mi, second: sec) else { return nil }
        var i = 19, fraction: Int64 = 0, digits = 0
        if i < s.count, s[i] == 46 {
            i += 1
            while i < s.count, s[i] >= 48, s[i] <= 57 { if digits < 7 { fraction = fraction * 10 + Int64(s[i] - 48); digits += 1 }; i += 1 }
            if digits == 0 { return nil }
        }
        while digits < 7 { fraction *= 10; digits += 1 }
        guard let exact = try? plain.adding(ticks: fraction) else { return nil }
        if i == s.count { value = exact; return }
        if s[i] == 90, i + 1 == s.count { value = exact.specifyingKind(.utc); return }
        guard s[i] == 43 || s[i] == 45, i + 6 == s.count, s[i + 3] == 58, let oh = number(i + 1, 2), let om = number(i + 4, 2),
              let utc = try? exact.adding(ticks: Int64(oh * 60 + om) * 600_000_000 * (s[i] == 43 ? -1 : 1)) else { return nil }
        value = utc.specifyingKind(.utc).local
    }
}

enum JsonTypes {
    /// What `-AsHashtable` gives: keys in order, capitals apart.
    static let orderedHashtable = TypeRef("OrderedHashtable", namespace: "System.Management.Automation", code: .hashtable, base: .hashtable)
}
