import NacreRuntime

/// `Read-Host`
final class ReadHostCommand: Cmdlet {
    override func begin() throws {
        let host = session.host
        guard host.isInteractive else { throw terminating(Choice.nonInteractive.record) }
        let prompt = has("Prompt") ? list("Prompt").map { m.str($0).string }.joined(separator: " ") + ": " : ""
        host.flush()
        if flag("AsSecureString") { throw PSError.unsupported("Read-Host -AsSecureString") }
        let line = flag("MaskInput") ? try host.readSecret(prompt: prompt) : try host.readLine(prompt: prompt)
        try write(line.map { Value($0) } ?? .null)
    }
}
