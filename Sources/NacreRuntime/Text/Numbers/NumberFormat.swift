/// Numbers formatted by a .NET format text (`N2`, `X8`, `#,##0.00`, …), appended to a UTF-8 buffer.
/// A bad format throws kind `.format`, "Format specifier was invalid.".
public enum NumberFormat {
    /// Appends an integer of any width; `X` and `B` show the bits of that width.
    public static func append<T: FixedWidthInteger>(_ value: T, format: [UInt8], symbols: NumberSymbols = .enUS,
                                                    to buffer: inout [UInt8]) throws(TextError) {
        let specifier = try StandardFormat.Specifier(format)
        switch specifier.letter {
        case 71 where specifier.precision < 1, 103 where specifier.precision < 1, 82, 114: // G, R
            appendPlain(value, minimum: 1, symbols, to: &buffer)
            return
        case 68, 100: // D
            appendPlain(value, minimum: specifier.precision, symbols, to: &buffer)
            return
        case 88, 120: // X
            IntegerText.appendHex(bits(value), minimum: specifier.precision, uppercase: specifier.isUppercase, to: &buffer)
            return
        case 66, 98: // B
            IntegerText.appendBinary(bits(value), minimum: specifier.precision, to: &buffer)
            return
        default: break
        }
        try append(NumberDigits(value), specifier, format, symbols, to: &buffer)
    }

    /// Appends a Double. Standard formats round the exact binary value half to even; custom ones see 15 digits.
    public static func append(_ value: Double, format: [UInt8], symbols: NumberSymbols = .enUS,
                              to buffer: inout [UInt8]) throws(TextError) {
        guard value.isFinite else { FloatText.appendSpecial(value, to: &buffer, symbols); return }
        let specifier = try StandardFormat.Specifier(format)
        let shortest = ShortestDigits(value.magnitude)
        try appendFloating(value, shortest, shown: 15, minimumNormal: Double.leastNormalMagnitude, specifier, format, symbols, to: &buffer)
    }

    /// Appends a Single; custom formats see 7 digits.
    public static func append(_ value: Float, format: [UInt8], symbols: NumberSymbols = .enUS,
                              to buffer: inout [UInt8]) throws(TextError) {
        guard value.isFinite else { FloatText.appendSpecial(Double(value), to: &buffer, symbols); return }
        let specifier = try StandardFormat.Specifier(format)
        let shortest = ShortestDigits(value.magnitude)
        try appendFloating(Double(value), shortest, shown: 7, minimumNormal: Double(Float.leastNormalMagnitude),
                           specifier, format, symbols, to: &buffer)
    }

    /// Appends digits from elsewhere (Decimal, BigInteger) by a standard or custom format.
    static func append(_ number: NumberDigits, _ specifier: StandardFormat.Specifier, _ format: [UInt8],
                       _ symbols: NumberSymbols, to buffer: inout [UInt8]) throws(TextError) {
        if specifier.letter == 0 {
            CustomFormat.append(number, format: format, symbols, to: &buffer)
        } else {
            try StandardFormat.append(number, letter: specifier.letter, maxDigits: specifier.precision, symbols, to: &buffer)
        }
    }

    private static func appendFloating(_ value: Double, _ shortest: ShortestDigits, shown: Int, minimumNormal: Double,
                                       _ specifier: StandardFormat.Specifier, _ format: [UInt8], _ symbols: NumberSymbols,
                                       to buffer: inout [UInt8]) throws(TextError) {
        let isNegative = value.sign == .minus
        let magnitude = value.magnitude
        // Rounding the shortest digits gives what rounding the exact value gives, except on a tie, for more digits than a
        // float surely holds, and for subnormal numbers.
        func significant(_ count: Int) -> NumberDigits {
            var digits = shortest
            if value == 0 || (count <= shown && magnitude >= minimumNormal && digits.round(toDigits: count)) {
                return digits.digits(isNegative: isNegative)
            }
            return ExactDigits.significant(magnitude, count, isNegative: isNegative)
        }
        func decimals(_ count: Int) -> NumberDigits {
            var digits = shortest
            if value == 0 || (shortest.scale + count <= shown && magnitude >= minimumNormal
                              && digits.round(toDigits: shortest.scale + count)) {
                return digits.digits(isNegative: isNegative)
            }
            return ExactDigits.decimals(magnitude, count, isNegative: isNegative)
        }
        let precision = specifier.precision
        let number: NumberDigits
        switch specifier.letter | 0x20 {
        case 99: number = decimals(precision < 0 ? symbols.currencyDecimals : precision)
        case 102, 110: number = decimals(precision < 0 ? symbols.numberDecimals : precision)
        case 112: number = decimals((precision < 0 ? symbols.percentDecimals : precision) + 2)
        case 101: number = significant((precision < 0 ? 6 : precision) + 1)
        case 103 where precision > 0: number = significant(precision)
        case 103, 114:
            let letter: UInt8 = specifier.isUppercase ? 71 : 103
            try StandardFormat.append(shortest.digits(isNegative: isNegative), letter: letter,
                                      maxDigits: max(shortest.count, shown), symbols, to: &buffer)
            return
        case 32: number = significant(shown)
        default: throw .badSpecifier
        }
        try append(number, specifier, format, symbols, to: &buffer)
    }

    private static func appendPlain<T: FixedWidthInteger>(_ value: T, minimum: Int, _ symbols: NumberSymbols, to buffer: inout [UInt8]) {
        if value < 0 { buffer.append(contentsOf: symbols.negativeSign) }
        let magnitude = UInt64(truncatingIfNeeded: value.magnitude)
        let count = IntegerText.digitCount(magnitude)
        if minimum > count { buffer.append(contentsOf: repeatElement(48, count: minimum - count)) }
        IntegerText.append(digits: magnitude, count: count, to: &buffer)
    }

    private static func bits<T: FixedWidthInteger>(_ value: T) -> UInt64 {
        UInt64(truncatingIfNeeded: T.Magnitude(truncatingIfNeeded: value))
    }
}
