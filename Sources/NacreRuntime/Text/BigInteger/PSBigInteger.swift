import CTomMath

/// .NET's `BigInteger`: an immutable integer of any size up to 64 Mbit, on libtommath.
public final class PSBigInteger: @unchecked Sendable {
    /// Written only while the object is being made. A pointer, so that one object may be both operands.
    let number: UnsafeMutablePointer<mp_int>

    /// The largest size of a result; larger ones are refused with kind `.overflow`.
    public static let maxBits = 64 << 20

    static let tooLarge = TextError(.overflow, "not supported by Nacre: an integer of more than \(maxBits) bits.")

    public static let zero = PSBigInteger(0 as Int64)
    public static let one = PSBigInteger(1 as Int64)
    public static let minusOne = PSBigInteger(-1 as Int64)

    /// Zero, to be filled.
    init() {
        number = .allocate(capacity: 1)
        number.initialize(to: mp_int())
        _ = mp_init(number)
    }

    deinit {
        mp_clear(number)
        number.deallocate()
    }

    public convenience init(_ value: Int64) {
        self.init()
        mp_set_i64(number, value)
    }

    public convenience init(_ value: UInt64) {
        self.init()
        mp_set_u64(number, value)
    }

    public convenience init<T: FixedWidthInteger>(_ value: T) {
        if value < 0 { self.init(Int64(truncatingIfNeeded: value)) } else { self.init(UInt64(truncatingIfNeeded: value)) }
    }

    /// A Double without its decimals; throws kind `.overflow` for infinity and NaN.
    public convenience init(_ value: Double) throws(TextError) {
        if value.isNaN { throw TextError(.overflow, "The value is not a number.") }
        if value.isInfinite { throw TextError(.overflow, "BigInteger cannot represent infinity.") }
        let whole = value.rounded(.towardZero)
        self.init(UInt64(whole == 0 ? 0 : whole.significandBitPattern | (1 << 52)))
        if whole == 0 { return }
        let shift = Int32(whole.exponent) - 52
        if shift >= 0 { _ = mp_mul_2d(number, shift, number) } else { _ = mp_div_2d(number, -shift, number, nil) }
        if whole < 0 { _ = mp_neg(number, number) }
    }

    /// A decimal without its decimals.
    public convenience init(_ value: PSDecimal) {
        let whole = value.truncated
        self.init(UInt64(truncatingIfNeeded: whole.coefficient >> 64))
        _ = mp_mul_2d(number, 64, number)
        let lower = PSBigInteger(UInt64(truncatingIfNeeded: whole.coefficient))
        _ = mp_add(number, lower.number, number)
        if whole.isNegative { _ = mp_neg(number, number) }
    }

    /// Two's complement bytes, least significant first, as .NET's constructor and `ToByteArray` have them.
    public convenience init(littleEndian bytes: [UInt8]) {
        self.init()
        let isNegative = (bytes.last ?? 0) & 0x80 != 0
        let magnitude = (isNegative ? PSBigInteger.negated(bytes) : bytes).reversed() as [UInt8]
        _ = mp_from_ubin(number, magnitude, magnitude.count)
        if isNegative { _ = mp_neg(number, number) }
    }

    /// The two's complement bytes, least significant first, as few as hold the sign.
    public var littleEndianBytes: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: mp_ubin_size(number) + 1)
        var written = 0
        let size = bytes.count
        _ = bytes.withUnsafeMutableBufferPointer { mp_to_ubin(number, $0.baseAddress, size, &written) }
        bytes.removeSubrange(written...)
        bytes.reverse()
        bytes.append(0)
        if isNegative { bytes = PSBigInteger.negated(bytes) }
        let filler: UInt8 = isNegative ? 0xFF : 0
        while bytes.count > 1, bytes[bytes.count - 1] == filler, bytes[bytes.count - 2] & 0x80 == filler & 0x80 { bytes.removeLast() }
        return bytes
    }

    private static func negated(_ bytes: [UInt8]) -> [UInt8] {
        var carry = true
        return bytes.map { byte in
            let flipped = ~byte
            defer { if carry && flipped != 0xFF { carry = false } }
            return carry ? flipped &+ 1 : flipped
        }
    }

    public var isNegative: Bool { number.pointee.sign == MP_NEG && number.pointee.used > 0 }
    public var isZero: Bool { number.pointee.used == 0 }
    public var isEven: Bool { number.pointee.used == 0 || number.pointee.dp[0] & 1 == 0 }
    /// -1, 0 or 1.
    public var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }
    /// Bits of the magnitude.
    public var bitWidth: Int { Int(mp_count_bits(number)) }

    /// The value as a `T`, or nil when it does not fit.
    public func integer<T: FixedWidthInteger>(_ type: T.Type = T.self) -> T? {
        guard bitWidth <= 64 else { return nil }
        let magnitude = mp_get_mag_u64(number)
        if !isNegative { return T(exactly: magnitude) }
        return T(exactly: -Int128(magnitude))
    }

    /// The nearest Double; infinity when it is too large.
    public var doubleValue: Double {
        let extra = bitWidth - 64
        if extra <= 0 {
            let magnitude = Double(mp_get_mag_u64(number))
            return isNegative ? -magnitude : magnitude
        }
        let top = PSBigInteger()
        let rest = PSBigInteger()
        _ = mp_div_2d(number, Int32(extra), top.number, rest.number)
        // The 64 leading bits, with a last bit that says whether anything follows, round as the whole number does.
        let leading = mp_get_mag_u64(top.number) | (rest.isZero ? 0 : 1)
        let magnitude = extra > 1100 ? .infinity : Double(sign: .plus, exponent: extra, significand: Double(leading))
        return isNegative ? -magnitude : magnitude
    }

    /// The value as a Decimal; throws kind `.overflow`.
    public func decimal() throws(TextError) -> PSDecimal {
        guard bitWidth <= 96 else { throw PSDecimal.overflow }
        let upper = PSBigInteger()
        _ = mp_div_2d(number, 64, upper.number, nil)
        let coefficient = UInt128(mp_get_mag_u64(upper.number)) << 64 | UInt128(mp_get_mag_u64(number))
        return PSDecimal(coefficient: coefficient, scale: 0, isNegative: isNegative)
    }
}

extension PSBigInteger: Hashable, Comparable {
    public static func == (a: PSBigInteger, b: PSBigInteger) -> Bool { mp_cmp(a.number, b.number) == MP_EQ }
    public static func < (a: PSBigInteger, b: PSBigInteger) -> Bool { mp_cmp(a.number, b.number) == MP_LT }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(isNegative)
        for index in 0..<Int(number.pointee.used) { hasher.combine(number.pointee.dp[index]) }
    }
}
