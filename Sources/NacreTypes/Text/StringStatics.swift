import NacreRuntime

/// `System.String`: constructors, `Join`, `Concat`, `Format` and tests for nothing.
enum StringStatics {
    static func declare(_ t: TypeBuilder) {
        t.constructor("string(char[] value)") { _, _, a in Value(Str(units(a[0]))) }
        t.constructor("string(char[] value, int startIndex, int length)") { _, _, a in
            let u = units(a[0]), i = a.int(1), n = a.int(2)
            guard i >= 0, n >= 0, i + n <= u.count else { throw NetException.range("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "startIndex") }
            return Value(Str(u[i..<i + n]))
        }
        t.constructor("string(char c, int count)") { _, _, a in
            let n = a.int(1)
            if n < 0 { throw NetException.range("'count' must be non-negative.", "count") }
            try Limits.checkText(n)
            var b = TextBuilder(capacity: n)
            b.append(repeating: a.unit(0), count: n)
            return Value(b.finish())
        }
        t.staticProperty("string Empty") { _, _ in .object(Str.empty) }
        t.staticMethod("bool IsNullOrEmpty(string value)") { _, _, a in .bool(a.str(0).count == 0) }
        t.staticMethod("bool IsNullOrWhiteSpace(string value)") { _, _, a in .bool(a.str(0).trimmed(start: true, end: false, Unit.isSpace).count == 0) }
        t.staticMethod("string Intern(string str)") { _, _, a in a[0] }
        t.staticMethod("string Copy(string str)") { _, _, a in a[0] }
        join(t)
        concat(t)
        format(t)
    }
    private static func units(_ v: Value) -> [UInt16] { (v.obj as? Seq)?.elements.map { UInt16(truncatingIfNeeded: $0.intValue) } ?? [] }

    private static func join(_ t: TypeBuilder) {
        t.staticMethod("string Join(string separator, Params string[] value)") { m, _, a in joined(m, a.str(0), a[1]) }
        t.staticMethod("string Join(string separator, Params System.Object[] values)") { m, _, a in joined(m, a.str(0), a[1]) }
        t.staticMethod("string Join(string separator, System.Collections.Generic.IEnumerable[string] values)") { m, _, a in joined(m, a.str(0), a[1]) }
        t.staticMethod("string Join(char separator, Params string[] value)") { m, _, a in joined(m, .of(a.unit(0)), a[1]) }
        t.staticMethod("string Join(char separator, Params System.Object[] values)") { m, _, a in joined(m, .of(a.unit(0)), a[1]) }
        t.staticMethod("string Join(string separator, string[] value, int startIndex, int count)") { m, _, a in
            let all = (a[1].obj as? Seq)?.elements.map { $0 } ?? [], i = a.int(2), n = a.int(3)
            if i < 0 { throw NetException.negative("startIndex", i) }
            if n < 0 { throw NetException.negative("count", n) }
            if i > all.count - n { throw NetException.range("startIndex ('\(i)') must be less than or equal to '\(all.count - n)'.", "startIndex", actual: i) }
            return joined(m, a.str(0), .object(PSArray(Array(all[i..<i + n]))))
        }
    }
    private static func joined(_ m: Machine, _ separator: Str, _ v: Value) -> Value {
        var b = TextBuilder(), isFirst = true
        for x in (try? m.elements(of: v)) ?? [] {
            if !isFirst { b.append(separator) }
            isFirst = false
            append(m, x, to: &b)
        }
        return Value(b.finish())
    }
    private static func append(_ m: Machine, _ v: Value, to b: inout TextBuilder) {
        if let s = v.str { b.append(s) } else if !v.isNull { b.append(m.textOf(v, .current)) }
    }

    private static func concat(_ t: TypeBuilder) {
        t.staticMethod("string Concat(System.Object arg0)") { m, _, a in all(m, a.array) }
        t.staticMethod("string Concat(System.Object arg0, System.Object arg1)") { m, _, a in all(m, a.array) }
        t.staticMethod("string Concat(System.Object arg0, System.Object arg1, System.Object arg2)") { m, _, a in all(m, a.array) }
        t.staticMethod("string Concat(Params System.Object[] args)") { m, _, a in all(m, try m.elements(of: a[0])) }
        t.staticMethod("string Concat(System.Collections.Generic.IEnumerable[string] values)") { m, _, a in all(m, try m.elements(of: a[0])) }
        t.staticMethod("string Concat(string str0, string str1)") { m, _, a in Value(Str.concat(a.str(0), a.str(1))) }
        t.staticMethod("string Concat(string str0, string str1, string str2)") { m, _, a in all(m, a.array) }
        t.staticMethod("string Concat(string str0, string str1, string str2, string str3)") { m, _, a in all(m, a.array) }
        t.staticMethod("string Concat(Params string[] values)") { m, _, a in all(m, try m.elements(of: a[0])) }
    }
    private static func all(_ m: Machine, _ values: [Value]) -> Value {
        var b = TextBuilder()
        for v in values { append(m, v, to: &b) }
        return Value(b.finish())
    }

    private static func format(_ t: TypeBuilder) {
        t.staticMethod("string Format(string format, System.Object arg0)") { m, _, a in try formatted(m, a.str(0), [a[1]]) }
        t.staticMethod("string Format(string format, System.Object arg0, System.Object arg1)") { m, _, a in try formatted(m, a.str(0), [a[1], a[2]]) }
        t.staticMethod("string Format(string format, System.Object arg0, System.Object arg1, System.Object arg2)") { m, _, a in try formatted(m, a.str(0), [a[1], a[2], a[3]]) }
        t.staticMethod("string Format(string format, Params System.Object[] args)") { m, _, a in try formatted(m, a.str(0), m.elements(of: a[1])) }
        t.staticMethod("string Format(System.IFormatProvider provider, string format, System.Object arg0)") { m, _, a in try formatted(m, a.str(1), [a[2]], a[0]) }
        t.staticMethod("string Format(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1)") { m, _, a in try formatted(m, a.str(1), [a[2], a[3]], a[0]) }
        t.staticMethod("string Format(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1, System.Object arg2)") { m, _, a in
            try formatted(m, a.str(1), [a[2], a[3], a[4]], a[0])
        }
        t.staticMethod("string Format(System.IFormatProvider provider, string format, Params System.Object[] args)") { m, _, a in
            try formatted(m, a.str(1), m.elements(of: a[2]), a[0])
        }
    }
    /// Composite formatting (`{0,5:N2}`).
    static func formatted(_ m: Machine, _ format: Str, _ values: [Value], _ provider: Value = .null) throws -> Value {
        Value(try Formatting.composite(m, format, values, provider))
    }
}
