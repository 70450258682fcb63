/// .NET's `System.Decimal`: a 96-bit coefficient divided by 10 to a scale of 0 to 28, with a sign. The scale is part of the
/// value's text (`1.10`), not of its identity (`1.10` equals `1.1`). 16 bytes.
public struct PSDecimal: Sendable {
    var low: UInt64
    var high: UInt32
    /// Decimal places, 0 to 28.
    public internal(set) var scale: UInt8
    /// The sign; a negative zero equals zero and prints without its sign.
    public internal(set) var isNegative: Bool

    static let maxCoefficient = (UInt128(1) << 96) - 1
    static let maxScale = 28
    static let overflow = TextError(.overflow, "Value was either too large or too small for a Decimal.")

    public static let zero = PSDecimal(coefficient: 0, scale: 0, isNegative: false)
    public static let one = PSDecimal(coefficient: 1, scale: 0, isNegative: false)
    public static let maxValue = PSDecimal(coefficient: maxCoefficient, scale: 0, isNegative: false)
    public static let minValue = PSDecimal(coefficient: maxCoefficient, scale: 0, isNegative: true)

    /// A value whose parts are known to be in range.
    init(coefficient: UInt128, scale: Int, isNegative: Bool) {
        low = UInt64(truncatingIfNeeded: coefficient)
        high = UInt32(truncatingIfNeeded: coefficient >> 64)
        self.scale = UInt8(truncatingIfNeeded: scale)
        self.isNegative = isNegative
    }

    /// `[decimal]::new(lo, mid, hi, isNegative, scale)`; nil for a scale above 28.
    public init?(low: UInt32, middle: UInt32, high: UInt32, isNegative: Bool, scale: UInt8) {
        guard scale <= 28 else { return nil }
        self.low = UInt64(middle) << 32 | UInt64(low)
        self.high = high
        self.scale = scale
        self.isNegative = isNegative
    }

    /// An integer of up to 64 bits.
    public init<T: FixedWidthInteger>(_ value: T) {
        self.init(coefficient: UInt128(truncatingIfNeeded: value.magnitude), scale: 0, isNegative: value < 0)
    }

    /// The digits without point and sign, below 2^96.
    public var coefficient: UInt128 {
        @inline(__always) get { UInt128(high) << 64 | UInt128(low) }
    }

    public var isZero: Bool { low == 0 && high == 0 }
    public var magnitude: PSDecimal { PSDecimal(coefficient: coefficient, scale: Int(scale), isNegative: false) }

    /// .NET's `GetBits`: low, middle, high, and scale with sign.
    public var bits: (Int32, Int32, Int32, Int32) {
        let flags = UInt32(scale) << 16 | (isNegative ? 0x8000_0000 : 0)
        return (Int32(truncatingIfNeeded: low), Int32(truncatingIfNeeded: low >> 32), Int32(bitPattern: high), Int32(bitPattern: flags))
    }

    /// 10 to the `exponent`, 0 to 38.
    @inline(__always) static func power(_ exponent: Int) -> UInt128 {
        if exponent <= 19 { return UInt128(IntegerText.powerOfTen(exponent)) }
        return UInt128(IntegerText.powerOfTen(19)) * UInt128(IntegerText.powerOfTen(exponent - 19))
    }

    /// Coefficient and scale without trailing zeros: the same for equal values.
    var normalized: (coefficient: UInt128, scale: Int) {
        var value = coefficient
        if value == 0 { return (0, 0) }
        var places = Int(scale)
        while places > 0 {
            let (quotient, rest) = value.quotientAndRemainder(dividingBy: 10)
            if rest != 0 { break }
            value = quotient
            places -= 1
        }
        return (value, places)
    }
}

extension PSDecimal: Hashable, Comparable {
    public static func == (a: PSDecimal, b: PSDecimal) -> Bool { compare(a, b) == 0 }
    public static func < (a: PSDecimal, b: PSDecimal) -> Bool { compare(a, b) < 0 }

    /// -1, 0 or 1.
    public static func compare(_ a: PSDecimal, _ b: PSDecimal) -> Int {
        if a.isZero { return b.isZero ? 0 : b.isNegative ? 1 : -1 }
        if b.isZero { return a.isNegative ? -1 : 1 }
        if a.isNegative != b.isNegative { return a.isNegative ? -1 : 1 }
        let sign = a.isNegative ? -1 : 1
        if a.scale == b.scale { return a.coefficient == b.coefficient ? 0 : a.coefficient < b.coefficient ? -sign : sign }
        let places = Int(max(a.scale, b.scale))
        let left = a.coefficient.multipliedFullWidth(by: power(places - Int(a.scale)))
        let right = b.coefficient.multipliedFullWidth(by: power(places - Int(b.scale)))
        if left.high != right.high { return left.high < right.high ? -sign : sign }
        return left.low == right.low ? 0 : left.low < right.low ? -sign : sign
    }

    public func hash(into hasher: inout Hasher) {
        let (value, places) = normalized
        hasher.combine(value)
        hasher.combine(places)
        hasher.combine(isNegative && value != 0)
    }
}
