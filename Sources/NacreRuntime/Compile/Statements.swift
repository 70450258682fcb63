import NacreSyntax

extension Compiler {
    /// A statement's node; nil for one that does nothing.
    func statement(_ s: StatementAst) throws -> Node? {
        switch s {
        case let p as PipelineAst: return try pipeline(p)
        case let a as AssignmentStatementAst: return try assignment(a)
        case let c as CommandAst: return try command(c)
        case let c as CommandExpressionAst: return try commandExpression(c)
        case let i as IfStatementAst:
            var otherwise = try i.elseClause.map { try list($0) } ?? StatementList([], extents: [], source: source)
            var node: IfNode?
            for c in i.clauses.reversed() {
                if let node { otherwise = StatementList([node], extents: [c.condition.extent], source: source) }
                node = IfNode(try condition(c.condition), try list(c.body), otherwise, SourcePlace(source, c.condition.extent))
            }
            return node
        case let l as LoopStatementAst:
            let c = try l.condition.map { try condition($0) } ?? ConstNode(.bool(true))
            return try looping {
                let body = try list(l.body)
                if l.loopKind == .while { return WhileNode(label: l.label.map { Name($0) }, condition: c, SourcePlace(source, l.condition?.extent ?? l.extent), body: body) }
                return DoNode(label: l.label.map { Name($0) }, condition: c, SourcePlace(source, l.condition?.extent ?? l.extent), until: l.loopKind == .doUntil, body: body)
            }
        case let f as ForStatementAst:
            let start = try f.initializer.flatMap { try statement($0) }, c = try f.condition.map { try condition($0) }, step = try f.iterator.flatMap { try statement($0) }
            return try looping { ForNode(label: f.label.map { Name($0) }, start: start, condition: c, SourcePlace(source, f.condition?.extent ?? f.extent), step: step, body: try list(f.body)) }
        case let f as ForEachStatementAst:
            let c = try f.condition.map { try value($0) } ?? ConstNode(.null)
            let t = try target(f.variable)
            return try looping { ForEachNode(label: f.label.map { Name($0) }, target: t, collection: c, SourcePlace(source, f.condition?.extent ?? f.extent), enumeratorSlot: layout.slot(of: Compiler.foreachName), body: try list(f.body)) }
        case let w as SwitchStatementAst: return try switchNode(w)
        case let t as TryStatementAst:
            let clauses = try t.catchClauses.map { c in TryNode.Clause(types: c.catchTypes.map { TypeNode($0.typeName) }, body: try list(c.body)) }
            return TryNode(body: try list(t.body), clauses: clauses, finally: try t.finally.map { try list($0) })
        case let b as BreakStatementAst: return BreakNode(.break, label: try b.label.map { try expression($0) }, local: loops > 0)
        case let c as ContinueStatementAst: return BreakNode(.continue, label: try c.label.map { try expression($0) }, local: loops > 0)
        case let e as ExitStatementAst:
            switch e.exitKind {
            case .return where code.isClassBody && !isInline: return MethodReturnNode(try e.pipeline.map { try value($0) })
            case .return: return ReturnNode(try e.pipeline.flatMap { try statement($0) })
            case .exit: return ExitNode(try e.pipeline.map { try value($0) })
            case .throw: return ThrowNode(try e.pipeline.map { try value($0) })
            }
        case let f as FunctionDefinitionAst: return functionNode(f)
        case let c as PipelineChainAst:
            guard let l = try statement(c.left), let r = try statement(c.right) else { return nil }
            if c.background { return unsupported("background jobs (&)") }
            return ChainNode(l, r, isAnd: c.isAnd)
        case let d as DataStatementAst: return try dataNode(d)
        case is TypeDefinitionAst: return nil
        case is UsingStatementAst: return nil
        case is TrapStatementAst: return nil
        case let b as BlockStatementAst: return unsupported("the \(b.keyword) statement of workflows")
        default:
            return unsupported("this statement")
        }
    }

    func unsupported(_ what: String) -> Node { ErrorNode { PSError.unsupported(what) } }

    private func looping(_ make: () throws -> Node) throws -> Node {
        loops += 1
        defer { loops -= 1 }
        return try make()
    }

    /// A statement where its value is wanted: `if (…)`, the right of `=`, `return …`.
    func value(_ s: StatementAst) throws -> Node {
        switch s {
        case let p as PipelineAst:
            if p.elements.count == 1, !p.background, let c = p.elements[0] as? CommandExpressionAst, c.redirections.isEmpty { return try expression(c.expression) }
            return try pipeline(p) ?? ConstNode(.null)
        case let c as CommandExpressionAst where c.redirections.isEmpty: return try expression(c.expression)
        case is AssignmentStatementAst, is CommandAst: return try statement(s) ?? ConstNode(.null)
        default:
            guard let n = try statement(s) else { return ConstNode(.void) }
            return CaptureNode(n)
        }
    }
    func condition(_ s: StatementAst) throws -> Node { try value(s) }

    private func commandExpression(_ c: CommandExpressionAst) throws -> Node {
        let e = try expression(c.expression)
        let n: Node
        if let s = putsNothing(c.expression, e) { n = s } else { n = StatusWalk.runsCommand(c.expression) ? CommandExpressionStatement(e) : ExpressionStatement(e) }
        return c.redirections.isEmpty ? n : RedirectedNode(n, try redirections(c.redirections))
    }
    /// `$i++` and `($x = 1)`'s inside: `++` as a statement puts out nothing.
    private func putsNothing(_ e: ExpressionAst, _ n: Node) -> Node? {
        // Parentheses make a value of it: `(++$i)`.
        if e is UnaryExpressionAst, n is StepNode || n is SlotStepNode { return n }
        return nil
    }

    func pipeline(_ p: PipelineAst) throws -> Node? {
        if p.background { return unsupported("background jobs (&)") }
        guard let first = p.elements.first else { return nil }
        if p.elements.count == 1 {
            if let c = first as? CommandExpressionAst { return try commandExpression(c) }
            if let c = first as? CommandAst { return try command(c) }
            return nil
        }
        var source: Node?
        if let c = first as? CommandExpressionAst {
            source = try expression(c.expression)
            if !c.redirections.isEmpty, let s = source { source = RedirectedNode(ExpressionStatement(s), try redirections(c.redirections)) }
        }
        let commands = try p.elements.dropFirst(source == nil ? 0 : 1).map { e -> CommandNode in
            guard let c = e as? CommandAst else { throw PSError(id: "ExpressionsMustBeFirstInPipeline", "Expressions are only allowed as the first element of a pipeline.", category: .parserError) }
            return try command(c)
        }
        return PipelineNode(first: source, commands: commands)
    }

    private func assignment(_ a: AssignmentStatementAst) throws -> Node {
        let right = try value(a.right)
        if a.op == .equals {
            let t = try target(a.left)
            if StatusWalk.runsCommand(a.right) { return CommandAssignNode(t, right) }
            if let s = t as? SlotIndexTarget, !(right is CommandNode || right is PipelineNode) { return SlotIndexAssignNode(s, right) }
            if let s = t as? SlotTarget { return SlotAssignNode(s.slot, right) }
            return AssignNode(t, right)
        }
        let t = try target(a.left)
        if a.op == .questionQuestion { return CoalesceAssignNode(t, right) }
        let op: BinaryOperator = switch a.op {
        case .plus: .add
        case .minus: .subtract
        case .multiply: .multiply
        case .divide: .divide
        default: .remainder
        }
        if op == .add, let s = t as? SlotTarget {
            let add = SlotAddNode(s.slot, s.name, right)
            if let other = right as? SlotNode { return SlotAddSlotNode(s.slot, other.slot, add) }
            return add
        }
        return CompoundNode(t, op, right)
    }

    private func functionNode(_ f: FunctionDefinitionAst) -> Node {
        if f.isWorkflow { return unsupported("workflows") }
        var name = f.name
        var target = ScopeTarget.local
        for (prefix, t) in [("global:", ScopeTarget.global), ("script:", .script), ("local:", .local), ("private:", .local)] where name.lowercased().hasPrefix(prefix) {
            name = String(name.dropFirst(prefix.count))
            target = t
        }
        let code = BlockCode(tree: f.body, parameters: f.parameters)
        code.isFilter = f.isFilter
        return FunctionNode(name: name, target: target, code: code, isFilter: f.isFilter)
    }

    private func switchNode(_ w: SwitchStatementAst) throws -> Node {
        let v = try w.condition.map { try value($0) } ?? ConstNode(.null)
        return try looping {
            var tests: [(node: Node, isBlock: Bool)] = [], bodies: [StatementList] = []
            for c in w.clauses {
                if let b = c.test as? ScriptBlockExpressionAst, let inner = try inline(BlockCode(tree: b.scriptBlock)), let end = inner.end { tests.append((BlockTest(end), true)) }
                else { tests.append((try argument(c.test), false)) }
                bodies.append(try list(c.body))
            }
            return SwitchNode(label: w.label.map { Name($0) }, value: v, flags: w.flags, tests: tests, bodies: bodies, otherwise: try w.defaultClause.map { try list($0) },
                              enumeratorSlot: layout.slot(of: Compiler.switchName), empty: StatementList([], extents: [], source: source), SourcePlace(source, w.condition?.extent ?? w.extent))
        }
    }

    private func dataNode(_ d: DataStatementAst) throws -> Node {
        let body = SubNode(try list(d.body))
        guard let v = d.variable else { return ExpressionStatement(body) }
        return AssignNode(try variableTarget(v), body)
    }
}

/// A clause's `{ … }` as a test.
final class BlockTest: Node {
    let body: StatementList
    init(_ b: StatementList) { body = b }
    override func eval(_ m: Machine) throws -> Value { try m.captured { try m.runList(body) } }
}
