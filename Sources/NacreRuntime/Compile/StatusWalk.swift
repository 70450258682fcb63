import NacreSyntax

/// Finds out whether `$?` after a statement is what a command in it said: a command stands bare or between parentheses, in
/// `$( … )` or `@( … )`, with nothing but those around it.
enum StatusWalk {
    static func runsCommand(_ s: StatementAst) -> Bool {
        switch s {
        case let p as PipelineAst:
            if p.elements.count > 1 { return true }
            guard let e = p.elements.first else { return false }
            return e is CommandAst || (e as? CommandExpressionAst).map { runsCommand($0.expression) } ?? false
        case is CommandAst: return true
        case let c as CommandExpressionAst: return runsCommand(c.expression)
        case let a as AssignmentStatementAst: return runsCommand(a.right)
        case let c as PipelineChainAst: return runsCommand(c.left) || runsCommand(c.right)
        default: return false
        }
    }
    static func runsCommand(_ e: ExpressionAst) -> Bool {
        switch e {
        case let p as ParenExpressionAst: runsCommand(p.pipeline)
        case let s as SubExpressionAst: s.subExpression.statements.last.map { runsCommand($0) } ?? false
        case let a as ArrayExpressionAst: a.subExpression.statements.last.map { runsCommand($0) } ?? false
        default: false
        }
    }
}
