extension ScriptParser {
    /// A word that begins with a letter: a keyword, an identifier, or in command mode the start of any word.
    func scanIdentifier() -> Token {
        var p = pos + scalar(at: pos).1
        while true {
            let b = bytes[p]
            if b < 0x80 {
                if table[Int(b)] & CharacterTable.name == 0 { break }
                p += 1
            } else {
                let (s, n) = scalar(at: p)
                if !Scalars.isLetterOrDigit(s) { break }
                p += n
            }
        }
        if wantsSimpleName { pos = p; return make(.identifier) }
        if mode == .command, !endsWord(p) { return scanGeneric(from: pos, plainTo: p) }
        pos = p
        let keyword = keywords.find(bytes + tokenStart, p - tokenStart)
        if keyword != .unknown { return make(keyword) }
        return make(mode == .command ? .generic : .identifier)
    }

    /// A name of a type: letters, digits, and `. _ + # \` and backtick.
    func scanTypeName() -> Token {
        var p = pos
        while true {
            let b = bytes[p]
            if b < 0x80 {
                if table[Int(b)] & CharacterTable.name != 0 { p += 1; continue }
                switch b {
                case UInt8(ascii: "."), UInt8(ascii: "`"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "\\"): p += 1; continue
                default: break
                }
                break
            }
            let (s, n) = scalar(at: p)
            if !Scalars.isLetterOrDigit(s) { break }
            p += n
        }
        pos = p
        return make(.identifier)
    }

    /// Any other word: up to white space or one of `(){};,|&`, with escapes, quotes, variables and subexpressions inside.
    /// `plainTo`: where the caller has already seen that nothing special comes before.
    func scanGeneric(from start: Int, plainTo: Int? = nil) -> Token {
        tokenStart = start
        var p = plainTo ?? start
        // Fast: nothing to resolve.
        while true {
            let b = bytes[p]
            if b < 0x80 {
                if table[Int(b)] & CharacterTable.endsWord != 0 { pos = p; return make(.generic) }
                if b == UInt8(ascii: "`") || b == UInt8(ascii: "$") || b == UInt8(ascii: "'") || b == UInt8(ascii: "\"") { break }
                p += 1
            } else {
                let (s, n) = scalar(at: p)
                if Scalars.isWhite(s) { pos = p; return make(.generic) }
                if Scalars.isSingleQuote(s) || Scalars.isDoubleQuote(s) { break }
                p += n
            }
        }
        scratch.count = 0
        scratch.append(bytes + start, p - start)
        pos = p
        beginParts()
        var partStart = 0
        while !endsWord(pos) {
            let b = bytes[pos]
            if b == UInt8(ascii: "`") {
                if pos + 1 < limit { pos += 1; appendEscape() } else { scratch.append(b); pos += 1 }
            } else if case let n = singleQuote(pos), n > 0 {
                tokenStart = pos
                pos += n
                scanSingleQuoted()
                if pos >= limit { brokenWordEnd = limit }
            } else if case let n = doubleQuote(pos), n > 0 {
                pos += n
                let quote = pos - n
                scanDoubleQuoted(&partStart, outerStart: quote)
                tokenStart = start
                if pos >= limit { brokenWordEnd = limit }
            } else if b == UInt8(ascii: "$") {
                if !scanNested(&partStart, hereString: false) { scratch.append(b); pos += 1 }
            } else {
                let n = scalar(at: pos).1
                scratch.append(bytes + pos, n)
                pos += n
            }
        }
        return finishParts(partStart, start: start, plain: .generic)
    }

    /// `-name` or `-name:` in command mode; `second` is the offset after the dash.
    func scanParameter(_ second: Int) -> Token {
        var p = second
        scanning: while true {
            let b = bytes[p]
            if b >= 0x80 {
                let (s, n) = scalar(at: p)
                if Scalars.isWhite(s) { break }
                if Scalars.isSingleQuote(s) || Scalars.isDoubleQuote(s) { return scanGeneric(from: tokenStart) }
                p += n
                continue
            }
            switch b {
            case 0x20, 0x09, 0x0B, 0x0C, 0x0A, 0x0D, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"),
                 UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "."), UInt8(ascii: "["):
                break scanning
            case 0: if p >= limit { break scanning }; p += 1
            case UInt8(ascii: ":"):
                pos = p + 1
                return make(.parameter, .colon)
            case UInt8(ascii: "'"), UInt8(ascii: "\""): return scanGeneric(from: tokenStart)
            default: p += 1
            }
        }
        pos = p
        return make(.parameter)
    }

    /// `-name` in expression mode: an operator, or a parameter where it does not belong.
    func scanOperator(_ second: Int) -> Token {
        var p = second
        while case let n = isNameCharacter(p), n > 0 { p += n }
        if p == second { p += 1 } // -?
        pos = p
        let op = operators.find(bytes + second, p - second)
        if op != .unknown { return make(op) }
        if p - second == 1, bytes[second].lowered == UInt8(ascii: "f") { return make(.format) }
        if bytes[p] == UInt8(ascii: ":") { pos += 1; return make(.parameter, .colon) }
        return make(.parameter)
    }

    /// The name of a parameter token, without its dash and colon.
    func parameterName(_ t: Token) -> String {
        let n = max(dash(Int(t.start)), 1)
        return text(Int(t.start) + n, Int(t.end) - (t.flags.contains(.colon) ? 1 : 0))
    }
}
