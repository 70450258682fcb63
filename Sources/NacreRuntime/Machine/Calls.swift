extension Machine {
    /// The value of a variable as the running code sees it (dynamic scope); nil where there is none.
    public func lookup(_ name: Name) -> Value? { nil }
    /// Assigns in the current scope, as `$name = value` does.
    public func assign(_ name: Name, _ value: Value) throws {}

    /// Runs a script block in a scope of its own and gives what it put out: `.void`, one value, or an array.
    public func call(_ block: ScriptBlock, _ args: [Value] = [], item: Value? = nil, this: Value? = nil) throws -> Value {
        throw PSError.unsupported("script blocks")
    }
    /// Runs a script block; its output goes to a sink as it comes. `inCurrentScope` is the dot operator's way, and that of Where- and ForEach-Object.
    public func run(_ block: ScriptBlock, _ args: [Value] = [], item: Value? = nil, into sink: Sink, inCurrentScope: Bool = false) throws {
        throw PSError.unsupported("script blocks")
    }
}
