/// What is on the screen while a line is read.
extension LineEditor {
    func refresh() {
        var (text, cursor) = buffer.contents
        if let shown = overlay?.text { (text, cursor) = (shown, overlay?.cursor ?? 0) }
        let frame = view.frame(text: text, cursor: cursor, styles: styles(of: text), below: overlay?.below ?? [], columns: size.columns)
        Terminal.write(painter.paint(frame, columns: size.columns, height: size.rows), to: output)
    }

    /// Rows that the prompt and the line need now.
    var lineRows: Int {
        let (text, cursor) = buffer.contents
        return view.frame(text: text, cursor: cursor, columns: size.columns).rows.count
    }

    /// An empty screen with the line at its top.
    func clearScreen() {
        Terminal.write("\u{1b}[H\u{1b}[2J", to: output)
        view.startColumn = 0
        painter.begin(column: 0)
    }

    func styles(of text: [Unicode.Scalar]) -> [String] {
        guard settings.colour, request.isInput, let runs = host?.highlight(text.string), !runs.isEmpty else { return [] }
        var styles = [String](repeating: "", count: text.count)
        for run in runs where run.length > 0 {
            let start = text.offset(utf16: run.start), end = text.offset(utf16: run.start + run.length)
            for index in start..<max(start, end) { styles[index] = run.sgr }
        }
        return styles
    }

    /// Paints the line for good, with nothing below, and goes to the row after it.
    func leaveLine(suffix: String) {
        let text = buffer.contents.text
        let frame = view.frame(text: text, cursor: text.count, styles: styles(of: text), suffix: suffix, columns: size.columns)
        Terminal.write(painter.paint(frame, columns: size.columns, height: size.rows) + "\r\n", to: output)
        painter.begin(column: 0)
    }
}
