import NacreSyntax

extension Compiler {
    func command(_ c: CommandAst) throws -> CommandNode {
        var name: String?, nameNode: Node?
        var words: [CallWord] = []
        var isAfterEnd = false
        for (i, e) in c.elements.enumerated() {
            if i == 0 {
                if let s = e as? StringConstantExpressionAst { name = s.value } else if let x = e as? ExpressionAst { nameNode = try expression(x) }
                if let n = name, n.isEmpty { nameNode = ConstNode(.object(Str.empty)); name = nil }
                continue
            }
            if !isAfterEnd, source.text(e.extent) == "--" {
                isAfterEnd = true
                words.append(CallWord(parameter: nil, node: ConstNode(.object(Str("--"))), splat: false, extent: e.extent, isEndOfParameters: true))
            } else if isAfterEnd, let p = e as? CommandParameterAst {
                // Only a value that looks like a name.
                let text = ConstNode(.object(Str("-" + p.parameterName + (p.argument == nil ? "" : ":"))))
                words.append(CallWord(parameter: nil, node: text, splat: false, extent: p.extent))
                if let a = p.argument { words.append(CallWord(parameter: nil, node: try word(a), splat: false, extent: a.extent)) }
            } else if let p = e as? CommandParameterAst {
                var w = CallWord(parameter: p.parameterName, node: try p.argument.map { try word($0) }, splat: false, extent: p.extent)
                if let a = p.argument {
                    w.isApart = source.bytes[Int(a.extent.start) - 1] == 0x20
                    if a is ArrayLiteralAst { w.literal = source.text(a.extent) }
                }
                words.append(w)
            } else if let v = e as? VariableExpressionAst, v.splatted {
                words.append(CallWord(parameter: nil, node: try variable(v), splat: true, extent: v.extent))
            } else if let x = e as? ExpressionAst {
                var w = CallWord(parameter: nil, node: try word(x), splat: false, extent: x.extent)
                if x is ArrayLiteralAst { w.literal = source.text(x.extent) }
                words.append(w)
            }
        }
        return CommandNode(name: name, nameNode: nameNode, invocation: c.invocation, words: words, redirections: try redirections(c.redirections), source: source, extent: c.extent, nameExtent: c.elements.first?.extent ?? c.extent)
    }

    /// A word of a command: a number keeps how it was spelled, for whoever takes it as text.
    private func word(_ e: ExpressionAst) throws -> Node {
        if let c = e as? ConstantExpressionAst { return ConstNode(Machine.literalArgument(Machine.value(of: c.value), spelled: source.text(c.extent))) }
        return try expression(e)
    }

    func redirections(_ list: [RedirectionAst]) throws -> [CallRedirection] {
        try list.map { r in
            if let f = r as? FileRedirectionAst { return CallRedirection(from: f.fromStream, to: nil, file: try expression(f.location), append: f.append) }
            let g = r as! MergingRedirectionAst
            return CallRedirection(from: g.fromStream, to: g.toStream, file: nil, append: false)
        }
    }
}
