import NacreSchema

/// What one delivery carries: the documents that replicas are to hold from then on, and which they are to lose.
final class Package {
    struct Item {
        var id: Int64
        var entity: String
        var key: String
        var identity: String
        /// Nil: it is deleted.
        var fields: String?
        var lookups: String?
        var revision: Int64
    }
    /// Everything, in place of what is there.
    let isSnapshot: Bool
    let position: LocalStore.Position
    let items: [Item]

    /// Everything that replicas get, as it is now.
    init(snapshotOf connection: Connection, position: LocalStore.Position) throws(StoreError) {
        isSnapshot = true
        self.position = position
        items = try connection.all("SELECT id, entity, key, identity, fields, lookups, revision FROM document WHERE replicated = 1 ORDER BY id", [], Package.item)
    }

    /// The last state of each document that was changed after a revision; deletions first, so that no place is taken twice.
    init(changesOf connection: Connection, after revision: Int64, position: LocalStore.Position) throws(StoreError) {
        isSnapshot = false
        self.position = position
        // With max(), SQLite takes the other columns from the row that has the maximum.
        items = try connection.all("""
            SELECT document, entity, key, identity, CASE replicated WHEN 1 THEN fields END AS fields, lookups, max(revision) FROM change
              WHERE revision > ?1 AND revision <= ?2 AND replicated <> 0 GROUP BY entity, key ORDER BY fields IS NOT NULL, document
            """, [.int(revision), .int(position.revision)], Package.item)
    }

    private static func item(_ row: Row) throws(StoreError) -> Item {
        Item(id: row.int(0), entity: row.text(1), key: row.text(2), identity: row.text(3), fields: row.optionalText(4),
             lookups: row.optionalText(5), revision: row.int(6))
    }

    /// Puts it into a local store; inside that store's transaction.
    func apply(to local: LocalStore) throws(StoreError) {
        if isSnapshot { try local.table.deleteAll() }
        for item in items {
            guard let fields = item.fields else {
                try local.table.delete(item.entity, key: item.key)
                continue
            }
            if isSnapshot {
                try local.table.insert(id: item.id, entity: item.entity, key: item.key, identity: item.identity, fields: fields,
                                       lookups: item.lookups, revision: item.revision)
                continue
            }
            try local.table.put(id: item.id, entity: item.entity, key: item.key, identity: item.identity, fields: fields, lookups: item.lookups,
                                revision: item.revision, isReplicated: true)
        }
        try local.setPosition(position)
    }
}
