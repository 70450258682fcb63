import NacreSyntax

extension Machine {
    /// `[scriptblock]::Create(text)`: the block of a text, which runs in the session's own state.
    /// - Throws: a ParseException with the parser's words for the first mistake of the text.
    public func createBlock(_ text: Str) throws -> ScriptBlock {
        let r = Parser.parse(text.string)
        if let d = r.diagnostics.first(where: { $0.id != "MemberAlreadyDefined" }) {
            let p = r.source.position(d.extent.start)
            let line = r.source.line(p.line)
            let e = NetException(.parseException, "At line:\(p.line) char:\(p.column)\n+ \(line)\n+ \(String(repeating: " ", count: max(p.column - 1, 0)))\(String(repeating: "~", count: max(1, Int(d.extent.end - d.extent.start))))\n\(d.message)")
            e.value.properties.append((Name("Errors"), ParseErrorView.list(r)))
            throw e
        }
        return ScriptBlock(BlockCode(tree: r.tree), home: scope.home)
    }

    /// A text with its variables and `$( … )` filled in, as between double quotes; quotes are themselves.
    public func expand(_ text: String) throws -> Str {
        let parsed = Parser.parse("@\"\n\(text)\n\"@")
        if let d = parsed.diagnostics.first { throw NetException(.parseException, d.message) }
        return str(try call(ScriptBlock(BlockCode(tree: parsed.tree), home: scope.home)))
    }

    /// `GetNewClosure()`: the block with the variables of the scope that runs.
    public func closure(of block: ScriptBlock) -> ScriptBlock {
        var captured: [Name: Variable] = block.captured ?? [:]
        for (i, name) in scope.layout.names.enumerated() {
            let v = scope.slots[i]
            if v.isUndef { continue }
            if case .object(let o) = v, o.kind == .variable, let x = o as? Variable { captured[name] = Variable(name, x.value) } else { captured[name] = Variable(name, v) }
        }
        // Those that everyone has, or that are made when they are read, are seen anyway.
        for (name, x) in scope.extra ?? [:] where x.options.isEmpty && x.getter == nil { captured[name] = Variable(name, x.value) }
        return ScriptBlock(block.code, captured: captured, home: block.home)
    }
}
