import NacreRuntime

/// `System.String`: where something is, and replacing it.
enum StringSearch {
    /// `StringComparison`: by culture, by the invariant one, or unit by unit; odd ones ignore case.
    struct Mode {
        let ignoresCase: Bool, isOrdinal: Bool
        init(_ raw: Int64) throws {
            guard (0...5).contains(raw) else { throw NetException.argument("The string comparison type passed in is currently not supported.", "comparisonType") }
            ignoresCase = raw & 1 == 1
            isOrdinal = raw >= 4
        }
        init(ignoresCase: Bool, isOrdinal: Bool) { self.ignoresCase = ignoresCase; self.isOrdinal = isOrdinal }
        static let culture = Mode(ignoresCase: false, isOrdinal: false)
    }

    static func declare(_ t: TypeBuilder) {
        typealias S = StringType
        t.method("bool Contains(string value)") { _, me, a in .bool(S.text(me).find(a.str(0), from: 0, to: S.text(me).count) >= 0) }
        t.method("bool Contains(string value, System.StringComparison comparisonType)") { _, me, a in
            .bool(find(S.text(me), a.str(0), 0, S.text(me).count, try Mode(a.option(1))) >= 0)
        }
        t.method("bool Contains(char value)") { _, me, a in .bool(S.text(me).find(unit: a.unit(0), from: 0, to: S.text(me).count) >= 0) }
        t.method("bool Contains(char value, System.StringComparison comparisonType)") { _, me, a in
            .bool(find(S.text(me), .of(a.unit(0)), 0, S.text(me).count, try Mode(a.option(1))) >= 0)
        }
        ends(t)
        first(t)
        last(t)
        replace(t)
    }

    private static func ends(_ t: TypeBuilder) {
        typealias S = StringType
        t.method("bool StartsWith(string value)") { _, me, a in .bool(starts(S.text(me), a.str(0), .culture)) }
        t.method("bool StartsWith(string value, System.StringComparison comparisonType)") { _, me, a in .bool(starts(S.text(me), a.str(0), try Mode(a.option(1)))) }
        t.method("bool StartsWith(string value, bool ignoreCase, cultureinfo culture)") { _, me, a in
            .bool(starts(S.text(me), a.str(0), Mode(ignoresCase: a.bool(1), isOrdinal: false)))
        }
        t.method("bool StartsWith(char value)") { _, me, a in .bool(S.text(me).count > 0 && S.text(me)[0] == a.unit(0)) }
        t.method("bool EndsWith(string value)") { _, me, a in .bool(finishes(S.text(me), a.str(0), .culture)) }
        t.method("bool EndsWith(string value, System.StringComparison comparisonType)") { _, me, a in .bool(finishes(S.text(me), a.str(0), try Mode(a.option(1)))) }
        t.method("bool EndsWith(string value, bool ignoreCase, cultureinfo culture)") { _, me, a in
            .bool(finishes(S.text(me), a.str(0), Mode(ignoresCase: a.bool(1), isOrdinal: false)))
        }
        t.method("bool EndsWith(char value)") { _, me, a in
            let s = S.text(me)
            return .bool(s.count > 0 && s[s.count - 1] == a.unit(0))
        }
    }

    private static func first(_ t: TypeBuilder) {
        typealias S = StringType
        t.method("int IndexOf(char value)") { _, me, a in Value(S.text(me).find(unit: a.unit(0), from: 0, to: S.text(me).count)) }
        t.method("int IndexOf(char value, int startIndex)") { _, me, a in
            let s = S.text(me), r = try range(s, a.int(1), nil)
            return Value(s.find(unit: a.unit(0), from: r.lowerBound, to: r.upperBound))
        }
        t.method("int IndexOf(char value, System.StringComparison comparisonType)") { _, me, a in
            Value(find(S.text(me), .of(a.unit(0)), 0, S.text(me).count, try Mode(a.option(1))))
        }
        t.method("int IndexOf(char value, int startIndex, int count)") { _, me, a in
            let s = S.text(me), r = try range(s, a.int(1), a.int(2))
            return Value(s.find(unit: a.unit(0), from: r.lowerBound, to: r.upperBound))
        }
        t.method("int IndexOf(string value)") { _, me, a in Value(find(S.text(me), a.str(0), 0, S.text(me).count, .culture)) }
        t.method("int IndexOf(string value, int startIndex)") { _, me, a in
            let s = S.text(me), r = try range(s, a.int(1), nil)
            return Value(find(s, a.str(0), r.lowerBound, r.upperBound, .culture))
        }
        t.method("int IndexOf(string value, int startIndex, int count)") { _, me, a in
            let s = S.text(me), r = try range(s, a.int(1), a.int(2))
            return Value(find(s, a.str(0), r.lowerBound, r.upperBound, .culture))
        }
        t.method("int IndexOf(string value, System.StringComparison comparisonType)") { _, me, a in
            Value(find(S.text(me), a.str(0), 0, S.text(me).count, try Mode(a.option(1))))
        }
        t.method("int IndexOf(string value, int startIndex, System.StringComparison comparisonType)") { _, me, a in
            let s = S.text(me), r = try range(s, a.int(1), nil)
            return Value(find(s, a.str(0), r.lowerBound, r.upperBound, try Mode(a.option(2))))
        }
        t.method("int IndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)") { _, me, a in
            let s = S.text(me), r = try range(s, a.int(1), a.int(2))
            return Value(find(s, a.str(0), r.lowerBound, r.upperBound, try Mode(a.option(3))))
        }
        t.method("int IndexOfAny(char[] anyOf)") { _, me, a in any(S.text(me), a[0], try range(S.text(me), 0, nil)) }
        t.method("int IndexOfAny(char[] anyOf, int startIndex)") { _, me, a in any(S.text(me), a[0], try range(S.text(me), a.int(1), nil)) }
        t.method("int IndexOfAny(char[] anyOf, int startIndex, int count)") { _, me, a in any(S.text(me), a[0], try range(S.text(me), a.int(1), a.int(2))) }
    }

    private static func last(_ t: TypeBuilder) {
        typealias S = StringType
        t.method("int LastIndexOf(char value)") { _, me, a in Value(S.text(me).findLast(.of(a.unit(0)), from: S.text(me).count - 1, low: 0)) }
        t.method("int LastIndexOf(char value, int startIndex)") { _, me, a in
            let s = S.text(me)
            return Value(s.findLast(.of(a.unit(0)), from: try back(s, a.int(1)), low: 0))
        }
        t.method("int LastIndexOf(char value, int startIndex, int count)") { _, me, a in
            let s = S.text(me), i = try back(s, a.int(1))
            return Value(s.findLast(.of(a.unit(0)), from: i, low: max(0, i - a.int(2) + 1)))
        }
        t.method("int LastIndexOf(string value)") { _, me, a in Value(findLast(S.text(me), a.str(0), S.text(me).count, .culture)) }
        t.method("int LastIndexOf(string value, int startIndex)") { _, me, a in
            let s = S.text(me)
            return Value(findLast(s, a.str(0), min(s.count, try back(s, a.int(1)) + 1), .culture))
        }
        t.method("int LastIndexOf(string value, System.StringComparison comparisonType)") { _, me, a in
            Value(findLast(S.text(me), a.str(0), S.text(me).count, try Mode(a.option(1))))
        }
        t.method("int LastIndexOf(string value, int startIndex, System.StringComparison comparisonType)") { _, me, a in
            let s = S.text(me)
            return Value(findLast(s, a.str(0), min(s.count, try back(s, a.int(1)) + 1), try Mode(a.option(2))))
        }
        t.method("int LastIndexOfAny(char[] anyOf)") { _, me, a in
            let s = S.text(me), wanted = units(a[0])
            return Value((0..<s.count).last { wanted.contains(s[$0]) } ?? -1)
        }
    }

    private static func replace(_ t: TypeBuilder) {
        typealias S = StringType
        t.method("string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)") { _, me, a in
            try full(a.str(0))
            return Value(S.text(me).replacing(a.str(0), with: a.str(1), ignoringCase: a.bool(2)))
        }
        t.method("string Replace(string oldValue, string newValue, System.StringComparison comparisonType)") { _, me, a in
            try full(a.str(0))
            return Value(S.text(me).replacing(a.str(0), with: a.str(1), ignoringCase: try Mode(a.option(2)).ignoresCase))
        }
        t.method("string Replace(char oldChar, char newChar)") { _, me, a in Value(S.text(me).replacing(.of(a.unit(0)), with: .of(a.unit(1)))) }
        t.method("string Replace(string oldValue, string newValue)") { _, me, a in
            try full(a.str(0))
            return Value(S.text(me).replacing(a.str(0), with: a.str(1)))
        }
    }
    private static func full(_ old: Str) throws {
        if old.count == 0 { throw NetException.argument("The value cannot be an empty string.", "oldValue") }
    }

    private static func range(_ s: Str, _ start: Int, _ count: Int?) throws -> Range<Int> {
        guard start >= 0, start <= s.count else { throw NetException.range("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "startIndex") }
        guard let count else { return start..<s.count }
        guard count >= 0, start + count <= s.count else { throw NetException.range("Count must be positive and count must refer to a location within the string/array/collection.", "count") }
        return start..<start + count
    }
    private static func back(_ s: Str, _ start: Int) throws -> Int {
        if s.count == 0 { return -1 }
        guard start >= 0, start <= s.count else { throw NetException.range("Index was out of range. Must be non-negative and less than or equal to the size of the collection.", "startIndex") }
        return min(start, s.count - 1)
    }
    private static func units(_ v: Value) -> Set<UInt16> { Set((v.obj as? Seq)?.elements.map { UInt16(truncatingIfNeeded: $0.intValue) } ?? []) }
    private static func any(_ s: Str, _ v: Value, _ r: Range<Int>) -> Value {
        let wanted = units(v)
        return Value(r.first { wanted.contains(s[$0]) } ?? -1)
    }

    // Culture rules for text that is not plain: characters without weight are skipped, and a match never splits a combined character.

    /// Units that a culture's comparison does not see.
    static func isIgnorable(_ u: UInt16) -> Bool { u == 0xAD || u == 0 || (0x200B...0x200F).contains(u) || u == 0xFEFF || (u < 32 && !(9...13).contains(u)) || u == 127 }
    static func isCombining(_ u: UInt16) -> Bool { (0x300...0x36F).contains(u) || (0x1AB0...0x1AFF).contains(u) || (0x20D0...0x20FF).contains(u) }
    static func isPlain(_ s: Str) -> Bool {
        if s.isWide { return false }
        for u in s.latin1 where u == 0xAD || u < 9 || (u > 13 && u < 32) || u == 127 { return false }
        return true
    }

    static func find(_ s: Str, _ o: Str, _ start: Int, _ end: Int, _ mode: Mode) -> Int {
        if mode.isOrdinal || (isPlain(s) && isPlain(o)) {
            return mode.ignoresCase ? s.findIgnoringCase(o, from: start, to: end) : s.find(o, from: start, to: end)
        }
        var i = start
        while i <= end {
            if let n = match(s, at: i, end, o, mode), i + n >= end || !isCombining(s[i + n]) { return i }
            i += 1
        }
        return -1
    }
    static func findLast(_ s: Str, _ o: Str, _ end: Int, _ mode: Mode) -> Int {
        var i = end
        let plain = mode.isOrdinal || (isPlain(s) && isPlain(o))
        if o.count == 0 { return end }
        while i >= 0 {
            if plain { if i + o.count <= end, mode.ignoresCase ? s.matchesIgnoringCase(o, at: i) : s.hasUnits(o, at: i) { return i } }
            else if let n = match(s, at: i, end, o, mode), n > 0, i + n >= end || !isCombining(s[i + n]) { return i }
            i -= 1
        }
        return -1
    }
    static func starts(_ s: Str, _ o: Str, _ mode: Mode) -> Bool {
        if mode.isOrdinal || (isPlain(s) && isPlain(o)) { return mode.ignoresCase ? s.matchesIgnoringCase(o, at: 0) : s.hasUnits(o, at: 0) }
        guard let n = match(s, at: 0, s.count, o, mode) else { return false }
        return n >= s.count || !isCombining(s[n])
    }
    static func finishes(_ s: Str, _ o: Str, _ mode: Mode) -> Bool {
        if mode.isOrdinal || (isPlain(s) && isPlain(o)) {
            let at = s.count - o.count
            return at >= 0 && (mode.ignoresCase ? s.matchesIgnoringCase(o, at: at) : s.hasUnits(o, at: at))
        }
        for i in stride(from: s.count, through: 0, by: -1) { if let n = match(s, at: i, s.count, o, mode), i + n == s.count { return true } }
        return false
    }
    /// The number of units that `o` matches at a place, ignorable ones skipped on both sides.
    private static func match(_ s: Str, at start: Int, _ end: Int, _ o: Str, _ mode: Mode) -> Int? {
        var i = start, k = 0
        while true {
            while k < o.count, isIgnorable(o[k]) { k += 1 }
            if k == o.count { return i - start }
            while i < end, isIgnorable(s[i]) { i += 1 }
            guard i < end else { return nil }
            let a = s[i], b = o[k]
            guard a == b || (mode.ignoresCase && Unit.upper(a) == Unit.upper(b)) else { return nil }
            i += 1
            k += 1
        }
    }
}
