extension ScriptParser {
    /// True where the token ahead is a word that begins with a letter: no expression begins so, a command does.
    @inline(__always) private var commandAhead: Bool {
        guard mode == .command else { return false }
        if byteAhead == UInt8(ascii: "$") { return false }
        let t = peekToken()
        guard t.kind == .generic || t.kind.isKeyword else { return false }
        return table[Int(bytes[Int(t.start)])] & CharacterTable.letter != 0
    }

    /// `a | b && c`, or an assignment; nil where neither an expression nor a command begins.
    func parsePipelineChain() -> StatementAst? {
        var chain: StatementAst?
        var op: Token?
        var isBackground = false
        while true {
            var first: ExpressionAst?
            if !commandAhead {
                let outer = mode
                setMode(.expression)
                first = parseExpression()
                if let left = first, case let t = peekToken(), t.kind.isAssignment, chain == nil {
                    skip()
                    setMode(outer)
                    return finishAssignment(left, t)
                }
                setMode(outer)
            }
            guard let pipeline = parsePipeline(first, background: &isBackground) else {
                guard let op else { return nil }
                let t = peekToken()
                let extent = t.kind == .endOfInput ? op.after : span(op.extent, t.extent)
                reportIncomplete(extent, "EmptyPipelineChainElement", "A pipeline chain operator must be followed by a pipeline.")
                return ErrorStatementAst(span(chain?.extent ?? op.extent, op.extent), nested: [])
            }
            if let left = chain, let op {
                guard let right = pipeline as? PipelineAst else { return left }
                chain = PipelineChainAst(span(left.extent, right.extent), left: left, right: right, isAnd: op.kind == .andAnd, background: isBackground)
            } else {
                chain = pipeline
            }
            let t = peekToken()
            guard t.kind == .andAnd || t.kind == .orOr, !isBackground else { return chain }
            op = t
            skip()
            skipNewlines()
        }
    }

    private func finishAssignment(_ left: ExpressionAst, _ op: Token) -> StatementAst {
        skipNewlines()
        var right = parseStatement()
        if right == nil {
            reportIncomplete(op.after, "ExpectedValueExpression", "You must provide a value expression following the '\(text(op))' operator.")
            right = ErrorStatementAst(op.after, nested: [])
        }
        let value = right ?? ErrorStatementAst(op.after, nested: [])
        checkAssignable(left, span(left.extent, value.extent), isCompound: op.kind.assignmentOperator != .equals)
        return AssignmentStatementAst(span(left.extent, value.extent), left: left, op: op.kind.assignmentOperator, right: value, errorPosition: op.extent)
    }

    private func parsePipeline(_ start: ExpressionAst?, background: inout Bool) -> StatementAst? {
        var elements: [CommandBaseAst] = []
        var expression = start
        var tried = true
        var pipe: Token?
        var sawPipe = false
        while true {
            if !tried, !commandAhead {
                let outer = mode
                setMode(.expression)
                expression = parseExpression()
                setMode(outer)
            }
            tried = false
            var element: CommandBaseAst?
            if let e = expression {
                if !elements.isEmpty {
                    report(e.extent, "ExpressionsMustBeFirstInPipeline", "Expressions are only allowed as the first element of a pipeline.")
                }
                element = finishExpressionElement(e)
            } else {
                element = parseCommand()
            }
            expression = nil
            if let element {
                if elements.isEmpty { elements = [element] } else { elements.append(element) }
            } else if sawPipe || peekKind == .pipe {
                reportIncomplete(pipe.map(\.after) ?? peekToken().extent, "EmptyPipeElement", "An empty pipe element is not allowed.")
            }
            let t = peekToken()
            switch t.kind {
            case .newLine where !elements.isEmpty && pipeFollowsLine():
                skip()
                skipNewlines()
                let p = peekToken()
                if p.kind == .pipe { pipe = p; sawPipe = true; skip(); skipNewlines(); if emptyAtEnd(p) { break }; continue }
            case .semi, .newLine, .endOfInput, .rParen, .rCurly:
                break
            case .andAnd, .orOr: break
            case .ampersand:
                skip()
                background = true
            case .pipe:
                skip()
                pipe = t
                sawPipe = true
                skipNewlines()
                if emptyAtEnd(t) { break }
                continue
            default:
                reportUnexpected(t)
            }
            break
        }
        guard let first = elements.first else { return nil }
        return PipelineAst(elements.count == 1 ? first.extent : span(first.extent, elements[elements.count - 1].extent), elements: elements, background: background)
    }

    private func emptyAtEnd(_ pipe: Token) -> Bool {
        guard peekKind == .endOfInput else { return false }
        reportIncomplete(pipe.after, "EmptyPipeElement", "An empty pipe element is not allowed.")
        return true
    }

    /// True where the next line that is not empty or a comment begins with `|`. `pos` is after the line end read ahead.
    private func pipeFollowsLine() -> Bool {
        var p = pos
        while true {
            let b = bytes[p]
            if b == UInt8(ascii: "|") { return bytes[p + 1] != b }
            if b == 0x20 || b == 0x09 || b == 0x0A || b == 0x0D { p += 1; continue }
            if b == UInt8(ascii: "#") {
                while bytes[p] != 0x0A, bytes[p] != 0x0D { if bytes[p] == 0, p >= limit { return false }; p += 1 }
                continue
            }
            if b == UInt8(ascii: "<"), bytes[p + 1] == UInt8(ascii: "#") {
                p += 2
                while !(bytes[p] == UInt8(ascii: "#") && bytes[p + 1] == UInt8(ascii: ">")) { if bytes[p] == 0, p >= limit { return false }; p += 1 }
                p += 2
                continue
            }
            return false
        }
    }

    private func finishExpressionElement(_ e: ExpressionAst) -> CommandBaseAst {
        var redirections: [RedirectionAst] = []
        var end = e.extent
        while case let t = peekToken(), t.kind == .redirection || t.kind == .redirectIn {
            skip()
            if let r = parseRedirection(t, &redirections) { end = r.extent }
        }
        return CommandExpressionAst(span(e.extent, end), expression: e, redirections: redirections)
    }

    /// After a redirection operator: the file, or nothing for `2>&1`. Nil where the operator is not supported.
    func parseRedirection(_ t: Token, _ redirections: inout [RedirectionAst]) -> RedirectionAst? {
        func reserved() {
            report(t.extent, "RedirectionNotSupported", "The '\(text(t))' operator is reserved for future use.")
        }
        if t.kind == .redirectIn {
            _ = parseSingleArgument(.fileName)
            reserved()
            return nil
        }
        let b = bytes[Int(t.start)]
        let from: RedirectionStream = b == UInt8(ascii: "*") ? .all : b == UInt8(ascii: ">") ? .output : RedirectionStream(rawValue: b &- 0x30) ?? .output
        let result: RedirectionAst
        if t.flags.contains(.merging) {
            let to = RedirectionStream(rawValue: bytes[Int(t.end) - 1] &- 0x30) ?? .output
            if to != .output || from == .output { reserved() }
            result = MergingRedirectionAst(t.extent, from: from, to: .output)
        } else {
            var file = parseSingleArgument(.fileName)
            if file == nil {
                report(t.after, "MissingFileSpecification", "Missing file specification after redirection operator.")
                file = ErrorExpressionAst(t.extent, nested: [])
            }
            let location = file ?? ErrorExpressionAst(t.extent, nested: [])
            result = FileRedirectionAst(span(t.extent, location.extent), from: from, location: location, append: t.flags.contains(.append))
        }
        if redirections.contains(where: { $0.fromStream == from }) {
            report(result.extent, "StreamAlreadyRedirected", "The \(from.word) stream for this command is already redirected.")
        } else {
            redirections.append(result)
        }
        return result
    }
}

private extension RedirectionStream {
    var word: String {
        switch self {
        case .all: "all"
        case .output: "output"
        case .error: "error"
        case .warning: "warning"
        case .verbose: "verbose"
        case .debug: "debug"
        case .information: "information"
        }
    }
}
