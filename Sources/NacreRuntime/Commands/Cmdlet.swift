import NacreSyntax

/// A native cmdlet's run: subclasses read `arg`, write objects and errors. One object a call.
open class Cmdlet {
    public internal(set) var m: Machine!
    public internal(set) var command: CommandInfo!
    /// Values by parameter, in the order of the metadata; `.undef` where nothing was bound.
    public internal(set) var values: [Value] = []
    public internal(set) var metadata: CommandMetadata!
    public internal(set) var parameterSet: String = "__AllParameterSets"
    /// True where objects come through the pipeline.
    public internal(set) var expectsInput = false
    /// `-ErrorAction`, `-Verbose` and the other common parameters of this call.
    public internal(set) var common = CommonParameters()
    /// The call in the script.
    public internal(set) var callSite: ScriptPosition?
    var output: Sink!
    private var confirmation: ShouldProcess?
    public init() {}

    /// Before any input. Parameters that the pipeline feeds are not bound yet.
    open func begin() throws {}
    /// Once for each input object, or once where there is no pipeline.
    open func process() throws {}
    open func end() throws {}
    /// Runs in any case at the end, also after errors and early stops.
    open func cleanup() {}

    public var session: Session { m.session }

    /// The value bound to a parameter, or nil.
    public final func arg(_ name: String) -> Value? {
        guard let i = index(name) else { return nil }
        return arg(at: i)
    }
    /// The place of a parameter, for cmdlets that read one for each object.
    public final func index(_ name: String) -> Int? { metadata.parameters.firstIndex { $0.name == name } }
    @inline(__always) public final func arg(at i: Int) -> Value? {
        let v = values[i]
        return v.isUndef ? nil : v
    }
    public final func has(_ name: String) -> Bool { arg(name) != nil }
    /// A switch: true where given and not `:$false`.
    public final func flag(_ name: String) -> Bool {
        switch arg(name) { case .bool(let b)?: b; case .some(let v): v.isTrue; case nil: false }
    }
    public final func string(_ name: String) -> String? { arg(name).map { m.str($0).string } }
    /// The texts of a `string[]` parameter; nil where it was not given.
    public final func strings(_ name: String) -> [String]? {
        guard let v = arg(name), !v.isNull else { return nil }
        if let s = v.unwrapped.obj as? Seq { return s.elements.map { m.str($0).string } }
        return [m.str(v).string]
    }
    public final func int(_ name: String) -> Int? {
        switch arg(name)?.unwrapped {
        case .int(let i)?: Int(i)
        case .long(let i)?: Int(i)
        case .uint(let i)?: Int(i)
        case .byte(let i)?: Int(i)
        default: nil
        }
    }
    /// The elements of an array parameter, or its one value; empty where it was not given.
    public final func list(_ name: String) -> [Value] {
        guard let v = arg(name) else { return [] }
        if let s = v.unwrapped.obj as? Seq { return Array(s.elements) }
        return [v]
    }

    /// Puts an object into the pipeline as one thing.
    @inline(__always) public final func write(_ v: Value) throws { try output.put(v) }
    /// Puts the elements of a collection, or the one thing.
    public final func writeEach(_ v: Value) throws { try m.unroll(v, into: output) }
    /// Where the output goes, for code that writes it itself.
    public final var sink: Sink { output }

    // Streams

    /// Writes a non-terminating error as this command's.
    public final func writeError(_ record: ErrorRecord) throws { try m.writeError(claimed(record), action: common.errorAction) }
    public final func writeError(_ type: TypeRef = .exception, id: String, _ message: String, category: ErrorCategory = .notSpecified, target: Value = .null) throws {
        try writeError(ErrorRecord(ExceptionValue(type, message), id: id, category: category, target: target))
    }
    /// An error that ends this command; throw it.
    public final func terminating(_ type: TypeRef = .exception, id: String, _ message: String, category: ErrorCategory = .notSpecified, target: Value = .null) -> PSError {
        PSError(claimed(ErrorRecord(ExceptionValue(type, message), id: id, category: category, target: target)))
    }
    public final func terminating(_ record: ErrorRecord) -> PSError { PSError(claimed(record)) }
    /// The record with this command's name, class and place, unless it has those of another.
    public final func claimed(_ record: ErrorRecord) -> ErrorRecord {
        if record.commandClass == nil { record.commandClass = (command as? CmdletInfo)?.className ?? command.name }
        if record.activity.isEmpty { record.activity = command.name }
        if record.command == nil { record.command = command }
        if record.position == nil { record.position = callSite }
        return record
    }
    public final func writeWarning(_ text: String) throws { try m.writeWarning(text, action: common.warningAction, by: command) }
    public final func writeVerbose(_ text: String) throws { try m.writeVerbose(text, action: common.verbose.map { $0 ? .continue : .silentlyContinue }, by: command) }
    public final func writeDebug(_ text: String) throws { try m.writeDebug(text, action: common.debug.map { $0 ? .continue : .silentlyContinue }, by: command) }

    // Confirmation

    private var asking: ShouldProcess {
        if let confirmation { return confirmation }
        let c = ShouldProcess(m, command: command, common: common, impact: metadata.confirmImpact)
        confirmation = c
        return c
    }
    /// True where the command is to go ahead: not under `-WhatIf` (which shows what would happen), nor where the user says no.
    /// - Parameter action: what is done; by default the command's name.
    public final func shouldProcess(_ target: String, _ action: String? = nil) throws -> Bool { try asking.ask(target: target, action: action ?? command.name) }
    /// A question asked in any case, unless all such questions of this run were answered together.
    public final func shouldContinue(_ question: String, caption: String) throws -> Bool { try asking.askToContinue(question, caption: caption) }
}
