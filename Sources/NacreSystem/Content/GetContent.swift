import Glibc
import NacreRuntime

/// `Get-Content`: a file's lines, or all of it with `-Raw`; what an item of a flat drive holds.
final class GetContentCommand: PathCommand {
    private var encoding = TextEncoding.utf8
    override func begin() throws {
        try super.begin()
        encoding = try TextEncoding.of(arg("Encoding"), m)
    }
    override func process() throws {
        if has("TotalCount"), has("Tail") {
            return try writeError(.invalidOperationException, id: "TailAndHeadCannotCoexist", "The parameters TotalCount and Tail cannot be used together. Please specify only one parameter.", category: .invalidOperation)
        }
        let (paths, isLiteral) = given()
        for text in paths {
            try attempt {
                let places = try expand(text, literal: isLiteral)
                let chosen = places.filter { admits($0.provider.leaf($0.path)) }
                if chosen.isEmpty, !places.isEmpty || WildcardPattern.containsWildcards(Array(text.utf16)) {
                    throw PSError(.itemNotFoundException, id: "ItemNotFound", "An object at the specified path \(text) does not exist, or has been filtered by the -Include or -Exclude parameter.", category: .objectNotFound, target: Value(text))
                }
                for place in chosen {
                    guard place.exists(m) else { throw place.notFound }
                    try attempt { try read(place) }
                }
            }
        }
    }
    private func read(_ place: ItemPath) throws {
        guard place.provider is FileSystemProvider else {
            var out: [Value] = []
            for v in try place.provider.content(place.path, m) { try m.enumerate(v) { out.append($0) } }
            if flag("Raw") { return try write(out.count == 1 ? out[0] : Value(out.map { m.str($0).string }.joined(separator: "\n"))) }
            return try give(out)
        }
        if FilePath.isDirectory(place.path) {
            throw PSError(.invalidOperationException, id: "GetContainerContentException", "Unable to get content because it is a directory: '\(place.path)'. Please use 'Get-ChildItem' instead.", category: .invalidOperation, target: .null)
        }
        do {
            if flag("AsByteStream") { return try bytes(place.path) }
            let lines = try LineReader(place.path, encoding: encoding)
            if flag("Raw") {
                let s = lines.rest()
                return s.count > 0 ? try write(.object(s)) : ()
            }
            if let d = arg("Delimiter") { return try give(parts(lines.rest(), m.str(d))) }
            try stream(lines)
        } catch let n as NetException {
            let denied = n.value.exceptionType === TypeRef.unauthorizedAccessException
            throw PSError(ErrorRecord(n.value, id: denied ? "GetContentReaderUnauthorizedAccessError" : "GetContentReaderIOError", category: denied ? .permissionDenied : .readError, target: Value(place.path)))
        }
    }
    private func stream(_ lines: LineReader) throws {
        if let n = int("Tail"), n >= 0 {
            // The last lines go round in a ring.
            var ring: [Value] = [], at = 0
            while let l = lines.line() {
                if ring.count < n { ring.append(.object(l)) } else if n > 0 { ring[at] = .object(l); at = (at + 1) % n }
            }
            try give(Array(ring[at...] + ring[..<at]))
            if flag("Wait") { try wait(lines) }
            return
        }
        let limit = int("TotalCount") ?? -1
        if limit < 0, (int("ReadCount") ?? 1) == 1 {
            while let l = lines.line() { try write(.object(l)) }
            if flag("Wait") { try wait(lines) }
            return
        }
        let step = int("ReadCount") ?? 1
        var n = 0, group: [Value] = []
        while limit < 0 || n < limit, let l = lines.line() {
            n += 1
            if step == 1 { try write(.object(l)); continue }
            group.append(.object(l))
            if group.count == step { try write(.object(PSArray(group))); group = [] }
        }
        if !group.isEmpty { try write(.object(PSArray(group))) }
    }
    /// Waits for more until somebody interrupts.
    private func wait(_ lines: LineReader) throws {
        while true {
            lines.goOn()
            while let l = lines.line() { try write(.object(l)) }
            session.host.flush()
            try m.pollInterrupt()
            usleep(100_000)
        }
    }
    private func give(_ all: [Value]) throws {
        var out = all
        if let n = int("TotalCount"), n >= 0 { out = Array(out.prefix(n)) }
        if let n = int("Tail"), n >= 0 { out = Array(out.suffix(n)) }
        guard let step = int("ReadCount"), step != 1 else {
            for v in out { try write(v) }
            return
        }
        var i = 0
        let size = step <= 0 ? max(out.count, 1) : step
        while i < out.count { try write(.object(PSArray(Array(out[i..<min(i + size, out.count)])))); i += size }
    }
    /// The parts between delimiters; nothing after the last one.
    private func parts(_ text: Str, _ delimiter: Str) -> [Value] {
        guard delimiter.count > 0 else { return [.object(text)] }
        var out: [Value] = [], start = 0, i = 0
        while i + delimiter.count <= text.count {
            if text.hasUnits(delimiter, at: i) { out.append(.object(text.slice(start, i - start))); i += delimiter.count; start = i } else { i += 1 }
        }
        if start < text.count { out.append(.object(text.slice(start, text.count - start))) }
        return out
    }
    private func bytes(_ path: String) throws {
        guard let all = FileText.bytes(path) else { throw FileFailure.net(errno, path) }
        if flag("Raw") { return try write(.object(PSArray(all.map { .byte($0) }, of: .byte))) }
        if int("Tail") == nil, int("TotalCount") == nil, (int("ReadCount") ?? 1) == 1 {
            for b in all { try write(.byte(b)) }
            return
        }
        try give(all.map { .byte($0) })
    }
}
