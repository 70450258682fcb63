/// Floating-point numbers to text: .NET's default (shortest round-trip) form and PowerShell's display form.
public enum FloatText {
    /// Appends what .NET's `ToString()` gives: the shortest digits that read back as the same number.
    public static func append(_ value: Double, to buffer: inout [UInt8], symbols: NumberSymbols = .enUS) {
        guard value.isFinite else { appendSpecial(value, to: &buffer, symbols); return }
        let digits = ShortestDigits(value.magnitude)
        appendGeneral(digits, value.sign == .minus, maxDigits: max(digits.count, 15), symbols, to: &buffer)
    }

    public static func append(_ value: Float, to buffer: inout [UInt8], symbols: NumberSymbols = .enUS) {
        guard value.isFinite else { appendSpecial(Double(value), to: &buffer, symbols); return }
        let digits = ShortestDigits(value.magnitude)
        appendGeneral(digits, value.sign == .minus, maxDigits: max(digits.count, 7), symbols, to: &buffer)
    }

    /// Appends PowerShell's conversion to String: 15 significant digits (`0.1+0.2` is `0.3`). Its symbols are those of the
    /// invariant culture inside strings, of the current one on output.
    public static func appendDisplay(_ value: Double, to buffer: inout [UInt8], symbols: NumberSymbols = .enUS) {
        guard value.isFinite else { appendSpecial(value, to: &buffer, symbols); return }
        var digits = ShortestDigits(value.magnitude)
        let isSubnormal = value.magnitude < Double.leastNormalMagnitude && value != 0
        if isSubnormal || !digits.round(toDigits: 15) {
            let exact = ExactDigits.significant(value.magnitude, 15, isNegative: value < 0)
            StandardFormat.appendGeneral(exact, maxDigits: 15, exponent: 69, suppressExponent: false, symbols, to: &buffer)
            return
        }
        appendGeneral(digits, value.sign == .minus, maxDigits: 15, symbols, to: &buffer)
    }

    /// The same for Single: 7 significant digits.
    public static func appendDisplay(_ value: Float, to buffer: inout [UInt8], symbols: NumberSymbols = .enUS) {
        guard value.isFinite else { appendSpecial(Double(value), to: &buffer, symbols); return }
        var digits = ShortestDigits(value.magnitude)
        let isSubnormal = value.magnitude < Float.leastNormalMagnitude && value != 0
        if isSubnormal || !digits.round(toDigits: 7) {
            let exact = ExactDigits.significant(Double(value.magnitude), 7, isNegative: value < 0)
            StandardFormat.appendGeneral(exact, maxDigits: 7, exponent: 69, suppressExponent: false, symbols, to: &buffer)
            return
        }
        appendGeneral(digits, value.sign == .minus, maxDigits: 7, symbols, to: &buffer)
    }

    /// The texts of NaN and the infinities.
    static func appendSpecial(_ value: Double, to buffer: inout [UInt8], _ symbols: NumberSymbols) {
        buffer.append(contentsOf: value.isNaN ? symbols.nan : value < 0 ? symbols.negativeInfinity : symbols.positiveInfinity)
    }

    /// General notation straight from the packed digits: an exponent from the point where there are more than `maxDigits`
    /// digits before the decimal point, or more than four zeros behind it.
    private static func appendGeneral(_ digits: ShortestDigits, _ isNegative: Bool, maxDigits: Int,
                                      _ symbols: NumberSymbols, to buffer: inout [UInt8]) {
        if isNegative { buffer.append(contentsOf: symbols.negativeSign) }
        if digits.count == 0 { buffer.append(48); return }
        let count = digits.count
        let isScientific = digits.scale > maxDigits || digits.scale < -3
        let before = isScientific ? 1 : digits.scale
        if before <= 0 {
            buffer.append(48)
            buffer.append(contentsOf: symbols.decimalSeparator)
            for _ in before..<0 { buffer.append(48) }
            IntegerText.append(digits: digits.significand, count: count, to: &buffer)
        } else if before >= count {
            IntegerText.append(digits: digits.significand, count: count, to: &buffer)
            for _ in count..<before { buffer.append(48) }
        } else {
            let unit = IntegerText.powerOfTen(count - before)
            let (whole, fraction) = digits.significand.quotientAndRemainder(dividingBy: unit)
            IntegerText.append(digits: whole, count: before, to: &buffer)
            buffer.append(contentsOf: symbols.decimalSeparator)
            IntegerText.append(digits: fraction, count: count - before, to: &buffer)
        }
        if isScientific {
            StandardFormat.appendExponent(digits.scale - 1, letter: 69, minimum: 2, positiveSign: true, symbols, to: &buffer)
        }
    }
}
