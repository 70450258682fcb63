/// Decimal to text and back.
extension PSDecimal: CustomStringConvertible {
    /// The decimal digits with kept trailing zeros; `isNegative` is that of the value.
    var digits: NumberDigits {
        var digits: [UInt8] = []
        let value = coefficient
        if value != 0 {
            let unit = UInt128(IntegerText.powerOfTen(19))
            if value < unit {
                IntegerText.append(digits: low, count: IntegerText.digitCount(low), to: &digits)
            } else {
                let (upper, lower) = value.quotientAndRemainder(dividingBy: unit)
                let first = UInt64(truncatingIfNeeded: upper)
                IntegerText.append(digits: first, count: IntegerText.digitCount(first), to: &digits)
                IntegerText.append(digits: UInt64(truncatingIfNeeded: lower), count: 19, to: &digits)
            }
        }
        return NumberDigits(digits: digits, scale: digits.count - Int(scale), isNegative: isNegative, kind: .decimal)
    }

    /// Appends .NET's `ToString()`: all places, no exponent.
    public func append(to buffer: inout [UInt8], symbols: NumberSymbols = .enUS) {
        if isNegative && !isZero { buffer.append(contentsOf: symbols.negativeSign) }
        let digits = digits.digits
        let whole = digits.count - Int(scale)
        if whole > 0 { buffer.append(contentsOf: digits[..<whole]) } else { buffer.append(48) }
        if scale == 0 { return }
        buffer.append(contentsOf: symbols.decimalSeparator)
        for _ in 0..<max(0, -whole) { buffer.append(48) }
        buffer.append(contentsOf: digits[max(0, whole)...])
    }

    /// Appends the value by a standard or custom format; throws kind `.format`.
    public func append(format: [UInt8], symbols: NumberSymbols = .enUS, to buffer: inout [UInt8]) throws(TextError) {
        var specifier = try StandardFormat.Specifier(format)
        if specifier.letter | 0x20 == 114 { specifier = try StandardFormat.Specifier([specifier.letter - 11]) } // R as G
        if specifier.letter | 0x20 == 103, specifier.precision == -1 { append(to: &buffer, symbols: symbols); return }
        try NumberFormat.append(digits, specifier, format, symbols, to: &buffer)
    }

    public var description: String {
        var buffer: [UInt8] = []
        append(to: &buffer)
        return string(buffer)
    }

    /// .NET's `Decimal.Parse`; throws kind `.format` or `.overflow`.
    public static func parse(_ text: [UInt8], styles: NumberStyles = .number,
                             symbols: NumberSymbols = .enUS) throws(TextError) -> PSDecimal {
        try styles.checkForFloat()
        guard let number = text.withUnsafeBufferPointer({ NumberScan.digits($0, styles, symbols, kind: .decimal) }) else {
            throw .badInput(string(text))
        }
        return try PSDecimal(number)
    }

    public static func parse(_ text: String, styles: NumberStyles = .number,
                             symbols: NumberSymbols = .enUS) throws(TextError) -> PSDecimal {
        try parse(Array(text.utf8), styles: styles, symbols: symbols)
    }
}
