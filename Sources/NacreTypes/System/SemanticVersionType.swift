import NacreRuntime

/// A `System.Management.Automation.SemanticVersion`: `1.2.3-beta.1+build`.
public final class SemanticVersionValue: Native {
    let major: Int32, minor: Int32, patch: Int32
    let label: String?, build: String?
    init(_ major: Int32, _ minor: Int32 = 0, _ patch: Int32 = 0, label: String? = nil, build: String? = nil) {
        (self.major, self.minor, self.patch, self.label, self.build) = (major, minor, patch, label, build)
        super.init(SemanticVersionType.type)
    }

    public override func text(_ culture: Culture) -> String? {
        "\(major).\(minor).\(patch)" + (label.map { "-" + $0 } ?? "") + (build.map { "+" + $0 } ?? "")
    }
    public override func isEqual(to other: Obj) -> Bool {
        guard let o = other as? SemanticVersionValue else { return false }
        return (major, minor, patch) == (o.major, o.minor, o.patch) && label == o.label
    }
    public override var hash: Int { text(.invariant).hashValue }
    /// By the numbers, then the label: none comes after any. Build metadata does not count.
    public override func compare(to other: Obj) -> Int? {
        guard let o = other as? SemanticVersionValue else { return nil }
        if (major, minor, patch) != (o.major, o.minor, o.patch) { return (major, minor, patch) < (o.major, o.minor, o.patch) ? -1 : 1 }
        switch (label, o.label) {
        case (nil, nil): return 0
        case (nil, _): return 1
        case (_, nil): return -1
        case (let a?, let b?): return SemanticVersionValue.order(a, b)
        }
    }
    /// Identifiers between dots: numbers by value and before words, words by their characters, more of them after fewer.
    private static func order(_ a: String, _ b: String) -> Int {
        let x = a.split(separator: ".", omittingEmptySubsequences: false), y = b.split(separator: ".", omittingEmptySubsequences: false)
        for (p, q) in zip(x, y) where p != q {
            switch (Int32(p), Int32(q)) {
            case (let m?, let n?): if m != n { return m < n ? -1 : 1 }
            case (_?, nil): return -1
            case (nil, _?): return 1
            case (nil, nil): return p < q ? -1 : 1
            }
        }
        return x.count < y.count ? -1 : x.count > y.count ? 1 : 0
    }

    /// Nil where the text is no version: `major[.minor[.patch]][-label][+build]`.
    static func parse(_ text: String) -> SemanticVersionValue? {
        var rest = text[...], label: Substring?, build: Substring?
        if let plus = rest.firstIndex(of: "+") { build = rest[rest.index(after: plus)...]; rest = rest[..<plus] }
        if let dash = rest.firstIndex(of: "-") { label = rest[rest.index(after: dash)...]; rest = rest[..<dash] }
        for l in [label, build] { if let l, !isLabel(l) { return nil } }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard 1...3 ~= parts.count else { return nil }
        var numbers: [Int32] = []
        for p in parts {
            guard p.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let n = Int32(p) else { return nil }
            numbers.append(n)
        }
        return SemanticVersionValue(numbers[0], numbers.count > 1 ? numbers[1] : 0, numbers.count > 2 ? numbers[2] : 0, label: label.map(String.init), build: build.map(String.init))
    }
    static func isLabel(_ s: Substring) -> Bool {
        guard let first = s.utf8.first, first != 45, first != 46 else { return false }
        return s.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 | 0x20 >= 97 && $0 | 0x20 <= 122) || $0 == 45 || $0 == 46 }
    }
}

enum SemanticVersionType {
    static let type = TypeRef("SemanticVersion", namespace: "System.Management.Automation", base: .object)

    private static func me(_ v: Value) throws -> SemanticVersionValue {
        guard let x = v.unwrapped.obj as? SemanticVersionValue else { throw NetException.null("version") }
        return x
    }
    private static func parsed(_ a: Args) throws -> SemanticVersionValue {
        if a.isNull(0) { throw NetException.null("version") }
        if a.text(0).isEmpty { throw NetException(.formatException, "The input string '' was not in a correct format.") }
        guard let v = SemanticVersionValue.parse(a.text(0)) else { throw NetException(.formatException, "The input string '' was not in a correct format.") }
        return v
    }

    static func declare(_ t: TypeBuilder) {
        let n = "System.Management.Automation.SemanticVersion", names = ["major", "minor", "patch"]
        t.constructor("\(n)(string version)") { _, _, a in .object(try parsed(a)) }
        func made(_ a: Args, _ count: Int, label: String? = nil, build: String? = nil) throws -> Value {
            for i in 0..<count where a.int(i) < 0 { throw NetException.negative(names[i], a.int(i)) }
            let p = (0..<3).map { $0 < count ? Int32(truncatingIfNeeded: a.int($0)) : 0 }
            for l in [label, build] { if let l, !SemanticVersionValue.isLabel(l[...]) { throw NetException(.formatException, "The input string '\(l)' was not in a correct format.") } }
            return .object(SemanticVersionValue(p[0], p[1], p[2], label: label, build: build))
        }
        t.constructor("\(n)(int major, int minor, int patch, string preReleaseLabel, string buildLabel)") { _, _, a in
            try made(a, 3, label: a.text(3).isEmpty ? nil : a.text(3), build: a.text(4).isEmpty ? nil : a.text(4))
        }
        t.constructor("\(n)(int major, int minor, int patch, string label)") { _, _, a in
            if a.text(3).isEmpty { return try made(a, 3) }
            let parts = a.text(3).split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return try made(a, 3, label: parts[0].isEmpty ? nil : parts[0], build: parts.count > 1 ? parts[1] : nil)
        }
        t.constructor("\(n)(int major, int minor, int patch)") { _, _, a in try made(a, 3) }
        t.constructor("\(n)(int major, int minor)") { _, _, a in try made(a, 2) }
        t.constructor("\(n)(int major)") { _, _, a in try made(a, 1) }
        t.constructor("\(n)(version version)") { _, _, a in
            guard let v = a[0].unwrapped.obj as? VersionValue else { throw NetException.null("version") }
            if v.value.revision > 0 { throw NetException.argument("Cannot convert the version '\(v.value.description)' to a semantic version.", "version") }
            return .object(SemanticVersionValue(v.value.major, v.value.minor, max(v.value.build, 0)))
        }
        t.property("int Major") { _, v in .int(try me(v).major) }
        t.property("int Minor") { _, v in .int(try me(v).minor) }
        t.property("int Patch") { _, v in .int(try me(v).patch) }
        t.property("string PreReleaseLabel") { _, v in try me(v).label.map { Value($0) } ?? .null }
        t.property("string BuildLabel") { _, v in try me(v).build.map { Value($0) } ?? .null }
        t.staticMethod("\(n) Parse(string version)") { _, _, a in .object(try parsed(a)) }
        t.staticMethod("bool TryParse(string version, [ref] \(n) result)") { _, _, a in
            let v = SemanticVersionValue.parse(a.text(0))
            (a[1].obj as? Reference)?.variable.value = v.map { .object($0) } ?? .null
            return .bool(v != nil)
        }
        t.staticMethod("int Compare(\(n) versionA, \(n) versionB)") { _, _, a in
            if a.isNull(0) { return .int(a.isNull(1) ? 0 : -1) }
            return a.isNull(1) ? .int(1) : Value(try me(a[0]).compare(to: me(a[1])) ?? 0)
        }
        t.method("string ToString()") { m, v, _ in Value(m.textOf(v, .invariant)) }
        t.method("int CompareTo(System.Object version)") { _, v, a in
            if a.isNull(0) { return .int(1) }
            guard let o = a[0].unwrapped.obj as? SemanticVersionValue else { throw NetException.argument("Object must be of type SemanticVersion.") }
            return Value(try me(v).compare(to: o) ?? 0)
        }
        t.method("bool Equals(System.Object obj)") { _, v, a in .bool(ObjectType.same(v, a[0])) }
    }
}
