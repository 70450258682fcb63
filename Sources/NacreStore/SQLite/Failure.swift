import CSQLite
import Glibc
import NacreSchema

/// What SQLite reports, as one clear sentence with the file and the way out.
enum Failure {
    /// - Parameters:
    ///   - code: an extended result code.
    ///   - number: the system's error number behind it, 0 where there is none.
    ///   - detail: SQLite's own words.
    static func error(_ code: Int32, number: Int32, detail: String, path: String) -> StoreError {
        switch code & 0xFF {
        case SQLITE_FULL: return full(path)
        case SQLITE_BUSY, SQLITE_LOCKED:
            return StoreError(.busy, path: path, "The store '\(path)' is held by another program that does not let go. Nothing was changed. End that program, or try again.")
        case SQLITE_INTERRUPT: return StoreError(.interrupted, path: path, "The wait for the store '\(path)' was stopped. Nothing was changed.")
        case SQLITE_CORRUPT, SQLITE_NOTADB: return damaged(path, detail)
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: return unwritable(path, number)
        case SQLITE_CANTOPEN, SQLITE_IOERR:
            switch number {
            case ENOSPC, EDQUOT, EFBIG: return full(path)
            case EACCES, EPERM, EROFS: return unwritable(path, number)
            case EISDIR: return notAStore(path, "It is a directory.")
            default: break
            }
            if code == csqlite_ioerr_short_read || code == csqlite_ioerr_corruptfs { return damaged(path, detail) }
            if code & 0xFF == SQLITE_CANTOPEN { return unwritable(path, number) }
            let reason = number == 0 ? detail : String(cString: strerror(number))
            return StoreError(.failed, path: path, "The store '\(path)' could not be read or written: \(reason).")
        default:
            return StoreError(.failed, path: path, "The store '\(path)' failed: \(detail) (\(code)).")
        }
    }

    static func full(_ path: String) -> StoreError {
        StoreError(.full, path: path, "There is no room left for the store '\(path)'. The change was not made; everything acknowledged before is kept. Make room on the disk and try again.")
    }
    static func damaged(_ path: String, _ detail: String) -> StoreError {
        StoreError(.damaged, path: path, "The store '\(path)' is damaged (\(detail)). It was left as it is. Restore a copy of it, or move it away to start with a new one.")
    }
    static func unwritable(_ path: String, _ number: Int32) -> StoreError {
        let reason = number == 0 ? "" : ": " + String(cString: strerror(number))
        return StoreError(.unwritable, path: path, "The store '\(path)' cannot be written\(reason). Make the file and its directory writable, or name another place with -Store or NACRE_STORE.")
    }
    static func notAStore(_ path: String, _ why: String) -> StoreError {
        StoreError(.notAStore, path: path, "'\(path)' is not a store. \(why) It was left as it is. Name another place with -Store or NACRE_STORE, or move the file away.")
    }
    static func newer(_ path: String, found: Int, known: Int) -> StoreError {
        StoreError(.newerVersion, path: path, "The store '\(path)' was written by a newer version (its format is \(found), this one knows \(known)). It was left as it is. Use the newer version, or name another place with -Store or NACRE_STORE.")
    }
    static func missing(_ path: String) -> StoreError {
        StoreError(.missing, path: path, "There is no store at '\(path)'.")
    }
}
