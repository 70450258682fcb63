/// A script's text and where it came from. Positions inside it are UTF-8 byte offsets; lines and columns are computed on demand.
public final class Source {
    /// The file's path, or nil for text typed or passed on the command line.
    public let path: String?
    /// UTF-8 text, without a byte order mark, followed by one NUL that is not counted in `count`.
    public let bytes: UnsafeBufferPointer<UInt8>
    public var count: Int { bytes.count - 1 }
    private var lineStarts: [Int32]?
    private var lastPlace = (line: -1, offset: 0, units: 0)

    public init(_ text: String, path: String? = nil) {
        self.path = path
        var text = text
        bytes = text.withUTF8 { Source.copy($0) }
    }

    /// Bytes of a file: a UTF-8 byte order mark is dropped; bytes that are no UTF-8 become U+FFFD.
    public init(utf8 raw: UnsafeBufferPointer<UInt8>, path: String? = nil) {
        self.path = path
        var raw = raw
        if raw.count >= 3, raw[0] == 0xEF, raw[1] == 0xBB, raw[2] == 0xBF { raw = UnsafeBufferPointer(rebasing: raw[3...]) }
        var text = String(decoding: raw, as: UTF8.self)
        bytes = text.withUTF8 { Source.copy($0) }
    }

    private static func copy(_ from: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let to = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: from.count + 1)
        _ = to.initialize(from: from)
        to[from.count] = 0
        return UnsafeBufferPointer(to)
    }

    deinit { bytes.deallocate() }

    /// The text of an extent.
    public func text(_ e: Extent) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[Int(e.start)..<max(Int(e.start), min(Int(e.end), count))]), as: UTF8.self)
    }

    /// The offsets at which lines start; a line ends after LF, CR LF or a lone CR.
    public var lines: [Int32] {
        if let lineStarts { return lineStarts }
        var starts: [Int32] = [0]
        var i = 0
        while i < count {
            let b = bytes[i]
            i += 1
            if b == 13 { if bytes[i] == 10 { i += 1 } } else if b != 10 { continue }
            starts.append(Int32(i))
        }
        lineStarts = starts
        return starts
    }

    /// Line and column, both from 1; the column counts UTF-16 code units, as PowerShell's does.
    public func position(_ offset: Int32) -> (line: Int, column: Int) {
        let starts = lines
        var low = 0, high = starts.count
        while low + 1 < high {
            let mid = (low + high) / 2
            if starts[mid] <= offset { low = mid } else { high = mid }
        }
        // Places are mostly asked for in order: go on from the last one, so that a very long line is not counted again and again.
        let end = min(Int(offset), count)
        var from = Int(starts[low]), units = 0
        if lastPlace.line == low, lastPlace.offset <= end { from = lastPlace.offset; units = lastPlace.units }
        units += utf16Length(from: from, to: end)
        lastPlace = (low, end, units)
        return (low + 1, units + 1 + max(0, Int(offset) - count))
    }

    /// The number of UTF-16 code units between two byte offsets.
    public func utf16Length(from: Int, to: Int) -> Int {
        var units = 0, i = from
        while i < to {
            let b = bytes[i]
            if b < 0x80 { units += 1; i += 1 } else if b < 0xE0 { units += 1; i += 2 }
            else if b < 0xF0 { units += 1; i += 3 } else { units += 2; i += 4 }
        }
        return units
    }

    /// The text of the line (from 1), without its end.
    public func line(_ number: Int) -> String {
        let starts = lines
        guard number >= 1, number <= starts.count else { return "" }
        var end = number < starts.count ? Int(starts[number]) : count
        let start = Int(starts[number - 1])
        while end > start, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
        return text(Extent(start: Int32(start), end: Int32(end)))
    }
}

/// A stretch of a source: UTF-8 byte offsets, the end excluded.
@frozen public struct Extent: Equatable, Sendable {
    public var start: Int32
    public var end: Int32
    @inlinable public init(start: Int32, end: Int32) { self.start = start; self.end = end }
    @inlinable public init(_ start: Int, _ end: Int) { self.start = Int32(truncatingIfNeeded: start); self.end = Int32(truncatingIfNeeded: end) }
}

/// One thing the parser has to say about a source.
public struct Diagnostic: Sendable {
    /// PowerShell's error id, such as `MissingEndCurlyBrace`.
    public var id: String
    public var extent: Extent
    public var message: String
    /// True where some longer text would be right: the prompt asks for more lines.
    public var incomplete: Bool
    public init(id: String, extent: Extent, message: String, incomplete: Bool = false) {
        self.id = id; self.extent = extent; self.message = message; self.incomplete = incomplete
    }
}

/// What parsing gives, for any input: a tree, and what was wrong.
public struct ParseResult {
    public let source: Source
    public let tree: ScriptBlockAst
    public let diagnostics: [Diagnostic]
    public var isIncomplete: Bool { diagnostics.contains { $0.incomplete } }
    public init(source: Source, tree: ScriptBlockAst, diagnostics: [Diagnostic]) {
        self.source = source; self.tree = tree; self.diagnostics = diagnostics
    }
}
