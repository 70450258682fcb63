import CSQLite
import Glibc
import NacreSchema

/// Opens and creates the central file.
enum StoreFile {
    /// Opens a store that is there. Nothing is written, unless an older one has to be brought up to date.
    static func open(_ path: String) throws(StoreError) -> Connection {
        let connection = try Connection(path, .open)
        try check(connection, application: Layout.application, known: Layout.steps.count)
        if connection.isReadOnly { throw Failure.unwritable(path, EACCES) }
        let version = Header(of: connection).userVersion
        if version < Layout.steps.count {
            try narrow(path) { try connection.migrate(Layout.steps, applicationID: Layout.application) }
        }
        return connection
    }

    static func check(_ connection: Connection, application: UInt32, known: Int) throws(StoreError) {
        let header = Header(of: connection)
        let path = connection.path
        if header.isEmpty { throw Failure.notAStore(path, "It is empty.") }
        guard header.isDatabase else { throw Failure.notAStore(path, "It holds something else.") }
        guard header.applicationID == application else { throw Failure.notAStore(path, "It is a database of something else.") }
        guard header.userVersion <= UInt32(known) else { throw Failure.newer(path, found: Int(header.userVersion), known: known) }
    }

    /// Creates a store: filled under another name, made to last, then given its name unless somebody else was quicker.
    /// - Returns: whether this call created it.
    static func create(_ path: String, _ fill: (Connection) throws -> Void) throws -> Bool {
        let directory = Files.directory(of: path)
        let number = Files.makeDirectories(directory)
        guard number == 0 else { throw StoreError.system(number, path: directory, doing: "make the directory") }
        removeLeftovers(of: path)
        let draft = "\(path).new-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }
        do {
            let connection = try Connection(draft, .create)
            // One fsync at the end does for the whole file; nobody else sees it before.
            try connection.script("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
            try connection.migrate(Layout.steps, applicationID: Layout.application)
            try connection.run("INSERT INTO meta VALUES ('store', lower(hex(randomblob(16)))), ('delay', 50000000)")
            try fill(connection)
            // The mode is kept in the file: whoever opens it is in it.
            try connection.script("PRAGMA journal_mode = WAL")
            connection.close()
        } catch let error as StoreError {
            throw error.path == draft ? StoreError(error.code, path: path, error.message.replacing(draft, with: path)) : error
        }
        let synced = Files.sync(draft)
        guard synced == 0 else { throw StoreError.system(synced, path: path, doing: "write") }
        switch Files.moveIfFree(draft, to: path) {
        case 0:
            Files.sync(directory)
            return true
        case EEXIST: return false
        case let number: throw StoreError.system(number, path: path, doing: "create")
        }
    }

    /// Takes away what a creator that was killed has left: its process is gone.
    private static func removeLeftovers(of path: String) {
        let directory = Files.directory(of: path), prefix = Files.name(of: path) + ".new-"
        for name in Files.names(in: directory) where name.hasPrefix(prefix) {
            guard let process = Int32(name.dropFirst(prefix.count).prefix { $0 != "-" }), process > 0,
                  kill(process, 0) == -1, errno == ESRCH else { continue }
            unlink(directory + "/" + name)
        }
    }
}
