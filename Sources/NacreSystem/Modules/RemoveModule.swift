import NacreRuntime

/// `Remove-Module`
final class RemoveModuleCommand: Cmdlet {
    override func process() throws {
        if has("FullyQualifiedName") { throw PSError.unsupported("Remove-Module -FullyQualifiedName") }
        for v in list("ModuleInfo") { if let x = v.cast(ModuleValue.self) { try remove(x) } }
        for name in strings("Name") ?? [] {
            let pattern = try m.wildcard(name)
            let found = m.modules.all.filter { pattern.matches($0.name) }
            if found.isEmpty, !pattern.hasWildcards {
                try writeError(.invalidOperationException, id: "Modules_NoModulesRemoved", "No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.", category: .invalidOperation, target: .null)
            }
            for x in found { try remove(x) }
        }
    }
    private func remove(_ x: ModuleValue) throws {
        guard try shouldProcess(x.name, "Remove-Module") else { return }
        m.removeModule(x)
    }
}
