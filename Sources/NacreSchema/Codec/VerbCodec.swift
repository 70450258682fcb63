extension VerbSchema {
    init(json: SchemaValue, place: String) throws(SchemaFileError) {
        let verb = try FieldReader(json, place).string("verb")
        let r = try FieldReader(json, place + "." + verb)
        var sets: [ParameterSetSchema] = []
        for item in try r.list("parameterSets") {
            let s = try FieldReader(item, r.place)
            var parameters: [ParameterSchema] = []
            for item in try s.list("parameters") { parameters.append(try ParameterSchema(json: item, place: r.place)) }
            sets.append(ParameterSetSchema(try s.string("name", or: ""), parameters))
        }
        self.init(verb, parameterSets: sets, defaultSet: try r.optionalString("defaultSet"),
                  supportsShouldProcess: try r.bool("supportsShouldProcess"), confirmImpact: try r.string("confirmImpact", or: "Medium"),
                  outputType: try r.optionalString("outputType"), help: try r.string("help", or: ""))
    }

    var json: SchemaValue {
        var o = SchemaObject([("verb", .string(verb))])
        if let defaultSet { o["defaultSet"] = .string(defaultSet) }
        if supportsShouldProcess { o["supportsShouldProcess"] = true }
        if confirmImpact != "Medium" { o["confirmImpact"] = .string(confirmImpact) }
        if let outputType { o["outputType"] = .string(outputType) }
        if !help.isEmpty { o["help"] = .string(help) }
        o["parameterSets"] = .list(parameterSets.map { set in
            var s = SchemaObject()
            if !set.name.isEmpty { s["name"] = .string(set.name) }
            s["parameters"] = .list(set.parameters.map(\.json))
            return .object(s)
        })
        return .object(o)
    }
}

extension ParameterSchema {
    init(json: SchemaValue, place: String) throws(SchemaFileError) {
        let name = try FieldReader(json, place).string("name")
        let r = try FieldReader(json, place + "." + name)
        self.init(name, try r.string("type"), isMandatory: try r.bool("isMandatory"), position: try r.int("position").map { Int(clamping: $0) },
                  byValue: try r.bool("byValue"), byPropertyName: try r.bool("byPropertyName"), aliases: try r.strings("aliases"))
    }

    var json: SchemaValue {
        var o = SchemaObject([("name", .string(name)), ("type", .string(typeName))])
        if isMandatory { o["isMandatory"] = true }
        if let position { o["position"] = .int(Int64(position)) }
        if byValue { o["byValue"] = true }
        if byPropertyName { o["byPropertyName"] = true }
        if !aliases.isEmpty { o["aliases"] = .list(aliases.map { .string($0) }) }
        return .object(o)
    }
}
