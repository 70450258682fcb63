import NacreRuntime

extension TypeRef { public static let stringBuilder = TypeRef("StringBuilder", namespace: "System.Text", base: .object) }

/// `System.Text.StringBuilder`
public final class StringBuilderValue: Native {
    var text = TextBuilder()
    var capacity: Int
    init(_ s: Str = .empty, capacity: Int = 16) {
        self.capacity = max(capacity, s.count)
        super.init(.stringBuilder)
        text.append(s)
    }
    public override func text(_ culture: Culture) -> String? { text.finish().string }
}

enum StringBuilderType {
    static func me(_ v: Value) throws -> StringBuilderValue {
        guard let b = v.obj as? StringBuilderValue else { throw NetException.invalid("The object is not a StringBuilder.") }
        return b
    }
    /// Replaces the whole text.
    private static func set(_ b: StringBuilderValue, _ s: Str) { b.text.removeAll(); b.text.append(s) }

    static func declare(_ t: TypeBuilder) {
        t.constructor("System.Text.StringBuilder()") { _, _, _ in .object(StringBuilderValue()) }
        t.constructor("System.Text.StringBuilder(int capacity)") { _, _, a in
            if a.int(0) < 0 { throw NetException.range("'capacity' must be greater than zero.", "capacity") }
            return .object(StringBuilderValue(capacity: a.int(0)))
        }
        t.constructor("System.Text.StringBuilder(string value)") { _, _, a in .object(StringBuilderValue(a.str(0))) }
        t.constructor("System.Text.StringBuilder(string value, int capacity)") { _, _, a in .object(StringBuilderValue(a.str(0), capacity: a.int(1))) }
        t.property("int Capacity", get: { _, v in Value(max(try me(v).capacity, try me(v).text.count)) }, set: { _, v, n in try me(v).capacity = n.intValue })
        t.property("int MaxCapacity") { _, _ in .int(.max) }
        t.property("int Length", get: { _, v in Value(try me(v).text.count) }, set: { _, v, n in
            let b = try me(v), s = b.text.finish(), n = n.intValue
            if n < 0 { throw NetException.range("Length cannot be less than zero.", "value") }
            try Limits.checkText(n)
            if n <= s.count { set(b, s.slice(0, n)) } else { b.text.append(repeating: 0, count: n - s.count) }
        })
        appends(t)
        edits(t)
        t.method("string ToString()") { _, v, _ in Value(try me(v).text.finish()) }
        t.method("string ToString(int startIndex, int length)") { _, v, a in
            let s = try me(v).text.finish(), i = a.int(0), n = a.int(1)
            guard i >= 0, n >= 0, i + n <= s.count else { throw NetException.range("Index and length must refer to a location within the string.", "length") }
            return Value(s.slice(i, n))
        }
        t.method("bool Equals(System.Text.StringBuilder sb)") { _, v, a in .bool(a[0].cast(StringBuilderValue.self).map { o in (try? me(v).text.finish().equalsOrdinal(o.text.finish())) ?? false } ?? false) }
        t.method("int EnsureCapacity(int capacity)") { _, v, a in let b = try me(v); b.capacity = max(b.capacity, a.int(0)); return Value(b.capacity) }
        t.indexer(get: { _, v, a in
            let s = try me(v).text.finish(), i = a[0].intValue
            guard i >= 0, i < s.count else { throw NetException(.indexOutOfRangeException, "Index was outside the bounds of the array.") }
            return .char(s[i])
        }, set: { m, v, a, c in
            let b = try me(v)
            var u = b.text.finish().units
            let i = a[0].intValue
            guard i >= 0, i < u.count else { throw NetException.range("Index was out of range. Must be non-negative and less than the size of the collection.", "index") }
            u[i] = UInt16(truncatingIfNeeded: try m.convert(c, to: .char).intValue)
            set(b, Str(u))
        })
    }

    private static func appends(_ t: TypeBuilder) {
        let b = "System.Text.StringBuilder"
        t.method("\(b) Append(string value)") { _, v, a in try me(v).text.append(a.str(0)); return v }
        t.method("\(b) Append(char value)") { _, v, a in try me(v).text.append(unit: a.unit(0)); return v }
        t.method("\(b) Append(char value, int repeatCount)") { _, v, a in
            if a.int(1) < 0 { throw NetException.negative("repeatCount", a.int(1)) }
            try Limits.checkText(me(v).text.count + a.int(1))
            try me(v).text.append(repeating: a.unit(0), count: a.int(1))
            return v
        }
        t.method("\(b) Append(char[] value)") { _, v, a in
            let s = try me(v)
            for u in (a[0].obj as? Seq)?.elements.map({ $0 }) ?? [] { s.text.append(unit: UInt16(truncatingIfNeeded: u.intValue)) }
            return v
        }
        t.method("\(b) Append(string value, int startIndex, int count)") { _, v, a in
            let s = a.str(0), i = a.int(1), n = a.int(2)
            guard i >= 0, n >= 0, i + n <= s.count else { throw NetException.range("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "startIndex") }
            try me(v).text.append(s.slice(i, n))
            return v
        }
        for type in ["bool", "sbyte", "byte", "short", "int", "long", "float", "double", "decimal", "ushort", "uint", "ulong"] {
            t.method("\(b) Append(\(type) value)") { m, v, a in try me(v).text.append(m.textOf(a[0], .current)); return v }
        }
        t.method("\(b) Append(System.Object value)") { m, v, a in if !a.isNull(0) { try me(v).text.append(m.textOf(a[0], .current)) }; return v }
        t.method("\(b) AppendLine()") { _, v, _ in try me(v).text.append(byte: 10); return v }
        t.method("\(b) AppendLine(string value)") { _, v, a in let s = try me(v); s.text.append(a.str(0)); s.text.append(byte: 10); return v }
        t.method("\(b) AppendFormat(string format, System.Object arg0)") { m, v, a in try me(v).text.append(Formatting.composite(m, a.str(0), [a[1]])); return v }
        t.method("\(b) AppendFormat(string format, System.Object arg0, System.Object arg1)") { m, v, a in try me(v).text.append(Formatting.composite(m, a.str(0), [a[1], a[2]])); return v }
        t.method("\(b) AppendFormat(string format, System.Object arg0, System.Object arg1, System.Object arg2)") { m, v, a in
            try me(v).text.append(Formatting.composite(m, a.str(0), [a[1], a[2], a[3]]))
            return v
        }
        t.method("\(b) AppendFormat(string format, Params System.Object[] args)") { m, v, a in try me(v).text.append(Formatting.composite(m, a.str(0), m.elements(of: a[1]))); return v }
        t.method("\(b) AppendFormat(System.IFormatProvider provider, string format, Params System.Object[] args)") { m, v, a in
            try me(v).text.append(Formatting.composite(m, a.str(1), m.elements(of: a[2]), a[0]))
            return v
        }
        t.method("\(b) AppendJoin(string separator, Params System.Object[] values)") { m, v, a in try join(m, v, a.str(0), a[1]) }
        t.method("\(b) AppendJoin(string separator, Params string[] values)") { m, v, a in try join(m, v, a.str(0), a[1]) }
        t.method("\(b) AppendJoin(char separator, Params System.Object[] values)") { m, v, a in try join(m, v, .of(a.unit(0)), a[1]) }
        t.method("\(b) AppendJoin(char separator, Params string[] values)") { m, v, a in try join(m, v, .of(a.unit(0)), a[1]) }
    }
    private static func join(_ m: Machine, _ v: Value, _ separator: Str, _ values: Value) throws -> Value {
        let b = try me(v)
        for (i, x) in try m.elements(of: values).enumerated() {
            if i > 0 { b.text.append(separator) }
            if !x.isNull { b.text.append(m.textOf(x, .current)) }
        }
        return v
    }

    private static func edits(_ t: TypeBuilder) {
        let b = "System.Text.StringBuilder"
        t.method("\(b) Clear()") { _, v, _ in try me(v).text.removeAll(); return v }
        func insert(_ m: Machine, _ v: Value, _ i: Int, _ s: Str) throws -> Value {
            let b = try me(v), old = b.text.finish()
            guard i >= 0, i <= old.count else { throw NetException.range("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "index") }
            var made = TextBuilder(capacity: old.count + s.count)
            made.append(old, 0, i)
            made.append(s)
            made.append(old, i, old.count - i)
            b.text = made
            return v
        }
        t.method("\(b) Insert(int index, string value)") { m, v, a in try insert(m, v, a.int(0), a.str(1)) }
        t.method("\(b) Insert(int index, char value)") { m, v, a in try insert(m, v, a.int(0), .of(a.unit(1))) }
        t.method("\(b) Insert(int index, int value)") { m, v, a in try insert(m, v, a.int(0), m.str(a[1])) }
        t.method("\(b) Insert(int index, System.Object value)") { m, v, a in try insert(m, v, a.int(0), Str(m.textOf(a[1], .current))) }
        t.method("\(b) Remove(int startIndex, int length)") { _, v, a in
            let b = try me(v), s = b.text.finish(), i = a.int(0), n = a.int(1)
            if n < 0 { throw NetException.negative("length", n) }
            if i < 0 { throw NetException.negative("startIndex", i) }
            guard i + n <= s.count else { throw NetException.range("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "length") }
            set(b, Str.concat(s.slice(0, i), s.slice(i + n, s.count - i - n)))
            return v
        }
        t.method("\(b) Replace(string oldValue, string newValue)") { _, v, a in
            if a.str(0).count == 0 { throw NetException.argument("The value cannot be an empty string.", "oldValue") }
            let b = try me(v)
            set(b, b.text.finish().replacing(a.str(0), with: a.str(1)))
            return v
        }
        t.method("\(b) Replace(char oldChar, char newChar)") { _, v, a in
            let b = try me(v)
            set(b, b.text.finish().replacing(.of(a.unit(0)), with: .of(a.unit(1))))
            return v
        }
    }
}
