/// A document of a store: one instance of an entity.
public struct EntityDocument: Equatable, Sendable {
    /// The entity's noun, as the schema spells it.
    public var entity: String
    /// Identity.key: what documents of the entity differ in.
    public var key: String
    /// The identity as it is printed.
    public var identity: String
    public var values: SchemaObject
    /// The revision that wrote it; 0 for one that no store has written yet.
    public var revision: Int64

    public init(entity: String, key: String, identity: String, values: SchemaObject, revision: Int64 = 0) {
        self.entity = entity; self.key = key; self.identity = identity; self.values = values; self.revision = revision
    }
    public init(entity: String, identity: Identity, values: SchemaObject) {
        self.init(entity: entity, key: identity.key, identity: identity.description, values: values)
    }
}

/// A value by which documents are found: of an indexed property, in any case.
public struct Lookup: Equatable, Hashable, Sendable {
    public var property: String
    public var value: String
    public init(_ property: String, _ value: String) { self.property = property; self.value = value }
}
