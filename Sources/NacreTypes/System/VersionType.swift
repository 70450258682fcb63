import NacreRuntime

/// `System.Version`: two to four numbers, -1 where one was not given.
public final class VersionValue: Obj {
    public let parts: [Int32]
    public init(_ parts: [Int32]) { self.parts = parts + [Int32](repeating: -1, count: max(0, 4 - parts.count)); super.init(kind: .native) }
    public override var type: TypeRef { TypeRef.version }
    public override func text(_ culture: Culture) -> String? { parts.prefix { $0 >= 0 }.map(String.init).joined(separator: ".") }
    public override func isEqual(to other: Obj) -> Bool { (other as? VersionValue)?.parts == parts }
    public override var hash: Int { parts.hashValue }
    public override func compare(to other: Obj) -> Int? {
        guard let o = other as? VersionValue else { return nil }
        return parts.lexicographicallyPrecedes(o.parts) ? -1 : parts == o.parts ? 0 : 1
    }

    public static func parse(_ text: String) throws -> VersionValue {
        let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (2...4).contains(pieces.count) else { throw NetException.argument("Version string portion was too short or too long.", "input") }
        var parts: [Int32] = []
        for p in pieces {
            let n: Int32 = try IntegerParse.parse(Array(p.utf8))
            if n < 0 { throw NetException.range("Version's parameters must be greater than or equal to zero.", "input") }
            parts.append(n)
        }
        return VersionValue(parts)
    }
}

enum VersionType {
    static func declare(_ t: TypeBuilder) {
        func me(_ v: Value) -> VersionValue { v.obj as? VersionValue ?? VersionValue([0, 0]) }
        let names = ["major", "minor", "build", "revision"]
        for n in 2...4 {
            t.constructor("version(\(names.prefix(n).map { "int \($0)" }.joined(separator: ", ")))") { _, _, a in
                for i in 0..<n where a.int(i) < 0 { throw NetException.negative(names[i], a.int(i)) }
                return .object(VersionValue((0..<n).map { Int32(truncatingIfNeeded: a.int($0)) }))
            }
        }
        t.constructor("version(string version)") { _, _, a in .object(try VersionValue.parse(a.text(0))) }
        t.constructor("version()") { _, _, _ in .object(VersionValue([0, 0])) }
        for (i, n) in ["Major", "Minor", "Build", "Revision"].enumerated() { t.property("int \(n)") { _, v in .int(me(v).parts[i]) } }
        t.property("int16 MajorRevision") { _, v in .short(Int16(truncatingIfNeeded: me(v).parts[3] >> 16)) }
        t.property("int16 MinorRevision") { _, v in .short(Int16(truncatingIfNeeded: me(v).parts[3])) }
        t.staticMethod("version Parse(string input)") { _, _, a in .object(try VersionValue.parse(a.text(0))) }
        t.staticMethod("bool TryParse(string input, [ref] version result)") { _, _, a in
            let r = try? VersionValue.parse(a.text(0))
            (a[1].obj as? Reference)?.variable.value = r.map { .object($0) } ?? .null
            return .bool(r != nil)
        }
        t.method("string ToString()") { _, v, _ in Value(me(v).text(.invariant) ?? "") }
        t.method("string ToString(int fieldCount)") { _, v, a in
            let n = a.int(0), have = me(v).parts.prefix { $0 >= 0 }.count
            guard n >= 0, n <= have else { throw NetException.argument("Argument must be between 0 and \(have).", "fieldCount") }
            return Value(me(v).parts.prefix(n).map(String.init).joined(separator: "."))
        }
        t.method("System.Object Clone()") { _, v, _ in v }
        t.method("int CompareTo(System.Object version)") { _, v, a in
            if a.isNull(0) { return .int(1) }
            guard let o = a[0].unwrapped.obj as? VersionValue else { throw NetException.argument("Object must be of type Version.") }
            return Value(me(v).compare(to: o) ?? 0)
        }
        t.method("int CompareTo(version value)") { _, v, a in a.isNull(0) ? .int(1) : Value(me(v).compare(to: me(a[0])) ?? 0) }
        t.method("bool Equals(version obj)") { _, v, a in .bool(ObjectType.same(v, a[0])) }
    }
}
