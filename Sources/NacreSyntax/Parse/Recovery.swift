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

    /// Whether `param (`, `class` or `enum` comes after the bracketed groups at `start`: a look at the bytes alone, for places
    /// where reading attributes on trial, inside other trials, would multiply the work.
    func keywordFollowsBrackets(_ start: Int) -> Bool {
        var p = start
        while true {
            while has(p, CharacterTable.white) || bytes[p] == 0x0A || bytes[p] == 0x0D { p += 1 }
            guard bytes[p] == UInt8(ascii: "[") else { break }
            var open = 0
            repeat {
                switch bytes[p] {
                case UInt8(ascii: "["): open += 1
                case UInt8(ascii: "]"): open -= 1
                case UInt8(ascii: "'"), UInt8(ascii: "\""):
                    let quote = bytes[p]
                    p += 1
                    while bytes[p] != quote { if bytes[p] == 0, p >= limit { return false }; p += 1 }
                case 0: if p >= limit { return false }
                default: break
                }
                p += 1
            } while open > 0
        }
        var end = p
        while has(end, CharacterTable.letter) { end += 1 }
        switch keywords.find(bytes + p, end - p) {
        case .kwClass, .kwEnum: return true
        case .kwParam:
            while has(end, CharacterTable.white) || bytes[end] == 0x0A || bytes[end] == 0x0D { end += 1 }
            return bytes[end] == UInt8(ascii: "(")
        default: return false
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
