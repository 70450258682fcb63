import CSQLite
import Glibc
import NacreSchema

/// A store in a SQLite file, with a local store beside it for each replica. It belongs to one thread at a time; several processes, and several
/// stores of one process, may use the same file at once.
public final class SQLiteStore: EntityStore {
    /// The file's path.
    public let location: String
    /// Whether opening it created it.
    public let wasCreated: Bool
    let connection: Connection
    let table: DocumentTable
    let clock: () -> Timestamp
    var isWriting = false
    /// How long it waits for other programs before it gives up with `.busy`, in seconds.
    public var patience: Double {
        get { connection.patience }
        set { connection.patience = newValue }
    }
    /// Asked while waiting for other programs; true stops the wait.
    public var isInterrupted: () -> Bool {
        get { connection.isInterrupted }
        set { connection.isInterrupted = newValue }
    }

    /// Opens the store at a path.
    /// - Parameters:
    ///   - path: the central file; `StorePlace.standard()` where nobody names one.
    ///   - origin: who creates it, for the history.
    ///   - seed: fills the first transaction where there is no store yet; nil: a missing store is an error.
    ///   - clock: the wall clock.
    public init(_ path: String, origin: ChangeOrigin = ChangeOrigin(author: "", commandLine: ""),
                seed: ((any EntityTransaction) throws -> Void)? = nil, clock: @escaping () -> Timestamp = { .now() }) throws {
        location = path
        self.clock = clock
        var created = false
        if let seed, !Files.exists(path) {
            created = try StoreFile.create(path) { draft in
                let store = SQLiteStore(draft, clock: clock)
                try store.write(origin, seed)
            }
        }
        wasCreated = created
        connection = try StoreFile.open(path)
        table = DocumentTable(connection: connection)
    }

    /// Over a file that is being created.
    private init(_ connection: Connection, clock: @escaping () -> Timestamp) {
        location = connection.path
        self.clock = clock
        wasCreated = true
        self.connection = connection
        table = DocumentTable(connection: connection)
    }

    /// Lets go of the file; the store cannot be used afterwards. Dropping the store does the same.
    public func close() { connection.close() }

    public func documents(_ entity: String) throws(StoreError) -> [EntityDocument] { try table.documents(entity) }
    public func document(_ entity: String, key: String) throws(StoreError) -> EntityDocument? { try table.document(entity, key: key) }
    public func documents(_ entity: String, matching lookup: Lookup) throws(StoreError) -> [EntityDocument] {
        try table.documents(entity, matching: lookup)
    }

    public func revision() throws(StoreError) -> Int64 {
        try connection.first("SELECT max(id) FROM revision") { (row) throws(StoreError) in row.int(0) } ?? 0
    }

    public func read<T>(_ body: (any EntityReader) throws -> T) throws -> T { try connection.reading { try body(self) } }

    @discardableResult
    public func write<T>(_ origin: ChangeOrigin, _ body: (any EntityTransaction) throws -> T) throws -> (result: T, commit: Commit?) {
        guard !isWriting, !connection.isInTransaction else {
            throw StoreError(.misuse, path: location, "A change of the store is being made already.")
        }
        isWriting = true
        defer { isWriting = false }
        // FULL is SQLite's own default as Debian builds it; a store does not rely on that.
        try connection.run("PRAGMA synchronous = FULL")
        return try connection.writing {
            let draft = StoreTransaction(self, revision: try revision() + 1)
            let result = try body(draft)
            return (result, try draft.finish(origin))
        }
    }

    /// A setting of SQLite as it is in force, such as `journal_mode`: for tests and diagnosis.
    public func pragma(_ name: String) throws(StoreError) -> String? {
        try connection.first("PRAGMA " + name.filter { $0.isLetter || $0 == "_" }) { (row) throws(StoreError) in row.text(0) }
    }
}
