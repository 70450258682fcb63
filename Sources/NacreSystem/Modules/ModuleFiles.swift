import Glibc
import NacreRuntime
import NacreSyntax

/// Finds module files and loads them.
enum ModuleFiles {
    private static let verbs = Set("""
    add clear close copy enter exit find format get hide join lock move new open optimize pop push redo remove rename reset resize search select set show skip split step switch undo unlock watch
    backup checkpoint compare compress convert convertfrom convertto dismount edit expand export group import initialize limit merge mount out publish restore save sync unpublish update
    approve assert build complete confirm deny deploy disable enable install invoke register request restart resume start stop submit suspend uninstall unregister wait
    debug measure ping repair resolve test trace connect disconnect read receive send write block grant protect revoke unblock unprotect use foreach where sort tee
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    static func isApproved(_ verb: String) -> Bool { verbs.contains(verb.lowercased()) }

    /// The file of a module by its path or name; nil where there is none.
    static func find(_ name: String, _ drives: Drives) -> String? {
        if name.contains("/") || name.contains("\\") || name.hasSuffix(".psm1") || name.hasSuffix(".psd1") || name.hasSuffix(".ps1") {
            guard let place = try? drives.resolve(name) else { return nil }
            return file(place.path)
        }
        for folder in (getenv("PSModulePath").map { String(cString: $0) } ?? "").split(separator: ":") {
            if let f = file("\(folder)/\(name)") { return f }
        }
        return nil
    }
    private static func file(_ path: String) -> String? {
        let lower = path.lowercased()
        if lower.hasSuffix(".psm1") || lower.hasSuffix(".psd1") || lower.hasSuffix(".ps1") { return FilePath.exists(path) && !FilePath.isDirectory(path) ? path : nil }
        if FilePath.isDirectory(path) {
            let name = FilePath.leaf(path)
            for e in [".psd1", ".psm1"] where FilePath.exists(path + "/" + name + e) { return path + "/" + name + e }
            // A folder of versions: the newest.
            let versions = FilePath.listing(path).filter { FilePath.exists("\(path)/\($0)/\(name).psd1") }
            return versions.max { PartOrder.less($0, $1) }.map { "\(path)/\($0)/\(name).psd1" }
        }
        for e in [".psd1", ".psm1", ".ps1"] where FilePath.exists(path + e) { return path + e }
        return nil
    }
    private enum PartOrder {
        static func less(_ a: String, _ b: String) -> Bool {
            a.split(separator: ".").map { Int($0) ?? 0 }.lexicographicallyPrecedes(b.split(separator: ".").map { Int($0) ?? 0 })
        }
    }

    /// Loads a module's file; what it exports is settled, nothing is imported yet.
    static func load(_ path: String, _ by: Cmdlet, arguments: [Value]) throws -> ModuleValue {
        let m: Machine = by.m, leaf = FilePath.leaf(path)
        let name = leaf.lastIndex(of: ".").map { String(leaf[..<$0]) } ?? leaf
        if path.lowercased().hasSuffix(".psd1") { return try loadManifest(path, name, by, arguments: arguments) }
        let module = ModuleValue(name, path: path, in: m.session)
        _ = try m.load(module, block(path, m), arguments: arguments)
        return module
    }
    private static func block(_ path: String, _ m: Machine) throws -> ScriptBlock {
        guard let load = m.session.loadScript else { throw PSError.unsupported("running script files") }
        return ScriptBlock(try load(path))
    }
    private static func loadManifest(_ path: String, _ name: String, _ by: Cmdlet, arguments: [Value]) throws -> ModuleValue {
        let m: Machine = by.m
        guard let table = try ImportPowerShellDataFileCommand.read(path, m).cast(Table.self) else { throw FileFailure.io(ENOENT, path) }
        let here = FilePath.parent(path)
        if let wanted = table.get(Str("PowerShellVersion")), !wanted.isNull, m.compareForSort(try m.convert(Value("7.6.5"), to: .version), try m.convert(wanted, to: .version), ignoreCase: true) < 0 {
            throw PSError(.invalidOperationException, id: "Modules_InsufficientPowerShellVersion", "The version of PowerShell on this computer is '7.6.5'. The module '\(path)' requires a minimum PowerShell version of '\(m.str(wanted).string)' to run. Verify that you have the minimum required version of PowerShell installed, and then try again.", category: .resourceUnavailable, target: Value(path))
        }
        func names(_ key: String) throws -> [String] {
            guard let v = table.get(Str(key)), !v.isNull else { return [] }
            return try m.enumerated(v).map { m.str($0).string }
        }
        for script in try names("ScriptsToProcess") { try m.run(block(FilePath.resolve(here + "/" + script), m), into: by.sink, inCurrentScope: true) }
        let module = ModuleValue(name, path: path, in: m.session)
        module.manifest = table
        for n in try names("NestedModules") {
            guard let file = file(n.hasPrefix("/") ? n : here + "/" + n) else { throw missing(n) }
            let inner = try load(file, by, arguments: [])
            module.nested.append(inner)
            m.keep(inner)
            m.importInto(module, inner)
        }
        if let root = try (names("RootModule") + names("ModuleToProcess")).first {
            guard let file = file(root.hasPrefix("/") ? root : here + "/" + root) else { throw missing(root) }
            _ = try m.load(module, block(file, m), arguments: arguments)
        } else { m.settleExports(module) }
        return module
    }
    private static func missing(_ name: String) -> PSError {
        PSError(.fileNotFoundException, id: "Modules_ModuleFileNotFound", "The module to process '\(name)', listed in field 'ModuleToProcess/RootModule' of the module manifest, was not processed because no valid module was found in any module directory.", category: .resourceUnavailable, target: Value(name))
    }
}
