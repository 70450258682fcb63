import NacreRuntime

/// `Invoke-Expression`
final class InvokeExpressionCommand: Cmdlet {
    override func process() throws { try m.runText(string("Command") ?? "", into: sink) }
}

/// `Invoke-Command` with a script block, on this computer.
final class InvokeCommandCommand: Cmdlet {
    override func begin() throws {
        guard !has("ComputerName"), !has("Session"), !has("HostName"), !has("VMId"), !has("VMName"), !has("ContainerId"), !has("ConnectionUri"), !has("FilePath") else {
            throw PSError.unsupported("Invoke-Command on other computers")
        }
    }
    private var input: [Value] = []
    override func process() throws { if let v = arg("InputObject") { input.append(v) } }
    override func end() throws {
        guard let b = arg("ScriptBlock")?.unwrapped.obj as? ScriptBlock else { return }
        try m.run(b, list("ArgumentList"), into: sink, inCurrentScope: flag("NoNewScope"))
    }
}

/// `Set-StrictMode`
final class SetStrictModeCommand: Cmdlet {
    override func begin() throws {
        if flag("Off") { return m.setStrictMode(0) }
        guard let v = arg("Version") else { return }
        m.setStrictMode(Int(m.str(v).string.split(separator: ".").first ?? "") ?? 0)
    }
    static func takeLatest(_ d: CommandMetadata) { d.parameters.first { $0.name == "Version" }?.rules.append(StrictVersion()) }
}

/// `Latest`, or a version that may be a plain number.
private final class StrictVersion: ArgumentRule {
    func transform(_ value: Value, _ m: Machine) throws -> Value {
        let text = m.str(value).string
        if text.lowercased() == "latest" { return Value("7.6") }
        return value.unwrapped.type.isNumeric || Int(text) != nil ? Value(text.contains(".") ? text : text + ".0") : value
    }
}

/// `Measure-Command`
final class MeasureCommandCommand: Cmdlet {
    private var elapsed: Int64 = 0
    override func process() throws {
        guard let b = arg("Expression")?.unwrapped.obj as? ScriptBlock else { return }
        var before = timespec(), after = timespec()
        clock_gettime(CLOCK_MONOTONIC, &before)
        try m.run(b, item: arg("InputObject"), into: NullSink(), inCurrentScope: true)
        clock_gettime(CLOCK_MONOTONIC, &after)
        elapsed += Int64(after.tv_sec - before.tv_sec) * 10_000_000 + Int64(after.tv_nsec - before.tv_nsec) / 100
    }
    override func end() throws { try write(m.convert(.long(elapsed), to: .timeSpan)) }
}
