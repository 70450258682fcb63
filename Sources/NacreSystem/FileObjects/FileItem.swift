import Glibc
import NacreRuntime

/// A `System.IO.FileInfo` or `DirectoryInfo`: a path, and what `stat` said of it when it was first asked.
final class FileItem: Native {
    /// The whole path.
    let path: String
    let isDirectory: Bool
    /// As it was given, which is what it prints.
    private let given: String
    private var known: stat?
    private var isAsked = false
    init(_ path: String, isDirectory: Bool, given: String? = nil, status: stat? = nil) {
        self.path = path
        self.isDirectory = isDirectory
        self.given = given ?? path
        known = status
        isAsked = status != nil
        super.init(isDirectory ? .directoryInfo : .fileInfo)
    }
    override func text(_ culture: Culture) -> String? { given }
    override func isEqual(to other: Obj) -> Bool { self === other }

    /// What a symbolic link leads to counts, the link itself where it leads nowhere.
    var status: stat? {
        if isAsked { return known }
        isAsked = true
        known = FilePath.status(path) ?? FilePath.status(path, follow: false)
        return known
    }
    func refresh() { isAsked = false; known = nil }
    var name: String { FilePath.leaf(path) }
    var exists: Bool { status.map { ($0.st_mode & S_IFMT == S_IFDIR) == isDirectory } ?? false }
    var size: Int64 { Int64(status?.st_size ?? 0) }
    var linkTarget: String? { FilePath.link(path) }
    var isLink: Bool { FilePath.status(path, follow: false).map { $0.st_mode & S_IFMT == S_IFLNK } ?? false }
    var fileExtension: String {
        guard let dot = name.lastIndex(of: "."), name.index(after: dot) != name.endIndex else { return "" }
        return String(name[dot...])
    }
    /// The name without its extension; a folder's whole name.
    var baseName: String {
        let e = fileExtension
        return isDirectory || e.isEmpty ? (name.hasSuffix(".") && !isDirectory ? String(name.dropLast()) : name) : String(name.dropLast(e.count))
    }
    /// `FileAttributes` as .NET makes them up on Unix.
    var attributes: Int64 {
        guard let s = status else { return -1 }
        var n: Int64 = isDirectory ? 16 : 0
        if isLink { n |= 1024 }
        if name.hasPrefix(".") { n |= 2 }
        if s.st_mode & 0o222 == 0 { n |= 1 }
        return n == 0 ? 128 : n
    }
    var isHidden: Bool { name.hasPrefix(".") }
    var isReadOnly: Bool { access(path, W_OK) != 0 }

    /// `UTIME_OMIT`, which the C header says in a way that Swift does not see.
    private static let leave = (1 << 30) - 2
    enum Moment { case written, read, made }
    func time(_ which: Moment) -> PSDateTime {
        guard let s = status else { return (try? PSDateTime(ticks: 504_911_232_000_000_000, kind: .utc)) ?? .unixEpoch }
        let t = switch which {
        case .written: s.st_mtim
        case .read: s.st_atim
        // Linux tells no birth time here; .NET takes the older of the two changes.
        case .made: s.st_mtim.tv_sec <= s.st_ctim.tv_sec ? s.st_mtim : s.st_ctim
        }
        return (try? PSDateTime(ticks: 621_355_968_000_000_000 + Int64(t.tv_sec) * 10_000_000 + Int64(t.tv_nsec) / 100, kind: .utc)) ?? .unixEpoch
    }
    func setTime(_ which: Moment, _ d: PSDateTime) throws {
        let ticks = d.universal.ticks - 621_355_968_000_000_000
        let t = timespec(tv_sec: Int(ticks / 10_000_000), tv_nsec: Int(ticks % 10_000_000) * 100)
        let keep = timespec(tv_sec: 0, tv_nsec: FileItem.leave)
        let times = which == .read ? [t, keep] : [keep, t]
        if utimensat(AT_FDCWD, path, times, 0) != 0 { throw FileFailure.net(errno, path) }
        refresh()
    }

    /// `drwxr-xr-x`, as `ls` has it.
    var unixMode: String {
        guard let s = FilePath.status(path, follow: false) else { return "" }
        let m = s.st_mode
        let kind = switch m & S_IFMT {
        case S_IFDIR: "d"
        case S_IFLNK: "l"
        case S_IFCHR: "c"
        case S_IFBLK: "b"
        case S_IFIFO: "p"
        case S_IFSOCK: "s"
        default: "-"
        }
        func three(_ shift: UInt32, _ special: Bool, _ letter: String) -> String {
            let b = m >> shift
            let x = b & 1 != 0
            return (b & 4 != 0 ? "r" : "-") + (b & 2 != 0 ? "w" : "-") + (special ? (x ? letter : letter.uppercased()) : x ? "x" : "-")
        }
        return kind + three(6, m & S_ISUID != 0, "s") + three(3, m & S_ISGID != 0, "s") + three(0, m & S_ISVTX != 0, "t")
    }
    /// `d-----`, `-a---`, `l----`: Windows' five letters.
    var mode: String {
        let a = attributes
        return (isLink ? "l" : isDirectory ? "d" : "-") + (a & 32 != 0 ? "a" : "-") + (a & 1 != 0 ? "r" : "-") + (a & 2 != 0 ? "h" : "-") + (a & 4 != 0 ? "s" : "-")
    }
    var user: String { status.flatMap { getpwuid($0.st_uid) }.map { String(cString: $0.pointee.pw_name) } ?? status.map { String($0.st_uid) } ?? "" }
    var group: String { status.flatMap { getgrgid($0.st_gid) }.map { String(cString: $0.pointee.gr_name) } ?? status.map { String($0.st_gid) } ?? "" }
}

extension TypeRef {
    private static func io(_ name: String, _ base: TypeRef) -> TypeRef { TypeRef(name, namespace: "System.IO", base: base) }
    static let fileSystemInfo = io("FileSystemInfo", io2)
    private static let io2 = TypeRef("MarshalByRefObject", namespace: "System", base: .object)
    static let fileInfo = io("FileInfo", fileSystemInfo)
    static let directoryInfo = io("DirectoryInfo", fileSystemInfo)
}
