import Glibc

/// Text to floating-point numbers by .NET's `Parse`: too large gives infinity; kind `.format` for what is no number.
public enum FloatParse {
    /// The styles `Double.Parse` uses when none are given: `Float` and `AllowThousands`.
    public static let defaultStyles: NumberStyles = [.float, .thousands]

    public static func double(_ text: [UInt8], styles: NumberStyles = defaultStyles,
                              symbols: NumberSymbols = .enUS) throws(TextError) -> Double {
        try styles.checkForFloat()
        let digits = text.withUnsafeBufferPointer { NumberScan.digits($0, styles, symbols, kind: .floating) }
        if let digits { return double(digits) }
        if let special = special(text, symbols) { return special }
        throw .badInput(string(text))
    }

    public static func single(_ text: [UInt8], styles: NumberStyles = defaultStyles,
                              symbols: NumberSymbols = .enUS) throws(TextError) -> Float {
        try styles.checkForFloat()
        let digits = text.withUnsafeBufferPointer { NumberScan.digits($0, styles, symbols, kind: .floating) }
        if let digits { return single(digits) }
        if let special = special(text, symbols) { return Float(special) }
        throw .badInput(string(text))
    }

    public static func double(_ text: String, styles: NumberStyles = defaultStyles,
                              symbols: NumberSymbols = .enUS) throws(TextError) -> Double {
        try double(Array(text.utf8), styles: styles, symbols: symbols)
    }

    /// The nearest Double to the digits.
    static func double(_ number: NumberDigits) -> Double {
        let count = number.digits.count
        if count == 0 { return number.isNegative ? -0.0 : 0 }
        let exponent = number.scale - count
        if count <= 15 && abs(exponent) <= 22 {
            // Both the digits and the power of ten are exact, so one operation rounds once.
            var value: UInt64 = 0
            for digit in number.digits { value = value &* 10 &+ UInt64(digit &- 48) }
            let power = Double(IntegerText.powerOfTen(min(abs(exponent), 19))) * (abs(exponent) > 19 ? Double(IntegerText.powerOfTen(abs(exponent) - 19)) : 1)
            let magnitude = exponent < 0 ? Double(value) / power : Double(value) * power
            return number.isNegative ? -magnitude : magnitude
        }
        return withText(number) { strtod($0, nil) }
    }

    static func single(_ number: NumberDigits) -> Float {
        if number.digits.isEmpty { return number.isNegative ? -0.0 : 0 }
        return withText(number) { strtof($0, nil) }
    }

    /// The digits as C text without a decimal point, so that the locale has no say.
    private static func withText<T>(_ number: NumberDigits, _ body: (UnsafePointer<CChar>) -> T) -> T {
        var text: [CChar] = number.isNegative ? [45] : []
        text.append(contentsOf: number.digits.map { CChar(bitPattern: $0) })
        text.append(101)
        text.append(contentsOf: String(number.scale - number.digits.count).utf8.map { CChar(bitPattern: $0) })
        text.append(0)
        return text.withUnsafeBufferPointer { $0.baseAddress.map(body) ?? body([0]) }
    }

    /// The names of infinity and NaN, in any case, with an optional sign.
    private static func special(_ text: [UInt8], _ symbols: NumberSymbols) -> Double? {
        var body = text[...]
        while let first = body.first, first.isNumberSpace || first == 0 { body = body.dropFirst() }
        while let last = body.last, last.isNumberSpace || last == 0 { body = body.dropLast() }
        func same(_ left: ArraySlice<UInt8>, _ right: [UInt8]) -> Bool {
            left.count == right.count && zip(left, right).allSatisfy { $0.lowercased == $1.lowercased }
        }
        if same(body, symbols.positiveInfinity) { return .infinity }
        if same(body, symbols.negativeInfinity) { return -.infinity }
        if same(body, symbols.nan) { return .nan }
        if body.starts(with: symbols.positiveSign) {
            let rest = body.dropFirst(symbols.positiveSign.count)
            if same(rest, symbols.positiveInfinity) { return .infinity }
            if same(rest, symbols.nan) { return .nan }
        }
        if body.starts(with: symbols.negativeSign), same(body.dropFirst(symbols.negativeSign.count), symbols.nan) { return .nan }
        return nil
    }
}
