import NacreRuntime

/// The file system by its calls, failures as .NET's exceptions.
enum FileSystem {
    static var currentDirectory: String {
        guard let p = getcwd(nil, 0) else { return "/" }
        defer { free(p) }
        return String(cString: p)
    }
    static func link(_ path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 4097)
        let n = readlink(path, &buffer, 4096)
        return n < 0 ? nil : String(decoding: buffer[..<n].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    static func status(_ path: String, follow: Bool = true) -> stat? {
        var s = stat()
        return (follow ? stat(path, &s) : lstat(path, &s)) == 0 ? s : nil
    }
    static func isDirectory(_ path: String) -> Bool { status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }
    static func exists(_ path: String) -> Bool { status(path) != nil }

    /// The exception of a failed call on a path.
    static func error(_ code: Int32, _ path: String, isDirectory: Bool = false) -> NetException {
        let full = PathType.full(path)
        switch code {
        case ENOENT:
            let parent = PathType.directory(full)
            if isDirectory || (!parent.isEmpty && !exists(parent)) { return NetException(.directoryNotFoundException, "Could not find a part of the path '\(full)'.") }
            let e = ExceptionValue(.fileNotFoundException, "Could not find file '\(full)'.")
            e.properties.append((Name("FileName"), Value(full)))
            return NetException(e)
        case ENOTDIR: return NetException(.directoryNotFoundException, "Could not find a part of the path '\(full)'.")
        case EACCES, EPERM, EISDIR: return NetException(.unauthorizedAccessException, "Access to the path '\(full)' is denied.")
        case EEXIST: return NetException(.ioException, "The file '\(full)' already exists.")
        case ENOTEMPTY: return NetException(.ioException, "Directory not empty : '\(full)'")
        default: return NetException(.ioException, "\(String(cString: strerror(code))) : '\(full)'")
        }
    }

    static func read(_ path: String) throws -> [UInt8] {
        if path.isEmpty { throw NetException.argument("The value cannot be an empty string.", "path") }
        if isDirectory(path) { throw error(EACCES, path) }
        let fd = open(path, O_RDONLY | O_CLOEXEC)
        guard fd >= 0 else { throw error(errno, path) }
        defer { close(fd) }
        var out = [UInt8](), size = Int(status(path)?.st_size ?? 0)
        if size > 0 {
            out = [UInt8](unsafeUninitializedCapacity: size) { b, n in
                while n < size {
                    let k = Glibc.read(fd, b.baseAddress! + n, size - n)
                    if k <= 0 { break }
                    n += k
                }
            }
        }
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            size = Glibc.read(fd, &chunk, chunk.count)
            if size == 0 { break }
            if size < 0 { if errno == EINTR { continue }; throw error(errno, path) }
            out += chunk[..<size]
        }
        return out
    }
    /// The text of a file: by its byte order mark, or UTF-8.
    static func text(_ b: [UInt8], _ encoding: Value = .null) throws -> Str {
        if b.starts(with: [0xEF, 0xBB, 0xBF]) { return try EncodingValue(.utf8).decode(Array(b[3...])) }
        if b.starts(with: [0xFF, 0xFE, 0, 0]) { return try EncodingValue(.utf32).decode(Array(b[4...])) }
        if b.starts(with: [0xFF, 0xFE]) { return try EncodingValue(.utf16).decode(Array(b[2...])) }
        if b.starts(with: [0xFE, 0xFF]) { return try EncodingValue(.utf16BE).decode(Array(b[2...])) }
        return try (encoding.cast(EncodingValue.self) ?? EncodingValue(.utf8)).decode(b)
    }
    static func readText(_ path: String, _ encoding: Value = .null) throws -> String { try text(read(path), encoding).string }

    static func write(_ path: String, _ bytes: [UInt8], appending: Bool = false, exclusive: Bool = false) throws {
        if path.isEmpty { throw NetException.argument("The value cannot be an empty string.", "path") }
        if isDirectory(path) { throw error(EACCES, path) }
        let fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (appending ? O_APPEND : O_TRUNC) | (exclusive ? O_EXCL : 0), 0o666)
        guard fd >= 0 else { throw error(errno, path) }
        defer { close(fd) }
        var at = 0
        while at < bytes.count {
            let n = bytes.withUnsafeBytes { Glibc.write(fd, $0.baseAddress! + at, bytes.count - at) }
            if n < 0 { if errno == EINTR { continue }; throw error(errno, path) }
            at += n
        }
    }
    static func makeDirectories(_ path: String) throws {
        if exists(path) {
            if !isDirectory(path) { throw NetException(.ioException, "Cannot create '\(PathType.full(path))' because a file or directory with the same name already exists.") }
            return
        }
        let parent = PathType.directory(PathType.full(path))
        if !parent.isEmpty, !exists(parent) { try makeDirectories(parent) }
        if mkdir(path, 0o777) != 0, errno != EEXIST { throw error(errno, path) }
    }
    static func names(_ path: String) throws -> [String] {
        guard let d = opendir(path) else { throw error(errno, path, isDirectory: true) }
        defer { closedir(d) }
        var out: [String] = []
        while let e = readdir(d) {
            let name = withUnsafePointer(to: &e.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if name != ".", name != ".." { out.append(name) }
        }
        return out.sorted()
    }
    static func remove(_ path: String, recursively: Bool) throws {
        if recursively {
            for n in try names(path) {
                let child = path + "/" + n
                if let s = status(child, follow: false), s.st_mode & S_IFMT == S_IFDIR { try remove(child, recursively: true) }
                else if unlink(child) != 0 { throw error(errno, child) }
            }
        }
        if rmdir(path) != 0 { throw error(errno, path, isDirectory: true) }
    }
    /// Lines without their ends; a last empty one is none.
    static func lines(_ s: Str) -> [Str] {
        var out: [Str] = [], start = 0, i = 0
        while i < s.count {
            let u = s[i]
            if u == 10 || u == 13 {
                out.append(s.slice(start, i - start))
                if u == 13, i + 1 < s.count, s[i + 1] == 10 { i += 1 }
                start = i + 1
            }
            i += 1
        }
        if start < s.count { out.append(s.slice(start, s.count - start)) }
        return out
    }
}
