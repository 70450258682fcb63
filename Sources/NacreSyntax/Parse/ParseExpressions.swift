extension ScriptParser {
    /// An expression with the ternary operator, or nil where none begins.
    func parseExpression(endNumber: Bool = false) -> ExpressionAst? {
        guard enter() else { leave(); return nil }
        defer { leave() }
        let outer = mode
        setMode(.expression)
        defer { setMode(outer) }
        guard let condition = parseBinary(endNumber: endNumber) else { return nil }
        let question = peekToken()
        if question.kind != .questionMark { return condition }
        skip()
        skipNewlines()
        func missing(_ t: Token) -> ExpressionAst {
            reportIncomplete(t.after, "ExpectedValueExpression", "You must provide a value expression following the '\(text(t))' operator.")
            return ErrorExpressionAst(t.after, nested: [])
        }
        let ifTrue = parseExpression(endNumber: true) ?? missing(question)
        skipNewlines()
        let colon = next()
        if colon.kind != .colon {
            unget(colon)
            if !(ifTrue is ErrorExpressionAst) || ifTrue.extent.start != ifTrue.extent.end {
                reportIncomplete(ifTrue.extent.after, "MissingColonInTernaryExpression", "Missing ':' in the ternary expression.")
            }
            return ErrorExpressionAst(Extent(start: condition.extent.start, end: max(ifTrue.extent.end, condition.extent.end)), nested: [condition, ifTrue])
        }
        skipNewlines()
        let ifFalse = parseExpression() ?? missing(colon)
        return TernaryExpressionAst(span(condition.extent, ifFalse.extent), condition: condition, ifTrue: ifTrue, ifFalse: ifFalse)
    }

    private func parseBinary(endNumber: Bool) -> ExpressionAst? {
        guard let left = parseArrayLiteral(endNumber: endNumber) else { return nil }
        let t = peekToken()
        if !t.kind.isBinary {
            return t.kind == .parameter ? recoverParameter(left) : left
        }
        let (result, _) = parseBinary(left, above: 0, endNumber: endNumber)
        return peekKind == .parameter ? recoverParameter(result) : result
    }

    /// Operators that bind tighter than `above`, to the right of `left`.
    private func parseBinary(_ first: ExpressionAst, above: UInt8, endNumber: Bool) -> (ExpressionAst, Bool) {
        var left = first
        var length = 0
        while case let op = peekToken(), op.kind.isBinary, op.kind.precedence > above {
            skip()
            skipNewlines()
            var right: ExpressionAst
            if let r = parseArrayLiteral(endNumber: endNumber) { right = r } else {
                reportIncomplete(op.after, "ExpectedValueExpression", "You must provide a value expression following the '\(text(op))' operator.")
                right = ErrorExpressionAst(op.after, nested: [])
            }
            while case let following = peekToken(), following.kind.isBinary, following.kind.precedence > op.kind.precedence {
                right = parseBinary(right, above: op.kind.precedence, endNumber: endNumber).0
            }
            left = BinaryExpressionAst(span(left.extent, right.extent), op: op.kind.binaryOperator, left: left, right: right, errorPosition: op.extent)
            length += 1
            if length >= 200, !chainMayGrow(length) { return (left, false) }
        }
        return (left, true)
    }

    /// Left-deep chains are as deep a tree as they are long.
    @inline(never) func chainMayGrow(_ length: Int) -> Bool {
        if length < ScriptParser.maximalChain { return true }
        giveUp()
        return false
    }
    static let maximalChain = 4000

    /// `-name` where an operator belongs.
    private func recoverParameter(_ left: ExpressionAst) -> ExpressionAst {
        let t = next()
        reportUnexpected(t)
        let parameter = CommandParameterAst(t.extent, name: parameterName(t), argument: nil, errorPosition: t.extent)
        return ErrorExpressionAst(span(left.extent, t.extent), nested: [left, parameter])
    }

    private func parseArrayLiteral(endNumber: Bool) -> ExpressionAst? {
        guard let first = parseUnary(endNumber: endNumber) else { return nil }
        var comma = peekToken()
        if comma.kind != .comma || commaIsSeparator { return first }
        var elements = [first]
        var last = first
        while comma.kind == .comma {
            skip()
            skipNewlines()
            guard let e = parseUnary(endNumber: endNumber) else {
                reportIncomplete(comma.after, "MissingExpressionAfterToken", "Missing expression after ','.")
                last = ErrorExpressionAst(comma.extent, nested: [])
                elements.append(last)
                break
            }
            last = e
            elements.append(e)
            comma = peekToken()
        }
        return ArrayLiteralAst(span(first.extent, last.extent), elements: elements)
    }

    func parseUnary(endNumber: Bool = false) -> ExpressionAst? {
        let savedSigned = allowsSignedNumbers, savedEnd = endsNumberAtTernary
        allowsSignedNumbers = true
        if endNumber { endsNumberAtTernary = true }
        if hasUngot, ungot.kind == .minus || ungot.kind == .plus { resync(ungot) }
        let t = peekToken()
        allowsSignedNumbers = savedSigned
        endsNumberAtTernary = savedEnd
        var e: ExpressionAst?
        switch t.kind {
        case .variable, .number, .stringLiteral, .stringExpandable: e = parsePrimary(members: true)
        case .lBracket: e = parseTyped()
        case .exclaim, .not, .bnot, .plusPlus, .minusMinus, .plus, .minus, .join, .isplit, .csplit: e = parsePrefix(t)
        case .comma:
            if commaIsSeparator { return nil }
            e = parsePrefix(t)
        default: e = parsePrimary(members: true)
        }
        guard let e else { return nil }
        let postfix = peekToken()
        if postfix.kind != .plusPlus && postfix.kind != .minusMinus { return e }
        skip()
        checkIncrement(e, postfix, span(e.extent, postfix.extent))
        return UnaryExpressionAst(span(e.extent, postfix.extent), op: postfix.kind == .plusPlus ? .postIncrement : .postDecrement, child: e)
    }

    private func parsePrefix(_ t: Token) -> ExpressionAst? {
        guard enter() else { leave(); return nil }
        defer { leave() }
        skip()
        skipNewlines()
        guard let child = parseUnary() else {
            reportIncomplete(t.after, "MissingExpressionAfterOperator", "Missing expression after unary operator '\(text(t))'.")
            return ErrorExpressionAst(t.extent, nested: [])
        }
        let extent = span(t.extent, child.extent)
        switch t.kind {
        case .comma: return ArrayLiteralAst(extent, elements: [child])
        case .plusPlus: checkIncrement(child, t, extent); return UnaryExpressionAst(extent, op: .preIncrement, child: child)
        case .minusMinus: checkIncrement(child, t, extent); return UnaryExpressionAst(extent, op: .preDecrement, child: child)
        case .exclaim: return UnaryExpressionAst(extent, op: .not, child: child, isExclaim: true)
        case .not: return UnaryExpressionAst(extent, op: .not, child: child)
        case .bnot: return UnaryExpressionAst(extent, op: .bnot, child: child)
        case .plus: return UnaryExpressionAst(extent, op: .plus, child: child)
        case .minus: return UnaryExpressionAst(extent, op: .minus, child: child)
        case .join: return UnaryExpressionAst(extent, op: .join, child: child)
        case .csplit: return UnaryExpressionAst(extent, op: .csplit, child: child)
        default: return UnaryExpressionAst(extent, op: .isplit, child: child)
        }
    }

    /// `[type]` and `[attribute()]`, alone or before an expression.
    private func parseTyped() -> ExpressionAst? {
        guard enter() else { leave(); return nil }
        defer { leave() }
        guard let attributes = parseAttributeList(inExpression: true), let last = attributes.last else { return nil }
        var e: ExpressionAst
        if last is AttributeAst {
            skipNewlines()
            guard let child = parseUnary() else {
                reportIncomplete(last.extent, "UnexpectedAttribute", "Unexpected attribute '\(last.typeName.fullName)'.")
                return ErrorExpressionAst(span(attributes[0].extent, last.extent), nested: attributes)
            }
            e = AttributedExpressionAst(span(last.extent, child.extent), attribute: last, child: child)
        } else {
            if !hasUngot, case let op = memberOperator(allowBracket: false), let op {
                e = parseMembers(TypeExpressionAst(last.extent, typeName: last.typeName), op)
            } else {
                let k = peekKind
                if k != .newLine, k != .comma, let child = parseUnary() {
                    e = ConvertExpressionAst(span(last.extent, child.extent), attribute: last, child: child)
                    checkConvert(last, child)
                } else {
                    e = TypeExpressionAst(last.extent, typeName: last.typeName)
                }
            }
        }
        for a in attributes.dropLast().reversed() {
            if a is TypeConstraintAst {
                checkConvert(a, e)
                e = ConvertExpressionAst(span(a.extent, e.extent), attribute: a, child: e)
            } else {
                e = AttributedExpressionAst(span(a.extent, e.extent), attribute: a, child: e)
            }
        }
        return e
    }
}
