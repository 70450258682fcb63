import NacreRuntime

/// `Export-ModuleMember`
final class ExportModuleMemberCommand: Cmdlet {
    private var functions: [String] = [], aliases: [String] = [], variables: [String] = []
    override func process() throws {
        functions += strings("Function") ?? []
        aliases += strings("Alias") ?? []
        variables += strings("Variable") ?? []
    }
    override func end() throws {
        guard let module = m.currentModule else {
            throw terminating(.invalidOperationException, id: "Modules_CanOnlyExecuteExportModuleMemberInsideAModule", "The Export-ModuleMember cmdlet can only be called from inside a module.", category: .permissionDenied)
        }
        let before = module.exports ?? ([], [], [])
        module.exports = (before.functions + functions, before.aliases + aliases, before.variables + variables)
    }
}
