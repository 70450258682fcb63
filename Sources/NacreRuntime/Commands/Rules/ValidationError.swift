extension PSError {
    /// A ValidationMetadataException: what a rule says of a value it refuses.
    public static func validation(_ id: String, _ message: String) -> PSError {
        PSError(.validationMetadataException, id: id, message, category: .invalidData)
    }
}

extension Machine {
    /// The values that a validation looks at: the elements of a collection, or the one value.
    func validated(_ v: Value, _ check: (Value) throws -> Void) throws {
        if let o = v.unwrapped.obj, o.kind != .string, o.kind != .table, o.isEnumerable { _ = try o.enumerate(check) } else { try check(v) }
    }
    /// A wildcard pattern of a Swift string.
    public func wildcard(_ text: String, ignoreCase: Bool = true) throws -> WildcardPattern { try wildcard(Str(text), ignoreCase: ignoreCase) }
}
