import NacreRuntime

/// `s("abc")`
func s(_ text: String) -> Value { Value(text) }
/// `a(1, 2)`: an `object[]`.
func a(_ values: Value...) -> Value { .object(PSArray(values)) }
extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    public init(integerLiteral x: Int32) { self = .int(x) }
    public init(floatLiteral x: Double) { self = .double(x) }
    public init(stringLiteral x: String) { self = Value(x) }
    public init(booleanLiteral x: Bool) { self = .bool(x) }
}
