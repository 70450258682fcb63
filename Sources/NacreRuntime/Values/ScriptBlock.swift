import NacreSyntax

/// A script block value: code, and the session state and captured variables it runs with.
public final class ScriptBlock: Obj {
    public let code: BlockCode
    /// Variables captured by `GetNewClosure()`.
    public let captured: [Name: Variable]?
    /// The module (or the session itself) whose script scope the block sees.
    public let home: SessionState?
    let homeRef: Unmanaged<SessionState>?
    /// Written in a module: runs below the module's own scope, whoever calls it.
    let isOfModule: Bool
    var isClosure: Bool { captured != nil }
    public init(_ code: BlockCode, captured: [Name: Variable]? = nil, home: SessionState? = nil) {
        self.code = code
        self.captured = captured
        self.home = home
        homeRef = home.map(Unmanaged.passUnretained)
        isOfModule = home?.moduleName != nil
        super.init(kind: .scriptBlock)
    }
    public override var type: TypeRef { TypeRef.scriptBlock }
    /// The text between the braces.
    public override func text(_ culture: Culture) -> String? { code.text }
}
