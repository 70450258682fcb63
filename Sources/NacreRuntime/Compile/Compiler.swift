import NacreSyntax

/// Turns the tree of one block into nodes.
final class Compiler {
    enum Mode { case slots, names }
    let code: BlockCode
    let source: Source
    let mode: Mode
    let layout: Layout
    /// Loops around what is being compiled, so that `break` knows whether it is at home.
    var loops = 0
    /// Constraints of typed parameters, by slot.
    var guards: [Int: VariableConstraint] = [:]
    /// The names that this block (with the blocks written in it) assigns or fills.
    private(set) var assigned: Set<Name> = []
    /// True while compiling a block into the slots of the one around it.
    var isInline = false

    private init(_ code: BlockCode, _ mode: Mode, _ layout: Layout) {
        self.code = code
        source = code.tree.source
        self.mode = mode
        self.layout = layout
    }

    static func compile(_ code: BlockCode, _ mode: Mode) throws -> CompiledBlock {
        try Compiler(code, mode, Layout()).block()
    }

    /// An expression on its own, its variables by name.
    static func expression(_ e: ExpressionAst, source: Source) throws -> Node {
        try Compiler(BlockCode(tree: ScriptBlockAst(e.extent, source: source)), .names, Layout()).expression(e)
    }

    /// The whole block.
    private func block() throws -> CompiledBlock {
        let b = CompiledBlock(code: code, layout: layout)
        let tree = code.tree
        let parameters = code.parameters ?? tree.paramBlock?.parameters ?? []
        if mode == .slots {
            if code.isMethod { _ = layout.add(Compiler.thisName) }
            for p in parameters { _ = layout.add(Name(p.name.path)) }
        }
        let names = AssignedNames(tree)
        if mode == .slots {
            for n in names.assigned where !Compiler.byNameOnly.contains(n) { _ = layout.add(n) }
            if names.read.contains(Compiler.argsName) { b.argsSlot = layout.add(Compiler.argsName) }
            if names.read.contains(Compiler.inputName) { b.inputSlot = layout.add(Compiler.inputName) }
            if names.read.contains(Compiler.foreachName) { _ = layout.add(Compiler.foreachName) }
            if names.read.contains(Compiler.switchName) { _ = layout.add(Compiler.switchName) }
            if names.usesMatch { _ = layout.add(Compiler.matchesName) }
            if names.read.contains(Compiler.boundName) { b.boundParametersSlot = layout.add(Compiler.boundName) }
            if names.read.contains(Compiler.cmdletName) { b.cmdletSlot = layout.add(Compiler.cmdletName) }
            if names.read.contains(Compiler.invocationName) { b.invocationSlot = layout.add(Compiler.invocationName) }
        }
        b.usesArgs = names.read.contains(Compiler.argsName)
        let attributes = tree.paramBlock?.attributes ?? tree.attributes
        b.isAdvanced = attributes.contains { Compiler.isNamed($0, "CmdletBinding") } || parameters.contains { $0.attributes.contains { Compiler.isNamed($0, "Parameter") } }
        for p in parameters {
            let name = Name(p.name.path)
            let d = try p.defaultValue.map { try expression($0) }
            let bp = BlockParameter(name: name, spelling: p.name.path, ast: p, defaultValue: d, source: source)
            b.parameters.append(bp)
            if mode == .slots, !p.attributes.isEmpty { guards[layout.slot(of: name)] = LazyConstraint(bp) }
        }
        b.dynamicParam = try named(tree.dynamicParamBlock)
        b.begin = try named(tree.beginBlock)
        b.process = try named(tree.processBlock)
        b.end = try named(tree.endBlock)
        b.clean = try named(tree.cleanBlock)
        if code.isFilter, b.process == nil { b.process = b.end; b.end = nil }
        b.isSimple = !b.isAdvanced && b.begin == nil && b.process == nil && b.clean == nil && b.dynamicParam == nil && b.boundParametersSlot < 0 && b.cmdletSlot < 0 && b.invocationSlot < 0
            && parameters.allSatisfy { p in p.attributes.allSatisfy { $0 is TypeConstraintAst && !Compiler.isSwitch($0) } }
        b.isPlain = b.isSimple && parameters.allSatisfy { $0.attributes.isEmpty && $0.defaultValue == nil }
        return b
    }
    private static func isNamed(_ a: AttributeBaseAst, _ name: String) -> Bool {
        guard a is AttributeAst else { return false }
        var n = a.typeName.fullName.lowercased()
        if let dot = n.lastIndex(of: ".") { n = String(n[n.index(after: dot)...]) }
        return n == name.lowercased() || n == name.lowercased() + "attribute"
    }
    private static func isSwitch(_ a: AttributeBaseAst) -> Bool {
        let n = a.typeName.fullName.lowercased()
        return n == "switch" || n.hasSuffix("switchparameter")
    }

    private func named(_ b: NamedBlockAst?) throws -> StatementList? {
        guard let b else { return nil }
        return try list(b.statements, b.traps)
    }

    /// A block written inside this one, for `ForEach-Object` and the like: the same slots.
    func inline(_ inner: BlockCode) throws -> CompiledBlock? {
        let tree = inner.tree
        guard mode == .slots, tree.paramBlock == nil, tree.beginBlock == nil, tree.processBlock == nil, tree.dynamicParamBlock == nil, tree.cleanBlock == nil, tree.usingStatements.isEmpty, let end = tree.endBlock else { return nil }
        let outerLoops = loops, wasInline = isInline
        loops = 0
        isInline = true
        defer { loops = outerLoops; isInline = wasInline }
        let b = CompiledBlock(code: inner, layout: layout)
        b.end = try list(end.statements, end.traps)
        return b
    }

    func list(_ statements: [StatementAst], _ traps: [TrapStatementAst]) throws -> StatementList {
        var nodes: [Node] = [], extents: [Extent] = []
        // Functions are known to the whole list only once their statement has run, as in PowerShell.
        for s in statements {
            guard let n = try statement(s) else { continue }
            nodes.append(n)
            extents.append(s.extent)
        }
        let handlers = try traps.map { t in
            // Its own scope: what it assigns is not seen outside.
            let c = Compiler(code, .names, Layout())
            c.loops = 1
            return TrapHandler(t.trapType?.typeName, try c.list(t.body))
        }
        return StatementList(nodes, extents: extents, source: source, traps: handlers)
    }
    func list(_ b: StatementBlockAst) throws -> StatementList { try list(b.statements, b.traps) }

    static let thisName = Name("this"), argsName = Name("args"), inputName = Name("input"), foreachName = Name("foreach"), switchName = Name("switch")
    static let matchesName = Name("Matches"), boundName = Name("PSBoundParameters"), cmdletName = Name("PSCmdlet"), invocationName = Name("MyInvocation")
    /// Variables of the session that are constant, read-only or one for all scopes: never slots.
    static let byNameOnly: Set<Name> = Set(["_", "PSItem", "true", "false", "null", "?", "^", "$", "PID", "HOME", "Host", "PSVersionTable", "PSHOME", "PSEdition", "ShellId", "ExecutionContext", "IsLinux", "IsMacOS", "IsWindows", "IsCoreCLR", "Error", "PSCulture", "PSUICulture", "EnabledExperimentalFeatures", "PSDefaultParameterValues"].map { Name($0) })
}

/// A typed parameter's constraint, made when the parameter is first bound or assigned.
final class LazyConstraint: VariableConstraint {
    let parameter: BlockParameter
    init(_ p: BlockParameter) { parameter = p }
    func admit(_ value: Value, _ m: Machine) throws -> Value { try parameter.constraint(m)?.admit(value, m) ?? value }
}

/// The names that a block assigns and reads, the blocks written in it included.
struct AssignedNames {
    private(set) var assigned: [Name] = []
    private(set) var read: Set<Name> = []
    private(set) var usesMatch = false
    private var seen: Set<Name> = []

    init(_ tree: ScriptBlockAst) {
        for b in [tree.dynamicParamBlock, tree.beginBlock, tree.processBlock, tree.endBlock, tree.cleanBlock] { if let b { walk(b) } }
        for p in tree.paramBlock?.parameters ?? [] { if let d = p.defaultValue { walk(d) } }
    }
    private mutating func add(_ v: VariableExpressionAst) {
        guard !v.path.contains(":") else { return }
        let n = Name(v.path)
        if seen.insert(n).inserted { assigned.append(n) }
    }
    private mutating func target(_ e: ExpressionAst) {
        switch e {
        case let v as VariableExpressionAst: add(v)
        case let a as ArrayLiteralAst: for x in a.elements { target(x) }
        case let a as AttributedExpressionAst: target(a.child)
        case let p as ParenExpressionAst:
            if let pipe = p.pipeline as? PipelineAst, pipe.elements.count == 1, let c = pipe.elements[0] as? CommandExpressionAst { target(c.expression) }
        default: walk(e)
        }
    }
    private mutating func walk(_ a: Ast) {
        TreeWalk.children(of: a) { child in visit(child) }
    }
    private mutating func visit(_ a: Ast) {
        switch a {
        case let s as AssignmentStatementAst:
            target(s.left)
            if !(s.left is VariableExpressionAst) { visit(s.left) }
            visit(s.right)
        case let f as ForEachStatementAst:
            add(f.variable)
            walk(f)
        case let u as UnaryExpressionAst:
            if u.op.rawValue >= UnaryOperator.preIncrement.rawValue { target(u.child) }
            walk(u)
        case let c as ConvertExpressionAst:
            if c.attribute.typeName.fullName.lowercased() == "ref" { target(c.child) }
            walk(c)
        case let v as VariableExpressionAst: if !v.path.contains(":") { read.insert(Name(v.path)) }
        case let b as BinaryExpressionAst:
            switch b.op { case .imatch, .cmatch, .inotMatch, .cnotMatch: usesMatch = true; default: break }
            walk(b)
        case let s as SwitchStatementAst:
            if s.flags.contains(.regex) { usesMatch = true }
            walk(s)
        case let d as DataStatementAst:
            if let v = d.variable { let n = Name(v); if seen.insert(n).inserted { assigned.append(n) } }
            walk(d)
        // Blocks in scopes of their own look here only through the scope chain.
        case is FunctionDefinitionAst, is TypeDefinitionAst: break
        default: walk(a)
        }
    }
}
