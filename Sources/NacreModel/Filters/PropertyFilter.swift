import NacreSchema

/// `-Filter {DisplayName -like "Ken*" -and Enabled -eq $True}`: what the user cmdlets take, on a document's properties.
public indirect enum PropertyFilter: Equatable, Sendable {
    case compare(property: String, Comparison, SchemaValue)
    case and(PropertyFilter, PropertyFilter)
    case or(PropertyFilter, PropertyFilter)
    case not(PropertyFilter)

    public enum Comparison: String, Sendable, CaseIterable { case eq, ne, gt, ge, lt, le, like, notlike }

    /// - Throws: where the text is no filter, with the place.
    public init(_ text: String) throws(ModelError) {
        var parser = FilterParser(text)
        self = try parser.filter()
    }

    /// Whether an object fits. `value` gives a property's value, nil where the object has no such property.
    ///
    /// - Throws: where the filter names a property that does not exist.
    public func matches(_ value: (String) -> SchemaValue?) throws(ModelError) -> Bool {
        switch self {
        case .and(let a, let b):
            let first = try a.matches(value), second = try b.matches(value)
            return first && second
        case .or(let a, let b):
            let first = try a.matches(value), second = try b.matches(value)
            return first || second
        case .not(let a): return try !a.matches(value)
        case .compare(let property, let comparison, let wanted):
            guard let actual = value(property) else {
                throw ModelError("InvalidFilter", .invalidArgument, "The filter names \"\(property)\", which is not a property of these objects.", target: property)
            }
            if let items = actual.list { return items.contains { Self.holds($0, comparison, wanted) } || (items.isEmpty && Self.holds(.null, comparison, wanted)) }
            return Self.holds(actual, comparison, wanted)
        }
    }

    private static func holds(_ actual: SchemaValue, _ comparison: Comparison, _ wanted: SchemaValue) -> Bool {
        switch comparison {
        case .eq: return order(actual, wanted) == 0
        case .ne: return order(actual, wanted) != 0
        case .gt: return order(actual, wanted).map { $0 > 0 } ?? false
        case .ge: return order(actual, wanted).map { $0 >= 0 } ?? false
        case .lt: return order(actual, wanted).map { $0 < 0 } ?? false
        case .le: return order(actual, wanted).map { $0 <= 0 } ?? false
        case .like: return Wildcard(text(wanted)).matches(text(actual))
        case .notlike: return !Wildcard(text(wanted)).matches(text(actual))
        }
    }

    /// Below, at or above zero; nil where the two cannot be compared. An empty text is no value, as in the directory.
    private static func order(_ a: SchemaValue, _ b: SchemaValue) -> Int? {
        let aEmpty = a.isNull || a.string == "", bEmpty = b.isNull || b.string == ""
        if aEmpty || bEmpty { return aEmpty == bEmpty ? 0 : nil }
        if let x = a.double, let y = b.double ?? b.string.flatMap(Double.init) { return x < y ? -1 : x > y ? 1 : 0 }
        if let x = a.bool { return (b.bool ?? b.string.map { equalsIgnoringCase($0, "true") || $0 == "1" }).map { x == $0 ? 0 : x ? 1 : -1 } }
        let x = foldedCase(text(a)), y = foldedCase(text(b))
        return x < y ? -1 : x > y ? 1 : 0
    }

    static func text(_ v: SchemaValue) -> String {
        switch v {
        case .null: ""
        case .bool(let b): b ? "True" : "False"
        case .int(let i): String(i)
        default: v.string ?? v.json
        }
    }
}

/// Reads a filter from left to right; `-not` binds closest, then `-and`, then `-or`.
struct FilterParser {
    private let text: [Character]
    private var at = 0
    private var depth = 0

    init(_ text: String) { self.text = Array(text) }

    mutating func filter() throws(ModelError) -> PropertyFilter {
        let f = try or()
        space()
        guard at == text.count else { throw error("\"\(String(text[at...]))\" is left over") }
        return f
    }

    private mutating func or() throws(ModelError) -> PropertyFilter {
        var left = try and()
        while operation(["or"]) != nil { left = .or(left, try and()) }
        return left
    }
    private mutating func and() throws(ModelError) -> PropertyFilter {
        var left = try unary()
        while operation(["and"]) != nil { left = .and(left, try unary()) }
        return left
    }
    private mutating func unary() throws(ModelError) -> PropertyFilter {
        depth += 1
        defer { depth -= 1 }
        guard depth < 200 else { throw error("it is nested too deeply") }
        space()
        if operation(["not"]) != nil { return .not(try unary()) }
        if peek == "!" { at += 1; return .not(try unary()) }
        if peek == "(" {
            at += 1
            let inner = try or()
            space()
            guard peek == ")" else { throw error("a \")\" is missing") }
            at += 1
            return inner
        }
        let property = word()
        guard !property.isEmpty else { throw error("a property is needed") }
        guard let name = operation(PropertyFilter.Comparison.allCases.map(\.rawValue)), let comparison = PropertyFilter.Comparison(rawValue: name) else {
            throw error("an operator is needed after \"\(property)\": \(PropertyFilter.Comparison.allCases.map { "-" + $0.rawValue }.joined(separator: ", "))")
        }
        return .compare(property: property, comparison, try value())
    }

    private mutating func value() throws(ModelError) -> SchemaValue {
        space()
        guard let c = peek else { throw error("a value is needed") }
        if let close = FilterParser.closing(c) {
            at += 1
            var out = ""
            while let d = peek, !close.contains(d) { out.append(d); at += 1 }
            guard peek != nil else { throw error("a quote does not end") }
            at += 1
            return .string(out)
        }
        if c == "$" {
            at += 1
            let name = word()
            switch foldedCase(name) {
            case "null": return .null
            case "true": return true
            case "false": return false
            default: throw error("the variable \"$\(name)\" has no meaning in a filter: write its value")
            }
        }
        let bare = word()
        guard !bare.isEmpty else { throw error("a value is needed") }
        return Int64(bare).map { .int($0) } ?? .string(bare)
    }

    private var peek: Character? { at < text.count ? text[at] : nil }
    private mutating func space() { while let c = peek, c.isWhitespace { at += 1 } }
    private static func isDash(_ c: Character) -> Bool { c == "-" || c == "\u{2013}" || c == "\u{2014}" || c == "\u{2015}" }
    private static func closing(_ c: Character) -> [Character]? {
        switch c {
        case "\"", "\u{201C}", "\u{201D}", "\u{201E}": ["\"", "\u{201C}", "\u{201D}", "\u{201E}"]
        case "'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}": ["'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}"]
        default: nil
        }
    }
    private mutating func word() -> String {
        space()
        var out = ""
        while let c = peek, !c.isWhitespace, c != "(", c != ")", FilterParser.closing(c) == nil { out.append(c); at += 1 }
        return out
    }
    /// Takes an operator if one of these is next.
    private mutating func operation(_ names: [String]) -> String? {
        space()
        guard let c = peek, FilterParser.isDash(c) else { return nil }
        var end = at + 1
        while end < text.count, text[end].isLetter { end += 1 }
        let name = foldedCase(String(text[(at + 1)..<end]))
        guard names.contains(name) else { return nil }
        at = end
        return name
    }
    private func error(_ reason: String) -> ModelError {
        ModelError("InvalidFilter", .invalidArgument, "The filter \"\(String(text))\" cannot be read at position \(at + 1): \(reason).", target: String(text))
    }
}
