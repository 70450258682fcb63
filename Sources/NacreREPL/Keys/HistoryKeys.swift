/// The keys that bring back earlier inputs.
extension LineEditor {
    func recall(_ step: Int) {
        guard request.isInput else { return }
        guard let text = walk.move(step, in: history.entries, from: buffer.contents.text) else { return }
        buffer.replace(text, cursor: text.count)
        recalled = state
    }

    /// Inputs that begin with what stands before the cursor.
    func searchPrefix(_ step: Int) {
        guard request.isInput else { return }
        let (text, cursor) = buffer.contents
        let prefix = text[..<cursor]
        let found = walk.move(step, in: history.entries, from: text) { $0.unicodeScalars.starts(with: prefix) }
        if let found { buffer.replace(found, cursor: min(cursor, found.count)) }
    }

    func repeatSearch(_ step: Int) {
        guard request.isInput, !lastSearch.isEmpty else { return }
        let query = lastSearch
        let found = walk.move(step, in: history.entries, from: buffer.contents.text) {
            HistorySearch.position(of: query, in: Array($0.unicodeScalars)) != nil
        }
        if let found { buffer.replace(found, cursor: 0) }
    }
}
