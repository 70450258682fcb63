/// Members that .NET has and Nacre has not: naming one says so, instead of that there is no such thing.
extension TypeRef {
    /// True where .NET's type, or a base of it, has a member of that name and this one has not.
    final func refuses(_ name: Name) -> Bool {
        guard let find = TypeCatalog.shared.refusedMembers else { return false }
        var t: TypeRef? = self
        while let c = t {
            if code != .scriptClass, c !== TypeRef.object, find(c.namespace.isEmpty ? c.plainName : c.namespace + "." + c.plainName)?.contains(name) == true { return true }
            t = c.baseType
        }
        return false
    }
    /// The name without the number of arguments.
    private final var plainName: String { arguments.isEmpty ? name : String(name.prefix { $0 != "`" }) }
}

extension PSError {
    static func refusedMember(_ type: TypeRef, _ name: String) -> PSError { unsupported("the member \(name) of [\(type.displayName)]") }
    static func refusedType(_ type: TypeRef) -> PSError { unsupported("[\(type.displayName)]") }
}
