import CTomMath

/// BigInteger to text and back.
extension PSBigInteger: CustomStringConvertible {
    /// libtommath's digits have 60 bits: 18 decimal digits are cut off, or put on, at a time.
    private static let chunk = 18
    private static let chunkValue = mp_digit(IntegerText.powerOfTen(18))

    static let badText = TextError(.format, "The value could not be parsed.")

    /// The decimal digits.
    var digits: NumberDigits {
        var pieces: [UInt64] = []
        let rest = PSBigInteger()
        _ = mp_copy(number, rest.number)
        rest.number.pointee.sign = MP_ZPOS
        while rest.number.pointee.used > 0 {
            var piece: mp_digit = 0
            guard mp_div_d(rest.number, PSBigInteger.chunkValue, rest.number, &piece) == MP_OKAY else { break }
            pieces.append(UInt64(piece))
        }
        var digits: [UInt8] = []
        digits.reserveCapacity(pieces.count * PSBigInteger.chunk)
        for (index, piece) in pieces.reversed().enumerated() {
            let count = index == 0 ? IntegerText.digitCount(piece) : PSBigInteger.chunk
            IntegerText.append(digits: piece, count: count, to: &digits)
        }
        return NumberDigits(digits: digits, scale: digits.count, isNegative: isNegative, kind: .integer)
    }

    /// Appends the decimal digits, at least `minimum` of them.
    public func append(minimum: Int = 1, symbols: NumberSymbols = .enUS, to buffer: inout [UInt8]) {
        if isNegative { buffer.append(contentsOf: symbols.negativeSign) }
        let digits = digits.digits
        for _ in 0..<max(0, max(minimum, 1) - digits.count) { buffer.append(48) }
        buffer.append(contentsOf: digits)
    }

    /// Appends the value by a standard or custom format; throws kind `.format`.
    public func append(format: [UInt8], symbols: NumberSymbols = .enUS, to buffer: inout [UInt8]) throws(TextError) {
        let specifier = try StandardFormat.Specifier(format)
        switch specifier.letter | 0x20 {
        case 100, 103, 114: append(minimum: specifier.precision, symbols: symbols, to: &buffer)
        case 120: appendHex(specifier.precision, isUppercase: specifier.isUppercase, to: &buffer)
        case 98: appendBinary(specifier.precision, to: &buffer)
        default: try NumberFormat.append(digits, specifier, format, symbols, to: &buffer)
        }
    }

    /// Two's complement digits: a leading `0` tells a positive number whose first digit would be 8 or more.
    private func appendHex(_ minimum: Int, isUppercase: Bool, to buffer: inout [UInt8]) {
        var bytes = littleEndianBytes
        var text: [UInt8] = []
        let letters: UInt8 = isUppercase ? 55 : 87
        func put(_ digit: UInt8) { text.append(digit < 10 ? 48 + digit : letters + digit) }
        if let head = bytes.last, head < 0x08 || head > 0xF7 {
            put(head & 0xF)
            bytes.removeLast()
        }
        for byte in bytes.reversed() {
            put(byte >> 4)
            put(byte & 0xF)
        }
        let filler: UInt8 = !isNegative ? 48 : isUppercase ? 70 : 102
        buffer.append(contentsOf: repeatElement(filler, count: max(0, minimum - text.count)))
        buffer.append(contentsOf: text)
    }

    private func appendBinary(_ minimum: Int, to buffer: inout [UInt8]) {
        var text: [UInt8] = []
        for byte in littleEndianBytes.reversed() {
            for bit in (0..<8).reversed() { text.append(48 + (byte >> UInt8(bit)) & 1) }
        }
        let filler: UInt8 = isNegative ? 49 : 48
        let surplus = max(0, text.prefix { $0 == filler }.count - 1)
        text.removeFirst(isZero ? text.count - 1 : surplus)
        buffer.append(contentsOf: repeatElement(filler, count: max(0, minimum - text.count)))
        buffer.append(contentsOf: text)
    }

    public var description: String {
        var buffer: [UInt8] = []
        append(to: &buffer)
        return string(buffer)
    }

    /// .NET's `BigInteger.Parse`; throws kind `.format`, "The value could not be parsed.", or `.overflow`.
    public static func parse(_ text: [UInt8], styles: NumberStyles = .integer,
                             symbols: NumberSymbols = .enUS) throws(TextError) -> PSBigInteger {
        try styles.checkForInteger()
        if styles.contains(.hexSpecifier) || styles.contains(.binarySpecifier) {
            return try parseBits(text, styles, shift: styles.contains(.hexSpecifier) ? 4 : 1)
        }
        guard let number = text.withUnsafeBufferPointer({ NumberScan.digits($0, styles, symbols, kind: .integer) }) else { throw badText }
        var digits = number.digits
        while let last = digits.last, last == 48 { digits.removeLast() }
        if digits.isEmpty { return zero }
        guard digits.count <= number.scale else { throw badText } // decimals that are not zero
        return try make(digits, zeros: number.scale - digits.count, isNegative: number.isNegative)
    }

    public static func parse(_ text: String, styles: NumberStyles = .integer,
                             symbols: NumberSymbols = .enUS) throws(TextError) -> PSBigInteger {
        try parse(Array(text.utf8), styles: styles, symbols: symbols)
    }

    /// The integer of ASCII `digits` followed by `zeros` zeros.
    static func make(_ digits: [UInt8], zeros: Int, isNegative: Bool) throws(TextError) -> PSBigInteger {
        guard digits.count + zeros <= maxBits / 4 else { throw tooLarge }
        let result = PSBigInteger()
        var at = 0
        let total = digits.count + zeros
        while at < total {
            let count = min(chunk, total - at)
            var piece: UInt64 = 0
            for index in at..<at + count { piece = piece &* 10 &+ UInt64(index < digits.count ? digits[index] &- 48 : 0) }
            guard mp_mul_d(result.number, mp_digit(IntegerText.powerOfTen(count)), result.number) == MP_OKAY,
                  mp_add_d(result.number, mp_digit(piece), result.number) == MP_OKAY else { throw tooLarge }
            at += count
        }
        return isNegative ? result.negated : result
    }

    /// Hexadecimal or binary digits in two's complement: a first digit with the high bit makes the number negative.
    private static func parseBits(_ text: [UInt8], _ styles: NumberStyles, shift: Int) throws(TextError) -> PSBigInteger {
        var body = text[...]
        if styles.contains(.leadingWhite) { body = body.drop { $0.isNumberSpace } }
        while let last = body.last, last == 0 || (styles.contains(.trailingWhite) && last.isNumberSpace) { body = body.dropLast() }
        guard !body.isEmpty, body.count <= maxBits / shift else { throw badText }
        var bytes: [UInt8] = []
        var filled = 0
        var first: UInt8 = 0
        for character in body.reversed() {
            guard let digit = character.hexValue, shift == 4 || digit < 2 else { throw badText }
            if filled % 8 == 0 { bytes.append(0) }
            bytes[bytes.count - 1] |= digit << UInt8(filled % 8)
            filled += shift
            first = digit
        }
        let isNegative = first & (shift == 4 ? 8 : 1) != 0
        if isNegative {
            if filled % 8 != 0 { bytes[bytes.count - 1] |= 0xFF << UInt8(filled % 8) }
        } else {
            bytes.append(0)
        }
        return PSBigInteger(littleEndian: bytes)
    }
}
