/// A number as decimal digits: the value is 0.d₁d₂d₃… · 10^scale. What all formatting works on.
public struct NumberDigits {
    /// Where the digits come from: it decides the sign of zero and whether trailing zeros mean anything.
    public enum Kind: Sendable { case integer, decimal, floating }

    /// ASCII digits; the first is not `0`; empty for zero.
    public var digits: [UInt8]
    public var scale: Int
    public var isNegative: Bool
    public let kind: Kind
    /// Digits that are already rounded as the format wants them must not be rounded up again.
    var isRounded = false

    public init(digits: [UInt8], scale: Int, isNegative: Bool, kind: Kind) {
        self.digits = digits
        self.scale = scale
        self.isNegative = isNegative
        self.kind = kind
    }

    /// The digits of an integer.
    public init<T: FixedWidthInteger>(_ value: T) {
        let magnitude = UInt64(truncatingIfNeeded: value.magnitude)
        self.init(magnitude, isNegative: value < 0, kind: .integer)
    }

    init(_ magnitude: UInt64, isNegative: Bool, kind: Kind) {
        var digits: [UInt8] = []
        if magnitude != 0 { IntegerText.append(digits: magnitude, count: IntegerText.digitCount(magnitude), to: &digits) }
        self.init(digits: digits, scale: digits.count, isNegative: isNegative, kind: kind)
    }

    /// Digit `index`, or `0` behind the last one.
    @inline(__always) func digit(_ index: Int) -> UInt8 { index < digits.count ? digits[index] : 48 }

    /// Keeps the first `count` digits, rounded half away from zero (cut, if they are rounded already), without trailing zeros.
    mutating func round(toDigits count: Int) {
        var kept = min(max(count, 0), digits.count)
        if count >= 0 && count < digits.count && !isRounded && digits[count] >= 53 {
            while kept > 0 && digits[kept - 1] == 57 { kept -= 1 }
            if kept > 0 {
                digits[kept - 1] += 1
                digits.removeSubrange(kept...)
            } else {
                scale += 1
                digits = [49]
                kept = 1
            }
        } else {
            while kept > 0 && digits[kept - 1] == 48 { kept -= 1 }
            digits.removeSubrange(kept...)
        }
        if kept == 0 {
            if kind != .floating { isNegative = false }  // only floating-point numbers have a negative zero
            scale = 0
        }
    }
}
