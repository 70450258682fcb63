/// A `[guid]`.
public final class GuidValue: Native {
    public let value: PSGuid
    public init(_ value: PSGuid) { self.value = value; super.init(.guid) }
    public override func text(_ culture: Culture) -> String? { value.description }
    /// `N`, `D`, `B`, `P` or `X`; throws TextError of kind `.format`.
    public func text(format: String) throws -> String {
        var b: [UInt8] = []
        try value.append(format: format.isEmpty ? "D" : format, to: &b)
        return String(decoding: b, as: UTF8.self)
    }
    public override func isEqual(to other: Obj) -> Bool { (other as? GuidValue)?.value == value }
    public override var hash: Int { value.hashValue }
    public override func compare(to other: Obj) -> Int? {
        guard let o = (other as? GuidValue)?.value else { return nil }
        return value < o ? -1 : value == o ? 0 : 1
    }
}

extension Value {
    public init(_ g: PSGuid) { self = .object(GuidValue(g)) }
}
