import NacreRuntime

/// `ConvertTo-Csv`
final class ConvertToCsvCommand: Cmdlet {
    private var writer: CsvWriter!
    private var inputIndex = 0
    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        writer = try CsvWriter(self)
    }
    override func process() throws {
        guard let v = arg(at: inputIndex), !v.isNull else { return }
        if !writer.hasColumns {
            writer.useColumns(of: v)
            if flag("IncludeTypeInformation") { try write(.object(writer.typeLine(v))) }
            if !flag("NoHeader") { try write(.object(writer.header())) }
        }
        let row = writer.row(v)
        // A row of nothing is no row.
        if row.count > 0 { try write(.object(row)) }
    }
}
