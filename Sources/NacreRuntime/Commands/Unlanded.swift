extension Machine {
    public func pendingConvert(_ v: Value, to type: TypeRef) throws -> Value { v }
    public func pendingOrder(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Int { 0 }
    public func pendingMatch(_ s: Str, pattern: Str, ignoreCase: Bool) throws -> Bool { true }
    func pendingAlias(_ name: Name) -> String? { nil }
    func pendingError(_ e: Error) -> PSError? { e as? PSError }
}
final class PendingWord: Obj {
    public let name: String
    public let value: Value
    public init(_ n: String, _ v: Value) { name = n; value = v; super.init(kind: .native) }
}
