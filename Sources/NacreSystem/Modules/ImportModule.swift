import NacreRuntime

/// `Import-Module`: a script module's file, folder or manifest, or a module at hand.
final class ImportModuleCommand: PathCommand {
    override func process() throws {
        for p in ["PSSession", "CimSession", "UseWindowsPowerShell", "Assembly", "FullyQualifiedName"] where has(p) { throw PSError.unsupported("Import-Module -\(p)") }
        if has("ModuleInfo") {
            for v in list("ModuleInfo") { if let x = v.cast(ModuleValue.self) { try take(x) } }
            return
        }
        for name in strings("Name") ?? [] {
            try attempt {
                if !flag("Force"), let known = m.modules.all.first(where: { $0.name.lowercased() == name.lowercased() }) { return try take(known) }
                // The modules that hold PowerShell's own commands are always there.
                if CommandCatalog.names.contains(where: { CommandCatalog.find($0)?.module.lowercased() == name.lowercased() }) { return }
                guard let path = ModuleFiles.find(name, drives) else {
                    throw PSError(.fileNotFoundException, id: "Modules_ModuleNotFound", "The specified module '\(name)' was not loaded because no valid module file was found in any module directory.", category: .resourceUnavailable, target: Value(name))
                }
                if !flag("Force"), let known = m.modules.all.first(where: { $0.path == path }) { return try take(known) }
                if flag("Force"), let old = m.modules.all.first(where: { $0.path == path }) { m.removeModule(old) }
                try take(ModuleFiles.load(path, self, arguments: list("ArgumentList")))
            }
        }
    }
    private func take(_ x: ModuleValue) throws {
        if let wanted = arg("RequiredVersion") ?? arg("MinimumVersion"), !wanted.isNull {
            let has = try m.member(.object(x), Name("Version"))
            let order = m.compareForSort(has, wanted, ignoreCase: true)
            if self.has("RequiredVersion") ? order != 0 : order < 0 {
                throw PSError(.fileNotFoundException, id: "Modules_ModuleWithVersionNotFound", "The specified module '\(x.name)' with version '\(m.str(wanted).string)' was not loaded because no valid module file was found in any module directory.", category: .resourceUnavailable, target: Value(x.name))
            }
        }
        func chosen<T>(_ all: [T], _ parameter: String, _ name: (T) -> String) throws -> [T] {
            // Where one kind is chosen, the others come only when chosen too.
            guard let names = strings(parameter) else { return ["Function", "Alias", "Variable", "Cmdlet"].contains(where: has) ? [] : all }
            let patterns = try names.map { try m.wildcard($0) }
            return all.filter { x in patterns.contains { $0.matches(name(x)) } }
        }
        let functions = try chosen(x.exportedFunctions, "Function") { $0.name }, aliases = try chosen(x.exportedAliases, "Alias") { $0.name }, variables = try chosen(x.exportedVariables, "Variable") { $0.name.text }
        if flag("AsCustomObject") {
            m.importMembers(x, functions: functions, aliases: aliases, variables: [])
            return try write(ModuleTypes.object(of: x, m))
        }
        let prefix = string("Prefix") ?? x.value("DefaultCommandPrefix").map { m.str($0).string } ?? ""
        m.importMembers(x, functions: functions, aliases: aliases, variables: variables, prefix: prefix)
        if !flag("DisableNameChecking"), functions.contains(where: { f in
            f.name.firstIndex(of: "-").map { !ModuleFiles.isApproved(String(f.name[..<$0])) } ?? false
        }) {
            try writeWarning("The names of some imported commands from the module '\(x.name)' include unapproved verbs that might make them less discoverable. To find the commands with unapproved verbs, run the Import-Module command again with the Verbose parameter. For a list of approved verbs, type Get-Verb.")
        }
        if flag("PassThru") { try write(.object(x)) }
    }
}
