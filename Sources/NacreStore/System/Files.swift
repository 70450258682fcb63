import CSQLite
import Glibc
import NacreSchema

/// The few file calls that a store needs; paths as the system takes them.
enum Files {
    static func exists(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0
    }

    static func isDirectory(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// The directory that a file lies in.
    static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
    static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// Makes a directory and those above it, for the user alone; gives an error number, 0 when it is there.
    static func makeDirectories(_ path: String) -> Int32 {
        if mkdir(path, 0o700) == 0 { return 0 }
        if errno == EEXIST { return isDirectory(path) ? 0 : ENOTDIR }
        guard errno == ENOENT, path != directory(of: path) else { return errno }
        let above = makeDirectories(directory(of: path))
        guard above == 0 else { return above }
        return mkdir(path, 0o700) == 0 || errno == EEXIST ? 0 : errno
    }

    /// Makes what was written to a file or done in a directory last through a power cut.
    @discardableResult
    static func sync(_ path: String) -> Int32 {
        let fd = open(path, O_RDONLY | O_CLOEXEC)
        guard fd >= 0 else { return errno }
        defer { close(fd) }
        return fsync(fd) == 0 ? 0 : errno
    }

    /// Gives a file its final name unless that is taken; an error number, EEXIST when it is.
    static func moveIfFree(_ from: String, to: String) -> Int32 {
        if link(from, to) == 0 { unlink(from); return 0 }
        let error = errno
        // Not every file system has hard links.
        guard error == EPERM || error == EOPNOTSUPP || error == ENOSYS || error == EMLINK else { return error }
        return renameat2(AT_FDCWD, from, AT_FDCWD, to, csqlite_rename_noreplace) == 0 ? 0 : errno
    }

    static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            })
        }
        return names
    }
}

extension StoreError {
    /// The error for a system call that failed with an error number while a file was made or opened.
    static func system(_ number: Int32, path: String, doing what: String) -> StoreError {
        let reason = String(cString: strerror(number))
        switch number {
        case ENOSPC, EDQUOT, EFBIG:
            return StoreError(.full, path: path, "There is no room to \(what) '\(path)' (\(reason)). Nothing was changed. Make room, or name another place with -Store or NACRE_STORE.")
        case EACCES, EPERM, EROFS, ENOTDIR, ENOENT, ENAMETOOLONG, ELOOP:
            return StoreError(.unwritable, path: path, "Cannot \(what) '\(path)': \(reason). Make the place writable, or name another one with -Store or NACRE_STORE.")
        default:
            return StoreError(.failed, path: path, "Cannot \(what) '\(path)': \(reason).")
        }
    }
}
