import NacreRuntime

/// `System.String.Split`.
enum StringSplit {
    static func declare(_ t: TypeBuilder) {
        typealias S = StringType
        t.method("string[] Split(Params char[] separator)") { _, me, a in try split(S.text(me), chars(a[0])) }
        t.method("string[] Split(char separator, System.StringSplitOptions options = 0)") { _, me, a in try split(S.text(me), [.of(a.unit(0))], options: a.option(1)) }
        t.method("string[] Split(char separator, int count, System.StringSplitOptions options = 0)") { _, me, a in
            try split(S.text(me), [.of(a.unit(0))], count: a.int(1), options: a.option(2))
        }
        t.method("string[] Split(char[] separator, int count)") { _, me, a in try split(S.text(me), chars(a[0]), count: a.int(1)) }
        t.method("string[] Split(char[] separator, System.StringSplitOptions options)") { _, me, a in try split(S.text(me), chars(a[0]), options: a.option(1)) }
        t.method("string[] Split(char[] separator, int count, System.StringSplitOptions options)") { _, me, a in
            try split(S.text(me), chars(a[0]), count: a.int(1), options: a.option(2))
        }
        t.method("string[] Split(string separator, System.StringSplitOptions options = 0)") { _, me, a in try split(S.text(me), one(a.str(0)), options: a.option(1)) }
        t.method("string[] Split(string separator, int count, System.StringSplitOptions options = 0)") { _, me, a in
            try split(S.text(me), one(a.str(0)), count: a.int(1), options: a.option(2))
        }
        t.method("string[] Split(string[] separator, System.StringSplitOptions options)") { _, me, a in try split(S.text(me), strings(a[0]), options: a.option(1)) }
        t.method("string[] Split(string[] separator, int count, System.StringSplitOptions options)") { _, me, a in
            try split(S.text(me), strings(a[0]), count: a.int(1), options: a.option(2))
        }
    }
    /// No separators split at white space.
    private static func chars(_ v: Value) -> [Str]? {
        let all = (v.obj as? Seq)?.elements.map { Str.of(UInt16(truncatingIfNeeded: $0.intValue)) } ?? []
        return all.isEmpty ? nil : all
    }
    private static func strings(_ v: Value) -> [Str]? {
        let all = (v.obj as? Seq)?.elements.compactMap(\.str) ?? []
        return all.isEmpty ? nil : all.filter { $0.count > 0 }
    }
    private static func one(_ s: Str) -> [Str] { s.count == 0 ? [] : [s] }

    /// The parts of `s` between separators (nil: white space), at most `count`.
    static func split(_ s: Str, _ separators: [Str]?, count: Int = Int.max, options: Int64 = 0) throws -> Value {
        if count < 0 { throw NetException.range("Count cannot be less than zero.", "count") }
        if options & ~3 != 0 { throw NetException.argument("Illegal enum value: \(options).", "options") }
        let dropEmpty = options & 1 != 0, trims = options & 2 != 0
        func clean(_ p: Str) -> Str { trims ? p.trimmed(start: true, end: true, Unit.isSpace) : p }
        if count == 0 { return .strings([Str]()) }
        var out: [Str] = [], start = 0, i = 0
        func length(at i: Int) -> Int {
            guard let separators else { return Unit.isSpace(s[i]) ? 1 : 0 }
            for p in separators where s.hasUnits(p, at: i) { return p.count }
            return 0
        }
        let single = separators?.count == 1 ? separators?[0] : nil
        while i < s.count, out.count < count - 1 {
            var n = 0
            if let single {
                let at = s.find(single, from: i, to: s.count)
                if at < 0 { break }
                i = at
                n = single.count
            } else { n = length(at: i) }
            if n == 0 { i += 1; continue }
            let p = clean(s.slice(start, i - start))
            if !dropEmpty || p.count > 0 { out.append(p) }
            i += n
            start = i
        }
        if dropEmpty, out.count == count - 1 {
            // What is left starts after the separators that stand at its beginning.
            while start < s.count, case let n = length(at: start), n > 0 { start += n }
        }
        let rest = clean(s.slice(start, s.count - start))
        if !dropEmpty || rest.count > 0 { out.append(rest) }
        return .strings(out)
    }
}
