/// Reads a page line by line and gathers its code blocks.
struct MarkdownReader {
    private(set) var blocks: [CodeBlock] = []
    private var lines: [(text: String, indent: Int)] = []
    private var startLine = 0
    private var open = Open.none
    private var language = ""
    private var frontMatter = false
    /// What the line before was: a paragraph and an HTML block go on over indented lines.
    private var previous = Previous.blank
    /// The columns at which the contents of the open list items begin, outermost first.
    private var items: [Int] = []

    private enum Open { case none, indented(base: Int), fence(mark: Character, length: Int, indent: Int) }
    private enum Previous { case blank, paragraph, html, other }

    mutating func read(_ raw: String, _ number: Int) {
        if number == 1, raw == "---" { frontMatter = true; return }
        if frontMatter {
            if raw == "---" || raw == "..." { frontMatter = false }
            return
        }
        var quoted = Substring(raw), quoteWidth = 0
        while case let rest = quoted.drop(while: { $0 == " " }), rest.first == ">", quoted.count - rest.count < 4 {
            var after = rest.dropFirst()
            if after.first == " " { after = after.dropFirst() }
            quoteWidth += quoted.count - after.count
            quoted = after
        }
        if case .fence(let mark, let length, let indent) = open {
            readFence(quoted, quoteWidth, mark, length, indent)
            return
        }
        let blank = !quoted.contains { $0 != " " && $0 != "\t" }
        let column = indentation(quoted)
        if case .indented(let base) = open {
            if blank { lines.append(("", 0)); return }
            if column >= base + 4 { add(quoted, base + 4, quoteWidth); return }
            close()
        }
        if blank { previous = .blank; return }
        while let last = items.last, column < last, previous == .blank || listMarker(quoted) != nil { items.removeLast() }
        let base = items.last ?? 0
        let content = quoted.drop { $0 == " " || $0 == "\t" }
        if column < base + 4, let fence = fenceStart(content) {
            open = .fence(mark: fence.mark, length: fence.length, indent: column)
            language = fence.language
            startLine = number + 1
            return
        }
        if column >= base + 4, previous == .blank || previous == .other {
            open = .indented(base: base)
            language = ""
            startLine = number
            add(quoted, base + 4, quoteWidth)
            return
        }
        if let width = listMarker(quoted) {
            items.append(column + width)
            previous = .paragraph
            let rest = content.dropFirst(width)
            if let fence = fenceStart(rest) {
                open = .fence(mark: fence.mark, length: fence.length, indent: column + width)
                language = fence.language
                startLine = number + 1
            }
            return
        }
        if content.first == "<", previous != .paragraph, isTag(content) { previous = .html; return }
        if previous == .html { return }
        previous = content.first == "#" || isRule(content) ? .other : .paragraph
    }

    mutating func finish() { close() }

    private mutating func readFence(_ line: Substring, _ quoteWidth: Int, _ mark: Character, _ length: Int, _ indent: Int) {
        let content = line.drop { $0 == " " }
        let run = content.prefix { $0 == mark }.count
        if run >= length, line.count - content.count < indent + 4, !content.dropFirst(run).contains(where: { $0 != " " && $0 != "\t" }) {
            close()
            previous = .other
            return
        }
        add(line, indent, quoteWidth)
    }

    /// Adds a line of code without up to `columns` columns of white space.
    private mutating func add(_ line: Substring, _ columns: Int, _ quoteWidth: Int) {
        var rest = line, column = 0
        while column < columns, let c = rest.first, c == " " || c == "\t" {
            column = c == "\t" ? (column / 4 + 1) * 4 : column + 1
            rest = rest.dropFirst()
        }
        lines.append((String(rest), line.count - rest.count + quoteWidth))
    }

    private mutating func close() {
        var fenced = false
        switch open {
        case .none: return
        case .indented: while lines.last?.text.isEmpty == true { lines.removeLast() }
        case .fence: fenced = true
        }
        open = .none
        var text = ""
        for l in lines { text += l.text; text += "\n" }
        blocks.append(CodeBlock(language: language, isFenced: fenced, text: text, startLine: startLine, indents: lines.isEmpty ? [0] : lines.map(\.indent)))
        lines = []
        previous = .other
    }

    private func indentation(_ line: Substring) -> Int {
        var column = 0
        for c in line {
            if c == " " { column += 1 } else if c == "\t" { column = (column / 4 + 1) * 4 } else { break }
        }
        return column
    }

    private func fenceStart(_ content: Substring) -> (mark: Character, length: Int, language: String)? {
        guard let mark = content.first, mark == "`" || mark == "~" else { return nil }
        let length = content.prefix { $0 == mark }.count
        let info = content.dropFirst(length)
        if length < 3 || (mark == "`" && info.contains("`")) { return nil }
        let word = info.drop { $0 == " " || $0 == "{" || $0 == "." }.prefix { $0 != " " && $0 != "\t" && $0 != "}" && $0 != "," }
        return (mark, length, word.lowercased())
    }

    /// The width of `- `, `* `, `+ `, `1. ` at the line's start (white space after it included), or nil.
    private func listMarker(_ line: Substring) -> Int? {
        let content = line.drop { $0 == " " || $0 == "\t" }
        var rest = content
        if let c = rest.first, c == "-" || c == "*" || c == "+" { rest = rest.dropFirst() } else {
            let digits = rest.prefix { $0 >= "0" && $0 <= "9" }.count
            if digits == 0 || digits > 9 { return nil }
            rest = rest.dropFirst(digits)
            guard let c = rest.first, c == "." || c == ")" else { return nil }
            rest = rest.dropFirst()
        }
        let spaces = rest.prefix { $0 == " " }.count
        if spaces == 0 { return rest.isEmpty ? content.count - rest.count + 1 : nil }
        if isRule(content) { return nil }
        return content.count - rest.count + (spaces > 4 ? 1 : spaces)
    }

    private func isRule(_ content: Substring) -> Bool {
        guard let c = content.first, c == "-" || c == "*" || c == "_" || c == "=" else { return false }
        return content.filter { $0 == c }.count >= 3 && content.allSatisfy { $0 == c || $0 == " " }
    }

    /// `<div …`, `</div>`, `<!--`: an HTML block. Autolinks and inline tags in a sentence are no concern of ours.
    private func isTag(_ content: Substring) -> Bool {
        guard let c = content.dropFirst().first else { return false }
        return c == "/" || c == "!" || c == "?" || (c.isASCII && c.isLetter && !content.hasPrefix("<http"))
    }
}
