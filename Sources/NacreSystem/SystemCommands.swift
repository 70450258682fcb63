import Glibc
import NacreRuntime
import NacreSyntax

/// The file system, programs, the environment: everything of a session that reaches outside.
public enum SystemCommands {
    private static let items: [(String, String, () -> Cmdlet)] = [
        ("Get-Item", "GetItemCommand", { GetItemCommand() }),
        ("Get-ChildItem", "GetChildItemCommand", { GetChildItemCommand() }),
        ("New-Item", "NewItemCommand", { NewItemCommand() }),
        ("Set-Item", "SetItemCommand", { SetItemCommand() }),
        ("Clear-Item", "ClearItemCommand", { ClearItemCommand() }),
        ("Remove-Item", "RemoveItemCommand", { RemoveItemCommand() }),
        ("Copy-Item", "CopyItemCommand", { CopyItemCommand() }),
        ("Move-Item", "MoveItemCommand", { MoveItemCommand() }),
        ("Rename-Item", "RenameItemCommand", { RenameItemCommand() }),
        ("Invoke-Item", "InvokeItemCommand", { InvokeItemCommand() }),
        ("Get-ItemProperty", "GetItemPropertyCommand", { GetItemPropertyCommand() }),
        ("Get-ItemPropertyValue", "GetItemPropertyValueCommand", { GetItemPropertyValueCommand() }),
        ("Set-ItemProperty", "SetItemPropertyCommand", { SetItemPropertyCommand() }),
    ]
    private static let paths: [(String, String, () -> Cmdlet)] = [
        ("Test-Path", "TestPathCommand", { TestPathCommand() }),
        ("Join-Path", "JoinPathCommand", { JoinPathCommand() }),
        ("Split-Path", "SplitPathCommand", { SplitPathCommand() }),
        ("Resolve-Path", "ResolvePathCommand", { ResolvePathCommand() }),
        ("Convert-Path", "ConvertPathCommand", { ConvertPathCommand() }),
        ("Get-Location", "GetLocationCommand", { GetLocationCommand() }),
        ("Set-Location", "SetLocationCommand", { SetLocationCommand() }),
        ("Push-Location", "PushLocationCommand", { PushLocationCommand() }),
        ("Pop-Location", "PopLocationCommand", { PopLocationCommand() }),
        ("Get-PSDrive", "GetPSDriveCommand", { GetPSDriveCommand() }),
        ("New-PSDrive", "NewPSDriveCommand", { NewPSDriveCommand() }),
        ("Remove-PSDrive", "RemovePSDriveCommand", { RemovePSDriveCommand() }),
        ("Get-PSProvider", "GetPSProviderCommand", { GetPSProviderCommand() }),
    ]
    private static let content: [(String, String, () -> Cmdlet)] = [
        ("Get-Content", "GetContentCommand", { GetContentCommand() }),
        ("Set-Content", "SetContentCommand", { SetContentCommand() }),
        ("Add-Content", "AddContentCommand", { AddContentCommand() }),
        ("Clear-Content", "ClearContentCommand", { ClearContentCommand() }),
        ("Out-File", "OutFileCommand", { OutFileCommand() }),
    ]
    private static let data: [(String, String, () -> Cmdlet)] = [
        ("ConvertTo-Csv", "ConvertToCsvCommand", { ConvertToCsvCommand() }),
        ("ConvertFrom-Csv", "ConvertFromCsvCommand", { ConvertFromCsvCommand() }),
        ("Import-Csv", "ImportCsvCommand", { ImportCsvCommand() }),
        ("Export-Csv", "ExportCsvCommand", { ExportCsvCommand() }),
        ("Import-PowerShellDataFile", "ImportPowerShellDataFileCommand", { ImportPowerShellDataFileCommand() }),
        ("Select-String", "SelectStringCommand", { SelectStringCommand() }),
        ("Get-FileHash", "GetFileHashCommand", { GetFileHashCommand() }),
        ("Format-Hex", "FormatHex", { FormatHexCommand() }),
    ]
    private static let modules: [(String, String, () -> Cmdlet)] = [
        ("New-Module", "NewModuleCommand", { NewModuleCommand() }),
        ("Import-Module", "ImportModuleCommand", { ImportModuleCommand() }),
        ("Export-ModuleMember", "ExportModuleMemberCommand", { ExportModuleMemberCommand() }),
        ("Get-Module", "GetModuleCommand", { GetModuleCommand() }),
        ("Remove-Module", "RemoveModuleCommand", { RemoveModuleCommand() }),
    ]
    /// What the data about a command's parameters cannot say.
    private static func adjust(_ d: CommandMetadata) {
        TextEncoding.adjust(d)
        // A module from the pipeline is one, not the specification of another.
        for p in d.parameters where p.name == "FullyQualifiedName" {
            for i in p.memberships.indices { p.memberships[i].fromPipeline = false; p.memberships[i].fromPipelineByName = false }
        }
    }
    public static func register(in session: Session) {
        let types = session.types
        session.commands.add { table in for c in items + paths + content + data + modules { table.register(c.0) { CmdletInfo(standard: c.0, c.1, types, adjust: adjust, make: c.2) } } }
        session.commands.external = { Programs.find($0) }
        session.register(ProcessRunner() as ProgramRunner)
        session.register(RedirectedFiles() as RedirectionFiles)
        FileTypes.register(in: session.types)
        ModuleTypes.register(in: session.types)
        TypeRef.declareMatchInfo(in: session.types)
        let builtIn = session.typeData.builtIn
        session.typeData.builtIn = { FileTypeData.extend($0, builtIn?($0)) }
        session.readDrive = { try BracedVariables.read($0, $1, $2) }
        session.writeDrive = { try BracedVariables.write($0, $1, $2, $3) }
        session.readLines = { m, path in
            let place = try Drives.of(m).resolve(path)
            guard let b = FileText.bytes(place.path) else { throw place.notFound }
            return .object(PSArray(FileText.lines(FileText.decode(b)).map { .object($0) }))
        }
        session.loadScript = { path in
            guard let b = FileText.bytes(path) else { throw FileFailure.io(errno, path) }
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
        pwd.getter = { m in .object(PathInfo(Drives.of(m).location)) }
        session.machine.defineGlobal(pwd)
    }
}
