extension ScriptParser {
    // The one token of lookahead

    @inline(__always) func next() -> Token {
        if hasUngot { hasUngot = false; return ungot }
        return lex()
    }
    @inline(__always) func peekToken() -> Token {
        if hasUngot { return ungot }
        ungot = lex()
        hasUngot = true
        return ungot
    }
    @inline(__always) var peekKind: TokenKind { peekToken().kind }
    @inline(__always) func skip() { hasUngot = false }
    @inline(__always) func unget(_ t: Token) { ungot = t; hasUngot = true }
    @inline(__always) func resync(_ t: Token) { resync(Int(t.start)) }
    func resync(_ offset: Int) {
        hasUngot = false
        pos = min(offset, limit)
        collector?.rewind(to: offset)
    }
    /// Sets the mode; a token already looked at is read again if it may read differently.
    @inline(__always) func setMode(_ new: LexerMode) {
        if new == mode { return }
        if hasUngot, !ungot.kind.isModeInvariant { resync(ungot) }
        mode = new
    }
    /// Skips line ends. Where the next token can be seen from its first byte it is not read yet: the mode may change.
    @inline(__always) func skipNewlines() {
        if !hasUngot {
            let b = skipBlanks(semicolons: false)
            if b != UInt8(ascii: "#"), b != UInt8(ascii: "<"), b != UInt8(ascii: "`"), b < 0x80 { return }
        }
        while peekKind == .newLine { hasUngot = false }
    }
    /// Skips white space and line ends; gives the byte that follows.
    @inline(__always) private func skipBlanks(semicolons: Bool) -> UInt8 {
        while true {
            let b = bytes[pos]
            if b != 0x20 && b != 0x0A && b != 0x09 && b != 0x0D && !(semicolons && b == UInt8(ascii: ";")) { return b }
            pos += 1
        }
    }
    /// The first byte of the next token where it is on this line and can be seen; otherwise 0.
    @inline(__always) var byteAhead: UInt8 {
        if hasUngot { return 0 }
        while bytes[pos] == 0x20 || bytes[pos] == 0x09 { pos += 1 }
        return bytes[pos]
    }
    @inline(__always) func skipNewlinesAndSemicolons() {
        if !hasUngot {
            let b = skipBlanks(semicolons: collector == nil)
            if b != UInt8(ascii: "#"), b != UInt8(ascii: "<"), b != UInt8(ascii: "`"), b != UInt8(ascii: ";"), b < 0x80 { return }
        }
        while true {
            let k = peekKind
            if k != .newLine && k != .semi { return }
            hasUngot = false
        }
    }
    /// Where to come back to with `resync` in order to read the token ahead (or the white space before it) again.
    var restorePoint: Int { hasUngot ? Int(ungot.start) : pos }

    func lex() -> Token {
        let t = scan()
        if collector != nil { collector?.add(t, mode: mode, table: table) }
        return t
    }

    private func scan() -> Token {
        while true {
            let b = bytes[pos]
            if b == 0x20 || b == 0x09 { pos += 1; continue }
            tokenStart = pos
            if b >= 0x80 {
                if let t = scanNonASCII() { return t }
                continue
            }
            if table[Int(b)] & CharacterTable.letter != 0 {
                if mode == .typeName { return scanTypeName() }
                return scanIdentifier()
            }
            switch b {
            case 0:
                if pos >= limit { return endOfInput() }
                pos += 1
                return make(.unknown)
            case 0x0A:
                pos += 1
                return make(.newLine)
            case 0x0D:
                pos += 1
                if bytes[pos] == 0x0A { pos += 1 }
                return make(.newLine)
            case 0x0B, 0x0C: pos += 1
            case UInt8(ascii: "`"):
                if let t = scanBacktick() { return t }
            case UInt8(ascii: "#"): scanLineComment()
            case UInt8(ascii: "<"):
                if bytes[pos + 1] == UInt8(ascii: "#") { scanBlockComment(); continue }
                pos += 1
                return make(.redirectIn)
            default: return scanSymbol(b)
            }
        }
    }

    /// PowerShell places the end one behind the last character, except in a string's `$(…)` after a word with an open quote in it.
    private func endOfInput() -> Token {
        let place = Int32(truncatingIfNeeded: nesting > 0 && brokenWordEnd == limit ? pos : pos + 1)
        return Token(kind: .endOfInput, start: place, end: place)
    }

    private func scanNonASCII() -> Token? {
        let (s, n) = scalar(at: pos)
        if Scalars.isWhite(s) { pos += n; return nil }
        if Scalars.isDash(s) { return scanDash(n) }
        if Scalars.isSingleQuote(s) { return scanStringLiteral() }
        if Scalars.isDoubleQuote(s) { return scanStringExpandable() }
        if Scalars.isLetter(s) { return mode == .typeName ? scanTypeName() : scanIdentifier() }
        return scanGeneric(from: pos)
    }

    private func scanBacktick() -> Token? {
        let c = bytes[pos + 1]
        if c == 0x0A { pos += 2; return nil }
        if c == 0x0D { pos += bytes[pos + 2] == 0x0A ? 3 : 2; return nil }
        if c == 0, pos + 1 >= limit {
            pos += 1
            reportIncomplete(Extent(tokenStart, pos), "IncompleteString", "Incomplete string token.")
            return nil
        }
        let (s, n) = scalar(at: pos + 1)
        if Scalars.isWhite(s) { pos += 1 + n; return nil }
        return scanGeneric(from: pos)
    }

    /// In command mode an operator that does not end a word is the beginning of one.
    @inline(__always) private func symbol(_ kind: TokenKind, _ n: Int) -> Token {
        if mode == .command, !endsWord(pos + n) { return scanGeneric(from: tokenStart) }
        pos += n
        return make(kind)
    }
    @inline(__always) private func take(_ kind: TokenKind, _ n: Int = 1) -> Token { pos += n; return make(kind) }

    private func scanSymbol(_ b: UInt8) -> Token {
        let c = bytes[pos + 1]
        switch b {
        case UInt8(ascii: "$"):
            if c == UInt8(ascii: "(") { return take(.dollarParen, 2) }
            pos += 1
            return scanVariable(splatted: false, inString: false)
        case UInt8(ascii: "\""): return scanStringExpandable()
        case UInt8(ascii: "'"): return scanStringLiteral()
        case UInt8(ascii: "("): return take(.lParen)
        case UInt8(ascii: ")"): return take(.rParen)
        case UInt8(ascii: "{"): return take(.lCurly)
        case UInt8(ascii: "}"): return take(.rCurly)
        case UInt8(ascii: ";"): return take(.semi)
        case UInt8(ascii: ","): return take(.comma)
        case UInt8(ascii: "|"): return c == b ? take(.orOr, 2) : take(.pipe)
        case UInt8(ascii: "&"): return c == b ? take(.andAnd, 2) : take(.ampersand)
        case UInt8(ascii: "["): return symbol(.lBracket, 1)
        case UInt8(ascii: "]"): return take(.rBracket)
        case UInt8(ascii: "="): return symbol(.equals, 1)
        case UInt8(ascii: "."): return scanDot(c)
        case UInt8(ascii: "-"): return scanDash(1)
        case UInt8(ascii: "+"):
            if c == b { return symbol(.plusPlus, 2) }
            if c == UInt8(ascii: "=") { return symbol(.plusEquals, 2) }
            if mode == .expression, allowsSignedNumbers, c.has(CharacterTable.digit, table) || c == UInt8(ascii: ".") { return scanNumber() }
            return symbol(.plus, 1)
        case UInt8(ascii: "*"):
            if c == UInt8(ascii: "=") { return symbol(.multiplyEquals, 2) }
            if c == UInt8(ascii: ">") { pos += 2; return scanRedirection() }
            return symbol(.multiply, 1)
        case UInt8(ascii: "/"): return c == UInt8(ascii: "=") ? symbol(.divideEquals, 2) : symbol(.divide, 1)
        case UInt8(ascii: "%"): return c == UInt8(ascii: "=") ? symbol(.remainderEquals, 2) : symbol(.rem, 1)
        case UInt8(ascii: "!"): return symbol(.exclaim, 1)
        case UInt8(ascii: ">"): pos += 1; return scanRedirection()
        case UInt8(ascii: "@"): return scanAt(c)
        case UInt8(ascii: ":"): return scanColon(c)
        case UInt8(ascii: "?"):
            if mode == .command { return scanGeneric(from: pos) }
            if c == b { return bytes[pos + 2] == UInt8(ascii: "=") ? take(.questionQuestionEquals, 3) : take(.questionQuestion, 2) }
            return take(.questionMark)
        case 0x30...0x39:
            if c == UInt8(ascii: ">"), b >= 0x31, b <= 0x36 { pos += 2; return scanRedirection() }
            return scanNumber()
        default: return scanGeneric(from: pos)
        }
    }

    /// After `>`, `*>` or `n>`.
    private func scanRedirection() -> Token {
        if peek == UInt8(ascii: ">") { pos += 1; return make(.redirection, .append) }
        let explicit = pos - tokenStart > 1
        if explicit, peek == UInt8(ascii: "&"), bytes[pos + 1] == 0x31 || (bytes[pos + 1] == 0x32 && bytes[tokenStart] != UInt8(ascii: "*")) {
            pos += 2
            return make(.redirection, .merging)
        }
        return make(.redirection)
    }

    private func scanDot(_ c: UInt8) -> Token {
        if c == UInt8(ascii: ".") { return symbol(.dotDot, 2) }
        if c.has(CharacterTable.digit, table) { return scanNumber() }
        if mode == .command {
            if endsWord(pos + 1) || c == UInt8(ascii: "$") || singleQuote(pos + 1) > 0 || doubleQuote(pos + 1) > 0 { return take(.dot) }
            return scanGeneric(from: pos)
        }
        return take(.dot)
    }

    private func scanColon(_ c: UInt8) -> Token {
        if c == UInt8(ascii: ":") {
            if mode == .command, !wantsSimpleName, !endsWord(pos + 2) { return scanGeneric(from: pos) }
            return take(.colonColon, 2)
        }
        if mode != .command { return take(.colon) }
        // `:label`
        var p = pos + 1
        if has(p, CharacterTable.letter) || (bytes[p] >= 0x80 && Scalars.isLetter(scalar(at: p).0)) {
            while case let n = isNameCharacter(p), n > 0 { p += n }
            if endsWord(p) { pos = p; return make(.label) }
        }
        return scanGeneric(from: pos)
    }

    private func scanAt(_ c: UInt8) -> Token {
        if c == UInt8(ascii: "{") { return take(.atCurly, 2) }
        if c == UInt8(ascii: "(") { return take(.atParen, 2) }
        if singleQuote(pos + 1) > 0 { return scanHereStringLiteral() }
        if doubleQuote(pos + 1) > 0 { return scanHereStringExpandable() }
        pos += 1
        if c.has(CharacterTable.variable, table) || (c >= 0x80 && Scalars.isLetterOrDigit(scalar(at: pos).0)) {
            return scanVariable(splatted: true, inString: false)
        }
        report(Extent(tokenStart, pos), "UnrecognizedToken", "Unrecognized token in source text.")
        return make(.unknown)
    }

    private func scanDash(_ n: Int) -> Token {
        let second = pos + n
        let c = bytes[second]
        if case let m = dash(second), m > 0 {
            if mode == .command, !endsWord(second + m) { return scanGeneric(from: pos) }
            return take(.minusMinus, n + m)
        }
        if c == UInt8(ascii: "=") { return symbol(.minusEquals, n + 1) }
        if c.has(CharacterTable.letter, table) || c == UInt8(ascii: "?") || (c >= 0x80 && Scalars.isLetter(scalar(at: second).0)) {
            return mode == .command ? scanParameter(second) : scanOperator(second)
        }
        if mode == .expression, allowsSignedNumbers, c.has(CharacterTable.digit, table) || c == UInt8(ascii: ".") { return scanNumber() }
        return symbol(.minus, n)
    }
}
