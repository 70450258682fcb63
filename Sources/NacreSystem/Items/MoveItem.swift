import NacreRuntime

/// `Move-Item`
final class MoveItemCommand: PathCommand {
    override func process() throws {
        try eachItem { place in
            let target = try drives.resolve(string("Destination") ?? ".")
            guard place.provider === target.provider else {
                throw PSError(.psArgumentException, id: "Argument", "Source and destination path did not resolve to the same provider.", category: .invalidArgument)
            }
            guard place.provider is FileSystemProvider else {
                guard try shouldProcess("Item: \(place.path) Destination: \(target.path)", "Move Item") else { return }
                _ = try place.provider.rename(place.path, to: target.path, self)
                if flag("PassThru"), let v = try decorated(target) { try write(v) }
                return
            }
            let isFolder = FilePath.isDirectory(place.path)
            let to = FilePath.isDirectory(target.path) ? target.child(place.provider.leaf(place.path)) : target
            guard try shouldProcess("Item: \(place.path) Destination: \(to.path)", isFolder ? "Move Directory" : "Move File") else { return }
            if FilePath.exists(to.path), to.path != place.path {
                guard flag("Force"), !FilePath.isDirectory(to.path) else {
                    throw PSError(.ioException, id: isFolder ? "MoveDirectoryItemIOError" : "MoveFileInfoItemIOError", "Cannot create a file when that file already exists.", category: .writeError, target: Value(place.path))
                }
            }
            do { try FileWork.move(place.path, to.path) } catch let n as NetException {
                throw PSError(ErrorRecord(n.value, id: isFolder ? "MoveDirectoryItemIOError" : "MoveFileInfoItemIOError", category: .writeError, target: Value(place.path)))
            }
            if flag("PassThru"), let v = try decorated(to) { try write(v) }
        }
    }
}
