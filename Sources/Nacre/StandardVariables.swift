import NacreRuntime

/// The variables that a session starts with.
enum StandardVariables {
    static func register(in session: Session) {
        let m: Machine = session.machine
        func set(_ name: String, _ v: Value, _ options: VariableOptions = []) { m.defineGlobal(name, v, options: options) }
        set("true", .bool(true), [.constant, .allScope])
        set("false", .bool(false), [.constant, .allScope])
        set("null", .null)
        set("Error", .object(session.errors), [.constant])
        set("PID", .int(getpid()), [.constant, .allScope])
        set("HOME", Value(getenv("HOME").map { String(cString: $0) } ?? "/"), [.readOnly, .allScope])
        set("IsLinux", .bool(true), [.constant, .allScope])
        set("IsWindows", .bool(false), [.constant, .allScope])
        set("IsMacOS", .bool(false), [.constant, .allScope])
        set("IsCoreCLR", .bool(true), [.constant, .allScope])
        set("PSEdition", Value("Core"), [.constant, .allScope])
        set("ShellId", Value("Microsoft.PowerShell"), [.constant, .allScope])
        set("PSCulture", Value("en-US"), [.readOnly, .allScope])
        set("PSUICulture", Value("en-US"), [.readOnly, .allScope])
        set("LASTEXITCODE", .null)
        set("OFS", .undef)
        for (name, value) in [("ErrorActionPreference", ActionPreference.continue), ("WarningPreference", .continue), ("VerbosePreference", .silentlyContinue),
                              ("DebugPreference", .silentlyContinue), ("InformationPreference", .silentlyContinue), ("ProgressPreference", .continue)] { set(name, value.value) }
        set("ConfirmPreference", .object(EnumValue(.confirmImpact, ConfirmImpact.high.rawValue)))
        set("WhatIfPreference", .bool(false))
        set("MaximumHistoryCount", .int(4096))
        set("NestedPromptLevel", .int(0))
        set("PSNativeCommandUseErrorActionPreference", .bool(false))
    }
}
