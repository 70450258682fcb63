import CEdit
import Glibc

/// The functions that libedit does not have, or has only for one line.
extension LineEditor {
    /// Performs the function of `key`; gives libedit's code for what is to follow.
    func perform(_ key: UInt32) -> UInt8 {
        switch key {
        case Key.enter, Key.lineFeed: return accept()
        case Key.newLine: if request.isInput { buffer.insert(["\n"]) }
        case Key.tab: if request.isInput { complete() }
        case Key.paste: paste()
        case Key.up, Key.control("P"), scalar("k"), scalar("-"): moveUp()
        case Key.down, Key.control("N"), scalar("j"), scalar("+"): moveDown()
        case Key.pageUp: searchPrefix(-1)
        case Key.pageDown: searchPrefix(1)
        case Key.home, Key.control("A"): toLineStart()
        case Key.end, Key.control("E"): toLineEnd()
        case Key.control("K"): killLine()
        case Key.control("L"): clearScreen()
        case Key.control("R"), scalar("/"): searchHistory(-1)
        case Key.control("S"), scalar("?"): searchHistory(1)
        case scalar("n"): repeatSearch(-1)
        case scalar("N"): repeatSearch(1)
        case 0x1f, scalar("u"): undoChange()
        case Key.control("D"): return deleteOrLeave()
        default: return UInt8(CC_ERROR)
        }
        return UInt8(CC_REFRESH)
    }

    private func scalar(_ character: Unicode.Scalar) -> UInt32 { character.value }

    /// Enter: runs a complete input at once, goes on with one that is not.
    private func accept() -> UInt8 {
        let text = buffer.contents.text.string
        if request.isInput, let host, host.isIncomplete(text) {
            buffer.insert(["\n"])
            return UInt8(CC_REFRESH)
        }
        end(.line(text))
        return UInt8(CC_NEWLINE)
    }

    /// Ctrl-D: leaves from an empty line, deletes in another.
    private func deleteOrLeave() -> UInt8 {
        let (text, cursor) = buffer.contents
        if text.isEmpty {
            end(.endOfInput)
            return UInt8(CC_EOF)
        }
        if cursor < text.count {
            buffer.move(to: cursor + 1)
            el_deletestr(buffer.line, 1)
        }
        return UInt8(CC_REFRESH)
    }

    /// A paste is one edit, whatever is in it. An answer is one line: of several it takes the first.
    private func paste() {
        let text = keys.pasted
        if request.isInput { buffer.insert(text) } else { buffer.insert(text.prefix { $0 != "\n" }) }
    }

    private func undoChange() {
        if let earlier = undo.undo(from: state) { buffer.replace(earlier.text, cursor: earlier.cursor) }
    }

    private func bounds(_ text: [Unicode.Scalar], _ cursor: Int) -> (start: Int, end: Int) {
        let start = text[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let end = text[cursor...].firstIndex(of: "\n") ?? text.count
        return (start, end)
    }

    /// To the start of the line; from there to the start of the input.
    private func toLineStart() {
        let (text, cursor) = buffer.contents
        let start = bounds(text, cursor).start
        buffer.move(to: start == cursor ? 0 : start)
    }

    private func toLineEnd() {
        let (text, cursor) = buffer.contents
        let end = bounds(text, cursor).end
        buffer.move(to: end == cursor ? text.count : end)
    }

    /// Kills to the end of the line; at its end, the line break. libedit's functions do it, so that its kill
    /// buffer gets it.
    private func killLine() {
        let (text, cursor) = buffer.contents
        let end = bounds(text, cursor).end
        guard end < text.count else { return push([Key.killToEnd]) }
        let target = max(end, cursor + 1)
        push([Key.setMark] + Array(repeating: Key.right, count: target - cursor) + [Key.killRegion])
    }

    private func push(_ codes: [UInt32]) {
        codes.compactMap(Unicode.Scalar.init).string.withWide { el_wpush(buffer.line, $0) }
    }

    private func moveUp() {
        let (text, cursor) = buffer.contents
        let (start, _) = bounds(text, cursor)
        if start > 0 && recalled == nil {
            let above = bounds(text, start - 1)
            return buffer.move(to: min(above.start + cursor - start, above.end))
        }
        recall(-1)
    }

    private func moveDown() {
        let (text, cursor) = buffer.contents
        let (start, end) = bounds(text, cursor)
        if end < text.count && recalled == nil {
            let below = bounds(text, end + 1)
            return buffer.move(to: min(below.start + cursor - start, below.end))
        }
        recall(1)
    }
}
