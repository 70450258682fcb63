import CSQLite
import Glibc
import NacreSchema

/// One connection to one SQLite file. It belongs to one thread at a time.
final class Connection {
    let path: String
    let handle: OpaquePointer
    private var statements: [String: Statement] = [:]
    private let waiting = Waiting()
    /// SQLite's handler and `retry` give up after this many seconds.
    var patience: Double {
        get { waiting.patience }
        set { waiting.patience = newValue }
    }
    /// Asked while waiting for other programs; true stops the wait with `.interrupted`.
    var isInterrupted: () -> Bool {
        get { waiting.isInterrupted }
        set { waiting.isInterrupted = newValue }
    }

    enum Mode { case open, create }

    /// Opens a file for reading and writing; `.missing` where there is none and none is to be made.
    init(_ path: String, _ mode: Mode) throws(StoreError) {
        self.path = path
        var db: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (mode == .create ? SQLITE_OPEN_CREATE : 0)
        errno = 0
        let code = sqlite3_open_v2(path, &db, flags, nil)
        guard code == SQLITE_OK, let db else {
            let number = db.map { sqlite3_system_errno($0) } ?? errno
            let detail = String(cString: sqlite3_errstr(code))
            sqlite3_close_v2(db)
            if Files.isDirectory(path) { throw Failure.notAStore(path, "It is a directory.") }
            if number == ENOENT, mode == .open { throw Failure.missing(path) }
            throw Failure.error(code, number: number, detail: detail, path: path)
        }
        handle = db
        sqlite3_busy_handler(db, { context, count in
            guard let context else { return 0 }
            return Unmanaged<Waiting>.fromOpaque(context).takeUnretainedValue().again(first: count == 0) ? 1 : 0
        }, Unmanaged.passUnretained(waiting).toOpaque())
    }

    deinit { close() }

    /// SQLite opens a file that cannot be written for reading only, and says so only when asked.
    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    private var isClosed = false
    func close() {
        guard !isClosed else { return }
        isClosed = true
        for statement in statements.values { statement.finalize() }
        statements = [:]
        sqlite3_close_v2(handle)
    }

    /// The error for a result code of the call just made.
    func failure(_ code: Int32) -> StoreError {
        let last = errno
        if code & 0xFF == SQLITE_BUSY, waiting.wasInterrupted { return Failure.error(SQLITE_INTERRUPT, number: 0, detail: "", path: path) }
        // SQLite does not note the system's error of a COMMIT.
        let noted = sqlite3_system_errno(handle)
        return Failure.error(code, number: noted == 0 ? last : noted, detail: String(cString: sqlite3_errmsg(handle)), path: path)
    }

    /// A statement with nothing bound; prepared once for the life of the connection.
    func statement(_ sql: String) throws(StoreError) -> Statement {
        if let known = statements[sql] { return known }
        let new = try Statement(self, sql)
        statements[sql] = new
        return new
    }

    /// Runs a statement that gives no rows.
    func run(_ sql: String, _ values: Binding...) throws(StoreError) {
        let s = try statement(sql)
        defer { s.reset() }
        try s.bind(values)
        while try s.step() {}
    }

    /// The rows of a query, each made into a value.
    func all<T>(_ sql: String, _ values: [Binding] = [], _ make: (Row) throws(StoreError) -> T) throws(StoreError) -> [T] {
        let s = try statement(sql)
        defer { s.reset() }
        try s.bind(values)
        var out: [T] = []
        while try s.step() { out.append(try make(Row(s.handle))) }
        return out
    }

    /// The first row of a query made into a value; nil where there is none.
    func first<T>(_ sql: String, _ values: [Binding] = [], _ make: (Row) throws(StoreError) -> T) throws(StoreError) -> T? {
        let s = try statement(sql)
        defer { s.reset() }
        try s.bind(values)
        return try s.step() ? try make(Row(s.handle)) : nil
    }

    /// Several statements in a row, for the layout of a new file.
    func script(_ sql: String) throws(StoreError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw failure(code) }
    }

    /// How many rows the last statement changed.
    var changes: Int { Int(sqlite3_changes(handle)) }
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// For results that SQLite gives without asking its handler (recovery of the log, a stale snapshot).
    func mayRetry(since start: Double) -> Bool { waiting.pause(since: start) }
}
