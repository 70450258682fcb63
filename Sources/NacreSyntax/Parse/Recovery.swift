@inline(__always) func span(_ a: Extent, _ b: Extent) -> Extent { Extent(start: a.start, end: b.end) }
extension Extent {
    @inline(__always) var after: Extent { Extent(start: end, end: end) }
    @inline(__always) var before: Extent { Extent(start: start, end: start) }
}

extension ScriptParser {
    /// After an error: skips tokens up to one of `kinds` outside any bracket opened on the way, which stays unread.
    func synchronize(strict: Bool, _ kinds: TokenKind...) {
        var parens = 0, curlies = 0, squares = 0
        while true {
            let t = next()
            if t.kind == .endOfInput { return unget(t) }
            switch t.kind {
            case .lParen, .atParen, .dollarParen: parens += 1
            case .lCurly, .atCurly: curlies += 1
            case .lBracket, .questionLBracket: squares += 1
            case .rParen: parens -= 1
            case .rCurly: curlies -= 1
            case .rBracket: squares -= 1
            default: break
            }
            if kinds.contains(t.kind) {
                let opens = parens <= 0 && curlies <= 0 && squares <= 0
                if opens || (!strict && parens < 0) { return unget(t) }
            }
        }
    }

    func reportUnexpected(_ t: Token) {
        report(t.extent, "UnexpectedToken", "Unexpected token '\(text(t))' in expression or statement.")
    }
    func missingCurly(_ at: Extent, detected: Extent) {
        reportIncomplete(at, detected: detected, "MissingEndCurlyBrace", "Missing closing '}' in statement block or type definition.")
    }

    /// How many levels of statements and expressions may lie inside each other.
    static let maximalDepth = 1000

    /// Counts a level of nesting. False where it is too deep: then the rest of the text has been given up.
    @inline(__always) func enter() -> Bool {
        depth += 1
        if depth <= 48 { return true }
        return enterDeep()
    }
    @inline(__always) func leave() { depth -= 1 }

    @inline(never) private func enterDeep() -> Bool {
        if depth < ScriptParser.maximalDepth, Stack.hasRoom(&stackLimit) { return true }
        giveUp()
        return false
    }

    /// Reports nesting too deep and moves to the end of the text, so that all open rules come to their end.
    func giveUp() {
        if !gaveUp {
            gaveUp = true
            diagnostics.append(Diagnostic(id: "ScriptTooComplicated", extent: Extent(tokenStart, min(tokenStart + 1, limit)),
                                          message: "The script is too complicated to be parsed: its nesting is too deep."))
        }
        resync(limit)
    }
}
