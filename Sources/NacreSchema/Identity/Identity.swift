/// Which document of an entity: a place, a name in it, or both.
public struct Identity: Equatable, Hashable, Sendable {
    /// The place; nil for names in one list and for opaque identities.
    public var scope: Scope?
    /// The name of a named item or a child; nil for a document that fills its scope, and for all children of a parent.
    public var name: String?

    public init(scope: Scope? = nil, name: String? = nil) { self.scope = scope; self.name = name }
    /// A child called `name` of `parent`.
    public init(parent: Identity, name: String) { self.init(scope: parent.scope, name: name) }

    public static let global = Identity(scope: .global)

    /// A child's parent.
    public var parent: Identity { Identity(scope: scope) }

    /// As printed: `Global`, `Site:Redmond`, `Tag:Sales/Prefix All`, `Exchange Online`.
    public var description: String {
        switch (scope, name) {
        case (let scope?, let name?): scope.description + "/" + name
        case (let scope?, nil): scope.description
        case (nil, let name): name ?? ""
        }
    }

    /// The form under which identities that differ in case only are one.
    public var key: String { foldedCase(description) }
}

/// An identity's text that an entity's form does not allow.
public enum IdentityError: Error, Equatable, Sendable {
    case empty
    /// `site:X` where the entity has no site scope, and the like.
    case scopeNotAllowed(ScopeClass, allowed: ScopeClass)
    /// A name without a scope where only scopes are known.
    case bareName(String, allowed: ScopeClass)
    /// `site:` and the like without the name.
    case nameMissing(ScopeClass)
    case unknownRole(String)
    case roleNotAllowed(String, allowed: [String])
    /// A child's identity without `/name`.
    case childNameMissing(String)

    /// What is wrong, for people.
    public var message: String {
        switch self {
        case .empty: return "The identity is empty."
        case .scopeNotAllowed(let scope, let allowed):
            return "The scope \"\(scope.names.joined())\" is not allowed here. Use one of: \(allowed.names.joined(separator: ", "))."
        case .bareName(let name, let allowed):
            return "\"\(name)\" names no scope. Use one of: \(allowed.names.joined(separator: ", "))."
        case .nameMissing(let scope): return "A name must follow \"\(scope.names.joined()):\"."
        case .unknownRole(let role): return "\"\(role)\" is not a service role."
        case .roleNotAllowed(let role, let allowed):
            return "The service role \"\(role)\" is not allowed here. Use one of: \(allowed.joined(separator: ", "))."
        case .childNameMissing(let parent): return "The identity \"\(parent)\" lacks \"/\" and a name."
        }
    }
}
