extension ScriptParser {
    private func missingOpen(_ keyword: Token, _ name: String) -> StatementAst {
        reportIncomplete(keyword.after, "MissingOpenParenthesisAfterKeyword", "Missing opening '(' after keyword '\(name)'.")
        return ErrorStatementAst(keyword.extent, nested: [])
    }
    private func missingEnd(_ extent: Extent, _ name: String) {
        reportIncomplete(extent, "MissingEndParenthesisAfterStatement", "Missing closing ')' after expression in '\(name)' statement.")
    }
    private func missingBody(_ extent: Extent, _ name: String) {
        reportIncomplete(extent, "MissingLoopStatement", "Missing statement body in \(name) loop.")
    }
    private func parseLoopBody() -> StatementBlockAst? {
        loopDepth += 1
        defer { loopDepth -= 1 }
        return parseStatementBlock()
    }

    func parseWhile(_ label: String?, _ keyword: Token, from: Token? = nil) -> StatementAst {
        let start = (from ?? keyword).extent
        skipNewlines()
        let lParen = next()
        if lParen.kind != .lParen { unget(lParen); return missingOpen(keyword, "while") }
        skipNewlines()
        let condition = parsePipelineChain()
        if condition == nil {
            reportIncomplete(lParen.after, "MissingExpressionAfterKeyword", "Missing expression after '\(text(keyword))' in loop.")
        }
        skipNewlines()
        let rParen = next()
        if rParen.kind != .rParen {
            unget(rParen)
            if let condition { missingEnd(condition.extent.after, "while") }
            return ErrorStatementAst(span(start, condition?.extent ?? lParen.extent), nested: [])
        }
        skipNewlines()
        guard let body = parseLoopBody() else {
            missingBody(rParen.after, "while")
            return ErrorStatementAst(span(start, rParen.extent), nested: [])
        }
        return LoopStatementAst(span(start, body.extent), label: label, kind: .while, condition: condition ?? ErrorStatementAst(lParen.after, nested: []), body: body)
    }

    func parseDo(_ label: String?, _ keyword: Token, from: Token? = nil) -> StatementAst {
        let start = (from ?? keyword).extent
        skipNewlines()
        guard let body = parseLoopBody() else {
            missingBody(keyword.after, "do")
            return ErrorStatementAst(span(start, keyword.extent), nested: [])
        }
        skipNewlines()
        let w = next()
        if w.kind != .kwWhile && w.kind != .kwUntil {
            unget(w)
            reportIncomplete(body.extent.after, "MissingWhileOrUntilInDoWhile", "Missing while or until keyword in do loop.")
            return ErrorStatementAst(span(start, body.extent), nested: [body])
        }
        skipNewlines()
        let lParen = next()
        if lParen.kind != .lParen {
            unget(lParen)
            reportIncomplete(w.after, "MissingOpenParenthesisAfterKeyword", "Missing opening '(' after keyword '\(text(w))'.")
            return ErrorStatementAst(span(start, w.extent), nested: [body])
        }
        skipNewlines()
        let condition = parsePipelineChain()
        if condition == nil {
            reportIncomplete(lParen.after, "MissingExpressionAfterKeyword", "Missing expression after '\(text(w))' in loop.")
        }
        skipNewlines()
        let rParen = next()
        if rParen.kind != .rParen {
            unget(rParen)
            if let condition { missingEnd(condition.extent.after, text(w)) }
            return ErrorStatementAst(span(start, condition?.extent ?? lParen.extent), nested: [body])
        }
        return LoopStatementAst(span(start, rParen.extent), label: label, kind: w.kind == .kwWhile ? .doWhile : .doUntil, condition: condition, body: body)
    }

    func parseFor(_ label: String?, _ keyword: Token, from: Token? = nil) -> StatementAst {
        let start = (from ?? keyword).extent
        skipNewlines()
        let lParen = next()
        if lParen.kind != .lParen { unget(lParen); return missingOpen(keyword, "for") }
        var end = lParen.extent
        var parts: [StatementAst?] = [nil, nil, nil]
        var i = 0
        skipNewlines()
        while i < 3 {
            if let part = parsePipelineChain() { parts[i] = part; end = part.extent }
            i += 1
            let t = peekToken()
            if i < 3, t.kind == .semi || t.kind == .newLine {
                if t.kind == .semi { end = t.extent }
                skip()
                skipNewlines()
                continue
            }
            break
        }
        skipNewlines()
        let rParen = next()
        if rParen.kind != .rParen {
            unget(rParen)
            missingEnd(end.after, "for")
            return ErrorStatementAst(span(start, end), nested: parts.compactMap { $0 })
        }
        skipNewlines()
        guard let body = parseLoopBody() else {
            missingBody(rParen.after, "for")
            return ErrorStatementAst(span(start, rParen.extent), nested: parts.compactMap { $0 })
        }
        return ForStatementAst(span(start, body.extent), label: label, initializer: parts[0], condition: parts[1], iterator: parts[2], body: body)
    }

    func parseForeach(_ label: String?, _ keyword: Token, from: Token? = nil) -> StatementAst {
        let start = (from ?? keyword).extent
        let form = "\nThe correct form is: foreach ($a in $b) {...}"
        skipNewlines()
        var parallel = false, throttle: ExpressionAst?
        while case let p = peekToken(), p.kind == .parameter {
            skip()
            let name = parameterName(p).lowercased()
            if "parallel".hasPrefix(name) {
                parallel = true
                report(p.extent, "KeywordParameterReservedForFutureUse", "The \(text(p)) parameter of the '\(text(keyword))' keyword is reserved for future use.")
            } else if "throttlelimit".hasPrefix(name) {
                throttle = parseSingleArgument(.argument)
                report(p.extent, "KeywordParameterReservedForFutureUse", "The \(text(p)) parameter of the '\(text(keyword))' keyword is reserved for future use.")
            } else {
                report(p.extent, "InvalidForeachFlag", "The parameter \(parameterName(p)) is not valid for the foreach statement.")
            }
            skipNewlines()
        }
        let lParen = next()
        if lParen.kind != .lParen { unget(lParen); return missingOpen(keyword, "foreach") }
        skipNewlines()
        let v = next()
        guard v.kind == .variable || v.kind == .splattedVariable else {
            unget(v)
            reportIncomplete(lParen.after, "MissingVariableNameAfterForeach", "Missing variable name after foreach." + form)
            return ErrorStatementAst(span(start, lParen.extent), nested: [])
        }
        let variable = VariableExpressionAst(v.extent, path: variablePath(v), splatted: v.kind == .splattedVariable)
        if context.active { noteAssigned(variable) }
        skipNewlines()
        let inToken = next()
        if inToken.kind != .kwIn {
            unget(inToken)
            reportIncomplete(v.after, "MissingInInForeach", "Missing 'in' after variable in foreach loop." + form)
            return ErrorStatementAst(span(start, v.extent), nested: [variable])
        }
        skipNewlines()
        guard let condition = parsePipelineChain() else {
            reportIncomplete(inToken.after, "MissingForeachExpression", "Missing expression in foreach loop." + form)
            return ErrorStatementAst(span(start, inToken.extent), nested: [variable])
        }
        skipNewlines()
        let rParen = next()
        if rParen.kind != .rParen {
            unget(rParen)
            reportIncomplete(condition.extent.after, "MissingEndParenthesisAfterForeach", "Missing closing ')' after expression part of foreach loop." + form)
            return ErrorStatementAst(span(start, condition.extent), nested: [variable, condition])
        }
        skipNewlines()
        guard let body = parseLoopBody() else {
            reportIncomplete(rParen.after, "MissingForeachStatement", "Missing statement body in foreach loop." + form)
            return ErrorStatementAst(span(start, rParen.extent), nested: [variable, condition])
        }
        return ForEachStatementAst(span(start, body.extent), label: label, variable: variable, condition: condition, parallel: parallel, throttleLimit: throttle, body: body)
    }
}
