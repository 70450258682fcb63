import CEdit
import Glibc

/// A terminal's screen, as much of it as a line editor uses.
public struct Screen {
    public private(set) var columns: Int
    public private(set) var rows: Int
    private var cells: [[String]]
    public private(set) var row = 0
    public private(set) var column = 0
    public private(set) var isPasteBracketed = false
    /// SGR sequences seen.
    public private(set) var styles: [String] = []
    private var pending: [UInt8] = []

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        _ = Self.locale
        cells = Self.blank(columns, rows)
    }

    /// For the widths of characters.
    private static let locale = setlocale(LC_CTYPE, "C.UTF-8")

    private static func blank(_ columns: Int, _ rows: Int) -> [[String]] {
        Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// The rows without blanks at their ends, from the first to the last that holds something.
    public var lines: [String] {
        var lines = cells.map { row in
            var text = row.joined()
            while text.last == " " { text.removeLast() }
            return text
        }
        while lines.last == "" { lines.removeLast() }
        return lines
    }
    public var text: String { lines.joined(separator: "\n") }

    /// A new width, without flowing the text anew (as xterm does it).
    public mutating func resize(columns new: Int) {
        for index in cells.indices {
            cells[index] = Array((cells[index] + Array(repeating: " ", count: max(0, new - columns))).prefix(new))
        }
        columns = new
        column = min(column, new - 1)
    }

    public mutating func feed(_ bytes: [UInt8]) {
        pending += bytes
        while let used = step() { pending.removeFirst(used) }
    }

    /// Takes one character or sequence; nil while it is not whole.
    private mutating func step() -> Int? {
        guard let first = pending.first else { return nil }
        switch first {
        case 0x0d: column = 0
        case 0x0a: lineFeed()
        case 0x08: column = max(0, column - 1)
        case 0x1b: return escape()
        case 0..<0x20: break
        default: return printed(first)
        }
        return 1
    }

    private mutating func lineFeed() {
        if row < rows - 1 { row += 1; return }
        cells.removeFirst()
        cells.append(Array(repeating: " ", count: columns))
    }

    private mutating func printed(_ first: UInt8) -> Int? {
        let length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
        guard pending.count >= length else { return nil }
        let text = String(decoding: pending.prefix(length), as: UTF8.self)
        let width = Int(cedit_width(wchar_t(bitPattern: text.unicodeScalars.first?.value ?? 0)))
        if width <= 0 {
            if column > 0 { cells[row][column - 1] += text }
            return length
        }
        // The cursor stays beyond the margin until the next character wraps.
        if column + width > columns { column = 0; lineFeed() }
        cells[row][column] = text
        if width == 2 { cells[row][column + 1] = "" }
        column += width
        return length
    }

    private mutating func escape() -> Int? {
        guard pending.count >= 2 else { return nil }
        if pending[1] == UInt8(ascii: "]") {
            return pending.firstIndex(of: 7).map { $0 + 1 }
        }
        guard pending[1] == UInt8(ascii: "[") else { return 2 }
        guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7e).contains($0) }) else { return nil }
        let parameters = String(decoding: pending[2..<end], as: UTF8.self)
        let count = Int(parameters.split(separator: ";").first ?? "") ?? 0
        switch Character(Unicode.Scalar(pending[end])) {
        case "A": row = max(0, row - max(1, count))
        case "B": row = min(rows - 1, row + max(1, count))
        case "C": column = min(columns - 1, min(column, columns - 1) + max(1, count))
        case "D": column = max(0, min(column, columns - 1) - max(1, count))
        case "H": (row, column) = (0, 0)
        case "K": clear(row, from: min(column, columns - 1))
        case "J" where count == 2: cells = Self.blank(columns, rows)
        case "J":
            clear(row, from: min(column, columns - 1))
            for below in (row + 1)..<max(row + 1, rows) { clear(below, from: 0) }
        case "h" where parameters == "?2004": isPasteBracketed = true
        case "l" where parameters == "?2004": isPasteBracketed = false
        case "m": styles.append(parameters)
        default: break
        }
        return end + 1
    }

    private mutating func clear(_ row: Int, from column: Int) {
        for index in column..<columns { cells[row][index] = " " }
    }
}
