import Glibc

/// The history that all sessions of a user share.
///
/// One input is one or more lines: every line after its first begins with a tab. Nothing is escaped, so that
/// the file can be read, searched and edited. Each input is one write under a lock on the file.
struct HistoryFile {
    let path: String
    let limit: Int

    /// The form in which an input is kept: no white space at its ends, line feeds only.
    static func normalised(_ input: String) -> String {
        var scalars = Array(KeySource.cleaned(input))
        let blank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" }
        while let last = scalars.last, blank(last) { scalars.removeLast() }
        return scalars.drop(while: blank).reduce(into: "") { $0.unicodeScalars.append($1) }
    }

    static func encoded(_ entry: String) -> String {
        entry.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n\t") + "\n"
    }

    static func decoded(_ text: String) -> [String] {
        var entries: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.first == "\t", let last = entries.popLast() {
                entries.append(last + "\n" + line.dropFirst())
            } else if !line.isEmpty {
                entries.append(String(line))
            }
        }
        var result: [String] = []
        for entry in entries where entry != result.last { result.append(entry) }
        return result
    }

    /// The newest entries, oldest first; none where there is no file.
    func load() -> [String] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        flock(descriptor, LOCK_SH)
        return Array(Self.decoded(Self.read(descriptor)).suffix(limit))
    }

    /// Adds an entry. A history that cannot be written is no reason to disturb anybody: then it is not.
    func append(_ entry: String) {
        guard let descriptor = openLocked() else { return }
        defer { close(descriptor) }
        let end = lseek(descriptor, 0, SEEK_END)
        var bytes = Self.encoded(entry)
        // A write that a full disk cut short must not swallow this entry.
        if end > 0 {
            var last: UInt8 = 0
            if pread(descriptor, &last, 1, end - 1) == 1, last != 0x0a { bytes = "\n" + bytes }
        }
        Terminal.write(bytes, to: descriptor)
        // Counting needs a reading of the whole file: only now and then, by its size.
        if end > off_t(limit) * 24 { trim(descriptor) }
    }

    /// Opens for appending, with the lock held on the file that the path names now.
    private func openLocked() -> Int32? {
        makeDirectory()
        for _ in 0..<8 {
            let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return nil }
            var here = stat(), there = stat()
            if flock(descriptor, LOCK_EX) == 0, fstat(descriptor, &here) == 0, stat(path, &there) == 0,
               here.st_ino == there.st_ino, here.st_dev == there.st_dev {
                if here.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
                return descriptor
            }
            close(descriptor)                       // another session has put a shorter file in its place
        }
        return nil
    }

    /// Puts the newest entries in place of the file when it holds a quarter too many.
    private func trim(_ descriptor: Int32) {
        lseek(descriptor, 0, SEEK_SET)
        let entries = Self.decoded(Self.read(descriptor))
        guard entries.count > limit + limit / 4 else { return }
        let temporary = path + ".\(getpid())"
        let target = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard target >= 0 else { return }
        let text = entries.suffix(limit).map(Self.encoded).joined()
        Terminal.write(text, to: target)
        let whole = lseek(target, 0, SEEK_END) == off_t(text.utf8.count)
        close(target)
        if !whole || rename(temporary, path) != 0 { unlink(temporary) }
    }

    private func makeDirectory() {
        var prefix = ""
        for part in path.split(separator: "/").dropLast() {
            prefix += (path.hasPrefix("/") || !prefix.isEmpty ? "/" : "") + part
            mkdir(prefix, 0o700)
        }
    }

    private static func read(_ descriptor: Int32) -> String {
        var data: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            data.append(contentsOf: chunk[..<count])
        }
        return String(decoding: data, as: UTF8.self)
    }
}
