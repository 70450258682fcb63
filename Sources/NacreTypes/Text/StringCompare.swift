import NacreRuntime

/// `System.String`: equality and order.
enum StringCompare {
    static func declare(_ t: TypeBuilder) {
        typealias S = StringType
        t.method("bool Equals(System.Object obj)") { _, me, a in .bool(a[0].unwrapped.str.map { S.text(me).equalsOrdinal($0) } ?? false) }
        t.method("bool Equals(string value)") { _, me, a in .bool(S.text(me).equalsOrdinal(a.str(0))) }
        t.method("bool Equals(string value, System.StringComparison comparisonType)") { _, me, a in .bool(equals(S.text(me), a.str(0), try .init(a.option(1)))) }
        t.method("int CompareTo(System.Object value)") { m, me, a in
            if a.isNull(0) { return .int(1) }
            guard let o = a[0].unwrapped.str else { throw NetException.argument("Object must be of type String.") }
            return Value(compare(S.text(me), o, .culture, m))
        }
        t.method("int CompareTo(string strB)") { m, me, a in Value(compare(S.text(me), a.str(0), .culture, m)) }
        statics(t)
    }
    private static func statics(_ t: TypeBuilder) {
        t.staticMethod("bool Equals(string a, string b)") { _, _, a in .bool(a.str(0).equalsOrdinal(a.str(1))) }
        t.staticMethod("bool Equals(string a, string b, System.StringComparison comparisonType)") { _, _, a in .bool(equals(a.str(0), a.str(1), try .init(a.option(2)))) }
        t.staticMethod("int Compare(string strA, string strB)") { m, _, a in Value(compare(a.str(0), a.str(1), .culture, m)) }
        t.staticMethod("int Compare(string strA, string strB, bool ignoreCase)") { m, _, a in
            Value(compare(a.str(0), a.str(1), .init(ignoresCase: a.bool(2), isOrdinal: false), m))
        }
        t.staticMethod("int Compare(string strA, string strB, System.StringComparison comparisonType)") { m, _, a in
            Value(compare(a.str(0), a.str(1), try .init(a.option(2)), m))
        }
        t.staticMethod("int Compare(string strA, string strB, bool ignoreCase, cultureinfo culture)") { m, _, a in
            Value(compare(a.str(0), a.str(1), .init(ignoresCase: a.bool(2), isOrdinal: false), m))
        }
        t.staticMethod("int Compare(string strA, int indexA, string strB, int indexB, int length)") { m, _, a in
            Value(compare(part(a.str(0), a.int(1), a.int(4)), part(a.str(2), a.int(3), a.int(4)), .culture, m))
        }
        t.staticMethod("int Compare(string strA, int indexA, string strB, int indexB, int length, bool ignoreCase)") { m, _, a in
            Value(compare(part(a.str(0), a.int(1), a.int(4)), part(a.str(2), a.int(3), a.int(4)), .init(ignoresCase: a.bool(5), isOrdinal: false), m))
        }
        t.staticMethod("int CompareOrdinal(string strA, string strB)") { m, _, a in Value(compare(a.str(0), a.str(1), .init(ignoresCase: false, isOrdinal: true), m)) }
    }
    private static func part(_ s: Str, _ i: Int, _ n: Int) -> Str {
        let from = min(max(i, 0), s.count)
        return s.slice(from, min(max(n, 0), s.count - from))
    }
    static func equals(_ a: Str, _ b: Str, _ mode: StringSearch.Mode) -> Bool {
        if mode.isOrdinal { return mode.ignoresCase ? a.equalsIgnoringCase(b) : a.equalsOrdinal(b) }
        return Collate.compare(a, b, ignoringCase: mode.ignoresCase) == 0
    }
    static func compare(_ a: Str, _ b: Str, _ mode: StringSearch.Mode, _ m: Machine) -> Int {
        if !mode.isOrdinal { return Collate.compare(a, b, ignoringCase: mode.ignoresCase) }
        let n = min(a.count, b.count)
        for i in 0..<n {
            let x = mode.ignoresCase ? Unit.upper(a[i]) : a[i], y = mode.ignoresCase ? Unit.upper(b[i]) : b[i]
            if x != y { return Int(x) - Int(y) }
        }
        return a.count - b.count
    }
}
