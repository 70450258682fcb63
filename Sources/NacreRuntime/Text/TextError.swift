/// Why a text could not be parsed or a value could not be formatted or computed: the kind tells which .NET exception it
/// stands for, the message is that exception's text.
public struct TextError: Error, Equatable, Sendable {
    /// The .NET exception a failure stands for.
    public enum Kind: Sendable {
        case format, overflow, argument, argumentNull, argumentOutOfRange, divideByZero, notSupported

        /// Full name of the .NET exception type.
        public var exceptionName: String {
            switch self {
            case .format: "System.FormatException"
            case .overflow: "System.OverflowException"
            case .argument: "System.ArgumentException"
            case .argumentNull: "System.ArgumentNullException"
            case .argumentOutOfRange: "System.ArgumentOutOfRangeException"
            case .divideByZero: "System.DivideByZeroException"
            case .notSupported: "System.NotSupportedException"
            }
        }
    }

    public let kind: Kind
    public let message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// A format string that the type does not know (`'{0:Q}' -f 1`, `'{0:X}' -f 1.5`).
    static let badSpecifier = TextError(.format, "Format specifier was invalid.")
    /// A format string of a date or time that is not well formed.
    static let badFormat = TextError(.format, "Input string was not in a correct format.")
    static let divideByZero = TextError(.divideByZero, "Attempted to divide by zero.")

    /// The message of every number parser for text it cannot read.
    static func badInput(_ text: String) -> TextError {
        TextError(.format, "The input string '\(text)' was not in a correct format.")
    }
}

/// Helpers on byte text, shared by the parsers of this folder.
extension UInt8 {
    @inline(__always) var isDigit: Bool { self &- 48 < 10 }
    @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 97 < 26 }
    /// White space as .NET's number parsers know it: tab to carriage return, and space.
    @inline(__always) var isNumberSpace: Bool { self == 32 || self &- 9 < 5 }
    @inline(__always) var lowercased: UInt8 { self &- 65 < 26 ? self | 0x20 : self }
    /// Value of a hexadecimal digit, 0 to 15.
    @inline(__always) var hexValue: UInt8? {
        if self &- 48 < 10 { return self &- 48 }
        let low = (self | 0x20) &- 97
        return low < 6 ? low &+ 10 : nil
    }
}

/// The text of a byte buffer; wrong UTF-8 becomes U+FFFD.
func string(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
