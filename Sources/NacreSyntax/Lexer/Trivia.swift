extension ScriptParser {
    func scanLineComment() {
        let start = pos
        var p = pos + 1
        while true {
            let b = bytes[p]
            if b == 0x0A || b == 0x0D || (b == 0 && p >= limit) { break }
            p += 1
        }
        pos = p
        collector?.addComment(start, p)
        if p - start >= 9, isRequires(start + 1) { noteRequires(start, p) }
    }

    /// `requires` and white space or the end after the `#`.
    private func isRequires(_ p: Int) -> Bool {
        let word: StaticString = "requires"
        for i in 0..<8 where bytes[p + i].lowered != word.utf8Start[i] { return false }
        return has(p + 8, CharacterTable.white) || bytes[p + 8] == UInt8(ascii: "`") || bytes[p + 8] == 0x0A || bytes[p + 8] == 0x0D || bytes[p + 8] == 0
    }

    func scanBlockComment() {
        let start = pos
        var p = pos + 2
        while true {
            let b = bytes[p]
            if b == UInt8(ascii: "#"), bytes[p + 1] == UInt8(ascii: ">") { pos = p + 2; break }
            if b == 0, p >= limit {
                pos = p
                reportIncomplete(Extent(start, p), "MissingTerminatorMultiLineComment",
                                 "The terminator '#>' is missing from the multiline comment.")
                break
            }
            p += 1
        }
        collector?.addComment(start, pos)
    }

    /// True where nothing but white space and comments comes after `offset`, on the same line.
    func onlyTriviaFollows(_ offset: Int) -> Bool {
        var p = offset
        while p < limit {
            let b = bytes[p]
            if b == UInt8(ascii: "#") {
                while p < limit, bytes[p] != 0x0A, bytes[p] != 0x0D { p += 1 }
            } else if b == UInt8(ascii: "<"), bytes[p + 1] == UInt8(ascii: "#") {
                p += 2
                while p < limit, !(bytes[p] == UInt8(ascii: "#") && bytes[p + 1] == UInt8(ascii: ">")) { p += 1 }
                p = min(p + 2, limit)
            } else if b == 0x0A || b == 0x0D {
                return false
            } else {
                let (s, n) = scalar(at: p)
                if !Scalars.isWhite(s) { return false }
                p += n
            }
        }
        return true
    }
}
