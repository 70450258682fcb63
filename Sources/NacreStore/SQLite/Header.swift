import CSQLite
import NacreSchema

/// What a file says about itself in SQLite's first 100 bytes (https://www.sqlite.org/fileformat2.html), read through SQLite's own
/// handle: opening the file a second time and closing it would drop this process's locks on it.
struct Header {
    var isEmpty: Bool
    var isDatabase: Bool
    var applicationID: UInt32
    var userVersion: UInt32

    init(of connection: Connection) {
        var bytes = [UInt8](repeating: 0, count: 100)
        var file: UnsafeMutablePointer<sqlite3_file>?
        var size: sqlite3_int64 = 0
        if sqlite3_file_control(connection.handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK,
           let file, let methods = file.pointee.pMethods {
            _ = methods.pointee.xFileSize?(file, &size)
            _ = methods.pointee.xRead?(file, &bytes, 100, 0)
        }
        isEmpty = size == 0
        isDatabase = bytes.starts(with: Array("SQLite format 3".utf8) + [0])
        func number(_ at: Int) -> UInt32 { bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) } }
        userVersion = number(60)
        applicationID = number(68)
    }
}
