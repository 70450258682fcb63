import NacreRuntime

/// `Clear-Content`: leaves a file empty.
final class ClearContentCommand: PathCommand {
    override func process() throws {
        try eachItem { place in
            guard place.provider is FileSystemProvider else {
                throw PSError(.psNotSupportedException, id: "NotSupported", "Cannot use interface. The IContentCmdletProvider interface is not supported by this provider.", category: .notImplemented)
            }
            guard try shouldProcess("Item: \(place.path)", "Clear Content") else { return }
            do { try OutputFile(place.path, force: flag("Force")).close() } catch let n as NetException {
                throw PSError(ErrorRecord(n.value, id: "ClearContentIOError", category: .writeError, target: Value(place.path)))
            }
        }
    }
}
