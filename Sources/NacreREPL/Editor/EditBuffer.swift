import CEdit
import Glibc

/// The line that libedit edits.
struct EditBuffer {
    let line: OpaquePointer

    /// All scalars, and how many stand before the cursor.
    var contents: (text: [Unicode.Scalar], cursor: Int) {
        guard let info = el_wline(line)?.pointee, let start = info.buffer, let cursor = info.cursor, let end = info.lastchar
        else { return ([], 0) }
        let text = UnsafeBufferPointer(start: start, count: end - start).map {
            Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{fffd}"
        }
        return (text, cursor - start)
    }

    func move(to offset: Int) {
        let now = contents.cursor
        if offset != now { _ = el_cursor(line, Int32(offset - now)) }
    }

    func insert(_ scalars: some Sequence<Unicode.Scalar>) {
        let text = Self.wide(scalars)
        if text.count > 1 { _ = text.withUnsafeBufferPointer { el_winsertstr(line, $0.baseAddress!) } }
    }

    /// Replaces everything. An empty text goes through a blank, because libedit refuses one.
    func replace(_ text: [Unicode.Scalar], cursor: Int) {
        let wide = Self.wide(text.isEmpty ? [" "] : text)
        _ = wide.withUnsafeBufferPointer { el_wreplacestr(line, $0.baseAddress!) }
        _ = el_cursor(line, Int32(wide.count))
        if text.isEmpty { el_deletestr(line, 1) } else { move(to: cursor) }
    }

    /// A scalar 0 would end the string for libedit.
    private static func wide(_ scalars: some Sequence<Unicode.Scalar>) -> [wchar_t] {
        var result: [wchar_t] = []
        for scalar in scalars where scalar.value != 0 { result.append(wchar_t(bitPattern: scalar.value)) }
        result.append(0)
        return result
    }
}

extension Array where Element == Unicode.Scalar {
    var string: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: self)
        return String(text)
    }

    /// The offset in scalars of an offset in UTF-16 units; the end for one beyond it.
    func offset(utf16: Int) -> Int {
        var units = 0
        for (index, scalar) in enumerated() {
            if units >= utf16 { return index }
            units += scalar.value > 0xffff ? 2 : 1
        }
        return count
    }

    /// UTF-16 units before an offset in scalars.
    func utf16(offset: Int) -> Int { self[..<Swift.min(offset, count)].reduce(0) { $0 + ($1.value > 0xffff ? 2 : 1) } }
}
