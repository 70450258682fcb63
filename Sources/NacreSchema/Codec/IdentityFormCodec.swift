/// `"named"`, `"opaque"`, or an object: `{"form":"scoped","scopes":["Global","Site"],"roles":[…]}`, likewise `policy`, `service` with `roles`,
/// `{"form":"child","parent":NOUN,"of":FORM}`.
extension IdentityForm {
    init(json: SchemaValue, place: String) throws(SchemaFileError) {
        if let word = json.string {
            switch word {
            case "named": self = .named
            case "opaque": self = .opaque
            case "global": self = .globalOnly
            default: throw SchemaFileError(place: place, reason: "\"\(word)\" is not a form of identities")
            }
            return
        }
        let r = try FieldReader(json, place)
        let form = try r.string("form")
        switch form {
        case "scoped": self = .scoped(try IdentityForm.scopes(r), roles: try r.strings("roles"))
        case "policy": self = .policy(try IdentityForm.scopes(r), roles: try r.strings("roles"))
        case "service": self = .service(roles: try r.strings("roles"))
        case "child": self = .child(parent: try r.string("parent"), try IdentityForm(json: r.object["of"] ?? .null, place: place + ".of"))
        default: throw r.error("form", "\"\(form)\" is not a form of identities")
        }
    }

    private static func scopes(_ r: FieldReader) throws(SchemaFileError) -> ScopeClass {
        var set: ScopeClass = []
        for word in try r.strings("scopes") {
            guard let scope = ScopeClass.words.first(where: { equalsIgnoringCase($0.0, word) }) else {
                throw r.error("scopes", "\"\(word)\" is not a scope")
            }
            set.insert(scope.1)
        }
        return set
    }

    var json: SchemaValue {
        func object(_ form: String, _ scopes: ScopeClass?, _ roles: [String]) -> SchemaValue {
            var o = SchemaObject([("form", .string(form))])
            if let scopes { o["scopes"] = .list(scopes.names.map { .string($0) }) }
            if !roles.isEmpty { o["roles"] = .list(roles.map { .string($0) }) }
            return .object(o)
        }
        switch self {
        case .named: return "named"
        case .opaque: return "opaque"
        case .globalOnly: return "global"
        case .scoped(let scopes, let roles): return object("scoped", scopes, roles)
        case .policy(let scopes, let roles): return object("policy", scopes, roles)
        case .service(let roles): return object("service", nil, roles)
        case .child(let parent, let form): return ["form": "child", "parent": .string(parent), "of": form.json]
        }
    }
}
