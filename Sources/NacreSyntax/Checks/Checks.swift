/// What is checked of the meaning while the tree is built; said after all errors of form: first what the types of the
/// script are about, then the rest, each by its place.
enum CheckPhase: UInt8 { case types, names, meaning }

/// What a class's method must be checked for at its end.
struct MethodContext {
    var active = false
    var returns: [(extent: Extent, hasValue: Bool)] = []
    var variables: [(extent: Extent, path: String)] = []
    var assigned: Set<String> = []
}

extension ScriptParser {
    // Loops, finally blocks and methods end at a script block's border.
    var inMethod: Bool { context.active }
    func leaveFlow() -> (Int, Int, MethodContext) {
        let saved = (loopDepth, finallyDepth, context)
        loopDepth = 0
        finallyDepth = 0
        context = MethodContext()
        return saved
    }
    func restoreFlow(_ f: (Int, Int, MethodContext)) {
        loopDepth = f.0
        finallyDepth = f.1
        context = f.2
    }

    /// An error of meaning, said after all errors of form.
    func reportLater(_ order: Extent, _ extent: Extent, _ id: String, _ message: String) { reportLater(.meaning, order, extent, id, message) }
    func reportLater(_ phase: CheckPhase, _ order: Extent, _ extent: Extent, _ id: String, _ message: String) {
        deferred.append((phase, order, Diagnostic(id: id, extent: extent, message: message)))
    }

    func finishChecks() {
        finishTypes()
        if deferred.isEmpty { return }
        let sorted = deferred.enumerated().sorted { a, b in
            let x = a.element, y = b.element
            if x.phase != y.phase { return x.phase.rawValue < y.phase.rawValue }
            if x.order.start != y.order.start { return x.order.start < y.order.start }
            if x.order.end != y.order.end { return x.order.end > y.order.end }
            return a.offset < b.offset
        }
        for d in sorted {
            let x = d.element.diagnostic
            report(x.extent, x.id, x.message, incomplete: x.incomplete)
        }
    }

    func noteLeaving(_ extent: Extent, _ kind: ExitKind?) {
        if finallyDepth > 0, kind == .return || loopDepth == 0, kind != .exit {
            reportLater(extent, extent, "ControlLeavingFinally", "Flow of control cannot leave a Finally block.")
        }
    }

    // Assignment

    /// - Parameter isCompound: `+=` and its like, which take no list.
    func checkAssignable(_ left: ExpressionAst, _ order: Extent, isCompound: Bool = false) {
        if context.active { noteAssigned(left) }
        guard let bad = isCompound && left is ArrayLiteralAst ? left.extent : unassignable(left) else { return }
        reportLater(order, bad, "InvalidLeftHandSide", "The assignment expression is not valid. The input to an assignment operator must be an object that is able to accept assignments, such as a variable or a property.")
    }

    /// Where an expression cannot be assigned to, or nil.
    private func unassignable(_ e: ExpressionAst) -> Extent? {
        switch e {
        case is VariableExpressionAst: return nil
        case let m as MemberExpressionAst: return m.nullConditional ? m.extent : nil
        case let i as IndexExpressionAst: return i.nullConditional ? i.extent : nil
        case let a as AttributedExpressionAst: return unassignable(a.child)
        case let a as ArrayLiteralAst:
            for element in a.elements { if let bad = unassignable(element) { return bad } }
            return nil
        case let p as ParenExpressionAst:
            if let inner = p.pureExpression { return unassignable(inner) }
            return p.pipeline.extent
        default: return e.extent
        }
    }

    func checkIncrement(_ e: ExpressionAst, _ op: Token, _ order: Extent) {
        if context.active { noteAssigned(e) }
        if !(e is ArrayLiteralAst), unassignable(e) == nil { return }
        reportLater(order, e.extent, "OperatorRequiresVariableOrProperty", "The '\(op.kind == .plusPlus ? "++" : "--")' operator works only on variables or on properties.")
    }

    // Casts, attributes, tables, parameters

    func checkConvert(_ a: AttributeBaseAst, _ child: ExpressionAst) {
        guard case .simple(let name, _) = a.typeName, name.utf8.count == 7, name.lowercased() == "ordered", !(child is HashtableAst) else { return }
        reportLater(a.extent, a.extent, "OrderedAttributeOnlyOnHashLiteralNode", "The ordered attribute can be specified only on a hash literal node.")
    }

    func checkAttribute(_ a: AttributeAst) {
        func check(_ e: ExpressionAst) {
            if Constants.isConstant(e) { return }
            reportLater(e.extent, e.extent, "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock", "Attribute argument must be a constant or a script block.")
        }
        a.positionalArguments.forEach(check)
        for n in a.namedArguments { if let v = n.argument { check(v) } }
    }

    func checkKeys(_ table: HashtableAst) {
        if table.pairs.count < 2 { return }
        var seen: Set<String> = []
        for pair in table.pairs {
            guard let key = Constants.key(pair.key) else { continue }
            if !seen.insert(key.lowercased()).inserted {
                reportLater(table.extent, pair.key.extent, "DuplicateKeyInHashLiteral", "Duplicate keys '\(key)' are not allowed in hash literals.")
            }
        }
    }

    func checkParameters(_ list: [ParameterAst]) {
        if list.count < 2 { return }
        var seen: Set<String> = []
        for p in list where !seen.insert(p.name.path.lowercased()).inserted {
            reportLater(p.extent, p.name.extent, "DuplicateFormalParameter", "Duplicate parameter $\(p.name.path) in parameter list.")
        }
    }

    /// A data section calls only the commands it may.
    func checkDataSection(_ body: StatementBlockAst, _ allowed: [ExpressionAst]) {
        let names = Set(allowed.compactMap { ($0 as? StringConstantExpressionAst)?.value.lowercased() } + ["convertfrom-stringdata"])
        for s in body.statements {
            if s is AssignmentStatementAst {
                reportLater(s.extent, s.extent, "AssignmentStatementNotSupportedInDataSection", "Assignment statements are not allowed in restricted language mode or a Data section.")
            }
            if s is FunctionDefinitionAst {
                reportLater(s.extent, s.extent, "FunctionDeclarationNotSupportedInDataSection", "Function declarations are not allowed in restricted language mode or a Data section.")
            }
            for case let c as CommandAst in (s as? PipelineAst)?.elements ?? [] {
                guard let name = (c.elements.first as? StringConstantExpressionAst)?.value, !names.contains(name.lowercased()) else { continue }
                reportLater(c.extent, c.extent, "CmdletNotInAllowedListForDataSection", "The command '\(name)' is not allowed in restricted language mode or a Data section.")
            }
        }
    }
}

extension ParenExpressionAst {
    /// The expression, where nothing else is between the parentheses.
    public var pureExpression: ExpressionAst? {
        guard let p = pipeline as? PipelineAst, p.elements.count == 1, !p.background, let c = p.elements[0] as? CommandExpressionAst,
              c.redirections.isEmpty else { return nil }
        return c.expression
    }
}
