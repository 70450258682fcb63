/// Where a word of a command stands.
enum ArgumentContext { case commandName, invokedName, argument, fileName, switchCondition }

extension ScriptParser {
    /// A command call in command mode; nil where none begins.
    func parseCommand() -> CommandBaseAst? {
        let outer = mode
        setMode(.command)
        var elements: [Ast] = []
        var redirections: [RedirectionAst] = []
        var t = next()
        let first = t
        var end = t.extent
        var invocation = InvocationOperator.none
        if t.kind == .dot { invocation = .dot; t = next() } else if t.kind == .ampersand { invocation = .ampersand; t = next() }
        var context: ArgumentContext = invocation == .none ? .commandName : .invokedName
        var sawDashDash = false
        if first.kind != .endOfInput, first.kind != .newLine { elements.reserveCapacity(4) }
        scanning: while true {
            switch t.kind {
            case .pipe, .rCurly, .rParen, .endOfInput, .newLine, .semi, .andAnd, .orOr, .ampersand:
                unget(t)
                break scanning
            case .minusMinus:
                end = t.extent
                elements.append(sawDashDash ? StringConstantExpressionAst(t.extent, value: text(t), type: .bareWord)
                                : CommandParameterAst(t.extent, name: "-", argument: nil, errorPosition: t.extent))
                sawDashDash = true
            case .comma:
                end = t.extent
                report(t.extent, "MissingArgument", "Missing argument in parameter list.")
                skipNewlines()
            case .redirection where context == .argument, .redirectIn where context == .argument:
                if let r = parseRedirection(t, &redirections) { end = r.extent } else { end = t.extent }
                t = next()
                continue
            case .parameter:
                if context != .argument || sawDashDash {
                    end = t.extent
                    elements.append(StringConstantExpressionAst(t.extent, value: text(t), type: .bareWord))
                } else {
                    let p = parseParameter(t)
                    end = p.extent
                    elements.append(p)
                }
            default:
                let deferredBefore = deferred.count
                guard let argument = parseArgument(context, t) else {
                    // Nothing was taken: the token ends the command.
                    break scanning
                }
                end = argument.extent
                elements.append(argument)
                if collector != nil, context != .argument, argument is StringConstantExpressionAst { collector?.mark(t.start, .command) }
                if deferred.count > deferredBefore { forgiveSplat(argument, deferredBefore) }
                if t.kind == .generic, t.end - t.start == 3, isVerbatimMark(t), context == .argument, let rest = scanVerbatim(after: t) {
                    elements.append(rest)
                    end = rest.extent
                    break scanning
                }
            }
            context = .argument
            t = next()
        }
        setMode(outer)
        if elements.isEmpty {
            if invocation != .none {
                report(first.extent, "MissingExpression", "Missing expression after '\(text(first))' in pipeline element.")
                if case let t = peekToken(), t.kind == .newLine || t.kind == .semi { reportUnexpected(t) }
                return CommandExpressionAst(first.extent, expression: ErrorExpressionAst(first.extent, nested: []), redirections: redirections)
            }
            if !redirections.isEmpty { return CommandAst(span(first.extent, end), invocation: .none, elements: [], redirections: redirections) }
            return nil
        }
        return CommandAst(span(first.extent, end), invocation: invocation, elements: elements, redirections: redirections)
    }

    private func parseParameter(_ t: Token) -> CommandParameterAst {
        var argument: ExpressionAst?
        var extent = t.extent
        if t.flags.contains(.colon), peekKind != .comma {
            argument = parseArgument(.argument, next())
            if let argument { extent = span(t.extent, argument.extent) } else {
                reportIncomplete(t.after, "ParameterRequiresArgument", "Parameter \(text(t)) requires an argument.")
            }
        }
        return CommandParameterAst(extent, name: parameterName(t), argument: argument, errorPosition: t.extent)
    }

    private func isVerbatimMark(_ t: Token) -> Bool {
        let p = Int(t.start)
        return bytes[p] == 0x2D && bytes[p + 1] == 0x2D && bytes[p + 2] == UInt8(ascii: "%")
    }

    /// What follows `--%`: up to the line's end, or `|` or `&&` outside quotes.
    private func scanVerbatim(after mark: Token) -> StringConstantExpressionAst? {
        resync(Int(mark.end))
        while has(pos, CharacterTable.white) { pos += 1 }
        let start = pos
        var quoted = false
        while true {
            let b = bytes[pos]
            if b == 0x0A || b == 0x0D || (b == 0 && pos >= limit) { break }
            if b == UInt8(ascii: "\"") { quoted.toggle() }
            if !quoted, b == UInt8(ascii: "|") || (b == UInt8(ascii: "&") && bytes[pos + 1] == b) { break }
            pos += 1
        }
        if pos == start { return nil }
        return StringConstantExpressionAst(Extent(start, pos), value: text(start, pos), type: .bareWord)
    }

    /// A splatted variable is allowed as an argument of its own.
    private func forgiveSplat(_ argument: ExpressionAst, _ from: Int) {
        let variable = (argument as? VariableExpressionAst) ?? ((argument as? UsingExpressionAst)?.subExpression as? VariableExpressionAst)
        guard let variable, variable.splatted else { return }
        if let i = deferred[from...].firstIndex(where: { $0.diagnostic.id == "SplattingNotPermitted" && $0.diagnostic.extent == argument.extent }) {
            deferred.remove(at: i)
        }
    }

    /// One argument read in command mode, or nil.
    func parseSingleArgument(_ context: ArgumentContext) -> ExpressionAst? {
        let k = peekKind
        if k == .comma || k == .endOfInput { return nil }
        let outer = mode
        setMode(.command)
        let a = parseArgument(context, next())
        setMode(outer)
        return a
    }

    /// An argument that begins with `t`; with commas after it an array.
    func parseArgument(_ context: ArgumentContext, _ first: Token) -> ExpressionAst? {
        var t = first
        var list: [ExpressionAst] = []
        var comma: Token?
        while true {
            let argument: ExpressionAst
            switch t.kind {
            case .newLine, .endOfInput, .semi, .rParen, .rCurly, .pipe, .andAnd, .orOr, .ampersand, .comma,
                 .minusMinus where comma != nil || context != .argument,
                 .redirection where context == .argument || context == .fileName, .redirectIn where context == .argument || context == .fileName:
                unget(t)
                if let comma, let start = list.first {
                    reportIncomplete(comma.after, "MissingExpression", "Missing expression after ',' in pipeline element.")
                    return ErrorExpressionAst(span(start.extent, comma.extent), nested: list)
                }
                return nil
            case .generic:
                if t.flags.contains(.expandable), context != .commandName {
                    argument = finishExpandable(t, .bareWord)
                } else {
                    argument = StringConstantExpressionAst(t.extent, value: value(t), type: .bareWord)
                    // What follows `--%` must not be read as tokens.
                    if t.end - t.start == 3, isVerbatimMark(t), context == .argument, list.isEmpty { return argument }
                }
            case .variable, .splattedVariable, .number, .stringLiteral, .stringExpandable, .hereStringLiteral, .hereStringExpandable,
                 .lParen, .dollarParen, .atParen, .atCurly, .lCurly:
                unget(t)
                guard let e = parsePrimary(members: true) else { skip(); return nil }
                argument = e
            default:
                if collector != nil { collector?.mark(t.start, .argument) }
                argument = StringConstantExpressionAst(t.extent, value: text(t), type: .bareWord)
            }
            guard context == .argument || context == .switchCondition, peekKind == .comma else {
                if list.isEmpty { return argument }
                list.append(argument)
                return ArrayLiteralAst(span(list[0].extent, argument.extent), elements: list)
            }
            list.append(argument)
            comma = peekToken()
            skip()
            skipNewlines()
            t = next()
        }
    }

    /// The text a string or generic token stands for.
    func value(_ t: Token) -> String {
        if t.flags.contains(.resolved) || t.flags.contains(.expandable) {
            if pendingStart != t.start { rescan(t) }
            return pendingText
        }
        return text(t)
    }

    /// Reads a token again whose pending text has been overwritten.
    func rescan(_ t: Token) {
        let saved = (pos, tokenStart, ungot, hasUngot, diagnostics.count)
        let c = collector
        collector = nil
        hasUngot = false
        pos = Int(t.start)
        _ = lex()
        collector = c
        (pos, tokenStart, ungot, hasUngot) = (saved.0, saved.1, saved.2, saved.3)
        diagnostics.removeSubrange(saved.4...)
    }
}
