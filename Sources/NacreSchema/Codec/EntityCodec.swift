/// An entity as JSON, the form of schema files (docs/schema-files.md). Fields that have their usual value may be missing.
extension EntitySchema {
    public init(json: SchemaValue) throws(SchemaFileError) {
        let top = try FieldReader(json, "entity")
        let noun = try top.string("noun")
        let r = try FieldReader(json, noun)
        var properties: [PropertySchema] = []
        for item in try r.list("properties") { properties.append(try PropertySchema(json: item, place: noun + ".properties")) }
        var variants: [EntityVariant] = []
        for item in try r.list("variants") {
            let v = try FieldReader(item, noun + ".variants")
            variants.append(EntityVariant(value: try v.string("value"), typeName: try v.optionalString("typeName"),
                                          properties: try v.strings("properties"), selector: try v.optionalString("selector")))
        }
        var verbs: [VerbSchema] = []
        for item in try r.list("verbs") { verbs.append(try VerbSchema(json: item, place: noun + ".verbs")) }
        var rules: [EntityRule] = []
        for item in try r.list("rules") { rules.append(try EntityRule(json: item, place: noun + ".rules")) }
        self.init(noun: noun, typeNames: try r.strings("typeNames"),
                  identity: try IdentityForm(json: r.object["identity"] ?? .null, place: noun + ".identity"), properties: properties,
                  discriminator: try r.optionalString("discriminator"), variants: variants, verbs: verbs, rules: rules,
                  isReplicated: try r.bool("isReplicated", or: true), help: try r.string("help", or: ""))
        try checkNames()
    }

    /// Variants, rules and the discriminator may name only what is there.
    private func checkNames() throws(SchemaFileError) {
        func need(_ name: String, _ place: String) throws(SchemaFileError) {
            guard property(name) != nil || equalsIgnoringCase(name, "Identity") else {
                throw SchemaFileError(place: noun + "." + place, reason: "there is no property \"\(name)\"")
            }
        }
        if let discriminator { try need(discriminator, "discriminator") }
        for variant in variants { for name in variant.properties { try need(name, "variants." + variant.value) } }
        for rule in rules { if let name = rule.property { try need(name, "rules") } }
    }

    /// The same as JSON, without the fields that have their usual value.
    public var json: SchemaValue {
        var o = SchemaObject([("noun", .string(noun))])
        if !typeNames.isEmpty { o["typeNames"] = .list(typeNames.map { .string($0) }) }
        o["identity"] = identity.json
        if !properties.isEmpty { o["properties"] = .list(properties.map(\.json)) }
        if let discriminator { o["discriminator"] = .string(discriminator) }
        if !variants.isEmpty { o["variants"] = .list(variants.map(\.json)) }
        if !verbs.isEmpty { o["verbs"] = .list(verbs.map(\.json)) }
        if !rules.isEmpty { o["rules"] = .list(rules.map(\.json)) }
        if !isReplicated { o["isReplicated"] = false }
        if !help.isEmpty { o["help"] = .string(help) }
        return .object(o)
    }
}

extension EntityVariant {
    var json: SchemaValue {
        var o = SchemaObject([("value", .string(value))])
        if let typeName { o["typeName"] = .string(typeName) }
        if let selector { o["selector"] = .string(selector) }
        o["properties"] = .list(properties.map { .string($0) })
        return .object(o)
    }
}
