import NacreRuntime

/// `ConvertTo-Json`
final class ConvertToJsonCommand: Cmdlet {
    private var input: [Value] = []
    private var inputIndex = 0
    override func begin() throws { inputIndex = index("InputObject") ?? 0 }
    override func process() throws { if let v = arg(at: inputIndex) { input.append(v) } }
    override func end() throws {
        guard !input.isEmpty else { return }
        let escaping: JsonWriter.Escaping = switch arg("EscapeHandling").map({ m.str($0).string.lowercased() }) {
        case "escapenonascii": .nonAscii
        case "escapehtml": .html
        default: .plain
        }
        let depth = int("Depth") ?? 2
        var writer = JsonWriter(m, depth: depth, compress: flag("Compress"), enumsAsStrings: flag("EnumsAsStrings"), escaping: escaping)
        let text = try writer.text(of: input.count > 1 || flag("AsArray") ? .object(PSArray(input)) : input[0])
        if writer.isCut { try writeWarning("Resulting JSON is truncated as serialization has exceeded the set depth of \(depth).") }
        try write(.object(text))
    }
}
