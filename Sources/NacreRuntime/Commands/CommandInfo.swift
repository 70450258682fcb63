import NacreSyntax

public enum CommandKind: String, Sendable { case alias = "Alias", function = "Function", filter = "Filter", cmdlet = "Cmdlet", externalScript = "ExternalScript", application = "Application", script = "Script" }

/// A command that a name can mean.
public class CommandInfo: Obj {
    public final let name: String
    public final let commandKind: CommandKind
    public final var moduleName: String?
    init(_ name: String, _ kind: CommandKind) { self.name = name; commandKind = kind; super.init(kind: .native) }
    public override func text(_ culture: Culture) -> String? { name }
    public override var type: TypeRef {
        switch commandKind {
        case .alias: .aliasInfo
        case .function, .script: .functionInfo
        case .filter: .filterInfo
        case .cmdlet: .cmdletInfo
        case .externalScript: .externalScriptInfo
        case .application: .applicationInfo
        }
    }
    /// What its parameters are; nil where it has no declared ones (programs).
    public func metadata(_ m: Machine) throws -> CommandMetadata? { nil }
}

/// A native cmdlet: declared once, made anew for each call.
public final class CmdletInfo: CommandInfo {
    /// The .NET class of PowerShell's own, the second half of its error ids: `Microsoft.PowerShell.Commands.GetDateCommand`.
    public let className: String
    /// False for a command of PowerShell's that only says that Nacre does not have it.
    public var isSupported = true
    private let describe: () -> CommandMetadata
    public let make: () -> Cmdlet
    private var known: CommandMetadata?
    public init(_ name: String, className: String, module: String, metadata: @escaping () -> CommandMetadata, make: @escaping () -> Cmdlet) {
        self.className = className
        describe = metadata
        self.make = make
        super.init(name, .cmdlet)
        moduleName = module
    }
    public override func metadata(_ m: Machine) throws -> CommandMetadata? {
        if let known { return known }
        let made = describe()
        known = made
        return made
    }
}

/// A function or filter.
public final class FunctionInfo: CommandInfo {
    public let block: ScriptBlock
    public var options: VariableOptions = []
    public var description: String?
    /// The compiled body, where a call with positional values needs no binder; set when the function is first called.
    private(set) var simple: CompiledBlock?
    private var isKnown = false
    func prepare(_ m: Machine) throws {
        guard !isKnown else { return }
        isKnown = true
        let b = try block.code.compiled(m)
        if b.isSimple, !b.hasInput, !block.isOfModule { simple = b }
    }
    public init(_ name: String, block: ScriptBlock, isFilter: Bool = false) { self.block = block; super.init(name, isFilter ? .filter : .function) }
    public override func metadata(_ m: Machine) throws -> CommandMetadata? { try block.code.metadata(m) }
}

public final class AliasInfo: CommandInfo {
    public let definition: String
    public var options: VariableOptions = []
    public var description: String?
    public init(_ name: String, definition: String) { self.definition = definition; super.init(name, .alias) }
}

/// A program on the file system.
public final class ApplicationInfo: CommandInfo {
    public let path: String
    public init(_ name: String, path: String) { self.path = path; super.init(name, .application) }
}

/// A `.ps1` file.
public final class ExternalScriptInfo: CommandInfo {
    public let path: String
    public init(_ name: String, path: String) { self.path = path; super.init(name, .externalScript) }
}
