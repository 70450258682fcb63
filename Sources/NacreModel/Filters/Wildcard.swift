import NacreSchema

/// PowerShell's wildcard pattern, any case: `*`, `?`, `[a-z]`, and a backtick before a character that is itself.
public struct Wildcard: Sendable {
    private enum Piece: Equatable, Sendable {
        case any, one
        case literal(Character)
        case set([ClosedRange<Character>])
    }
    private let pieces: [Piece]

    public init(_ pattern: String) {
        var out: [Piece] = []
        let text = Array(foldedCase(pattern))
        var i = 0
        while i < text.count {
            switch text[i] {
            case "*": if out.last != .any { out.append(.any) }
            case "?": out.append(.one)
            case "`" where i + 1 < text.count: i += 1; out.append(.literal(text[i]))
            case "[":
                guard let close = text[(i + 1)...].firstIndex(of: "]"), close > i + 1 else { out.append(.literal("[")); break }
                out.append(.set(Wildcard.ranges(text[(i + 1)..<close])))
                i = close
            default: out.append(.literal(text[i]))
            }
            i += 1
        }
        pieces = out
    }

    private static func ranges(_ text: ArraySlice<Character>) -> [ClosedRange<Character>] {
        let text = Array(text)
        var out: [ClosedRange<Character>] = [], i = 0
        while i < text.count {
            if i + 2 < text.count, text[i + 1] == "-", text[i] <= text[i + 2] { out.append(text[i]...text[i + 2]); i += 3 } else { out.append(text[i]...text[i]); i += 1 }
        }
        return out
    }

    /// True where the pattern has a wildcard at all.
    public static func isPattern(_ text: String) -> Bool { text.contains { $0 == "*" || $0 == "?" || $0 == "[" } }

    public func matches(_ text: String) -> Bool {
        let text = Array(foldedCase(text))
        // One place to go back to is enough: a later `*` makes an earlier one's choice final.
        var p = 0, t = 0, star = -1, mark = 0
        while t < text.count {
            if p < pieces.count, pieces[p] == .any { star = p; mark = t; p += 1; continue }
            if p < pieces.count, fits(pieces[p], text[t]) { p += 1; t += 1; continue }
            guard star >= 0 else { return false }
            mark += 1; t = mark; p = star + 1
        }
        while p < pieces.count, pieces[p] == .any { p += 1 }
        return p == pieces.count
    }

    private func fits(_ piece: Piece, _ c: Character) -> Bool {
        switch piece {
        case .any: false
        case .one: true
        case .literal(let l): l == c
        case .set(let ranges): ranges.contains { $0.contains(c) }
        }
    }
}
