/// .NET's standard numeric formats (`C D E F G N P R X B` and a precision) on decimal digits.
enum StandardFormat {
    /// A format text taken apart: a letter and a precision (-1: none given), or a custom format (letter 0).
    struct Specifier {
        var letter: UInt8
        var precision: Int
        var isUppercase: Bool { letter < 97 }

        init(_ format: some RandomAccessCollection<UInt8>) throws(TextError) {
            guard let first = format.first else { (letter, precision) = (71, -1); return }
            guard first.isASCIILetter else { (letter, precision) = (0, -1); return }
            var value = -1
            for byte in format.dropFirst() {
                guard byte.isDigit else { (letter, precision) = (0, -1); return }
                value = max(value, 0) * 10 + Int(byte - 48)
                if value > 999_999_999 { throw .badSpecifier }
            }
            if value > 1_000_000 { throw TextError(.notSupported, "not supported by Nacre: a number format of more than 1,000,000 digits.") }
            (letter, precision) = (first, value)
        }
    }

    /// Appends `number` in the format. `maxDigits` is the precision, already defaulted.
    static func append(_ number: NumberDigits, letter: UInt8, maxDigits: Int, _ symbols: NumberSymbols,
                       to buffer: inout [UInt8]) throws(TextError) {
        var number = number
        switch letter | 0x20 {
        case 99: // C
            let decimals = maxDigits < 0 ? symbols.currencyDecimals : maxDigits
            number.round(toDigits: number.scale + decimals)
            appendPattern(number.isNegative ? symbols.negativeCurrencyPattern : symbols.positiveCurrencyPattern, number,
                          decimals, symbols.currencyGroupSizes, symbols.currencyDecimalSeparator, symbols.currencyGroupSeparator,
                          symbols, to: &buffer)
        case 102: // F
            let decimals = maxDigits < 0 ? symbols.numberDecimals : maxDigits
            number.round(toDigits: number.scale + decimals)
            if number.isNegative { buffer.append(contentsOf: symbols.negativeSign) }
            appendFixed(number, decimals, [], symbols.decimalSeparator, [], to: &buffer)
        case 110: // N
            let decimals = maxDigits < 0 ? symbols.numberDecimals : maxDigits
            number.round(toDigits: number.scale + decimals)
            appendPattern(number.isNegative ? symbols.negativeNumberPattern : [35], number, decimals, symbols.groupSizes,
                          symbols.decimalSeparator, symbols.groupSeparator, symbols, to: &buffer)
        case 112: // P
            let decimals = maxDigits < 0 ? symbols.percentDecimals : maxDigits
            if !number.digits.isEmpty { number.scale += 2 }
            number.round(toDigits: number.scale + decimals)
            appendPattern(number.isNegative ? symbols.negativePercentPattern : symbols.positivePercentPattern, number,
                          decimals, symbols.groupSizes, symbols.decimalSeparator, symbols.groupSeparator, symbols, to: &buffer)
        case 101: // E
            let digits = (maxDigits < 0 ? 6 : maxDigits) + 1
            number.round(toDigits: digits)
            if number.isNegative { buffer.append(contentsOf: symbols.negativeSign) }
            appendScientific(number, digits, exponent: letter, symbols, to: &buffer)
        case 103: // G
            var digits = maxDigits
            if digits < 1 { digits = number.digits.count }
            if !(number.kind == .decimal && maxDigits == -1) {
                number.round(toDigits: digits)
            } else if number.digits.isEmpty {
                number.isNegative = false
            }
            appendGeneral(number, maxDigits: digits, exponent: letter - 2,
                          suppressExponent: number.kind == .decimal && maxDigits == -1, symbols, to: &buffer)
        default:
            throw .badSpecifier
        }
    }

    /// Appends a pattern: `#` is the number, `-` the negative sign, `$` and `%` the symbols, all else itself.
    private static func appendPattern(_ pattern: [UInt8], _ number: NumberDigits, _ decimals: Int, _ sizes: [Int],
                                      _ point: [UInt8], _ separator: [UInt8], _ symbols: NumberSymbols,
                                      to buffer: inout [UInt8]) {
        for byte in pattern {
            switch byte {
            case 35: appendFixed(number, decimals, sizes, point, separator, to: &buffer)
            case 45: buffer.append(contentsOf: symbols.negativeSign)
            case 36: buffer.append(contentsOf: symbols.currencySymbol)
            case 37: buffer.append(contentsOf: symbols.percentSymbol)
            default: buffer.append(byte)
            }
        }
    }

    /// Appends digits with a fixed number of decimals, grouped by `sizes` (none: not at all).
    private static func appendFixed(_ number: NumberDigits, _ decimals: Int, _ sizes: [Int], _ point: [UInt8],
                                    _ separator: [UInt8], to buffer: inout [UInt8]) {
        let whole = number.scale
        var next = 0
        if whole > 0 {
            if sizes.isEmpty {
                for index in 0..<whole { buffer.append(number.digit(index)) }
            } else {
                let breaks = groupBreaks(whole, sizes)
                var group = breaks.count
                for index in 0..<whole {
                    if group > 0 && whole - index == breaks[group - 1] {
                        buffer.append(contentsOf: separator)
                        group -= 1
                    }
                    buffer.append(number.digit(index))
                }
            }
            next = whole
        } else {
            buffer.append(48)
        }
        guard decimals > 0 else { return }
        buffer.append(contentsOf: point)
        let zeros = whole < 0 ? min(-whole, decimals) : 0
        for _ in 0..<zeros { buffer.append(48) }
        for _ in zeros..<decimals {
            buffer.append(number.digit(next))
            next += 1
        }
    }

    /// How many digits stand right of each separator, from the right, in a number of `digits` digits.
    static func groupBreaks(_ digits: Int, _ sizes: [Int]) -> [Int] {
        var breaks: [Int] = []
        var index = 0
        var total = sizes.first ?? 0
        while total < digits, index < sizes.count, sizes[index] > 0 {
            breaks.append(total)
            if index < sizes.count - 1 { index += 1 }
            total += sizes[index]
        }
        return breaks
    }

    private static func appendScientific(_ number: NumberDigits, _ digits: Int, exponent: UInt8, _ symbols: NumberSymbols,
                                         to buffer: inout [UInt8]) {
        buffer.append(number.digit(0))
        if digits != 1 { buffer.append(contentsOf: symbols.decimalSeparator) }
        if digits > 1 { for index in 1..<digits { buffer.append(number.digit(index)) } }
        let power = number.digits.isEmpty ? 0 : number.scale - 1
        appendExponent(power, letter: exponent, minimum: 3, positiveSign: true, symbols, to: &buffer)
    }

    /// Appends general notation, with the sign.
    static func appendGeneral(_ number: NumberDigits, maxDigits: Int, exponent: UInt8, suppressExponent: Bool,
                              _ symbols: NumberSymbols, to buffer: inout [UInt8]) {
        if number.isNegative { buffer.append(contentsOf: symbols.negativeSign) }
        let isScientific = !suppressExponent && (number.scale > maxDigits || number.scale < -3)
        let before = isScientific ? 1 : number.scale
        var next = 0
        if before > 0 {
            for index in 0..<before { buffer.append(number.digit(index)) }
            next = before
        } else {
            buffer.append(48)
        }
        if next < number.digits.count || before < 0 {
            buffer.append(contentsOf: symbols.decimalSeparator)
            if before < 0 { for _ in before..<0 { buffer.append(48) } }
            if next < number.digits.count { buffer.append(contentsOf: number.digits[next...]) }
        }
        if isScientific {
            appendExponent(number.scale - 1, letter: exponent, minimum: 2, positiveSign: true, symbols, to: &buffer)
        }
    }

    static func appendExponent(_ value: Int, letter: UInt8, minimum: Int, positiveSign: Bool, _ symbols: NumberSymbols,
                               to buffer: inout [UInt8]) {
        buffer.append(letter)
        if value < 0 {
            buffer.append(contentsOf: symbols.negativeSign)
        } else if positiveSign {
            buffer.append(contentsOf: symbols.positiveSign)
        }
        let magnitude = UInt64(value.magnitude)
        IntegerText.append(digits: magnitude, count: max(minimum, IntegerText.digitCount(magnitude)), to: &buffer)
    }
}
