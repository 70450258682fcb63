import NacreRuntime

/// `New-Module`: a module of a script block.
final class NewModuleCommand: Cmdlet {
    override func end() throws {
        guard let block = arg("ScriptBlock")?.cast(ScriptBlock.self) else { return }
        let module = ModuleValue(string("Name") ?? "__DynamicModule_\(NewModuleCommand.newId())", path: nil, in: session)
        let out = try m.load(module, block, arguments: list("ArgumentList"))
        if let only = strings("Function"), module.exports == nil {
            let patterns = try only.map { try m.wildcard($0) }
            module.exportedFunctions = module.exportedFunctions.filter { f in patterns.contains { $0.matches(f.name) } }
        }
        if flag("AsCustomObject") {
            m.keep(module)
            return try write(ModuleTypes.object(of: module, m))
        }
        m.importMembers(module, functions: module.exportedFunctions, aliases: module.exportedAliases, variables: module.exportedVariables, listed: false)
        if flag("ReturnResult") {
            for v in out { try write(v) }
            return
        }
        try write(.object(module))
    }
    /// A name that no other module has.
    static func newId() -> String {
        func hex(_ n: Int) -> String { String((0..<n).compactMap { _ in "0123456789abcdef".randomElement() }) }
        return "\(hex(8))-\(hex(4))-\(hex(4))-\(hex(4))-\(hex(12))"
    }
}
