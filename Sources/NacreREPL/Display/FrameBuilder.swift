/// Lays text out in rows of a given width.
struct FrameBuilder {
    let columns: Int
    private(set) var frame = Frame()
    private var column: Int
    /// Where tab stops are counted from: behind the prompt.
    private var origin = 0

    init(columns: Int, startColumn: Int = 0) {
        self.columns = max(2, columns)
        let indent = startColumn < self.columns ? max(0, startColumn) : startColumn % self.columns
        frame.rows[0].indent = indent
        column = indent
    }

    var rowCount: Int { frame.rows.count }

    /// Goes to a new row. `wraps` when only the width asks for it.
    mutating func newRow(wraps: Bool = false) {
        frame.rows[frame.rows.count - 1].wraps = wraps
        frame.rows.append(Row())
        column = 0
    }

    mutating func put(_ prompt: PromptText) {
        for piece in prompt.pieces {
            switch piece {
            case .lineBreak: newRow()
            case .scalar(let scalar, let style): put(scalar, style: style)
            }
        }
        origin = column
    }

    /// Puts one scalar; what has no picture is put as an escape.
    mutating func put(_ scalar: Unicode.Scalar, style: String) {
        if scalar == "\t" {
            repeat { put(" ", width: 1, style: style) } while (column - origin) % 4 != 0 && column < columns
            return
        }
        guard let width = scalar.columns else {
            for part in scalar.escaped.unicodeScalars { put(String(part), width: 1, style: style) }
            return
        }
        if width > 0 { return put(String(scalar), width: width, style: style) }
        let last = frame.rows.count - 1
        if let cell = frame.rows[last].cells.indices.last { frame.rows[last].cells[cell].text.unicodeScalars.append(scalar) }
    }

    mutating func put(_ text: String, width: Int, style: String) {
        if column + width > columns {
            newRow(wraps: column == columns)
            origin = 0
        }
        frame.rows[frame.rows.count - 1].cells.append(Cell(text: text, width: width, style: style))
        column += width
    }

    mutating func put(_ cells: [Cell]) {
        for cell in cells { put(cell.text, width: cell.width, style: cell.style) }
    }

    /// The cursor stands before what is put next.
    mutating func markCursor() {
        if column >= columns { newRow(wraps: true) }
        frame.cursorRow = frame.rows.count - 1
        frame.cursorColumn = column
    }

    /// Adds rows below the text, each cut at the width.
    mutating func putBelow(_ lines: [[Cell]]) {
        for line in lines {
            newRow()
            for cell in line where column + cell.width <= columns { put(cell.text, width: cell.width, style: cell.style) }
        }
    }
}

extension Array where Element == Cell {
    /// `text` as cells, cut at `limit` columns with an ellipsis where it is longer.
    static func of(_ text: String, style: String = "", limit: Int = .max) -> [Cell] {
        var cells: [Cell] = []
        var width = 0
        for scalar in text.unicodeScalars {
            let visible: [Unicode.Scalar] = scalar.columns == nil ? Array<Unicode.Scalar>(scalar.escaped.unicodeScalars) : [scalar]
            for part in visible {
                let columns = part.columns ?? 1
                if columns == 0 {
                    if let last = cells.indices.last { cells[last].text.unicodeScalars.append(part) }
                    continue
                }
                guard width + columns <= limit else {
                    while width + 1 > limit, let last = cells.popLast() { width -= last.width }
                    if limit > 0 { cells.append(Cell(text: "…", width: 1, style: style)) }
                    return cells
                }
                cells.append(Cell(text: String(part), width: columns, style: style))
                width += columns
            }
        }
        return cells
    }

    var columns: Int { reduce(0) { $0 + $1.width } }
}
