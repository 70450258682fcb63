import NacreRuntime

/// A property as commands take it: a name, perhaps with wildcards, a script block, or a table with either and more settings.
public struct PropertyExpression {
    public enum Source { case name(Str, Name), pattern(WildcardPattern), block(ScriptBlock) }
    public let source: Source
    /// What the property is called in the result; nil leaves it to the property itself.
    public let label: Str?
    /// The table's other settings, by lower-case name.
    public let settings: [String: Value]
    /// As written.
    public let text: Str

    /// Reads one element of a `-Property` list.
    /// - Parameter keys: the settings a table may have, by full lower-case name; `expression` and those for the label included.
    public init(_ v: Value, _ m: Machine, keys: [String] = ["expression"], command: String) throws {
        switch v.unwrapped.obj {
        case let block as ScriptBlock:
            source = .block(block)
            label = nil
            settings = [:]
            text = Str(block.code.text)
        case let table as Table:
            var found: [String: Value] = [:]
            var fault: PSError?
            table.forEachPair { k, x in
                guard let key = k.unwrapped.str?.string.lowercased() else {
                    fault = PropertyExpression.error("DictionaryKeyNotString", "The dictionary key has a type \(k.type.fullName) that is not valid; the type should be System.String.", command)
                    return false
                }
                let matches = keys.filter { $0 == key }.isEmpty ? keys.filter { $0.hasPrefix(key) } : [key]
                guard let full = matches.first else {
                    fault = PropertyExpression.detailed("DictionaryKeyIllegal", "The \(k.unwrapped.str?.string ?? "") key is not valid.")
                    return false
                }
                found[full] = x
                return true
            }
            if let fault { throw fault }
            let expression = (found["expression"] ?? found["e"])?.unwrapped
            label = (found["name"] ?? found["label"]).map { m.str($0) }
            switch expression {
            case .object(let b as ScriptBlock)?:
                source = .block(b)
                text = Str(b.code.text)
            case .some(let x) where !x.isNull:
                let s = m.str(x)
                if s.count == 0 { throw PropertyExpression.error("DictionaryKeyIllegalValue", "The value of the key expression is not valid.", command) }
                source = try PropertyExpression.named(s, m)
                text = s
            default:
                throw PropertyExpression.detailed("DictionaryKeyMandatoryEntry", "A mandatory entry for expression is missing.")
            }
            settings = found
        default:
            let s = m.str(v)
            source = try PropertyExpression.named(s, m)
            label = nil
            settings = [:]
            text = s
        }
    }
    public init(_ name: Str) {
        source = .name(name, Name(name))
        label = nil
        settings = [:]
        text = name
    }
    private static func named(_ s: Str, _ m: Machine) throws -> Source {
        let p = try m.wildcard(s)
        return p.hasWildcards ? .pattern(p) : .name(s, Name(s))
    }
    /// An error whose own text is only a detail.
    private static func detailed(_ id: String, _ message: String) -> PSError {
        let r = ErrorRecord(ExceptionValue(.notSupportedException, "Specified method is not supported."), id: id, category: .invalidArgument)
        r.details = message
        return PSError(r)
    }
    private static func error(_ id: String, _ message: String, _ command: String) -> PSError {
        PSError(.psArgumentException, id: id, message, category: .invalidArgument)
    }

    /// The value for an object; `.void` where it has no such property. Errors of getters and blocks count as nothing.
    /// A pattern gives its first match.
    public func value(of v: Value, _ m: Machine) -> Value {
        switch source {
        case .name(_, let name): return PropertyExpression.read(v, name, m)
        case .block(let b): return (try? m.call(b, [], item: v)) ?? .null
        case .pattern(let p):
            for x in m.properties(of: v) where p.matches(x.name) { return (try? x.get(m)) ?? .null }
            return .void
        }
    }
    /// A property's value or a key's; `.void` where there is none.
    static func read(_ v: Value, _ name: Name, _ m: Machine) -> Value {
        if case .object(let o) = v {
            if o.kind == .custom, let x = unsafeDowncast(o, to: Custom.self).get(name) { return x }
            if let t = v.unwrapped.obj as? Table, let x = t.get(Str(name.text)) { return x }
        }
        guard m.hasProperty(v, name) else { return .void }
        return (try? m.member(v, name)) ?? .null
    }
}

extension Cmdlet {
    /// The `-Property` list, read.
    func propertyExpressions(_ parameter: String, keys: [String] = ["expression"]) throws -> [PropertyExpression] {
        try list(parameter).map { try PropertyExpression($0, m, keys: keys, command: command.name) }
    }
}
