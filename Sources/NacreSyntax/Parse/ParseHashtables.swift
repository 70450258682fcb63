extension ScriptParser {
    /// After `@{`.
    func parseHashtable(_ atCurly: Token) -> HashtableAst {
        let separator = commaIsSeparator
        commaIsSeparator = false
        var pairs: [(key: ExpressionAst, value: StatementAst)] = []
        let outer = mode
        skipNewlines()
        while let pair = parsePair() {
            pairs.append(pair)
            let k = peekKind
            if k != .newLine && k != .semi { break }
            skipNewlinesAndSemicolons()
        }
        let rCurly = next()
        var end = rCurly.extent
        if rCurly.kind != .rCurly {
            unget(rCurly)
            end = rCurly.before
            missingCurly(atCurly.after, detected: rCurly.extent)
        }
        setMode(outer)
        commaIsSeparator = separator
        let table = HashtableAst(span(atCurly.extent, end), pairs: pairs)
        checkKeys(table)
        return table
    }

    private func parsePair() -> (key: ExpressionAst, value: StatementAst)? {
        let outer = mode
        setMode(.expression)
        defer { setMode(outer) }
        commaIsSeparator = true
        let name: ExpressionAst? = parseSimpleName() ?? parseUnary()
        commaIsSeparator = false
        guard let key = name else { return nil }
        let equals = next()
        if equals.kind != .equals {
            unget(equals)
            report(key.extent.after, "MissingEqualsInHashLiteral", "Missing '=' operator after key in hash literal.")
            synchronizePair()
            return (key, ErrorStatementAst(key.extent.after, nested: []))
        }
        setMode(.command)
        skipNewlines()
        if let value = parseStatement() { return (key, value) }
        reportIncomplete(equals.after, "MissingStatementInHashLiteral", "Missing statement after '=' in hash literal.")
        return (key, ErrorStatementAst(equals.after, nested: []))
    }
}
