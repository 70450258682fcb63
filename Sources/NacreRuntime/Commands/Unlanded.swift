extension Machine {
    func pendingAlias(_ name: Name) -> String? { nil }
    func pendingError(_ e: Error) -> PSError? { e as? PSError }
}
final class PendingWord: Obj {
    public let name: String
    public let value: Value
    public init(_ n: String, _ v: Value) { name = n; value = v; super.init(kind: .native) }
}
