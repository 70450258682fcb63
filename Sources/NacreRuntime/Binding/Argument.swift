import NacreSyntax

/// One word of a command call after its name: `-Name`, `-Name:value` or a value. Pairing names with the values after them is the binder's work,
/// since a switch takes none.
public struct Argument {
    /// The name after the dash, or nil for a value.
    public var parameter: String?
    /// The value; `.undef` for a name that has none attached by a colon.
    public var value: Value
    public var extent: Extent
    /// From a splatted table or array.
    public var isSplatted: Bool
    public init(parameter: String? = nil, value: Value, extent: Extent, isSplatted: Bool = false) {
        self.parameter = parameter
        self.value = value
        self.extent = extent
        self.isSplatted = isSplatted
    }
}
