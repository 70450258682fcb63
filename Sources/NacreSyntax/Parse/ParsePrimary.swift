extension ScriptParser {
    /// A variable, literal or bracketed expression, with what is accessed on it; nil where none begins.
    func parsePrimary(members: Bool) -> ExpressionAst? {
        let t = peekToken()
        let e: ExpressionAst
        switch t.kind {
        case .variable, .splattedVariable:
            skip()
            return finishVariable(t, members: members)
        case .number:
            skip()
            e = ConstantExpressionAst(t.extent, value: number(t))
        case .stringLiteral:
            skip()
            let single = singleQuote(Int(t.start)) > 0
            e = StringConstantExpressionAst(t.extent, value: quotedValue(t), type: single ? .singleQuoted : .doubleQuoted)
        case .hereStringLiteral:
            skip()
            e = StringConstantExpressionAst(t.extent, value: value(t), type: .singleQuotedHereString)
        case .stringExpandable:
            skip()
            e = finishExpandable(t, .doubleQuoted)
        case .hereStringExpandable:
            skip()
            e = t.flags.contains(.expandable) ? finishExpandable(t, .doubleQuotedHereString)
                : StringConstantExpressionAst(t.extent, value: value(t), type: .doubleQuotedHereString)
        case .lParen: skip(); e = parseParen(t)
        case .dollarParen:
            skip()
            let block = parseSubexpression(t)
            e = SubExpressionAst(block.extent, subExpression: block)
        case .atParen:
            skip()
            let block = parseSubexpression(t)
            e = ArrayExpressionAst(block.extent, subExpression: block)
        case .atCurly: skip(); e = parseHashtable(t)
        case .lCurly: skip(); e = parseScriptBlockExpression(t)
        default: return nil
        }
        if !members || hasUngot { return e }
        guard let op = memberOperator(allowBracket: true) else { return e }
        return parseMembers(e, op)
    }

    private func quotedValue(_ t: Token) -> String {
        if t.flags.contains(.resolved) { return value(t) }
        let start = Int(t.start), end = Int(t.end)
        let open = max(singleQuote(start), doubleQuote(start))
        return text(start + open, end - 1)
    }

    private func finishVariable(_ t: Token, members: Bool) -> ExpressionAst {
        let path = variablePath(t)
        let splatted = t.kind == .splattedVariable
        var e: ExpressionAst
        if path.utf8.count > 6, case let p = Int(t.start) + (t.flags.contains(.braced) ? 2 : 1), bytes[p + 5] == UInt8(ascii: ":"),
           path.prefix(6).lowercased() == "using:" {
            e = UsingExpressionAst(t.extent, subExpression: VariableExpressionAst(t.extent, path: String(path.dropFirst(6)), splatted: splatted))
        } else {
            e = VariableExpressionAst(t.extent, path: path, splatted: splatted)
            if context.active { noteVariable(path, t.extent) }
        }
        if splatted {
            reportLater(t.extent, t.extent, "SplattingNotPermitted", "The splatting operator '@' cannot be used to reference variables in an expression. '@\(path)' can be used only as an argument to a command. To reference variables in an expression use '$\(path)'.")
        }
        if members, !hasUngot, let op = memberOperator(allowBracket: true) { e = parseMembers(e, op) }
        return e
    }

    private func parseParen(_ lParen: Token) -> ExpressionAst {
        let outer = mode, separator = commaIsSeparator
        setMode(.command)
        commaIsSeparator = false
        skipNewlines()
        var pipeline = parsePipelineChain()
        if pipeline == nil {
            reportIncomplete(lParen.after, "ExpectedExpression", "An expression was expected after '('.")
            pipeline = ErrorStatementAst(lParen.after, nested: [])
        }
        let inner = pipeline ?? ErrorStatementAst(lParen.after, nested: [])
        skipNewlines()
        let rParen = next()
        var end = rParen.extent
        if rParen.kind != .rParen {
            unget(rParen)
            end = inner.extent.after
            reportIncomplete(end, "MissingEndParenthesisInExpression", "Missing closing ')' in expression.")
        }
        commaIsSeparator = separator
        setMode(outer)
        return ParenExpressionAst(span(lParen.extent, end), pipeline: inner)
    }

    /// After `$(` or `@(`: statements and `)`.
    func parseSubexpression(_ open: Token) -> StatementBlockAst {
        let outer = mode, separator = commaIsSeparator
        setMode(.command)
        commaIsSeparator = false
        var list = StatementList()
        parseStatements(&list)
        let rParen = next()
        var end = rParen.extent
        if rParen.kind != .rParen {
            unget(rParen)
            end = rParen.before
            reportIncomplete(rParen.extent, "MissingEndParenthesisInSubexpression", "Missing closing ')' in subexpression.")
        }
        commaIsSeparator = separator
        setMode(outer)
        return StatementBlockAst(span(open.extent, end), statements: list.statements, traps: list.traps)
    }

    private func parseScriptBlockExpression(_ lCurly: Token) -> ExpressionAst {
        let outer = mode, separator = commaIsSeparator
        setMode(.command)
        commaIsSeparator = false
        let flow = leaveFlow()
        let block = parseScriptBlock(lCurly)
        restoreFlow(flow)
        commaIsSeparator = separator
        setMode(outer)
        return ScriptBlockExpressionAst(block.extent, scriptBlock: block)
    }

    // Expandable strings

    func finishExpandable(_ t: Token, _ type: StringConstantType) -> ExpressionAst {
        if pendingStart != t.start { rescan(t) }
        let value = pendingText
        let raw = pendingParts
        pendingParts = []
        var parts: [StringPart] = []
        parts.reserveCapacity(raw.count)
        for part in raw {
            switch part {
            case .text(let s): parts.append(.text(s))
            case .variable(let v):
                parts.append(.expression(finishNestedVariable(v)))
            case .subexpression(let start, let end): parts.append(.expression(parseNested(start, end, type)))
            }
        }
        return ExpandableStringExpressionAst(t.extent, parts: parts, value: value, type: type)
    }

    private func finishNestedVariable(_ v: Token) -> ExpressionAst {
        let saved = (ungot, hasUngot)
        hasUngot = false
        let e = finishVariable(v, members: false)
        (ungot, hasUngot) = saved
        return e
    }

    /// A `$(…)` inside a string: read from a copy that ends where the string's reader has found its end.
    private func parseNested(_ start: Int, _ end: Int, _ type: StringConstantType) -> ExpressionAst {
        guard enter() else { leave(); return ErrorExpressionAst(Extent(start, end), nested: []) }
        defer { leave() }
        let count = end - start
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: count + 4)
        copy.update(from: bytes + start, count: count)
        copy[count] = 0; copy[count + 1] = 0; copy[count + 2] = 0; copy[count + 3] = 0
        let saved = (bytes, limit, pos, tokenStart, mode, ungot, hasUngot, doublesQuotes, allowsSignedNumbers, endsNumberAtTernary, wantsSimpleName)
        bytes = UnsafePointer(copy) - start
        limit = end
        pos = start
        hasUngot = false
        mode = .expression
        allowsSignedNumbers = false
        endsNumberAtTernary = false
        wantsSimpleName = false
        if type == .doubleQuoted || type == .bareWord { doublesQuotes = true }
        nesting += 1
        let open = next()
        var e: ExpressionAst
        if open.kind == .dollarParen {
            let block = parseSubexpression(open)
            e = SubExpressionAst(block.extent, subExpression: block)
        } else {
            e = ErrorExpressionAst(Extent(start, end), nested: [])
        }
        (bytes, limit, pos, tokenStart, mode, ungot, hasUngot, doublesQuotes, allowsSignedNumbers, endsNumberAtTernary, wantsSimpleName) = saved
        nesting -= 1
        copy.deallocate()
        numberStart = -1
        pendingStart = -1
        return e
    }
}
