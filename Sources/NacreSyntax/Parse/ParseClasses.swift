extension ScriptParser {
    func parseClass(_ keyword: Token, _ attributes: [AttributeBaseAst]?) -> StatementAst {
        skipNewlines()
        guard let name = parseSimpleName() else {
            reportIncomplete(keyword.after, "MissingNameAfterKeyword", "Missing name after \(text(keyword)) keyword.")
            return ErrorStatementAst(keyword.extent, nested: [])
        }
        skipNewlines()
        let outer = mode
        setMode(.expression)
        defer { setMode(outer) }
        classDepth += 1
        defer { classDepth -= 1 }
        var bases: [TypeConstraintAst] = []
        let colon = peekToken()
        if colon.kind == .colon {
            skip()
            skipNewlines()
            var separator = colon
            while true {
                guard let base = parseTypeName(assembly: false) else {
                    reportIncomplete(separator.after, "TypeNameExpected", "Type name expected.")
                    break
                }
                bases.append(TypeConstraintAst(base.extent, typeName: base))
                noteTypeUse(base, isAttribute: false)
                skipNewlines()
                let c = peekToken()
                if c.kind != .comma { break }
                separator = c
                skip()
                skipNewlines()
            }
        }
        skipNewlines()
        let lCurly = next()
        if lCurly.kind != .lCurly {
            unget(lCurly)
            let last = bases.last?.extent ?? name.extent
            reportIncomplete(last.after, "MissingTypeBody", "Missing 'class' body in 'class' declaration.")
            return ErrorStatementAst(span(keyword.extent, last), nested: [])
        }
        var members: [MemberAst] = []
        var broken = false
        while let member = parseMember(of: name.value) {
            if let m = member.member { members.append(m) }
            if !member.sound { broken = true }
        }
        let rCurly = next()
        var end = rCurly.extent
        if rCurly.kind != .rCurly {
            unget(rCurly)
            end = rCurly.before
            missingCurly(lCurly.after, detected: rCurly.extent)
        }
        let start = attributes?.first?.extent ?? keyword.extent
        // A class with a member that could not be understood defines nothing.
        if broken { return ErrorStatementAst(span(start, end), nested: members) }
        let type = TypeDefinitionAst(span(start, end), name: name.value, nameExtent: name.extent, kind: .class,
                                     attributes: (attributes ?? []).compactMap { $0 as? AttributeAst }, baseTypes: bases, members: members)
        noteType(type)
        return type
    }

    /// A member, or nil at the end; `member` is nil where it was broken but others may follow.
    private func parseMember(of type: String) -> (member: MemberAst?, sound: Bool)? {
        var attributes: [AttributeAst] = []
        var constraint: TypeConstraintAst?
        var isStatic: Token?, isHidden: Token?
        var start: Extent?, last: Extent?
        var t: Token
        scanning: while true {
            skipNewlinesAndSemicolons()
            t = peekToken()
            switch t.kind {
            case .lBracket:
                guard let a = parseAttribute() else { t = peekToken(); break scanning }
                last = a.extent
                if let attribute = a as? AttributeAst { attributes.append(attribute) }
                else if constraint == nil { constraint = a as? TypeConstraintAst }
                else { report(a.extent, "TooManyTypes", "Only one type may be specified on class members.") }
            case .kwStatic:
                if isStatic != nil { report(t.extent, "DuplicateQualifier", "Duplicate qualifier '\(text(t))'.") }
                isStatic = t
                last = t.extent
                skip()
            case .kwHidden:
                if isHidden != nil { report(t.extent, "DuplicateQualifier", "Duplicate qualifier '\(text(t))'.") }
                isHidden = t
                last = t.extent
                skip()
            default: break scanning
            }
            start = start ?? last
        }
        if t.kind == .variable {
            skip()
            return (parseProperty(t, start ?? t.extent, constraint, attributes, isStatic != nil, isHidden != nil), true)
        }
        if t.kind == .identifier || t.kind.isKeyword {
            skip()
            let method = parseMethod(t, start ?? t.extent, type, constraint, attributes, isStatic != nil, isHidden != nil)
            return (method, method != nil || start == nil)
        }
        if let last {
            reportIncomplete(last.after, "IncompleteMemberDefinition", "Missing a property name or method definition.")
            return (nil, false)
        }
        return nil
    }

    private func parseProperty(_ t: Token, _ start: Extent, _ type: TypeConstraintAst?, _ attributes: [AttributeAst], _ isStatic: Bool, _ isHidden: Bool) -> MemberAst {
        var value: ExpressionAst?
        var end = t.extent
        let equals = peekToken()
        if equals.kind == .equals {
            skip()
            skipNewlines()
            value = parseExpression()
            if let value { end = value.extent } else {
                end = equals.extent
                reportIncomplete(equals.after, "MissingExpressionAfterToken", "Missing expression after '='.")
            }
        }
        let terminator = peekToken()
        if terminator.kind != .newLine, terminator.kind != .semi, terminator.kind != .rCurly {
            reportIncomplete(end.after, "MissingPropertyTerminator", "Missing ';' or end-of-line in property definition.")
        }
        if terminator.kind == .semi { end = terminator.extent }
        skipNewlinesAndSemicolons()
        return PropertyMemberAst(span(start, end), name: variablePath(t), type: type, attributes: attributes, isStatic: isStatic, isHidden: isHidden, initialValue: value)
    }

    private func parseMethod(_ name: Token, _ start: Extent, _ className: String, _ type: TypeConstraintAst?, _ attributes: [AttributeAst], _ isStatic: Bool, _ isHidden: Bool) -> MemberAst? {
        let lParen = peekToken()
        var failed = false
        var parameters: [ParameterAst] = []
        var end = name.extent
        if lParen.kind == .lParen {
            skip()
            let separator = commaIsSeparator
            commaIsSeparator = true
            parameters = parseParameterList()
            commaIsSeparator = separator
            skipNewlines()
            let rParen = next()
            if rParen.kind == .rParen { end = rParen.extent } else {
                unget(rParen)
                failed = true
                reportIncomplete(rParen.before, "MissingEndParenthesisInFunctionParameterList", "Missing ')' in function parameter list.")
            }
        } else {
            failed = true
            reportIncomplete(name.after, "MissingMethodParameterList", "Missing '(' in class method parameter list.")
        }
        let listMissing = lParen.kind != .lParen
        skipNewlines()
        let nameText = text(name)
        let isConstructor = nameText.lowercased() == className.lowercased()
        var baseCall: StatementAst?
        if isConstructor, !isStatic { baseCall = parseBaseCall(&failed) }
        skipNewlines()
        let lCurly = next()
        guard lCurly.kind == .lCurly else {
            unget(lCurly)
            if !failed || listMissing { reportIncomplete(end.after, "MissingFunctionBody", "Missing function body in function declaration.") }
            synchronizeLine()
            return nil
        }
        if failed { return nil }
        let flow = leaveFlow()
        let outer = mode
        setMode(.command)
        beginMethod(parameters)
        let body = parseScriptBlock(lCurly, isMethod: true, baseCall: baseCall)
        endMethod(name.extent, type, isConstructor, body)
        setMode(outer)
        restoreFlow(flow)
        checkParameters(parameters)
        return FunctionMemberAst(span(start, body.extent), name: nameText, returnType: type, parameters: parameters, body: body,
                                 attributes: attributes, isStatic: isStatic, isHidden: isHidden, isConstructor: isConstructor)
    }

    /// `: base(…)` of a constructor.
    private func parseBaseCall(_ failed: inout Bool) -> StatementAst? {
        let colon = peekToken()
        guard colon.kind == .colon else { return nil }
        skip()
        skipNewlines()
        let base = peekToken()
        guard base.kind == .kwBase else {
            failed = true
            reportIncomplete(colon.after, "MissingBaseCtorCall", "Missing 'base' after ':' in a base class constructor call.")
            return nil
        }
        skip()
        skipNewlines()
        let lParen = peekToken()
        guard lParen.kind == .lParen else {
            failed = true
            reportIncomplete(base.after, "MissingMethodParameterList", "Missing '(' in class method parameter list.")
            return nil
        }
        skip()
        let (arguments, end) = parseCallArguments(lParen)
        let extent = span(base.extent, end)
        let call = InvokeMemberExpressionAst(extent, expression: VariableExpressionAst(base.extent, path: "this", splatted: false),
                                             member: StringConstantExpressionAst(base.extent, value: ".ctor", type: .bareWord), isStatic: false,
                                             nullConditional: false, arguments: arguments, isBaseCall: true)
        return PipelineAst(extent, elements: [CommandExpressionAst(extent, expression: call, redirections: [])])
    }

    func parseEnum(_ keyword: Token, _ attributes: [AttributeBaseAst]?) -> StatementAst {
        skipNewlines()
        guard let name = parseSimpleName() else {
            reportIncomplete(keyword.after, "MissingNameAfterKeyword", "Missing name after \(text(keyword)) keyword.")
            return ErrorStatementAst(keyword.extent, nested: [])
        }
        let outer = mode
        setMode(.expression)
        defer { setMode(outer) }
        skipNewlines()
        var bases: [TypeConstraintAst] = []
        let colon = peekToken()
        if colon.kind == .colon {
            skip()
            skipNewlines()
            if let type = parseTypeName(assembly: false) {
                let constraint = TypeConstraintAst(type.extent, typeName: type)
                bases.append(constraint)
                checkUnderlying(type)
            } else {
                reportIncomplete(colon.after, "TypeNameExpected", "Type name expected.")
            }
            skipNewlines()
        }
        let lCurly = next()
        if lCurly.kind != .lCurly {
            unget(lCurly)
            reportIncomplete(name.extent.after, "MissingTypeBody", "Missing 'enum' body in 'enum' declaration.")
            return ErrorStatementAst(span(keyword.extent, name.extent), nested: [])
        }
        var members: [MemberAst] = []
        while let m = parseEnumMember() { members.append(m) }
        let rCurly = next()
        var end = rCurly.extent
        if rCurly.kind != .rCurly {
            unget(rCurly)
            end = rCurly.before
            missingCurly(lCurly.after, detected: rCurly.extent)
        }
        let start = attributes?.first?.extent ?? keyword.extent
        let type = TypeDefinitionAst(span(start, end), name: name.value, nameExtent: name.extent, kind: .enum,
                                     attributes: (attributes ?? []).compactMap { $0 as? AttributeAst }, baseTypes: bases, members: members)
        noteType(type)
        return type
    }

    private func parseEnumMember() -> MemberAst? {
        skipNewlinesAndSemicolons()
        guard let name = parseSimpleName() else { return nil }
        var value: ExpressionAst?
        var end = name.extent
        var missing = false
        let equals = peekToken()
        if equals.kind == .equals {
            skip()
            skipNewlines()
            value = parseExpression()
            if let value { end = value.extent } else {
                missing = true
                end = equals.extent
                reportIncomplete(equals.after, "ExpectedValueExpression", "You must provide a value expression following the '=' operator.")
            }
        }
        let terminator = peekToken()
        if terminator.kind != .newLine, terminator.kind != .semi, terminator.kind != .rCurly, !missing {
            reportIncomplete(end.after, "MissingPropertyTerminator", "Missing ';' or end-of-line in property definition.")
        }
        skipNewlinesAndSemicolons()
        return PropertyMemberAst(span(name.extent, end), name: name.value, type: nil, attributes: [], isStatic: true, isHidden: false, initialValue: value)
    }
}
