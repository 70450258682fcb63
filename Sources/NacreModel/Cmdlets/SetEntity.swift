import NacreRuntime
import NacreSchema

/// Set-: changes the document of -Identity (left out: the global one), or makes the store hold what -Instance is. Puts nothing out.
class SetEntity: ModelCmdletRun {
    override func run() throws {
        let engine = try engine()
        let changes = try changes(engine.schema)
        let after: EntityDocument
        if let instance = arg("Instance"), !instance.isNull {
            let (identity, fields) = try self.instance(instance, engine)
            guard try shouldProcess(identity) else { return }
            after = try write { try engine.save(instance: fields, identity: identity, changes, in: $0) }
        } else {
            let document = try target(engine)
            guard try shouldProcess(document.identity) else { return }
            after = try write { try engine.update(document.identity, changes, in: $0) }
        }
        try done(after, engine)
    }

    /// The document that -Identity means.
    func target(_ engine: EntityEngine) throws -> EntityDocument {
        guard let identity = identityText("Identity") else {
            guard engine.schema.identity.hasGlobalInstance else { throw ModelError("IdentityMissing", .invalidArgument, "An identity is needed: \(cmdlet.name) -Identity.") }
            return try engine.existing("global", in: try context.store())
        }
        return try engine.existing(identity, in: try context.store())
    }

    func done(_ document: EntityDocument, _ engine: EntityEngine) throws {
        if metadata.parameters.contains(where: { $0.name == "PassThru" }), flag("PassThru") { try put(document, engine) }
        try warn(after: document, engine)
    }

    /// An object that Get- or New- gave: its identity and properties.
    func instance(_ value: Value, _ engine: EntityEngine) throws(ModelError) -> (identity: String, fields: SchemaObject) {
        let names = engine.schema.typeNames + engine.schema.variants.compactMap(\.typeName)
        guard let object = value.cast(Custom.self), let identity = object.get("Identity"), object.typeNames.contains(where: { n in names.contains { equalsIgnoringCase($0, n.string) } }) else {
            throw ModelError("InvalidInstance", .invalidArgument, "The instance is no \(engine.element) object, such as Get-\(engine.schema.noun) gives.")
        }
        var fields = SchemaObject()
        for (name, v) in zip(object.shape.spellings, object.values) {
            guard let property = engine.schema.property(name.string) else { continue }
            fields[property.name] = values_.value(v, for: property.type)
        }
        return (m.str(identity).string, fields)
    }
}

/// Enable- and Disable-: turn `Enabled` on and off.
final class SwitchEntity: SetEntity {
    override func run() throws {
        let engine = try engine()
        guard let property = engine.schema.property("Enabled"), property.type == .bool else { throw ModelError.unsupported(cmdlet.name) }
        let document: EntityDocument
        if let instance = arg("Instance"), !instance.isNull {
            document = try engine.existing(try self.instance(instance, engine).identity, in: try context.store())
        } else {
            document = try target(engine)
        }
        guard try shouldProcess(document.identity) else { return }
        let on = equalsIgnoringCase(cmdlet.verb.verb, "Enable")
        try done(try write { try engine.update(document.identity, [(property.name, .set(.bool(on)))], in: $0) }, engine)
    }
}
