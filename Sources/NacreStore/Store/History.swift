import NacreSchema

extension SQLiteStore {
    public func commits(after revision: Int64, limit: Int) throws(StoreError) -> [Commit] {
        try connection.all("SELECT id, time, author, command FROM revision WHERE id > ?1 ORDER BY id LIMIT ?2", [.int(revision), .int(Int64(max(limit, 0)))]) {
            (row) throws(StoreError) in
            Commit(revision: row.int(0), time: Timestamp(ticks: row.int(1)), origin: ChangeOrigin(author: row.text(2), commandLine: row.text(3)))
        }
    }

    public func changes(after from: Int64, through: Int64) throws(StoreError) -> [DocumentChange] {
        try connection.all("SELECT entity, key, identity, fields, revision FROM change WHERE revision > ?1 AND revision <= ?2 ORDER BY revision, document",
                           [.int(from), .int(through)]) { (row) throws(StoreError) in
            DocumentChange(revision: row.int(4), entity: row.text(0), key: row.text(1), identity: row.text(2),
                           values: row.isNull(3) ? nil : try table.fields(row, 3))
        }
    }

    public func state(at revision: Int64) throws(StoreError) -> any EntityReader {
        guard revision >= 0, revision <= (try self.revision()) else {
            throw StoreError(.misuse, path: location, "There is no revision \(revision) in the store '\(location)'.")
        }
        return PastState(self, revision: revision, replicatedOnly: false)
    }
}

/// The documents as they were after a revision, read from the history when asked for.
final class PastState: EntityReader {
    private let store: SQLiteStore
    private let revision: Int64
    /// Only what replicas get.
    private let replicatedOnly: Bool

    init(_ store: SQLiteStore, revision: Int64, replicatedOnly: Bool) {
        self.store = store; self.revision = revision; self.replicatedOnly = replicatedOnly
    }

    private static let query = """
        SELECT entity, key, identity, fields, revision, lookups FROM change AS c WHERE entity = ?1 AND (?2 IS NULL OR key = ?2) AND fields IS NOT NULL
          AND (?4 = 0 OR replicated = 1)
          AND revision = (SELECT max(revision) FROM change WHERE entity = c.entity AND key = c.key AND revision <= ?3) ORDER BY document
        """

    private func rows(_ entity: String, key: String?) throws(StoreError) -> [(document: EntityDocument, lookups: String?)] {
        try store.connection.all(PastState.query, [.text(entity), .text(key), .int(revision), .int(replicatedOnly ? 1 : 0)]) { (row) throws(StoreError) in
            (EntityDocument(entity: row.text(0), key: row.text(1), identity: row.text(2), values: try store.table.fields(row, 3), revision: row.int(4)),
             row.optionalText(5))
        }
    }

    func documents(_ entity: String) throws(StoreError) -> [EntityDocument] { try rows(entity, key: nil).map(\.document) }
    func document(_ entity: String, key: String) throws(StoreError) -> EntityDocument? { try rows(entity, key: key).first?.document }
    func documents(_ entity: String, matching lookup: Lookup) throws(StoreError) -> [EntityDocument] {
        try rows(entity, key: nil).filter { row in
            LookupText.read(row.lookups).contains { $0.property == lookup.property && equalsIgnoringCase($0.value, lookup.value) }
        }.map(\.document)
    }
}
