import NacreSyntax

/// A script block, file or function body: its tree, and what it was compiled to when first run.
public final class BlockCode {
    public let tree: ScriptBlockAst
    /// Parameters between parentheses after a function's name, or of a method.
    public let parameters: [ParameterAst]?
    /// A method's block has `$this` in its first slot.
    let isMethod: Bool
    /// A method of a class, static or not: `return` alone gives its value.
    let isClassBody: Bool
    public internal(set) var isFilter = false
    /// The variant in the slots of the block around it, for `ForEach-Object { … }`.
    var inlined: CompiledBlock?
    private var own: CompiledBlock? { didSet { ownRef = own.map(Unmanaged.passUnretained) } }
    /// `own`, reached without taking hold of it.
    private(set) var ownRef: Unmanaged<CompiledBlock>?
    private var byName: CompiledBlock?
    private var described: CommandMetadata?

    public init(tree: ScriptBlockAst, parameters: [ParameterAst]? = nil, isMethod: Bool = false, isClassBody: Bool = false) {
        self.tree = tree
        self.parameters = parameters
        self.isMethod = isMethod
        self.isClassBody = isClassBody
    }
    /// With slots of its own.
    func compiled(_ m: Machine) throws -> CompiledBlock {
        if let own { return own }
        try defineTypes(m)
        let b = try Compiler.compile(self, .slots)
        own = b
        return b
    }
    /// With all variables by name, for the dot operator and the prompt.
    func dynamic(_ m: Machine) throws -> CompiledBlock {
        if let byName { return byName }
        try defineTypes(m)
        let b = try Compiler.compile(self, .names)
        byName = b
        return b
    }
    private var hasTypes = false
    /// Classes and enums are there before the block's first statement runs.
    private func defineTypes(_ m: Machine) throws {
        guard !hasTypes else { return }
        hasTypes = true
        for u in tree.usingStatements where u.usingKind == .namespace { if let n = u.name?.value { m.session.types.namespaces.append(n) } }
        let types = (tree.endBlock?.statements ?? []).compactMap { $0 as? TypeDefinitionAst }
        if !types.isEmpty { try ClassDefiner(m: m, source: tree.source).define(types) }
    }
    /// What the parameters are, as the binder sees them.
    public func metadata(_ m: Machine) throws -> CommandMetadata? {
        if let described { return described }
        let b = try compiled(m)
        let d = try MetadataReader(m, b).read()
        described = d
        return d
    }
    /// The source between the braces.
    public var text: String {
        let e = tree.extent, b = tree.source.bytes
        if e.end > e.start, b[Int(e.start)] == 0x7B, b[Int(e.end) - 1] == 0x7D { return tree.source.text(Extent(start: e.start + 1, end: e.end - 1)) }
        return tree.source.text(e)
    }
}

/// Compiled statements with the layout they run on.
final class CompiledBlock {
    unowned let code: BlockCode
    let layout: Layout
    let layoutRef: Unmanaged<Layout>
    var parameters: [BlockParameter] = [] { didSet { parameterCount = parameters.count } }
    private(set) var parameterCount = 0
    var dynamicParam: StatementList?, begin: StatementList?, process: StatementList?, clean: StatementList?
    var end: StatementList? { didSet { endRef = end.map(Unmanaged.passUnretained) } }
    private var endRef: Unmanaged<StatementList>?
    var argsSlot = -1
    var inputSlot = -1
    var usesArgs = false
    /// Slots that are filled when the block starts, where the block reads them.
    var boundParametersSlot = -1, cmdletSlot = -1, invocationSlot = -1
    /// `[CmdletBinding()]` or a `[Parameter()]` makes it a cmdlet in all but name.
    var isAdvanced = false
    /// Only an end block, no attributes that need the binder.
    var isSimple = false
    /// No types, no defaults, nothing automatic: arguments go straight into the slots.
    var isPlain = false
    var hasInput: Bool { inputSlot >= 0 }

    init(code: BlockCode, layout: Layout) { self.code = code; self.layout = layout; layoutRef = .passUnretained(layout) }

    /// Runs the end block; `return` ends it.
    @inline(__always) func runBody(_ m: Machine) throws { try endRef?._withUnsafeGuaranteedRef { try m.runList($0) } }
}

extension Machine {
    /// Runs statements as a block's body: `return` ends them.
    @inline(__always) func runList(_ list: StatementList) throws {
        do { _ = try list.run(self) } catch let s as FlowSignal where s.flow == .return {}
    }
}

/// A parameter of a script block or method: it lies in the slot of its position.
final class BlockParameter {
    let name: Name
    let spelling: String
    let ast: ParameterAst
    let defaultValue: Node?
    let source: Source
    private var made: AttributeConstraint?
    private var isMade = false
    init(name: Name, spelling: String, ast: ParameterAst, defaultValue: Node?, source: Source) {
        self.name = name; self.spelling = spelling; self.ast = ast; self.defaultValue = defaultValue; self.source = source
    }
    /// The type and rules, or nil where there are none.
    func constraint(_ m: Machine) throws -> AttributeConstraint? {
        if isMade { return made }
        if !ast.attributes.isEmpty {
            let c = try AttributeConstraint(ast.attributes, name: name, source: source, m)
            if !c.isEmpty { made = c }
        }
        isMade = true
        return made
    }
}

