import Glibc
import NacreRuntime

/// Copies, makes and removes files and folders; failures are .NET's exceptions.
enum FileWork {
    static func copyFile(_ from: String, _ to: String) throws {
        let source = open(from, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw FileFailure.net(errno, from) }
        defer { close(source) }
        var s = stat()
        guard fstat(source, &s) == 0 else { throw FileFailure.net(errno, from) }
        let target = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, s.st_mode & 0o777)
        guard target >= 0 else { throw FileFailure.net(errno, to) }
        defer { close(target) }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let n = read(source, &chunk, chunk.count)
            if n < 0 { if errno == EINTR { continue }; throw FileFailure.net(errno, from) }
            if n == 0 { break }
            guard FileText.writeAll(chunk[..<n], to: target) else { throw FileFailure.net(errno, to) }
        }
        fchmod(target, s.st_mode & 0o7777)
        // A copy is as old as what it is a copy of.
        let times = [s.st_atim, s.st_mtim]
        futimens(target, times)
    }
    static func makeFolders(_ path: String) throws {
        if FilePath.exists(path) {
            if !FilePath.isDirectory(path) { throw FileFailure.net(EEXIST, path) }
            return
        }
        let above = FilePath.parent(path)
        if !above.isEmpty, !FilePath.exists(above) { try makeFolders(above) }
        if mkdir(path, 0o777) != 0, errno != EEXIST { throw FileFailure.net(errno, path) }
    }
    /// A folder with all below it; links are removed, not followed.
    static func removeTree(_ path: String) throws {
        guard let s = FilePath.status(path, follow: false) else { throw FileFailure.net(errno, path) }
        guard s.st_mode & S_IFMT == S_IFDIR else {
            if unlink(path) != 0 { throw FileFailure.net(errno, path) }
            return
        }
        for n in FilePath.listing(path) { try removeTree(path + "/" + n) }
        if rmdir(path) != 0 { throw FileFailure.net(errno, path) }
    }
    static func copyTree(_ from: String, _ to: String, _ each: (String) throws -> Void) throws {
        guard FilePath.isDirectory(from) else {
            try copyFile(from, to)
            return try each(to)
        }
        if !FilePath.exists(to), mkdir(to, 0o777) != 0 { throw FileFailure.net(errno, to) }
        try each(to)
        for n in FilePath.listing(from) { try copyTree(from + "/" + n, to + "/" + n, each) }
    }
    /// Moves within a file system by name, over its border by copying.
    static func move(_ from: String, _ to: String) throws {
        if rename(from, to) == 0 { return }
        guard errno == EXDEV else { throw FileFailure.net(errno, from) }
        try copyTree(from, to) { _ in }
        try removeTree(from)
    }
}
