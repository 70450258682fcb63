extension PropertySchema {
    init(json: SchemaValue, place: String) throws(SchemaFileError) {
        let name = try FieldReader(json, place).string("name")
        let r = try FieldReader(json, place + "." + name)
        var versions: [Int] = []
        for item in try r.list("versions") {
            guard let year = item.int else { throw r.error("versions", "a list of years is needed here") }
            versions.append(Int(clamping: year))
        }
        self.init(name, try PropertyType(json: r.object["type"] ?? .null, place: r.place + ".type"), defaultValue: r.object["default"] ?? .null,
                  minimum: try r.int("minimum"), maximum: try r.int("maximum"), isMandatory: try r.bool("isMandatory"),
                  isImmutable: try r.bool("isImmutable"), mirrorsIdentity: try r.bool("mirrorsIdentity"), isHidden: try r.bool("isHidden"),
                  takesListModifier: try r.bool("takesListModifier"), isIndexed: try r.bool("isIndexed"), versions: versions,
                  help: try r.string("help", or: ""))
        do throws(PropertyProblem) { defaultValue = try checked(defaultValue) } catch { throw r.error("default", error.message) }
    }

    var json: SchemaValue {
        var o = SchemaObject([("name", .string(name)), ("type", type.json)])
        if !defaultValue.isNull { o["default"] = defaultValue }
        if let minimum { o["minimum"] = .int(minimum) }
        if let maximum { o["maximum"] = .int(maximum) }
        for (flag, isSet) in [("isMandatory", isMandatory), ("isImmutable", isImmutable), ("mirrorsIdentity", mirrorsIdentity),
                              ("isHidden", isHidden), ("takesListModifier", takesListModifier), ("isIndexed", isIndexed)] where isSet {
            o[flag] = true
        }
        if !versions.isEmpty { o["versions"] = .list(versions.map { .int(Int64($0)) }) }
        if !help.isEmpty { o["help"] = .string(help) }
        return .object(o)
    }
}

/// A word (`"bool"`), `{"list":TYPE}`, `{"enum":"Name","values":[…]}` or `{"object":"Name","properties":[…]}`.
extension PropertyType {
    init(json: SchemaValue, place: String) throws(SchemaFileError) {
        if let word = json.string {
            guard let type = PropertyType.simple.first(where: { $0.0 == word })?.1 else {
                throw SchemaFileError(place: place, reason: "\"\(word)\" is not a type")
            }
            self = type
            return
        }
        let r = try FieldReader(json, place)
        if let element = r.object["list"] {
            self = .list(try PropertyType(json: element, place: place + ".list"))
        } else if r.has("enum") {
            self = .enumeration(name: try r.string("enum"), values: try r.strings("values"))
        } else {
            var properties: [PropertySchema] = []
            for item in try r.list("properties") { properties.append(try PropertySchema(json: item, place: place)) }
            self = .object(typeName: try r.string("object"), properties)
        }
    }

    var json: SchemaValue {
        switch self {
        case .list(let element): ["list": element.json]
        case .enumeration(let name, let values): ["enum": .string(name), "values": .list(values.map { .string($0) })]
        case .object(let typeName, let properties): ["object": .string(typeName), "properties": .list(properties.map(\.json))]
        default: .string(word ?? "any")
        }
    }
}
