/// A `[switch]` value: one of two objects.
public final class SwitchValue: Native {
    public let isPresent: Bool
    private init(_ on: Bool) { isPresent = on; super.init(.switchParameter) }
    public static let on = SwitchValue(true), off = SwitchValue(false)
    /// The switch for a truth value, as a value.
    public static func of(_ on: Bool) -> Value { .object(on ? SwitchValue.on : .off) }
    public override var isTrue: Bool { isPresent }
    public override func text(_ culture: Culture) -> String? { isPresent ? "True" : "False" }
    public override func isEqual(to other: Obj) -> Bool { (other as? SwitchValue)?.isPresent == isPresent }
    public override var hash: Int { isPresent ? 1 : 0 }
}
