import Glibc
import NacreRuntime

/// A file that text is written to, some of it at a time.
final class OutputFile {
    let path: String
    private let encoding: TextEncoding
    private var fd: Int32
    private var held: [UInt8] = []

    /// - Throws: a NetException where the file cannot be opened.
    init(_ path: String, append: Bool = false, exclusive: Bool = false, force: Bool = false, encoding: TextEncoding = .utf8) throws {
        self.path = path
        self.encoding = encoding
        fd = -1
        if FilePath.isDirectory(path) { throw FileFailure.net(EACCES, path) }
        if force, let s = FilePath.status(path), s.st_mode & 0o200 == 0 { chmod(path, s.st_mode | 0o200) }
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC) | (exclusive ? O_EXCL : 0)
        fd = open(path, flags, 0o666)
        guard fd >= 0 else { throw FileFailure.net(errno, path) }
        if !append || lseek(fd, 0, SEEK_END) == 0 { held += encoding.mark }
    }
    deinit { if fd >= 0 { Glibc.close(fd) } }

    func write(_ s: Str) throws {
        encoding.append(s, to: &held)
        if held.count > 1 << 16 { try flush() }
    }
    func write(bytes: ArraySlice<UInt8>) throws {
        held += bytes
        if held.count > 1 << 16 { try flush() }
    }
    func write(byte: UInt8) throws {
        held.append(byte)
        if held.count > 1 << 16 { try flush() }
    }
    /// Writes an ending of a line.
    func endLine() throws {
        if encoding == .utf8 { held.append(10); if held.count > 1 << 16 { try flush() } } else { try write(OutputFile.newline) }
    }
    private static let newline = Str("\n")
    private func flush() throws {
        guard FileText.writeAll(held[...], to: fd) else { throw FileFailure.net(errno, path) }
        held.removeAll(keepingCapacity: true)
    }
    func close() throws {
        guard fd >= 0 else { return }
        defer { Glibc.close(fd); fd = -1 }
        try flush()
    }
}
