import Glibc
import NacreRuntime
import NacreSyntax

/// `Import-PowerShellDataFile`: the table that a `.psd1` file holds; nothing in it is run but what a `data` section may say.
final class ImportPowerShellDataFileCommand: PathCommand {
    override func process() throws {
        let (paths, isLiteral) = given()
        for text in paths {
            try eachItem(text, literal: isLiteral) { place in
                guard place.path.lowercased().hasSuffix(".psd1") else {
                    throw PSError(.psInvalidOperationException, id: "CouldNotParseAsPowerShellDataFile", "The file '\(place.path)' could not be parsed as a PowerShell Data File.", category: .invalidData, target: Value(place.path))
                }
                try write(ImportPowerShellDataFileCommand.read(place.path, m))
            }
        }
    }
    /// The table of a data file.
    static func read(_ path: String, _ m: Machine) throws -> Value {
        let failure = PSError(.psInvalidOperationException, id: "CouldNotParseAsPowerShellDataFile", "The file '\(path)' could not be parsed as a PowerShell Data File.", category: .invalidData, target: Value(path))
        guard let bytes = FileText.bytes(path) else { throw FileFailure.io(errno, path) }
        let text = FileText.decode(bytes).string
        let parsed = Parser.parse(Source(text, path: path))
        guard parsed.diagnostics.isEmpty, DataLanguage.admits(parsed.tree) else { throw failure }
        let out = ListSink()
        do { try m.runText(text, into: out) } catch let e as PSError where e.record.errorId != "NotSupportedByNacre" { throw failure }
        guard let table = out.values.first, table.unwrapped.obj is Table else { throw failure }
        return table
    }
}
