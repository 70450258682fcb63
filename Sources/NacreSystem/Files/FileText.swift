import Glibc
import NacreRuntime

/// Whole files as bytes and text.
public enum FileText {
    /// A file's bytes; nil where it cannot be read (errno says why).
    public static func bytes(_ path: String) -> [UInt8]? {
        let fd = open(path, O_RDONLY | O_CLOEXEC)
        guard fd >= 0 else { return nil }
        defer { close(fd) }
        var s = stat()
        guard fstat(fd, &s) == 0 else { return nil }
        if s.st_mode & S_IFMT == S_IFDIR { errno = EISDIR; return nil }
        var out = [UInt8](), chunk = [UInt8](repeating: 0, count: max(1 << 16, Int(s.st_size) + 1))
        while true {
            let n = read(fd, &chunk, chunk.count)
            if n < 0 { if errno == EINTR { continue }; return nil }
            if n == 0 { return out }
            out.append(contentsOf: chunk[..<n])
        }
    }
    /// Text by its byte order mark, UTF-8 without one.
    public static func decode(_ b: [UInt8]) -> Str {
        if b.starts(with: [0xEF, 0xBB, 0xBF]) { return b[3...].withUnsafeBufferPointer { Str(utf8: $0) } }
        if b.starts(with: [0xFF, 0xFE]) { return Str(stride(from: 2, to: b.count - 1, by: 2).map { UInt16(b[$0]) | UInt16(b[$0 + 1]) << 8 }) }
        if b.starts(with: [0xFE, 0xFF]) { return Str(stride(from: 2, to: b.count - 1, by: 2).map { UInt16(b[$0]) << 8 | UInt16(b[$0 + 1]) }) }
        return b.withUnsafeBufferPointer { Str(utf8: $0) }
    }
    /// The lines of a text, without their ends.
    public static func lines(_ s: Str) -> [Str] {
        var out: [Str] = [], start = 0, i = 0
        let n = s.count
        while i < n {
            let u = s[i]
            if u == 10 || u == 13 {
                out.append(s.slice(start, i - start))
                if u == 13, i + 1 < n, s[i + 1] == 10 { i += 1 }
                start = i + 1
            }
            i += 1
        }
        if start < n { out.append(s.slice(start, n - start)) }
        return out
    }
    /// Writes all bytes to a file.
    public static func write(_ b: [UInt8], to path: String, append: Bool) -> Bool {
        let fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0o644)
        guard fd >= 0 else { return false }
        defer { close(fd) }
        var done = 0
        while done < b.count {
            let n = b.withUnsafeBytes { Glibc.write(fd, $0.baseAddress! + done, b.count - done) }
            if n < 0 { if errno == EINTR { continue }; return false }
            done += n
        }
        return true
    }
}

/// Paths as PowerShell reads them: relative to the location, `~` for home, backslashes as slashes.
public enum FilePath {
    public static func resolve(_ path: String) -> String {
        var p = path
        if p.contains("\\") { p = String(p.map { $0 == "\\" ? "/" : $0 }) }
        if p == "~" || p.hasPrefix("~/") { p = (getenv("HOME").map { String(cString: $0) } ?? "") + p.dropFirst() }
        if p.lowercased().hasPrefix("filesystem::") { p = String(p.dropFirst(12)) }
        if !p.hasPrefix("/") { p = current + "/" + p }
        var out: [Substring] = []
        for part in p.split(separator: "/") {
            if part == "." { continue }
            if part == ".." { _ = out.popLast(); continue }
            out.append(part)
        }
        return "/" + out.joined(separator: "/")
    }
    public static var current: String {
        guard let p = getcwd(nil, 0) else { return "/" }
        defer { free(p) }
        return String(cString: p)
    }
    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
    public static func isDirectory(_ path: String) -> Bool {
        var s = stat()
        return stat(path, &s) == 0 && s.st_mode & S_IFMT == S_IFDIR
    }
    /// The paths that a wildcard pattern matches, in order; case is ignored, as PowerShell does.
    public static func glob(_ pattern: String, _ m: Machine) throws -> [String] {
        let full = resolve(pattern)
        guard full.contains("*") || full.contains("?") || full.contains("[") else { return exists(full) ? [full] : [] }
        var found = [""]
        for part in full.split(separator: "/").map(String.init) {
            var next: [String] = []
            if part.contains("*") || part.contains("?") || part.contains("[") {
                let w = try m.wildcard(Str(part))
                for d in found { for name in names(d.isEmpty ? "/" : d) where w.matches(Str(name)) && (!name.hasPrefix(".") || part.hasPrefix(".")) { next.append(d + "/" + name) } }
            } else { for d in found where exists(d + "/" + part) { next.append(d + "/" + part) } }
            found = next
        }
        return found
    }
    /// The names in a folder, sorted without regard to case.
    public static func names(_ folder: String) -> [String] {
        guard let d = opendir(folder) else { return [] }
        defer { closedir(d) }
        var out: [String] = []
        while let e = readdir(d) {
            let name = withUnsafePointer(to: &e.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if name != ".", name != ".." { out.append(name) }
        }
        return out.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
    }
    static func notFound(_ path: String) -> PSError {
        PSError(.itemNotFoundException, id: "PathNotFound", "Cannot find path '\(resolve(path))' because it does not exist.", category: .objectNotFound, target: Value(resolve(path)))
    }
}
