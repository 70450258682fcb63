/// Reads a number's text into digits by .NET's rules for `NumberStyles`.
struct NumberScan {
    private let text: UnsafeBufferPointer<UInt8>
    private let styles: NumberStyles
    private let symbols: NumberSymbols
    private var at = 0

    /// The digits of the whole of `text`, or nil when it is no such number. A decimal keeps the zeros behind its point
    /// (they are its scale): `keepsZeros`.
    static func digits(_ text: UnsafeBufferPointer<UInt8>, _ styles: NumberStyles, _ symbols: NumberSymbols,
                       kind: NumberDigits.Kind) -> NumberDigits? {
        var scan = NumberScan(text: text, styles: styles, symbols: symbols)
        guard let number = scan.number(kind), scan.onlyNullsFollow else { return nil }
        return number
    }

    private init(text: UnsafeBufferPointer<UInt8>, styles: NumberStyles, symbols: NumberSymbols) {
        self.text = text
        self.styles = styles
        self.symbols = symbols
    }

    private var here: UInt8 { at < text.count ? text[at] : 0 }
    private var onlyNullsFollow: Bool { text[at...].allSatisfy { $0 == 0 } }

    /// Steps over `symbol` if the text goes on with it. A no-break space in a separator also matches a plain space.
    private mutating func take(_ symbol: [UInt8]) -> Bool {
        guard !symbol.isEmpty, at + symbol.count <= text.count else { return false }
        for (offset, byte) in symbol.enumerated() where text[at + offset] != byte { return false }
        at += symbol.count
        return true
    }

    /// The sign at this place: 1, -1, or nil. `-` always works, whatever the culture's own negative sign is.
    private mutating func takeSign() -> Int? {
        if take(symbols.positiveSign) { return 1 }
        if take(symbols.negativeSign) || take([45]) { return -1 }
        return nil
    }

    private mutating func number(_ kind: NumberDigits.Kind) -> NumberDigits? {
        var isNegative = false
        var hasSign = false
        var inParentheses = false
        var sawCurrency = false
        var mayBeCurrency = styles.contains(.currencySymbol)
        let acceptsCurrencySeparators = mayBeCurrency

        while at < text.count {
            if here.isNumberSpace && styles.contains(.leadingWhite) && (!hasSign || sawCurrency) {
                at += 1
            } else if styles.contains(.leadingSign), !hasSign, let sign = takeSign() {
                hasSign = true
                isNegative = sign < 0
            } else if here == 40, styles.contains(.parentheses), !hasSign {
                hasSign = true
                inParentheses = true
                isNegative = true
                at += 1
            } else if mayBeCurrency, take(symbols.currencySymbol) {
                mayBeCurrency = false
                sawCurrency = true
            } else {
                break
            }
        }

        var digits: [UInt8] = []
        var scale = 0
        var hasDigits = false
        var hasPoint = false
        while at < text.count {
            let byte = text[at]
            if byte.isDigit {
                hasDigits = true
                if byte != 48 || !digits.isEmpty {
                    digits.append(byte)
                    if !hasPoint { scale += 1 }
                } else if hasPoint {
                    scale -= 1
                }
                at += 1
            } else if styles.contains(.decimalPoint), !hasPoint,
                      take(symbols.decimalSeparator) || (acceptsCurrencySeparators && take(symbols.currencyDecimalSeparator)) {
                hasPoint = true
            } else if styles.contains(.thousands), hasDigits, !hasPoint,
                      take(symbols.groupSeparator) || (acceptsCurrencySeparators && take(symbols.currencyGroupSeparator)) {
                continue
            } else {
                break
            }
        }
        guard hasDigits else { return nil }

        if styles.contains(.exponent), here | 0x20 == 101 {
            let mark = at
            at += 1
            let sign = takeSign() ?? 1
            if here.isDigit {
                var power = 0
                while here.isDigit {
                    power = min(power * 10 + Int(here - 48), 99_999)
                    at += 1
                }
                scale += sign * power
            } else {
                at = mark
            }
        }
        while at < text.count {
            if here.isNumberSpace && styles.contains(.trailingWhite) {
                at += 1
            } else if styles.contains(.trailingSign), !hasSign, let sign = takeSign() {
                hasSign = true
                isNegative = sign < 0
            } else if here == 41, inParentheses {
                inParentheses = false
                at += 1
            } else if mayBeCurrency, take(symbols.currencySymbol) {
                mayBeCurrency = false
            } else {
                break
            }
        }
        guard !inParentheses else { return nil }
        if digits.isEmpty {
            if kind != .decimal { scale = 0 }
            if kind == .integer && !hasPoint { isNegative = false }
        }
        return NumberDigits(digits: digits, scale: scale, isNegative: isNegative, kind: kind)
    }
}
