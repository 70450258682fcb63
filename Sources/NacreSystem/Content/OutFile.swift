import NacreRuntime

/// `Out-File`: what the display would show, into a file.
final class OutFileCommand: Cmdlet {
    private var file: OutputFile?
    private var display: TextDisplay?
    private var inputIndex = 0

    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        let text = string("LiteralPath") ?? string("FilePath") ?? ""
        let drives = Drives.of(m)
        let places = has("LiteralPath") ? [try drives.resolve(text)] : try drives.expand(text)
        // Wildcards that find nothing are a file's name.
        let place = try places.first ?? drives.resolve(text)
        guard place.provider is FileSystemProvider else {
            throw terminating(.psInvalidOperationException, id: "ReadWriteFileNotFileSystemProvider", "Cannot open file because the current provider (\(place.provider.qualifiedName)) cannot open a file.", category: .invalidOperation)
        }
        guard try shouldProcess(place.path, "Output to File") else { return }
        if flag("NoClobber"), !flag("Append"), FilePath.exists(place.path) {
            throw terminating(.ioException, id: "NoClobber", "The file '\(place.path)' already exists.", category: .resourceExists, target: Value(place.path))
        }
        do {
            let f = try OutputFile(place.path, append: flag("Append"), force: flag("Force"), encoding: TextEncoding.of(arg("Encoding"), m))
            file = f
            let bare = flag("NoNewline")
            display = session.makeTextDisplay?(int("Width") ?? session.host.width) { s in
                guard bare else { return try f.write(s) }
                var b = TextBuilder()
                for i in 0..<s.count where s[i] != 10 { b.append(unit: s[i]) }
                try f.write(b.finish())
            }
        } catch let n as NetException { throw terminating(ErrorRecord(n.value, id: "FileOpenFailure", category: .openError)) }
    }
    override func process() throws {
        guard let display, let v = arg(at: inputIndex) else { return }
        try writing { try m.enumerate(v) { try display.put($0) } }
    }
    override func end() throws {
        try writing {
            try display?.finish()
            try file?.close()
        }
    }
    override func cleanup() { try? file?.close() }
    private func writing(_ body: () throws -> Void) throws {
        do { try body() } catch let n as NetException { throw terminating(ErrorRecord(n.value, id: "FileOutputError", category: .writeError, target: Value(file?.path ?? ""))) }
    }
}
