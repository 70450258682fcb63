/// Decimal from and to the other number types.
extension PSDecimal {
    /// The nearest decimal of at most 15 significant digits, as .NET converts a Double; throws kind `.overflow`.
    public init(_ value: Double) throws(TextError) {
        try self.init(value, digits: 15, shortest: value.isFinite ? ShortestDigits(value.magnitude) : nil)
    }

    /// The nearest decimal of at most 7 significant digits, as .NET converts a Single.
    public init(_ value: Float) throws(TextError) {
        try self.init(Double(value), digits: 7, shortest: value.isFinite ? ShortestDigits(value.magnitude) : nil)
    }

    private init(_ value: Double, digits: Int, shortest: ShortestDigits?) throws(TextError) {
        guard var shortest, value.magnitude < 7.922816251426434e28 else { throw PSDecimal.overflow }
        let isNegative = value < 0
        if value.magnitude < 1e-29 { self.init(coefficient: 0, scale: 0, isNegative: false); return }
        var number: NumberDigits
        if shortest.round(toDigits: digits) {
            number = shortest.digits(isNegative: isNegative)
        } else {
            number = ExactDigits.significant(value.magnitude, digits, isNegative: isNegative)
        }
        number.isRounded = false
        try self.init(number)
    }

    /// Digits as a decimal: more than 28 places, or more digits than fit, are rounded half to even; throws kind `.overflow`.
    init(_ number: NumberDigits) throws(TextError) {
        let digits = number.digits
        if digits.isEmpty {
            self.init(coefficient: 0, scale: min(max(-number.scale, 0), PSDecimal.maxScale), isNegative: false)
            return
        }
        guard number.scale <= 29 else { throw PSDecimal.overflow }
        var value: UInt128 = 0
        var used = 0
        // Places still to fill before the point, or digits behind it, as far as 96 bits and 28 places go.
        while used < number.scale || (used < digits.count && used - number.scale < PSDecimal.maxScale) {
            let next = value * 10 + UInt128(number.digit(used) - 48)
            if next > PSDecimal.maxCoefficient { break }
            value = next
            used += 1
        }
        if number.scale < 0 && -number.scale > PSDecimal.maxScale {
            // Everything is behind the last place, and not even its first digit rounds it up.
            self.init(coefficient: 0, scale: PSDecimal.maxScale, isNegative: false)
            return
        }
        var places = used - number.scale
        guard places >= 0 else { throw PSDecimal.overflow }
        if used < digits.count, PSDecimal.isAboveHalf(digits, used, isOdd: value & 1 == 1) {
            value += 1
            if value > PSDecimal.maxCoefficient {
                guard places > 0 else { throw PSDecimal.overflow }
                value = value / 10 + 1
                places -= 1
            }
        }
        self.init(coefficient: value, scale: places, isNegative: number.isNegative)
    }

    /// Whether the digits from `index` on round the number before them up.
    private static func isAboveHalf(_ digits: [UInt8], _ index: Int, isOdd: Bool) -> Bool {
        guard index < digits.count, digits[index] >= 53 else { return false }
        if digits[index] > 53 || isOdd { return true }
        return digits[(index + 1)...].contains { $0 != 48 }
    }

    /// The value as a Double, computed as .NET does: coefficient divided by the power of ten.
    public var doubleValue: Double {
        let magnitude = (Double(low) + Double(high) * 18446744073709551616.0) / PSDecimal.doublePower(Int(scale))
        return isNegative ? -magnitude : magnitude
    }

    public var floatValue: Float { Float(doubleValue) }

    private static func doublePower(_ exponent: Int) -> Double {
        if exponent <= 19 { return Double(IntegerText.powerOfTen(exponent)) }
        return Double(power(exponent))
    }

    /// The value without its decimals as a `T`; throws kind `.overflow` with the type's message.
    public func integer<T: FixedWidthInteger>(_ type: T.Type = T.self) throws(TextError) -> T {
        let whole = truncated
        let value = whole.coefficient
        guard value <= UInt128(T.max.magnitude) + 1 else { throw IntegerParse.overflow(type) }
        let signed = whole.isNegative ? -Int128(truncatingIfNeeded: value) : Int128(truncatingIfNeeded: value)
        guard let result = T(exactly: signed) else { throw IntegerParse.overflow(type) }
        return result
    }
}
