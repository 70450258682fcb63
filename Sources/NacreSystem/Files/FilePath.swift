import Glibc
import NacreRuntime

/// Paths on the file system, by text and by the system's calls.
public enum FilePath {
    /// The whole path, without `.` and `..`: relative to the location, `~` for home, backslashes as slashes.
    public static func resolve(_ path: String) -> String {
        var p = path
        if p.contains("\\") { p = String(p.map { $0 == "\\" ? "/" : $0 }) }
        if p == "~" || p.hasPrefix("~/") { p = (getenv("HOME").map { String(cString: $0) } ?? "") + p.dropFirst() }
        if let cut = p.firstRange(of: "::"), p[..<cut.lowerBound].lowercased().hasSuffix("filesystem") { p = String(p[cut.upperBound...]) }
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
    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 || status(path, follow: false) != nil }
    public static func isDirectory(_ path: String) -> Bool { status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }
    static func status(_ path: String, follow: Bool = true) -> stat? {
        var s = stat()
        return (follow ? stat(path, &s) : lstat(path, &s)) == 0 ? s : nil
    }
    static func link(_ path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 4097)
        let n = readlink(path, &buffer, 4096)
        return n < 0 ? nil : String(decoding: buffer[..<n].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    static func withoutSlash(_ p: String) -> String { p.count > 1 && p.hasSuffix("/") ? withoutSlash(String(p.dropLast())) : p }
    static func isBelow(_ path: String, _ root: String) -> Bool { root == "/" || path == root || path.hasPrefix(root + "/") }
    static func parent(_ p: String) -> String {
        guard let cut = p.lastIndex(of: "/") else { return "" }
        return cut == p.startIndex ? "/" : String(p[..<cut])
    }
    static func leaf(_ p: String) -> String { p.lastIndex(of: "/").map { String(p[p.index(after: $0)...]) } ?? p }

    /// The names in a folder: folders first, then files, each by name. Empty where the folder cannot be read (errno says why).
    static func listing(_ folder: String) -> [String] {
        let (folders, files) = entries(folder)
        return folders + files
    }
    /// The names of a folder's folders and files, each sorted as a reader of English expects.
    static func entries(_ folder: String) -> (folders: [String], files: [String]) {
        guard let d = opendir(folder) else { return ([], []) }
        defer { closedir(d) }
        var folders: [String] = [], files: [String] = []
        while let e = readdir(d) {
            let name = withUnsafePointer(to: &e.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if name == "." || name == ".." { continue }
            let isFolder = switch Int32(e.pointee.d_type) {
            case Int32(DT_DIR): true
            case Int32(DT_REG): false
            default: isDirectory(folder + "/" + name)
            }
            if isFolder { folders.append(name) } else { files.append(name) }
        }
        return (sorted(folders), sorted(files))
    }
    private static func sorted(_ names: [String]) -> [String] {
        let keys = names.map { Str($0) }
        return names.indices.sorted { Linguistic.order(keys[$0], keys[$1], ignoreCase: true) < 0 }.map { names[$0] }
    }
}
