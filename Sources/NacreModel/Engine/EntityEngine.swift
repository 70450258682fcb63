import NacreSchema

/// The contract of the verbs for one entity, on documents and a store: what the cmdlets of every entity do, without any of them.
///
/// A document at the global scope always exists: where the store has none, it is the defaults. Removing it takes the stored one away.
public struct EntityEngine {
    public let schema: EntitySchema
    let model: any ModelPlugin

    public init(_ schema: EntitySchema, of model: any ModelPlugin) { self.schema = schema; self.model = model }

    var hooks: (any ModelHooks)? { model as? any ModelHooks }

    /// `HostingProvider`: the noun as messages name it.
    public var element: String {
        let noun = schema.noun, prefix = model.nounPrefix
        return noun.hasPrefix(prefix) ? String(noun.dropFirst(prefix.count)) : noun
    }

    /// The identity that a text means, with the topology's spelling of sites and services.
    ///
    /// - Throws: where the form does not allow it, or the topology has no such site or service.
    public func identity(_ text: String, in reader: any EntityReader) throws -> Identity {
        var identity: Identity
        do { identity = try schema.identity.identity(text) } catch { throw ModelError.badIdentity(error, text) }
        if let scope = identity.scope {
            switch scope {
            case .site, .service:
                guard let known = try model.canonicalName(scope, in: reader) else { throw ModelError.noScope(scope) }
                identity.scope = known
            case .global, .tag: break
            }
        }
        return identity
    }

    /// The document of an identity, the unstored global one included; nil where there is none.
    public func document(_ identity: Identity, in reader: any EntityReader) throws -> EntityDocument? {
        if let stored = try reader.document(schema.noun, identity) { return stored }
        return schema.identity.hasGlobalInstance && identity == .global ? EntityDocument(entity: schema.noun, identity: .global, values: SchemaObject()) : nil
    }

    /// - Throws: where there is no such document, or more than one that the text could mean.
    public func existing(_ text: String, in reader: any EntityReader) throws -> EntityDocument {
        // A document's own identity needs no search: what a cmdlet has found it can name again.
        if case .opaque = schema.identity, let exact = try reader.document(schema.noun, key: foldedCase(text)), exact.identity == text { return exact }
        if case .opaque = schema.identity, let found = try hooks?.documents(schema, named: text, in: reader) {
            guard found.count == 1 else {
                if found.isEmpty { throw ModelError.notFound(element, text) }
                throw ModelError("AmbiguousIdentity", .invalidArgument, "\"\(text)\" matches \(found.count) objects: \(found.map(\.identity).joined(separator: "; ")).", target: text)
            }
            return found[0]
        }
        let identity = try identity(text, in: reader)
        guard let document = try document(identity, in: reader) else { throw ModelError.notFound(element, identity.description) }
        return document
    }

    /// All documents, the global one first and the others in the order of their creation.
    public func all(in reader: any EntityReader) throws -> [EntityDocument] {
        var stored = try reader.documents(schema.noun)
        guard schema.identity.hasGlobalInstance else { return stored }
        let key = Identity.global.key
        let global = stored.firstIndex { $0.key == key }.map { stored.remove(at: $0) }
            ?? EntityDocument(entity: schema.noun, identity: .global, values: SchemaObject())
        return [global] + stored
    }

    /// The documents whose printed identity fits a wildcard pattern.
    public func matching(_ pattern: String, in reader: any EntityReader) throws -> [EntityDocument] {
        let wildcard = Wildcard(pattern)
        return try all(in: reader).filter { wildcard.matches($0.identity) }
    }

    /// A document's properties as they are shown: those of its variant in view order, with defaults where nothing is stored, then whatever
    /// else the document holds. `Identity` is the first.
    public func properties(of document: EntityDocument) -> [(name: String, value: SchemaValue, isHidden: Bool)] {
        var out: [(name: String, value: SchemaValue, isHidden: Bool)] = [("Identity", .string(document.identity), false)]
        for property in schema.properties(of: document.values) {
            let value = property.mirrorsIdentity ? .string(mirrored(document.identity)) : document.values[property.name] ?? property.defaultValue
            out.append((property.name, value, property.isHidden))
        }
        for field in document.values.fields where schema.property(field.name) == nil { out.append((field.name, field.value, false)) }
        return out
    }

    /// The part of an identity that a mirroring property shows: the name behind a `/`, or all of it.
    private func mirrored(_ identity: String) -> String {
        guard case .child = schema.identity, let slash = identity.firstIndex(of: "/") else { return identity }
        return String(identity[identity.index(after: slash)...])
    }

    /// The .NET type name of a document's objects.
    public func typeName(of document: EntityDocument) -> String {
        schema.variant(of: document.values)?.typeName ?? schema.typeNames.first ?? "Microsoft.Rtc.Management.\(element)"
    }

    /// The value of a property as it is shown.
    func value(_ property: String, of document: EntityDocument) -> SchemaValue {
        if equalsIgnoringCase(property, "Identity") { return .string(document.identity) }
        return document.values[property] ?? schema.property(property)?.defaultValue ?? .null
    }
}
