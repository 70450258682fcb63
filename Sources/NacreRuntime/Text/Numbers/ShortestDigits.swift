import Glibc

/// The shortest decimal that reads back as the same floating-point number: 0.significand · 10^scale, up to 17 digits.
struct ShortestDigits {
    var significand: UInt64
    var count: Int
    var scale: Int

    /// Digits of a finite magnitude.
    init(_ magnitude: Double) {
        if magnitude < 9007199254740992, magnitude == magnitude.rounded(.towardZero) {
            self.init(integer: UInt64(magnitude))
        } else {
            self.init(text: magnitude.description)
        }
    }

    init(_ magnitude: Float) {
        if magnitude < 16777216, magnitude == magnitude.rounded(.towardZero) {
            self.init(integer: UInt64(magnitude))
        } else {
            self.init(text: magnitude.description)
        }
    }

    private init(integer: UInt64) {
        significand = integer
        count = integer == 0 ? 0 : IntegerText.digitCount(integer)
        scale = count
        trim()
    }

    /// Reads Swift's own description, which is shortest: digits, perhaps a point, perhaps an exponent.
    private init(text: String) {
        significand = 0
        count = 0
        scale = 0
        var exponent = 0
        var exponentSign = 0
        var afterPoint = false
        var text = text
        text.withUTF8 { bytes in
            for byte in bytes {
                switch byte {
                case 46: afterPoint = true
                case 101: exponentSign = 1
                case 45: exponentSign = -1
                case 43: break
                default:
                    if exponentSign != 0 { exponent = exponent * 10 + Int(byte &- 48); continue }
                    if significand != 0 || byte != 48 {
                        significand = significand &* 10 &+ UInt64(byte &- 48)
                        count += 1
                        if !afterPoint { scale += 1 }
                    } else if afterPoint {
                        scale -= 1
                    }
                }
            }
        }
        scale += exponent * (exponentSign == 0 ? 1 : exponentSign)
        trim()
    }

    private mutating func trim() {
        while count > 1, significand % 10 == 0 {
            significand /= 10
            count -= 1
        }
    }

    /// Rounds to `kept` digits; false when only the exact binary value can tell (a tie of the shortest digits).
    mutating func round(toDigits kept: Int) -> Bool {
        if kept >= count { return true }
        if kept < 0 {
            (significand, count, scale) = (0, 0, 0)
            return true
        }
        let unit = IntegerText.powerOfTen(count - kept)
        let (quotient, rest) = significand.quotientAndRemainder(dividingBy: unit)
        if rest * 2 == unit { return false }
        significand = rest * 2 > unit ? quotient + 1 : quotient
        count = kept
        if significand == 0 {
            (count, scale) = (0, 0)
        } else if significand == IntegerText.powerOfTen(kept) {
            (significand, count) = (1, 1)
            scale += 1
        } else {
            trim()
        }
        return true
    }

    /// These digits as a rounded `NumberDigits`.
    func digits(isNegative: Bool) -> NumberDigits {
        var digits: [UInt8] = []
        if count > 0 { IntegerText.append(digits: significand, count: count, to: &digits) }
        var number = NumberDigits(digits: digits, scale: scale, isNegative: isNegative, kind: .floating)
        number.isRounded = true
        return number
    }
}

/// The exact binary value rounded half to even, by the C library.
enum ExactDigits {
    /// `count` significant digits (1 or more) of a finite magnitude.
    static func significant(_ magnitude: Double, _ count: Int, isNegative: Bool) -> NumberDigits {
        let text = print("%.*e", min(count, 800) - 1, magnitude)
        var digits: [UInt8] = []
        var exponent = 0
        if let mark = text.firstIndex(of: 101) {
            digits = text[..<mark].filter(\.isDigit)
            for byte in text[(mark + 1)...] where byte.isDigit { exponent = exponent * 10 + Int(byte - 48) }
            if text[mark + 1] == 45 { exponent = -exponent }
        }
        return trimmed(digits, scale: exponent + 1, isNegative: isNegative)
    }

    /// All digits down to `decimals` places behind the point of a finite magnitude.
    static func decimals(_ magnitude: Double, _ decimals: Int, isNegative: Bool) -> NumberDigits {
        let text = print("%.*f", min(decimals, 1100), magnitude)
        let point = text.firstIndex { !$0.isDigit } ?? text.count
        return trimmed(text.filter(\.isDigit), scale: point, isNegative: isNegative)
    }

    private static func trimmed(_ digits: [UInt8], scale: Int, isNegative: Bool) -> NumberDigits {
        let leading = digits.prefix { $0 == 48 }.count
        var end = digits.count
        while end > leading && digits[end - 1] == 48 { end -= 1 }
        var number = NumberDigits(digits: Array(digits[leading..<end]), scale: end == leading ? 0 : scale - leading,
                                  isNegative: isNegative, kind: .floating)
        number.isRounded = true
        return number
    }

    private static func print(_ format: String, _ precision: Int, _ value: Double) -> [UInt8] {
        let size = precision + 330
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = withVaList([Int32(precision), value]) { arguments in
                guard let base = buffer.baseAddress else { return 0 }
                return base.withMemoryRebound(to: CChar.self, capacity: size) {
                    min(max(Int(vsnprintf($0, size, format, arguments)), 0), size - 1)
                }
            }
        }
    }
}
