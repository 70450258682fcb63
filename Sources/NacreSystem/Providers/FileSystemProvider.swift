import Glibc
import NacreRuntime

/// The file system as a provider: `/`, `Temp:` and drives of New-PSDrive.
final class FileSystemProvider: ItemProvider {
    init() { super.init("FileSystem") }
    override func exists(_ path: String, _ m: Machine) -> Bool { FilePath.exists(path) }
    override func isContainer(_ path: String, _ m: Machine) -> Bool { FilePath.isDirectory(path) }
    override func children(_ path: String, _ m: Machine) throws -> [String] {
        guard access(path, R_OK | X_OK) == 0 else {
            throw PSError(FileFailure.record(errno, path, id: "DirUnauthorizedAccessError", category: .permissionDenied))
        }
        return FilePath.listing(path)
    }
    override func child(_ path: String, _ name: String) -> String { path == "/" ? "/" + name : path + "/" + name }
    override func parent(_ path: String) -> String { FilePath.parent(path) }
    override func leaf(_ path: String) -> String { FilePath.leaf(path) }
    override func isHidden(_ path: String) -> Bool { FilePath.leaf(path).hasPrefix(".") }
    override func item(_ path: String, _ m: Machine) throws -> Value? {
        guard let s = FilePath.status(path) ?? FilePath.status(path, follow: false) else { return nil }
        return .object(FileItem(path, isDirectory: s.st_mode & S_IFMT == S_IFDIR, status: s))
    }

    // Changes

    override func clear(_ path: String, _ by: Cmdlet) throws { throw notImplemented("Clear-Item") }

    override func make(_ path: String, type: String?, value: Value?, _ by: Cmdlet) throws -> Value? {
        let kinds = ["directory", "file", "symboliclink", "junction", "hardlink"]
        let asked = (type ?? "file").lowercased()
        // Any beginning of a kind's name will do.
        guard let kind = kinds.first(where: { $0.hasPrefix(asked) && !asked.isEmpty }) ?? (asked == "container" ? "directory" : asked == "leaf" ? "file" : nil) else {
            throw PSError(.psArgumentException, id: "Argument", "The type is not a known type for the file system. Only \"file\",\"directory\" or \"symboliclink\" can be specified. (Parameter 'type')", category: .invalidArgument)
        }
        let force = by.flag("Force"), m: Machine = by.m
        let labels = ["directory": "Create Directory", "file": "Create File", "symboliclink": "Create Symbolic Link", "junction": "Create Junction", "hardlink": "Create Hard Link"]
        guard try by.shouldProcess("Destination: \(path)", labels[kind]) else { return nil }
        if kind == "directory" {
            if FilePath.exists(path), !force || !FilePath.isDirectory(path) {
                throw PSError(.ioException, id: "DirectoryExist", "An item with the specified name \(path) already exists.", category: .resourceExists, target: Value(path))
            }
            do { try FileWork.makeFolders(path) } catch let n as NetException { throw PSError(ErrorRecord(n.value, id: "CreateDirectoryIOError", category: .writeError, target: Value(path))) }
            return try item(path, m)
        }
        if force, !FilePath.exists(FilePath.parent(path)) { try FileWork.makeFolders(FilePath.parent(path)) }
        if kind == "file" {
            if FilePath.exists(path), !force || FilePath.isDirectory(path) {
                throw PSError(.ioException, id: "NewItemIOError", "The file '\(path)' already exists.", category: .writeError, target: Value(path))
            }
            var text: [UInt8] = []
            if let value, !value.isNull { m.str(value).appendUTF8(to: &text) }
            guard FileText.write(text, to: path, append: false) else {
                let code = errno
                throw PSError(FileFailure.record(code, path, id: code == EACCES ? "NewItemUnauthorizedAccessError" : "NewItemIOError", category: code == EACCES ? .permissionDenied : .writeError))
            }
            return try item(path, m)
        }
        let target = value.map { m.str($0).string } ?? ""
        if FilePath.exists(path) {
            guard force else { throw PSError(.ioException, id: "NewItemIOError", "An item with the specified name \(path) already exists.", category: .resourceExists, target: Value(path)) }
            try FileWork.removeTree(path)
        }
        let made = kind == "hardlink" ? link(FilePath.resolve(target), path) : symlink(target, path)
        if made != 0 { throw PSError(FileFailure.record(errno, path, id: "NewItemIOError", category: .writeError)) }
        return try item(path, m)
    }

    override func remove(_ path: String, recursively: Bool, force: Bool, _ by: Cmdlet) throws {
        let isLink = FilePath.link(path) != nil, isFolder = FilePath.isDirectory(path) && !isLink
        guard try by.shouldProcess(path, isFolder ? "Remove Directory" : "Remove File") else { return }
        if FilePath.status(path).map({ $0.st_mode & 0o200 == 0 }) ?? false, !force, !isLink {
            return try by.writeError(ErrorRecord(ExceptionValue(.ioException, "You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only."), id: "RemoveFileSystemItemUnAuthorizedAccess", category: .permissionDenied, target: Value(path)))
        }
        do { try FileWork.removeTree(path) } catch let n as NetException {
            try by.writeError(ErrorRecord(n.value, id: n.value.exceptionType === TypeRef.unauthorizedAccessException ? "RemoveFileSystemItemUnAuthorizedAccess" : "RemoveFileSystemItemIOError", category: .writeError, target: Value(path)))
        }
    }

    override func rename(_ path: String, to name: String, _ by: Cmdlet) throws -> String {
        let target = name.contains("/") ? FilePath.resolve(name) : child(FilePath.parent(path), name)
        if name.contains("/"), FilePath.parent(target) != FilePath.parent(path) {
            throw PSError(.psArgumentException, id: "Argument", "Cannot rename the specified target, because it represents a path or device name.", category: .invalidArgument)
        }
        let isFolder = FilePath.isDirectory(path)
        guard try by.shouldProcess("Item: \(path) Destination: \(target)", isFolder ? "Rename Directory" : "Rename File") else { return "" }
        if FilePath.exists(target) {
            throw PSError(.ioException, id: "RenameItemIOError", "Cannot create a file when that file already exists.", category: .writeError, target: Value(path))
        }
        if Glibc.rename(path, target) != 0 { throw PSError(FileFailure.record(errno, path, id: "RenameItemIOError", category: .writeError)) }
        return target
    }
}
