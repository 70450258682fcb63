import NacreRuntime

/// `> file`: what Out-File would write, or the value of a variable where the path is on the Variable drive.
final class RedirectedFiles: RedirectionFiles {
    override func open(_ path: String, append: Bool, _ m: Machine) throws -> FileSink {
        let place = try Drives.of(m).resolve(path)
        if place.provider is VariableProvider { return RedirectedVariable(place.path, append: append, m) }
        guard place.provider is FileSystemProvider else {
            throw RedirectedFiles.claimed(PSError(.psInvalidOperationException, id: "ReadWriteFileNotFileSystemProvider", "Cannot open file because the current provider (\(place.provider.qualifiedName)) cannot open a file.", category: .invalidOperation), m)
        }
        do { return try RedirectedFile(OutputFile(place.path, append: append), m) } catch let n as NetException {
            throw RedirectedFiles.claimed(PSError(ErrorRecord(n.value, id: "FileOpenFailure", category: .openError)), m)
        }
    }
    /// The error is that of Out-File, whose work this is.
    private static func claimed(_ e: PSError, _ m: Machine) -> PSError {
        e.record.commandClass = "Microsoft.PowerShell.Commands.OutFileCommand"
        e.record.activity = "Out-File"
        e.record.command = m.session.commands.cmdlet(Name("Out-File"))
        return e
    }
}

/// A file behind the display's formatting.
final class RedirectedFile: FileSink {
    private let file: OutputFile
    private let display: TextDisplay?
    init(_ f: OutputFile, _ m: Machine) {
        file = f
        display = m.session.makeTextDisplay?(m.session.host.width) { try f.write($0) }
    }
    override func put(_ v: Value) throws { try display?.put(v) }
    /// Bytes of a program, as they are.
    func write(bytes: ArraySlice<UInt8>) throws { try file.write(bytes: bytes) }
    override func close() throws {
        try display?.finish()
        try file.close()
    }
}

/// `> variable:x`
final class RedirectedVariable: FileSink {
    private let name: Name
    private var values: [Value] = []
    private unowned let m: Machine
    init(_ n: String, append: Bool, _ m: Machine) {
        name = Name(n)
        self.m = m
        guard append, let old = m.lookup(name), !old.isNull else { return }
        if let s = old.unwrapped.obj as? Seq { values = Array(s.elements) } else { values = [old] }
    }
    override func put(_ v: Value) throws { values.append(v) }
    override func close() throws { try m.assign(name, values.count == 1 ? values[0] : values.isEmpty ? .null : .object(PSArray(values))) }
}
