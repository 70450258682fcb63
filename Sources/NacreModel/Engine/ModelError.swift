import NacreSchema

/// What a model's cmdlet has to say instead of a result; the cmdlet layer makes an error record of it.
public struct ModelError: Error, Equatable, Sendable {
    /// PowerShell's error categories, as far as a model needs them.
    public enum Category: String, Sendable {
        case objectNotFound = "ObjectNotFound", resourceExists = "ResourceExists", invalidArgument = "InvalidArgument", invalidData = "InvalidData"
        case invalidOperation = "InvalidOperation", permissionDenied = "PermissionDenied", resourceUnavailable = "ResourceUnavailable"
        case notImplemented = "NotImplemented"
    }
    /// The error id before the comma: `ItemAlreadyExists`.
    public var id: String
    public var message: String
    public var category: Category
    /// What it is about: an identity, mostly.
    public var target: String?

    public init(_ id: String, _ category: Category, _ message: String, target: String? = nil) {
        self.id = id; self.category = category; self.message = message; self.target = target
    }
}

extension ModelError {
    static func notFound(_ element: String, _ identity: String) -> ModelError {
        ModelError("ItemNotFound", .objectNotFound, "Cannot find \"\(element)\" \"\(identity)\" because it does not exist.", target: identity)
    }
    static func exists(_ element: String, _ identity: String) -> ModelError {
        ModelError("ItemAlreadyExists", .resourceExists, "Cannot create \"\(element)\" \"\(identity)\" because it already exists.", target: identity)
    }
    static func duplicate(_ value: String, property: String, of owner: String, _ element: String) -> ModelError {
        ModelError("DuplicateKey", .invalidData,
                   "There is a duplicate key sequence '\(value)' for the '\(property)' key or unique identity constraint: the \(element) \"\(owner)\" has it.", target: value)
    }
    static func noScope(_ scope: Scope) -> ModelError {
        let kind = if case .site = scope { "site" } else { "service" }
        return ModelError("ScopeNotFound", .objectNotFound, "Cannot find \(kind) \"\(scope.name ?? "")\" in the topology.", target: scope.description)
    }
    static func badIdentity(_ error: IdentityError, _ text: String) -> ModelError {
        ModelError("InvalidIdentity", .invalidArgument, "\"\(text)\" is not a valid identity. \(error.message)", target: text)
    }
    static func badValue(_ problem: PropertyProblem) -> ModelError { ModelError("InvalidPropertyValue", .invalidArgument, problem.message) }
    public static func unsupported(_ what: String) -> ModelError {
        ModelError("NotSupportedByNacre", .notImplemented, "not supported by Nacre: \(what)")
    }
    /// A store's trouble, as the cmdlet that met it reports it.
    public static func store(_ error: StoreError) -> ModelError {
        ModelError("StoreError" + String(describing: error.code).capitalizedFirst, .resourceUnavailable, error.message, target: error.path)
    }
}

extension Scope {
    /// The name in the scope: a site's, a service's pool, a tag's; nil for the global one.
    var name: String? {
        switch self {
        case .global: nil
        case .site(let n), .tag(let n): n
        case .service(let role, let n): role + ":" + n
        }
    }
}
extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
