import NacreRuntime

/// `System.Boolean`
enum BooleanType {
    static func declare(_ t: TypeBuilder) {
        t.staticProperty("string TrueString") { _, _ in Value("True") }
        t.staticProperty("string FalseString") { _, _ in Value("False") }
        t.staticMethod("bool Parse(string value)") { _, _, a in
            guard let b = read(a.str(0)) else { throw NetException.format("String '\(a.text(0))' was not recognized as a valid Boolean.") }
            return .bool(b)
        }
        t.staticMethod("bool TryParse(string value, [ref] bool result)") { _, _, a in
            let b = read(a.str(0))
            (a[1].obj as? Reference)?.variable.value = .bool(b ?? false)
            return .bool(b != nil)
        }
        t.method("string ToString()") { m, me, _ in Value(m.str(me)) }
        t.method("string ToString(System.IFormatProvider provider)") { m, me, _ in Value(m.str(me)) }
        t.method("int CompareTo(System.Object obj)") { _, me, a in
            guard case .bool = a[0].unwrapped else { if a.isNull(0) { return .int(1) }; throw NetException.argument("Object must be of type Boolean.") }
            return Value(me.intValue - a[0].unwrapped.intValue)
        }
        t.method("int CompareTo(bool value)") { _, me, a in Value(me.intValue - a[0].intValue) }
        t.method("bool Equals(System.Object obj)") { _, me, a in .bool(me.isIdentical(to: a[0].unwrapped)) }
        t.method("bool Equals(bool obj)") { _, me, a in .bool(me.isIdentical(to: a[0])) }
        t.method("int GetHashCode()") { _, me, _ in Value(me.intValue) }
        t.method("System.TypeCode GetTypeCode()") { m, _, _ in m.enumValue("System.TypeCode", 3) }
        NumberMembers.convertible(t)
    }
    static func read(_ s: Str) -> Bool? {
        let t = s.trimmed(start: true, end: true) { Unit.isSpace($0) || $0 == 0 }
        if t.equalsIgnoringCase(yes) { return true }
        return t.equalsIgnoringCase(no) ? false : nil
    }
    private static let yes = Str("True"), no = Str("False")
}
