/// What is checked of the meaning while the tree is built; said after all errors of form, by place.
struct MethodContext {
    var active = false
    var isVoid = false
    var returns: [(extent: Extent, hasValue: Bool)] = []
    var variables: [(extent: Extent, path: String)] = []
    var assigned: Set<String> = []
}

/// Loops and finally blocks around the place, which end at a script block's border.
struct Flow { var loops = 0, finallies = 0 }

extension ScriptParser {
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

    func finishChecks() {
        if deferred.isEmpty { return }
        let sorted = deferred.enumerated().sorted { a, b in
            if a.element.order.start != b.element.order.start { return a.element.order.start < b.element.order.start }
            if a.element.order.end != b.element.order.end { return a.element.order.end > b.element.order.end }
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
    func noteReturn(_ extent: Extent, hasValue: Bool) {
        if context.active { context.returns.append((extent, hasValue)) }
    }
    func noteVariable(_ e: ExpressionAst, _ t: Token) {}

    func beginMethod(_ parameters: [ParameterAst]) { context = MethodContext(); context.active = true }
    func endMethod(_ name: String, _ nameExtent: Extent, _ type: TypeConstraintAst?, _ isConstructor: Bool, _ body: ScriptBlockAst) {}

    func checkAssignable(_ left: ExpressionAst, _ op: Token) {}
    func checkIncrement(_ e: ExpressionAst, _ op: Token) {}
    func checkAttributed(_ a: AttributeBaseAst, _ child: ExpressionAst) {}
    func checkConvert(_ a: AttributeBaseAst, _ child: ExpressionAst) {}
    func checkKeys(_ table: HashtableAst) {}
    func checkAttribute(_ a: AttributeAst) {}
    func checkParameters(_ list: [ParameterAst], _ order: Extent) {}
    func checkDataSection(_ body: StatementBlockAst) {}
    func checkUnderlying(_ type: TypeName) {}
    func noteType(_ type: TypeDefinitionAst) {}
    func checkUsing(_ u: UsingStatementAst) {}
    func noteRequires(_ start: Int, _ end: Int) {}
    func finishRequires() {}
}

/// Tokens gathered for highlighting.
struct TokenCollector {
    mutating func add(_ t: Token) {}
    mutating func addComment(_ start: Int, _ end: Int) {}
    mutating func rewind(to offset: Int) {}
}
