import NacreSyntax

/// An expression standing as a statement.
final class ExpressionStatement: Node {
    let child: Node
    init(_ c: Node) { child = c }
    override func eval(_ m: Machine) throws -> Value { try child.eval(m) }
    override func test(_ m: Machine) throws -> Bool { try child.test(m) }
    override func run(_ m: Machine) throws -> Flow {
        let v = try child.eval(m)
        m.succeeded = true
        try m.emit(v)
        return .next
    }
    override func stream(_ m: Machine, into sink: Sink) throws { try child.stream(m, into: sink) }
}

/// `(command)`, `$(command)` as a statement: whether it went well is what the command said.
final class CommandExpressionStatement: Node {
    let child: Node
    init(_ c: Node) { child = c }
    override func eval(_ m: Machine) throws -> Value { try child.eval(m) }
    override func run(_ m: Machine) throws -> Flow {
        try m.emit(child.eval(m))
        return .next
    }
}

/// A statement of which nothing is put out (assignments in parentheses are `eval`ed).
final class VoidStatement: Node {
    let child: Node
    init(_ c: Node) { child = c }
    override func run(_ m: Machine) throws -> Flow {
        _ = try child.eval(m)
        m.succeeded = true
        return .next
    }
}

/// `expression | command | …` or `command | command | …`
final class PipelineNode: Node {
    let first: Node?
    let commands: [CommandNode]
    init(first: Node?, commands: [CommandNode]) { self.first = first; self.commands = commands }
    override func run(_ m: Machine) throws -> Flow {
        try m.runPipeline(commands, first: first)
        return .next
    }
    override func eval(_ m: Machine) throws -> Value { try m.captured { try m.runPipeline(commands, first: first) } }
}

/// An expression with redirections.
final class RedirectedNode: Node {
    let child: Node
    let redirections: [CallRedirection]
    init(_ c: Node, _ r: [CallRedirection]) { child = c; redirections = r }
    override func eval(_ m: Machine) throws -> Value { try m.captured { _ = try run(m) } }
    override func run(_ m: Machine) throws -> Flow {
        try m.redirecting(redirections) { _ = try child.run(m) }
        return .next
    }
}

/// `a && b`, `a || b`
final class ChainNode: Node {
    let left: Node, right: Node
    let isAnd: Bool
    init(_ l: Node, _ r: Node, isAnd: Bool) { left = l; right = r; self.isAnd = isAnd }
    override func eval(_ m: Machine) throws -> Value { try m.captured { try m.flowing(run(m)) } }
    override func run(_ m: Machine) throws -> Flow {
        do {
            let f = try left.run(m)
            if f != .next { return f }
        } catch let e as PSError where m.tryDepth == 0 && !e.endsScript {
            m.succeeded = false
            try m.statementFailed(e)
        }
        return m.succeeded == isAnd ? try right.run(m) : .next
    }
}

/// `( statement )` around something that only runs.
final class CaptureNode: Node {
    let child: Node
    init(_ c: Node) { child = c }
    override func eval(_ m: Machine) throws -> Value { try m.captured { try m.flowing(child.run(m)) } }
}

/// A statement that raises an error when it is reached (not supported, or not understood).
final class ErrorNode: Node {
    let make: () -> PSError
    init(_ m: @escaping () -> PSError) { make = m }
    override func eval(_ m: Machine) throws -> Value { throw make() }
    override func run(_ m: Machine) throws -> Flow { throw make() }
}
