import NacreRuntime

/// `System.Version`
enum VersionType {
    /// 0.0
    private static var zero: PSVersion { get throws { try PSVersion(major: 0, minor: 0) } }
    static func declare(_ t: TypeBuilder) {
        func me(_ v: Value) throws -> VersionValue {
            guard let x = v.obj as? VersionValue else { throw NetException.null("version") }
            return x
        }
        func parts(_ v: Value) throws -> [Int32] { let x = try me(v).value; return [x.major, x.minor, x.build, x.revision] }
        let names = ["major", "minor", "build", "revision"]
        for n in 2...4 {
            t.constructor("version(\(names.prefix(n).map { "int \($0)" }.joined(separator: ", ")))") { _, _, a in
                for i in 0..<n where a.int(i) < 0 { throw NetException.negative(names[i], a.int(i)) }
                let p = (0..<n).map { Int32(truncatingIfNeeded: a.int($0)) }
                return Value(try PSVersion(major: p[0], minor: p[1], build: n > 2 ? p[2] : nil, revision: n > 3 ? p[3] : nil))
            }
        }
        t.constructor("version(string version)") { _, _, a in Value(try PSVersion.parse(a.text(0))) }
        t.constructor("version()") { _, _, _ in Value(try zero) }
        for (i, n) in ["Major", "Minor", "Build", "Revision"].enumerated() { t.property("int \(n)") { _, v in .int(try parts(v)[i]) } }
        t.property("int16 MajorRevision") { _, v in .short(try me(v).value.majorRevision) }
        t.property("int16 MinorRevision") { _, v in .short(try me(v).value.minorRevision) }
        t.staticMethod("version Parse(string input)") { _, _, a in Value(try PSVersion.parse(a.text(0))) }
        t.staticMethod("bool TryParse(string input, [ref] version result)") { _, _, a in
            let r = try? PSVersion.parse(a.text(0))
            (a[1].obj as? Reference)?.variable.value = r.map { Value($0) } ?? .null
            return .bool(r != nil)
        }
        t.method("string ToString()") { _, v, _ in Value(try me(v).value.description) }
        t.method("string ToString(int fieldCount)") { _, v, a in
            Value(try me(v).value.text(fields: a.int(0)))
        }
        t.method("System.Object Clone()") { _, v, _ in v }
        t.method("int CompareTo(System.Object version)") { _, v, a in
            if a.isNull(0) { return .int(1) }
            guard let o = a[0].unwrapped.obj as? VersionValue else { throw NetException.argument("Object must be of type Version.") }
            return Value(try me(v).compare(to: o) ?? 0)
        }
        t.method("int CompareTo(version value)") { _, v, a in a.isNull(0) ? .int(1) : Value(try me(v).compare(to: me(a[0])) ?? 0) }
        t.method("bool Equals(version obj)") { _, v, a in .bool(ObjectType.same(v, a[0])) }
    }
}
