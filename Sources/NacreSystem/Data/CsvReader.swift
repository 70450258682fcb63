import NacreRuntime

/// Reads comma-separated values: quoted fields may hold delimiters, line ends and doubled quotes.
struct CsvReader {
    let delimiter: UInt16
    /// The names of the properties, once known.
    private(set) var shape: Shape?
    /// What a `#TYPE` line said.
    private(set) var typeName: Str?
    /// Some of the header's names were empty.
    private(set) var hasUnnamed = false

    init(delimiter: UInt16, header: [Str]?) throws {
        self.delimiter = delimiter
        if let header { try use(header) }
    }
    private mutating func use(_ names: [Str]) throws {
        var seen: Set<Name> = [], out: [Str] = []
        for (i, n) in names.enumerated() {
            if n.count == 0 { hasUnnamed = true }
            let s = n.count == 0 ? Str("H\(i + 1)") : n
            guard seen.insert(Name(s)).inserted else {
                throw PSError(.extendedTypeSystemException, id: "AlreadyPresentPSMemberInfoInternalCollectionAdd", "The member \"\(s.string)\" is already present.", category: .notSpecified)
            }
            out.append(s)
        }
        shape = Shape(names: out)
    }

    /// Calls for the object of each row.
    mutating func read(_ text: Str, _ body: (Value) throws -> Void) throws {
        if text.isWide { try read(text.utf16, text, body) } else { try read(text.latin1, text, body) }
    }
    private mutating func read<U: FixedWidthInteger>(_ u: UnsafeBufferPointer<U>, _ text: Str, _ body: (Value) throws -> Void) throws {
        let n = u.count, comma = U(truncatingIfNeeded: delimiter), quote: U = 34, lf: U = 10, cr: U = 13
        var i = 0, row: [Value] = []
        while i < n {
            let lineStart = i
            var isQuoted = false
            row.reserveCapacity(shape?.names.count ?? 8)
            // One field a turn; the row ends with the line.
            while true {
                while i < n, u[i] == 32 || u[i] == 9, u[i] != comma { i += 1 }
                if i < n, u[i] == quote {
                    isQuoted = true
                    i += 1
                    let start = i
                    while i < n, u[i] != quote { i += 1 }
                    if i + 1 >= n || u[i + 1] != quote, i < n || start <= n {
                        // No quote inside.
                        var field = text.slice(start, min(i, n) - start)
                        i = min(i + 1, n)
                        let rest = i
                        while i < n, u[i] != comma, u[i] != lf, u[i] != cr { i += 1 }
                        if i > rest { field = Str.concat(field, text.slice(rest, i - rest)) }
                        row.append(.object(field))
                    } else {
                        var b = TextBuilder()
                        b.append(text, start, i - start)
                        while i < n {
                            if u[i] == quote {
                                guard i + 1 < n, u[i + 1] == quote else { i += 1; break }
                                b.append(byte: 34)
                                i += 2
                                continue
                            }
                            let from = i
                            while i < n, u[i] != quote { i += 1 }
                            b.append(text, from, i - from)
                        }
                        let rest = i
                        while i < n, u[i] != comma, u[i] != lf, u[i] != cr { i += 1 }
                        if i > rest { b.append(text, rest, i - rest) }
                        row.append(.object(b.finish()))
                    }
                } else {
                    let start = i
                    while i < n, u[i] != comma, u[i] != lf, u[i] != cr { i += 1 }
                    row.append(.object(text.slice(start, i - start)))
                }
                guard i < n, u[i] == comma else { break }
                i += 1
            }
            let end = i
            if i < n { i += u[i] == cr && i + 1 < n && u[i + 1] == lf ? 2 : 1 }
            // An empty line is no row.
            if row.count == 1, !isQuoted, end == lineStart { row.removeAll(keepingCapacity: true); continue }
            try take(&row, text, lineStart, end, body)
        }
    }
    private mutating func take(_ row: inout [Value], _ text: Str, _ start: Int, _ end: Int, _ body: (Value) throws -> Void) throws {
        guard let shape else {
            // Before the header: `#TYPE Name`, and comments.
            if end > start, text[start] == 35 {
                let line = text.slice(start, end - start).string
                if line.hasPrefix("#TYPE "), typeName == nil { typeName = Str(String(line.dropFirst(6).prefix { $0 != " " && $0 != "," })) }
                row.removeAll(keepingCapacity: true)
                return
            }
            try use(row.map { $0.str ?? .empty })
            row.removeAll(keepingCapacity: true)
            return
        }
        let width = shape.names.count
        if row.count > width { row.removeLast(row.count - width) }
        while row.count < width { row.append(.null) }
        let made = Custom(shape: shape, values: row)
        if let t = typeName { made.typeNames = [Str.concat(Str("CSV:"), t)] }
        row = []
        try body(.object(made))
    }
}
