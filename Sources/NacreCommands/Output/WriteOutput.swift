import NacreRuntime

/// `Write-Output`
final class WriteOutputCommand: Cmdlet {
    private var inputIndex = 0, keeps = false
    override func begin() throws { inputIndex = index("InputObject") ?? 0; keeps = flag("NoEnumerate") }
    override func process() throws {
        guard let v = arg(at: inputIndex) else { return }
        if keeps { try write(v) } else { try writeEach(v) }
    }
}

/// `Out-Null`
final class OutNullCommand: Cmdlet {}
