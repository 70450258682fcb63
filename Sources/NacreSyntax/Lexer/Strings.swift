extension ScriptParser {
    /// Appends to `scratch` what the escape at `pos` (the character after the backtick) stands for.
    func appendEscape() {
        let b = bytes[pos]
        pos += 1
        switch b {
        case UInt8(ascii: "n"): scratch.append(0x0A)
        case UInt8(ascii: "t"): scratch.append(0x09)
        case UInt8(ascii: "r"): scratch.append(0x0D)
        case UInt8(ascii: "0"): scratch.append(0x00)
        case UInt8(ascii: "a"): scratch.append(0x07)
        case UInt8(ascii: "b"): scratch.append(0x08)
        case UInt8(ascii: "e"): scratch.append(0x1B)
        case UInt8(ascii: "f"): scratch.append(0x0C)
        case UInt8(ascii: "v"): scratch.append(0x0B)
        case UInt8(ascii: "u"): appendUnicodeEscape()
        case 0x0D:
            scratch.append(b)
            if bytes[pos] == 0x0A { scratch.append(0x0A); pos += 1 }
        default:
            pos -= 1
            let n = scalar(at: pos).1
            scratch.append(bytes + pos, n)
            pos += n
        }
    }

    /// `` `u{1F600} ``: one to six hexadecimal digits up to 10FFFF.
    private func appendUnicodeEscape() {
        let start = pos - 2
        func bad(_ extent: Extent, _ id: String, _ message: String) { report(extent, id, message) }
        guard bytes[pos] == UInt8(ascii: "{") else {
            bad(Extent(start, pos), "InvalidUnicodeEscapeSequence", "The Unicode escape sequence is not valid. A valid sequence is `u{ followed by one to six hex digits and a closing '}'.")
            return scratch.append("\u{FFFD}")
        }
        var p = pos + 1, value: UInt32 = 0, digits = 0
        while has(p, CharacterTable.hex), digits < 7 {
            let d = bytes[p]
            value = value << 4 | UInt32(d <= 0x39 ? d - 0x30 : d.lowered - 0x57)
            digits += 1
            p += 1
        }
        let close = bytes[p] == UInt8(ascii: "}")
        pos = p + (close && digits <= 6 ? 1 : 0)
        if p >= limit {
            report(Extent(start, pos), "IncompleteString", "Incomplete string token.", incomplete: true)
        } else if digits > 6 {
            bad(Extent(pos, pos), "TooManyDigitsInUnicodeEscapeSequence", "The Unicode escape sequence contains more than the maximum of six hex digits between braces.")
        } else if !close {
            bad(Extent(pos, pos), "MissingUnicodeEscapeSequenceTerminator", "The Unicode escape sequence is missing the closing '}'.")
        } else if digits == 0 {
            bad(Extent(start, pos), "InvalidUnicodeEscapeSequence", "The Unicode escape sequence is not valid. A valid sequence is `u{ followed by one to six hex digits and a closing '}'.")
        } else if value > 0x10FFFF {
            bad(Extent(start, pos), "InvalidUnicodeEscapeSequenceValue", "The Unicode escape sequence value is out of range. The maximum value is 0x10FFFF.")
        } else {
            return scratch.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        scratch.append("\u{FFFD}")
    }

    /// Reads up to the closing single quote, `pos` being after the opening one; appends the text.
    func scanSingleQuoted() {
        var run = pos
        while true {
            let b = bytes[pos]
            if b == 0, pos >= limit {
                scratch.append(bytes + run, pos - run)
                return reportUnterminated("'")
            }
            let n = singleQuote(pos)
            if n == 0 { pos += 1; continue }
            let m = singleQuote(pos + n)
            if m == 0 {
                scratch.append(bytes + run, pos - run)
                pos += n
                return
            }
            scratch.append(bytes + run, pos + n - run)
            pos += n + m
            run = pos
        }
    }

    private func reportUnterminated(_ terminator: String) {
        reportIncomplete(Extent(tokenStart, pos), "TerminatorExpectedAtEndOfString",
                         "The string is missing the terminator: \(terminator).")
    }

    func scanStringLiteral() -> Token {
        let open = singleQuote(pos)
        pos += open
        // Fast: no doubled quote.
        var p = pos
        while true {
            let b = bytes[p]
            if b == 0x27 {
                if singleQuote(p + 1) > 0 { break }
                pos = p + 1
                return make(.stringLiteral)
            }
            if b == 0xE2 || b == 0 { break }
            p += 1
        }
        scratch.count = 0
        scanSingleQuoted()
        pendingText = scratch.string(0, scratch.count)
        pendingStart = Int32(tokenStart)
        return make(.stringLiteral, .resolved)
    }

    func beginParts() {
        if !pendingParts.isEmpty { pendingParts.removeAll(keepingCapacity: true) }
    }
    func flushPart(_ partStart: inout Int) {
        if scratch.count > partStart { pendingParts.append(.text(scratch.string(partStart, scratch.count))) }
        partStart = scratch.count
    }
    /// Makes the token whose text (and nested parts, if any) has been gathered.
    func finishParts(_ partStart: Int, start: Int, plain: TokenKind) -> Token {
        var partStart = partStart
        tokenStart = start
        pendingStart = Int32(start)
        pendingText = scratch.string(0, scratch.count)
        if pendingParts.isEmpty { return make(plain, .resolved) }
        flushPart(&partStart)
        return make(plain, .expandable)
    }

    /// The length of a double quote at `offset`; in a subexpression of a string a doubled one is one.
    @inline(__always) private func quoteUnit(_ offset: Int) -> Int {
        let n = doubleQuote(offset)
        if n > 0, doublesQuotes, case let m = doubleQuote(offset + n), m > 0 { return n + m }
        return n
    }

    func scanStringExpandable() -> Token {
        let start = pos
        pos += quoteUnit(pos)
        // Fast: nothing to resolve.
        if !doublesQuotes {
            var p = pos
            while true {
                let b = bytes[p]
                if b == 0x22 {
                    if doubleQuote(p + 1) > 0 { break }
                    pos = p + 1
                    return make(.stringLiteral)
                }
                if b == 0xE2 || b == 0 || b == UInt8(ascii: "$") || b == UInt8(ascii: "`") { break }
                p += 1
            }
        }
        scratch.count = 0
        beginParts()
        var partStart = 0
        scanDoubleQuoted(&partStart, outerStart: start)
        let t = finishParts(partStart, start: start, plain: .stringLiteral)
        if t.flags.contains(.expandable) { return make(.stringExpandable, .expandable) }
        return t
    }

    /// Reads up to the closing double quote, `pos` being after the opening one.
    func scanDoubleQuoted(_ partStart: inout Int, outerStart: Int) {
        while true {
            let run = pos
            while true {
                let b = bytes[pos]
                if b == 0x22 || b == UInt8(ascii: "$") || b == UInt8(ascii: "`") || b == 0xE2 || b == 0 { break }
                pos += 1
            }
            scratch.append(bytes + run, pos - run)
            let b = bytes[pos]
            if b == 0, pos >= limit { tokenStart = outerStart; return reportUnterminated("\"") }
            if b == UInt8(ascii: "`"), pos + 1 < limit {
                pos += 1
                appendEscape()
            } else if b == UInt8(ascii: "$"), scanNested(&partStart, hereString: false) {
                continue
            } else if case let n = quoteUnit(pos), n > 0 {
                pos += n
                let m = quoteUnit(pos)
                if m == 0 { return }
                scratch.append(bytes + pos, doubleQuote(pos))
                pos += m
            } else {
                let n = scalar(at: pos).1
                scratch.append(bytes + pos, n)
                pos += n
            }
        }
    }

    /// A variable or subexpression at the `$` at `pos`: adds a part, or returns false and stays.
    func scanNested(_ partStart: inout Int, hereString: Bool) -> Bool {
        let dollar = pos
        let savedStart = tokenStart
        let c = bytes[pos + 1]
        defer { tokenStart = savedStart }
        if c == UInt8(ascii: "(") {
            flushPart(&partStart)
            tokenStart = dollar
            pos += 2
            scanSubexpression(hereString: hereString)
            pendingParts.append(.subexpression(start: dollar, end: pos))
        } else if c == UInt8(ascii: "{") || c.has(CharacterTable.variable, table) || (c >= 0x80 && Scalars.isLetterOrDigit(scalar(at: pos + 1).0)) {
            tokenStart = dollar
            pos += 1
            let t = scanVariable(splatted: false, inString: true)
            guard t.kind == .variable else { pos = dollar; return false }
            flushPart(&partStart)
            pendingParts.append(.variable(t))
        } else {
            return false
        }
        scratch.append(bytes + dollar, pos - dollar)
        partStart = scratch.count
        return true
    }

    /// Finds the end of `$(…)` in a string by counting parentheses.
    private func scanSubexpression(hereString: Bool) {
        var open = 1
        while true {
            let b = bytes[pos]
            switch b {
            case UInt8(ascii: "("): open += 1
            case UInt8(ascii: ")"):
                open -= 1
                if open == 0 { pos += 1; return }
            case 0:
                if pos >= limit {
                    reportIncomplete(Extent(tokenStart, pos), "IncompleteDollarSubexpressionReference",
                                     "$(subexpression) is missing the closing ')'.")
                    return
                }
            default: break
            }
            pos += 1
        }
    }
}
