extension ScriptParser {
    func parseIf(_ ifToken: Token) -> StatementAst {
        var clauses: [(condition: StatementAst, body: StatementBlockAst)] = []
        var elseClause: StatementBlockAst?
        var keyword = ifToken
        var end = ifToken.extent
        while true {
            skipNewlines()
            let word = text(keyword)
            let lParen = next()
            if lParen.kind != .lParen {
                unget(lParen)
                reportIncomplete(keyword.after, "MissingOpenParenthesisInIfStatement", "Missing '(' after '\(word)' in if statement.")
                return ErrorStatementAst(span(ifToken.extent, keyword.extent), nested: nested(clauses))
            }
            skipNewlines()
            let condition = parsePipelineChain()
            if condition == nil {
                reportIncomplete(lParen.after, "IfStatementMissingCondition", "Missing condition in if statement after '\(word) ('.")
            }
            skipNewlines()
            let rParen = next()
            if rParen.kind != .rParen {
                unget(rParen)
                if condition != nil {
                    reportIncomplete(rParen.extent, "MissingEndParenthesisAfterStatement", "Missing closing ')' after expression in '\(word)' statement.")
                }
                return ErrorStatementAst(Extent(start: ifToken.start, end: rParen.start), nested: nested(clauses))
            }
            skipNewlines()
            guard let body = parseStatementBlock() else {
                reportIncomplete(rParen.extent, "MissingStatementBlock", "Missing statement block after \(word) ( condition ).")
                return ErrorStatementAst(span(ifToken.extent, rParen.extent), nested: nested(clauses))
            }
            clauses.append((condition ?? ErrorStatementAst(lParen.after, nested: []), body))
            end = body.extent
            // The line ends after the block matter if neither `elseif` nor `else` follows.
            let restore = restorePoint
            skipNewlines()
            keyword = peekToken()
            if keyword.kind == .kwElseIf { skip(); continue }
            if keyword.kind == .kwElse {
                skip()
                skipNewlines()
                guard let body = parseStatementBlock() else {
                    reportIncomplete(keyword.after, "MissingStatementBlockAfterElse", "Missing statement block after 'else' keyword.")
                    return ErrorStatementAst(span(ifToken.extent, keyword.extent), nested: nested(clauses))
                }
                elseClause = body
                end = body.extent
            } else {
                resync(restore)
            }
            return IfStatementAst(span(ifToken.extent, end), clauses: clauses, elseClause: elseClause)
        }
    }

    private func nested(_ clauses: [(condition: StatementAst, body: StatementBlockAst)]) -> [Ast] {
        clauses.flatMap { [$0.condition, $0.body] as [Ast] }
    }

    func parseSwitch(_ label: String?, _ keyword: Token, from: Token? = nil) -> StatementAst {
        let start = (from ?? keyword).extent
        var end = keyword.extent
        var failed = false, incomplete = false
        var flags: SwitchFlags = []
        var condition: StatementAst?
        while case let p = peekToken(), p.kind == .parameter {
            skip()
            end = p.extent
            let name = parameterName(p).lowercased()
            func isFlag(_ full: String) -> Bool { full.hasPrefix(name) }
            if isFlag("regex") { flags.insert(.regex); flags.remove(.wildcard) }
            else if isFlag("wildcard") { flags.insert(.wildcard); flags.remove(.regex) }
            else if isFlag("exact") { flags.remove(.regex); flags.remove(.wildcard); flags.insert(.exact) }
            else if isFlag("casesensitive") { flags.insert(.caseSensitive) }
            else if isFlag("parallel") { flags.insert(.parallel) }
            else if isFlag("file") {
                flags.insert(.file)
                if let file = parseSingleArgument(.fileName) {
                    end = file.extent
                    condition = PipelineAst(file.extent, elements: [CommandExpressionAst(file.extent, expression: file, redirections: [])])
                } else {
                    failed = true
                    incomplete = reportIncomplete(p.after, "MissingFilenameOption", "Cannot process the 'switch' statement because of a missing file name argument to the -file option.")
                }
            } else {
                failed = true
                report(p.extent, "InvalidSwitchFlag", "The parameter \(parameterName(p)) is not valid for the switch statement.")
            }
        }
        let lParen = peekToken()
        let valueRequired = "A switch statement must have one of the following:  '-file file_name' or '( expression )'."
        if lParen.kind == .lParen {
            end = lParen.extent
            skip()
            if flags.contains(.file) {
                failed = true
                report(lParen.extent, "PipelineValueRequired", valueRequired)
            }
            skipNewlines()
            condition = parsePipelineChain()
            if let condition { end = condition.extent } else {
                failed = true
                incomplete = reportIncomplete(lParen.after, "PipelineValueRequired", valueRequired)
            }
            skipNewlines()
            let rParen = next()
            if rParen.kind == .rParen { end = rParen.extent } else {
                unget(rParen)
                if !incomplete {
                    failed = true
                    incomplete = reportIncomplete(end.after, "MissingEndParenthesisInSwitchStatement", "Missing ')' after expression in switch statement.")
                }
            }
        } else if !flags.contains(.file) {
            failed = true
            incomplete = reportIncomplete(end.after, "PipelineValueRequired", valueRequired)
        }
        var clauses: [(test: ExpressionAst, body: StatementBlockAst)] = []
        var defaultClause: StatementBlockAst?
        skipNewlines()
        let lCurly = next()
        if lCurly.kind != .lCurly {
            unget(lCurly)
            if !incomplete {
                failed = true
                reportIncomplete(end.after, "MissingCurlyBraceInSwitchStatement", "Missing '{' in switch statement.")
            }
        } else {
            end = lCurly.extent
            skipNewlines()
            loopDepth += 1
            defer { loopDepth -= 1 }
            while true {
                guard let test = parseSingleArgument(.switchCondition) else {
                    failed = true
                    reportIncomplete(end.after, "MissingSwitchConditionExpression", "Missing condition in switch statement clause.")
                    if peekKind == .rCurly { skip() }
                    break
                }
                end = test.extent
                skipNewlines()
                if let body = parseStatementBlock() {
                    end = body.extent
                    if let word = test as? StringConstantExpressionAst, word.stringType == .bareWord, word.value.lowercased() == "default" {
                        if defaultClause != nil {
                            failed = true
                            report(test.extent, "MultipleSwitchDefaultClauses", "A switch statement can have only one default clause.")
                        }
                        defaultClause = body
                    } else {
                        clauses.append((test, body))
                    }
                } else {
                    failed = true
                    incomplete = reportIncomplete(end.after, "MissingSwitchStatementClause", "Missing statement block in switch statement clause.")
                }
                skipNewlinesAndSemicolons()
                let t = peekToken()
                if t.kind == .rCurly { skip(); end = t.extent; break }
                if t.kind == .endOfInput {
                    if !incomplete { failed = true; missingCurly(lCurly.extent, detected: t.extent) }
                    break
                }
            }
        }
        if failed { return ErrorStatementAst(span(start, end), nested: clauses.flatMap { [$0.test, $0.body] as [Ast] }) }
        return SwitchStatementAst(span(start, end), label: label, condition: condition, flags: flags, clauses: clauses, defaultClause: defaultClause)
    }
}
