/// A replacement pattern of .NET: `$1 ${name} $& $$ $` $' $+ $_`. What names no group stands for itself.
struct RegexReplacement {
    enum Part { case text(Str), group(Int), before, after, whole }
    private(set) var parts: [Part] = []
    /// The whole replacement where nothing is substituted.
    var literal: Str? {
        if parts.isEmpty { return .empty }
        if parts.count == 1, case .text(let s) = parts[0] { return s }
        return nil
    }

    init(_ s: Str, _ program: RegexProgram) {
        var text = TextBuilder()
        func flush(_ parts: inout [Part]) { if text.count > 0 { parts.append(.text(text.finish())); text = TextBuilder() } }
        var i = 0
        while i < s.count {
            let c = s[i]
            guard c == 36, i + 1 < s.count else { text.append(unit: c); i += 1; continue }
            let n = s[i + 1]
            var part: Part?, next = i + 2
            switch n {
            case 36: text.append(byte: 36); i = next; continue
            case 38: part = .group(0)
            case 96: part = .before
            case 39: part = .after
            case 43: part = .group(program.groups.count - 1)
            case 95: part = .whole
            case 48...57:
                var j = i + 1, number = 0
                while j < s.count, Unit.isDigit(s[j]), number < 100_000_000 { number = number * 10 + Int(s[j] - 48); j += 1 }
                if let g = program.groupIndex(number: number) { part = .group(g); next = j }
            case 123:
                var j = i + 2
                while j < s.count, s[j] != 125 { j += 1 }
                if j < s.count, let g = program.groupIndex(named: s.slice(i + 2, j - i - 2).string) { part = .group(g); next = j + 1 }
            default: break
            }
            if let part { flush(&parts); parts.append(part); i = next } else { text.append(byte: 36); i += 1 }
        }
        flush(&parts)
    }

    /// Appends the replacement of the program's last match.
    func append(_ program: RegexProgram, _ s: Str, to b: inout TextBuilder) {
        for p in parts {
            switch p {
            case .text(let t): b.append(t)
            case .group(let g):
                let (start, length) = program.span(g)
                if start >= 0 { b.append(s, start, length) }
            case .before: b.append(s, 0, program.start(of: 0))
            case .after:
                let end = program.start(of: 0) + program.length(of: 0)
                b.append(s, end, s.count - end)
            case .whole: b.append(s)
            }
        }
    }
}

extension Machine {
    /// Replaces matches by a replacement pattern, at most `count` of them (-1: all).
    public func replace(_ s: Str, _ program: RegexProgram, with pattern: Str, count: Int = -1, from: Int = 0) throws -> Str {
        let engine = session.regexes
        guard count != 0, try program.search(s, from: from, engine) else { return s }
        let replacement = RegexReplacement(pattern, program)
        let literal = replacement.literal
        var b = TextBuilder(capacity: s.count + 16)
        var at = 0, left = count
        while true {
            let (start, length) = program.span(0)
            b.append(s, at, start - at)
            if let literal { b.append(literal) } else { replacement.append(program, s, to: &b) }
            at = start + length
            left -= 1
            let next = length == 0 ? at + 1 : at
            if left == 0 || next > s.count { break }
            if try !program.search(s, from: next, engine) { break }
        }
        b.append(s, at, s.count - at)
        return b.finish()
    }
    /// Replaces matches by what a function makes of each.
    public func replace(_ s: Str, _ program: RegexProgram, count: Int = -1, from: Int = 0, by evaluate: (RegexMatchValue) throws -> Str) throws -> Str {
        let engine = session.regexes
        guard count != 0, try program.search(s, from: from, engine) else { return s }
        var b = TextBuilder(capacity: s.count + 16)
        var at = 0, left = count
        while true {
            let match = RegexMatchValue(program, s)
            b.append(s, at, match.index - at)
            b.append(try evaluate(match))
            at = match.index + match.length
            left -= 1
            if left == 0 || match.next > s.count { break }
            if try !program.search(s, from: match.next, engine) { break }
        }
        b.append(s, at, s.count - at)
        return b.finish()
    }

    /// Takes a text apart at matches, captures between the pieces; at most `count` pieces (0: all).
    public func split(_ s: Str, _ program: RegexProgram, count: Int = 0, from: Int = 0) throws -> [Str] {
        let engine = session.regexes
        guard count != 1, try program.search(s, from: from, engine) else { return [s] }
        var pieces: [Str] = [], at = 0, splits = 0
        while true {
            let (start, length) = program.span(0)
            pieces.append(s.slice(at, start - at))
            at = start + length
            if program.groups.count > 1 {
                for g in 1..<program.groups.count {
                    let (a, n) = program.span(g)
                    if a >= 0 { pieces.append(s.slice(a, n)) }
                }
            }
            let next = length == 0 ? at + 1 : at
            if count > 0 {
                // Captures do not count.
                splits += 1
                if splits >= count - 1 { break }
            }
            if next > s.count { break }
            if try !program.search(s, from: next, engine) { break }
        }
        pieces.append(s.slice(at, s.count - at))
        return pieces
    }
}
