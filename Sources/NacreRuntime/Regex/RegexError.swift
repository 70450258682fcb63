/// A pattern that is refused: .NET's message without the text around it.
public struct RegexError: Error {
    /// `Invalid pattern '(' at offset 1. Not enough )'s.`
    public let message: String
    public init(_ message: String) { self.message = message }
}
