/// .NET's `Guid`: 128 bits in the order its text shows them.
public struct PSGuid: Hashable, Sendable {
    public let high: UInt64, low: UInt64
    public init(high: UInt64, low: UInt64) { self.high = high; self.low = low }
    public static let empty = PSGuid(high: 0, low: 0)

    /// A random one (version 4).
    public static func random() -> PSGuid {
        PSGuid(high: UInt64.random(in: .min ... .max) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000, low: UInt64.random(in: .min ... .max) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }

    /// The bytes as .NET's `ToByteArray` has them: the first three fields with the least significant byte first.
    public var bytes: [UInt8] {
        let b = (0..<8).map { UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * $0)) }
        return [b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6]] + (0..<8).map { UInt8(truncatingIfNeeded: low >> UInt64(56 - 8 * $0)) }
    }
    /// From the bytes of `ToByteArray`; nil unless there are 16.
    public init?(bytes b: [UInt8]) {
        guard b.count == 16 else { return nil }
        let h = [b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6]]
        high = h.reduce(0) { $0 << 8 | UInt64($1) }
        low = b[8...].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// `N`: 32 digits; `D` (also for an empty format): with dashes; `B`, `P`: in braces, parentheses; `X`: as C writes it.
    /// - Throws: kind `.format`.
    public func text(_ format: String = "D") throws(TextError) -> String {
        let digits = PSGuid.hex(high, 16) + PSGuid.hex(low, 16)
        func piece(_ from: Int, _ count: Int) -> String { String(decoding: digits[from..<from + count], as: UTF8.self) }
        let dashed = [piece(0, 8), piece(8, 4), piece(12, 4), piece(16, 4), piece(20, 12)].joined(separator: "-")
        switch format {
        case "N", "n": return piece(0, 32)
        case "", "D", "d": return dashed
        case "B", "b": return "{\(dashed)}"
        case "P", "p": return "(\(dashed))"
        case "X", "x":
            let tail = (0..<8).map { "0x" + piece(16 + 2 * $0, 2) }.joined(separator: ",")
            return "{0x\(piece(0, 8)),0x\(piece(8, 4)),0x\(piece(12, 4)),{\(tail)}}"
        default: throw TextError(.format, "Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\".")
        }
    }
    private static func hex(_ v: UInt64, _ count: Int) -> [UInt8] {
        var b: [UInt8] = []
        IntegerText.appendHex(v, minimum: count, uppercase: false, to: &b)
        return b
    }

    /// Reads any of the formats; throws kind `.format`.
    public static func parse(_ text: String) throws(TextError) -> PSGuid {
        var t = Array(Machine.trimmed(text).utf8)
        guard t.count >= 32 else { throw TextError(.format, "Unrecognized Guid format.") }
        if t.first == 123, t.contains(where: { $0 | 0x20 == 120 }) { return try parseNested(t) }
        let dashes = TextError(.format, "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).")
        if t.first == 123 || t.first == 40 {
            guard t.count == 38, t[37] == (t[0] == 123 ? 125 : 41) else { throw dashes }
            t = Array(t[1..<37])
        }
        if t.contains(45) {
            guard t.count == 36, t[8] == 45, t[13] == 45, t[18] == 45, t[23] == 45 else { throw dashes }
            t.removeAll { $0 == 45 }
        }
        guard t.count == 32 else { throw dashes }
        return try digits(t)
    }
    private static func digits(_ t: [UInt8]) throws(TextError) -> PSGuid {
        var parts: (UInt64, UInt64) = (0, 0)
        for (i, c) in t.enumerated() {
            guard let d = c.hexValue else { throw TextError(.format, "Guid string should only contain hexadecimal characters.") }
            if i < 16 { parts.0 = parts.0 << 4 | UInt64(d) } else { parts.1 = parts.1 << 4 | UInt64(d) }
        }
        return PSGuid(high: parts.0, low: parts.1)
    }
    /// `{0x…,0x…,0x…,{0x…,…}}`
    private static func parseNested(_ t: [UInt8]) throws(TextError) -> PSGuid {
        let fields = t.filter { $0 != 123 && $0 != 125 && $0 != 32 }.split(separator: 44, omittingEmptySubsequences: false)
        let widths = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2]
        guard fields.count == widths.count else { throw TextError(.format, "Unrecognized Guid format.") }
        var all: [UInt8] = []
        for (f, w) in zip(fields, widths) {
            let d = Array(f)
            guard d.count > 2, d.count <= w + 2, d[0] == 48, d[1] | 0x20 == 120 else { throw TextError(.format, "Could not find Hex prefix.") }
            all += [UInt8](repeating: 48, count: w + 2 - d.count) + d[2...]
        }
        return try digits(all)
    }
}

/// A `[guid]`.
public final class GuidValue: Native {
    public let value: PSGuid
    public init(_ value: PSGuid) { self.value = value; super.init(.guid) }
    public override func text(_ culture: Culture) -> String? { try? value.text() }
    public override func isEqual(to other: Obj) -> Bool { (other as? GuidValue)?.value == value }
    public override var hash: Int { value.hashValue }
    public override func compare(to other: Obj) -> Int? {
        guard let o = (other as? GuidValue)?.value else { return nil }
        if value.high != o.high { return value.high < o.high ? -1 : 1 }
        return value.low < o.low ? -1 : value.low == o.low ? 0 : 1
    }
}

extension Value {
    public init(_ g: PSGuid) { self = .object(GuidValue(g)) }
}
