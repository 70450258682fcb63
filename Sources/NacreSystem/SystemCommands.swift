import Glibc
import NacreRuntime
import NacreSyntax

/// The file system, programs, the environment: everything of a session that reaches outside.
public enum SystemCommands {
    private static let all: [(String, String, () -> Cmdlet)] = [
        ("Get-Content", "GetContentCommand", { GetContentCommand() }),
        ("Get-Location", "GetLocationCommand", { GetLocationCommand() }),
        ("Set-Location", "SetLocationCommand", { SetLocationCommand() }),
        ("Import-Csv", "ImportCsvCommand", { ImportCsvCommand() }),
    ]
    public static func register(in session: Session) {
        let types = session.types
        session.commands.add { table in for c in all { table.register(c.0) { CmdletInfo(standard: c.0, c.1, types, make: c.2) } } }
        session.commands.external = { Programs.find($0) }
        session.register(ProcessRunner() as ProgramRunner)
        session.readDrive = { try VariableDrives.read($0, $1, $2) }
        session.writeDrive = { try VariableDrives.write($0, $1, $2, $3) }
        session.readLines = { m, path in
            guard let b = FileText.bytes(FilePath.resolve(path)) else { throw FilePath.notFound(path) }
            return .object(PSArray(FileText.lines(FileText.decode(b)).map { .object($0) }))
        }
        session.loadScript = { path in
            guard let b = FileText.bytes(path) else { throw FilePath.notFound(path) }
            let source = b.withUnsafeBufferPointer { Source(utf8: $0, path: path) }
            let parsed = Parser.parse(source)
            if let d = parsed.diagnostics.first {
                let e = PSError(.parseException, id: d.id, d.message, category: .parserError)
                e.record.position = ScriptPosition(source: source, extent: d.extent)
                throw e
            }
            return BlockCode(tree: parsed.tree)
        }
        let pwd = Variable(Name("PWD"), .null)
        pwd.getter = { _ in .object(PathInfo(FilePath.current)) }
        session.machine.defineGlobal(pwd)
    }
}
