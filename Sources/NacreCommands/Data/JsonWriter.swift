import NacreRuntime

/// Writes objects as JSON text.
struct JsonWriter {
    enum Escaping { case plain, nonAscii, html }
    private let m: Machine
    private let depth: Int, compress: Bool, enumsAsStrings: Bool, escaping: Escaping
    private var out = TextBuilder()
    /// Something lay deeper than `depth` and was written as text.
    private(set) var isCut = false

    init(_ m: Machine, depth: Int, compress: Bool, enumsAsStrings: Bool, escaping: Escaping) {
        self.m = m; self.depth = depth; self.compress = compress; self.enumsAsStrings = enumsAsStrings; self.escaping = escaping
    }
    mutating func text(of v: Value) throws -> Str {
        try write(v, 0)
        return out.finish()
    }

    private mutating func write(_ v: Value, _ level: Int) throws {
        switch v {
        case .null, .void, .undef: out.append("null")
        case .bool(let b): out.append(b ? "true" : "false")
        case .int(let i): out.append(i)
        case .long(let i): out.append(i)
        case .byte(let i): out.append(i)
        case .sbyte(let i): out.append(i)
        case .short(let i): out.append(i)
        case .ushort(let i): out.append(i)
        case .uint(let i): out.append(i)
        case .ulong(let i): out.append(i)
        case .double(let d): number(d.isFinite, m.textOf(v, .invariant), infinity: d)
        case .single(let f): number(f.isFinite, m.textOf(v, .invariant), infinity: Double(f))
        case .char(let c): quoted(Str.of(c))
        case .object(let o): try write(o, v, level)
        }
    }
    /// A number with a point or exponent, as a reader of fractions expects it.
    private mutating func number(_ isFinite: Bool, _ text: String, infinity: Double) {
        guard isFinite else { out.append(infinity.isNaN ? "\"NaN\"" : infinity > 0 ? "\"Infinity\"" : "\"-Infinity\""); return }
        out.append(text)
        if !text.utf8.contains(where: { $0 == 46 || $0 == 69 || $0 == 101 }) { out.append(".0") }
    }

    private mutating func write(_ o: Obj, _ v: Value, _ level: Int) throws {
        switch o.kind {
        case .string: return quoted(unsafeDowncast(o, to: Str.self))
        case .wrapped:
            let base = unsafeDowncast(o, to: Wrapped.self).base
            return try write(base, level)
        case .decimal:
            let t = m.textOf(v, .invariant)
            out.append(t)
            if !t.utf8.contains(46) { out.append(".0") }
            return
        case .bigInteger: return out.append(m.textOf(v, .invariant))
        case .enumeration:
            guard let e = o as? EnumValue else { return }
            if enumsAsStrings { quoted(m.str(v)) } else { out.append(e.raw) }
            return
        case .table:
            guard level <= depth else { return cut(v) }
            guard let t = o as? Table else { return }
            if t.count == 0 { out.append("{}"); return }
            open(123)
            var isFirst = true
            try t.forEachPair { k, x in
                separate(&isFirst, level + 1)
                key(m.str(k))
                try write(x, level + 1)
                return true
            }
            close(125, level)
            return
        case .array, .list:
            guard level <= depth else { return cut(v) }
            return try items(v, level)
        case .custom:
            guard level <= depth else { return cut(v) }
            guard o.extended == nil, let c = o as? Custom, m.session.typeData.chain(of: v).isEmpty else { break }
            let values = c.values, names = c.shape.spellings
            if values.isEmpty { out.append("{}"); return }
            open(123)
            var isFirst = true
            for i in 0..<values.count {
                separate(&isFirst, level + 1)
                key(names[i])
                try write(values[i], level + 1)
            }
            return close(125, level)
        case .dateTime:
            if let d = o as? DateTimeValue { return quoted(JsonWriter.time(d.value, m)) }
        case .native:
            switch o.type.fullName {
            case "System.Guid": return quoted(m.str(v))
            case "System.Uri": return quoted((try? m.member(v, Name("OriginalString"))).map { m.str($0) } ?? m.str(v))
            case "System.DBNull": return out.append("null")
            case "System.DateTimeOffset":
                if let d = o as? DateTimeOffsetValue { return quoted(try m.formatted(.object(d), Str("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"), culture: .invariant)) }
            default: break
            }
        case .type: return quoted(m.str(v))
        default: break
        }
        guard level <= depth else { return cut(v) }
        if o.isEnumerable { return try items(v, level) }
        open(123)
        var isFirst = true
        for p in m.properties(of: v) where !p.isHidden {
            let x = (try? p.get(m)) ?? .null
            separate(&isFirst, level + 1)
            key(p.name)
            try write(x, level + 1)
        }
        if isFirst { out.append(byte: 125) } else { close(125, level) }
    }
    private mutating func items(_ v: Value, _ level: Int) throws {
        var isFirst = true
        open(91)
        try m.enumerate(v) { x in
            separate(&isFirst, level + 1)
            try write(x, level + 1)
        }
        if isFirst { out.append(byte: 93) } else { close(93, level) }
    }
    /// What lies too deep is its text.
    private mutating func cut(_ v: Value) {
        isCut = true
        quoted(m.str(v))
    }
    /// `2024-03-05T14:07:09.5Z`
    static func time(_ d: PSDateTime, _ m: Machine) -> Str { (try? m.formatted(Value(d), Str("yyyy-MM-ddTHH:mm:ss.FFFFFFFK"), culture: .invariant)) ?? .empty }

    private mutating func open(_ b: UInt8) { out.append(byte: b) }
    private mutating func separate(_ isFirst: inout Bool, _ level: Int) {
        if isFirst { isFirst = false } else { out.append(byte: 44) }
        newLine(level)
    }
    private mutating func close(_ b: UInt8, _ level: Int) {
        newLine(level)
        out.append(byte: b)
    }
    private mutating func newLine(_ level: Int) {
        guard !compress else { return }
        out.append(byte: 10)
        out.append(repeating: 32, count: level * 2)
    }
    private mutating func key(_ s: Str) {
        quoted(s)
        out.append(byte: 58)
        if !compress { out.append(byte: 32) }
    }

    private mutating func quoted(_ s: Str) {
        out.append(byte: 34)
        var from = 0
        for i in 0..<s.count {
            let u = s[i]
            guard mustEscape(u) else { continue }
            if i > from { out.append(s, from, i - from) }
            from = i + 1
            switch u {
            case 8: out.append("\\b")
            case 9: out.append("\\t")
            case 10: out.append("\\n")
            case 12: out.append("\\f")
            case 13: out.append("\\r")
            case 34 where escaping != .html: out.append("\\\"")
            case 92: out.append("\\\\")
            default:
                out.append("\\u")
                for shift in [12, 8, 4, 0] { out.append(byte: JsonWriter.hex(UInt8(truncatingIfNeeded: u >> UInt16(shift) & 15))) }
            }
        }
        if from == 0 { out.append(s) } else if from < s.count { out.append(s, from, s.count - from) }
        out.append(byte: 34)
    }
    private static func hex(_ n: UInt8) -> UInt8 { n < 10 ? 48 + n : 87 + n }
    @inline(__always) private func mustEscape(_ u: UInt16) -> Bool {
        if u < 32 || u == 34 || u == 92 { return true }
        if u < 127 { return escaping == .html && (u == 60 || u == 62 || u == 38 || u == 39) }
        return u == 0x85 || u == 0x2028 || u == 0x2029 || (escaping == .nonAscii && u > 127)
    }
}
