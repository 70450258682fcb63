import Glibc
import NacreRuntime

/// `Import-Csv`: an object for each row of a file.
final class ImportCsvCommand: PathCommand {
    static let unnamed = "One or more headers were not specified. Default names starting with \"H\" have been used in place of any missing headers."

    override func process() throws {
        let (paths, isLiteral) = given()
        let encoding = try TextEncoding.of(arg("Encoding"), m), delimiter = try CsvWriter.delimiter(self), header = strings("Header")?.map { Str($0) }
        for text in paths {
            let places = try expand(text, literal: isLiteral)
            for place in places {
                guard place.provider is FileSystemProvider, let bytes = FileText.bytes(place.path) else {
                    throw terminating(FileFailure.record(place.exists(m) ? EACCES : ENOENT, place.path, id: "FileOpenFailure", category: .openError))
                }
                var reader = try CsvReader(delimiter: delimiter, header: header)
                try reader.read(encoding.decode(bytes)) { try write($0) }
                if reader.hasUnnamed { try writeWarning(ImportCsvCommand.unnamed) }
            }
        }
    }
}
