import Foundation

/// Reads grammar/powershell.ebnf and makes random sentences of it.
struct Grammar {
    indirect enum Node { case literal(String), name(String), special(String), glue, optional(Node), many(Node), sequence([Node]), choice([Node]) }
    private(set) var productions: [String: Node] = [:]
    private(set) var order: [String] = []

    init(_ text: String) {
        var reader = Reader(text)
        while let name = reader.word() {
            guard reader.take("=") else { break }
            productions[name] = reader.choice()
            order.append(name)
            guard reader.take(";") else { break }
        }
    }

    private struct Reader {
        private let s: [Character]
        private var i = 0
        init(_ t: String) { s = Array(t) }
        private mutating func blanks() {
            while i < s.count {
                if s[i].isWhitespace { i += 1 } else if s[i] == "(", i + 1 < s.count, s[i + 1] == "*" {
                    while i + 1 < s.count, !(s[i] == "*" && s[i + 1] == ")") { i += 1 }
                    i += 2
                } else { return }
            }
        }
        mutating func take(_ c: Character) -> Bool {
            blanks()
            if i < s.count, s[i] == c { i += 1; return true }
            return false
        }
        private mutating func until(_ c: Character) -> String {
            var t = ""
            while i < s.count, s[i] != c { t.append(s[i]); i += 1 }
            i += 1
            return t
        }
        mutating func word() -> String? {
            blanks()
            var t = ""
            while i < s.count, s[i].isLetter || s[i] == "-" || s[i].isNumber { t.append(s[i]); i += 1 }
            return t.isEmpty ? nil : t
        }
        mutating func choice() -> Node {
            var all = [sequence()]
            while take("|") { all.append(sequence()) }
            return all.count == 1 ? all[0] : .choice(all)
        }
        private mutating func sequence() -> Node {
            var all: [Node] = []
            while true {
                if take(",") { continue }
                if take("~") { all.append(.glue); continue }
                guard let n = term() else { return .sequence(all) }
                all.append(n)
            }
        }
        private mutating func term() -> Node? {
            if take("\"") { return .literal(until("\"")) }
            if take("'") { return .literal(until("'")) }
            if take("?") { return .special(until("?").trimmingCharacters(in: .whitespaces)) }
            if take("[") { let n = choice(); _ = take("]"); return .optional(n) }
            if take("{") { let n = choice(); _ = take("}"); return .many(n) }
            if take("(") { let n = choice(); _ = take(")"); return n }
            return word().map { .name($0) }
        }
    }
}

struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Makes sentences; deep in the tree it takes the shortest way out.
struct Sentences {
    let grammar: Grammar
    var random: SeededGenerator
    private var out = "", glued = true, names = 0
    private var depths: [String: Int] = [:]

    init(_ grammar: Grammar, seed: UInt64) {
        self.grammar = grammar
        random = SeededGenerator(state: seed)
        // How deep the shallowest derivation of each production is.
        for name in grammar.order { depths[name] = 1000 }
        var changed = true
        while changed {
            changed = false
            for name in grammar.order {
                let d = 1 + depth(grammar.productions[name] ?? .sequence([]))
                if d < depths[name] ?? 1000 { depths[name] = d; changed = true }
            }
        }
    }

    private func depth(_ n: Grammar.Node) -> Int {
        switch n {
        case .literal, .special, .glue, .optional, .many: 0
        case .name(let s): s == "NL" ? 0 : depths[s] ?? 0
        case .sequence(let all): all.map(depth).max() ?? 0
        case .choice(let all): all.map(depth).min() ?? 0
        }
    }

    mutating func sentence(_ start: String = "script") -> String {
        out = ""
        glued = true
        write(.name(start), 0)
        return out
    }

    private mutating func put(_ s: String) {
        if !glued { out += " " }
        out += s
        glued = false
    }

    private mutating func write(_ n: Grammar.Node, _ level: Int) {
        switch n {
        case .glue: glued = true
        case .literal(let s): put(s)
        case .special(let s): put(sample(s))
        case .name("NL"): out += "\n"; glued = true
        case .name(let s): write(grammar.productions[s] ?? .special(s), level + 1)
        case .optional(let n): if Int.random(in: 0..<(4 + level / 2), using: &random) < 2 { write(n, level) }
        case .many(let n):
            var more = 3
            while more > 0, Int.random(in: 0..<(4 + level / 2), using: &random) < 2 { write(n, level); more -= 1 }
        case .sequence(let all): for n in all { write(n, level) }
        case .choice(let all):
            let best = all.map(depth).min() ?? 0
            let open = level > 22 ? all.filter { depth($0) == best } : all
            if let n = open.randomElement(using: &random) { write(n, level) }
        }
    }

    private mutating func sample(_ words: String) -> String {
        func pick(_ all: String...) -> String { all.randomElement(using: &random) ?? "" }
        names += 1
        if words.hasPrefix("a letter") { return pick("name", "Value", "_x", "größe") + String(names) }
        if words.hasPrefix("a bare word such") { return pick("Get-Thing", "Write-Output", "echo", "./tool.sh", "Select-Object") }
        if words.hasPrefix("a bare word that") { return pick("red", "a*", "x.y") }
        if words.hasPrefix("a bare word") { return pick("Get-It", "f", "Test-All") + String(names) }
        if words.hasPrefix("a word") { return pick("word", "*.txt", "a/b", "x=1", "a-b", "1a", "C:\\x") }
        if words.hasPrefix("letters, digits") { return pick("int", "string", "System.Text.Encoding", "Foo+Bar") }
        if words.hasPrefix("a name of") { return pick("System.Core", "System.Xml") }
        if words.hasPrefix("any text with") { return pick("a b", "x`}y", "1") }
        if words.hasPrefix("decimal") { return pick("0", "42", "0xFF", "0b101", "7l", "3uy", "1kb", "12n", "5d", "2mb") + "" }
        if words.hasPrefix("digits with") { return pick("1.5", "2e3", ".5", "1.5d", "3.25kb") }
        if words.hasPrefix("text, a quote") { return pick("", "text", "it''s", "$x \"y\"") }
        if words.hasPrefix("text and escapes") { return pick("text ", "`n", "`u{1F600}", "a\"\"b ", "`$") }
        if words == "a blank" { return " " }
        if words.hasPrefix("@'") { return pick("@'\none\n'@", "@\"\none $two\n\"@") }
        return "x"
    }
}
