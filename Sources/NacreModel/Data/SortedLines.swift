import NacreSchema

/// A data file of lines `key TAB text`, sorted by the key in lower-case ASCII: one line is found by bisection on the bytes, and nothing
/// else of the file is touched. What a key's line costs is read only when it is asked for.
public struct SortedLines: @unchecked Sendable {
    private let bytes: UnsafeBufferPointer<UInt8>

    /// - Parameter bytes: must stay where they are; meant for data embedded in the executable.
    public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }
    public init(_ start: UnsafePointer<UInt8>, count: Int) { bytes = UnsafeBufferPointer(start: start, count: count) }

    /// The key in the file's spelling and the text after the tab; nil where there is no such line. The key is found in any case.
    public func line(_ key: String) -> (key: String, text: UnsafeBufferPointer<UInt8>)? {
        let wanted = key.utf8.map(lower)
        var low = 0, high = bytes.count
        while low < high {
            let start = lineStart(before: (low + high) / 2, notBefore: low)
            let tab = index(of: 9, from: start), end = index(of: 10, from: start)
            let order = compare(wanted, start, tab)
            if order == 0 { return (text(start, tab), UnsafeBufferPointer(rebasing: bytes[min(tab + 1, end)..<end])) }
            if order < 0 { high = start } else { low = end + 1 }
        }
        return nil
    }

    /// All keys, in order.
    public var keys: [String] {
        var out: [String] = [], at = 0
        while at < bytes.count {
            out.append(text(at, index(of: 9, from: at)))
            at = index(of: 10, from: at) + 1
        }
        return out
    }

    /// The keys that begin with a prefix, in any case.
    public func keys(startingWith prefix: String) -> [String] {
        let wanted = prefix.utf8.map(lower)
        var out: [String] = [], at = lowerBound(wanted)
        while at < bytes.count {
            let tab = index(of: 9, from: at)
            guard tab - at >= wanted.count, (0..<wanted.count).allSatisfy({ lower(bytes[at + $0]) == wanted[$0] }) else { break }
            out.append(text(at, tab))
            at = index(of: 10, from: at) + 1
        }
        return out
    }

    private func lowerBound(_ wanted: [UInt8]) -> Int {
        var low = 0, high = bytes.count
        while low < high {
            let start = lineStart(before: (low + high) / 2, notBefore: low)
            if compare(wanted, start, index(of: 9, from: start)) <= 0 { high = start } else { low = index(of: 10, from: start) + 1 }
        }
        return low
    }

    private func text(_ start: Int, _ end: Int) -> String { String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self) }

    private func lineStart(before middle: Int, notBefore low: Int) -> Int {
        var at = middle
        while at > low, bytes[at - 1] != 10 { at -= 1 }
        return at
    }
    private func index(of byte: UInt8, from start: Int) -> Int {
        var at = start
        while at < bytes.count, bytes[at] != byte { at += 1 }
        return at
    }
    private func lower(_ b: UInt8) -> UInt8 { b >= 65 && b <= 90 ? b + 32 : b }

    /// Below, at or above zero as the wanted key stands before, at or after the line's.
    private func compare(_ wanted: [UInt8], _ start: Int, _ tab: Int) -> Int {
        let n = tab - start
        for i in 0..<min(n, wanted.count) {
            let d = Int(wanted[i]) - Int(lower(bytes[start + i]))
            if d != 0 { return d }
        }
        return wanted.count - n
    }
}
