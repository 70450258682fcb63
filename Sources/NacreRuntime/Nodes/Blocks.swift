import NacreSyntax

/// Nodes in memory of their own: reached without taking hold of them.
struct NodeList {
    private let base: UnsafeMutablePointer<Unmanaged<Node>>
    let count: Int
    /// The nodes live as long as the program text that they were compiled from: whoever makes a list releases it.
    init(_ nodes: [Node]) {
        count = nodes.count
        base = .allocate(capacity: max(nodes.count, 1))
        for (i, n) in nodes.enumerated() { (base + i).initialize(to: .passRetained(n)) }
    }
    @inline(__always) subscript(_ i: Int) -> Node { base[i]._withUnsafeGuaranteedRef { $0 } }
    func release() {
        for i in 0..<count { base[i].release() }
        base.deallocate()
    }
}

/// Statements one after the other. An error that nothing catches ends its statement, is shown, and the next one runs.
final class StatementList {
    let nodes: UnsafeMutableBufferPointer<Unmanaged<Node>>
    let extents: [Extent]
    let source: Source
    let traps: [TrapHandler]

    init(_ list: [Node], extents: [Extent], source: Source, traps: [TrapHandler] = []) {
        nodes = .allocate(capacity: list.count)
        for (i, n) in list.enumerated() { nodes.initializeElement(at: i, to: .passRetained(n)) }
        self.extents = extents
        self.source = source
        self.traps = traps
    }
    deinit {
        for n in nodes { n.release() }
        nodes.deallocate()
    }

    @inline(__always) func run(_ m: Machine) throws -> Flow {
        var i = 0
        let n = nodes.count
        while i < n {
            do {
                let flow = try nodes[i]._withUnsafeGuaranteedRef { try $0.run(m) }
                if flow != .next { return flow }
            } catch {
                let flow = try recover(error, i, m)
                if flow != .next { return flow }
            }
            i += 1
        }
        return .next
    }

    @inline(never) private func recover(_ error: Error, _ i: Int, _ m: Machine) throws -> Flow {
        guard let e = m.asPSError(error) else { throw error }
        m.succeeded = false
        m.position(e, at: ScriptPosition(source: source, extent: extents[i]))
        if !traps.isEmpty {
            // A trap for a type goes before one for all.
            if let t = traps.first(where: { $0.name != nil && $0.handles(e, m) }) ?? traps.first(where: { $0.name == nil }) { return try t.run(e, m) }
        }
        if m.tryDepth > 0 || e.endsScript { throw e }
        try m.statementFailed(e)
        return .next
    }
}

/// A `trap` of a block.
final class TrapHandler {
    /// The exception type it takes; nil takes all.
    let name: TypeName?
    let body: StatementList
    init(_ name: TypeName?, _ body: StatementList) { self.name = name; self.body = body }
    private let layout = Layout()

    func handles(_ e: PSError, _ m: Machine) -> Bool {
        guard let name else { return true }
        guard let type = m.session.types.resolve(name) else { return false }
        return e.matches(type)
    }
    /// Runs the trap, in a scope of its own: `continue` goes on after the failed statement, `break` ends the block with the error, neither
    /// shows the error and goes on.
    func run(_ e: PSError, _ m: Machine) throws -> Flow {
        let item = m.item, outer = m.scopeRef
        m.remember(e)
        m.item = .object(e.record)
        m.enterScope(.passUnretained(layout), m.sp, home: m.scope.homeRef, command: nil, site: nil, parent: outer)
        defer { m.item = item; m.leaveScope(to: outer) }
        let flow: Flow
        do { flow = try body.run(m) } catch let s as FlowSignal { flow = s.flow }
        switch flow {
        case .continue: return .next
        case .break: throw e
        case .return: return .return
        case .next:
            try m.show(e)
            return .next
        }
    }
}

extension PSError {
    /// True where a `catch [type]` takes it: the exception, or the one inside that a method call or a command wrapped.
    func matches(_ type: TypeRef) -> Bool {
        // Whatever ends a statement comes as a RuntimeException around what was thrown.
        if TypeRef.runtimeException.isSubtype(of: type) { return true }
        var x: ExceptionValue? = record.exception
        while let e = x {
            if e.exceptionType.isSubtype(of: type) { return true }
            guard e.exceptionType === TypeRef.methodInvocationException || e.exceptionType === TypeRef.runtimeException || e.exceptionType === TypeRef.setValueInvocationException || e.exceptionType === TypeRef.getValueInvocationException || e.exceptionType.isSubtype(of: .runtimeException) else { return false }
            x = e.inner
        }
        return false
    }
}
