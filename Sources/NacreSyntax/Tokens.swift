/// What a piece of a script is, for highlighting and completion.
public enum ScriptTokenKind: UInt8, Sendable {
    case keyword, command, argument, parameter, variable, string, number, type, member, label, `operator`, comment, separator, bracket, unknown
}

/// A token's kind and place. Tokens of `$(…)` in a string follow the string's own token, whose extent holds them.
public struct ScriptToken: Sendable, Equatable {
    public let kind: ScriptTokenKind
    public let extent: Extent
    public init(kind: ScriptTokenKind, extent: Extent) { self.kind = kind; self.extent = extent }
}

extension Parser {
    /// All tokens and comments of a source as the parser reads them, by place. Any input gives tokens.
    public static func tokens(_ source: Source) -> [ScriptToken] {
        let parser = ScriptParser(source)
        parser.collector = TokenCollector()
        _ = parser.parseScript()
        return parser.collector?.finish() ?? []
    }
}

/// Gathers the tokens while the parser runs; what is read again in another mode replaces what was read before.
struct TokenCollector {
    private var tokens: [ScriptToken] = []

    mutating func add(_ t: Token, mode: LexerMode, table: UnsafePointer<UInt8>) {
        if t.kind == .endOfInput || t.kind == .newLine { return }
        put(ScriptToken(kind: t.scriptKind(mode), extent: t.extent))
    }
    mutating func addComment(_ start: Int, _ end: Int) { put(ScriptToken(kind: .comment, extent: Extent(start, end))) }
    mutating func rewind(to offset: Int) {
        while let last = tokens.last, last.extent.start >= Int32(offset) { tokens.removeLast() }
    }
    /// Gives the token that begins at `start` the kind its place makes it.
    mutating func mark(_ start: Int32, _ kind: ScriptTokenKind) {
        var i = tokens.count - 1
        while i >= 0, tokens[i].extent.start >= start {
            if tokens[i].extent.start == start { tokens[i] = ScriptToken(kind: kind, extent: tokens[i].extent); return }
            i -= 1
        }
    }
    private mutating func put(_ t: ScriptToken) {
        if let last = tokens.last, last.extent.start == t.extent.start, last.kind == t.kind { tokens[tokens.count - 1] = t } else { tokens.append(t) }
    }
    func finish() -> [ScriptToken] {
        tokens.enumerated().sorted { a, b in
            if a.element.extent.start != b.element.extent.start { return a.element.extent.start < b.element.extent.start }
            return a.element.extent.end > b.element.extent.end
        }.map(\.element)
    }
}

private extension Token {
    func scriptKind(_ mode: LexerMode) -> ScriptTokenKind {
        switch kind {
        case .unknown: return .unknown
        case .endOfInput, .newLine, .semi, .comma: return .separator
        case .identifier: return mode == .typeName ? .type : .argument
        case .generic: return .argument
        case .label: return .label
        case .number: return .number
        case .parameter: return .parameter
        case .variable, .splattedVariable: return .variable
        case .stringLiteral, .stringExpandable, .hereStringLiteral, .hereStringExpandable: return .string
        case .lParen, .rParen, .lCurly, .rCurly, .lBracket, .rBracket, .atParen, .atCurly, .dollarParen, .questionLBracket: return .bracket
        default: return kind.isKeyword ? .keyword : .operator
        }
    }
}
