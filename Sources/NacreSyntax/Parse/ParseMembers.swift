extension ScriptParser {
    /// `.`, `::`, `?.`, `[` or `?[` right after an expression, or nil.
    func memberOperator(allowBracket: Bool) -> Token? {
        let b = bytes[pos]
        let c = bytes[pos + 1]
        func take(_ kind: TokenKind, _ n: Int) -> Token {
            tokenStart = pos
            pos += n
            let t = make(kind)
            if collector != nil { collector?.add(t, mode: mode, table: table) }
            return t
        }
        switch b {
        case UInt8(ascii: "."):
            if c == b { return nil }
            if mode == .command, endsWord(pos + 1), c != UInt8(ascii: "("), c != UInt8(ascii: "{") { return nil }
            return take(.dot, 1)
        case UInt8(ascii: ":"):
            if c != b { return nil }
            if mode == .command, endsWord(pos + 2), bytes[pos + 2] != UInt8(ascii: "("), bytes[pos + 2] != UInt8(ascii: "{") { return nil }
            return take(.colonColon, 2)
        case UInt8(ascii: "["): return allowBracket ? take(.lBracket, 1) : nil
        case UInt8(ascii: "?"):
            if c == UInt8(ascii: ".") { return take(.questionDot, 2) }
            if c == UInt8(ascii: "["), allowBracket { return take(.questionLBracket, 2) }
            return nil
        default: return nil
        }
    }

    /// Members, calls and indexes, as many as follow.
    func parseMembers(_ target: ExpressionAst, _ first: Token) -> ExpressionAst {
        var e = target
        var op: Token? = first
        var length = 0
        while let t = op {
            e = t.kind == .lBracket || t.kind == .questionLBracket ? parseIndex(e, t) : parseMember(e, t)
            op = hasUngot ? nil : memberOperator(allowBracket: true)
            length += 1
            if length >= 200, !chainMayGrow(length) { break }
        }
        return e
    }

    private func parseIndex(_ target: ExpressionAst, _ bracket: Token) -> ExpressionAst {
        let separator = commaIsSeparator
        commaIsSeparator = false
        defer { commaIsSeparator = separator }
        skipNewlines()
        var failed = false
        var index = parseExpression()
        if index == nil {
            failed = true
            reportIncomplete(bracket.after, "MissingArrayIndexExpression", "Array index expression is missing or not valid.")
            index = ErrorExpressionAst(bracket.extent, nested: [])
        }
        let i = index ?? ErrorExpressionAst(bracket.extent, nested: [])
        skipNewlines()
        let close = next()
        var end = close.extent
        if close.kind != .rBracket {
            unget(close)
            end = i.extent
            if !failed, !(i is ErrorExpressionAst) {
                reportIncomplete(i.extent.after, "MissingEndSquareBracket", "Missing ']' after array index expression.")
            }
        }
        return IndexExpressionAst(span(target.extent, end), target: target, index: i, nullConditional: bracket.kind == .questionLBracket)
    }

    private func parseMember(_ target: ExpressionAst, _ op: Token) -> ExpressionAst {
        let isStatic = op.kind == .colonColon, conditional = op.kind == .questionDot
        let member: ExpressionAst
        if let name = parseMemberName() {
            member = name
            if !hasUngot {
                var types: [TypeName] = []
                if bytes[pos] == UInt8(ascii: "["), let t = parseGenericMethodArguments() { types = t }
                if !hasUngot, bytes[pos] == UInt8(ascii: "(") || bytes[pos] == UInt8(ascii: "{") {
                    return parseCall(target, member, types, isStatic, conditional)
                }
            }
        } else {
            reportIncomplete(op.after, "MissingPropertyName", "Missing property name after reference operator.")
            member = parseSingleArgument(.argument) ?? ErrorExpressionAst(span(target.extent, op.extent), nested: [])
        }
        return MemberExpressionAst(span(target.extent, member.extent), expression: target, member: member, isStatic: isStatic, nullConditional: conditional)
    }

    private func parseMemberName() -> ExpressionAst? {
        skipNewlines()
        if let name = parseSimpleName() { return name }
        let e = parsePrimary(members: false)
        return e
    }

    /// A plain word of letters, digits and underscores (a keyword too), or nil.
    func parseSimpleName() -> StringConstantExpressionAst? {
        wantsSimpleName = true
        if hasUngot, ungot.kind == .generic || ungot.kind == .identifier || ungot.kind.isKeyword { resync(ungot) }
        let t = peekToken()
        wantsSimpleName = false
        guard t.kind == .identifier else { return nil }
        skip()
        if collector != nil { collector?.mark(t.start, .member) }
        return StringConstantExpressionAst(t.extent, value: text(t), type: .bareWord)
    }

    /// `[type, type]` between a method's name and its `(`; nil (and nothing read) where it is an index.
    private func parseGenericMethodArguments() -> [TypeName]? {
        let start = pos
        let before = (diagnostics.count, deferred.count)
        pos += 1
        var names: [TypeName] = []
        let outer = mode
        mode = .typeName
        var good = false
        while true {
            skipNewlines()
            let t = next()
            guard t.kind == .identifier || t.kind == .lBracket else { break }
            names.append(parseGenericArgument(t))
            skipNewlines()
            let separator = next()
            if separator.kind == .comma { continue }
            good = separator.kind == .rBracket && !hasUngot && bytes[pos] == UInt8(ascii: "(") && diagnostics.count == before.0
            break
        }
        mode = outer
        if good { return names }
        diagnostics.removeSubrange(before.0...)
        deferred.removeSubrange(before.1...)
        resync(start)
        return nil
    }

    private func parseCall(_ target: ExpressionAst, _ member: ExpressionAst, _ types: [TypeName], _ isStatic: Bool, _ conditional: Bool) -> ExpressionAst {
        let open = next()
        var arguments: [ExpressionAst] = []
        var end: Extent
        if open.kind == .lCurly {
            // `.ForEach{ … }`
            unget(open)
            if let block = parsePrimary(members: false) { arguments = [block]; end = block.extent } else { end = open.extent }
        } else {
            (arguments, end) = parseCallArguments(open)
        }
        return InvokeMemberExpressionAst(span(target.extent, end), expression: target, member: member, isStatic: isStatic, nullConditional: conditional, arguments: arguments, genericTypeArguments: types)
    }

    /// After `(`: arguments and `)`; gives where they end.
    func parseCallArguments(_ lParen: Token) -> ([ExpressionAst], Extent) {
        let separator = commaIsSeparator
        commaIsSeparator = true
        defer { commaIsSeparator = separator }
        var arguments: [ExpressionAst] = []
        var comma: Token?
        var reported = false
        while true {
            skipNewlines()
            guard let argument = parseExpression() else {
                if let comma {
                    reportIncomplete(comma.after, "MissingExpressionAfterToken", "Missing expression after ','.")
                    reported = true
                }
                break
            }
            arguments.append(argument)
            skipNewlines()
            let c = peekToken()
            if c.kind != .comma { break }
            skip()
            comma = c
        }
        skipNewlines()
        let rParen = next()
        if rParen.kind == .rParen { return (arguments, rParen.extent) }
        unget(rParen)
        let end = arguments.last?.extent ?? lParen.extent
        if !reported { reportIncomplete(end.after, "MissingEndParenthesisInMethodCall", "Missing ')' in method call.") }
        return (arguments, end)
    }
}
