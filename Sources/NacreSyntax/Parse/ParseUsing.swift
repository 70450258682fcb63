extension ScriptParser {
    /// The using statements at the top of a script.
    func parseUsingStatements() -> [UsingStatementAst] {
        var list: [UsingStatementAst] = []
        while true {
            skipNewlinesAndSemicolons()
            let t = peekToken()
            if t.kind != .kwUsing { return list }
            skip()
            if let u = parseUsing(t) as? UsingStatementAst { list.append(u) }
        }
    }

    func parseUsing(_ keyword: Token) -> StatementAst {
        let directive = next()
        let kind: UsingKind
        switch directive.kind {
        case .kwNamespace: kind = .namespace
        case .kwModule: kind = .module
        case .kwAssembly: kind = .assembly
        case .kwCommand: kind = .command
        case .kwType: kind = .type
        default:
            unget(directive)
            reportIncomplete(keyword.after, "MissingUsingStatementDirective", "A 'using' statement must specify one of the following directives: 'namespace', 'module' or 'assembly'.")
            return ErrorStatementAst(keyword.extent, nested: [])
        }
        let item = next()
        switch item.kind {
        case .endOfInput, .newLine, .semi:
            unget(item)
            reportIncomplete(directive.after, "MissingUsingItemName", "A 'using' statement must have a name.")
            return ErrorStatementAst(span(keyword.extent, directive.extent), nested: [])
        default: break
        }
        let outer = mode
        setMode(.command)
        let argument = parseArgument(.argument, item)
        setMode(outer)
        guard let argument else {
            reportIncomplete(item.extent, "InvalidValueForUsingItemName", "The 'using' statement's name is not valid.")
            return ErrorStatementAst(span(keyword.extent, directive.extent), nested: [])
        }
        let name = argument as? StringConstantExpressionAst
        let specification = argument as? HashtableAst
        if name == nil, specification == nil || kind != .module {
            report(argument.extent, "InvalidValueForUsingItemName", "The 'using' statement's name is not valid.")
        }
        var alias: StringConstantExpressionAst?
        var end = argument.extent
        let equals = peekToken()
        if equals.kind == .equals || (equals.kind == .generic && text(equals) == "=") {
            skip()
            if let a = parseSingleArgument(.argument) {
                alias = a as? StringConstantExpressionAst
                end = a.extent
            } else {
                reportIncomplete(equals.after, "MissingNamespaceAlias", "A 'using' alias must have a name.")
            }
        }
        let t = peekToken()
        if t.kind != .newLine, t.kind != .semi, t.kind != .endOfInput { reportUnexpected(t); synchronizeLine() }
        let result = UsingStatementAst(span(keyword.extent, end), kind: kind, name: name, alias: alias, moduleSpecification: specification)
        checkUsing(result)
        return result
    }
}
