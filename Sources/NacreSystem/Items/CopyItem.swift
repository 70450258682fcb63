import NacreRuntime

/// `Copy-Item`
final class CopyItemCommand: PathCommand {
    override func begin() throws {
        try super.begin()
        if has("FromSession") || has("ToSession") { throw PSError.unsupported("Copy-Item between sessions") }
    }
    override func process() throws {
        try eachItem { place in
            let target = try drives.resolve(string("Destination") ?? ".")
            guard place.provider === target.provider else {
                throw PSError(.psArgumentException, id: "Argument", "Source and destination path did not resolve to the same provider.", category: .invalidArgument)
            }
            guard place.provider is FileSystemProvider else {
                guard try shouldProcess("Item: \(place.path) Destination: \(target.path)", "Copy Item") else { return }
                try place.provider.copy(place.path, to: target.path, self)
                if flag("PassThru"), let v = try decorated(target) { try write(v) }
                return
            }
            try copy(place, target)
        }
    }
    private func copy(_ place: ItemPath, _ target: ItemPath) throws {
        let isFolder = FilePath.isDirectory(place.path)
        let to = FilePath.isDirectory(target.path) ? target.child(place.provider.leaf(place.path)) : target
        if to.path == place.path {
            throw PSError(.ioException, id: "CopyError", "Cannot overwrite the item \(place.path) with itself.", category: .writeError, target: Value(place.path))
        }
        guard try shouldProcess("Item: \(place.path) Destination: \(to.path)", isFolder ? "Copy Directory" : "Copy File") else { return }
        do {
            if isFolder, !flag("Recurse") {
                // The folder alone.
                if !FilePath.exists(to.path) { try FileWork.makeFolders(to.path) }
                return try pass(to.path, to)
            }
            guard isFolder else {
                if flag("Force"), let s = FilePath.status(to.path), s.st_mode & 0o200 == 0 { try FileWork.removeTree(to.path) }
                try FileWork.copyFile(place.path, to.path)
                return try pass(to.path, to)
            }
            if FilePath.isBelow(to.path, place.path) {
                throw PSError(.ioException, id: "CopyError", "The item \(place.path) cannot be copied below itself.", category: .writeError, target: Value(place.path))
            }
            if has("Container"), !flag("Container") {
                // Only the files, side by side.
                try flat(place.path, into: target)
            } else { try FileWork.copyTree(place.path, to.path) { try pass($0, to) } }
        } catch let n as NetException {
            let denied = n.value.exceptionType === TypeRef.unauthorizedAccessException
            throw PSError(ErrorRecord(n.value, id: denied ? "CopyFileInfoItemUnauthorizedAccessError" : n.value.exceptionType === TypeRef.directoryNotFoundException ? "System.IO.DirectoryNotFoundException" : "CopyFileInfoItemIOError", category: denied ? .permissionDenied : .writeError, target: Value(place.path)))
        }
    }
    private func flat(_ folder: String, into target: ItemPath) throws {
        for n in FilePath.listing(folder) {
            let p = folder + "/" + n
            if FilePath.isDirectory(p) { try flat(p, into: target) } else {
                try FileWork.copyFile(p, target.child(n).path)
                try pass(target.child(n).path, target)
            }
        }
    }
    private func pass(_ path: String, _ like: ItemPath) throws {
        guard flag("PassThru"), let v = try decorated(ItemPath(provider: like.provider, drive: like.drive, path: path)) else { return }
        try write(v)
    }
}
