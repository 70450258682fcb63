/// The variables, functions and exports of the session itself or of one module.
public final class SessionState {
    /// Nil for the session itself.
    public let moduleName: String?
    /// The module whose state this is; nil for the session itself.
    public internal(set) weak var module: ModuleValue?
    /// The innermost of this state's scopes that code of another state was called from: blocks of this state run below it meanwhile.
    var resume: Unmanaged<Scope>?
    /// What a module's state keeps alive.
    var ownScope: Scope?
    public internal(set) var global: Scope!
    public init(moduleName: String? = nil) { self.moduleName = moduleName }
}

/// Formats what comes as the display does and writes the text on.
open class TextDisplay: Sink {
    /// Ends what is open: a table whose rows are gathered.
    open func finish() throws {}
}

/// A shell: everything it knows and holds. Two sessions in one process do not see each other.
public final class Session {
    public let types: TypeCatalog
    public let commands: CommandTable
    /// Members and display properties that types have beside their own.
    public let typeData = TypeDataTable()
    public let host: Host
    public let state = SessionState()
    /// `$Error`, the newest first.
    public let errors: PSList
    public private(set) var machine: Machine!
    /// Set from a signal handler or another thread; polled on loops and calls.
    public let interrupt = InterruptFlag()
    /// How values become what only others know to make.
    public let conversions = ConversionHooks()
    /// Regular expressions in use.
    public private(set) lazy var regexes = RegexEngine(interrupt)
    /// Wildcard patterns in use.
    let wildcards = WildcardCache()
    /// What models, providers and other parts keep with the session, by their type.
    private var services: [ObjectIdentifier: AnyObject] = [:]

    public init(host: Host) {
        self.host = host
        types = TypeCatalog()
        commands = CommandTable()
        errors = PSList(type: .arrayList, element: .object)
        machine = Machine(session: self)
    }

    /// Reads and parses a script file; given by the module that knows files.
    public var loadScript: ((String) throws -> BlockCode)?
    /// Reads and writes `$env:X`, `$function:f` and the like: given by the module that knows drives.
    public var readDrive: ((Machine, String, String) throws -> Value)?
    public var writeDrive: ((Machine, String, String, Value) throws -> Void)?
    /// The lines of a file, for `switch -File`.
    public var readLines: ((Machine, String) throws -> Value)?
    /// The sink that shows what a run puts out.
    public var display: Sink?
    /// Makes a display of a width that writes its text elsewhere: what Out-File and redirections to files use.
    public var makeTextDisplay: ((_ width: Int, _ write: @escaping (Str) throws -> Void) -> TextDisplay)?
    /// Ends a display that is open (a table whose rows are gathered).
    public var finishDisplay: (() -> Void)?
    public func isDisplay(_ s: Sink) -> Bool { s === display }

    /// Gives up what services hold: stores are closed, deliveries stopped.
    public func close() { services.removeAll() }

    /// The session's one object of a kind.
    public func service<T: AnyObject>(_ type: T.Type) -> T? { services[ObjectIdentifier(type)] as? T }
    public func register<T: AnyObject>(_ service: T) { services[ObjectIdentifier(T.self)] = service }
}
