import NacreRuntime
import NacreTypes

/// The variables that a session starts with.
enum StandardVariables {
    static func register(in session: Session) {
        let m: Machine = session.machine
        func set(_ name: String, _ v: Value, _ options: VariableOptions = []) { m.defineGlobal(name, v, options: options) }
        // Made when first read: a session that starts for one command pays for none of them.
        func later(_ name: String, _ options: VariableOptions = [], _ make: @escaping (Machine) -> Value) {
            let v = Variable(Name(name), .null)
            v.options = options
            v.getter = { [unowned v] m in
                let made = make(m)
                v.value = made
                v.getter = nil
                return made
            }
            m.defineGlobal(v)
        }
        set("true", .bool(true), [.constant, .allScope])
        set("false", .bool(false), [.constant, .allScope])
        set("null", .null)
        set("Error", .object(session.errors), [.constant])
        set("PID", .int(getpid()), [.constant, .allScope])
        set("HOME", Value(getenv("HOME").map { String(cString: $0) } ?? "/"), [.readOnly, .allScope])
        for (name, on) in [("IsLinux", true), ("IsWindows", false), ("IsMacOS", false), ("IsCoreCLR", true)] { set(name, .bool(on), [.readOnly, .allScope]) }
        set("PSEdition", Value("Core"), [.constant, .allScope])
        set("ShellId", Value("Microsoft.PowerShell"), [.constant, .allScope])
        set("PSCulture", Value("en-US"), [.readOnly, .allScope])
        set("PSUICulture", Value("en-US"), [.readOnly, .allScope])
        set("LASTEXITCODE", .null)
        set("OFS", .undef)
        preferences(m)
        set("WhatIfPreference", .bool(false))
        set("MaximumHistoryCount", .int(4096))
        set("FormatEnumerationLimit", .int(4))
        later("PSHOME", [.constant, .allScope]) { _ in Value(folderOfProgram) }
        set("Host", HostVariable.value, [.constant, .allScope])
        set("ExecutionContext", ExecutionContextVariable.value, [.constant, .allScope])
        later("PSVersionTable", [.constant, .allScope]) { m in versionTable(m) }
        later("PSStyle") { m in StyleVariable.make(plain: !m.session.host.hasColor) }
        set("PSSessionConfigurationName", Value("http://schemas.microsoft.com/powershell/Microsoft.PowerShell"))
        set("PSEmailServer", .object(Str.empty))
        set("EnabledExperimentalFeatures", .object(PSArray([])), [.constant, .allScope])
        set("^", .null)
        set("$", .object(Str.empty))
        set("StackTrace", .object(Str.empty))
        later("OutputEncoding") { m in
            guard let utf8 = m.session.types.find("System.Text.UTF8Encoding") else { return .null }
            return (try? m.pass([]) { try m.construct(utf8, $0) }) ?? .null
        }
        later("PROFILE") { _ in profile() }
        let defaults = Variable(Name("PSDefaultParameterValues"), .object(DefaultParameters.make()))
        defaults.constraint = DefaultParameters()
        m.defineGlobal(defaults)
        current(m)
        set("NestedPromptLevel", .int(0))
        set("PSNativeCommandUseErrorActionPreference", .bool(false))
    }

    /// Preferences take the labels of their enums only.
    private static func preferences(_ m: Machine) {
        func preference(_ name: String, _ type: TypeRef, _ value: Value) {
            let v = Variable(Name(name), value)
            v.constraint = EnumConstraint(type)
            m.defineGlobal(v)
        }
        for (name, value) in [("ErrorActionPreference", ActionPreference.continue), ("WarningPreference", .continue), ("VerbosePreference", .silentlyContinue),
                              ("DebugPreference", .silentlyContinue), ("InformationPreference", .silentlyContinue), ("ProgressPreference", .continue)] {
            preference(name, .actionPreference, value.value)
        }
        preference("ConfirmPreference", .confirmImpact, .object(EnumValue(.confirmImpact, ConfirmImpact.high.rawValue)))
        let view = TypeRef("ErrorView", namespace: "System.Management.Automation", code: .enumeration, base: .enumBase, element: .int, isValueType: true)
        view.labels = EnumLabels([("NormalView", 0), ("CategoryView", 1), ("ConciseView", 2), ("DetailedView", 3)], flags: false)
        m.session.types.register(view)
        preference("ErrorView", view, .object(EnumValue(view, 2)))
    }

    /// Variables that say where the running code is: made at each read, for those who look them up by name.
    private static func current(_ m: Machine) {
        func computed(_ name: String, _ get: @escaping (Machine) -> Value) {
            let v = Variable(Name(name), .null)
            v.getter = get
            m.defineGlobal(v)
        }
        computed("args") { _ in .object(PSArray([])) }
        computed("PSCommandPath") { m in Value(m.scriptPath ?? "") }
        computed("PSScriptRoot") { m in Value(m.scriptPath.map { Machine.folder(of: $0) } ?? "") }
        computed("MyInvocation") { m in .object(m.scriptInvocation) }
    }

    private static let folderOfProgram: String = {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let n = readlink("/proc/self/exe", &buffer, buffer.count)
        return n > 0 ? Machine.folder(of: String(decoding: buffer[..<n], as: UTF8.self)) : "/"
    }()

    /// The version of PowerShell whose language this is.
    static let languageVersion = "7.6.5"
    private static func versionTable(_ m: Machine) -> Value {
        func version(_ text: String) -> Value { (try? m.convert(Value(text), to: .version)) ?? Value(text) }
        let semantic = m.session.types.find("semver").flatMap { try? m.convert(Value(languageVersion), to: $0) } ?? version(languageVersion)
        let t = Table(type: .versionTable, rule: .ignoringCase)
        func add(_ name: String, _ v: Value) { t.set(Value(name), v) }
        add("PSVersion", semantic)
        add("PSEdition", Value("Core"))
        add("GitCommitId", Value(languageVersion))
        add("OS", Value(operatingSystem()))
        add("Platform", Value("Unix"))
        add("PSCompatibleVersions", .object(PSArray(["1.0", "2.0", "3.0", "4.0", "5.0", "5.1", "6.0", "7.0"].map(version))))
        add("PSRemotingProtocolVersion", version("2.4"))
        add("SerializationVersion", version("1.1.0.1"))
        add("WSManStackVersion", version("3.0"))
        return .object(t)
    }
    private static func operatingSystem() -> String {
        guard let file = fopen("/etc/os-release", "r") else { return "Linux" }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 512)
        while fgets(&line, 512, file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if text.hasPrefix("PRETTY_NAME=") { return text.dropFirst(12).filter { $0 != "\"" && $0 != "\n" } }
        }
        return "Linux"
    }

    /// `$PROFILE`: the path of the user's profile, with those of the other three as properties.
    private static func profile() -> Value {
        let config = getenv("XDG_CONFIG_HOME").map { String(cString: $0) } ?? (getenv("HOME").map { String(cString: $0) } ?? "") + "/.config"
        let own = Value(config + "/nacre/profile.ps1")
        let path = Wrapped(own)
        let e = ExtendedMembers()
        for (name, v) in [("AllUsersAllHosts", Value("/etc/nacre/profile.ps1")), ("AllUsersCurrentHost", Value("/etc/nacre/profile.ps1")), ("CurrentUserAllHosts", own), ("CurrentUserCurrentHost", own)] {
            e.set(Name(name), NoteMember(Str(name), v))
        }
        path.extended = e
        return .object(path)
    }
}

/// `$PSDefaultParameterValues`: any table assigned becomes one whose keys are `command:parameter`.
final class DefaultParameters: VariableConstraint {
    static func make() -> Table { Table(type: .defaultParameters, rule: .ignoringCase) }
    func admit(_ value: Value, _ m: Machine) throws -> Value {
        guard let given = value.unwrapped.obj as? Table else { return value }
        if given.type === TypeRef.defaultParameters { return value }
        let t = DefaultParameters.make()
        var wrong: String?
        given.forEachPair { k, v in
            let key = m.str(k).string
            if key.lowercased() != "disabled", !key.contains(":") { wrong = key; return false }
            t.set(k, v)
            return true
        }
        if let wrong {
            let text = "Cannot convert value \"System.Collections.Hashtable\" to type \"System.Management.Automation.DefaultParameterDictionary\". Error: \"The key '\(wrong)' does not have a valid format. For information about the correct format, see about_Parameters_Default_Values at https://go.microsoft.com/fwlink/?LinkId=228266.\""
            throw PSError(ErrorRecord(ExceptionValue(.argumentTransformationMetadataException, text), id: "RuntimeException", category: .metadataError))
        }
        return .object(t)
    }
}

extension TypeRef {
    static let versionTable = TypeRef("PSVersionHashTable", namespace: "System.Management.Automation", code: .hashtable, base: .hashtable)
    static let defaultParameters = TypeRef("DefaultParameterDictionary", namespace: "System.Management.Automation", code: .hashtable, base: .hashtable)
}
