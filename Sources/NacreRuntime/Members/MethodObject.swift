/// A method read like a property: `$x.ToUpper`.
public final class MethodObject: Native {
    public let member: PSMember
    public let target: Value
    static let methodType = TypeRef("PSMethod", namespace: "System.Management.Automation", base: .object)
    public init(_ member: PSMember, target: Value) {
        self.member = member
        self.target = target
        super.init(MethodObject.methodType)
    }
    public override func text(_ culture: Culture) -> String? { member.definition }
    /// The overloads, one line each.
    public var definitions: [String] {
        if let m = member as? MethodMember { return m.overloads.map { ($0.isStatic ? "static " : "") + $0.signature } }
        return [member.definition]
    }
}
