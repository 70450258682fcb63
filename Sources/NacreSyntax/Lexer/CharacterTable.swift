/// Properties of the ASCII characters, one byte each; what is not ASCII goes a slow way (`Scalars.swift`).
struct CharacterTable {
    static let letter: UInt8 = 1, digit: UInt8 = 2, hex: UInt8 = 4, white: UInt8 = 8
    /// Ends any word: white space, line ends, NUL, and `(){};,|&`.
    static let endsWord: UInt8 = 16
    /// Ends a number in an expression.
    static let endsNumber: UInt8 = 32
    /// May begin a variable's name after `$`.
    static let variable: UInt8 = 64
    static let name: UInt8 = letter | digit

    static let shared: UnsafePointer<UInt8> = {
        let t = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        t.initialize(repeating: 0, count: 256)
        func set(_ chars: String, _ bits: UInt8) { for b in chars.utf8 { t[Int(b)] |= bits } }
        set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", letter | variable)
        set("0123456789", digit | hex | variable)
        set("abcdefABCDEF", hex)
        set("?:^$", variable)
        set(" \t\u{0B}\u{0C}", white | endsWord)
        set("\0\r\n(){};,|&", endsWord)
        set("!#%*+-./<=>]", endsNumber)
        return UnsafePointer(t)
    }()
}

extension UInt8 {
    @inline(__always) static func ascii(_ s: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: s.value) }
    @inline(__always) func has(_ bits: UInt8, _ table: UnsafePointer<UInt8>) -> Bool { table[Int(self)] & bits != 0 }
    @inline(__always) var lowered: UInt8 { self | 0x20 }
}

/// Characters beyond ASCII.
enum Scalars {
    /// The scalar that starts at `p`, and how many bytes it takes; a broken one is U+FFFD of one byte.
    static func decode(_ p: UnsafePointer<UInt8>) -> (Unicode.Scalar, Int) {
        let b = UInt32(p[0])
        func tail(_ i: Int) -> UInt32? { p[i] & 0xC0 == 0x80 ? UInt32(p[i] & 0x3F) : nil }
        if b < 0x80 { return (Unicode.Scalar(UInt8(b)), 1) }
        if b < 0xE0, let t = tail(1), let s = Unicode.Scalar((b & 0x1F) << 6 | t) { return (s, 2) }
        if b >= 0xE0, b < 0xF0, let t = tail(1), let u = tail(2), let s = Unicode.Scalar((b & 0x0F) << 12 | t << 6 | u) { return (s, 3) }
        if b >= 0xF0, let t = tail(1), let u = tail(2), let v = tail(3),
           let s = Unicode.Scalar((b & 7) << 18 | t << 12 | u << 6 | v) { return (s, 4) }
        return ("\u{FFFD}", 1)
    }
    static func isDash(_ s: Unicode.Scalar) -> Bool { s == "-" || (s.value >= 0x2013 && s.value <= 0x2015) }
    static func isSingleQuote(_ s: Unicode.Scalar) -> Bool { s == "'" || (s.value >= 0x2018 && s.value <= 0x201B) }
    static func isDoubleQuote(_ s: Unicode.Scalar) -> Bool { s == "\"" || (s.value >= 0x201C && s.value <= 0x201E) }
    static func isWhite(_ s: Unicode.Scalar) -> Bool {
        if s.value < 0x100 { return s == " " || s == "\t" || s.value == 0x0B || s.value == 0x0C || s.value == 0x85 || s.value == 0xA0 }
        switch s.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
    static func isLetter(_ s: Unicode.Scalar) -> Bool {
        // A character outside the first plane is two UTF-16 units to PowerShell, neither of them a letter.
        if s.value > 0xFFFF { return false }
        switch s.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return s == "_"
        }
    }
    static func isLetterOrDigit(_ s: Unicode.Scalar) -> Bool {
        isLetter(s) || (s.value <= 0xFFFF && s.properties.generalCategory == .decimalNumber)
    }
}
