import NacreSyntax

/// The classes of syntax trees as scripts see them: their names, and what they derive from.
enum AstKinds {
    /// `Class Base`, one a line, bases first.
    private static let table = """
    Ast
    ScriptBlockAst Ast
    ParamBlockAst Ast
    NamedBlockAst Ast
    ParameterAst Ast
    StatementBlockAst Ast
    CatchClauseAst Ast
    RedirectionAst Ast
    FileRedirectionAst RedirectionAst
    MergingRedirectionAst RedirectionAst
    AttributeBaseAst Ast
    AttributeAst AttributeBaseAst
    TypeConstraintAst AttributeBaseAst
    NamedAttributeArgumentAst Ast
    MemberAst Ast
    PropertyMemberAst MemberAst
    FunctionMemberAst MemberAst
    StatementAst Ast
    TypeDefinitionAst StatementAst
    UsingStatementAst StatementAst
    FunctionDefinitionAst StatementAst
    IfStatementAst StatementAst
    DataStatementAst StatementAst
    BlockStatementAst StatementAst
    LabeledStatementAst StatementAst
    LoopStatementAst LabeledStatementAst
    ForEachStatementAst LoopStatementAst
    ForStatementAst LoopStatementAst
    WhileStatementAst LoopStatementAst
    DoWhileStatementAst LoopStatementAst
    DoUntilStatementAst LoopStatementAst
    SwitchStatementAst LabeledStatementAst
    TryStatementAst StatementAst
    TrapStatementAst StatementAst
    BreakStatementAst StatementAst
    ContinueStatementAst StatementAst
    ReturnStatementAst StatementAst
    ExitStatementAst StatementAst
    ThrowStatementAst StatementAst
    PipelineBaseAst StatementAst
    ChainableAst PipelineBaseAst
    PipelineAst ChainableAst
    PipelineChainAst ChainableAst
    AssignmentStatementAst PipelineBaseAst
    ErrorStatementAst PipelineBaseAst
    CommandBaseAst StatementAst
    CommandAst CommandBaseAst
    CommandExpressionAst CommandBaseAst
    CommandElementAst Ast
    CommandParameterAst CommandElementAst
    ExpressionAst CommandElementAst
    BinaryExpressionAst ExpressionAst
    UnaryExpressionAst ExpressionAst
    TernaryExpressionAst ExpressionAst
    ConstantExpressionAst ExpressionAst
    StringConstantExpressionAst ConstantExpressionAst
    ExpandableStringExpressionAst ExpressionAst
    VariableExpressionAst ExpressionAst
    MemberExpressionAst ExpressionAst
    InvokeMemberExpressionAst MemberExpressionAst
    BaseCtorInvokeMemberExpressionAst InvokeMemberExpressionAst
    IndexExpressionAst ExpressionAst
    ArrayLiteralAst ExpressionAst
    ArrayExpressionAst ExpressionAst
    SubExpressionAst ExpressionAst
    ParenExpressionAst ExpressionAst
    HashtableAst ExpressionAst
    ScriptBlockExpressionAst ExpressionAst
    TypeExpressionAst ExpressionAst
    AttributedExpressionAst ExpressionAst
    ConvertExpressionAst AttributedExpressionAst
    UsingExpressionAst ExpressionAst
    ErrorExpressionAst ExpressionAst
    """
    /// The types by class name; made once.
    nonisolated(unsafe) static let types: [String: TypeRef] = {
        var made: [String: TypeRef] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard let name = words.first else { continue }
            made[name] = TypeRef(name, namespace: "System.Management.Automation.Language", base: words.count > 1 ? made[words[1]] ?? .object : .object)
        }
        return made
    }()

    /// The class that a node is of.
    static func name(of a: Ast) -> String {
        switch a {
        case let l as LoopStatementAst:
            switch l.loopKind {
            case .while: "WhileStatementAst"
            case .doWhile: "DoWhileStatementAst"
            case .doUntil: "DoUntilStatementAst"
            }
        case let e as ExitStatementAst:
            switch e.exitKind {
            case .return: "ReturnStatementAst"
            case .exit: "ExitStatementAst"
            case .throw: "ThrowStatementAst"
            }
        case let i as InvokeMemberExpressionAst where i.isBaseCall: "BaseCtorInvokeMemberExpressionAst"
        default: "\(Swift.type(of: a))"
        }
    }
}
