extension ScriptParser {
    func parseFunction(_ keyword: Token) -> StatementAst {
        skipNewlines()
        let outer = mode
        setMode(.command)
        let name = next()
        switch name.kind {
        case .endOfInput, .newLine, .semi, .lParen, .rParen, .lCurly, .rCurly, .pipe, .ampersand, .andAnd, .orOr, .comma, .redirection, .redirectIn,
             .atCurly, .atParen, .dollarParen, .stringLiteral, .stringExpandable, .hereStringLiteral, .hereStringExpandable:
            unget(name)
            setMode(outer)
            reportIncomplete(keyword.after, "MissingNameAfterKeyword", "Missing name after \(text(keyword)) keyword.")
            return ErrorStatementAst(keyword.extent, nested: [])
        default: break
        }
        let nameText = name.kind == .generic ? value(name) : text(name)
        let nameExtent = name.extent
        var end = name.extent
        skipNewlines()
        var parameters: [ParameterAst]?
        var failed = false
        let lParen = peekToken()
        if lParen.kind == .lParen {
            skip()
            let list = parseParameterList()
            parameters = list
            skipNewlines()
            let rParen = next()
            if rParen.kind == .rParen { end = rParen.extent } else {
                unget(rParen)
                failed = true
                end = rParen.before
                reportIncomplete(rParen.before, "MissingEndParenthesisInFunctionParameterList", "Missing ')' in function parameter list.")
            }
            skipNewlines()
        }
        let lCurly = next()
        if lCurly.kind != .lCurly {
            unget(lCurly)
            setMode(outer)
            if !failed { reportIncomplete(end.after, "MissingFunctionBody", "Missing function body in function declaration.") }
            return ErrorStatementAst(span(keyword.extent, end), nested: parameters ?? [])
        }
        if failed {
            setMode(outer)
            return ErrorStatementAst(span(keyword.extent, end), nested: parameters ?? [])
        }
        let flow = leaveFlow()
        let separator = commaIsSeparator
        commaIsSeparator = false
        let body = parseScriptBlock(lCurly)
        commaIsSeparator = separator
        restoreFlow(flow)
        setMode(outer)
        let extent = span(keyword.extent, body.extent)
        if let parameters { checkParameters(parameters) }
        if keyword.kind == .kwWorkflow {
            report(keyword.extent, "WorkflowNotSupportedInPowerShellCore", "Workflow is not supported in PowerShell 6+.")
        }
        return FunctionDefinitionAst(extent, name: nameText, nameExtent: nameExtent, isFilter: keyword.kind == .kwFilter,
                                     isWorkflow: keyword.kind == .kwWorkflow, parameters: parameters, body: body)
    }

    func parseParamBlock(_ block: ScriptBlockAst) {
        skipNewlines()
        let restore = restorePoint
        let before = (diagnostics.count, deferred.count)
        func back() {
            diagnostics.removeSubrange(before.0...)
            deferred.removeSubrange(before.1...)
            resync(restore)
        }
        var attributes: [AttributeBaseAst]?
        let k = peekToken()
        if k.kind == .lBracket || (k.kind == .generic && bytes[Int(k.start)] == UInt8(ascii: "[")) {
            if attempts >= 3, !keywordFollowsBrackets(Int(k.start)) { return }
            resync(k)
            attempts += 1
            attributes = parseAttributeList(inExpression: false)
            attempts -= 1
            skipNewlines()
        }
        let param = peekToken()
        guard param.kind == .kwParam else {
            if k.kind != param.kind || attributes != nil || k.kind == .generic { back() }
            return
        }
        skip()
        skipNewlines()
        let lParen = next()
        guard lParen.kind == .lParen else { return back() }
        let separator = commaIsSeparator
        commaIsSeparator = true
        let parameters = parseParameterList()
        commaIsSeparator = separator
        skipNewlines()
        let rParen = next()
        var end = rParen.extent
        if rParen.kind != .rParen {
            unget(rParen)
            end = rParen.before
            reportIncomplete((parameters.last?.extent ?? lParen.extent).after, "MissingEndParenthesisInFunctionParameterList", "Missing ')' in function parameter list.")
        }
        let result = ParamBlockAst(span(param.extent, end))
        for a in attributes ?? [] {
            if let attribute = a as? AttributeAst { result.attributes.append(attribute) } else {
                report(a.extent, "TypeNotAllowedBeforeParam", "The type [\(a.typeName.fullName)] is not allowed before param.")
            }
        }
        if let first = attributes?.first { result.extent = span(first.extent, result.extent) }
        result.parameters = parameters
        block.paramBlock = result
        block.attributes = result.attributes
        checkParameters(parameters)
    }

    /// Parameters up to `)`, which stays.
    func parseParameterList() -> [ParameterAst] {
        var list: [ParameterAst] = []
        var comma: Token?
        while true {
            guard let p = parseParameterDeclaration() else {
                if let comma { reportIncomplete(comma.after, "MissingExpressionAfterToken", "Missing expression after ','.") }
                return list
            }
            list.append(p)
            skipNewlines()
            let c = peekToken()
            if c.kind != .comma { return list }
            comma = c
            skip()
        }
    }

    private func parseParameterDeclaration() -> ParameterAst? {
        let outer = mode
        setMode(.expression)
        defer { setMode(outer) }
        skipNewlines()
        let attributes = parseAttributeList(inExpression: false)
        skipNewlines()
        let t = peekToken()
        guard t.kind == .variable || t.kind == .splattedVariable else {
            if let last = attributes?.last {
                reportIncomplete(last.extent.after, "InvalidFunctionParameter", "Parameter declarations are a comma-separated list of variable names with optional initializer expressions.")
                synchronizePast(.rParen)
                return ParameterAst(last.extent, name: VariableExpressionAst(last.extent, path: "__error__", splatted: false), attributes: attributes ?? [], defaultValue: nil)
            }
            return nil
        }
        skip()
        let variable = VariableExpressionAst(t.extent, path: variablePath(t), splatted: t.kind == .splattedVariable)
        var value: ExpressionAst?
        var end = t.extent
        let restore = restorePoint
        skipNewlines()
        let equals = peekToken()
        if equals.kind == .equals {
            skip()
            skipNewlines()
            let separator = commaIsSeparator
            commaIsSeparator = true
            value = parseExpression()
            commaIsSeparator = separator
            if let value { end = value.extent } else {
                reportIncomplete(equals.after, "MissingExpressionAfterToken", "Missing expression after '='.")
            }
        } else {
            resync(restore)
        }
        return ParameterAst(span(attributes?.first?.extent ?? t.extent, end), name: variable, attributes: attributes ?? [], defaultValue: value)
    }
}
