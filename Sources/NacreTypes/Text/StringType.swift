import NacreRuntime

/// `System.String`: parts, padding, case.
enum StringType {
    static func declare(_ t: TypeBuilder) {
        t.property("int Length") { _, me in Value(text(me).count) }
        t.method("char Chars(int index)") { _, me, a in
            let s = text(me), i = a.int(0)
            guard i >= 0, i < s.count else { throw NetException(.indexOutOfRangeException, "Index was outside the bounds of the array.") }
            return .char(s[i])
        }
        parts(t)
        trims(t)
        plain(t)
        StringSearch.declare(t)
        StringSplit.declare(t)
        StringCompare.declare(t)
        StringStatics.declare(t)
    }
    static func text(_ me: Value) -> Str { me.str ?? .empty }

    private static func parts(_ t: TypeBuilder) {
        t.method("string Substring(int startIndex)") { _, me, a in
            let s = text(me), i = a.int(0)
            if i < 0 { throw NetException.range("StartIndex cannot be less than zero.", "startIndex") }
            if i > s.count { throw NetException.range("startIndex cannot be larger than length of string.", "startIndex") }
            return Value(s.slice(i, s.count - i))
        }
        t.method("string Substring(int startIndex, int length)") { _, me, a in
            let s = text(me), i = a.int(0), n = a.int(1)
            if i < 0 { throw NetException.range("StartIndex cannot be less than zero.", "startIndex") }
            if i > s.count { throw NetException.range("startIndex cannot be larger than length of string.", "startIndex") }
            if n < 0 { throw NetException.range("Length cannot be less than zero.", "length") }
            if i > s.count - n { throw NetException.range("Index and length must refer to a location within the string.", "length") }
            return Value(s.slice(i, n))
        }
        t.method("string Insert(int startIndex, string value)") { _, me, a in
            let s = text(me), i = a.int(0)
            guard i >= 0, i <= s.count else { throw NetException.range("Specified argument was out of the range of valid values.", "startIndex") }
            var b = TextBuilder(capacity: s.count + a.str(1).count)
            b.append(s, 0, i)
            b.append(a.str(1))
            b.append(s, i, s.count - i)
            return Value(b.finish())
        }
        t.method("string Remove(int startIndex)") { _, me, a in
            let s = text(me), i = a.int(0)
            if i < 0 { throw NetException.range("StartIndex cannot be less than zero.", "startIndex") }
            if i > s.count { throw NetException.range("startIndex must be less than length of string.", "startIndex") }
            return Value(s.slice(0, i))
        }
        t.method("string Remove(int startIndex, int count)") { _, me, a in
            let s = text(me), i = a.int(0), n = a.int(1)
            if i < 0 { throw NetException.range("StartIndex cannot be less than zero.", "startIndex") }
            if n < 0 { throw NetException.range("Count cannot be less than zero.", "count") }
            if i > s.count - n { throw NetException.range("Index and count must refer to a location within the string.", "count") }
            return Value(Str.concat(s.slice(0, i), s.slice(i + n, s.count - i - n)))
        }
        t.method("string PadLeft(int totalWidth)") { _, me, a in try pad(text(me), a.int(0), 32, left: true) }
        t.method("string PadLeft(int totalWidth, char paddingChar)") { _, me, a in try pad(text(me), a.int(0), a.unit(1), left: true) }
        t.method("string PadRight(int totalWidth)") { _, me, a in try pad(text(me), a.int(0), 32, left: false) }
        t.method("string PadRight(int totalWidth, char paddingChar)") { _, me, a in try pad(text(me), a.int(0), a.unit(1), left: false) }
    }
    private static func pad(_ s: Str, _ width: Int, _ unit: UInt16, left: Bool) throws -> Value {
        if width < 0 { throw NetException.negative("totalWidth", width) }
        if width <= s.count { return Value(s) }
        try Limits.checkText(width)
        var b = TextBuilder(capacity: width)
        if left { b.append(repeating: unit, count: width - s.count) }
        b.append(s)
        if !left { b.append(repeating: unit, count: width - s.count) }
        return Value(b.finish())
    }

    private static func trims(_ t: TypeBuilder) {
        trim(t, "Trim", start: true, end: true)
        trim(t, "TrimStart", start: true, end: false)
        trim(t, "TrimEnd", start: false, end: true)
    }
    private static func trim(_ t: TypeBuilder, _ name: String, start: Bool, end: Bool) {
        t.method("string \(name)()") { _, me, _ in Value(text(me).trimmed(start: start, end: end, Unit.isSpace)) }
        t.method("string \(name)(char trimChar)") { _, me, a in
            let u = a.unit(0)
            return Value(text(me).trimmed(start: start, end: end) { $0 == u })
        }
        t.method("string \(name)(Params char[] trimChars)") { _, me, a in
            let units = Set((a[0].obj as? Seq)?.elements.map { UInt16(truncatingIfNeeded: $0.intValue) } ?? [])
            if units.isEmpty { return Value(text(me).trimmed(start: start, end: end, Unit.isSpace)) }
            return Value(text(me).trimmed(start: start, end: end) { units.contains($0) })
        }
    }

    private static func plain(_ t: TypeBuilder) {
        t.method("string ToUpper()") { _, me, _ in Value(text(me).cased(upper: true)) }
        t.method("string ToLower()") { _, me, _ in Value(text(me).cased(upper: false)) }
        t.method("string ToUpper(cultureinfo culture)") { _, me, _ in Value(text(me).cased(upper: true)) }
        t.method("string ToLower(cultureinfo culture)") { _, me, _ in Value(text(me).cased(upper: false)) }
        t.method("string ToUpperInvariant()") { _, me, _ in Value(text(me).cased(upper: true)) }
        t.method("string ToLowerInvariant()") { _, me, _ in Value(text(me).cased(upper: false)) }
        t.method("string ToString()") { _, me, _ in me }
        t.method("string ToString(System.IFormatProvider provider)") { _, me, _ in me }
        t.method("System.Object Clone()") { _, me, _ in me }
        t.method("char[] ToCharArray()") { _, me, _ in .chars(text(me).units) }
        t.method("char[] ToCharArray(int startIndex, int length)") { _, me, a in
            let s = text(me), i = a.int(0), n = a.int(1)
            guard i >= 0, n >= 0, i <= s.count - n else { throw NetException.range("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "startIndex") }
            return .chars(s.slice(i, n).units)
        }
        t.method("int GetHashCode()") { _, me, _ in .int(Int32(truncatingIfNeeded: text(me).hash)) }
        t.method("System.CharEnumerator GetEnumerator()") { _, me, _ in .object(Enumerator(text(me).units.map { .char($0) })) }
        t.method("bool IsNormalized()") { _, me, _ in .bool(!text(me).isWide) }
        t.method("System.TypeCode GetTypeCode()") { m, _, _ in m.enumValue("System.TypeCode", 18) }
        t.method("string ReplaceLineEndings()") { _, me, _ in Value(lines(text(me), Str("\n"))) }
        t.method("string ReplaceLineEndings(string replacementText)") { _, me, a in Value(lines(text(me), a.str(0))) }
        t.method("void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)") { _, me, a in
            let s = text(me), from = a.int(0), to = a.int(2), n = a.int(3)
            guard let target = a[1].obj as? Seq else { throw NetException.null("destination") }
            guard from >= 0, n >= 0, from + n <= s.count, to >= 0, to + n <= target.count else { throw NetException.range("Index and count must refer to a location within the string.", "sourceIndex") }
            for i in 0..<n { target[to + i] = .char(s[from + i]) }
            return .void
        }
    }
    private static func lines(_ s: Str, _ end: Str) -> Str {
        var b = TextBuilder(capacity: s.count)
        var i = 0
        while i < s.count {
            let u = s[i]
            if u == 13, i + 1 < s.count, s[i + 1] == 10 { i += 1 }
            if u == 10 || u == 12 || u == 13 || u == 0x85 || u == 0x2028 || u == 0x2029 { b.append(end) } else { b.append(unit: u) }
            i += 1
        }
        return b.finish()
    }
}
