/// The commands of a session that no scope owns: cmdlets by name, and what looks further (programs, scripts).
public final class CommandTable {
    private var cmdlets: [Name: CmdletInfo] = [:]
    /// Cmdlets that are made when they are first named.
    private var makers: [Name: () -> CmdletInfo] = [:]
    /// What names cmdlets before the first is looked for.
    private var sources: [(CommandTable) -> Void] = []
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
    /// A cmdlet that is made when it is first named.
    public func register(_ name: String, make: @escaping () -> CmdletInfo) { makers[Name(name)] = make }
    /// Adds what registers cmdlets: it runs when the first is looked for.
    public func add(source: @escaping (CommandTable) -> Void) { sources.append(source) }
    private func settle() { while !sources.isEmpty { sources.removeFirst()(self) } }

    public func cmdlet(_ name: Name) -> CmdletInfo? {
        if let c = cmdlets[name] { return c }
        settle()
        if let make = makers.removeValue(forKey: name) {
            let c = make()
            cmdlets[name] = c
            return c
        }
        let text = name.text
        for f in finders { if let c = f(text) { cmdlets[name] = c; return c } }
        return nil
    }
    public var registered: [CmdletInfo] {
        settle()
        for n in Array(makers.keys) { _ = cmdlet(n) }
        return Array(cmdlets.values)
    }
    /// Names and meanings of the aliases that a session begins with: asked for before an alias is first looked at.
    public var builtInAliases: (() -> [(name: String, definition: String)])?
}
