/// A `[bigint]`.
public final class BigIntegerValue: Obj {
    public let value: PSBigInteger
    public init(_ value: PSBigInteger) { self.value = value; super.init(kind: .bigInteger) }
    public override var type: TypeRef { TypeRef.bigInteger }
    public override func text(_ culture: Culture) -> String? { value.description }

    public override var isTrue: Bool { !value.isZero }
    public override func isEqual(to other: Obj) -> Bool {
        other.kind == .bigInteger && value == unsafeDowncast(other, to: BigIntegerValue.self).value
    }
    public override var hash: Int { value.hashValue }
    public override func compare(to other: Obj) -> Int? {
        guard other.kind == .bigInteger else { return nil }
        let o = unsafeDowncast(other, to: BigIntegerValue.self).value
        return value < o ? -1 : value == o ? 0 : 1
    }
}

extension Value {
    public init(_ b: PSBigInteger) { self = .object(BigIntegerValue(b)) }
}
