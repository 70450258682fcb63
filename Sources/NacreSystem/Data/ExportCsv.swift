import NacreRuntime

/// `Export-Csv`
final class ExportCsvCommand: Cmdlet {
    private var writer: CsvWriter!
    private var file: OutputFile?
    private var path = ""
    private var inputIndex = 0
    private var isAppending = false

    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        writer = try CsvWriter(self)
        guard has("Path") != has("LiteralPath") else {
            throw terminating(.invalidOperationException, id: "CannotSpecifyPathAndLiteralPath", "You must specify either the -Path or -LiteralPath parameters, but not both.", category: .invalidData)
        }
        let drives = Drives.of(m)
        path = try (string("LiteralPath").map { try drives.resolve($0) } ?? drives.expand(string("Path") ?? "").first ?? drives.resolve(string("Path") ?? "")).path
        guard try shouldProcess(path) else { return }
        let exists = FilePath.exists(path)
        if flag("NoClobber"), !flag("Append"), exists {
            throw terminating(.ioException, id: "NoClobber", "The file '\(path)' already exists.", category: .resourceExists, target: Value(path))
        }
        if flag("Append"), exists, let bytes = FileText.bytes(path), !bytes.isEmpty {
            isAppending = true
            var reader = try CsvReader(delimiter: writer.delimiter, header: nil)
            try reader.read(FileText.decode(bytes)) { _ in }
            writer.use(reader.shape?.spellings ?? [])
        }
        do {
            let f = try OutputFile(path, append: flag("Append"), force: flag("Force"), encoding: TextEncoding.of(arg("Encoding"), m))
            file = f
            if isAppending, let bytes = FileText.bytes(path), bytes.last != 10 { try f.endLine() }
        } catch let n as NetException { throw terminating(ErrorRecord(n.value, id: "FileOpenFailure", category: .openError)) }
    }
    override func process() throws {
        guard let file, let v = arg(at: inputIndex), !v.isNull else { return }
        if !writer.hasColumns {
            writer.useColumns(of: v)
            if flag("IncludeTypeInformation") { try line(writer.typeLine(v), file) }
            if !flag("NoHeader") { try line(writer.header(), file) }
        } else if isAppending, !flag("Force") {
            for (n, s) in zip(writer.columns, writer.spellings) where !writer.has(n, s, v) {
                throw terminating(.invalidOperationException, id: "CannotAppendCsvWithMismatchedPropertyNames", "Cannot append CSV content to the following file: \(path). The appended object does not have a property that corresponds to the following column: \(s.string). To continue with mismatched properties, add the -Force parameter, and then retry the command.", category: .invalidData, target: v)
            }
        }
        try line(writer.row(v), file)
    }
    private func line(_ s: Str, _ f: OutputFile) throws {
        do { try f.write(s); try f.endLine() } catch let n as NetException { throw terminating(ErrorRecord(n.value, id: "FileOutputError", category: .writeError)) }
    }
    override func end() throws {
        do { try file?.close() } catch let n as NetException { throw terminating(ErrorRecord(n.value, id: "FileOutputError", category: .writeError)) }
    }
    override func cleanup() { try? file?.close() }
}
