import NacreSchema

/// A change of the store while it is being made.
final class StoreTransaction: EntityTransaction {
    let revision: Int64
    private let store: SQLiteStore
    private var connection: Connection { store.connection }
    private var isChanged = false
    private var isReplicated = false

    init(_ store: SQLiteStore, revision: Int64) { self.store = store; self.revision = revision }

    func documents(_ entity: String) throws(StoreError) -> [EntityDocument] { try store.documents(entity) }
    func document(_ entity: String, key: String) throws(StoreError) -> EntityDocument? { try store.document(entity, key: key) }
    func documents(_ entity: String, matching lookup: Lookup) throws(StoreError) -> [EntityDocument] {
        try store.documents(entity, matching: lookup)
    }

    func put(_ document: EntityDocument, lookups: [Lookup], isReplicated: Bool) throws(StoreError) {
        let was = try wasReplicated(document.entity, document.key) ?? false
        let fields = SchemaValue.object(document.values).json, found = LookupText.write(lookups)
        let place = try store.table.put(id: nil, entity: document.entity, key: document.key, identity: document.identity, fields: fields,
                                        lookups: found, revision: revision, isReplicated: isReplicated)
        try record(document.entity, document.key, document.identity, fields, found, place, isReplicated ? 1 : was ? 2 : 0)
    }

    func delete(_ entity: String, key: String) throws(StoreError) -> Bool {
        guard let old = try connection.first("SELECT id, identity, replicated FROM document WHERE entity = ?1 AND key = ?2", [.text(entity), .text(key)], {
            (row) throws(StoreError) in (id: row.int(0), identity: row.text(1), replicated: row.int(2) == 1)
        }) else { return false }
        try store.table.delete(entity, key: key)
        try record(entity, key, old.identity, nil, nil, old.id, old.replicated ? 2 : 0)
        return true
    }

    private func wasReplicated(_ entity: String, _ key: String) throws(StoreError) -> Bool? {
        try connection.first("SELECT replicated FROM document WHERE entity = ?1 AND key = ?2", [.text(entity), .text(key)]) {
            (row) throws(StoreError) in row.int(0) == 1
        }
    }

    /// Notes what becomes of a document; the last note of a revision stands, and replicas lose what they got before it.
    private func record(_ entity: String, _ key: String, _ identity: String, _ fields: String?, _ lookups: String?, _ place: Int64, _ replicated: Int64) throws(StoreError) {
        try connection.run("""
            INSERT INTO change (entity, key, revision, document, identity, fields, lookups, replicated) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT (entity, key, revision) DO UPDATE SET document = ?4, identity = ?5, fields = ?6, lookups = ?7,
              replicated = CASE WHEN ?8 = 0 AND replicated <> 0 THEN 2 ELSE ?8 END
            """, .text(entity), .text(key), .int(revision), .int(place), .text(identity), .text(fields), .text(lookups), .int(replicated))
        isChanged = true
        if replicated != 0 { isReplicated = true }
    }

    func putReplica(_ fqdn: String, productVersion: String, isDelivered: Bool) throws(StoreError) {
        isChanged = true
        try connection.run("UPDATE replica SET version = ?2 WHERE key = ?1", .text(foldedCase(fqdn)), .text(productVersion))
        guard connection.changes == 0 else { return }
        let now = store.clock().ticks
        // One that is said to have everything reports at once, and nothing is put in its outbox by this commit.
        try connection.run("INSERT INTO replica (fqdn, key, version, acknowledged, reported, reported_version, updated) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                           .text(fqdn), .text(foldedCase(fqdn)), .text(productVersion), .int(isDelivered ? revision : 0),
                           .int(isDelivered ? now : nil), .text(isDelivered ? productVersion : nil), .int(now))
        guard !isDelivered else { return }
        try connection.run("INSERT INTO outbox (replica, revision, due) SELECT id, ?2, ?3 FROM replica WHERE key = ?1",
                           .text(foldedCase(fqdn)), .int(revision), .int((store.clock() + (try store.deliveryDelay())).ticks))
    }

    func deleteReplica(_ fqdn: String) throws(StoreError) -> Bool {
        let id = try connection.first("DELETE FROM replica WHERE key = ?1 RETURNING id", [.text(foldedCase(fqdn))]) { (row) throws(StoreError) in row.int(0) }
        guard let id else { return false }
        try connection.run("DELETE FROM outbox WHERE replica = ?1", .int(id))
        isChanged = true
        return true
    }

    /// Writes the revision's row and puts it in the outbox of every replica; nil where nothing was changed.
    func finish(_ origin: ChangeOrigin) throws(StoreError) -> Commit? {
        guard isChanged else { return nil }
        let commit = Commit(revision: revision, time: store.clock(), origin: origin)
        try connection.run("INSERT INTO revision (id, time, author, command, replicated) VALUES (?1, ?2, ?3, ?4, ?5)", .int(revision),
                           .int(commit.time.ticks), .text(origin.author), .text(origin.commandLine), .int(isReplicated ? 1 : 0))
        if isReplicated {
            let due = commit.time + (try store.deliveryDelay())
            try connection.run("INSERT OR IGNORE INTO outbox (replica, revision, due) SELECT id, ?1, ?2 FROM replica WHERE acknowledged < ?1",
                               .int(revision), .int(due.ticks))
        }
        return commit
    }
}
