/// A composite format (`'{0,-12:N2} of {{1}}'`) taken apart. Ranges are indexes into the code units it was parsed from, so
/// Latin-1, UTF-8 and UTF-16 texts are parsed alike and nothing is copied; the caller formats the values.
public struct CompositeFormat: Sendable {
    public enum Segment: Sendable, Equatable {
        /// Text to copy (of `{{` and `}}` one brace).
        case literal(Range<Int>)
        /// Argument `index`, padded to `alignment` (negative: on the right), by the format text at `format` (empty: none).
        case item(index: Int, alignment: Int, format: Range<Int>)
    }

    public let segments: [Segment]
    /// The highest argument index used, -1 when there is no item.
    public let highestIndex: Int

    /// .NET's limits: an index or a width must be below this.
    private static let limit = 1_000_000

    /// What an index without an argument throws.
    public static let indexOutOfRange = TextError(
        .format, "Index (zero based) must be greater than or equal to zero and less than the size of the argument list.")

    /// Parses `text`; throws kind `.format` with .NET's offset and reason.
    public init<Text: RandomAccessCollection>(_ text: Text) throws(TextError)
    where Text.Element: FixedWidthInteger & UnsignedInteger, Text.Index == Int {
        var scanner = Scanner(text: text)
        try scanner.run()
        segments = scanner.segments
        highestIndex = scanner.highest
    }

    private struct Scanner<Text: RandomAccessCollection> where Text.Element: FixedWidthInteger & UnsignedInteger, Text.Index == Int {
        let text: Text
        var at = 0
        var segments: [Segment] = []
        var highest = -1

        init(text: Text) { self.text = text }

        private func unit(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: text[text.startIndex + index]) }

        private func failure(_ reason: String) -> TextError {
            TextError(.format, "Input string was not in a correct format. Failure to parse near offset \(at). \(reason)")
        }
        private var unclosed: TextError { failure("Format item ends prematurely.") }
        private var noDigit: TextError { failure("Expected an ASCII digit.") }

        private mutating func next() throws(TextError) -> UInt32 {
            at += 1
            guard at < text.count else { throw unclosed }
            return unit(at)
        }

        mutating func run() throws(TextError) {
            let count = text.count
            while at < count {
                let start = at
                while at < count, unit(at) != 123, unit(at) != 125 { at += 1 }
                if at > start { segments.append(.literal(start..<at)) }
                guard at < count else { return }
                let brace = unit(at)
                let after = try next()
                if after == brace {
                    segments.append(.literal(at..<at + 1))
                    at += 1
                } else if brace == 125 {
                    throw failure("Unexpected closing brace without a corresponding opening brace.")
                } else {
                    try item(after)
                }
            }
        }

        /// Reads a number below the limit from the digit `first`; gives it and the unit behind it.
        private mutating func number(_ first: UInt32) throws(TextError) -> (Int, UInt32) {
            var here = first
            guard here &- 48 < 10 else { throw noDigit }
            var value = 0
            repeat {
                value = value * 10 + Int(here - 48)
                here = try next()
            } while here &- 48 < 10 && value < CompositeFormat.limit
            return (value, here)
        }

        private mutating func item(_ first: UInt32) throws(TextError) {
            var (index, here) = try number(first)
            var alignment = 0
            while here == 32 { here = try next() }
            if here == 44 {
                repeat { here = try next() } while here == 32
                let toLeft = here == 45
                if toLeft { here = try next() }
                (alignment, here) = try number(here)
                if toLeft { alignment = -alignment }
                while here == 32 { here = try next() }
            }
            var format = at..<at
            if here != 125 {
                guard here == 58 else { throw unclosed }
                let start = at + 1
                while true {
                    here = try next()
                    if here == 125 { break }
                    if here == 123 { throw unclosed }
                }
                format = start..<at
            }
            at += 1
            highest = max(highest, index)
            segments.append(.item(index: index, alignment: alignment, format: format))
        }
    }
}
