/// Thrown by `$PSCmdlet.ThrowTerminatingError`: ends the advanced function whose it is, then the caller's statement.
public struct CommandEnded: Error { public let record: ErrorRecord }

extension TypeRef {
    private static func automation(_ name: String, _ base: TypeRef = object) -> TypeRef { TypeRef(name, namespace: "System.Management.Automation", base: base) }
    public static let commandInfo = automation("CommandInfo")
    public static let cmdletInfo = automation("CmdletInfo", commandInfo)
    public static let functionInfo = automation("FunctionInfo", commandInfo)
    public static let filterInfo = automation("FilterInfo", functionInfo)
    public static let aliasInfo = automation("AliasInfo", commandInfo)
    public static let applicationInfo = automation("ApplicationInfo", commandInfo)
    public static let externalScriptInfo = automation("ExternalScriptInfo", commandInfo)
    public static let parameterMetadata = automation("ParameterMetadata")
    public static let parameterAttribute = automation("ParameterAttribute", automation("ParsingBaseAttribute", automation("CmdletMetadataAttribute", attribute)))
    public static let commandParameterSetInfo = automation("CommandParameterSetInfo")
    public static let commandTypes: TypeRef = {
        let t = TypeRef("CommandTypes", namespace: "System.Management.Automation", code: .enumeration, base: enumBase, element: int, isValueType: true)
        t.labels = EnumLabels([("Alias", 1), ("Function", 2), ("Filter", 4), ("Cmdlet", 8), ("ExternalScript", 16), ("Application", 32), ("Script", 64), ("Configuration", 256), ("All", 383)], flags: true)
        return t
    }()
}

/// A parameter of a command, as `(Get-Command x).Parameters` gives it.
public final class ParameterView: Native {
    let parameter: ParameterMetadata, command: CommandMetadata
    init(_ p: ParameterMetadata, _ c: CommandMetadata) { parameter = p; command = c; super.init(.parameterMetadata) }
}
/// A `[Parameter]` attribute.
final class ParameterAttributeView: Native {
    var membership: SetMembership, set: String, dontShow: Bool
    init(_ m: SetMembership, set: String, dontShow: Bool) { membership = m; self.set = set; self.dontShow = dontShow; super.init(.parameterAttribute) }
}
final class ParameterSetView: Native {
    let name: String, isDefault: Bool, syntax: String
    init(_ name: String, _ isDefault: Bool, _ syntax: String) { self.name = name; self.isDefault = isDefault; self.syntax = syntax; super.init(.commandParameterSetInfo) }
    override func text(_ culture: Culture) -> String? { syntax }
}

/// The members of `$PSCmdlet` and of what Get-Command gives.
public enum CommandTypes {
    /// - Parameter syntax: the parameter sets of a command as text, from the module that writes syntax.
    public static func register(in types: TypeCatalog, syntax: @escaping (CommandMetadata) -> [(name: String, isDefault: Bool, text: String)]) {
        types.register(TypeRef.commandTypes)
        for t in [TypeRef.commandInfo, .cmdletInfo, .functionInfo, .filterInfo, .aliasInfo, .applicationInfo, .externalScriptInfo, .parameterMetadata] { types.register(t) }
        types.register(TypeRef.parameterAttribute, as: "Parameter", "System.Management.Automation.ParameterAttribute", "ParameterAttribute")
        commands(types, syntax)
        parameters(types)
        scriptCmdlet(types)
        InvocationTypes.register(in: types)
    }

    private static func commands(_ types: TypeCatalog, _ syntax: @escaping (CommandMetadata) -> [(name: String, isDefault: Bool, text: String)]) {
        func of(_ v: Value) -> CommandInfo? { v.cast(CommandInfo.self) }
        func definition(_ v: Value, _ m: Machine) throws -> Value {
            switch of(v) {
            case let a as AliasInfo: return Value(a.definition)
            case let f as FunctionInfo:
                let code = f.block.code
                guard let ps = code.parameters else { return Value(code.text) }
                // Parameters after the name are shown as the block would declare them.
                return Value("param(\(ps.map { code.tree.source.text($0.extent) }.joined(separator: ", ")))\n" + code.text)
            case let a as ApplicationInfo: return Value(a.path)
            case let x as ExternalScriptInfo: return Value(x.path)
            case let c?:
                guard let d = try c.metadata(m) else { return Value(c.name) }
                return Value(syntax(d).map { "\n\(c.name) \($0.text)\n" }.joined())
            case nil: return .null
            }
        }
        TypeRef.commandInfo.declare(in: types) { t in
            t.property("string Name") { _, v in Value(of(v)?.name ?? "") }
            t.property("System.Management.Automation.CommandTypes CommandType") { _, v in
                guard let label = of(v)?.commandKind.rawValue, let l = TypeRef.commandTypes.labels, let i = l.names.firstIndex(of: label) else { return .null }
                return .object(EnumValue(.commandTypes, l.values[i]))
            }
            t.property("string Definition") { m, v in try definition(v, m) }
            t.property("string ModuleName") { _, v in Value(of(v)?.moduleName ?? "") }
            t.property("string Source") { _, v in Value((of(v) as? ApplicationInfo)?.path ?? (of(v) as? ExternalScriptInfo)?.path ?? of(v)?.moduleName ?? "") }
            t.property("version Version") { m, v in
                guard let module = of(v)?.moduleName, !module.isEmpty else { return .null }
                return (try? m.convert(Value("7.0.0.0"), to: .version)) ?? .null
            }
            t.property("System.Management.Automation.SessionStateEntryVisibility Visibility") { _, _ in Value("Public") }
            t.property("System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterMetadata] Parameters") { m, v in
                let target = try resolved(of(v), m)
                guard let d = try target?.metadata(m) else { return .null }
                let table = Table(rule: .ignoringCase)
                for p in d.parameters { table.set(Value(p.name), .object(ParameterView(p, d))) }
                if d.isAdvanced { for p in CommonParameters.parameters(shouldProcess: d.supportsShouldProcess) { table.set(Value(p.name), .object(ParameterView(p, d))) } }
                return .object(table)
            }
            t.property("System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterSetInfo] ParameterSets") { m, v in
                guard let d = try resolved(of(v), m)?.metadata(m) else { return .null }
                return .object(PSArray(syntax(d).map { .object(ParameterSetView($0.name, $0.isDefault, $0.text)) }))
            }
            t.property("System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.PSTypeName] OutputType") { m, v in
                .object(PSArray((try of(v)?.metadata(m)?.outputTypes ?? []).map { Value($0) }))
            }
        }
        func verbs(_ t: TypeBuilder) {
            t.property("string Verb") { _, v in Value(of(v).flatMap { c in c.name.firstIndex(of: "-").map { String(c.name[..<$0]) } } ?? "") }
            t.property("string Noun") { _, v in Value(of(v).flatMap { c in c.name.firstIndex(of: "-").map { String(c.name[c.name.index(after: $0)...]) } } ?? "") }
            t.property("string DefaultParameterSet") { m, v in
                guard let d = try of(v)?.metadata(m), let i = d.defaultSet, i < d.sets.count else { return .null }
                return Value(d.sets[i])
            }
        }
        TypeRef.cmdletInfo.declare(in: types) { t in verbs(t) }
        TypeRef.functionInfo.declare(in: types) { t in
            verbs(t)
            t.property("scriptblock ScriptBlock") { _, v in v.cast(FunctionInfo.self).map { .object($0.block) } ?? .null }
            t.property("bool CmdletBinding") { m, v in .bool(try of(v)?.metadata(m)?.isAdvanced ?? false) }
            t.property("string Description") { _, v in v.cast(FunctionInfo.self)?.description.map { Value($0) } ?? .null }
        }
        TypeRef.aliasInfo.declare(in: types) { t in
            t.property("System.Management.Automation.CommandInfo ReferencedCommand") { m, v in try v.cast(AliasInfo.self).flatMap { try m.resolveCommand(Name($0.definition), spelling: $0.definition) }.map { .object($0) } ?? .null }
            t.property("System.Management.Automation.CommandInfo ResolvedCommand") { m, v in try resolved(of(v), m).map { .object($0) } ?? .null }
            t.property("string ResolvedCommandName") { m, v in try resolved(of(v), m).map { Value($0.name) } ?? .null }
            t.property("string DisplayName") { _, v in v.cast(AliasInfo.self).map { Value("\($0.name) -> \($0.definition)") } ?? .null }
            t.property("string Description") { _, v in v.cast(AliasInfo.self)?.description.map { Value($0) } ?? .null }
            t.property("System.Management.Automation.ScopedItemOptions Options") { _, v in
                guard let o = v.cast(AliasInfo.self)?.options else { return .null }
                return Value(o.isEmpty ? "None" : o.contains(.readOnly) ? "ReadOnly" : o.contains(.constant) ? "Constant" : "AllScope")
            }
        }
        TypeRef.applicationInfo.declare(in: types) { t in t.property("string Path") { _, v in v.cast(ApplicationInfo.self).map { Value($0.path) } ?? .null } }
        TypeRef.externalScriptInfo.declare(in: types) { t in t.property("string Path") { _, v in v.cast(ExternalScriptInfo.self).map { Value($0.path) } ?? .null } }
        TypeRef.commandParameterSetInfo.declare(in: types) { t in
            t.property("string Name") { _, v in v.cast(ParameterSetView.self).map { Value($0.name) } ?? .null }
            t.property("bool IsDefault") { _, v in .bool(v.cast(ParameterSetView.self)?.isDefault ?? false) }
        }
    }
    private static func resolved(_ c: CommandInfo?, _ m: Machine) throws -> CommandInfo? {
        guard let a = c as? AliasInfo else { return c }
        return try m.resolveCommand(Name(a.definition), spelling: a.definition)
    }

    private static func parameters(_ types: TypeCatalog) {
        TypeRef.parameterMetadata.declare(in: types) { t in
            func of(_ v: Value) -> ParameterView? { v.cast(ParameterView.self) }
            t.property("string Name") { _, v in Value(of(v)?.parameter.name ?? "") }
            t.property("type ParameterType") { _, v in of(v).map { .object($0.parameter.type) } ?? .null }
            t.property("System.Collections.ObjectModel.Collection[string] Aliases") { _, v in .object(PSArray((of(v)?.parameter.aliases ?? []).map { Value($0) }, of: .string)) }
            t.property("bool SwitchParameter") { _, v in .bool(of(v)?.parameter.isSwitch ?? false) }
            t.property("bool IsDynamic") { _, _ in .bool(false) }
            t.property("System.Collections.ObjectModel.Collection[System.Attribute] Attributes") { _, v in
                guard let view = of(v) else { return .null }
                return .object(PSArray(view.parameter.memberships.map { m in
                    let set = m.set >= 0 && m.set < view.command.sets.count ? view.command.sets[m.set] : "__AllParameterSets"
                    return .object(ParameterAttributeView(m, set: set, dontShow: view.parameter.dontShow))
                }))
            }
        }
        TypeRef.parameterAttribute.declare(in: types) { t in
            func of(_ v: Value) -> ParameterAttributeView? { v.cast(ParameterAttributeView.self) }
            t.constructor("parameter()") { _, _, _ in .object(ParameterAttributeView(SetMembership(), set: "__AllParameterSets", dontShow: false)) }
            t.property("bool Mandatory", get: { _, v in .bool(of(v)?.membership.isMandatory ?? false) }, set: { _, v, x in of(v)?.membership.isMandatory = x.isTrue })
            t.property("int Position", get: { _, v in .int(of(v)?.membership.position.map { Int32(truncatingIfNeeded: $0) } ?? .min) }, set: { _, v, x in
                if case .int(let i) = x, i >= 0 { of(v)?.membership.position = Int(i) }
            })
            t.property("bool ValueFromPipeline", get: { _, v in .bool(of(v)?.membership.fromPipeline ?? false) }, set: { _, v, x in of(v)?.membership.fromPipeline = x.isTrue })
            t.property("bool ValueFromPipelineByPropertyName", get: { _, v in .bool(of(v)?.membership.fromPipelineByName ?? false) }, set: { _, v, x in of(v)?.membership.fromPipelineByName = x.isTrue })
            t.property("bool ValueFromRemainingArguments", get: { _, v in .bool(of(v)?.membership.fromRemaining ?? false) }, set: { _, v, x in of(v)?.membership.fromRemaining = x.isTrue })
            t.property("string HelpMessage", get: { _, v in of(v)?.membership.helpMessage.map { Value($0) } ?? .null }, set: { m, v, x in of(v)?.membership.helpMessage = m.str(x).string })
            t.property("string ParameterSetName", get: { _, v in Value(of(v)?.set ?? "__AllParameterSets") }, set: { m, v, x in of(v)?.set = m.str(x).string })
            t.property("bool DontShow", get: { _, v in .bool(of(v)?.dontShow ?? false) }, set: { _, v, x in of(v)?.dontShow = x.isTrue })
        }
    }

    private static func scriptCmdlet(_ types: TypeCatalog) {
        func of(_ v: Value) throws -> ScriptCmdlet {
            guard let c = v.cast(ScriptCmdlet.self) else { throw NetException(.invalidOperationException, "The cmdlet is not running.") }
            return c
        }
        func asking(_ c: ScriptCmdlet, _ m: Machine) -> ShouldProcess {
            if let known = c.confirmation { return known }
            let made = ShouldProcess(m, command: c.command ?? AnonymousCommand.shared, common: c.context.common, impact: c.binder.metadata.confirmImpact)
            c.confirmation = made
            return made
        }
        // Questions that nobody can answer are exceptions of the method.
        func native(_ c: ScriptCmdlet, _ name: String, _ count: Int, _ body: () throws -> Bool) throws -> Value {
            do { return .bool(try body()) } catch let e as PSError where e.record.exception.exceptionType === TypeRef.psInvalidOperationException {
                let wrapped = PSError.invocation(name, count, e.record.exception)
                wrapped.record.commandClass = c.command?.name
                throw wrapped
            }
        }
        func claimed(_ v: Value, _ c: ScriptCmdlet) throws -> ErrorRecord {
            guard let r = v.cast(ErrorRecord.self) else { throw NetException(.argumentNullException, "Value cannot be null.", parameter: "errorRecord") }
            if r.commandClass == nil { r.commandClass = c.command?.name }
            if r.activity.isEmpty { r.activity = c.command?.name ?? "" }
            r.command = c.command
            r.position = c.context.position ?? r.position
            return r
        }
        TypeRef.scriptCmdlet.declare(in: types) { t in
            t.property("string ParameterSetName") { _, v in Value(try of(v).binder.parameterSetName) }
            t.property("System.Management.Automation.InvocationInfo MyInvocation") { m, v in
                let c = try of(v)
                return .object(InvocationValue(command: c.command, name: c.command?.name ?? "", position: c.context.position, boundParameters: .object(c.binder.boundParameters())))
            }
            t.method("bool ShouldProcess(string target)") { m, v, a in
                let c = try of(v)
                return try native(c, "ShouldProcess", a.count) { try asking(c, m).ask(target: m.str(a[0]).string, action: c.command?.name ?? "") }
            }
            t.method("bool ShouldProcess(string target, string action)") { m, v, a in
                let c = try of(v)
                return try native(c, "ShouldProcess", a.count) { try asking(c, m).ask(target: m.str(a[0]).string, action: m.str(a[1]).string) }
            }
            t.method("bool ShouldProcess(string verboseDescription, string verboseWarning, string caption)") { m, v, a in
                let c = try of(v)
                return try native(c, "ShouldProcess", a.count) { try asking(c, m).ask(description: m.str(a[0]).string, question: m.str(a[1]).string, caption: m.str(a[2]).string) }
            }
            t.method("bool ShouldContinue(string query, string caption)") { m, v, a in
                let c = try of(v)
                return try native(c, "ShouldContinue", a.count) { try asking(c, m).askToContinue(m.str(a[0]).string, caption: m.str(a[1]).string) }
            }
            t.method("void ThrowTerminatingError(System.Management.Automation.ErrorRecord errorRecord)") { m, v, a in throw CommandEnded(record: try claimed(a[0], of(v))) }
            t.method("void WriteError(System.Management.Automation.ErrorRecord errorRecord)") { m, v, a in
                let c = try of(v)
                try m.writeError(claimed(a[0], c), action: c.context.common.errorAction)
                return .void
            }
            t.method("void WriteObject(System.Object sendToPipeline)") { m, v, a in try of(v).output.put(a[0]); return .void }
            t.method("void WriteObject(System.Object sendToPipeline, bool enumerateCollection)") { m, v, a in
                let c = try of(v)
                if a[1].isTrue { try m.unroll(a[0], into: c.output) } else { try c.output.put(a[0]) }
                return .void
            }
            t.method("void WriteWarning(string text)") { m, v, a in try m.writeWarning(m.str(a[0]).string, by: of(v).command); return .void }
            t.method("void WriteVerbose(string text)") { m, v, a in try m.writeVerbose(m.str(a[0]).string, by: of(v).command); return .void }
            t.method("void WriteDebug(string text)") { m, v, a in try m.writeDebug(m.str(a[0]).string, by: of(v).command); return .void }
            t.method("System.Object GetVariableValue(string name)") { m, _, a in m.lookup(Name(m.str(a[0]).string)) ?? .null }
            t.method("void WriteInformation(System.Object messageData, string[] tags)") { m, v, a in
                let tags = (a[1].unwrapped.obj as? Seq).map { $0.elements.map { m.str($0).string } } ?? []
                try m.writeInformation(InformationRecord(a[0], source: of(v).command?.name ?? "", tags: tags), by: of(v).command)
                return .void
            }
        }
    }
}
