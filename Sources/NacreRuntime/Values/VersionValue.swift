/// A `[version]`.
public final class VersionValue: Native {
    public let value: PSVersion
    public init(_ value: PSVersion) { self.value = value; super.init(.version) }
    public override func text(_ culture: Culture) -> String? { value.description }
    public override func isEqual(to other: Obj) -> Bool { (other as? VersionValue)?.value == value }
    public override var hash: Int { value.hashValue }
    public override func compare(to other: Obj) -> Int? {
        guard let o = (other as? VersionValue)?.value else { return nil }
        return value < o ? -1 : value == o ? 0 : 1
    }
}

extension Value {
    public init(_ v: PSVersion) { self = .object(VersionValue(v)) }
}
