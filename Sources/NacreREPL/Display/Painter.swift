/// Brings a frame onto the screen by the smallest change from what is there.
///
/// Rows are counted from where the editor began; all movement is relative, so nothing needs to know
/// which row of the screen that is, and scrolling does no harm.
struct Painter {
    private var shown: [Row] = [Row()]
    private var row = 0
    private var column = 0
    private var out = ""
    private var style = ""

    init() {}

    /// Begins where the cursor is, in `column`.
    mutating func begin(column start: Int) {
        shown = [Row(indent: start)]
        row = 0
        column = start
    }

    /// The bytes that turn the screen into `frame`, of which at most `height` rows are shown around the cursor.
    mutating func paint(_ frame: Frame, columns: Int, height: Int) -> String {
        out = ""
        var rows = frame.rows
        var cursorRow = frame.cursorRow
        if rows.count > height {
            let top = max(0, min(cursorRow, rows.count - height))
            rows = Array(rows[top..<top + height])
            cursorRow -= top
        }
        for index in rows.indices { paintRow(index, of: rows, columns: columns) }
        if shown.count > rows.count {
            move(to: rows.count, 0)
            reset()
            out += "\u{1b}[J"
        }
        shown = rows
        reset()
        move(to: cursorRow, frame.cursorColumn)
        return out
    }

    private mutating func paintRow(_ index: Int, of rows: [Row], columns: Int) {
        let new = rows[index]
        guard index < shown.count else {
            let above = rows[index - 1]
            let follows = above.wraps && row == index - 1 && column == columns
            if follows && !new.cells.isEmpty {
                row = index                 // the terminal wraps by itself, and knows the line as one
                column = 0
            } else if follows {
                out += " \r"                // the same, with nothing to show yet
                row = index
                column = 0
            } else {
                move(to: index, 0)
            }
            write(new.cells[...], columns: columns)
            return
        }
        let old = shown[index]
        if old.cells == new.cells && old.indent == new.indent { return }
        let common = old.indent == new.indent ? zip(old.cells, new.cells).prefix { $0 == $1 }.count : 0
        move(to: index, new.column(of: common))
        write(new.cells[common...], columns: columns)
        if new.width < old.width {
            reset()
            out += "\u{1b}[K"
        }
    }

    private mutating func write(_ cells: ArraySlice<Cell>, columns: Int) {
        for cell in cells {
            if cell.style != style {
                if !style.isEmpty { out += "\u{1b}[0m" }
                if !cell.style.isEmpty { out += "\u{1b}[" + cell.style + "m" }
                style = cell.style
            }
            out += cell.text
            column += cell.width
        }
    }

    private mutating func reset() {
        if !style.isEmpty { out += "\u{1b}[0m" }
        style = ""
    }

    private mutating func move(to newRow: Int, _ newColumn: Int) {
        if newRow < row {
            out += "\u{1b}[\(row - newRow)A"
        } else if newRow > row {
            reset()
            out += "\r" + String(repeating: "\n", count: newRow - row)
            column = 0
        }
        row = newRow
        guard newColumn != column else { return }
        // From the margin the column is not certain, so go by the first one.
        out += "\r"
        if newColumn > 0 { out += "\u{1b}[\(newColumn)C" }
        column = newColumn
    }

    /// The window has a new width. Terminals flow the lines anew, so the row of the cursor is reckoned from
    /// their lengths; returns the bytes that clear what is shown, after which a whole frame is to be painted.
    mutating func resized(columns: Int) -> String {
        var above = 0
        var length = 0
        for index in 0..<row {
            length += shown[index].width
            if !shown[index].wraps {
                above += max(1, (length + columns - 1) / columns)
                length = 0
            }
        }
        above += (length + column) / columns
        let indent = shown[0].indent
        var bytes = above > 0 ? "\u{1b}[\(above)A\r" : "\r"
        if indent > 0 { bytes += "\u{1b}[\(indent)C" }
        bytes += "\u{1b}[J"
        begin(column: indent)
        return bytes
    }
}
