import Glibc
import NacreRuntime

/// Reads a file line by line, a block at a time; UTF-8 or, by its byte order mark, another encoding.
final class LineReader {
    private let fd: Int32
    private let encoding: TextEncoding
    private var block: [UInt8]
    private var start = 0, end = 0
    private var isOver = false, skipsLineFeed = false
    /// The lines of a file that is not UTF-8, decoded whole.
    private var decoded: [Str]?, next = 0

    /// - Throws: a NetException where the file cannot be opened or is a folder.
    init(_ path: String, encoding: TextEncoding = .utf8) throws {
        self.encoding = encoding
        block = []
        fd = open(path, O_RDONLY | O_CLOEXEC)
        guard fd >= 0 else { throw FileFailure.net(errno, path) }
        block = [UInt8](repeating: 0, count: 1 << 16)
        fill()
        let mark = block[..<min(end, 4)]
        if mark.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        else if mark.starts(with: [0xFF, 0xFE]) || mark.starts(with: [0xFE, 0xFF]) || mark.starts(with: [0, 0, 0xFE, 0xFF]) || (encoding != .utf8 && encoding != .utf8Mark) {
            while !isOver { fill() }
            decoded = FileText.lines(encoding.decode(Array(block[start..<end])))
        }
    }
    deinit { close(fd) }

    /// Reads on where the file has ended before: somebody may have written more.
    func goOn() { isOver = false }

    /// The next line without its end; nil at the end of the file.
    func line() -> Str? {
        if let decoded {
            guard next < decoded.count else { return nil }
            next += 1
            return decoded[next - 1]
        }
        var from = start
        while true {
            let found: (at: Int, isReturn: Bool)? = block.withUnsafeBufferPointer { p in
                guard let b = p.baseAddress, from < end else { return nil }
                guard let f = memchr(b + from, 10, end - from) else {
                    return memchr(b + from, 13, end - from).map { (b.distance(to: $0.assumingMemoryBound(to: UInt8.self)), true) }
                }
                let at = b.distance(to: f.assumingMemoryBound(to: UInt8.self))
                if let r = memchr(b + from, 13, at - from) { return (b.distance(to: r.assumingMemoryBound(to: UInt8.self)), true) }
                return (at, false)
            }
            guard let found else {
                if isOver {
                    guard start < end else { return nil }
                    defer { start = end }
                    return text(start, end)
                }
                from = end - start
                fill()
                from += start
                continue
            }
            if found.isReturn, found.at + 1 == end, !isOver {
                // A line feed may be next.
                from = found.at - start
                fill()
                from += start
                continue
            }
            let s = text(start, found.at)
            start = found.at + (found.isReturn && found.at + 1 < end && block[found.at + 1] == 10 ? 2 : 1)
            return s
        }
    }
    /// All that is left, as it is.
    func rest() -> Str {
        while !isOver { fill() }
        if decoded != nil { return encoding.decode(Array(block[..<end])) }
        defer { start = end }
        return text(start, end)
    }
    private func text(_ a: Int, _ b: Int) -> Str { block.withUnsafeBufferPointer { Str(utf8: UnsafeBufferPointer(rebasing: $0[a..<b])) } }

    /// Reads another block behind what is left; what was read already moves to the front.
    private func fill() {
        if start > 0 {
            block.withUnsafeMutableBufferPointer { p in if let b = p.baseAddress { memmove(b, b + start, end - start) } }
            end -= start
            start = 0
        }
        if end == block.count { block.append(contentsOf: repeatElement(0, count: block.count)) }
        while true {
            let n = block.withUnsafeMutableBytes { p in p.baseAddress.map { read(fd, $0 + end, p.count - end) } ?? 0 }
            if n < 0, errno == EINTR { continue }
            if n <= 0 { isOver = true } else { end += n }
            return
        }
    }
}
