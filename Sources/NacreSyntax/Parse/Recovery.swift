@inline(__always) func span(_ a: Extent, _ b: Extent) -> Extent { Extent(start: a.start, end: b.end) }
extension Extent {
    @inline(__always) var after: Extent { Extent(start: end, end: end) }
}

extension ScriptParser {
    /// After a broken pair: skips to a `;` or to the `}` of the table, which stays unread.
    func synchronizePair() {
        var open = 0
        while true {
            let t = next()
            switch t.kind {
            case .endOfInput, .semi: return unget(t)
            case .lCurly, .atCurly: open += 1
            case .rCurly:
                if open == 0 { return unget(t) }
                open -= 1
            default: break
            }
        }
    }

    /// Skips to the closing bracket of the construct in which the error lies, and over it.
    func synchronizePast(_ close: TokenKind) {
        var open = 1
        while true {
            let t = next()
            if t.kind == .endOfInput { return unget(t) }
            if t.kind == close {
                open -= 1
                if open == 0 { return }
            } else if close == .rParen ? t.kind == .lParen || t.kind == .atParen || t.kind == .dollarParen : t.kind == .lBracket {
                open += 1
            }
        }
    }

    /// Skips to the end of the line, a `;` or a `}`, which stays unread.
    func synchronizeLine() {
        while true {
            let t = next()
            switch t.kind {
            case .endOfInput, .newLine, .semi, .rCurly: return unget(t)
            default: break
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
