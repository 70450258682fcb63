/// A cmdlet of an entity: a verb with its parameter sets.
public struct VerbSchema: Equatable, Sendable {
    /// `New`, `Get`, `Set`, `Remove`, `Grant`, `Enable`, `Disable`, ….
    public var verb: String
    public var parameterSets: [ParameterSetSchema]
    /// The set that is meant where several fit; nil: the first.
    public var defaultSet: String?
    /// It has `-WhatIf` and `-Confirm`.
    public var supportsShouldProcess: Bool
    /// `Low`, `Medium`, `High`.
    public var confirmImpact: String
    /// The .NET type of what it puts out, if it does.
    public var outputType: String?
    public var help: String

    public init(_ verb: String, parameterSets: [ParameterSetSchema], defaultSet: String? = nil, supportsShouldProcess: Bool = false,
                confirmImpact: String = "Medium", outputType: String? = nil, help: String = "") {
        self.verb = verb; self.parameterSets = parameterSets; self.defaultSet = defaultSet; self.supportsShouldProcess = supportsShouldProcess
        self.confirmImpact = confirmImpact; self.outputType = outputType; self.help = help
    }
}

/// One way of calling a cmdlet.
public struct ParameterSetSchema: Equatable, Sendable {
    /// Empty where the documentation gives no name.
    public var name: String
    public var parameters: [ParameterSchema]
    public init(_ name: String, _ parameters: [ParameterSchema]) { self.name = name; self.parameters = parameters }
}

/// A parameter within a set. One named as a property of the entity gives that property's value; the others have their meaning from the
/// verb (`Identity`, `Filter`, `Instance`, `LocalStore`, `InMemory`, `Force`, `Parent`, `Name`, `PolicyName`, `PassThru`, …).
public struct ParameterSchema: Equatable, Sendable {
    public var name: String
    /// As the documentation spells it: `SwitchParameter`, `Boolean`, `XdsIdentity`, `PSListModifier`, ….
    public var typeName: String
    public var isMandatory: Bool
    public var position: Int?
    public var byValue: Bool
    public var byPropertyName: Bool
    public var aliases: [String]

    public init(_ name: String, _ typeName: String, isMandatory: Bool = false, position: Int? = nil, byValue: Bool = false,
                byPropertyName: Bool = false, aliases: [String] = []) {
        self.name = name; self.typeName = typeName; self.isMandatory = isMandatory; self.position = position
        self.byValue = byValue; self.byPropertyName = byPropertyName; self.aliases = aliases
    }
}
