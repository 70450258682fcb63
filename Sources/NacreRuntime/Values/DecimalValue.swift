/// A `[decimal]`.
public final class DecimalValue: Obj {
    public let value: PSDecimal
    public init(_ value: PSDecimal) { self.value = value; super.init(kind: .decimal) }
    public override var type: TypeRef { TypeRef.decimal }
    public override func text(_ culture: Culture) -> String? { value.description }
    public override var isTrue: Bool { !value.isZero }
    public override func isEqual(to other: Obj) -> Bool {
        other.kind == .decimal && value == unsafeDowncast(other, to: DecimalValue.self).value
    }
    public override var hash: Int { value.hashValue }
    public override func compare(to other: Obj) -> Int? {
        other.kind == .decimal ? PSDecimal.compare(value, unsafeDowncast(other, to: DecimalValue.self).value) : nil
    }
}

extension Value {
    public init(_ d: PSDecimal) { self = .object(DecimalValue(d)) }
}
