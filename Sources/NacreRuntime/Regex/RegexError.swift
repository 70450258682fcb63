/// A pattern that is refused, in .NET's words.
public struct RegexError: Error {
    /// `Invalid pattern '(' at offset 1. Not enough )'s.`
    public let message: String
    public init(_ message: String) { self.message = message }
    init(_ pattern: [UInt16], at offset: Int, _ reason: String) {
        message = "Invalid pattern '\(String(decoding: pattern, as: UTF16.self))' at offset \(offset). \(reason)"
    }
}

extension TypeRef {
    private static let regexNamespace = "System.Text.RegularExpressions"
    public static let regexParseException = TypeRef("RegexParseException", namespace: regexNamespace, code: .exception, base: argumentException)
    public static let regexCapture = TypeRef("Capture", namespace: regexNamespace, base: object)
    public static let regexGroup = TypeRef("Group", namespace: regexNamespace, base: regexCapture)
    public static let regexMatch = TypeRef("Match", namespace: regexNamespace, base: regexGroup)
}
