import NacreRuntime
import NacreSchema

/// A cmdlet of a model: what the reference says about it, and what runs.
public struct ModelCmdlet {
    public var name: String
    public var verb: VerbSchema
    /// The entity that it is a verb of; nil where it is none's.
    public var entity: EntitySchema?
    /// The .NET class of the product's own cmdlet, the second half of its error ids.
    public var className: String
    /// Makes one run; nil: what it does is not supported.
    public var make: (() -> ModelCmdletRun)?

    public init(name: String, verb: VerbSchema, entity: EntitySchema?, className: String, make: (() -> ModelCmdletRun)?) {
        self.name = name; self.verb = verb; self.entity = entity; self.className = className; self.make = make
    }
}

/// Where a model's cmdlets come from. A name costs nothing until it is asked for.
public protocol CmdletCatalog: AnyObject {
    /// The cmdlet of a name in any case; nil where the model has none of that name.
    func cmdlet(_ name: String) -> ModelCmdlet?
    /// All names.
    var cmdletNames: [String] { get }
    /// An enum or other type of the model's own by the key that parameters carry: its full name and an enum's words.
    func typeOf(_ key: String) -> (fullName: String, values: [String])?
}

extension ModelCmdlet {
    /// What runs a verb of an entity by the schema alone; nil for a verb that no schema describes.
    public static func standardRun(_ verb: String) -> (() -> ModelCmdletRun)? {
        switch verb {
        case "Get": { GetEntity() }
        case "New": { NewEntity() }
        case "Set": { SetEntity() }
        case "Remove": { RemoveEntity() }
        case "Grant": { GrantEntity() }
        case "Enable", "Disable": { SwitchEntity() }
        default: nil
        }
    }
}
