import CSQLite
import Glibc
import NacreSchema

/// A value for a parameter of a statement.
enum Binding {
    case null
    case int(Int64)
    case text(String)

    static func text(_ optional: String?) -> Binding { optional.map { .text($0) } ?? .null }
    static func int(_ optional: Int64?) -> Binding { optional.map { .int($0) } ?? .null }
}

/// A prepared statement.
final class Statement {
    let handle: OpaquePointer
    private unowned let connection: Connection

    init(_ connection: Connection, _ sql: String) throws(StoreError) {
        self.connection = connection
        var s: OpaquePointer?
        let start = monotonicSeconds()
        while true {
            let code = sqlite3_prepare_v3(connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &s, nil)
            if code == SQLITE_OK, let s { handle = s; return }
            guard code & 0xFF == SQLITE_BUSY, connection.mayRetry(since: start) else { throw connection.failure(code) }
        }
    }

    /// Text is copied by SQLite.
    func bind(_ values: [Binding]) throws(StoreError) {
        for (i, value) in values.enumerated() {
            let at = Int32(i + 1)
            let code: Int32
            switch value {
            case .null: code = sqlite3_bind_null(handle, at)
            case .int(let n): code = sqlite3_bind_int64(handle, at, n)
            case .text(let s):
                var s = s
                code = s.withUTF8 { bytes in
                    // An empty buffer may have no address, which SQLite would take for null.
                    guard let start = bytes.baseAddress, !bytes.isEmpty else { return sqlite3_bind_text(handle, at, "", 0, transient) }
                    return UnsafeRawPointer(start).withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                        sqlite3_bind_text(handle, at, $0, Int32(clamping: bytes.count), transient)
                    }
                }
            }
            guard code == SQLITE_OK else { throw connection.failure(code) }
        }
    }

    /// Goes to the next row; false after the last.
    func step() throws(StoreError) -> Bool {
        let start = monotonicSeconds()
        while true {
            errno = 0
            let code = sqlite3_step(handle)
            if code == SQLITE_ROW { return true }
            if code == SQLITE_DONE { return false }
            let error = connection.failure(code)
            // A busy result outside a transaction, or of the BEGIN itself, has done nothing yet and may be repeated.
            guard code & 0xFF == SQLITE_BUSY, !connection.isInTransaction else { throw error }
            sqlite3_reset(handle)
            guard connection.mayRetry(since: start) else { throw error }
        }
    }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    func finalize() { sqlite3_finalize(handle) }
}

private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
