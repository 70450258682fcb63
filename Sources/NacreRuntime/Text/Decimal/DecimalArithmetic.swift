/// Arithmetic with .NET's scales and rounding: exact where 96 bits hold the result, else rounded once, half to even.
/// Results out of range throw kind `.overflow`, a zero divisor `.divideByZero`.
extension PSDecimal {
    public static prefix func - (value: PSDecimal) -> PSDecimal {
        var result = value
        result.isNegative.toggle()
        return result
    }

    public static func add(_ a: PSDecimal, _ b: PSDecimal) throws(TextError) -> PSDecimal {
        let places = Int(max(a.scale, b.scale))
        let left = Wide(a.coefficient, times: power(places - Int(a.scale)))
        let right = Wide(b.coefficient, times: power(places - Int(b.scale)))
        if a.isNegative == b.isNegative { return try (left + right).decimal(scale: places, isNegative: a.isNegative) }
        if left == right { return PSDecimal(coefficient: 0, scale: places, isNegative: false) }
        return left < right ? try (right - left).decimal(scale: places, isNegative: b.isNegative)
            : try (left - right).decimal(scale: places, isNegative: a.isNegative)
    }

    public static func subtract(_ a: PSDecimal, _ b: PSDecimal) throws(TextError) -> PSDecimal { try add(a, -b) }

    public static func multiply(_ a: PSDecimal, _ b: PSDecimal) throws(TextError) -> PSDecimal {
        try Wide(a.coefficient, times: b.coefficient)
            .decimal(scale: Int(a.scale) + Int(b.scale), isNegative: a.isNegative != b.isNegative)
    }

    /// The quotient to as many places as fit; trailing zeros that the division itself made are dropped.
    public static func divide(_ a: PSDecimal, _ b: PSDecimal) throws(TextError) -> PSDecimal {
        if b.isZero { throw .divideByZero }
        let divisor = b.coefficient
        var (quotient, rest) = a.coefficient.quotientAndRemainder(dividingBy: divisor)
        var places = Int(a.scale) - Int(b.scale)
        var madeZeros = false
        // Nine digits at a time (the remainder times 10^9 fits 128 bits), then one at a time.
        var step = 9
        while step > 0 {
            guard rest != 0 || places < 0, places < maxScale else { break }
            step = min(step, rest == 0 ? -places : maxScale - places)
            let unit = power(step)
            let (more, next) = (rest * unit).quotientAndRemainder(dividingBy: divisor)
            let (scaled, tooLarge) = quotient.multipliedReportingOverflow(by: unit)
            if tooLarge || scaled + more > maxCoefficient { step = step == 9 ? 4 : step - 1; continue }
            if rest != 0 { madeZeros = true }
            quotient = scaled + more
            rest = next
            places += step
        }
        if places < 0 { throw overflow }
        if rest != 0 {
            let twice = rest * 2
            if twice > divisor || (twice == divisor && quotient & 1 == 1) { quotient += 1 }
            if quotient > maxCoefficient {
                guard places > 0 else { throw overflow }
                // 2^96 ends in 6: what is dropped is above one half.
                quotient = quotient / 10 + 1
                places -= 1
            }
        }
        if madeZeros {
            while places > 0 {
                let (fewer, digit) = quotient.quotientAndRemainder(dividingBy: 10)
                if digit != 0 { break }
                quotient = fewer
                places -= 1
            }
        }
        return PSDecimal(coefficient: quotient, scale: places, isNegative: a.isNegative != b.isNegative)
    }

    /// The remainder, with the sign of the dividend.
    public static func remainder(_ a: PSDecimal, _ b: PSDecimal) throws(TextError) -> PSDecimal {
        if b.isZero { throw .divideByZero }
        if compare(a.magnitude, b.magnitude) < 0 { return a }
        if a.scale >= b.scale {
            // Not larger than the dividend, so it fits.
            let divisor = b.coefficient * power(Int(a.scale) - Int(b.scale))
            return PSDecimal(coefficient: a.coefficient % divisor, scale: Int(a.scale), isNegative: a.isNegative)
        }
        let divisor = b.coefficient
        var rest = a.coefficient % divisor
        var left = Int(b.scale) - Int(a.scale)
        while left > 0 {
            let step = min(left, 9)
            rest = (rest * power(step)) % divisor
            left -= step
        }
        return PSDecimal(coefficient: rest, scale: Int(b.scale), isNegative: a.isNegative)
    }

    /// How `round` treats what it drops: .NET's `MidpointRounding`, with its raw values.
    public enum Rounding: Int, Sendable { case toEven, awayFromZero, toZero, toNegativeInfinity, toPositiveInfinity }

    /// Rounds to at most `places` (0 to 28) decimals; fewer stay as they are.
    public func rounded(_ places: Int = 0, _ mode: Rounding = .toEven) -> PSDecimal {
        let dropped = Int(scale) - max(places, 0)
        if dropped <= 0 { return self }
        let unit = PSDecimal.power(dropped)
        var (quotient, rest) = coefficient.quotientAndRemainder(dividingBy: unit)
        let isUp: Bool = switch mode {
        case .toEven: rest * 2 > unit || (rest * 2 == unit && quotient & 1 == 1)
        case .awayFromZero: rest * 2 >= unit
        case .toZero: false
        case .toNegativeInfinity: isNegative && rest != 0
        case .toPositiveInfinity: !isNegative && rest != 0
        }
        if isUp { quotient += 1 }
        return PSDecimal(coefficient: quotient, scale: max(places, 0), isNegative: isNegative)
    }

    public var truncated: PSDecimal { rounded(0, .toZero) }
    public var floor: PSDecimal { rounded(0, .toNegativeInfinity) }
    public var ceiling: PSDecimal { rounded(0, .toPositiveInfinity) }
}

/// A 256-bit magnitude: what sums and products are before they are fitted into 96 bits.
private struct Wide: Comparable {
    var high: UInt128
    var low: UInt128

    init(_ a: UInt128, times b: UInt128) { (high, low) = a.multipliedFullWidth(by: b) }

    private init(high: UInt128, low: UInt128) { (self.high, self.low) = (high, low) }

    static func + (a: Wide, b: Wide) -> Wide {
        let (low, carry) = a.low.addingReportingOverflow(b.low)
        return Wide(high: a.high + b.high + (carry ? 1 : 0), low: low)
    }

    static func - (a: Wide, b: Wide) -> Wide {
        let (low, borrow) = a.low.subtractingReportingOverflow(b.low)
        return Wide(high: a.high - b.high - (borrow ? 1 : 0), low: low)
    }

    static func < (a: Wide, b: Wide) -> Bool { a.high == b.high ? a.low < b.low : a.high < b.high }

    private var bitWidth: Int { high != 0 ? 256 - high.leadingZeroBitCount : 128 - low.leadingZeroBitCount }

    /// Divides by `divisor`; gives the remainder.
    private mutating func divide(by divisor: UInt64) -> UInt64 {
        var limbs = (UInt64(truncatingIfNeeded: high >> 64), UInt64(truncatingIfNeeded: high),
                     UInt64(truncatingIfNeeded: low >> 64), UInt64(truncatingIfNeeded: low))
        var rest: UInt64 = 0
        func step(_ limb: inout UInt64) {
            (limb, rest) = divisor.dividingFullWidth((rest, limb))
        }
        step(&limbs.0)
        step(&limbs.1)
        step(&limbs.2)
        step(&limbs.3)
        high = UInt128(limbs.0) << 64 | UInt128(limbs.1)
        low = UInt128(limbs.2) << 64 | UInt128(limbs.3)
        return rest
    }

    /// Fits the magnitude at `scale` into a decimal, dropping as few places as possible, rounded half to even.
    func decimal(scale: Int, isNegative: Bool) throws(TextError) -> PSDecimal {
        var dropped = max(0, scale - PSDecimal.maxScale)
        if bitWidth > 96 { dropped = max(dropped, ((bitWidth - 97) * 1233) >> 12, 1) }
        while true {
            guard dropped <= scale else { throw PSDecimal.overflow }
            var value = self
            var isExact = true
            var left = dropped
            var up = false
            while left > 0 {
                let step = min(left, 19)
                let unit = IntegerText.powerOfTen(step)
                let rest = value.divide(by: unit)
                left -= step
                if left == 0 {
                    let half = unit / 2
                    up = rest > half || (rest == half && (!isExact || value.low & 1 == 1))
                }
                if rest != 0 { isExact = false }
            }
            if value.high == 0, value.low <= PSDecimal.maxCoefficient {
                let coefficient = value.low + (up ? 1 : 0)
                if coefficient <= PSDecimal.maxCoefficient {
                    return PSDecimal(coefficient: coefficient, scale: scale - dropped, isNegative: isNegative)
                }
            }
            dropped += 1
        }
    }
}
