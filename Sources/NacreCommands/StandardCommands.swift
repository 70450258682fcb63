import NacreRuntime

/// The object, output and language commands, in one list.
public enum StandardCommands {
    /// A command's name, the .NET class in its error ids, and what runs it.
    public static let all: [(name: String, className: String, make: () -> Cmdlet)] = objects + output + language + values

    private static let objects: [(name: String, className: String, make: () -> Cmdlet)] = [
        ("ForEach-Object", "ForEachObjectCommand", { ForEachObjectCommand() }),
        ("Where-Object", "WhereObjectCommand", { WhereObjectCommand() }),
        ("Select-Object", "SelectObjectCommand", { SelectObjectCommand() }),
        ("Sort-Object", "SortObjectCommand", { SortObjectCommand() }),
        ("Measure-Object", "MeasureObjectCommand", { MeasureObjectCommand() }),
        ("Group-Object", "GroupObjectCommand", { GroupObjectCommand() }),
        ("Compare-Object", "CompareObjectCommand", { CompareObjectCommand() }),
        ("Get-Unique", "GetUniqueCommand", { GetUniqueCommand() }),
        ("Tee-Object", "TeeObjectCommand", { TeeObjectCommand() }),
        ("Join-String", "JoinStringCommand", { JoinStringCommand() }),
        ("Get-Member", "GetMemberCommand", { GetMemberCommand() }),
        ("Add-Member", "AddMemberCommand", { AddMemberCommand() }),
        ("New-Object", "NewObjectCommand", { NewObjectCommand() }),
        ("Update-TypeData", "UpdateTypeDataCommand", { UpdateTypeDataCommand() }),
        ("Get-TypeData", "GetTypeDataCommand", { GetTypeDataCommand() }),
        ("Remove-TypeData", "RemoveTypeDataCommand", { RemoveTypeDataCommand() }),
    ]
    private static let output: [(name: String, className: String, make: () -> Cmdlet)] = [
        ("Write-Output", "WriteOutputCommand", { WriteOutputCommand() }),
        ("Write-Host", "WriteHostCommand", { WriteHostCommand() }),
        ("Write-Error", "WriteErrorCommand", { WriteErrorCommand() }),
        ("Write-Warning", "WriteWarningCommand", { WriteWarningCommand() }),
        ("Write-Verbose", "WriteVerboseCommand", { WriteVerboseCommand() }),
        ("Write-Debug", "WriteDebugCommand", { WriteDebugCommand() }),
        ("Write-Information", "WriteInformationCommand", { WriteInformationCommand() }),
        ("Write-Progress", "WriteProgressCommand", { WriteProgressCommand() }),
        ("Read-Host", "ReadHostCommand", { ReadHostCommand() }),
        ("Out-Null", "OutNullCommand", { OutNullCommand() }),
    ]
    private static let language: [(name: String, className: String, make: () -> Cmdlet)] = [
        ("Start-Sleep", "StartSleepCommand", { StartSleepCommand() }),
        ("Get-Command", "GetCommandCommand", { GetCommandCommand() }),
        ("Get-Help", "GetHelpCommand", { GetHelpCommand() }),
        ("Get-Variable", "GetVariableCommand", { GetVariableCommand() }),
        ("Set-Variable", "SetVariableCommand", { SetVariableCommand() }),
        ("New-Variable", "NewVariableCommand", { NewVariableCommand() }),
        ("Remove-Variable", "RemoveVariableCommand", { RemoveVariableCommand() }),
        ("Clear-Variable", "ClearVariableCommand", { ClearVariableCommand() }),
        ("Get-Alias", "GetAliasCommand", { GetAliasCommand() }),
        ("Set-Alias", "SetAliasCommand", { SetAliasCommand() }),
        ("New-Alias", "NewAliasCommand", { NewAliasCommand() }),
        ("Remove-Alias", "RemoveAliasCommand", { RemoveAliasCommand() }),
        ("Invoke-Expression", "InvokeExpressionCommand", { InvokeExpressionCommand() }),
        ("Invoke-Command", "InvokeCommandCommand", { InvokeCommandCommand() }),
        ("Measure-Command", "MeasureCommandCommand", { MeasureCommandCommand() }),
        ("Get-PSCallStack", "GetPSCallStackCommand", { GetPSCallStackCommand() }),
        ("Set-StrictMode", "SetStrictModeCommand", { SetStrictModeCommand() }),
    ]
    private static let values: [(name: String, className: String, make: () -> Cmdlet)] = [
        ("Get-TimeZone", "GetTimeZoneCommand", { GetTimeZoneCommand() }),
        ("Get-Date", "GetDateCommand", { GetDateCommand() }),
        ("New-TimeSpan", "NewTimeSpanCommand", { NewTimeSpanCommand() }),
        ("Get-Culture", "GetCultureCommand", { GetCultureCommand() }),
        ("Get-UICulture", "GetUICultureCommand", { GetCultureCommand() }),
        ("ConvertTo-Json", "ConvertToJsonCommand", { ConvertToJsonCommand() }),
        ("ConvertFrom-Json", "ConvertFromJsonCommand", { ConvertFromJsonCommand() }),
        ("ConvertFrom-StringData", "ConvertFromStringDataCommand", { ConvertFromStringDataCommand() }),
        ("Get-Random", "GetRandomCommand", { GetRandomCommand() }),
        ("Get-SecureRandom", "GetSecureRandomCommand", { GetRandomCommand() }),
    ]

    /// Gives the commands and the built-in aliases to a session; those that PowerShell has and Nacre does not say so when called.
    public static func register(in session: Session) {
        TypeCatalog.shared.add(source: "NacreCommands") { c in
            CommandTypes.register(in: c) { CommandSyntax.sets($0) }
        }
        let types = session.types
        session.commands.add { table in
            for c in all { table.register(c.name) { CmdletInfo(standard: c.name, c.className, types, adjust: adjustments[c.name], make: c.make) } }
        }
        session.commands.builtInAliases = { CommandCatalog.aliases }
    }
    /// What the data about a command's parameters cannot say.
    private static let adjustments: [String: (CommandMetadata) -> Void] = ["Add-Member": AddMemberCommand.refuseKindsAsNames, "Set-StrictMode": SetStrictModeCommand.takeLatest]
    /// Comes last among the finders, after models and other modules have registered theirs.
    public static func registerUnsupported(in session: Session) { session.commands.finders.append(UnsupportedCommand.finder) }
}
