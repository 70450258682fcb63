/// The inputs of earlier, oldest first, and where they are kept.
public final class History {
    public private(set) var entries: [String] = []
    private let limit: Int
    private let file: HistoryFile?

    /// Reads what earlier sessions left at `path`; nil keeps everything in memory.
    public init(path: String?, limit: Int) {
        self.limit = limit
        file = limit > 0 ? path.map { HistoryFile(path: $0, limit: limit) } : nil
        entries = file?.load() ?? []
    }

    /// Adds one input, however many lines it has; not when it repeats the one before. What speaks of a secret
    /// stays in memory, as PSReadLine does it.
    public func add(_ input: String) {
        let entry = HistoryFile.normalised(input)
        guard limit > 0, !entry.isEmpty, entry != entries.last else { return }
        entries.append(entry)
        if entries.count > limit { entries.removeFirst(entries.count - limit) }
        if !Self.isSensitive(entry) { file?.append(entry) }
    }

    static func isSensitive(_ input: String) -> Bool {
        let lower = input.lowercased()
        return ["password", "asplaintext", "token", "apikey", "secret"].contains { lower.contains($0) }
    }
}

/// Walking up and down the history while a line is edited.
struct HistoryWalk {
    /// An index into the entries; `entries.count` is the line that was being typed.
    private(set) var position: Int
    private var typed: [Unicode.Scalar] = []

    init(count: Int) { position = count }

    /// The nearest older (`step` -1) or newer (+1) entry for which `matches` holds; at the new end the line that was typed.
    mutating func move(_ step: Int, in entries: [String], from current: [Unicode.Scalar],
                       where matches: (String) -> Bool = { _ in true }) -> [Unicode.Scalar]? {
        if position >= entries.count { typed = current }
        var index = position + step
        while index >= 0 && index < entries.count {
            // One that looks like what stands in the line would seem to do nothing.
            let candidate = Array(entries[index].unicodeScalars)
            if candidate != current && matches(entries[index]) {
                position = index
                return candidate
            }
            index += step
        }
        guard step > 0, position < entries.count else { return nil }
        position = entries.count
        return typed
    }

    mutating func jump(to index: Int, in entries: [String], from current: [Unicode.Scalar]) {
        if position >= entries.count { typed = current }
        position = index
    }
}
