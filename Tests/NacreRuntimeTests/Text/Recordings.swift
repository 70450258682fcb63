import Glibc

/// Recordings of the real program, where they are at hand: `NACRE_SHARED`, or `../shared` beside the package.
enum Recordings {
    static let folder: String = {
        if let path = getenv("NACRE_SHARED") { return String(cString: path) }
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(5).joined(separator: "/") + "/shared"
    }()

    /// Pairs of expression and answer; empty when the files are missing.
    static func pairs(_ name: String) -> [(expression: String, answer: String)] {
        guard let asked = lines("\(folder)/conformance/\(name).txt"),
              let answers = lines("\(folder)/conformance/\(name).expected") else { return [] }
        return Array(zip(asked, answers)).map { (expression: $0.0, answer: $0.1) }
    }

    private static func lines(_ path: String) -> [String]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes.split(separator: 10, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The text of a single-quoted literal at the start of `source`, and what follows it.
    static func quoted(_ source: Substring) -> (String, Substring)? {
        guard source.first == "'" else { return nil }
        var text = ""
        var rest = source.dropFirst()
        while let next = rest.first {
            rest = rest.dropFirst()
            if next != "'" { text.append(next); continue }
            guard rest.first == "'" else { return (text, rest) }
            text.append("'")
            rest = rest.dropFirst()
        }
        return nil
    }

    /// Format and literal of `'{0:F}' -f LITERAL` and `(LITERAL).ToString('F')`.
    static func formatting(_ expression: String) -> (literal: String, format: String)? {
        if expression.hasPrefix("'{0:"), let (text, rest) = quoted(expression[...]), text.hasSuffix("}"),
           rest.hasPrefix(" -f "), text.filter({ $0 == "{" }).count == 1 {
            return (String(rest.dropFirst(4)), String(text.dropFirst(3).dropLast()))
        }
        if expression.hasPrefix("("), let range = expression.range(of: ").ToString('") {
            let format = expression[expression.index(range.upperBound, offsetBy: -1)...]
            guard let (text, rest) = quoted(format), rest == ")" else { return nil }
            return (String(expression[expression.index(after: expression.startIndex)..<range.lowerBound]), text)
        }
        return nil
    }
}

extension String {
    /// First place of `text` (no Foundation here).
    func range(of text: String) -> Range<String.Index>? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
            at = index(after: at)
        }
        return nil
    }
}
