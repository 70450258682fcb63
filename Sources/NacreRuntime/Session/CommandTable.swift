/// The commands of a session that no scope owns: cmdlets by name, and what looks further (programs, scripts).
public final class CommandTable {
    private var cmdlets: [Name: CmdletInfo] = [:]
    /// Asked for a cmdlet that is not there yet (models and data files make theirs when first named).
    public var finders: [(String) -> CmdletInfo?] = []
    /// Gives all names that the finders could find.
    public var listers: [() -> [String]] = []
    /// Looks for programs and scripts.
    public var external: ((String) -> CommandInfo?)?
    /// Changes whenever a name may mean something else: calls remember what they found under it.
    public internal(set) var epoch = 0
    public init() {}

    public func register(_ c: CmdletInfo) { cmdlets[Name(c.name)] = c; epoch += 1 }
    public func cmdlet(_ name: Name) -> CmdletInfo? {
        if let c = cmdlets[name] { return c }
        let text = name.text
        for f in finders { if let c = f(text) { cmdlets[name] = c; return c } }
        return nil
    }
    public var registered: [CmdletInfo] { Array(cmdlets.values) }
}
