/// The common parameters that a call gave; nil where it gave none.
public struct CommonParameters {
    public var errorAction: ActionPreference?, warningAction: ActionPreference?
    public var informationAction: ActionPreference?, progressAction: ActionPreference?
    public var verbose: Bool?, debug: Bool?, whatIf: Bool?, confirm: Bool?
    /// Names of variables; a `+` before one means to append.
    public var errorVariable: String?, warningVariable: String?, informationVariable: String?, outVariable: String?
    public var pipelineVariable: String?
    public var outBuffer: Int32?
    /// True where any of them was given.
    public var isPresent = false
    public init() {}

    /// One common parameter: its place in the table below decides what it sets.
    struct Declaration { let parameter: ParameterMetadata; let set: (inout CommonParameters, Value, Machine) -> Void }

    private static func action(_ name: String, _ alias: String, _ path: WritableKeyPath<CommonParameters, ActionPreference?>) -> Declaration {
        declare(name, alias, .actionPreference) { c, v, _ in c[keyPath: path] = ActionPreference(v) }
    }
    private static func flag(_ name: String, _ alias: String, _ path: WritableKeyPath<CommonParameters, Bool?>) -> Declaration {
        declare(name, alias, .switchParameter) { c, v, _ in c[keyPath: path] = v.isTrue }
    }
    private static func variable(_ name: String, _ alias: String, _ path: WritableKeyPath<CommonParameters, String?>) -> Declaration {
        let d = declare(name, alias, .string) { c, v, m in c[keyPath: path] = m.str(v).string }
        d.parameter.rules = [NotNullOrEmptyRule()]
        return d
    }
    private static func declare(_ name: String, _ alias: String, _ type: TypeRef, _ set: @escaping (inout CommonParameters, Value, Machine) -> Void) -> Declaration {
        let p = ParameterMetadata(name, type: type)
        p.aliases = [alias]
        return Declaration(parameter: p, set: set)
    }
    /// What every cmdlet and advanced function has, in the order that PowerShell lists them.
    static let always: [Declaration] = [
        flag("Verbose", "vb", \.verbose), flag("Debug", "db", \.debug),
        action("ErrorAction", "ea", \.errorAction), action("WarningAction", "wa", \.warningAction),
        action("InformationAction", "infa", \.informationAction), action("ProgressAction", "proga", \.progressAction),
        variable("ErrorVariable", "ev", \.errorVariable), variable("WarningVariable", "wv", \.warningVariable),
        variable("InformationVariable", "iv", \.informationVariable), variable("OutVariable", "ov", \.outVariable),
        declare("OutBuffer", "ob", .int) { c, v, _ in if case .int(let i) = v { c.outBuffer = i } },
        variable("PipelineVariable", "pv", \.pipelineVariable),
    ]
    /// What commands with `SupportsShouldProcess` have besides.
    static let shouldProcess: [Declaration] = [flag("WhatIf", "wi", \.whatIf), flag("Confirm", "cf", \.confirm)]
    static let withShouldProcess = always + shouldProcess

    /// The names of the common parameters, `WhatIf` and `Confirm` not among them.
    public static let names: [String] = always.map(\.parameter.name)
    /// Metadata of the common parameters, for listing.
    public static func parameters(shouldProcess: Bool) -> [ParameterMetadata] { (shouldProcess ? withShouldProcess : always).map(\.parameter) }
}
