import Glibc
import NacreRuntime

extension Machine {
    /// The elements of a value, one by one.
    public func enumerated(_ v: Value) throws -> [Value] {
        var out: [Value] = []
        try enumerate(v) { out.append($0) }
        return out
    }
}

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
        let fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0o666)
        guard fd >= 0 else { return false }
        defer { close(fd) }
        return writeAll(b[...], to: fd)
    }
    /// Writes all bytes to an open file; false where that fails (errno says why).
    static func writeAll(_ b: ArraySlice<UInt8>, to fd: Int32) -> Bool {
        b.withUnsafeBytes { p in
            var done = 0
            while done < p.count {
                guard let from = p.baseAddress else { return true }
                let n = Glibc.write(fd, from + done, p.count - done)
                if n < 0 { if errno == EINTR { continue }; return false }
                done += n
            }
            return true
        }
    }
}
