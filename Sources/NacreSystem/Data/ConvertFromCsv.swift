import NacreRuntime

/// `ConvertFrom-Csv`
final class ConvertFromCsvCommand: Cmdlet {
    private var reader: CsvReader!
    private var inputIndex = 0
    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        reader = try CsvReader(delimiter: CsvWriter.delimiter(self), header: strings("Header")?.map { Str($0) })
    }
    override func process() throws {
        guard let v = arg(at: inputIndex) else { return }
        if let s = v.unwrapped.obj as? Seq { for x in s.elements { try read(m.str(x)) } } else { try read(m.str(v)) }
    }
    private func read(_ s: Str) throws {
        let had = reader.hasUnnamed
        try reader.read(s) { try write($0) }
        if reader.hasUnnamed, !had { try writeWarning(ImportCsvCommand.unnamed) }
    }
}
