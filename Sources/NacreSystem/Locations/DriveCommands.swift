import NacreRuntime

/// `Get-PSDrive`
final class GetPSDriveCommand: PathCommand {
    override func process() throws {
        for text in strings("LiteralName") ?? strings("Name") ?? ["*"] {
            let pattern = has("LiteralName") ? nil : try m.wildcard(text)
            var found = drives.all.filter { d in pattern.map { $0.matches(d.name) } ?? (d.name.lowercased() == text.lowercased()) }
            if let p = strings("PSProvider") { found = found.filter { d in p.contains { drives.provider($0) === d.provider } } }
            if found.isEmpty, pattern?.hasWildcards != true {
                try writeError(.driveNotFoundException, id: "GetLocationNoMatchingDrive", "Cannot find drive. A drive with the name '\(text)' does not exist.", category: .objectNotFound, target: Value(text))
            }
            for d in found.sorted(by: { $0.name.lowercased() < $1.name.lowercased() }) { try write(.object(d)) }
        }
    }
}

/// `New-PSDrive`
final class NewPSDriveCommand: PathCommand {
    override func process() throws {
        let name = string("Name") ?? "", root = string("Root") ?? ""
        guard let provider = drives.provider(string("PSProvider") ?? "") else { throw terminating(drives.noProvider(string("PSProvider") ?? "").record) }
        guard try shouldProcess("Name: \(name) Provider: \(provider.qualifiedName) Root: \(root)", "New drive") else { return }
        if drives.drive(name) != nil {
            return try writeError(.sessionStateException, id: "DriveAlreadyExists", "A drive with the name '\(name)' already exists.", category: .resourceExists, target: Value(name))
        }
        var path = root
        if provider is FileSystemProvider {
            path = try drives.resolve(root).path
            guard FilePath.isDirectory(path) else {
                return try writeError(.ioException, id: "DriveRootError", "The specified drive root \"\(root)\" either does not exist, or it is not a folder.", category: .readError, target: .null)
            }
        }
        let made = Drive(name, provider, root: path, description: string("Description") ?? "")
        drives.add(made)
        try write(.object(made))
    }
}

/// `Remove-PSDrive`
final class RemovePSDriveCommand: PathCommand {
    override func process() throws {
        for text in strings("LiteralName") ?? strings("Name") ?? [] {
            let pattern = has("LiteralName") ? nil : try m.wildcard(text)
            let found = drives.all.filter { d in pattern.map { $0.matches(d.name) } ?? (d.name.lowercased() == text.lowercased()) }
            if found.isEmpty { try writeError(Drives.noDrive(text).record) }
            for d in found {
                guard try shouldProcess("Name: \(d.name) Provider: \(d.provider.qualifiedName) Root: \(d.root)", "Remove Drive") else { continue }
                if d === drives.current {
                    try writeError(.psInvalidOperationException, id: "InvalidOperation", "Cannot remove drive '\(d.name)' because it is in use.", category: .invalidOperation, target: Value(d.name))
                    continue
                }
                drives.remove(d)
            }
        }
    }
}

/// `Get-PSProvider`
final class GetPSProviderCommand: PathCommand {
    override func process() throws {
        guard let names = strings("PSProvider") else {
            for p in drives.providers { try write(.object(ProviderInfo(p))) }
            return
        }
        for text in names {
            let pattern = try m.wildcard(text)
            let found = drives.providers.filter { pattern.matches($0.name) || drives.provider(text) === $0 }
            if found.isEmpty, !pattern.hasWildcards { try writeError(drives.noProvider(text).record) }
            for p in found { try write(.object(ProviderInfo(p))) }
        }
    }
}
