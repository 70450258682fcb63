import NacreRuntime

/// The members of `PSModuleInfo`.
enum ModuleTypes {
    static func register(in types: TypeCatalog) {
        TypeRef.moduleInfo.declare(in: types, declare)
        types.register(TypeRef.moduleInfo, as: "psmoduleinfo")
    }
    private static func declare(_ t: TypeBuilder) {
        func property(_ declaration: String, _ get: @escaping (Machine, ModuleValue) throws -> Value) {
            t.property(declaration) { m, v in try v.cast(ModuleValue.self).map { try get(m, $0) } ?? .null }
        }
        func table(_ pairs: [(String, Value)]) -> Value {
            let t = Table()
            for (k, v) in pairs { t.set(Value(k), v) }
            return .object(t)
        }
        property("string Name") { _, x in Value(x.name) }
        property("string Path") { _, x in x.path.map { Value($0) } ?? .null }
        property("string ModuleBase") { _, x in x.path.map { Value(FilePath.parent($0)) } ?? .null }
        property("string RootModule") { _, x in x.value("RootModule") ?? x.value("ModuleToProcess") ?? .null }
        property("version Version") { m, x in try m.convert(x.value("ModuleVersion") ?? Value("0.0"), to: .version) }
        property("guid Guid") { m, x in try m.convert(x.value("GUID") ?? Value("00000000-0000-0000-0000-000000000000"), to: m.session.types.find("guid") ?? .string) }
        property("System.Management.Automation.ModuleType ModuleType") { m, x in
            let kind = x.manifest != nil && x.value("RootModule") == nil && x.value("ModuleToProcess") == nil ? "Manifest" : "Script"
            return try m.convert(Value(kind), to: m.session.types.find("System.Management.Automation.ModuleType") ?? .string)
        }
        for n in ["Author", "CompanyName", "Copyright", "Description", "PrivateData", "HelpInfoUri"] { property("System.Object \(n)") { _, x in x.value(n) ?? .null } }
        for n in ["PowerShellVersion", "ClrVersion", "DotNetFrameworkVersion"] { property("version \(n)") { m, x in try x.value(n).map { try m.convert($0, to: .version) } ?? .null } }
        property("System.Collections.Generic.IEnumerable[string] Tags") { m, x in
            guard let data = x.value("PrivateData")?.cast(Table.self)?.get(Str("PSData"))?.cast(Table.self), let tags = data.get(Str("Tags")) else { return .object(PSArray([])) }
            return .object(PSArray(try m.enumerated(tags)))
        }
        property("System.Collections.Generic.Dictionary[string,System.Management.Automation.FunctionInfo] ExportedFunctions") { _, x in table(x.exportedFunctions.map { ($0.name, .object($0)) }) }
        property("System.Collections.Generic.Dictionary[string,System.Management.Automation.AliasInfo] ExportedAliases") { _, x in table(x.exportedAliases.map { ($0.name, .object($0)) }) }
        property("System.Collections.Generic.Dictionary[string,psvariable] ExportedVariables") { _, x in table(x.exportedVariables.map { ($0.name.text, .object(VariableView($0))) }) }
        property("System.Collections.Generic.Dictionary[string,System.Management.Automation.CmdletInfo] ExportedCmdlets") { _, _ in table([]) }
        property("System.Collections.Generic.Dictionary[string,System.Management.Automation.CommandInfo] ExportedCommands") { _, x in
            table(x.exportedFunctions.map { ($0.name, .object($0)) } + x.exportedAliases.map { ($0.name, .object($0)) })
        }
        property("System.Collections.ObjectModel.ReadOnlyCollection[psmoduleinfo] NestedModules") { _, x in .object(PSArray(x.nested.map { .object($0) })) }
        property("System.Management.Automation.ModuleAccessMode AccessMode") { _, _ in Value("ReadWrite") }
        property("string PreRelease") { _, x in x.value("PrivateData")?.cast(Table.self)?.get(Str("PSData"))?.cast(Table.self)?.get(Str("Prerelease")) ?? .null }
        let shown = PropertyMember("ExportedCommandNames", type: "string[]", get: { _, v in
            guard let x = v.cast(ModuleValue.self) else { return .null }
            return .object(PSArray((x.exportedFunctions.map(\.name) + x.exportedAliases.map(\.name)).map { Value($0) }, of: .string))
        })
        shown.isHidden = true
        t.members.add(shown)
        t.method("scriptblock NewBoundScriptBlock(scriptblock scriptBlockToBind)") { _, v, a in
            guard let x = v.cast(ModuleValue.self), let b = a[0].cast(ScriptBlock.self) else { return .null }
            return .object(x.bind(b))
        }
        t.method("System.Object Invoke(scriptblock sb, Params System.Object[] args)") { m, v, a in
            guard let x = v.cast(ModuleValue.self), let b = a[0].cast(ScriptBlock.self) else { return .null }
            return try m.call(x.bind(b), m.enumerated(a[1]))
        }
        t.method("psobject AsCustomObject()") { m, v, _ in v.cast(ModuleValue.self).map { ModuleTypes.object(of: $0, m) } ?? .null }
        t.method("string ToString()") { _, v, _ in Value(v.cast(ModuleValue.self)?.name ?? "") }
    }

    /// An object with a module's variables as properties and its functions as methods.
    static func object(of x: ModuleValue, _ m: Machine) -> Value {
        let made = Custom([])
        var v = Value.object(made)
        for variable in x.exportedVariables {
            v = m.addMember(CodePropertyMember(Str(variable.name.text), kind: .noteProperty, get: { m, _ in m.value(of: variable) }, set: { _, _, new in variable.value = new }), to: v)
        }
        for f in x.exportedFunctions { v = m.addMember(ScriptMethodMember(Str(f.name), f.block), to: v) }
        return v
    }
}
