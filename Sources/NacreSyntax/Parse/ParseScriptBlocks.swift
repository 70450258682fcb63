extension ScriptParser {
    /// The whole text.
    func parseScript() -> ScriptBlockAst {
        let tree = parseScriptBlock(nil)
        finishRequires()
        finishChecks()
        tree.requirements = requirements
        return tree
    }

    /// After `{` (nil: the whole text): using statements, attributes and parameters, body, `}`.
    func parseScriptBlock(_ lCurly: Token?, isMethod: Bool = false, baseCall: StatementAst? = nil) -> ScriptBlockAst {
        let block = ScriptBlockAst(lCurly?.extent ?? Extent(0, source.count), source: source)
        if lCurly == nil { block.usingStatements = parseUsingStatements() }
        parseParamBlock(block)
        skipNewlinesAndSemicolons()
        let body: Extent?
        if peekKind.isNamedBlock {
            body = parseNamedBlocks(block, lCurly)
        } else {
            body = parseUnnamedBlock(block, lCurly, baseCall)
        }
        if let lCurly { block.extent = span(lCurly.extent, body ?? lCurly.extent) }
        return block
    }

    private func parseUnnamedBlock(_ block: ScriptBlockAst, _ lCurly: Token?, _ baseCall: StatementAst?) -> Extent? {
        var list = StatementList()
        if let baseCall { list.statements.append(baseCall) }
        parseStatements(&list)
        if let lCurly {
            let end = closeCurly(lCurly) ?? list.extent
            let inner = list.extent ?? Extent(start: lCurly.end, end: lCurly.end)
            block.endBlock = NamedBlockAst(inner, kind: .end, unnamed: true, statements: list.statements, traps: list.traps)
            return end
        }
        // A stray closing bracket is skipped, and what follows it is read too.
        while true {
            let t = peekToken()
            if t.kind == .endOfInput { break }
            if !gaveUp { reportUnexpected(t) }
            skip()
            skipNewlinesAndSemicolons()
            parseStatements(&list)
        }
        block.endBlock = NamedBlockAst(list.extent ?? Extent(0, 0), kind: .end, unnamed: true, statements: list.statements, traps: list.traps)
        return nil
    }

    /// Expects the `}` that belongs to `lCurly`; gives its extent, or nil after an error.
    func closeCurly(_ lCurly: Token) -> Extent? {
        let t = next()
        if t.kind == .rCurly { return t.extent }
        unget(t)
        missingCurly(lCurly.extent, detected: t.extent)
        return nil
    }

    private func parseNamedBlocks(_ block: ScriptBlockAst, _ lCurly: Token?) -> Extent? {
        while true {
            let name = next()
            if name.kind == .rCurly || name.kind == .endOfInput { unget(name); break }
            guard let kind = BlockKind(name.kind) else {
                if lCurly != nil { unget(name) }
                report(name.extent, "MissingNamedBlocks", "unexpected token '\(text(name))', expected 'begin', 'process', 'end', 'clean', or 'dynamicparam'.")
                return name.before
            }
            skipNewlines()
            let body = parseStatementBlock()
            if body == nil {
                reportIncomplete(name.after, "MissingNamedStatementBlock", "Missing statement block after '\(kind.keyword)'.")
            }
            let extent = span(name.extent, body?.extent ?? name.extent)
            let named = NamedBlockAst(extent, kind: kind, unnamed: false, statements: body?.statements ?? [], traps: body?.traps ?? [])
            if !block.set(named) {
                report(extent, "DuplicateScriptCommandClause", "Script command clause '\(kind.keyword)' has already been defined.")
            }
            skipNewlinesAndSemicolons()
        }
        if let lCurly { return closeCurly(lCurly) }
        while true {
            let t = peekToken()
            if t.kind == .endOfInput { return nil }
            if !gaveUp { reportUnexpected(t) }
            skip()
            var rest = StatementList()
            skipNewlinesAndSemicolons()
            parseStatements(&rest)
        }
    }

    // Statement lists and blocks

    /// Statements up to `}`, `)` or the end.
    func parseStatements(_ list: inout StatementList) {
        skipNewlinesAndSemicolons()
        while true {
            guard let statement = parseStatement() else { return }
            list.extent = list.extent.map { span($0, statement.extent) } ?? statement.extent
            if type(of: statement) == TrapStatementAst.self, let trap = statement as? TrapStatementAst { list.traps.append(trap) } else { list.statements.append(statement) }
            skipNewlinesAndSemicolons()
            if byteAhead == UInt8(ascii: "$") { continue }
            let k = peekKind
            if k == .rParen || k == .rCurly || k == .endOfInput { return }
        }
    }

    /// `{ … }`, or nil where there is no `{`.
    func parseStatementBlock() -> StatementBlockAst? {
        let lCurly = next()
        if lCurly.kind != .lCurly { unget(lCurly); return nil }
        var list = StatementList()
        parseStatements(&list)
        let end = closeCurly(lCurly)
        return StatementBlockAst(span(lCurly.extent, end ?? list.extent ?? lCurly.extent), statements: list.statements, traps: list.traps)
    }
}

struct StatementList {
    var statements: [StatementAst] = []
    var traps: [TrapStatementAst] = []
    var extent: Extent?
}

extension BlockKind {
    init?(_ k: TokenKind) {
        switch k {
        case .kwDynamicParam: self = .dynamicParam
        case .kwBegin: self = .begin
        case .kwProcess: self = .process
        case .kwEnd: self = .end
        case .kwClean: self = .clean
        default: return nil
        }
    }
    var keyword: String {
        switch self {
        case .dynamicParam: "dynamicparam"
        case .begin: "begin"
        case .process: "process"
        case .end: "end"
        case .clean: "clean"
        }
    }
}

extension ScriptBlockAst {
    /// False if there is such a block already.
    fileprivate func set(_ b: NamedBlockAst) -> Bool {
        switch b.blockKind {
        case .dynamicParam: if dynamicParamBlock != nil { return false }; dynamicParamBlock = b
        case .begin: if beginBlock != nil { return false }; beginBlock = b
        case .process: if processBlock != nil { return false }; processBlock = b
        case .end: if endBlock != nil { return false }; endBlock = b
        case .clean: if cleanBlock != nil { return false }; cleanBlock = b
        }
        return true
    }
}
