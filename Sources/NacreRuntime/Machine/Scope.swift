import NacreSyntax

/// The names of a script block's slots, in order.
public final class Layout {
    public private(set) var names: [Name] = []
    private var lookup: [Name: Int32] = [:]
    public init() {}
    /// The slot of a name, or -1.
    @inline(__always) func slot(of name: Name) -> Int {
        let n = names.count
        if n > 12 { return Int(lookup[name] ?? -1) }
        return names.withUnsafeBufferPointer { p in
            var i = 0
            while i < n { if p[i] == name { return i }; i += 1 }
            return -1
        }
    }
    func add(_ name: Name) -> Int {
        let s = slot(of: name)
        if s >= 0 { return s }
        lookup[name] = Int32(names.count)
        names.append(name)
        return names.count - 1
    }
    public var count: Int { names.count }
}

/// The variables and functions of one running block. Slots lie on the machine's stack; what was added at run time
/// (`Set-Variable`, dot-sourced code, the prompt) lies in `extra`.
public final class Scope {
    // Unretained: a call sets them, and what they lead to outlives it.
    var parentRef: Unmanaged<Scope>?
    var layoutRef: Unmanaged<Layout>
    var homeRef: Unmanaged<SessionState>
    var commandRef: Unmanaged<CommandInfo>?
    var siteRef: Unmanaged<CommandNode>?
    /// The scope of a block that is still running, or the session's own.
    public internal(set) var parent: Scope? {
        get { parentRef?.takeUnretainedValue() }
        set { parentRef = newValue.map(Unmanaged.passUnretained) }
    }
    public var layout: Layout { layoutRef.takeUnretainedValue() }
    var slots: UnsafeMutablePointer<Value>
    public internal(set) var extra: [Name: Variable]? { didSet { isDirty = true; extraVersion &+= 1 } }
    /// Changes with the variables in `extra`, their values apart.
    private(set) var extraVersion = 0
    var functions: [Name: FunctionInfo]? { didSet { isDirty = true } }
    var aliases: [Name: AliasInfo]? { didSet { isDirty = true } }
    /// The module or session whose code runs here.
    public internal(set) var home: SessionState {
        get { homeRef.takeUnretainedValue() }
        set { homeRef = .passUnretained(newValue) }
    }
    /// The function or script that runs here, and the call it was called by.
    var command: CommandInfo? {
        get { commandRef?.takeUnretainedValue() }
        set { commandRef = newValue.map(Unmanaged.passUnretained) }
    }
    var site: CommandNode? {
        get { siteRef?.takeUnretainedValue() }
        set { siteRef = newValue.map(Unmanaged.passUnretained) }
    }
    /// Something beside slots was put here.
    var isDirty = false
    /// True for the scope of a script file or module, which `$script:` means.
    var isScript = false
    /// It has variables that blocks called from here do not see.
    var hasPrivate = false
    /// The block that runs here has not ended.
    var isLive = true
    /// What runs here, for the call stack and `$MyInvocation`.
    public internal(set) var frame: FrameInfo?
    var strictMode: Int8 = -1

    init(parent: Scope?, layout: Layout, slots: UnsafeMutablePointer<Value>, home: SessionState) {
        parentRef = parent.map(Unmanaged.passUnretained)
        layoutRef = .passUnretained(layout)
        self.slots = slots
        homeRef = .passUnretained(home)
    }
}

/// What a scope's code is: for `$MyInvocation`, `Get-PSCallStack` and error positions.
public final class FrameInfo {
    public let name: String
    public let command: CommandInfo?
    public let source: Source?
    /// Where it was called.
    public let callSite: ScriptPosition?
    public var boundParameters: Table?
    public var invocationName: String
    public init(name: String, command: CommandInfo?, source: Source?, callSite: ScriptPosition?, invocationName: String? = nil) {
        self.name = name
        self.command = command
        self.source = source
        self.callSite = callSite
        self.invocationName = invocationName ?? name
    }
}
