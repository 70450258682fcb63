import NacreRuntime

/// `$ExecutionContext`: the engine as scripts reach it.
public enum ExecutionContextVariable {
    private static let sma = "System.Management.Automation."
    private static let engineType = TypeRef(sma + "EngineIntrinsics", base: .object)
    private static let invokeType = TypeRef(sma + "CommandInvocationIntrinsics", base: .object)
    private static let stateType = TypeRef(sma + "SessionState", base: .object)
    private static let variablesType = TypeRef(sma + "PSVariableIntrinsics", base: .object)
    private static let pathType = TypeRef(sma + "PathIntrinsics", base: .object)
    private final class Part: Native { init(part type: TypeRef) { super.init(type) } }

    /// The value of `$ExecutionContext`.
    public static let value: Value = .object(Part(part: engineType))
    /// `$ExecutionContext.SessionState`, and `$PSCmdlet.SessionState`.
    public static let state: Value = .object(Part(part: stateType))

    static func register(in c: TypeCatalog) {
        for t in [engineType, invokeType, stateType, variablesType, pathType] { c.register(t) }
        engineType.declare(in: c, engine)
        invokeType.declare(in: c, invoke)
        stateType.declare(in: c, sessionState)
        variablesType.declare(in: c, variables)
        pathType.declare(in: c, paths)
    }

    private static func engine(_ t: TypeBuilder) {
        let invoke: Value = .object(Part(part: invokeType))
        t.property("System.Management.Automation.Host.PSHost Host") { _, _ in HostVariable.value }
        t.property("System.Management.Automation.CommandInvocationIntrinsics InvokeCommand") { _, _ in invoke }
        t.property("System.Management.Automation.SessionState SessionState") { _, _ in state }
        t.property("System.Management.Automation.ProviderIntrinsics InvokeProvider") { _, _ in throw NetException.unsupported("$ExecutionContext.InvokeProvider") }
    }

    private static func invoke(_ t: TypeBuilder) {
        t.method("string ExpandString(string source)") { m, _, a in .object(try m.expand(m.str(a[0]).string)) }
        t.method("scriptblock NewScriptBlock(string scriptText)") { m, _, a in .object(try m.createBlock(a.str(0))) }
        t.method("System.Management.Automation.CommandInfo GetCommand(string commandName, System.Management.Automation.CommandTypes type)") { m, _, a in
            let name = m.str(a[0]), kinds = m.str(a[1]).string.lowercased()
            guard let c = try m.resolveCommand(Name(name), spelling: name.string) else { return .null }
            return kinds == "all" || kinds.contains(c.commandKind.rawValue.lowercased()) ? .object(c) : .null
        }
        t.method("System.Collections.ObjectModel.Collection[psobject] InvokeScript(string script)") { m, _, a in
            let sink = ListSink()
            try m.runText(m.str(a[0]).string, into: sink)
            return .object(PSList(sink.values, type: .objectCollection, element: .object))
        }
        t.method("System.Collections.ObjectModel.Collection[psobject] InvokeScript(string script, Params System.Object[] args)") { m, _, a in
            let sink = ListSink()
            try m.run(m.createBlock(a.str(0)), try m.elements(of: a[1]), into: sink)
            return .object(PSList(sink.values, type: .objectCollection, element: .object))
        }
    }

    private static func sessionState(_ t: TypeBuilder) {
        let variables: Value = .object(Part(part: variablesType)), paths: Value = .object(Part(part: pathType))
        t.property("System.Management.Automation.PSVariableIntrinsics PSVariable") { _, _ in variables }
        t.property("System.Management.Automation.PathIntrinsics Path") { _, _ in paths }
        t.property("System.Management.Automation.PSLanguageMode LanguageMode") { _, _ in Value("FullLanguage") }
        t.property("psmoduleinfo Module") { _, _ in .null }
        t.property("bool UseFullLanguageModeInDebugger") { _, _ in .bool(false) }
    }

    private static func variables(_ t: TypeBuilder) {
        t.method("psvariable Get(string name)") { m, _, a in m.findVariable(Name(m.str(a[0]))).map { .object(VariableView($0)) } ?? .null }
        t.method("System.Object GetValue(string name)") { m, _, a in m.lookup(Name(m.str(a[0]))) ?? .null }
        t.method("System.Object GetValue(string name, System.Object defaultValue)") { m, _, a in m.lookup(Name(m.str(a[0]))) ?? a[1] }
        t.method("void Set(string name, System.Object value)") { m, _, a in try m.assign(Name(m.str(a[0])), a[1]); return .void }
        t.method("void Set(psvariable variable)") { m, _, a in
            if let v = a[0].cast(VariableView.self)?.variable { try m.assign(v.name, v.value) }
            return .void
        }
        t.method("void Remove(string name)") { m, _, a in m.removeVariable(Name(m.str(a[0])), in: try m.scope(named: nil)); return .void }
    }

    private static func paths(_ t: TypeBuilder) {
        t.property("System.Management.Automation.PathInfo CurrentLocation") { m, _ in m.lookup(Name("PWD")) ?? .null }
        t.property("System.Management.Automation.PathInfo CurrentFileSystemLocation") { m, _ in m.lookup(Name("PWD")) ?? .null }
        t.method("string GetUnresolvedProviderPathFromPSPath(string path)") { m, _, a in
            let path = m.str(a[0]).string
            return Value(path.hasPrefix("/") ? path : m.str(m.lookup(Name("PWD")) ?? .null).string + "/" + path)
        }
        t.method("string Combine(string parent, string child)") { m, _, a in
            let parent = m.str(a[0]).string, child = m.str(a[1]).string
            return Value((parent.hasSuffix("/") ? String(parent.dropLast()) : parent) + "/" + (child.hasPrefix("/") ? String(child.dropFirst()) : child))
        }
    }
}
