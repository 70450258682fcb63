/// What a command does about an error, a warning or another message (`ActionPreference`); the raw values are .NET's.
public enum ActionPreference: Int64, Sendable {
    case silentlyContinue = 0, stop, `continue`, inquire, ignore, suspend, `break`

    /// Reads what a preference variable or parameter holds: the enum, a name (or the start of one), a number.
    public init?(_ v: Value) {
        switch v.unwrapped {
        case .object(let o):
            if let e = o as? EnumValue { self.init(rawValue: e.raw); return }
            guard let s = o as? Str else { return nil }
            self.init(name: s.string)
        case .int(let i): self.init(rawValue: Int64(i))
        case .long(let i): self.init(rawValue: i)
        default: return nil
        }
    }
    private init?(name: String) {
        let wanted = name.lowercased()
        if let n = Int64(wanted) { self.init(rawValue: n); return }
        guard let labels = TypeRef.actionPreference.labels else { return nil }
        let exact = labels.names.indices.filter { labels.names[$0].lowercased() == wanted }
        let found = exact.isEmpty ? labels.names.indices.filter { labels.names[$0].lowercased().hasPrefix(wanted) } : exact
        guard found.count == 1, !wanted.isEmpty else { return nil }
        self.init(rawValue: labels.values[found[0]])
    }
    /// The enum value that scripts see.
    public var value: Value { .object(ActionPreference.all[Int(rawValue)]) }
    private static let all: [EnumValue] = (0...6).map { EnumValue(.actionPreference, Int64($0)) }
}

/// How much a command changes (`ConfirmImpact`), and from where on `$ConfirmPreference` asks.
public enum ConfirmImpact: Int64, Sendable, Comparable {
    case none = 0, low, medium, high
    public init?(_ v: Value) {
        switch v.unwrapped {
        case .object(let o):
            if let e = o as? EnumValue { self.init(rawValue: e.raw); return }
            switch (o as? Str)?.string.lowercased() {
            case "none"?: self = .none
            case "low"?: self = .low
            case "medium"?: self = .medium
            case "high"?: self = .high
            default: return nil
            }
        case .int(let i): self.init(rawValue: Int64(i))
        default: return nil
        }
    }
    public static func < (a: ConfirmImpact, b: ConfirmImpact) -> Bool { a.rawValue < b.rawValue }
}

extension TypeRef {
    private static func automationEnum(_ name: String, _ labels: [(String, Int64)]) -> TypeRef {
        let t = TypeRef(name, namespace: "System.Management.Automation", code: .enumeration, base: enumBase, element: int, isValueType: true)
        t.labels = EnumLabels(labels)
        return t
    }
    public static let actionPreference = automationEnum("ActionPreference", [
        ("SilentlyContinue", 0), ("Stop", 1), ("Continue", 2), ("Inquire", 3), ("Ignore", 4), ("Suspend", 5), ("Break", 6)])
    public static let confirmImpact = automationEnum("ConfirmImpact", [("None", 0), ("Low", 1), ("Medium", 2), ("High", 3)])
    /// The type of `$PSBoundParameters`.
    public static let boundParameters = TypeRef("PSBoundParametersDictionary", namespace: "System.Management.Automation", code: .dictionary, base: hashtable)
}
