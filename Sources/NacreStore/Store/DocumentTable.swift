import NacreSchema

/// The documents of one file, central or local.
struct DocumentTable {
    let connection: Connection

    func documents(_ entity: String) throws(StoreError) -> [EntityDocument] {
        try connection.all("SELECT \(Layout.columns) FROM document WHERE entity = ?1 ORDER BY id", [.text(entity)], read)
    }

    func document(_ entity: String, key: String) throws(StoreError) -> EntityDocument? {
        try connection.first("SELECT \(Layout.columns) FROM document WHERE entity = ?1 AND key = ?2", [.text(entity), .text(key)], read)
    }

    func documents(_ entity: String, matching lookup: Lookup) throws(StoreError) -> [EntityDocument] {
        try connection.all("""
            SELECT \(Layout.columns) FROM document WHERE id IN
              (SELECT document FROM lookup WHERE entity = ?1 AND property = ?2 AND value = ?3) ORDER BY id
            """, [.text(entity), .text(lookup.property), .text(foldedCase(lookup.value))], read)
    }

    private func read(_ row: Row) throws(StoreError) -> EntityDocument {
        EntityDocument(entity: row.text(0), key: row.text(1), identity: row.text(2), values: try fields(row, 3), revision: row.int(4))
    }

    func fields(_ row: Row, _ column: Int32) throws(StoreError) -> SchemaObject {
        let value = row.bytes(column) { try? SchemaValue(jsonBytes: $0) }
        guard let object = value?.object else { throw Failure.damaged(connection.path, "a document of \(row.text(0)) cannot be read") }
        return object
    }

    /// Creates or replaces a document, at the place of its creation.
    /// - Parameter id: its place where another file has decided on it; nil: the next one.
    /// - Returns: its place.
    @discardableResult
    func put(id: Int64?, entity: String, key: String, identity: String, fields: String, lookups: String?, revision: Int64, isReplicated: Bool) throws(StoreError) -> Int64 {
        let place = try connection.first("""
            INSERT INTO document (id, entity, key, identity, fields, lookups, revision, replicated) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT (entity, key) DO UPDATE SET id = ifnull(?1, id), identity = ?4, fields = ?5, lookups = ?6, revision = ?7, replicated = ?8 RETURNING id
            """, [.int(id), .text(entity), .text(key), .text(identity), .text(fields), .text(lookups), .int(revision), .int(isReplicated ? 1 : 0)]) {
            (row) throws(StoreError) in row.int(0)
        }
        guard let place else { throw Failure.damaged(connection.path, "a document was not kept") }
        try connection.run("DELETE FROM lookup WHERE document = ?1", .int(place))
        try insert(lookups, entity: entity, place: place)
        return place
    }

    /// Adds a document to an empty table, at a place that another file has decided on: a third of the work of `put`.
    func insert(id: Int64, entity: String, key: String, identity: String, fields: String, lookups: String?, revision: Int64) throws(StoreError) {
        try connection.run("INSERT INTO document (id, entity, key, identity, fields, lookups, revision, replicated) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1)",
                           .int(id), .text(entity), .text(key), .text(identity), .text(fields), .text(lookups), .int(revision))
        try insert(lookups, entity: entity, place: id)
    }

    private func insert(_ lookups: String?, entity: String, place: Int64) throws(StoreError) {
        guard lookups != nil else { return }
        for lookup in LookupText.read(lookups) {
            try connection.run("INSERT OR IGNORE INTO lookup VALUES (?1, ?2, ?3, ?4)",
                               .text(entity), .text(lookup.property), .text(foldedCase(lookup.value)), .int(place))
        }
    }

    /// Deletes a document; says whether it was there.
    @discardableResult
    func delete(_ entity: String, key: String) throws(StoreError) -> Bool {
        let place = try connection.first("DELETE FROM document WHERE entity = ?1 AND key = ?2 RETURNING id", [.text(entity), .text(key)]) {
            (row) throws(StoreError) in row.int(0)
        }
        guard let place else { return false }
        try connection.run("DELETE FROM lookup WHERE document = ?1", .int(place))
        return true
    }

    func deleteAll() throws(StoreError) {
        try connection.run("DELETE FROM document")
        try connection.run("DELETE FROM lookup")
    }
}

/// Lookups as a document's row keeps them: a JSON list of names and values in turn, null for none.
enum LookupText {
    static func write(_ lookups: [Lookup]) -> String? {
        lookups.isEmpty ? nil : SchemaValue.list(lookups.flatMap { [.string($0.property), .string($0.value)] }).json
    }

    static func read(_ text: String?) -> [Lookup] {
        guard let text, let items = (try? SchemaValue(json: text))?.list else { return [] }
        return stride(from: 0, to: items.count - 1, by: 2).compactMap { i in
            guard let property = items[i].string, let value = items[i + 1].string else { return nil }
            return Lookup(property, value)
        }
    }
}
