/// Text to integers by .NET's `Parse`: kind `.format` for what is no number, `.overflow` for what does not fit.
public enum IntegerParse {
    /// Parses UTF-8 `text` as a `T`.
    public static func parse<T: FixedWidthInteger>(_ text: [UInt8], as type: T.Type = T.self, styles: NumberStyles = .integer,
                                                   symbols: NumberSymbols = .enUS) throws(TextError) -> T {
        try styles.checkForInteger()
        let result: Outcome<T> = text.withUnsafeBufferPointer { read($0, styles, symbols) }
        switch result {
        case .value(let value): return value
        case .malformed: throw .badInput(string(text))
        case .overflow: throw overflow(T.self)
        }
    }

    public static func parse<T: FixedWidthInteger>(_ text: String, as type: T.Type = T.self, styles: NumberStyles = .integer,
                                                   symbols: NumberSymbols = .enUS) throws(TextError) -> T {
        try parse(Array(text.utf8), as: type, styles: styles, symbols: symbols)
    }

    /// The message of a value that does not fit `T`.
    public static func overflow<T: FixedWidthInteger>(_ type: T.Type) -> TextError {
        let name = if T.bitWidth == 8 {
            T.isSigned ? "a signed byte" : "an unsigned byte"
        } else {
            T.isSigned ? "an Int\(T.bitWidth)" : "a UInt\(T.bitWidth)"
        }
        return TextError(.overflow, "Value was either too large or too small for \(name).")
    }

    private enum Outcome<T> { case value(T), malformed, overflow }

    private static func read<T: FixedWidthInteger>(_ text: UnsafeBufferPointer<UInt8>, _ styles: NumberStyles,
                                                   _ symbols: NumberSymbols) -> Outcome<T> {
        if styles.contains(.hexSpecifier) { return bits(text, styles, shift: 4) }
        if styles.contains(.binarySpecifier) { return bits(text, styles, shift: 1) }
        if styles.isSubset(of: .integer), let plain: T = plain(text) { return .value(plain) }
        guard let number = NumberScan.digits(text, styles, symbols, kind: .integer) else { return .malformed }
        var digits = number.digits
        while digits.count > max(number.scale, 0), digits.last == 48 { digits.removeLast() }
        if digits.isEmpty { return .value(0) }
        guard number.scale >= digits.count, number.scale <= 40 else { return .overflow }
        var value: T = 0
        for index in 0..<number.scale {
            let digit = T(number.digit(index) - 48)
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooFar) = number.isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            if tooLarge || tooFar { return .overflow }
            value = sum
        }
        return .value(value)
    }

    /// The common case: up to 18 digits, perhaps after `-`, nothing else.
    static func plain<T: FixedWidthInteger>(_ text: UnsafeBufferPointer<UInt8>) -> T? {
        let start = text.first == 45 ? 1 : 0
        guard text.count > start, text.count <= 18 + start else { return nil }
        var value: Int64 = 0
        for index in start..<text.count {
            let digit = text[index] &- 48
            if digit > 9 { return nil }
            value = value * 10 + Int64(digit)
        }
        return T(exactly: start == 1 ? -value : value)
    }

    /// Hexadecimal or binary digits, which give the bits of the type.
    private static func bits<T: FixedWidthInteger>(_ text: UnsafeBufferPointer<UInt8>, _ styles: NumberStyles, shift: Int) -> Outcome<T> {
        var at = 0
        if styles.contains(.leadingWhite) { while at < text.count, text[at].isNumberSpace { at += 1 } }
        var value: UInt64 = 0
        var isTooLong = false
        let start = at
        while at < text.count, let digit = text[at].hexValue, shift == 4 || digit < 2 {
            if value >> UInt64(T.bitWidth - shift) != 0 { isTooLong = true }
            value = value << UInt64(shift) | UInt64(digit)
            at += 1
        }
        if at == start { return .malformed }
        if styles.contains(.trailingWhite) { while at < text.count, text[at].isNumberSpace { at += 1 } }
        guard text[at...].allSatisfy({ $0 == 0 }) else { return .malformed }
        return isTooLong ? .overflow : .value(T(truncatingIfNeeded: value))
    }
}
