/// A PowerShell wildcard pattern (`*`, `?`, `[a-z]`, backtick escapes), compiled for fast matching of UTF-16 or Latin-1 units.
/// Matching goes unit by unit and never takes more than pattern length × text length steps.
public struct WildcardPattern: Sendable {
    private enum Element: Sendable {
        case unit(UInt16), any, star
        /// Ranges, both ends included; a single unit is a range of one.
        case set([ClosedRange<UInt16>])
    }

    /// Patterns simple enough for one comparison or search.
    private enum Shape { case all, exact, prefix, suffix, contains, general }

    private let elements: [Element]
    private let literal: [UInt16]
    private let shape: Shape
    public let ignoresCase: Bool
    /// Whether the pattern holds anything but literal units.
    public var hasWildcards: Bool { shape != .exact }

    /// Compiles `pattern`; throws kind `.format` for an unclosed `[` or a reversed range.
    public init(_ pattern: [UInt16], ignoreCase: Bool = true) throws(TextError) {
        let invalid = { () -> TextError in
            TextError(.format, "The specified wildcard character pattern is not valid: \(String(decoding: pattern, as: UTF16.self))")
        }
        func fold(_ unit: UInt16) -> UInt16 { ignoreCase ? CaseMap.lower(unit) : unit }
        var elements: [Element] = []
        var isEscaped = false
        var set: [(unit: UInt16, isDash: Bool)]?
        for unit in pattern {
            if var open = set {
                if unit == 93 && !isEscaped {
                    var ranges: [ClosedRange<UInt16>] = []
                    var at = 0
                    while at < open.count {
                        let low = fold(open[at].unit)
                        if at + 2 < open.count && open[at + 1].isDash {
                            let high = fold(open[at + 2].unit)
                            guard low <= high else { throw invalid() }
                            ranges.append(low...high)
                            at += 3
                        } else {
                            ranges.append(low...low)
                            at += 1
                        }
                    }
                    elements.append(.set(ranges))
                    set = nil
                } else if unit != 96 || isEscaped {
                    open.append((unit, unit == 45 && !isEscaped))
                    set = open
                }
            } else if unit == 42 && !isEscaped {
                if case .star? = elements.last {} else { elements.append(.star) }
            } else if unit == 63 && !isEscaped {
                elements.append(.any)
            } else if unit == 91 && !isEscaped {
                set = []
            } else if unit != 96 || isEscaped {
                elements.append(.unit(fold(unit)))
            }
            isEscaped = unit == 96 && !isEscaped
        }
        if set != nil { throw invalid() }
        // A backtick with nothing behind it stands for itself, unless it is all there is.
        if isEscaped && pattern.count > 1 { elements.append(.unit(96)) }

        var literal: [UInt16] = []
        var stars = 0
        var isPlain = true
        for (index, element) in elements.enumerated() {
            switch element {
            case .unit(let unit): literal.append(unit)
            case .star:
                stars += 1
                if index != 0 && index != elements.count - 1 { isPlain = false }
            default: isPlain = false
            }
        }
        let startsWithStar = if case .star? = elements.first { true } else { false }
        if !isPlain {
            shape = .general
        } else if stars == 0 {
            shape = .exact
        } else if literal.isEmpty {
            shape = .all
        } else if stars == 2 {
            shape = .contains
        } else {
            shape = startsWithStar ? .suffix : .prefix
        }
        self.elements = elements
        self.literal = literal
        ignoresCase = ignoreCase
    }

    public init(_ pattern: String, ignoreCase: Bool = true) throws(TextError) {
        try self.init(Array(pattern.utf16), ignoreCase: ignoreCase)
    }

    public func matches(_ text: String) -> Bool {
        Array(text.utf16).withUnsafeBufferPointer(matches(utf16:))
    }

    /// Matches UTF-16 units.
    public func matches(utf16 text: UnsafeBufferPointer<UInt16>) -> Bool {
        match(count: text.count) { text[$0] }
    }

    /// Matches Latin-1 bytes.
    public func matches(latin1 text: UnsafeBufferPointer<UInt8>) -> Bool {
        match(count: text.count) { UInt16(text[$0]) }
    }

    /// Matches any text of `count` units read by index.
    @inline(__always)
    public func match(count: Int, unit: (Int) -> UInt16) -> Bool {
        if ignoresCase {
            return run(count) { CaseMap.lower(unit($0)) }
        }
        return run(count, unit)
    }

    @inline(__always)
    private func run(_ count: Int, _ unit: (Int) -> UInt16) -> Bool {
        literal.withUnsafeBufferPointer { literal in
            let length = literal.count
            func holds(at offset: Int) -> Bool {
                for index in 0..<length where unit(offset + index) != literal[index] { return false }
                return true
            }
            switch shape {
            case .all: return true
            case .exact: return count == length && holds(at: 0)
            case .prefix: return count >= length && holds(at: 0)
            case .suffix: return count >= length && holds(at: count - length)
            case .contains:
                guard count >= length else { return false }
                for offset in 0...(count - length) where holds(at: offset) { return true }
                return false
            case .general: return general(count, unit)
            }
        }
    }

    /// Two indexes and the place of the last star: on a mismatch the star takes one unit more.
    private func general(_ count: Int, _ unit: (Int) -> UInt16) -> Bool {
        var text = 0
        var pattern = 0
        var star = -1
        var starText = 0
        while text < count {
            var fits = false
            if pattern < elements.count {
                switch elements[pattern] {
                case .star:
                    star = pattern
                    starText = text
                    pattern += 1
                    continue
                case .any: fits = true
                case .unit(let wanted): fits = unit(text) == wanted
                case .set(let ranges):
                    let here = unit(text)
                    fits = ranges.contains { $0.contains(here) }
                }
            }
            if fits {
                text += 1
                pattern += 1
            } else if star >= 0 {
                starText += 1
                text = starText
                pattern = star + 1
            } else {
                return false
            }
        }
        while pattern < elements.count, case .star = elements[pattern] { pattern += 1 }
        return pattern == elements.count
    }
}

extension WildcardPattern {
    private static func isSpecial(_ unit: UInt16) -> Bool { unit == 42 || unit == 63 || unit == 91 || unit == 93 }

    /// `[WildcardPattern]::ContainsWildcardCharacters`: an unescaped `*`, `?` or `[`.
    public static func containsWildcards(_ text: [UInt16]) -> Bool {
        var isEscaped = false
        for unit in text {
            if isEscaped { isEscaped = false; continue }
            if unit == 96 { isEscaped = true; continue }
            if unit == 42 || unit == 63 || unit == 91 { return true }
        }
        return false
    }

    /// `[WildcardPattern]::Escape`: a backtick before every `*`, `?`, `[`, `]` and backtick.
    public static func escape(_ text: [UInt16]) -> [UInt16] {
        var result: [UInt16] = []
        result.reserveCapacity(text.count)
        for unit in text {
            if isSpecial(unit) || unit == 96 { result.append(96) }
            result.append(unit)
        }
        return result
    }

    /// `[WildcardPattern]::Unescape`: drops a backtick before a wildcard character; other backticks stay.
    public static func unescape(_ text: [UInt16]) -> [UInt16] {
        var result: [UInt16] = []
        var at = 0
        while at < text.count {
            if text[at] == 96, at + 1 < text.count, isSpecial(text[at + 1]) || text[at + 1] == 96 { at += 1 }
            result.append(text[at])
            at += 1
        }
        return result
    }
}
