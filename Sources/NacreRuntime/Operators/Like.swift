extension Machine {
    /// `-like`: one text against a wildcard pattern, or the elements of a collection for which it holds.
    func like(_ a: Value, _ b: Value, ignoreCase: Bool, negated: Bool) throws -> Value {
        let pattern = try wildcard(str(b), ignoreCase: ignoreCase)
        if case .object(let o) = a, o.kind != .string, o.isEnumerable {
            var kept: [Value] = []
            _ = try o.enumerate { if pattern.matches(str($0)) != negated { kept.append($0) } }
            return .object(PSArray(kept))
        }
        return .bool(pattern.matches(str(a)) != negated)
    }

    /// A wildcard pattern, compiled once for as long as it stays in use.
    public func wildcard(_ pattern: Str, ignoreCase: Bool = true) throws -> WildcardPattern {
        let cache = session.wildcards
        if let p = cache.find(pattern, ignoreCase) { return p }
        do {
            let p = try WildcardPattern(pattern.units, ignoreCase: ignoreCase)
            cache.add(pattern, ignoreCase, p)
            return p
        } catch let e as TextError {
            let message = "The specified wildcard character pattern is not valid: \(pattern.string)"
            _ = e
            throw PSError(.wildcardPatternException, id: "RuntimeException", message, category: .notSpecified)
        }
    }
}

extension WildcardPattern {
    /// Matches a string in either form.
    public func matches(_ s: Str) -> Bool { s.isWide ? matches(utf16: s.utf16) : matches(latin1: s.latin1) }
}
extension TypeRef {
    static let wildcardPatternException = TypeRef("WildcardPatternException", namespace: "System.Management.Automation", code: .exception, base: runtimeException)
}

/// The wildcard patterns last used.
public final class WildcardCache {
    private var entries: [(pattern: Str, ignoreCase: Bool, compiled: WildcardPattern)] = []
    private var next = 0
    public init() {}
    func find(_ pattern: Str, _ ignoreCase: Bool) -> WildcardPattern? {
        for e in entries where e.ignoreCase == ignoreCase && (e.pattern === pattern || e.pattern.equalsOrdinal(pattern)) { return e.compiled }
        return nil
    }
    func add(_ pattern: Str, _ ignoreCase: Bool, _ compiled: WildcardPattern) {
        if entries.count < 8 { entries.append((pattern, ignoreCase, compiled)); return }
        entries[next] = (pattern, ignoreCase, compiled)
        next = (next + 1) & 7
    }
}
