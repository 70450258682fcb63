/// Searching the history while the pattern is typed (Ctrl-R back, Ctrl-S forth).
struct HistorySearch {
    let entries: [String]
    private(set) var query: [Unicode.Scalar] = []
    private(set) var failed = false
    private(set) var step: Int
    /// The entry found; `entries.count` before the first find.
    private(set) var index: Int
    private(set) var found: [Unicode.Scalar]?

    init(entries: [String], step: Int) {
        self.entries = entries
        self.step = step
        index = entries.count
    }

    /// Where `query` stands in `text`, upper and lower case being the same.
    static func position(of query: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
        guard !query.isEmpty, query.count <= text.count else { return nil }
        let wanted = query.map { $0.properties.lowercaseMapping }
        let lower = text.map { $0.properties.lowercaseMapping }
        return (0...(text.count - query.count)).first { start in lower[start..<start + query.count].elementsEqual(wanted) }
    }

    mutating func type(_ scalars: [Unicode.Scalar]) {
        query += scalars
        look(from: min(index, entries.count - 1), step: step)
    }

    mutating func rubOut() {
        guard !query.isEmpty else { return }
        query.removeLast()
        found = nil
        failed = false
        index = entries.count
        if !query.isEmpty { look(from: entries.count - 1, step: -1) }
    }

    /// The next older or newer find.
    mutating func next(_ step: Int) {
        self.step = step
        if !query.isEmpty { look(from: index + step, step: step, unlike: found) }
    }

    private mutating func look(from start: Int, step: Int, unlike: [Unicode.Scalar]? = nil) {
        var candidate = start
        while entries.indices.contains(candidate) {
            let text = Array(entries[candidate].unicodeScalars)
            if text != unlike && Self.position(of: query, in: text) != nil {
                index = candidate
                found = text
                failed = false
                return
            }
            candidate += step
        }
        failed = true
    }

    var label: String {
        (failed ? "failed-" : "") + (step < 0 ? "bck" : "fwd") + "-i-search: " + query.string + "_"
    }
}

extension LineEditor {
    /// Runs a search; a key that has no meaning in it ends it and does its own work on what was found.
    func searchHistory(_ step: Int) {
        guard request.isInput else { return }
        var search = HistorySearch(entries: history.entries, step: step)
        let before = state
        defer { overlay = nil }
        while true {
            let text = search.found ?? before.text
            let cursor = search.found.flatMap { HistorySearch.position(of: search.query, in: $0) } ?? before.cursor
            overlay = Overlay(text: text, cursor: cursor, below: [.of(search.label, limit: size.columns)])
            guard let key = nextKey() else { return }
            switch key {
            case Key.control("R"): again(&search, -1)
            case Key.control("S"): again(&search, 1)
            case Key.backspace, Key.rubout: search.rubOut()
            case Key.control("G"): return
            case Key.paste: search.type(Array(keys.pasted.prefix { $0 != "\n" }))
            case 0x20..<0x7f, 0xa0...:
                if let scalar = Unicode.Scalar(key) { search.type([scalar]) }
            default:
                lastSearch = search.query
                if let found = search.found {
                    walk.jump(to: search.index, in: history.entries, from: before.text)
                    buffer.replace(found, cursor: key == Key.escape ? cursor : found.count)
                }
                if key != Key.escape { keys.push(key) }
                return
            }
        }
    }

    /// The same key again goes on; with no pattern yet it takes the last one.
    private func again(_ search: inout HistorySearch, _ step: Int) {
        if search.query.isEmpty && !lastSearch.isEmpty { search.type(lastSearch) } else { search.next(step) }
    }
}
