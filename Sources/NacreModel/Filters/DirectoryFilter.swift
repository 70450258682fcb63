import NacreSchema

/// An LDAP search filter (RFC 4515): `(&(department=Finance)(!(l=Redmond)))`; the outermost parentheses may be missing, as the directory allows.
public indirect enum DirectoryFilter: Equatable, Sendable {
    case and([DirectoryFilter]), or([DirectoryFilter]), not(DirectoryFilter)
    /// `=` with `*` as the wildcard, `>=`, `<=`, `~=` (taken as `=`).
    case compare(attribute: String, String, value: String)

    public init(_ text: String) throws(ModelError) {
        var parser = DirectoryFilterParser(text)
        self = try parser.document()
    }

    /// Whether an object fits. `value` gives an attribute's values; one that the object lacks fits nothing but a negation.
    public func matches(_ value: (String) -> [String]) -> Bool {
        switch self {
        case .and(let all): all.allSatisfy { $0.matches(value) }
        case .or(let any): any.contains { $0.matches(value) }
        case .not(let inner): !inner.matches(value)
        case .compare(let attribute, let comparison, let wanted):
            value(attribute).contains { actual in
                let a = foldedCase(actual), b = foldedCase(wanted)
                return switch comparison {
                case ">=": a >= b
                case "<=": a <= b
                default: Self.fits(a, b)
                }
            }
        }
    }

    /// Only `*` is a wildcard here.
    private static func fits(_ text: String, _ pattern: String) -> Bool {
        guard pattern.contains("*") else { return text == pattern }
        return Wildcard(pattern.map { $0 == "?" || $0 == "[" || $0 == "`" ? "`" + String($0) : String($0) }.joined()).matches(text)
    }
}

struct DirectoryFilterParser {
    private let text: [Character]
    private var at = 0
    private var depth = 0
    init(_ text: String) { self.text = Array(text) }

    mutating func document() throws(ModelError) -> DirectoryFilter {
        space()
        let filter = peek == "(" ? try group() : try body()
        space()
        guard at == text.count else { throw error("\"\(String(text[at...]))\" is left over") }
        return filter
    }

    private mutating func group() throws(ModelError) -> DirectoryFilter {
        depth += 1
        defer { depth -= 1 }
        guard depth < 200 else { throw error("it is nested too deeply") }
        at += 1
        let filter = try body()
        space()
        guard peek == ")" else { throw error("a \")\" is missing") }
        at += 1
        return filter
    }

    private mutating func body() throws(ModelError) -> DirectoryFilter {
        space()
        switch peek {
        case "&": at += 1; return .and(try groups())
        case "|": at += 1; return .or(try groups())
        case "!":
            at += 1
            space()
            return .not(peek == "(" ? try group() : try body())
        default: return try comparison()
        }
    }

    private mutating func groups() throws(ModelError) -> [DirectoryFilter] {
        var out: [DirectoryFilter] = []
        space()
        while peek == "(" { out.append(try group()); space() }
        guard !out.isEmpty else { throw error("a \"(\" is needed") }
        return out
    }

    private mutating func comparison() throws(ModelError) -> DirectoryFilter {
        var attribute = ""
        while let c = peek, c != "=", c != ">", c != "<", c != "~", c != "(", c != ")" { attribute.append(c); at += 1 }
        attribute = attribute.split(separator: " ").joined(separator: " ")
        var sign = ""
        while let c = peek, c == "=" || c == ">" || c == "<" || c == "~" { sign.append(c); at += 1 }
        guard !attribute.isEmpty, ["=", ">=", "<=", "~="].contains(sign) else { throw error("an attribute and =, >= or <= are needed") }
        var value = ""
        while let c = peek, c != ")", c != "(" { value.append(c); at += 1 }
        return .compare(attribute: attribute, sign, value: trimmed(value))
    }

    private func trimmed(_ s: String) -> String {
        var part = s[...]
        while part.first == " " { part.removeFirst() }
        while part.last == " " { part.removeLast() }
        return String(part)
    }
    private var peek: Character? { at < text.count ? text[at] : nil }
    private mutating func space() { while let c = peek, c.isWhitespace { at += 1 } }
    private func error(_ reason: String) -> ModelError {
        ModelError("InvalidLdapFilter", .invalidArgument, "The LDAP filter \"\(String(text))\" cannot be read at position \(at + 1): \(reason).", target: String(text))
    }
}
