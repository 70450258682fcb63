/// .NET's `RegexOptions`, with its numbers.
public struct RegexOptions: OptionSet, Hashable, Sendable {
    public let rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }
    public static let ignoreCase = RegexOptions(rawValue: 1), multiline = RegexOptions(rawValue: 2), explicitCapture = RegexOptions(rawValue: 4)
    public static let compiled = RegexOptions(rawValue: 8), singleline = RegexOptions(rawValue: 16), ignorePatternWhitespace = RegexOptions(rawValue: 32)
    public static let rightToLeft = RegexOptions(rawValue: 64), ecmaScript = RegexOptions(rawValue: 256), cultureInvariant = RegexOptions(rawValue: 512)
    public static let nonBacktracking = RegexOptions(rawValue: 1024)
}
