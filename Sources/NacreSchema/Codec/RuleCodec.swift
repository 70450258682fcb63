/// `{"rule":"unique","property":"ProxyFqdn","group":"provider"}` and so on: `reference` (`to`), `ordered`, `singleDefault`, `requires` (`when`,
/// `equals`), `notInUse` (`by`, `property`, `matching`), `custom` (`name`).
extension EntityRule {
    init(json: SchemaValue, place: String) throws(SchemaFileError) {
        let r = try FieldReader(json, place)
        let word = try r.string("rule")
        switch word {
        case "unique": self = .unique(property: try r.string("property"), group: try r.string("group"))
        case "reference": self = .reference(property: try r.string("property"), to: try ReferenceTarget(json: r.object["to"] ?? .null, place: place))
        case "ordered": self = .ordered(property: try r.string("property"))
        case "singleDefault": self = .singleDefault(property: try r.string("property"))
        case "requires":
            self = .requires(property: try r.string("property"), when: try r.string("when"), equals: r.object["equals"] ?? .null)
        case "notInUse":
            guard let match = Match(rawValue: try r.string("matching", or: "identity")) else { throw r.error("matching", "identity or domainOf is needed here") }
            self = .notInUse(by: try r.string("by"), property: try r.string("property"), matching: match)
        case "custom": self = .custom(try r.string("name"))
        default: throw r.error("rule", "\"\(word)\" is not a rule")
        }
    }

    var json: SchemaValue {
        switch self {
        case .unique(let p, let g): ["rule": "unique", "property": .string(p), "group": .string(g)]
        case .reference(let p, let to): ["rule": "reference", "property": .string(p), "to": to.json]
        case .ordered(let p): ["rule": "ordered", "property": .string(p)]
        case .singleDefault(let p): ["rule": "singleDefault", "property": .string(p)]
        case .requires(let p, let when, let equals): ["rule": "requires", "property": .string(p), "when": .string(when), "equals": equals]
        case .notInUse(let by, let p, let m): ["rule": "notInUse", "by": .string(by), "property": .string(p), "matching": .string(m.rawValue)]
        case .custom(let name): ["rule": "custom", "name": .string(name)]
        }
    }

    /// The property of the rule's own entity.
    public var property: String? {
        switch self {
        case .unique(let p, _), .reference(let p, _), .ordered(let p), .singleDefault(let p), .requires(let p, _, _): p
        case .notInUse, .custom: nil
        }
    }
}

/// `"site"`, `"pool"`, `"computer"`, `{"entity":NOUN}` or `{"service":[ROLES]}`.
extension ReferenceTarget {
    init(json: SchemaValue, place: String) throws(SchemaFileError) {
        switch json.string {
        case "site": self = .site
        case "pool": self = .pool
        case "computer": self = .computer
        case let word?: throw SchemaFileError(place: place, reason: "\"\(word)\" is nothing that a property can refer to")
        case nil:
            let r = try FieldReader(json, place)
            self = r.has("entity") ? .entity(try r.string("entity")) : .service(roles: try r.strings("service"))
        }
    }

    var json: SchemaValue {
        switch self {
        case .site: "site"
        case .pool: "pool"
        case .computer: "computer"
        case .entity(let noun): ["entity": .string(noun)]
        case .service(let roles): ["service": .list(roles.map { .string($0) })]
        }
    }
}
