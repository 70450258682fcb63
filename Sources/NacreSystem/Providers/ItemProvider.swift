import NacreRuntime

/// What the Item, Content and Path commands do with one kind of drive. Paths are the provider's own: absolute ones on the file system,
/// plain names on the flat drives (`Env:`, `Variable:`, `Function:`, `Alias:`), where the empty path is the drive itself.
class ItemProvider {
    /// As `-PSProvider` names it.
    let name: String
    init(_ name: String) { self.name = name }

    /// `Microsoft.PowerShell.Core\FileSystem`.
    final var qualifiedName: String { (name == "FileSystem" || name == "Environment" || name == "Function" || name == "Variable" || name == "Alias" ? "Microsoft.PowerShell.Core\\" : "") + name }

    /// A path below a drive's root, as written, as the provider's own.
    func path(_ text: String, root: String) -> String { text }
    func exists(_ path: String, _ m: Machine) -> Bool { false }
    func isContainer(_ path: String, _ m: Machine) -> Bool { path.isEmpty }
    /// The names below a container, in the order shown.
    func children(_ path: String, _ m: Machine) throws -> [String] { [] }
    func child(_ path: String, _ name: String) -> String { name }
    func parent(_ path: String) -> String { "" }
    func leaf(_ path: String) -> String { path }
    /// What Get-Item gives; nil where there is no such item.
    func item(_ path: String, _ m: Machine) throws -> Value? { nil }
    /// True for what is shown with `-Force` alone.
    func isHidden(_ path: String) -> Bool { false }

    func set(_ path: String, _ value: Value?, _ by: Cmdlet) throws { throw notImplemented("Set-Item") }
    func clear(_ path: String, _ by: Cmdlet) throws { throw notImplemented("Clear-Item") }
    func make(_ path: String, type: String?, value: Value?, _ by: Cmdlet) throws -> Value? { throw notImplemented("New-Item") }
    func remove(_ path: String, recursively: Bool, force: Bool, _ by: Cmdlet) throws { throw notImplemented("Remove-Item") }
    func copy(_ path: String, to: String, _ by: Cmdlet) throws { throw notImplemented("Copy-Item") }
    func move(_ path: String, to: String, _ by: Cmdlet) throws { throw notImplemented("Move-Item") }
    func rename(_ path: String, to name: String, _ by: Cmdlet) throws -> String { throw notImplemented("Rename-Item") }

    /// The content as objects (`Get-Content Env:X`).
    func content(_ path: String, _ m: Machine) throws -> [Value] { [] }
    func setContent(_ path: String, _ values: [Value], _ by: Cmdlet) throws { throw notImplemented("Set-Content") }

    final func notImplemented(_ what: String) -> PSError {
        PSError(.psNotSupportedException, id: "NotSupported", "Provider operation stopped because the provider does not support this operation.", category: .notImplemented, target: Value(what))
    }
}

/// Where an item is: its provider, the provider's own path, and the drive that it was named by.
struct ItemPath {
    let provider: ItemProvider
    let drive: Drive?
    let path: String
    /// As the drive names it: `/tmp/x`, `CF:/in`, `Env:/HOME`.
    var shown: String {
        guard let drive, drive.root != path || drive.root != "/" else { return path }
        if provider is FileSystemProvider {
            if drive.name == "/" { return path }
            let below = path.dropFirst(drive.root.count)
            return drive.name + ":" + (below.hasPrefix("/") ? "" : "/") + below
        }
        return drive.name + ":/" + path
    }
    /// `Microsoft.PowerShell.Core\FileSystem::/tmp/x`.
    var psPath: String { provider.qualifiedName + "::" + path }
    /// As error messages name it.
    var inMessages: String { provider is FileSystemProvider ? shown : path }
    func child(_ name: String) -> ItemPath { ItemPath(provider: provider, drive: drive, path: provider.child(path, name)) }
    var parent: ItemPath { ItemPath(provider: provider, drive: drive, path: provider.parent(path)) }

    func exists(_ m: Machine) -> Bool { provider.exists(path, m) }
    var notFound: PSError {
        PSError(.itemNotFoundException, id: "PathNotFound", "Cannot find path '\(inMessages)' because it does not exist.", category: .objectNotFound, target: Value(inMessages))
    }
}
