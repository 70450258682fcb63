import CTomMath

/// Arithmetic as .NET's: division truncates, bits are two's complement, results above `maxBits` throw kind `.overflow`.
extension PSBigInteger {
    private static func made(bits: Int, _ body: (UnsafeMutablePointer<mp_int>) -> mp_err) throws(TextError) -> PSBigInteger {
        guard bits <= maxBits else { throw tooLarge }
        let result = PSBigInteger()
        guard body(result.number) == MP_OKAY else { throw tooLarge }
        return result
    }

    public static func add(_ a: PSBigInteger, _ b: PSBigInteger) throws(TextError) -> PSBigInteger {
        try made(bits: max(a.bitWidth, b.bitWidth) + 1) { mp_add(a.number, b.number, $0) }
    }

    public static func subtract(_ a: PSBigInteger, _ b: PSBigInteger) throws(TextError) -> PSBigInteger {
        try made(bits: max(a.bitWidth, b.bitWidth) + 1) { mp_sub(a.number, b.number, $0) }
    }

    public static func multiply(_ a: PSBigInteger, _ b: PSBigInteger) throws(TextError) -> PSBigInteger {
        try made(bits: a.bitWidth + b.bitWidth) { mp_mul(a.number, b.number, $0) }
    }

    public static func divide(_ a: PSBigInteger, _ b: PSBigInteger) throws(TextError) -> PSBigInteger {
        if b.isZero { throw .divideByZero }
        return try made(bits: a.bitWidth) { mp_div(a.number, b.number, $0, nil) }
    }

    /// The remainder, with the sign of the dividend.
    public static func remainder(_ a: PSBigInteger, _ b: PSBigInteger) throws(TextError) -> PSBigInteger {
        if b.isZero { throw .divideByZero }
        return try made(bits: a.bitWidth) { mp_div(a.number, b.number, nil, $0) }
    }

    /// `value` to the `exponent`; a negative exponent throws kind `.argumentOutOfRange`.
    public static func power(_ value: PSBigInteger, _ exponent: Int) throws(TextError) -> PSBigInteger {
        guard exponent >= 0 else {
            throw TextError(.argumentOutOfRange, "The number must be greater than or equal to zero. (Parameter 'exponent')")
        }
        if exponent == 0 { return one }
        if value.bitWidth <= 1 { return value.isNegative && exponent & 1 == 0 ? one : value } // 0, 1, -1
        let (bits, isTooLarge) = (value.bitWidth - 1).multipliedReportingOverflow(by: exponent)
        guard !isTooLarge, bits <= maxBits, let power = UInt32(exactly: exponent) else { throw tooLarge }
        return try made(bits: bits) { mp_expt_u32(value.number, power, $0) }
    }

    /// `value`^`exponent` modulo `modulus`, with the sign of the value's power.
    public static func modularPower(_ value: PSBigInteger, _ exponent: PSBigInteger, _ modulus: PSBigInteger) throws(TextError) -> PSBigInteger {
        guard !exponent.isNegative else {
            throw TextError(.argumentOutOfRange, "The number must be greater than or equal to zero. (Parameter 'exponent')")
        }
        if modulus.isZero { throw .divideByZero }
        let magnitude = try made(bits: modulus.bitWidth) { result in
            let base = value.magnitude
            let divisor = modulus.magnitude
            return mp_exptmod(base.number, exponent.number, divisor.number, result)
        }
        return value.isNegative && !exponent.isEven ? magnitude.negated : magnitude
    }

    public static func greatestCommonDivisor(_ a: PSBigInteger, _ b: PSBigInteger) throws(TextError) -> PSBigInteger {
        try made(bits: max(a.bitWidth, b.bitWidth)) { mp_gcd(a.number, b.number, $0) }
    }

    public static func and(_ a: PSBigInteger, _ b: PSBigInteger) throws(TextError) -> PSBigInteger {
        try made(bits: max(a.bitWidth, b.bitWidth)) { mp_and(a.number, b.number, $0) }
    }

    public static func or(_ a: PSBigInteger, _ b: PSBigInteger) throws(TextError) -> PSBigInteger {
        try made(bits: max(a.bitWidth, b.bitWidth)) { mp_or(a.number, b.number, $0) }
    }

    public static func xor(_ a: PSBigInteger, _ b: PSBigInteger) throws(TextError) -> PSBigInteger {
        try made(bits: max(a.bitWidth, b.bitWidth)) { mp_xor(a.number, b.number, $0) }
    }

    /// Shifts left; a negative count shifts right.
    public static func shiftLeft(_ value: PSBigInteger, _ count: Int) throws(TextError) -> PSBigInteger {
        if count < 0 { return try shiftRight(value, -count) }
        if value.isZero { return zero }
        guard count <= maxBits else { throw tooLarge }
        return try made(bits: value.bitWidth + count) { mp_mul_2d(value.number, Int32(count), $0) }
    }

    /// Shifts right, filling with the sign; a negative count shifts left.
    public static func shiftRight(_ value: PSBigInteger, _ count: Int) throws(TextError) -> PSBigInteger {
        if count < 0 { return try shiftLeft(value, -max(count, -Int.max)) }
        if count > value.bitWidth { return value.isNegative ? minusOne : zero }
        return try made(bits: value.bitWidth) { mp_signed_rsh(value.number, Int32(count), $0) }
    }

    public var negated: PSBigInteger {
        let result = PSBigInteger()
        _ = mp_neg(number, result.number)
        return result
    }

    public var magnitude: PSBigInteger { isNegative ? negated : self }

    /// All bits flipped: `-value - 1`.
    public var complement: PSBigInteger {
        let result = PSBigInteger()
        _ = mp_complement(number, result.number)
        return result
    }
}
