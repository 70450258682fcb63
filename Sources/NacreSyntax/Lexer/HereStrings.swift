extension ScriptParser {
    /// After `@'` or `@"`: nothing but white space up to the line's end, which is consumed. False after a bad header:
    /// then the token is the rest of the line.
    private func scanHeader() -> Bool {
        while true {
            let b = bytes[pos]
            if b == 0x0A { pos += 1; return true }
            if b == 0x0D { pos += bytes[pos + 1] == 0x0A ? 2 : 1; return true }
            if b == 0, pos >= limit { return true }
            let (s, n) = scalar(at: pos)
            if !Scalars.isWhite(s) { break }
            pos += n
        }
        report(Extent(pos, pos + 1), "UnexpectedCharactersAfterHereStringHeader",
               "No characters are allowed after a here-string header but before the end of the line.")
        while bytes[pos] != 0x0A, bytes[pos] != 0x0D, pos < limit { pos += 1 }
        return false
    }

    /// Looks for a footer (a quote of the kind and `@`) at `offset`; returns its length or 0.
    private func footer(_ offset: Int, _ quote: (Int) -> Int) -> Int {
        let n = quote(offset)
        return n > 0 && bytes[offset + n] == UInt8(ascii: "@") ? n + 1 : 0
    }
    private func reportUnterminated(_ terminator: String) {
        reportIncomplete(Extent(tokenStart, pos), "TerminatorExpectedAtEndOfString",
                         "The string is missing the terminator: \(terminator).")
    }
    private func reportWhiteBeforeFooter(_ offset: Int) {
        report(Extent(offset, offset), "WhitespaceBeforeHereStringFooter",
               "White space is not allowed before the string terminator.")
    }
    @inline(__always) private func lineEnd(_ offset: Int) -> Int {
        let b = bytes[offset]
        if b == 0x0A { return 1 }
        return b == 0x0D ? (bytes[offset + 1] == 0x0A ? 2 : 1) : 0
    }

    func scanHereStringLiteral() -> Token {
        pos += 1 + singleQuote(pos + 1)
        if !scanHeader() { return finishHere(pos, pos) }
        let bodyStart = pos
        if case let n = footer(pos, singleQuote), n > 0 {
            pos += n
            return finishHere(bodyStart, bodyStart)
        }
        var suspicious = -1
        while true {
            let b = bytes[pos]
            if b == 0, pos >= limit { break }
            let e = lineEnd(pos)
            if e == 0 { pos += 1; continue }
            let end = pos
            pos += e
            if case let n = footer(pos, singleQuote), n > 0 {
                pos += n
                return finishHere(bodyStart, end)
            }
            var p = pos
            while has(p, CharacterTable.white) { p += 1 }
            if p > pos, suspicious < 0, footer(p, singleQuote) > 0 { suspicious = p }
        }
        if suspicious >= 0 { reportWhiteBeforeFooter(suspicious) } else { reportUnterminated("'@") }
        return finishHere(bodyStart, pos)
    }

    private func finishHere(_ start: Int, _ end: Int) -> Token {
        pendingText = text(start, end)
        pendingStart = Int32(tokenStart)
        return make(.hereStringLiteral, .resolved)
    }

    func scanHereStringExpandable() -> Token {
        let start = pos
        pos += 1 + doubleQuote(pos + 1)
        if !scanHeader() { return finishHere(pos, pos) }
        scratch.count = 0
        beginParts()
        var partStart = 0
        var suspicious = -1
        var finished = false
        if case let n = footer(pos, doubleQuote), n > 0 { pos += n; finished = true }
        while !finished {
            let b = bytes[pos]
            if b == 0, pos >= limit {
                tokenStart = start
                if suspicious >= 0 { reportWhiteBeforeFooter(suspicious) } else { reportUnterminated("\"@") }
                break
            }
            if case let e = lineEnd(pos), e > 0 {
                if case let n = footer(pos + e, doubleQuote), n > 0 { pos += e + n; finished = true; break }
                scratch.append(bytes + pos, e)
                pos += e
                var p = pos
                while has(p, CharacterTable.white) { p += 1 }
                if p > pos, suspicious < 0, footer(p, doubleQuote) > 0 { suspicious = p }
            } else if b == UInt8(ascii: "`"), pos + 1 < limit {
                pos += 1
                appendEscape()
            } else if b == UInt8(ascii: "$"), scanNested(&partStart, hereString: true) {
                continue
            } else {
                scratch.append(b)
                pos += 1
            }
        }
        let t = finishParts(partStart, start: start, plain: .hereStringLiteral)
        // No nested part: still a double-quoted here-string, whose text is resolved.
        return t.flags.contains(.expandable) ? make(.hereStringExpandable, .expandable) : make(.hereStringExpandable, .resolved)
    }
}
