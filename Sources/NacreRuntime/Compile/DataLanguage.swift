import NacreSyntax

/// What a data file may say: literals, tables, arrays and operators on them, but no commands, calls or variables of its own.
public enum DataLanguage {
    private static let variables: Set<String> = ["true", "false", "null", "psscriptroot", "psculture", "psuiculture", "psedition"]

    /// True where a tree says nothing but data.
    public static func admits(_ tree: ScriptBlockAst) -> Bool {
        guard tree.paramBlock == nil, tree.beginBlock == nil, tree.processBlock == nil, tree.usingStatements.isEmpty else { return false }
        var isData = true
        func visit(_ a: Ast) {
            guard isData else { return }
            switch a {
            case is NamedBlockAst, is StatementBlockAst, is PipelineAst, is CommandExpressionAst, is HashtableAst, is ArrayLiteralAst, is ArrayExpressionAst, is ParenExpressionAst, is SubExpressionAst,
                 is ConstantExpressionAst, is StringConstantExpressionAst, is ExpandableStringExpressionAst, is UnaryExpressionAst, is BinaryExpressionAst, is ConvertExpressionAst, is ScriptBlockExpressionAst:
                // A script block is a value here, which nothing runs.
                if !(a is ScriptBlockExpressionAst) { TreeWalk.children(of: a, visit) }
            case let v as VariableExpressionAst: isData = variables.contains(v.path.lowercased())
            default: isData = false
            }
        }
        if let end = tree.endBlock { visit(end) }
        return isData
    }
}
