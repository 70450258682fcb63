import NacreRuntime

/// `Tee-Object`: passes objects on and keeps them in a variable or a file.
final class TeeObjectCommand: Cmdlet {
    private var kept: [Value] = []
    private var inputIndex = 0
    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        if flag("Append"), let name = string("Variable"), let old = m.lookup(Name(name)), !old.isNull {
            if let s = old.unwrapped.obj as? Seq { kept = Array(s.elements) } else { kept = [old] }
        }
    }
    override func process() throws {
        guard let v = arg(at: inputIndex) else { return }
        kept.append(v)
        try write(v)
    }
    override func end() throws {
        if let name = string("Variable") {
            return try m.assign(Name(name), kept.count == 1 ? kept[0] : kept.isEmpty ? .null : .object(PSArray(kept)))
        }
        guard let path = arg("FilePath") ?? arg("LiteralPath") else { return }
        guard let out = session.commands.cmdlet(Name("Out-File")), out.isSupported else { throw PSError.unsupported("Tee-Object with a file") }
        var words = [Argument(parameter: has("FilePath") ? "FilePath" : "LiteralPath", value: path, extent: .nowhere), Argument(parameter: "InputObject", value: .object(PSArray(kept)), extent: .nowhere)]
        if flag("Append") { words.append(Argument(parameter: "Append", value: .bool(true), extent: .nowhere)) }
        if let e = arg("Encoding") { words.append(Argument(parameter: "Encoding", value: e, extent: .nowhere)) }
        try m.runCommand(out, words, into: NullSink())
    }
}
