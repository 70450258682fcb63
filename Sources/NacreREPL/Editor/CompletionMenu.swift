import CEdit
import Glibc

/// The list of candidates below the line.
struct CompletionMenu {
    let candidates: [Completion.Candidate]
    var selected: Int?
    let columns: Int
    /// Rows that the list may take.
    let height: Int
    private let cell: Int
    private let perRow: Int
    let rows: Int

    init(candidates: [Completion.Candidate], columns: Int, height: Int) {
        self.candidates = candidates
        self.columns = columns
        self.height = max(1, height)
        let widest = candidates.map { [Cell].of($0.listText).columns }.max() ?? 1
        // A mark before, a blank after.
        cell = min(widest, max(1, columns - 2)) + 2
        perRow = max(1, columns / cell)
        rows = (candidates.count + perRow - 1) / perRow
    }

    /// Down the columns, as `ls` lists.
    func lines(colour: Bool) -> [[Cell]] {
        let tip = selected.map { candidates[$0].toolTip } ?? ""
        let room = max(1, min(rows, height - (tip.isEmpty ? 0 : 1)))
        let whole = rows <= room
        let shown = whole ? rows : max(1, room - 1)
        let current = selected.map { $0 % rows } ?? 0
        let top = max(0, min(current - shown / 2, rows - shown))
        var lines: [[Cell]] = []
        for row in top..<top + shown {
            var line: [Cell] = []
            for column in 0..<perRow {
                let index = column * rows + row
                guard index < candidates.count else { break }
                line += entry(index, colour: colour)
            }
            lines.append(line)
        }
        if !whole && room > 1 { lines.append(.of("\(candidates.count) candidates", limit: columns)) }
        if !tip.isEmpty, let first = tip.split(whereSeparator: \.isNewline).first {
            lines.append(.of(String(first), limit: columns))
        }
        return lines
    }

    private func entry(_ index: Int, colour: Bool) -> [Cell] {
        let isSelected = index == selected
        let style = isSelected && colour ? "7" : ""
        var cells = [Cell].of((isSelected ? ">" : " ") + candidates[index].listText, style: style, limit: cell - 1)
        while cells.columns < cell { cells.append(Cell(text: " ", width: 1, style: "")) }
        return cells
    }

    mutating func step(_ by: Int) {
        let count = candidates.count
        guard let now = selected else { selected = by > 0 ? 0 : count - 1; return }
        selected = (now + by + count) % count
    }

    /// One column to the left or right, staying in the list.
    mutating func stepColumn(_ by: Int) {
        guard let now = selected else { return }
        let next = now + by * rows
        if candidates.indices.contains(next) { selected = next }
    }

    /// What all candidates begin with, upper and lower case being the same; in the first one's letters.
    static func commonPrefix(_ texts: [String]) -> [Unicode.Scalar] {
        guard let first = texts.first.map({ Array($0.unicodeScalars) }) else { return [] }
        var length = first.count
        for text in texts.dropFirst() {
            let same = zip(first, text.unicodeScalars).prefix { $0.properties.lowercaseMapping == $1.properties.lowercaseMapping }.count
            length = min(length, same)
        }
        return Array(first.prefix(length))
    }
}

extension LineEditor {
    /// Tab: the only candidate, or what all have in common, or the list.
    func complete() {
        guard let host else { return }
        let before = state
        let wasBusy = cedit_signals_busy(1)
        let completion = host.complete(before.text.string, cursor: before.text.utf16(offset: before.cursor))
        _ = cedit_signals_busy(wasBusy)
        guard !completion.candidates.isEmpty else { return }
        let start = before.text.offset(utf16: completion.start)
        let end = max(start, before.text.offset(utf16: completion.start + completion.length))
        let put: ([Unicode.Scalar]) -> Void = { [buffer] new in
            buffer.replace(Array(before.text[..<start]) + new + Array(before.text[end...]), cursor: start + new.count)
        }
        if completion.candidates.count == 1 { return put(Array(completion.candidates[0].text.unicodeScalars)) }
        let common = CompletionMenu.commonPrefix(completion.candidates.map(\.text))
        let typed = before.text[start..<end].map { $0.properties.lowercaseMapping }
        if common.count > typed.count, common.prefix(typed.count).map({ $0.properties.lowercaseMapping }) == typed { return put(common) }
        choose(completion.candidates, before: before, put: put)
    }

    private func choose(_ candidates: [Completion.Candidate], before: UndoLog.State, put: ([Unicode.Scalar]) -> Void) {
        var menu = CompletionMenu(candidates: candidates, columns: size.columns, height: max(1, size.rows - lineRows))
        defer { overlay = nil }
        while true {
            if let selected = menu.selected { put(Array(candidates[selected].text.unicodeScalars)) }
            overlay = Overlay(below: menu.lines(colour: settings.colour))
            guard let key = nextKey() else { return }
            switch key {
            case Key.tab, Key.down, Key.control("N"): menu.step(1)
            case Key.shiftTab, Key.up, Key.control("P"): menu.step(-1)
            case Key.right where menu.selected != nil: menu.stepColumn(1)
            case Key.left where menu.selected != nil: menu.stepColumn(-1)
            case Key.enter where menu.selected != nil, Key.lineFeed where menu.selected != nil: return
            case Key.control("G"), Key.escape: return buffer.replace(before.text, cursor: before.cursor)
            default: return keys.push(key)
            }
        }
    }
}
