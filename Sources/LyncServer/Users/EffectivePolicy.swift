import NacreModel
import NacreSchema

/// Which policy applies to a user: the user's own, else the site's of the user's pool, else the global one.
struct EffectivePolicy {
    let model: LyncServerModel
    let reader: any EntityReader

    /// The document that applies; nil where the entity is none of policies.
    func document(_ noun: String, of user: EntityDocument) throws -> EntityDocument? {
        guard let schema = model.cs.entity(noun), let property = model.grantee(of: schema)?.property else { return nil }
        let engine = EntityEngine(schema, of: model)
        if let name = user.values[property]?.string, let own = try engine.document(Identity(scope: .tag(name)), in: reader) { return own }
        if let pool = user.values["RegistrarPool"]?.string, let site = try reader.document("CsPool", Identity(name: pool))?.values["Site"]?.string,
           schema.identity.scopes.contains(.site), let policy = try reader.document(noun, key: foldedCase(site)) { return policy }
        return try engine.document(.global, in: reader)
    }
}
