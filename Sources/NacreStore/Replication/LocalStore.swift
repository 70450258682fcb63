import CSQLite
import Glibc
import NacreSchema

/// The local store of a replica: one file with the documents it was sent, and the revision they are of.
///
/// It is written rarely and by one deliverer at a time, so it keeps SQLite's rollback journal: one file beside each other, and a
/// file that is being created is whole or empty after a crash.
final class LocalStore: EntityReader {
    let connection: Connection
    let table: DocumentTable

    /// Opens the file, or makes an empty one where `create` says so; nil where there is none.
    static func open(_ path: String, create: Bool) throws(StoreError) -> LocalStore? {
        guard create || Files.exists(path) else { return nil }
        let connection = try Connection(path, create ? .create : .open)
        let header = Header(of: connection)
        if header.isEmpty, !create { return nil }
        if !header.isEmpty { try StoreFile.check(connection, application: Layout.replicaApplication, known: Layout.replicaSteps.count) }
        if connection.isReadOnly { throw Failure.unwritable(path, EACCES) }
        return LocalStore(connection)
    }

    private init(_ connection: Connection) {
        self.connection = connection
        table = DocumentTable(connection: connection)
    }

    func documents(_ entity: String) throws(StoreError) -> [EntityDocument] { try table.documents(entity) }
    func document(_ entity: String, key: String) throws(StoreError) -> EntityDocument? { try table.document(entity, key: key) }
    func documents(_ entity: String, matching lookup: Lookup) throws(StoreError) -> [EntityDocument] {
        try table.documents(entity, matching: lookup)
    }

    /// What it holds: of which store, up to which revision, and when that was made.
    struct Position: Equatable {
        var store: String
        var revision: Int64
        var time: Int64
    }

    func position() throws(StoreError) -> Position? {
        guard let store = try meta("store", { $0.text(0) }), let revision = try meta("revision", { $0.int(0) }), let time = try meta("time", { $0.int(0) })
        else { return nil }
        return Position(store: store, revision: revision, time: time)
    }

    func setPosition(_ position: Position) throws(StoreError) {
        try connection.run("INSERT OR REPLACE INTO meta VALUES ('store', ?1), ('revision', ?2), ('time', ?3)",
                           .text(position.store), .int(position.revision), .int(position.time))
    }

    private func meta<T>(_ name: String, _ make: (Row) -> T) throws(StoreError) -> T? {
        try connection.first("SELECT value FROM meta WHERE name = ?1", [.text(name)]) { (row) throws(StoreError) in make(row) }
    }

    /// The tables of a new file; inside the transaction that fills it.
    func prepare() throws(StoreError) {
        let version = try connection.first("PRAGMA user_version") { (row) throws(StoreError) in row.int(0) } ?? 0
        guard version < Layout.replicaSteps.count else { return }
        for step in Layout.replicaSteps[Int(version)...] { try connection.script(step.sql) }
        try connection.script("PRAGMA application_id = \(Int32(bitPattern: Layout.replicaApplication)); PRAGMA user_version = \(Layout.replicaSteps.count)")
    }
}
