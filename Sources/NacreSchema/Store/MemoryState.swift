/// Documents in memory, in the order of their creation.
final class MemoryState: EntityReader {
    struct Entry {
        var document: EntityDocument
        var lookups: [Lookup]
        var isReplicated: Bool
    }
    private var entities: [String: [Entry]] = [:]

    func copy() -> MemoryState {
        let other = MemoryState()
        other.entities = entities
        return other
    }
    /// What replicas get of it.
    func replicated() -> MemoryState {
        let other = MemoryState()
        other.entities = entities.mapValues { $0.filter(\.isReplicated) }
        return other
    }

    func documents(_ entity: String) throws(StoreError) -> [EntityDocument] { (entities[entity] ?? []).map(\.document) }
    func document(_ entity: String, key: String) throws(StoreError) -> EntityDocument? {
        entities[entity]?.first { $0.document.key == key }?.document
    }
    func documents(_ entity: String, matching lookup: Lookup) throws(StoreError) -> [EntityDocument] {
        (entities[entity] ?? []).filter { entry in
            entry.lookups.contains { $0.property == lookup.property && equalsIgnoringCase($0.value, lookup.value) }
        }.map(\.document)
    }

    /// Gives back whether the document before was (or the one now is) replicated.
    @discardableResult
    func apply(_ change: DocumentChange, lookups: [Lookup], isReplicated: Bool) -> Bool {
        let at = entities[change.entity]?.firstIndex { $0.document.key == change.key }
        let was = at.flatMap { entities[change.entity]?[$0].isReplicated } ?? false
        if let values = change.values {
            let document = EntityDocument(entity: change.entity, key: change.key, identity: change.identity, values: values, revision: change.revision)
            let entry = Entry(document: document, lookups: lookups, isReplicated: isReplicated)
            if let at { entities[change.entity]?[at] = entry } else { entities[change.entity, default: []].append(entry) }
            return was || isReplicated
        }
        if let at { entities[change.entity]?.remove(at: at) }
        return was
    }
}
