extension ScriptParser {
    /// `pos` is after the `$` or `@`, `tokenStart` at it.
    func scanVariable(splatted: Bool, inString: Bool) -> Token {
        let kind = splatted ? TokenKind.splattedVariable : .variable
        let b = bytes[pos]
        if b == UInt8(ascii: "{"), !splatted { return scanBraced(inString: inString) }
        guard b.has(CharacterTable.variable, table) || (b >= 0x80 && Scalars.isLetterOrDigit(scalar(at: pos).0)) else {
            return scanGeneric(from: tokenStart)
        }
        if b == UInt8(ascii: ":"), bytes[pos + 1] == UInt8(ascii: ":") {
            return inString ? make(.unknown) : scanGeneric(from: tokenStart)
        }
        var p = pos
        var lastColon = -1
        if b == UInt8(ascii: "$") || b == UInt8(ascii: "?") || b == UInt8(ascii: "^") {
            p += 1
            if mode == .command, !inString, !endsWord(p), bytes[p] != UInt8(ascii: "."), bytes[p] != UInt8(ascii: "[") { return scanGeneric(from: tokenStart) }
            pos = p
            return make(kind)
        }
        while true {
            let c = bytes[p]
            if c < 0x80 {
                if table[Int(c)] & CharacterTable.name != 0 || c == UInt8(ascii: "?") { p += 1; continue }
                if c == UInt8(ascii: ":") {
                    if bytes[p + 1] == c { break }
                    lastColon = p
                    p += 1
                    continue
                }
                break
            }
            let (s, n) = scalar(at: p)
            if !Scalars.isLetterOrDigit(s) { break }
            p += n
        }
        if mode == .command, !inString, !endsWord(p) {
            let c = bytes[p]
            // In a command's argument anything but a member, an index or `::` makes it one word.
            if c != UInt8(ascii: "."), c != UInt8(ascii: "["), c != UInt8(ascii: ":") || bytes[p + 1] != c { return scanGeneric(from: tokenStart) }
        }
        pos = p
        if lastColon == p - 1 || (lastColon >= 0 && p == pos && lastColon == p - 1) {
            let drive = lastColon > tokenStart + 1
            report(Extent(tokenStart, pos), drive ? "InvalidVariableReferenceWithDrive" : "InvalidVariableReference", drive
                ? "Variable reference is not valid. ':' was not followed by a valid variable name character. Consider using ${} to delimit the name."
                : "Variable reference is not valid. '$' was not followed by a valid variable name character. Consider using ${} to delimit the name.")
        }
        return make(kind)
    }

    private func scanBraced(inString: Bool) -> Token {
        let open = pos
        pos += 1
        var flags: Token.Flags = .braced
        var closed = false
        while true {
            let c = bytes[pos]
            if c == UInt8(ascii: "}") { pos += 1; closed = true; break }
            if c == 0, pos >= limit {
                reportIncomplete(Extent(open, pos), "IncompleteDollarVariableReference",
                                 "${{variable}} reference starting is missing the closing '}}'.")
                break
            }
            if c == UInt8(ascii: "`") {
                flags.insert(.escaped)
                pos += 1
                if pos < limit { pos += scalar(at: pos).1 }
                continue
            }
            if c == UInt8(ascii: "{") {
                report(Extent(pos + 1, pos + 1), "OpenBraceNeedsToBeBackTickedInVariableName",
                       "The open brace '{' in a variable name must be preceded by a backtick '`'.")
            }
            if inString, case let n = doubleQuote(pos), n > 0, case let m = doubleQuote(pos + n), m > 0 {
                flags.insert(.escaped)
                pos += n + m
                continue
            }
            pos += 1
        }
        if closed, pos - open == 2 {
            report(Extent(pos - 1, pos), "EmptyVariableReference", "An empty ${} variable reference was found. A name is required inside the braces.")
        } else if closed, bytes[pos - 2] == UInt8(ascii: ":") {
            report(Extent(tokenStart, pos), "InvalidBracedVariableReference",
                   "The variable reference is not valid. The variable name is missing.")
        }
        if mode == .command, !inString, !endsWord(pos), bytes[pos] != UInt8(ascii: "."), bytes[pos] != UInt8(ascii: "[") {
            if !(bytes[pos] == UInt8(ascii: ":") && bytes[pos + 1] == UInt8(ascii: ":")) { return scanGeneric(from: tokenStart) }
        }
        return make(.variable, flags)
    }

    /// The name a variable token stands for, as written, without sigil and braces.
    func variablePath(_ t: Token) -> String {
        if !t.flags.contains(.braced) { return text(Int(t.start) + 1, Int(t.end)) }
        var end = Int(t.end)
        if end > Int(t.start) + 2, bytes[end - 1] == UInt8(ascii: "}") { end -= 1 }
        let start = Int(t.start) + 2
        if !t.flags.contains(.escaped) { return text(start, end) }
        let savedPos = pos
        let savedCount = scratch.count
        defer { pos = savedPos; scratch.count = savedCount }
        pos = start
        while pos < end {
            if bytes[pos] == UInt8(ascii: "`"), pos + 1 < end { pos += 1; appendEscape(); continue }
            if case let n = doubleQuote(pos), n > 0, case let m = doubleQuote(pos + n), m > 0 {
                scratch.append(bytes + pos, n)
                pos += n + m
                continue
            }
            scratch.append(bytes[pos])
            pos += 1
        }
        return scratch.string(savedCount, scratch.count)
    }
}
