import NacreSchema

/// The changes that a New- or Set- command line asks for, by property.
public typealias PropertyChanges = [(property: String, change: PropertyChange)]

/// What a Remove- did.
public enum Removal: Equatable, Sendable {
    case removed
    /// The global document cannot go: it has its defaults again.
    case reset
}

extension EntityEngine {
    /// A document that is in no store: what New- makes, and what -InMemory gives.
    ///
    /// - Throws: where a value does not fit its property, or the identity is not one of this entity.
    public func draft(_ text: String, _ changes: PropertyChanges, in reader: any EntityReader) throws -> EntityDocument {
        let identity = try identity(text, in: reader)
        return EntityDocument(entity: schema.noun, identity: identity, values: try applying(changes, to: SchemaObject(), isNew: true))
    }

    /// Puts a new document into the store.
    ///
    /// - Throws: where the identity is taken (a global document always is), or a rule does not hold.
    ///
    /// - Returns: the document as it stands: a rule may have numbered it, or made it the default.
    @discardableResult
    public func create(_ document: EntityDocument, in transaction: any EntityTransaction) throws -> EntityDocument {
        let isGlobal = schema.identity.hasGlobalInstance && document.key == Identity.global.key
        guard !isGlobal, try transaction.document(schema.noun, key: document.key) == nil else { throw ModelError.exists(element, document.identity) }
        try check(document, before: nil, in: transaction)
        try put(document, in: transaction)
        return try transaction.document(schema.noun, key: document.key) ?? document
    }

    /// Changes a document's properties.
    ///
    /// - Returns: the document afterwards, whether or not anything changed.
    /// - Throws: where there is none, a property cannot be changed, or a rule does not hold.
    @discardableResult
    public func update(_ text: String, _ changes: PropertyChanges, in transaction: any EntityTransaction) throws -> EntityDocument {
        let before = try existing(text, in: transaction)
        var after = before
        after.values = try applying(changes, to: before.values, isNew: false)
        try checkRequired(changes, after)
        return try save(after, over: before, in: transaction)
    }

    /// Set- with -Instance: an object that Get- or New- -InMemory gave, changed or not, becomes what the store holds.
    ///
    /// - Parameter changes: what the command line gives beside the instance.
    @discardableResult
    public func save(instance: SchemaObject, identity text: String, _ changes: PropertyChanges, in transaction: any EntityTransaction) throws -> EntityDocument {
        let identity = try identity(text, in: transaction)
        let before = try document(identity, in: transaction)
        var after = before ?? EntityDocument(entity: schema.noun, identity: identity, values: SchemaObject())
        var all: PropertyChanges = []
        for field in instance.fields {
            guard let property = schema.property(field.name), !property.mirrorsIdentity else { continue }
            // A property that has the value already is no change of it, so that an object that was merely read can be given back.
            if let before, property.isImmutable, same(field.value, value(property.name, of: before)) { continue }
            all.append((property.name, .set(field.value)))
        }
        after.values = try applying(all + changes, to: after.values, isNew: before == nil)
        return try save(after, over: before, in: transaction)
    }

    /// Removes a document; the global one is reset.
    public func remove(_ text: String, in transaction: any EntityTransaction) throws -> Removal {
        let document = try existing(text, in: transaction)
        if schema.identity.hasGlobalInstance, document.key == Identity.global.key {
            try transaction.delete(schema.noun, key: document.key)
            return .reset
        }
        try checkRemoval(document, in: transaction)
        try transaction.delete(schema.noun, key: document.key)
        try renumber(after: nil, around: document.identity, in: transaction)
        return .removed
    }

    private func same(_ a: SchemaValue, _ b: SchemaValue) -> Bool {
        if let x = a.string, let y = b.string { return equalsIgnoringCase(x, y) }
        return a == b
    }

    private func save(_ after: EntityDocument, over before: EntityDocument?, in transaction: any EntityTransaction) throws -> EntityDocument {
        try check(after, before: before, in: transaction)
        // A write that changes nothing makes no revision, so that no replica is told of it.
        if let before, before.values == after.values, before.revision != 0 { return after }
        if let before, before.revision == 0, schema.identity.hasGlobalInstance, shown(before) == shown(after) { return after }
        try put(after, in: transaction)
        return try transaction.document(schema.noun, key: after.key) ?? after
    }

    private func shown(_ document: EntityDocument) -> [SchemaValue] { schema.properties.map { value($0.name, of: document) } }

    private func put(_ document: EntityDocument, in transaction: any EntityTransaction) throws {
        try transaction.put(document, schema: schema)
        try keepSingleDefault(document, in: transaction)
        try renumber(after: document, around: document.identity, in: transaction)
    }

    /// The values after the changes, each checked against its property.
    private func applying(_ changes: PropertyChanges, to old: SchemaObject, isNew: Bool) throws(ModelError) -> SchemaObject {
        var values = old
        for (name, change) in changes {
            guard let property = schema.property(name) else { throw ModelError("UnknownProperty", .invalidArgument, "\"\(element)\" has no property \"\(name)\".") }
            if property.isImmutable, !isNew {
                throw ModelError("ImmutableProperty", .invalidOperation, "\"\(property.name)\" cannot be changed once the \(element) exists.", target: property.name)
            }
            let raw = try change.applied(to: values[property.name] ?? property.defaultValue, of: property)
            do { values[property.name] = try property.checked(raw) } catch { throw .badValue(error) }
        }
        return values
    }
}
