import Glibc

/// Finds and reads the files to check.
enum FileWalk {
    struct Failure: Error { let message: String }
    static let extensions = [".ps1", ".psm1", ".psd1", ".md"]

    /// The file itself, or all scripts and pages below a folder, by name.
    static func scripts(at path: String) -> Result<[String], Failure> {
        var info = stat()
        guard stat(path, &info) == 0 else { return .failure(fail(path)) }
        if info.st_mode & S_IFMT != S_IFDIR { return .success([path]) }
        var found: [String] = []
        return walk(path, 0, &found).map { .failure($0) } ?? .success(found)
    }

    private static func fail(_ path: String) -> Failure { Failure(message: "\(path): \(String(cString: strerror(errno)))") }

    private static func walk(_ folder: String, _ level: Int, _ found: inout [String]) -> Failure? {
        guard let dir = opendir(folder) else { return fail(folder) }
        var names: [String] = []
        while let entry = readdir(dir) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        closedir(dir)
        for name in names.sorted() {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            var info = stat()
            guard lstat(path, &info) == 0 else { continue }
            if info.st_mode & S_IFMT == S_IFDIR {
                if level < 100, let e = walk(path, level + 1, &found) { return e }
            } else if extensions.contains(where: { name.lowercased().hasSuffix($0) }) {
                found.append(path)
            }
        }
        return nil
    }

    /// All bytes of a file.
    static func contents(_ path: String) -> Result<[UInt8], Failure> {
        let fd = open(path, O_RDONLY | O_CLOEXEC)
        guard fd >= 0 else { return .failure(fail(path)) }
        defer { close(fd) }
        var info = stat()
        guard fstat(fd, &info) == 0 else { return .failure(fail(path)) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(max(0, Int(info.st_size)) + 1)
        var chunk = [UInt8](repeating: 0, count: min(max(Int(info.st_size) + 1, 1 << 12), 1 << 20))
        while true {
            let n = chunk.withUnsafeMutableBytes { Glibc.read(fd, $0.baseAddress, $0.count) }
            if n == 0 { return .success(bytes) }
            if n < 0 { if errno == EINTR { continue }; return .failure(fail(path)) }
            bytes.append(contentsOf: chunk[0..<n])
            if bytes.count > 1 << 30 { return .failure(Failure(message: "\(path): larger than 1 GiB")) }
        }
    }
}
