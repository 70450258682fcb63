import NacreSyntax

/// What other modules do for the machine: drives, files, the display.
extension Machine {
    /// Reads a variable of a drive; a drive that does not exist has nothing to read.
    func readDrive(_ drive: String, _ path: String) throws -> Value {
        guard let read = session.readDrive else { return .null }
        do { return try read(self, drive, path) } catch let e as PSError where e.record.errorId == "DriveNotFound" { return .null }
    }
    func writeDrive(_ drive: String, _ path: String, _ v: Value) throws {
        guard let write = session.writeDrive else { throw noDrive(drive) }
        try write(self, drive, path, v.orNull)
    }
    private func noDrive(_ drive: String) -> PSError {
        PSError(.driveNotFoundException, id: "DriveNotFound", "Cannot find drive. A drive with the name '\(drive)' does not exist.", category: .objectNotFound, target: Value(drive))
    }
    func readLines(_ path: String) throws -> Value {
        guard let read = session.readLines else { throw PSError.unsupported("reading files") }
        return try read(self, path)
    }

    /// A number written as a command's word: whoever takes it as text sees it as it was written.
    static func literalArgument(_ v: Value, spelled text: String) -> Value {
        if case .int(let i) = v, String(i) == text { return v }
        return .object(Wrapped(v, spelling: Str(text)))
    }
}
