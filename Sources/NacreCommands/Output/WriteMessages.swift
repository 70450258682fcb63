import NacreRuntime

/// `Write-Warning`
final class WriteWarningCommand: Cmdlet {
    override func process() throws { try writeWarning(string("Message") ?? "") }
}
/// `Write-Verbose`
final class WriteVerboseCommand: Cmdlet {
    override func process() throws { try writeVerbose(string("Message") ?? "") }
}
/// `Write-Debug`
final class WriteDebugCommand: Cmdlet {
    override func process() throws { try writeDebug(string("Message") ?? "") }
}
/// `Write-Information`
final class WriteInformationCommand: Cmdlet {
    override func process() throws {
        let data = arg("MessageData") ?? .null
        let text = data.unwrapped.obj is Seq ? data.unwrapped.type.fullName : m.str(data).string
        let record = InformationRecord(data, source: callSite?.source.path ?? command.name, tags: strings("Tags") ?? [], text: text)
        try m.writeInformation(record, action: common.informationAction, by: command)
    }
}
/// `Write-Progress`: nothing is drawn where no terminal shows it.
final class WriteProgressCommand: Cmdlet {}
