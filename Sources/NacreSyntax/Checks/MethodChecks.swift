extension ScriptParser {
    func noteReturn(_ extent: Extent, hasValue: Bool) {
        if context.active { context.returns.append((extent, hasValue)) }
    }
    func noteVariable(_ path: String, _ extent: Extent) {
        if !path.utf8.contains(UInt8(ascii: ":")) { context.variables.append((extent, path)) }
    }
    /// Remembers the variables that an assignment, a loop or a parameter gives a value.
    func noteAssigned(_ e: ExpressionAst) {
        switch e {
        case let v as VariableExpressionAst: context.assigned.insert(v.path.lowercased())
        case let a as AttributedExpressionAst: noteAssigned(a.child)
        case let a as ArrayLiteralAst: a.elements.forEach(noteAssigned)
        case let p as ParenExpressionAst: if let inner = p.pureExpression { noteAssigned(inner) }
        default: break
        }
    }

    func beginMethod(_ parameters: [ParameterAst]) {
        context = MethodContext()
        context.active = true
        for p in parameters { context.assigned.insert(p.name.path.lowercased()) }
    }

    func endMethod(_ nameExtent: Extent, _ type: TypeConstraintAst?, _ isConstructor: Bool, _ body: ScriptBlockAst) {
        for p in body.paramBlock?.parameters ?? [] { context.assigned.insert(p.name.path.lowercased()) }
        for v in context.variables {
            let name = v.path.lowercased()
            if context.assigned.contains(name) || AutomaticVariables.names.contains(name) { continue }
            reportLater(v.extent, v.extent, "VariableNotLocal", "Variable is not assigned in the method.")
        }
        let isVoid = isConstructor || (type.map { $0.typeName.fullName.lowercased() == "void" || $0.typeName.fullName.lowercased() == "system.void" } ?? true)
        for r in context.returns {
            if isVoid, r.hasValue {
                reportLater(r.extent, r.extent, "VoidMethodHasReturn", "Invalid return statement within void method.")
            } else if !isVoid, !r.hasValue {
                reportLater(r.extent, r.extent, "NonVoidMethodMissingReturnValue", "Invalid return statement within non-void method. A value must be returned.")
            }
        }
        if !isVoid, !Flow.ends(body.endBlock?.statements ?? []) {
            reportLater(nameExtent, nameExtent, "MethodHasCodePathNotReturn", "Not all code path returns value within method.")
        }
    }
}

/// Whether control can come to the end of statements.
enum Flow {
    static func ends(_ list: [StatementAst]) -> Bool { list.contains(where: ends) }
    static func ends(_ s: StatementAst) -> Bool {
        switch s {
        case is ExitStatementAst, is BreakStatementAst, is ContinueStatementAst: return true
        case let i as IfStatementAst:
            guard let other = i.elseClause else { return false }
            return ends(other.statements) && i.clauses.allSatisfy { ends($0.body.statements) }
        case let s as SwitchStatementAst:
            guard let other = s.defaultClause else { return false }
            return ends(other.statements) && s.clauses.allSatisfy { ends($0.body.statements) }
        case let l as LoopStatementAst: return l.loopKind != .while && ends(l.body.statements)
        case let t as TryStatementAst:
            if let f = t.finally, ends(f.statements) { return true }
            return ends(t.body.statements) && t.catchClauses.allSatisfy { ends($0.body.statements) }
        default: return false
        }
    }
}

/// Variables that a method may read without assigning them.
enum AutomaticVariables {
    static let names = Set("""
        $ ? ^ _ args this true false null psitem input matches error host home pid pwd profile pshome psculture psuiculture psversiontable
        executioncontext shellid psscriptroot pscommandpath stacktrace myinvocation outputencoding switch foreach psboundparameters pscmdlet
        psdefaultparametervalues psedition lastexitcode islinux ismacos iswindows iscoreclr nestedpromptlevel event eventargs eventsubscriber
        sender psstyle enabledexperimentalfeatures psemailserver pssessionoption pssessionapplicationname pssessionconfigurationname
        pssenderinfo confirmpreference debugpreference erroractionpreference errorview formatenumerationlimit informationpreference
        logcommandhealthevent logcommandlifecycleevent logenginehealthevent logenginelifecycleevent logproviderhealthevent
        logproviderlifecycleevent maximumhistorycount ofs progresspreference psmoduleautoloadingpreference
        psnativecommandargumentpassing psnativecommanduseerroractionpreference transcript verbosepreference warningpreference whatifpreference
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
