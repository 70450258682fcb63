import NacreRuntime

extension TypeRef {
    public static let stringComparer = TypeRef("StringComparer", base: .object)
}

/// `StringComparer`, `Comparer` and `EqualityComparer`: how values are ordered or told apart.
public final class ComparerValue: Native {
    enum Rule { case text(StringSearch.Mode), natural }
    let rule: Rule
    init(_ rule: Rule, type: TypeRef = .stringComparer) { self.rule = rule; super.init(type) }

    func order(_ a: Value, _ b: Value, _ m: Machine) throws -> Int {
        if case .text(let mode) = rule, let x = a.unwrapped.str, let y = b.unwrapped.str { return StringCompare.compare(x, y, mode, m) }
        return try Sorting.own(a.unwrapped, b.unwrapped, m)
    }
    /// How a table with this comparer finds its keys.
    var keyRule: KeyRule {
        if case .text(let mode) = rule, mode.ignoresCase { return .ignoringCase }
        return .exact
    }

    static func declare(_ t: TypeBuilder) {
        func make(_ name: String, ignoring: Bool, ordinal: Bool) {
            let value = Value.object(ComparerValue(.text(.init(ignoresCase: ignoring, isOrdinal: ordinal))))
            t.staticProperty("System.StringComparer \(name)") { _, _ in value }
        }
        make("InvariantCulture", ignoring: false, ordinal: false)
        make("InvariantCultureIgnoreCase", ignoring: true, ordinal: false)
        make("CurrentCulture", ignoring: false, ordinal: false)
        make("CurrentCultureIgnoreCase", ignoring: true, ordinal: false)
        make("Ordinal", ignoring: false, ordinal: true)
        make("OrdinalIgnoreCase", ignoring: true, ordinal: true)
        t.staticMethod("System.StringComparer FromComparison(System.StringComparison comparisonType)") { _, _, a in .object(ComparerValue(.text(try .init(a.option(0))))) }
        t.staticMethod("System.StringComparer Create(cultureinfo culture, bool ignoreCase)") { _, _, a in .object(ComparerValue(.text(.init(ignoresCase: a.bool(1), isOrdinal: false)))) }
        methods(t)
    }
    static func declarePlain(_ t: TypeBuilder) {
        let type = t.type
        t.staticProperty("\(type.fullName) Default") { _, _ in .object(ComparerValue(.natural, type: type)) }
        t.staticProperty("\(type.fullName) DefaultInvariant") { _, _ in .object(ComparerValue(.natural, type: type)) }
        methods(t)
    }
    private static func methods(_ t: TypeBuilder) {
        t.method("int Compare(System.Object x, System.Object y)") { m, me, a in
            guard let c = me.obj as? ComparerValue else { return .int(0) }
            do { return Value(try c.order(a[0], a[1], m)) }
            catch is NetException { throw NetException.argument("At least one object must implement IComparable.") }
        }
        t.method("bool Equals(System.Object x, System.Object y)") { m, me, a in
            guard let c = me.obj as? ComparerValue, case .text(let mode) = c.rule, let x = a[0].unwrapped.str, let y = a[1].unwrapped.str else {
                return .bool(ObjectType.same(a[0].unwrapped, a[1].unwrapped))
            }
            return .bool(StringCompare.equals(x, y, mode))
        }
        t.method("int GetHashCode(System.Object obj)") { _, _, a in .int(Int32(truncatingIfNeeded: ObjectType.hash(a[0].unwrapped))) }
    }
}
