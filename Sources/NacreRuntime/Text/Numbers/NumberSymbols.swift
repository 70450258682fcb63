/// The signs, separators, patterns and default precisions numbers are written with: .NET's `NumberFormatInfo`.
/// Texts are UTF-8 bytes, ready to append.
public struct NumberSymbols: Sendable {
    public var negativeSign: [UInt8] = [45]
    public var positiveSign: [UInt8] = [43]
    public var decimalSeparator: [UInt8] = [46]
    public var groupSeparator: [UInt8] = [44]
    /// Sizes of digit groups from the right; the last repeats, and 0 there means no further groups.
    public var groupSizes: [Int] = [3]
    public var currencySymbol: [UInt8]
    public var currencyDecimalSeparator: [UInt8] = [46]
    public var currencyGroupSeparator: [UInt8] = [44]
    public var currencyGroupSizes: [Int] = [3]
    public var percentSymbol: [UInt8] = [37]
    public var perMilleSymbol: [UInt8] = Array("‰".utf8)
    public var nan: [UInt8] = Array("NaN".utf8)
    public var positiveInfinity: [UInt8]
    public var negativeInfinity: [UInt8]
    /// Decimals of `N` and `F`, of `C`, of `P` when the format gives none.
    public var numberDecimals: Int
    public var currencyDecimals = 2
    public var percentDecimals: Int
    /// Patterns with `#` for the number, `-` for the negative sign, `$` and `%` for the symbols.
    public var negativeNumberPattern: [UInt8] = Array("-#".utf8)
    public var positiveCurrencyPattern: [UInt8]
    public var negativeCurrencyPattern: [UInt8]
    public var positivePercentPattern: [UInt8]
    public var negativePercentPattern: [UInt8]

    /// Symbols that differ from en-US in the given parts only.
    public init(currencySymbol: String = "$", infinity: String = "∞", decimals: Int = 3, currencyPattern: String = "$#",
                negativeCurrencyPattern: String = "-$#", percentPattern: String = "#%", negativePercentPattern: String = "-#%") {
        self.currencySymbol = Array(currencySymbol.utf8)
        positiveInfinity = Array(infinity.utf8)
        negativeInfinity = [45] + positiveInfinity
        numberDecimals = decimals
        percentDecimals = decimals
        positiveCurrencyPattern = Array(currencyPattern.utf8)
        self.negativeCurrencyPattern = Array(negativeCurrencyPattern.utf8)
        positivePercentPattern = Array(percentPattern.utf8)
        self.negativePercentPattern = Array(negativePercentPattern.utf8)
    }

    /// Culture en-US with ICU's data, as PowerShell on Linux has it.
    public static let enUS = NumberSymbols()
    /// The invariant culture.
    public static let invariant = NumberSymbols(
        currencySymbol: "¤", infinity: "Infinity", decimals: 2, currencyPattern: "$#",
        negativeCurrencyPattern: "($#)", percentPattern: "# %", negativePercentPattern: "-# %")
}
