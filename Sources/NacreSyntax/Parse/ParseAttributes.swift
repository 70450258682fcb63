extension ScriptParser {
    /// Attributes and type constraints, one after the other; nil where there is none.
    func parseAttributeList(inExpression: Bool) -> [AttributeBaseAst]? {
        guard let first = parseAttribute() else { return nil }
        var list = [first]
        while true {
            if !inExpression || list[list.count - 1] is AttributeAst { skipNewlines() }
            // `[type].member` and `[type]::member` are expressions: look no further.
            if inExpression, !hasUngot, memberFollows { return list }
            guard let a = parseAttribute() else { return list }
            list.append(a)
        }
    }

    private var memberFollows: Bool {
        switch bytes[pos] {
        case UInt8(ascii: "."), UInt8(ascii: "?"): true
        case UInt8(ascii: ":"): bytes[pos + 1] == UInt8(ascii: ":")
        default: false
        }
    }

    /// `[name]` or `[name(arguments)]`, or nil.
    func parseAttribute() -> AttributeBaseAst? {
        let outer = mode
        if mode == .command { setMode(.expression) }
        defer { setMode(outer) }
        let bracket = peekToken()
        if bracket.kind != .lBracket { return nil }
        skip()
        let inner = mode
        setMode(.typeName)
        skipNewlines()
        guard let type = parseTypeName() else {
            setMode(inner)
            reportIncomplete(bracket.after, "MissingTypename", "Missing type name after '['.")
            resync(bracket)
            return nilAfterMissingType(bracket)
        }
        let t = next()
        setMode(inner)
        if classDepth > 0 { noteTypeUse(type, isAttribute: t.kind == .lParen) }
        if t.kind == .lParen {
            return finishAttribute(bracket, type, t)
        }
        if t.kind == .rBracket { return TypeConstraintAst(span(bracket.extent, t.extent), typeName: type) }
        unget(t)
        // Read it again in this mode, but keep it read: no member follows a broken type.
        resync(t)
        _ = peekToken()
        missingBracket(t)
        return TypeConstraintAst(span(bracket.extent, type.extent), typeName: type)
    }

    private func nilAfterMissingType(_ bracket: Token) -> AttributeBaseAst? { nil }

    private func finishAttribute(_ bracket: Token, _ type: TypeName, _ lParen: Token) -> AttributeBaseAst {
        let separator = commaIsSeparator
        commaIsSeparator = true
        let outer = mode
        setMode(.expression)
        var positional: [ExpressionAst] = [], named: [NamedAttributeArgumentAst] = []
        skipNewlines()
        var last = lParen.extent
        parseAttributeArguments(&positional, &named, &last)
        skipNewlines()
        let rParen = next()
        var end = rParen.extent
        var failed = false
        if rParen.kind != .rParen {
            unget(rParen)
            failed = true
            end = last
            reportIncomplete(last.after, "MissingEndParenthesisInExpression", "Missing closing ')' in expression.")
        }
        skipNewlines()
        let rBracket = next()
        if rBracket.kind == .rBracket { end = rBracket.extent } else {
            unget(rBracket)
            if !failed {
                reportIncomplete(rParen.after, "EndSquareBracketExpectedAtEndOfAttribute", "Missing ] at end of attribute or type literal.")
            }
        }
        setMode(outer)
        commaIsSeparator = separator
        let attribute = AttributeAst(span(bracket.extent, end), typeName: type, positional: positional, named: named)
        checkAttribute(attribute)
        return attribute
    }

    private func parseAttributeArguments(_ positional: inout [ExpressionAst], _ named: inout [NamedAttributeArgumentAst], _ last: inout Extent) {
        var comma: Token?
        while true {
            skipNewlines()
            let start = peekToken()
            if start.kind == .identifier || start.kind.isKeyword, let name = parseSimpleName() {
                let equals = peekToken()
                var value: ExpressionAst?
                if equals.kind == .equals {
                    skip()
                    skipNewlines()
                    value = parseExpression()
                    if value == nil {
                        reportIncomplete(equals.after, "MissingExpressionInNamedArgument", "Missing statement after '=' in named argument.")
                        value = ErrorExpressionAst(equals.after, nested: [])
                        synchronizePast(.rParen)
                    }
                    last = value?.extent ?? last
                }
                let lower = name.value.lowercased()
                if named.contains(where: { $0.argumentName.lowercased() == lower }) {
                    report(name.extent, "DuplicateNamedArgument", "Duplicate named argument '\(name.value)'.")
                } else {
                    named.append(NamedAttributeArgumentAst(span(name.extent, value?.extent ?? name.extent), name: name.value, argument: value))
                }
            } else if let e = parseExpression() {
                positional.append(e)
                last = e.extent
            } else if let comma {
                reportIncomplete(comma.after, "MissingExpressionAfterToken", "Missing expression after ','.")
                positional.append(ErrorExpressionAst(comma.after, nested: []))
                last = comma.after
            }
            skipNewlines()
            let c = peekToken()
            if c.kind != .comma { return }
            comma = c
            last = c.extent
            skip()
        }
    }
}
