import NacreRuntime

/// `System.Text.RegularExpressions.Regex`, its matches, groups and captures.
enum RegexType {
    /// A compiled pattern; what is wrong with it is a RegexParseException.
    private static func program(_ m: Machine, _ pattern: Str, _ options: Int64 = 0) throws -> RegexProgram {
        do { return try m.session.regexes.program(pattern, RegexOptions(rawValue: Int32(truncatingIfNeeded: options))) }
        catch let e as RegexError { throw NetException(.regexParseException, e.message) }
    }
    private static func me(_ v: Value) throws -> RegexProgram {
        guard let r = v.cast(RegexValue.self) else { throw NetException.null("regex") }
        return r.program
    }
    private static func match(_ m: Machine, _ p: RegexProgram, _ s: Str, from: Int = 0) throws -> RegexMatchValue {
        guard from >= 0, from <= s.count else { throw NetException.range("Start index cannot be less than 0 or greater than input length.", "startat") }
        return try p.search(s, from: from, m.session.regexes) ? RegexMatchValue(p, s) : RegexMatchValue(noneIn: s)
    }
    private static func matches(_ m: Machine, _ p: RegexProgram, _ s: Str, from: Int = 0) throws -> Value {
        var out: [Value] = [], at = from
        while at <= s.count, try p.search(s, from: at, m.session.regexes) {
            let x = RegexMatchValue(p, s)
            out.append(.object(x))
            at = x.next
        }
        return .object(PSList(out, type: matchCollection, element: .regexMatch))
    }
    private static func replace(_ m: Machine, _ p: RegexProgram, _ s: Str, _ by: Value, count: Int = -1, from: Int = 0) throws -> Value {
        if by.cast(DelegateValue.self) != nil || by.cast(ScriptBlock.self) != nil {
            return Value(try m.replace(s, p, count: count, from: from) { m.str(try m.invoke(delegate: by, [.object($0)])) })
        }
        return Value(try m.replace(s, p, with: m.str(by), count: count, from: from))
    }
    private static let evaluator = "System.Text.RegularExpressions.MatchEvaluator evaluator", options = "System.Text.RegularExpressions.RegexOptions options"

    static func declare(_ t: TypeBuilder) {
        t.constructor("regex(string pattern)") { m, _, a in .object(RegexValue(try program(m, a.str(0)))) }
        t.constructor("regex(string pattern, \(options))") { m, _, a in .object(RegexValue(try program(m, a.str(0), a.option(1)))) }
        t.constructor("regex(string pattern, \(options), timespan matchTimeout)") { m, _, a in .object(RegexValue(try program(m, a.str(0), a.option(1)))) }
        t.property("System.Text.RegularExpressions.RegexOptions Options") { m, v in m.enumValue("System.Text.RegularExpressions.RegexOptions", Int64(try me(v).options.rawValue)) }
        t.property("bool RightToLeft") { _, v in .bool(try me(v).options.contains(.rightToLeft)) }
        t.method("string ToString()") { _, v, _ in Value(try me(v).pattern) }
        t.method("bool IsMatch(string input)") { m, v, a in .bool(try me(v).search(a.str(0), m.session.regexes)) }
        t.method("bool IsMatch(string input, int startat)") { m, v, a in .bool(try match(m, me(v), a.str(0), from: a.int(1)).success) }
        t.method("System.Text.RegularExpressions.Match Match(string input)") { m, v, a in .object(try match(m, me(v), a.str(0))) }
        t.method("System.Text.RegularExpressions.Match Match(string input, int startat)") { m, v, a in .object(try match(m, me(v), a.str(0), from: a.int(1))) }
        t.method("System.Text.RegularExpressions.MatchCollection Matches(string input)") { m, v, a in try matches(m, me(v), a.str(0)) }
        t.method("System.Text.RegularExpressions.MatchCollection Matches(string input, int startat)") { m, v, a in try matches(m, me(v), a.str(0), from: a.int(1)) }
        t.method("int Count(string input)") { m, v, a in Value(ArrayType.count(try matches(m, me(v), a.str(0)))) }
        t.method("string Replace(string input, string replacement)") { m, v, a in try replace(m, me(v), a.str(0), a[1]) }
        t.method("string Replace(string input, string replacement, int count)") { m, v, a in try replace(m, me(v), a.str(0), a[1], count: a.int(2)) }
        t.method("string Replace(string input, string replacement, int count, int startat)") { m, v, a in try replace(m, me(v), a.str(0), a[1], count: a.int(2), from: a.int(3)) }
        t.method("string Replace(string input, \(evaluator))") { m, v, a in try replace(m, me(v), a.str(0), a[1]) }
        t.method("string Replace(string input, \(evaluator), int count)") { m, v, a in try replace(m, me(v), a.str(0), a[1], count: a.int(2)) }
        t.method("string[] Split(string input)") { m, v, a in .strings(try m.split(a.str(0), me(v))) }
        t.method("string[] Split(string input, int count)") { m, v, a in .strings(try m.split(a.str(0), me(v), count: a.int(1))) }
        t.method("string[] Split(string input, int count, int startat)") { m, v, a in .strings(try m.split(a.str(0), me(v), count: a.int(1), from: a.int(2))) }
        t.method("string[] GetGroupNames()") { _, v, _ in .strings(try me(v).groups.map(\.name)) }
        t.method("int[] GetGroupNumbers()") { _, v, _ in .object(PSArray(try me(v).groups.map { Value($0.number) }, of: .int)) }
        t.method("string GroupNameFromNumber(int i)") { _, v, a in Value(try me(v).groups.first { $0.number == a.int(0) }?.name ?? "") }
        t.method("int GroupNumberFromName(string name)") { _, v, a in Value(try me(v).groups.first { $0.name == a.text(0) }?.number ?? -1) }
        statics(t)
    }

    private static func statics(_ t: TypeBuilder) {
        t.staticMethod("bool IsMatch(string input, string pattern)") { m, _, a in .bool(try program(m, a.str(1)).search(a.str(0), m.session.regexes)) }
        t.staticMethod("bool IsMatch(string input, string pattern, \(options))") { m, _, a in .bool(try program(m, a.str(1), a.option(2)).search(a.str(0), m.session.regexes)) }
        t.staticMethod("System.Text.RegularExpressions.Match Match(string input, string pattern)") { m, _, a in .object(try match(m, program(m, a.str(1)), a.str(0))) }
        t.staticMethod("System.Text.RegularExpressions.Match Match(string input, string pattern, \(options))") { m, _, a in .object(try match(m, program(m, a.str(1), a.option(2)), a.str(0))) }
        t.staticMethod("System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern)") { m, _, a in try matches(m, program(m, a.str(1)), a.str(0)) }
        t.staticMethod("System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern, \(options))") { m, _, a in try matches(m, program(m, a.str(1), a.option(2)), a.str(0)) }
        t.staticMethod("int Count(string input, string pattern)") { m, _, a in Value(ArrayType.count(try matches(m, program(m, a.str(1)), a.str(0)))) }
        t.staticMethod("string Replace(string input, string pattern, string replacement)") { m, _, a in try replace(m, program(m, a.str(1)), a.str(0), a[2]) }
        t.staticMethod("string Replace(string input, string pattern, string replacement, \(options))") { m, _, a in try replace(m, program(m, a.str(1), a.option(3)), a.str(0), a[2]) }
        t.staticMethod("string Replace(string input, string pattern, \(evaluator))") { m, _, a in try replace(m, program(m, a.str(1)), a.str(0), a[2]) }
        t.staticMethod("string Replace(string input, string pattern, \(evaluator), \(options))") { m, _, a in try replace(m, program(m, a.str(1), a.option(3)), a.str(0), a[2]) }
        t.staticMethod("string[] Split(string input, string pattern)") { m, _, a in .strings(try m.split(a.str(0), program(m, a.str(1)))) }
        t.staticMethod("string[] Split(string input, string pattern, \(options))") { m, _, a in .strings(try m.split(a.str(0), program(m, a.str(1), a.option(2)))) }
        t.staticMethod("string Escape(string str)") { _, _, a in Value(escape(a.str(0))) }
        t.staticMethod("string Unescape(string str)") { _, _, a in Value(try unescape(a.str(0))) }
        t.staticProperty("int CacheSize") { _, _ in .int(15) }
    }
    static func escape(_ s: Str) -> Str {
        var b = TextBuilder(capacity: s.count + 8)
        for i in 0..<s.count {
            switch s[i] {
            case 9: b.append("\\t" as StaticString)
            case 10: b.append("\\n" as StaticString)
            case 12: b.append("\\f" as StaticString)
            case 13: b.append("\\r" as StaticString)
            case 32, 35, 36, 40, 41, 42, 43, 46, 63, 91, 92, 94, 123, 124:
                b.append(byte: 92)
                b.append(unit: s[i])
            default: b.append(unit: s[i])
            }
        }
        return b.finish()
    }
    private static func unescape(_ s: Str) throws -> Str {
        var b = TextBuilder(capacity: s.count), i = 0
        func hex(_ n: Int) throws -> UInt16 {
            guard i + n < s.count, let v = UInt16(s.slice(i + 1, n).string, radix: 16) else {
                throw NetException(.regexParseException, "Invalid pattern '\(s.string)' at offset \(i + 1). Insufficient or invalid hexadecimal digits.")
            }
            i += n
            return v
        }
        while i < s.count {
            guard s[i] == 92 else { b.append(unit: s[i]); i += 1; continue }
            i += 1
            guard i < s.count else { throw NetException(.regexParseException, "Invalid pattern '\(s.string)' at offset \(s.count). Illegal \\ at end of pattern.") }
            switch s[i] {
            case 0x74: b.append(byte: 9)
            case 0x6E: b.append(byte: 10)
            case 0x72: b.append(byte: 13)
            case 0x66: b.append(byte: 12)
            case 0x76: b.append(byte: 11)
            case 0x61: b.append(byte: 7)
            case 0x65: b.append(byte: 27)
            case 0x75: b.append(unit: try hex(4))
            case 0x78: b.append(unit: try hex(2))
            default: b.append(unit: s[i])
            }
            i += 1
        }
        return b.finish()
    }

    static let matchCollection = collection("MatchCollection"), groupCollection = collection("GroupCollection"), captureCollection = collection("CaptureCollection")
    private static func collection(_ name: String) -> TypeRef {
        let t = TypeRef("System.Text.RegularExpressions." + name, base: .object)
        t.interfaces = [.list, .collection, .enumerable]
        return t
    }
    static func register(in c: TypeCatalog) {
        for t in [TypeRef.regexParseException, .regexCapture, .regexGroup, .regexMatch, matchCollection, groupCollection, captureCollection] { c.register(t) }
        TypeRef.regexCapture.declare(in: c) { t in
            func me(_ v: Value) -> RegexGroupValue? { v.obj as? RegexGroupValue }
            t.property("int Index") { _, v in Value(max(me(v)?.index ?? 0, 0)) }
            t.property("int Length") { _, v in Value(me(v).map { $0.success ? $0.length : 0 } ?? 0) }
            t.property("string Value") { _, v in Value(me(v)?.value ?? .empty) }
            // A span is nothing that a script can hold.
            t.property("System.ReadOnlySpan[char] ValueSpan") { _, _ in .null }
            t.method("string ToString()") { _, v, _ in Value(me(v)?.value ?? .empty) }
        }
        TypeRef.regexGroup.declare(in: c) { t in
            func me(_ v: Value) -> RegexGroupValue? { v.obj as? RegexGroupValue }
            t.property("bool Success") { _, v in .bool(me(v)?.success ?? false) }
            t.property("string Name") { _, v in Value(me(v)?.name ?? "") }
            // Each group shows its last capture; earlier ones of a repeated group are not kept.
            t.property("System.Text.RegularExpressions.CaptureCollection Captures") { _, v in
                .object(PSList(me(v)?.success ?? false ? [v] : [], type: captureCollection, element: .regexCapture))
            }
        }
        TypeRef.regexMatch.declare(in: c) { t in
            func me(_ v: Value) -> RegexMatchValue? { v.obj as? RegexMatchValue }
            t.property("System.Text.RegularExpressions.GroupCollection Groups") { _, v in .object(GroupList(me(v))) }
            t.method("System.Text.RegularExpressions.Match NextMatch()") { m, v, _ in
                guard let x = me(v), let p = x.program, x.success, x.next <= x.subject.count else { return .object(RegexMatchValue(noneIn: .empty)) }
                return .object(try match(m, p, x.subject, from: x.next))
            }
            t.method("string Result(string replacement)") { m, v, a in
                guard let x = me(v), let p = x.program, x.success else { throw NetException(.notSupportedException, "Result cannot be called on a failed Match.") }
                let whole = try m.replace(x.subject, p, with: a.str(0), count: 1, from: x.index)
                return Value(whole.slice(x.index, whole.count - (x.subject.count - x.length)))
            }
            t.staticProperty("System.Text.RegularExpressions.Match Empty") { _, _ in .object(RegexMatchValue(noneIn: .empty)) }
        }
        for x in [matchCollection, captureCollection] {
            x.declare(in: c) { t in
                t.property("int Count") { _, v in Value(ArrayType.count(v)) }
                t.method("System.Collections.IEnumerator GetEnumerator()") { m, v, _ in .object(Enumerator(try m.elements(of: v))) }
                t.method("void CopyTo(array array, int arrayIndex)") { _, v, a in
                    guard let l = v.obj as? Seq else { return .void }
                    return try ListType.copy(l, a[0], a.int(1))
                }
            }
        }
        groupCollection.declare(in: c, GroupList.declare)
    }
}

/// The groups of a match, by number and name.
final class GroupList: Native {
    let match: RegexMatchValue?
    init(_ m: RegexMatchValue?) { match = m; super.init(RegexType.groupCollection) }
    private var count: Int { match?.program?.groups.count ?? 1 }
    private func group(_ i: Int) -> Value {
        guard let match, i >= 0, i < count, match.program != nil else { return i == 0 ? match.map { .object($0) } ?? .null : GroupList.none }
        return i == 0 ? .object(match) : .object(match.group(i))
    }
    private static var none: Value { .object(RegexGroupValue(.empty, name: "", index: -1, length: 0)) }
    override var isEnumerable: Bool { true }
    override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        for i in 0..<count { try body(group(i)) }
        return true
    }
    static func declare(_ t: TypeBuilder) {
        func me(_ v: Value) -> GroupList? { v.obj as? GroupList }
        t.property("int Count") { _, v in Value(me(v)?.count ?? 0) }
        t.property("System.Collections.Generic.IEnumerable[string] Keys") { _, v in .strings(me(v)?.match?.program?.groups.map(\.name) ?? ["0"]) }
        t.property("System.Object Values") { _, v in v }
        t.method("bool ContainsKey(string key)") { _, v, a in .bool(me(v)?.match?.program?.groupIndex(named: a.text(0)) != nil) }
        t.method("System.Collections.IEnumerator GetEnumerator()") { m, v, _ in .object(Enumerator(try m.elements(of: v))) }
        t.indexer { m, v, a in
            guard let g = me(v) else { return .null }
            if let s = a[0].unwrapped.str { return g.match?.program?.groupIndex(named: s.string).map { g.group($0) } ?? none }
            let n = a[0].unwrapped.intValue
            return g.match?.program.map { $0.groupIndex(number: n).map { g.group($0) } ?? none } ?? g.group(n)
        }
    }
}
