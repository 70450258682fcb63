import CEdit

/// One character as the terminal shows it, with the combining marks that follow.
struct Cell: Equatable {
    var text: String
    /// Columns: 1 or 2.
    var width: Int
    /// SGR parameters, empty for the terminal's own look.
    var style: String
}

/// One row of the screen.
struct Row: Equatable {
    /// Columns at the left that are not ours (what a command printed before it asked).
    var indent = 0
    var cells: [Cell] = []
    /// The text goes on in the next row without a line break.
    var wraps = false

    var width: Int { indent + cells.reduce(0) { $0 + $1.width } }
    func column(of index: Int) -> Int { indent + cells[..<index].reduce(0) { $0 + $1.width } }
}

/// What is to be on the screen, and where the cursor.
struct Frame: Equatable {
    var rows: [Row] = [Row()]
    var cursorRow = 0
    var cursorColumn = 0
}

extension Unicode.Scalar {
    /// Columns on a terminal: 0 for combining marks, nil for what has no picture.
    var columns: Int? {
        if value >= 0x20 && value < 0x7f { return 1 }
        let width = cedit_width(wchar_t(bitPattern: value))
        return width < 0 ? nil : Int(width)
    }

    /// How the line shows it when it has no picture: `^A`, `\u{200B}`.
    var escaped: String {
        if value < 0x20 { return "^" + String(Unicode.Scalar(UInt8(value + 0x40))) }
        if value == 0x7f { return "^?" }
        return "\\u{" + String(value, radix: 16, uppercase: true) + "}"
    }
}
