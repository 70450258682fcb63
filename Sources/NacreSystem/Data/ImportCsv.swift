import Glibc
import NacreRuntime

/// `Import-Csv`: an object for each row of a file.
final class ImportCsvCommand: Cmdlet {
    override func process() throws {
        let literal = arg("LiteralPath")
        guard let given = literal ?? arg("Path") else { return }
        let delimiter: UInt16 = arg("Delimiter").flatMap { m.str($0).count > 0 ? m.str($0)[0] : nil } ?? 44
        let header = try arg("Header").map { try m.enumerated($0).map { m.str($0) } }
        try m.enumerate(given) { p in
            let text = m.str(p).string
            let paths = literal != nil ? [FilePath.resolve(text)].filter(FilePath.exists) : try Drives.of(m).expand(text).map(\.path).filter(FilePath.exists)
            guard !paths.isEmpty else {
                throw PSError(.fileNotFoundException, id: "FileOpenFailure", "Could not find file '\(FilePath.resolve(text))'.", category: .openError)
            }
            for path in paths {
                guard let bytes = FileText.bytes(path) else { throw PSError(.ioException, id: "FileOpenFailure", "\(String(cString: strerror(errno))) : '\(path)'", category: .openError) }
                for o in CsvReader(FileText.decode(bytes), delimiter: delimiter).objects(header: header) { try write(.object(o)) }
            }
        }
    }
}

/// Reads comma-separated values: quoted fields may hold delimiters, line ends and doubled quotes.
struct CsvReader {
    let text: Str
    let delimiter: UInt16
    init(_ t: Str, delimiter: UInt16) { text = t; self.delimiter = delimiter }

    func rows() -> [[Str]] {
        var rows: [[Str]] = [], row: [Str] = []
        var i = 0
        let n = text.count
        while i < n {
            var field = TextBuilder()
            var quoted = false
            // Blanks before a field do not count.
            while i < n, text[i] == 32 || text[i] == 9, text[i] != delimiter { i += 1 }
            if i < n, text[i] == 34 {
                quoted = true
                i += 1
                while i < n {
                    if text[i] == 34 {
                        if i + 1 < n, text[i + 1] == 34 { field.append(unit: 34); i += 2; continue }
                        i += 1
                        break
                    }
                    field.append(unit: text[i])
                    i += 1
                }
            }
            let start = i
            while i < n, text[i] != delimiter, text[i] != 10, text[i] != 13 { i += 1 }
            if i > start { field.append(text, start, i - start) }
            row.append(field.finish())
            if i < n, text[i] == delimiter { i += 1; if i == n { row.append(.empty) }; continue }
            if i < n { if text[i] == 13, i + 1 < n, text[i + 1] == 10 { i += 2 } else { i += 1 } }
            if row.count > 1 || row[0].count > 0 || quoted { rows.append(row) }
            row = []
        }
        if !row.isEmpty { rows.append(row) }
        return rows
    }

    func objects(header given: [Str]?) -> [Custom] {
        var all = rows()
        if given == nil { while let f = all.first?.first, f.count > 0, f[0] == 35 { all.removeFirst() } }
        guard let names = given ?? all.first else { return [] }
        let shape = Shape(names: names.enumerated().map { $1.count == 0 ? Str("H\($0 + 1)") : $1 })
        return all.dropFirst(given == nil ? 1 : 0).map { row in
            Custom(shape: shape, values: names.indices.map { $0 < row.count ? .object(row[$0]) : .null })
        }
    }
}
