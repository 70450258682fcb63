@_exported import Glibc

/// UTF-16 code units: case by the simple invariant mapping, and classes.
public enum Unit {
    /// Upper-case Latin-1 as .NET's invariant mapping has it, within Latin-1 (`ÿ` and `µ` keep themselves here).
    static let foldTable: UnsafeMutablePointer<UInt8> = {
        let t = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        for i in 0..<256 { t[i] = UInt8(i) }
        for i in 97...122 { t[i] = UInt8(i - 32) }
        for i in 0xE0...0xFE where i != 0xF7 { t[i] = UInt8(i - 32) }
        return t
    }()
    @inline(__always) static func fold(_ b: UInt8) -> UInt8 {
        b < 0x80 ? (b &- 97 < 26 ? b &- 32 : b) : foldTable[Int(b)]
    }

    public static func upper(_ u: UInt16) -> UInt16 {
        if u < 0x80 { return u &- 97 < 26 ? u &- 32 : u }
        if u < 0x100 { return u == 0xFF ? 0x178 : u == 0xB5 ? 0x39C : UInt16(foldTable[Int(u)]) }
        return mapped(u) { $0.properties.uppercaseMapping }
    }
    public static func lower(_ u: UInt16) -> UInt16 {
        if u < 0x80 { return u &- 65 < 26 ? u &+ 32 : u }
        if u < 0x100 { return (0xC0...0xDE).contains(u) && u != 0xD7 ? u + 32 : u }
        return mapped(u) { $0.properties.lowercaseMapping }
    }
    private static func mapped(_ u: UInt16, _ map: (Unicode.Scalar) -> String) -> UInt16 {
        guard let s = Unicode.Scalar(u) else { return u }
        let m = map(s).unicodeScalars
        guard m.count == 1, let r = m.first, r.value <= 0xFFFF else { return u }
        return UInt16(r.value)
    }
    /// White space as `Char.IsWhiteSpace` has it.
    public static func isSpace(_ u: UInt16) -> Bool {
        switch u {
        case 9...13, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
    @inlinable public static func isDigit(_ u: UInt16) -> Bool { u &- 48 < 10 }
}
