import Glibc
import NacreRuntime

/// `Get-Content`: a file's lines, or all of it with `-Raw`.
final class GetContentCommand: Cmdlet {
    override func process() throws {
        let literal = arg("LiteralPath")
        guard let given = literal ?? arg("Path") else { return }
        try m.enumerate(given) { p in
            let text = m.str(p).string
            let paths = literal != nil ? [FilePath.resolve(text)].filter(FilePath.exists) : try FilePath.glob(text, m)
            if paths.isEmpty { return try writeError(FilePath.notFound(text).record) }
            for path in paths { try read(path) }
        }
    }
    private func count(_ name: String) -> Int? {
        switch arg(name) { case .long(let n)?: Int(n); case .int(let n)?: Int(n); default: nil }
    }
    private func read(_ path: String) throws {
        guard let bytes = FileText.bytes(path) else {
            if errno == EISDIR { return try writeError(PSError(.unauthorizedAccessException, id: "GetContentReaderUnauthorizedAccessError", "Access to the path '\(path)' is denied.", category: .permissionDenied, target: Value(path)).record) }
            return try writeError(PSError(.ioException, id: "GetContentReaderIOError", "\(String(cString: strerror(errno))) : '\(path)'", category: .readError, target: Value(path)).record)
        }
        if flag("AsByteStream") {
            if flag("Raw") { return try write(.object(PSArray(bytes.map { .byte($0) }, of: .byte))) }
            for b in bytes { try write(.byte(b)) }
            return
        }
        let text = FileText.decode(bytes)
        if flag("Raw") { return try write(.object(text)) }
        var lines: [Str]
        if let d = arg("Delimiter") {
            lines = try m.enumerated(m.binary(.csplit, .object(text), .object(PSArray([d, .int(0), Value("SimpleMatch")])))).map { m.str($0) }
        } else { lines = FileText.lines(text) }
        if let n = count("TotalCount"), n >= 0 { lines = Array(lines.prefix(n)) }
        if let n = count("Tail"), n >= 0 { lines = Array(lines.suffix(n)) }
        if let n = count("ReadCount"), n != 1 {
            var i = 0
            let step = n <= 0 ? max(lines.count, 1) : n
            while i < lines.count { try write(.object(PSArray(lines[i..<min(i + step, lines.count)].map { .object($0) }))); i += step }
            return
        }
        for l in lines { try write(.object(l)) }
    }
}

extension Machine {
    /// The elements of a value, one by one.
    public func enumerated(_ v: Value) throws -> [Value] {
        var out: [Value] = []
        try enumerate(v) { out.append($0) }
        return out
    }
}
