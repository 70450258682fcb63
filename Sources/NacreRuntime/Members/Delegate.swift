extension TypeRef {
    public static let delegate = TypeRef("Delegate", base: object)
    public static let multicastDelegate = TypeRef("MulticastDelegate", base: delegate)
}

/// A script block as a .NET delegate: `[Predicate[int]]{ … }`.
public final class DelegateValue: Native {
    public let block: ScriptBlock
    public init(_ type: TypeRef, _ block: ScriptBlock) { self.block = block; super.init(type) }
}

extension Machine {
    /// Calls a delegate, or a script block standing for one, with `$args` or parameters.
    public func invoke(delegate v: Value, _ args: [Value]) throws -> Value {
        if let d = v.cast(DelegateValue.self) { return try call(d.block, args, item: args.first) }
        if let b = v.cast(ScriptBlock.self) { return try call(b, args, item: args.first) }
        throw NetException(.argumentNullException, "Value cannot be null.", parameter: "method")
    }
}
