import NacreSyntax

/// The text of an error at the console, by `$ErrorView`: ConciseView, NormalView, CategoryView.
///
/// Concise: `Get-Item: script.ps1:3`, the line with what failed underlined, the message wrapped at the console's width. Errors of
/// code that has no file show the message alone.
public struct ErrorView {
    private let m: Machine
    public init(_ m: Machine) { self.m = m }

    /// The text, ended by a line end.
    public func text(of r: ErrorRecord) -> String {
        switch m.lookup(WellKnownNames.errorView).map({ m.str($0).string.lowercased() }) {
        case "categoryview"?: return ErrorView.category(of: r, m) + "\n"
        case "normalview"?, "detailedview"?: return normal(r)
        default: return concise(r)
        }
    }

    /// `ObjectNotFound: (x:String) [Get-Item], ItemNotFoundException`
    public static func category(of r: ErrorRecord, _ m: Machine) -> String {
        let target = r.targetName ?? (r.target.isNull ? "" : shortened(m.str(r.target).string))
        let type = r.targetTypeName ?? (r.target.isNull ? "" : r.target.unwrapped.type.name)
        return "\(r.category.rawValue): (\(target):\(type)) [\(r.activity)], \(r.reason ?? r.exception.exceptionType.name)"
    }
    private static func shortened(_ s: String) -> String {
        let u = Array(s.utf16)
        if u.count <= 40 { return s }
        return String(decoding: u[..<19], as: UTF16.self) + "\u{2026}" + String(decoding: u[(u.count - 19)...], as: UTF16.self)
    }

    /// Whether the error shows the place it happened at.
    private func showsPlace(_ r: ErrorRecord) -> Bool {
        guard let p = r.position else { return false }
        return p.source.path != nil || r.category == .parserError
    }

    private func concise(_ r: ErrorRecord) -> String {
        let color = m.session.host.hasColor
        let red = color ? "\u{1B}[31;1m" : "", accent = color ? "\u{1B}[36;1m" : "", reset = color ? "\u{1B}[0m" : ""
        let reason = reason(r)
        let message = ErrorView.withoutPlace(r)
        guard showsPlace(r), let p = r.position else { return "\(red)\(reason): \(red)\(message)\(reset)\n" }
        let at = p.source.position(p.extent.start)
        let number = String(at.line)
        let indent = String(repeating: " ", count: max(0, number.count - 4))
        let (line, from, length) = SourceExcerpt(p).line
        var out = "\(red)\(reason): \(reset)"
        out += p.source.path.map { "\($0):\(number)" } ?? ""
        out += "\n\(accent)\(indent)Line |\n"
        let shown: String
        if color, length < line.count {
            let chars = Array(line)
            let a = min(from, chars.count), b = min(from + length, chars.count)
            shown = String(chars[..<a]) + accent + String(chars[a..<b]) + reset + String(chars[b...])
        } else { shown = line }
        out += "\(accent)\(String(repeating: " ", count: max(0, 4 - number.count)))\(number) | \(reset) \(shown)\n"
        let prefix = indent + "     | "
        out += "\(accent)\(prefix)\(red) \(String(repeating: " ", count: from))\(String(repeating: "~", count: max(1, length)))\n"
        let lines = wrapped(message, prefix: prefix)
        out += lines.map { "\(accent)\(prefix)\(red)\($0)\n" }.joined()
        return out + reset
    }

    /// The message on one line, broken at spaces where it is wider than the console.
    private func wrapped(_ message: String, prefix: String) -> [String] {
        var text = ""
        for c in message.unicodeScalars where c != "\r" { text.unicodeScalars.append(c == "\n" || c == "\t" ? " " : c) }
        let width = m.session.host.width - prefix.count
        var rest = Array(text)
        var lines: [String] = []
        while rest.count > width, width > 0 {
            let head = rest[..<width]
            guard let cut = head.lastIndex(of: " "), cut > 0 else { break }
            lines.append(String(rest[..<cut]))
            rest = Array(rest[cut...].drop { $0 == " " })
        }
        lines.append(String(rest))
        return lines
    }

    /// What stands before the colon: the command, `Exception` for `throw`, else the category or the exception's type.
    private func reason(_ r: ErrorRecord) -> String {
        if r.category == .parserError { return "ParserError" }
        if r.isThrown, r.exception.exceptionType === TypeRef.runtimeException { return "Exception" }
        if let c = r.command { return c.name }
        if !r.activity.isEmpty { return r.activity }
        if r.exception.exceptionType === TypeRef.commandNotFoundException { return m.str(r.target).string }
        if r.category != .notSpecified { return r.category.rawValue }
        return r.reason ?? r.exception.exceptionType.name
    }

    /// The message; that of a parse error without the place it begins with.
    private static func withoutPlace(_ r: ErrorRecord) -> String {
        guard r.exception.exceptionType === TypeRef.parseException, r.message.hasPrefix("At ") else { return r.message }
        let lines = r.message.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.count > 3 ? lines[3...].joined(separator: "\n") : r.message
    }

    /// `At file.ps1:3 char:5`, the line, and what is meant underlined.
    static func positionMessage(_ p: ScriptPosition) -> String {
        let at = p.source.position(p.extent.start)
        let (line, from, length) = SourceExcerpt(p).line
        return (p.source.path.map { "At \($0):\(at.line) char:\(at.column)\n" } ?? "At line:\(at.line) char:\(at.column)\n")
            + "+ \(line)\n+ \(String(repeating: " ", count: from))\(String(repeating: "~", count: max(1, length)))"
    }

    private func normal(_ r: ErrorRecord) -> String {
        let name = r.command?.name ?? r.activity
        var out = (name.isEmpty ? "" : name + " : ") + r.message + "\n"
        if let p = r.position { out += ErrorView.positionMessage(p) + "\n" }
        out += "+ CategoryInfo          : \(ErrorView.category(of: r, m))\n+ FullyQualifiedErrorId : \(r.fullyQualifiedId)\n"
        return out
    }
}

/// The line of a position, cut to 69 characters around what is marked, as position messages show it.
struct SourceExcerpt {
    private let position: ScriptPosition
    init(_ p: ScriptPosition) { position = p }
    static let limit = 69

    /// The text, and the place and length of the mark in it.
    var line: (text: String, from: Int, length: Int) {
        let source = position.source, e = position.extent
        let bytes = source.bytes
        var lineStart = Int(e.start), lineEnd = Int(e.start)
        while lineStart > 0, bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
        while lineEnd < bytes.count, bytes[lineEnd] != 0x0A, bytes[lineEnd] != 0x0D { lineEnd += 1 }
        func characters(_ a: Int, _ b: Int) -> [Character] { Array(source.text(Extent(start: Int32(a), end: Int32(b)))).flatMap { $0 == "\t" ? Array("    ") : [$0] } }
        var text = characters(lineStart, lineEnd)
        while let c = text.last, c == " " || c == "\r" { text.removeLast() }
        var from = characters(lineStart, Int(e.start)).count
        var length = characters(Int(e.start), min(Int(e.end), lineEnd)).count
        from = min(from, text.count)
        length = min(length, max(0, text.count - from))
        let limit = SourceExcerpt.limit
        guard text.count > limit else { return (String(text), from, max(1, length)) }
        var first = from
        if length >= limit {
            length = limit
        } else {
            let room = limit - length, after = text.count - from - length
            // Eight characters after the mark are enough; what is before it is worth more.
            let tail = min(after, 8)
            var before = min(from, room - tail)
            if before < 0 || from <= room - tail { before = min(from, room) }
            first = max(0, min(from - before, text.count - limit))
        }
        let last = min(text.count, first + limit)
        var shown = String(text[first..<last])
        var place = from - first
        if first > 0 { shown = "\u{2026} " + shown; place += 2 }
        if last < text.count { shown += " \u{2026}" }
        return (shown, place, max(1, length))
    }
}
