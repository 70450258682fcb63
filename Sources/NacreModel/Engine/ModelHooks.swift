import NacreSchema

/// What a model's own code does where an entity's data cannot say it. A plugin that conforms is asked; one that does not gets the plain rules.
public protocol ModelHooks: AnyObject {
    /// The documents that a text means, for an entity whose identity is opaque: a user by SIP address or display name, a site with or without
    /// its prefix. Nil: found by the identity as it is.
    ///
    /// - Throws: ModelError where the text means nothing, with the words that the model has for it.
    func documents(_ schema: EntitySchema, named text: String, in reader: any EntityReader) throws -> [EntityDocument]?
    /// What to warn of after a write that was allowed.
    func warnings(_ schema: EntitySchema, after document: EntityDocument, in reader: any EntityReader) throws -> [String]
    /// The entity whose documents a Grant- changes, and its property that holds the policy's name; nil where policies of this entity are not granted.
    func grantee(of policy: EntitySchema) -> (entity: String, property: String)?
}
