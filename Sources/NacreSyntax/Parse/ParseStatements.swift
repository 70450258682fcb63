extension ScriptParser {
    /// One statement, or nil where none begins (the end, a closing bracket).
    func parseStatement() -> StatementAst? {
        guard enter() else { leave(); return nil }
        defer { leave() }
        if byteAhead == UInt8(ascii: "$"), mode == .command { return parsePipelineChain() }
        var t = next()
        // What most statements begin with
        if t.kind == .generic || t.kind == .variable {
            if t.kind == .generic, bytes[Int(t.start)] == UInt8(ascii: "[") { return parseAttributedStatement(t) }
            unget(t)
            return parsePipelineChain()
        }
        if t.kind == .lBracket, mode == .command { return parseAttributedStatement(t) }
        return parseStatement(&t, attributes: nil)
    }

    /// A statement that begins with `[`: attributes before a class or enum, or an expression.
    private func parseAttributedStatement(_ first: Token) -> StatementAst? {
        let start = Int(first.start)
        let diagnosticsBefore = diagnostics.count, deferredBefore = deferred.count
        resync(start)
        attempts += 1
        defer { attempts -= 1 }
        if attempts <= 3 || keywordFollowsBrackets(start), let attributes = parseAttributeList(inExpression: false) {
            var t = peekToken()
            if t.kind == .kwClass || t.kind == .kwEnum || t.kind == .kwInterface {
                skip()
                return parseStatement(&t, attributes: attributes)
            }
        }
        diagnostics.removeSubrange(diagnosticsBefore...)
        deferred.removeSubrange(deferredBefore...)
        resync(start)
        return parsePipelineChain()
    }

    private func parseStatement(_ t: inout Token, attributes: [AttributeBaseAst]?) -> StatementAst? {
        switch t.kind {
        case .kwIf: return parseIf(t)
        case .kwSwitch: return parseSwitch(nil, t)
        case .kwForeach: return parseForeach(nil, t)
        case .kwFor: return parseFor(nil, t)
        case .kwWhile: return parseWhile(nil, t)
        case .kwDo: return parseDo(nil, t)
        case .kwFunction, .kwFilter, .kwWorkflow: return parseFunction(t)
        case .kwReturn: return parseExit(t, .return)
        case .kwThrow: return parseExit(t, .throw)
        case .kwExit: return parseExit(t, .exit)
        case .kwBreak: return BreakStatementAst(t.extent, label: nil).withLabel(self, t)
        case .kwContinue: return ContinueStatementAst(t.extent, label: nil).withLabel(self, t)
        case .kwTrap: return parseTrap(t)
        case .kwTry: return parseTry(t)
        case .kwData: return parseData(t)
        case .kwParallel, .kwSequence: return parseBlockStatement(t)
        case .kwClass: return parseClass(t, attributes)
        case .kwEnum: return parseEnum(t, attributes)
        case .kwUsing:
            let s = parseUsing(t)
            report(s.extent, "UsingMustBeAtStartOfScript", "A 'using' statement must appear before any other statements in a script.")
            return s
        case .kwFrom, .kwDefine, .kwVar:
            report(t.extent, "ReservedKeywordNotAllowed", "The '\(text(t))' keyword is not supported in this version of the language.")
            return ErrorStatementAst(t.extent, nested: [])
        case .label:
            return parseLabeled(t)
        case .endOfInput:
            unget(t)
            return nil
        default:
            unget(t)
            return parsePipelineChain()
        }
    }

    private func parseLabeled(_ label: Token) -> StatementAst? {
        skipNewlines()
        let t = next()
        let name = text(Int(label.start) + 1, Int(label.end))
        switch t.kind {
        case .kwSwitch: return parseSwitch(name, t, from: label)
        case .kwForeach: return parseForeach(name, t, from: label)
        case .kwFor: return parseFor(name, t, from: label)
        case .kwWhile: return parseWhile(name, t, from: label)
        case .kwDo: return parseDo(name, t, from: label)
        default:
            // No loop: the label is a command's name.
            resync(label)
            return parsePipelineChain()
        }
    }

    private func parseExit(_ keyword: Token, _ kind: ExitKind) -> StatementAst {
        let pipeline = parsePipelineChain()
        let extent = pipeline.map { span(keyword.extent, $0.extent) } ?? keyword.extent
        if kind == .return { noteReturn(extent, hasValue: pipeline != nil) }
        if kind != .throw { noteLeaving(kind == .return ? extent : extent, kind) }
        return ExitStatementAst(extent, kind: kind, pipeline: pipeline)
    }

    /// The label after `break` or `continue`, on the same line.
    func parseBreakLabel() -> ExpressionAst? {
        switch peekKind {
        case .newLine, .semi, .rCurly, .rParen, .endOfInput, .pipe, .andAnd, .orOr, .comma, .ampersand: return nil
        default: break
        }
        let name = parseSimpleName()
        if let name { return name }
        return parsePrimary(members: true) ?? parseSingleArgument(.argument)
    }

    private func parseBlockStatement(_ keyword: Token) -> StatementAst? {
        skipNewlines()
        guard let body = parseStatementBlock() else {
            // Not followed by a block: a command of that name.
            resync(keyword)
            return parsePipelineChain()
        }
        report(keyword.extent, "UnexpectedKeyword", "The '\(text(keyword))' keyword is allowed only inside a workflow.")
        return BlockStatementAst(span(keyword.extent, body.extent), keyword: text(keyword).lowercased(), body: body)
    }

    private func parseTrap(_ keyword: Token) -> StatementAst {
        skipNewlines()
        let type = parseAttribute()
        skipNewlines()
        guard let body = parseStatementBlock() else {
            reportIncomplete(type?.extent.after ?? keyword.after, "MissingTrapStatement", "Missing statement body in trap statement.")
            return ErrorStatementAst(keyword.extent, nested: [])
        }
        return TrapStatementAst(span(keyword.extent, body.extent), type: type as? TypeConstraintAst, body: body)
    }

    private func parseTry(_ keyword: Token) -> StatementAst {
        skipNewlines()
        guard let body = parseStatementBlock() else {
            reportIncomplete(keyword.after, "MissingTryStatementBlock", "The Try statement is missing its statement block.")
            return ErrorStatementAst(keyword.extent, nested: [])
        }
        var clauses: [CatchClauseAst] = [], failed = false, end = body.extent
        while let clause = parseCatch(&failed) { clauses.append(clause); end = clause.extent }
        var finally: StatementBlockAst?
        let restore = restorePoint
        skipNewlines()
        let f = peekToken()
        if f.kind == .kwFinally {
            skip()
            skipNewlines()
            finallyDepth += 1
            let outer = loopDepth
            loopDepth = 0
            finally = parseStatementBlock()
            loopDepth = outer
            finallyDepth -= 1
            if let finally { end = finally.extent } else {
                failed = true
                reportIncomplete(f.after, "MissingFinallyStatementBlock", "The Finally block is missing its statement block.")
            }
        } else if !failed {
            resync(restore)
        }
        if clauses.isEmpty, finally == nil, !failed {
            reportIncomplete(body.extent.after, "MissingCatchOrFinally", "The Try statement is missing its Catch or Finally block.")
        }
        return TryStatementAst(span(keyword.extent, end), body: body, catchClauses: clauses, finally: finally)
    }

    private func parseCatch(_ failed: inout Bool) -> CatchClauseAst? {
        let restore = restorePoint
        skipNewlines()
        let keyword = peekToken()
        if keyword.kind != .kwCatch { resync(restore); return nil }
        skip()
        var types: [TypeConstraintAst] = [], last = keyword.extent, comma: Token?
        while true {
            skipNewlines()
            guard let type = parseAttribute() else {
                if let comma {
                    failed = true
                    reportIncomplete(comma.after, "MissingTypeLiteralToken", "Missing type literal token.")
                }
                break
            }
            comma = nil
            last = type.extent
            if let constraint = type as? TypeConstraintAst { types.append(constraint) }
            skipNewlines()
            let c = peekToken()
            if c.kind != .comma { break }
            comma = c
            skip()
        }
        skipNewlines()
        guard let body = parseStatementBlock() else {
            if comma == nil {
                failed = true
                reportIncomplete(last.after, "MissingCatchHandlerBlock", "The Catch block is missing its statement block.")
            }
            return nil
        }
        return CatchClauseAst(span(keyword.extent, body.extent), types: types, body: body)
    }

    private func parseData(_ keyword: Token) -> StatementAst {
        skipNewlines()
        var variable: String?, commands: [ExpressionAst] = [], last = keyword.extent
        if let name = parseSimpleName() { variable = name.value; last = name.extent }
        skipNewlines()
        let p = peekToken()
        if p.kind == .parameter {
            skip()
            last = p.extent
            if !"supportedcommand".hasPrefix(parameterName(p).lowercased()) {
                report(p.extent, "InvalidParameterForDataSectionStatement", "The parameter \(parameterName(p)) is not valid for the data section statement.")
            }
            var comma: Token?
            while true {
                skipNewlines()
                guard let command = parseSingleArgument(.commandName) else {
                    reportIncomplete((comma ?? p).after, "MissingValueForSupportedCommandInDataSectionStatement", "The -SupportedCommand parameter requires a value.")
                    break
                }
                commands.append(command)
                last = command.extent
                let c = peekToken()
                if c.kind != .comma { break }
                comma = c
                skip()
            }
        }
        skipNewlines()
        guard let body = parseStatementBlock() else {
            reportIncomplete(last.after, "MissingStatementBlockForDataSection", "The statement block of the data section is missing.")
            return ErrorStatementAst(span(keyword.extent, last), nested: [])
        }
        checkDataSection(body, commands)
        return DataStatementAst(span(keyword.extent, body.extent), variable: variable, commandsAllowed: commands, body: body)
    }
}

private extension BreakStatementAst {
    func withLabel(_ p: ScriptParser, _ t: Token) -> StatementAst {
        let label = p.parseBreakLabel()
        p.noteLeaving(t.extent, nil)
        return label == nil ? self : BreakStatementAst(span(extent, label?.extent ?? extent), label: label)
    }
}
private extension ContinueStatementAst {
    func withLabel(_ p: ScriptParser, _ t: Token) -> StatementAst {
        let label = p.parseBreakLabel()
        p.noteLeaving(t.extent, nil)
        return label == nil ? self : ContinueStatementAst(span(extent, label?.extent ?? extent), label: label)
    }
}
