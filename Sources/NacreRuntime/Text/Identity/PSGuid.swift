/// .NET's `Guid`: 128 bits in the order of the text.
public struct PSGuid: Sendable, Hashable, Comparable {
    let high: UInt64
    let low: UInt64

    public static let empty = PSGuid(high: 0, low: 0)

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A new random one (version 4).
    public static func random() -> PSGuid {
        var generator = SystemRandomNumberGenerator()
        return PSGuid(high: generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000, low: generator.next() >> 2 | 1 << 63)
    }

    /// From .NET's byte order, whose first three groups are little-endian; nil unless there are 16.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        let order = PSGuid.byteOrder
        high = order[..<8].reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
        low = order[8...].reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }

    private static let byteOrder = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]

    /// .NET's `ToByteArray`.
    public var bytes: [UInt8] { PSGuid.byteOrder.map(byte) }

    /// Byte `index` in the order of the text.
    private func byte(_ index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: index < 8 ? high >> UInt64(56 - 8 * index) : low >> UInt64(120 - 8 * index))
    }

    public static func < (a: PSGuid, b: PSGuid) -> Bool { a.high == b.high ? a.low < b.low : a.high < b.high }

    /// Appends the value in format `D` (or none), `N`, `B`, `P` or `X`; throws kind `.format`.
    public func append(format: String = "D", to buffer: inout [UInt8]) throws(TextError) {
        switch format {
        case "", "D", "d": appendGroups(to: &buffer)
        case "N", "n": for index in 0..<16 { put(byte(index), to: &buffer) }
        case "B", "b":
            buffer.append(123)
            appendGroups(to: &buffer)
            buffer.append(125)
        case "P", "p":
            buffer.append(40)
            appendGroups(to: &buffer)
            buffer.append(41)
        case "X", "x":
            for index in 0..<16 {
                switch index {
                case 0: buffer.append(contentsOf: "{0x".utf8)
                case 4, 6: buffer.append(contentsOf: ",0x".utf8)
                case 8: buffer.append(contentsOf: ",{0x".utf8)
                case 9...: buffer.append(contentsOf: ",0x".utf8)
                default: break
                }
                put(byte(index), to: &buffer)
            }
            buffer.append(contentsOf: "}}".utf8)
        default:
            throw TextError(.format, "Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\".")
        }
    }

    private func put(_ byte: UInt8, to buffer: inout [UInt8]) {
        IntegerText.appendHex(UInt64(byte), minimum: 2, uppercase: false, to: &buffer)
    }

    private func appendGroups(to buffer: inout [UInt8]) {
        for index in 0..<16 {
            if index == 4 || index == 6 || index == 8 || index == 10 { buffer.append(45) }
            put(byte(index), to: &buffer)
        }
    }
}

extension PSGuid: CustomStringConvertible {
    public var description: String {
        var buffer: [UInt8] = []
        appendGroups(to: &buffer)
        return string(buffer)
    }

    private static let unrecognized = TextError(.format, "Unrecognized Guid format.")
    private static let wrongLength = TextError(.format, "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).")
    private static let wrongDashes = TextError(.format, "Dashes are in the wrong position for GUID parsing.")
    private static let wrongCharacter = TextError(.format, "Guid string should only contain hexadecimal characters.")

    /// Reads any of the five formats, white space around it ignored; throws kind `.format`.
    public static func parse(_ text: String) throws(TextError) -> PSGuid {
        let bytes = trimmed(text)
        guard bytes.count >= 32 else { throw unrecognized }
        switch bytes[0] {
        case 40: return try parse(text, format: "P")
        case 123: return try parse(text, format: bytes[9] == 45 ? "B" : "X")
        default: return try parse(text, format: bytes[8] == 45 ? "D" : "N")
        }
    }

    /// Reads one format; throws kind `.format`.
    public static func parse(_ text: String, format: String) throws(TextError) -> PSGuid {
        var bytes = trimmed(text)
        switch format {
        case "D", "d": return try groups(bytes)
        case "N", "n":
            guard bytes.count == 32 else { throw wrongLength }
            return try digits(bytes)
        case "B", "b", "P", "p":
            let isBrace = format == "B" || format == "b"
            guard bytes.count == 38, bytes[0] == (isBrace ? 123 : 40), bytes[37] == (isBrace ? 125 : 41) else { throw wrongLength }
            return try groups(Array(bytes[1..<37]))
        case "X", "x":
            bytes.removeAll { $0.isNumberSpace }
            return try prefixed(bytes)
        default:
            throw TextError(.format, "Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\".")
        }
    }

    private static func trimmed(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8).drop(while: \.isNumberSpace)
        guard let last = bytes.lastIndex(where: { !$0.isNumberSpace }) else { return [] }
        return Array(bytes[bytes.startIndex...last])
    }

    private static func groups(_ bytes: [UInt8]) throws(TextError) -> PSGuid {
        guard bytes.count == 36 else { throw wrongLength }
        guard bytes[8] == 45, bytes[13] == 45, bytes[18] == 45, bytes[23] == 45 else { throw wrongDashes }
        return try digits(bytes.enumerated().filter { ![8, 13, 18, 23].contains($0.offset) }.map(\.element))
    }

    private static func digits(_ bytes: [UInt8]) throws(TextError) -> PSGuid {
        var value: UInt128 = 0
        for byte in bytes {
            guard let digit = byte.hexValue else { throw wrongCharacter }
            value = value << 4 | UInt128(digit)
        }
        return PSGuid(high: UInt64(truncatingIfNeeded: value >> 64), low: UInt64(truncatingIfNeeded: value))
    }

    /// `{0x…,0x…,0x…,{0x…,…}}`.
    private static func prefixed(_ bytes: [UInt8]) throws(TextError) -> PSGuid {
        let widths = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2]
        var rest = bytes[...]
        func expect(_ text: String, _ failure: String) throws(TextError) {
            guard rest.starts(with: text.utf8) else { throw TextError(.format, failure) }
            rest = rest.dropFirst(text.utf8.count)
        }
        try expect("{", "Expected {0xdddddddd, etc}.")
        var value: UInt128 = 0
        for (index, width) in widths.enumerated() {
            if index == 3 { try expect("{", "Expected {0xdddddddd, etc}.") }
            guard rest.count > 2, rest[rest.startIndex] == 48, rest[rest.startIndex + 1] | 0x20 == 120 else { throw TextError(.format, "Expected 0x prefix.") }
            rest = rest.dropFirst(2)
            let number = rest.prefix { $0.hexValue != nil }
            guard !number.isEmpty else { throw wrongCharacter }
            var part: UInt128 = 0
            for byte in number { part = part << 4 | UInt128(byte.hexValue ?? 0) }
            guard number.count <= width || part >> UInt128(width * 4) == 0, number.count <= 30 else {
                throw TextError(.overflow, "Value was either too large or too small for a UInt32.")
            }
            value = value << UInt128(width * 4) | part
            rest = rest.dropFirst(number.count)
            if index < widths.count - 1 {
                try expect(",", "Could not find a comma, or the length between the previous token and the comma was zero (i.e., '0x,'etc.).")
            }
        }
        try expect("}", "Could not find a brace, or the length between the previous token and the brace was zero (i.e., '0x,'etc.).")
        try expect("}", "Could not find the ending brace.")
        guard rest.isEmpty else { throw TextError(.format, "Additional non-parsable characters are at the end of the string.") }
        return PSGuid(high: UInt64(truncatingIfNeeded: value >> 64), low: UInt64(truncatingIfNeeded: value))
    }
}
