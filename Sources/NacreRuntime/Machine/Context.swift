import NacreSyntax

/// What the running cmdlet or advanced function was called as and with.
public final class CommandContext {
    public let command: CommandInfo?
    public internal(set) var common: CommonParameters
    let site: CommandNode?
    /// The context of the command around it.
    let outer: CommandContext?
    /// Answers already given for all: `Yes to All`, `No to All`.
    public var confirmAll: Bool?
    init(command: CommandInfo?, common: CommonParameters, site: CommandNode?, outer: CommandContext?) {
        self.command = command; self.common = common; self.site = site; self.outer = outer
    }
    /// Where it was called.
    public var position: ScriptPosition? { site.map { ScriptPosition(source: $0.source, extent: $0.extent) } }
}

extension Machine {
    /// Marks a command's code as running: messages it writes follow what it was called with.
    @inline(__always) func running<R>(_ c: CommandContext?, _ body: () throws -> R) rethrows -> R {
        let before = context
        context = c
        defer { context = before }
        return try body()
    }

    /// Says in an error which command raised it, and where that was called.
    func attribute(_ e: PSError, to command: CommandInfo?, _ site: CommandNode?) {
        let r = e.record
        if r.command == nil { r.command = command }
        if r.commandClass == nil, let command {
            r.commandClass = (command as? CmdletInfo)?.className ?? command.name
        }
        if r.activity.isEmpty, let command { r.activity = command.name }
        if r.invocationName.isEmpty, let site, !r.exception.exceptionType.isSubtype(of: .parameterBindingException) { r.invocationName = site.invocationName }
        if let site { position(e, at: ScriptPosition(source: site.source, extent: site.extent)) }
    }
}

/// `$PSCmdlet` of an advanced function.
public final class ScriptCmdlet: Native {
    unowned let m: Machine
    public let command: CommandInfo?
    public let binder: ParameterBinder
    public let output: Sink
    public let context: CommandContext
    /// `ShouldProcess` and its answers, once asked.
    var confirmation: ShouldProcess?
    init(_ m: Machine, command: CommandInfo?, binder: ParameterBinder, output: Sink, context: CommandContext) {
        self.m = m; self.command = command; self.binder = binder; self.output = output; self.context = context
        super.init(.scriptCmdlet)
    }
}
extension TypeRef {
    public static let scriptCmdlet = TypeRef("PSScriptCmdlet", namespace: "System.Management.Automation", base: .object)
    public static let invocationInfo = TypeRef("InvocationInfo", namespace: "System.Management.Automation", base: .object)
}

/// `$MyInvocation`, and an error record's `InvocationInfo`.
public final class InvocationValue: Native {
    public let command: CommandInfo?
    /// As the call spells the command: an alias, `&` for a block.
    public let name: String
    /// The call; nil for a script that the command line started.
    public let position: ScriptPosition?
    public var boundParameters: Value
    var unbound: [Value] = []
    var expectsInput = false
    var pipelineLength = 1, pipelinePosition = 1
    /// The run of a script file.
    var isScript = false
    public init(command: CommandInfo?, name: String, position: ScriptPosition?, boundParameters: Value = .null) {
        self.command = command; self.name = name; self.position = position; self.boundParameters = boundParameters
        super.init(.invocationInfo)
    }
    /// What an error says of the command that raised it.
    public convenience init(_ r: ErrorRecord) {
        self.init(command: r.command, name: r.invocationName, position: r.position, boundParameters: r.boundParameters.map { .object($0) } ?? .null)
    }
    /// The line of the script that the call begins on.
    var line: String { position.map { $0.source.line(of: $0.extent.start) } ?? "" }
}

extension CommandNode {
    /// How the call names its command: `$MyInvocation.InvocationName`.
    var invocationName: String {
        guard nameNode != nil else { return spelling }
        return invocation == .dot ? "." : "&"
    }
}
