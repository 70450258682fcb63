/// What the identities of an entity look like.
public indirect enum IdentityForm: Equatable, Sendable {
    /// `XdsIdentity` of settings: `global`, `site:X`, `service:Role:fqdn`, as far as the classes allow. A bare name is refused.
    /// `roles` are the service roles allowed (empty: all).
    case scoped(ScopeClass, roles: [String])
    /// `XdsIdentity` of policies: as `scoped`, and a bare name means `tag:`.
    case policy(ScopeClass, roles: [String])
    /// `XdsGlobalRelativeIdentity`: a name in one list of the whole deployment; every text but the empty one.
    case named
    /// A service of the topology: `Role:fqdn`, `service:Role:fqdn`, or with one role the bare fqdn. Printed `Role:fqdn`.
    case service(roles: [String])
    /// An item inside a document of another entity: `<parent's identity>/<name>`.
    case child(parent: String, IdentityForm)
    /// Kept and looked up by the model's own code (users, response groups): every text is taken as it is.
    case opaque

    /// `Global` alone.
    public static let globalOnly = IdentityForm.scoped(.global, roles: [])

    /// The classes of scope at which a document of this form can stand.
    public var scopes: ScopeClass {
        switch self {
        case .scoped(let classes, _), .policy(let classes, _): classes
        case .child(_, let form): form.scopes
        case .named, .service, .opaque: []
        }
    }
    /// True where an instance at the global scope always exists: it cannot be created, and removing it resets it.
    public var hasGlobalInstance: Bool {
        switch self {
        case .scoped(let classes, _), .policy(let classes, _): classes.contains(.global)
        default: false
        }
    }
}
