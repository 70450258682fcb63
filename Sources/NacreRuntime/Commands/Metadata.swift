/// How a parameter takes part in one parameter set.
public struct SetMembership {
    /// The index in `CommandMetadata.sets`, or -1 for all sets.
    public var set: Int
    public var isMandatory = false
    /// From 0; nil for a named parameter.
    public var position: Int?
    public var fromPipeline = false
    public var fromPipelineByName = false
    public var fromRemaining = false
    public var helpMessage: String?
    public init(set: Int = -1) { self.set = set }
}

/// Changes or refuses an argument (`ValidateSet`, `ValidateRange`, an argument transformation, …).
public protocol ArgumentRule: AnyObject {
    /// Called before the conversion to the parameter's type; most rules give the value back.
    func transform(_ value: Value, _ m: Machine) throws -> Value
    /// Throws a ValidationMetadataException-like error where the converted value is refused.
    func validate(_ value: Value, _ m: Machine) throws
    /// What a completion can offer.
    var allowedValues: [String]? { get }
    /// Looks at the value alone: asking twice does nothing.
    var isPure: Bool { get }
}
extension ArgumentRule {
    public func transform(_ value: Value, _ m: Machine) throws -> Value { value }
    public func validate(_ value: Value, _ m: Machine) throws {}
    public var allowedValues: [String]? { nil }
    public var isPure: Bool { false }
}

/// A declared parameter.
public final class ParameterMetadata {
    public let name: String
    public let key: Name
    public let type: TypeRef
    public var aliases: [String] = []
    public var memberships: [SetMembership]
    public var rules: [ArgumentRule] = []
    public var allowsNull = false, allowsEmptyString = false, allowsEmptyCollection = false
    public var dontShow = false
    public var isSwitch: Bool { type.code == .switchParameter }
    public init(_ name: String, type: TypeRef, memberships: [SetMembership] = [SetMembership()]) {
        self.name = name
        key = Name(name)
        self.type = type
        self.memberships = memberships
    }
}

/// A command's parameters and sets.
public final class CommandMetadata {
    public let name: String
    /// In the order of declaration, common parameters not among them.
    public var parameters: [ParameterMetadata]
    /// Names of the parameter sets; empty where there is only the one of all parameters.
    public var sets: [String]
    /// The index of the default set, or nil.
    public var defaultSet: Int?
    public var supportsShouldProcess = false
    /// True for cmdlets and advanced functions, which have the common parameters and refuse unknown arguments.
    public var isAdvanced = true
    public var positionalBinding = true
    public var outputTypes: [String] = []
    public var confirmImpact = ConfirmImpact.medium
    var cachedTable: BindingTable?
    public init(_ name: String, parameters: [ParameterMetadata], sets: [String] = [], defaultSet: Int? = nil) {
        self.name = name
        self.parameters = parameters
        self.sets = sets
        self.defaultSet = defaultSet
    }
}
