import NacreSchema

extension EntityEngine {
    /// The stored form of a policy's name in a grant: what `Get-CsUser` shows.
    ///
    /// - Parameter text: a name with or without `tag:`; nil or empty takes the policy away.
    /// - Throws: where there is no policy of that name for users: the global and the sites' are none.
    public func grantable(_ text: String?, in reader: any EntityReader) throws -> SchemaValue {
        guard let text, !text.isEmpty else { return .null }
        if let identity = try? identity(text, in: reader), case .tag(let name)? = identity.scope, let policy = try document(identity, in: reader) {
            return .string(policy.identity.hasPrefix("Tag:") ? String(policy.identity.dropFirst(4)) : name)
        }
        throw ModelError("PolicyNotFound", .invalidArgument,
                         "Policy \"\(text)\" is not a user policy. You can assign only a user policy to a specific user.", target: text)
    }
}
