/// A change of a memory store: works on a copy.
final class MemoryTransaction: EntityTransaction {
    let revision: Int64
    let state: MemoryState
    var replicas: [MemoryReplica]
    private(set) var changes: [DocumentChange] = []
    private(set) var isChanged = false
    private(set) var replicatedCount = 0

    init(revision: Int64, state: MemoryState, replicas: [MemoryReplica]) {
        self.revision = revision; self.state = state; self.replicas = replicas
    }

    func documents(_ entity: String) throws(StoreError) -> [EntityDocument] { try state.documents(entity) }
    func document(_ entity: String, key: String) throws(StoreError) -> EntityDocument? { try state.document(entity, key: key) }
    func documents(_ entity: String, matching lookup: Lookup) throws(StoreError) -> [EntityDocument] {
        try state.documents(entity, matching: lookup)
    }

    func put(_ document: EntityDocument, lookups: [Lookup], isReplicated: Bool) throws(StoreError) {
        let change = DocumentChange(revision: revision, entity: document.entity, key: document.key, identity: document.identity, values: document.values)
        make(change, lookups, isReplicated)
    }
    func delete(_ entity: String, key: String) throws(StoreError) -> Bool {
        guard let old = try document(entity, key: key) else { return false }
        make(DocumentChange(revision: revision, entity: entity, key: key, identity: old.identity, values: nil), [], false)
        return true
    }
    private func make(_ change: DocumentChange, _ lookups: [Lookup], _ isReplicated: Bool) {
        if state.apply(change, lookups: lookups, isReplicated: isReplicated) { replicatedCount += 1 }
        changes.append(change)
        isChanged = true
    }

    func putReplica(_ fqdn: String, productVersion: String, isDelivered: Bool) throws(StoreError) {
        isChanged = true
        if let at = replicas.firstIndex(where: { equalsIgnoringCase($0.status.fqdn, fqdn) }) {
            replicas[at].version = productVersion
        } else {
            replicas.append(MemoryReplica(fqdn: fqdn, version: productVersion, isDelivered: isDelivered))
        }
    }
    func deleteReplica(_ fqdn: String) throws(StoreError) -> Bool {
        guard let at = replicas.firstIndex(where: { equalsIgnoringCase($0.status.fqdn, fqdn) }) else { return false }
        replicas.remove(at: at)
        isChanged = true
        return true
    }
}
