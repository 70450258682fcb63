import NacreSyntax

/// The direct children of a tree's node, in the order written.
enum TreeWalk {
    static func children(of a: Ast, _ visit: (Ast) -> Void) {
        switch a {
        case let x as ScriptBlockAst:
            if let p = x.paramBlock { visit(p) }
            for b in [x.dynamicParamBlock, x.beginBlock, x.processBlock, x.endBlock, x.cleanBlock] { if let b { visit(b) } }
        case let x as ParamBlockAst: x.parameters.forEach(visit)
        case let x as ParameterAst: if let d = x.defaultValue { visit(d) }
        case let x as NamedBlockAst: x.statements.forEach(visit); x.traps.forEach(visit)
        case let x as StatementBlockAst: x.statements.forEach(visit); x.traps.forEach(visit)
        case let x as FunctionDefinitionAst: visit(x.body)
        case let x as TypeDefinitionAst: x.members.forEach(visit)
        case let x as FunctionMemberAst: visit(x.body)
        case let x as PropertyMemberAst: if let i = x.initialValue { visit(i) }
        case let x as IfStatementAst:
            for c in x.clauses { visit(c.condition); visit(c.body) }
            if let e = x.elseClause { visit(e) }
        case let x as LoopStatementAst: if let c = x.condition { visit(c) }; visit(x.body)
        case let x as ForStatementAst:
            for s in [x.initializer, x.condition, x.iterator] { if let s { visit(s) } }
            visit(x.body)
        case let x as ForEachStatementAst: visit(x.variable); if let c = x.condition { visit(c) }; visit(x.body)
        case let x as SwitchStatementAst:
            if let c = x.condition { visit(c) }
            for c in x.clauses { visit(c.test); visit(c.body) }
            if let d = x.defaultClause { visit(d) }
        case let x as TryStatementAst:
            visit(x.body)
            for c in x.catchClauses { visit(c.body) }
            if let f = x.finally { visit(f) }
        case let x as TrapStatementAst: visit(x.body)
        case let x as DataStatementAst: x.commandsAllowed.forEach(visit); visit(x.body)
        case let x as BlockStatementAst: visit(x.body)
        case let x as BreakStatementAst: if let l = x.label { visit(l) }
        case let x as ContinueStatementAst: if let l = x.label { visit(l) }
        case let x as ExitStatementAst: if let p = x.pipeline { visit(p) }
        case let x as AssignmentStatementAst: visit(x.left); visit(x.right)
        case let x as PipelineAst: x.elements.forEach(visit)
        case let x as PipelineChainAst: visit(x.left); visit(x.right)
        case let x as CommandAst: x.elements.forEach(visit); x.redirections.forEach(visit)
        case let x as CommandExpressionAst: visit(x.expression); x.redirections.forEach(visit)
        case let x as CommandParameterAst: if let a = x.argument { visit(a) }
        case let x as FileRedirectionAst: visit(x.location)
        case let x as BinaryExpressionAst: visit(x.left); visit(x.right)
        case let x as UnaryExpressionAst: visit(x.child)
        case let x as TernaryExpressionAst: visit(x.condition); visit(x.ifTrue); visit(x.ifFalse)
        case let x as ExpandableStringExpressionAst: for p in x.parts { if case .expression(let e) = p { visit(e) } }
        case let x as InvokeMemberExpressionAst: visit(x.expression); visit(x.member); x.arguments.forEach(visit)
        case let x as MemberExpressionAst: visit(x.expression); visit(x.member)
        case let x as IndexExpressionAst: visit(x.target); visit(x.index)
        case let x as ArrayLiteralAst: x.elements.forEach(visit)
        case let x as ArrayExpressionAst: visit(x.subExpression)
        case let x as SubExpressionAst: visit(x.subExpression)
        case let x as ParenExpressionAst: visit(x.pipeline)
        case let x as HashtableAst: for p in x.pairs { visit(p.key); visit(p.value) }
        case let x as ScriptBlockExpressionAst: visit(x.scriptBlock)
        case let x as AttributedExpressionAst: visit(x.child)
        case let x as UsingExpressionAst: visit(x.subExpression)
        default: break
        }
    }
}
