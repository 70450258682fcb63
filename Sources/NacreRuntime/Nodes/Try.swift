import NacreSyntax

final class TryNode: Node {
    struct Clause { let types: [TypeNode]; let body: StatementList }
    let body: StatementList
    let clauses: [Clause]
    let finally: StatementList?
    init(body: StatementList, clauses: [Clause], finally: StatementList?) { self.body = body; self.clauses = clauses; self.finally = finally }

    override func eval(_ m: Machine) throws -> Value { try m.captured { try m.flowing(run(m)) } }
    override func run(_ m: Machine) throws -> Flow {
        guard let finally else { return try guarded(m) }
        let flow: Flow
        do { flow = try guarded(m) } catch {
            let stopping = m.interrupt.isSet
            if stopping { m.interrupt.clear() }
            let f = try finally.run(m)
            if stopping { m.interrupt.set() }
            if f != .next { return f }
            throw error
        }
        let label = m.flowLabel
        let f = try finally.run(m)
        if f != .next { return f }
        m.flowLabel = label
        return flow
    }

    private func guarded(_ m: Machine) throws -> Flow {
        let depth = m.tryDepth, base = m.sp, scope = m.scope, fp = m.fp, calls = m.depth, out = m.out
        // Without a catch clause errors are shown as if there were no `try`.
        if !clauses.isEmpty { m.tryDepth += 1 }
        do {
            let f = try body.run(m)
            m.tryDepth = depth
            return f
        } catch {
            m.tryDepth = depth
            if clauses.isEmpty { throw error }
            guard let e = m.asPSError(error), let c = try handler(e, m) else { throw error }
            if m.sp > base { m.popTo(base) }
            m.scope = scope
            m.fp = fp
            m.depth = calls
            m.out = out
            m.remember(e)
            let item = m.item
            m.item = .object(c.types.isEmpty ? e.record : e.caught(by: c, m))
            m.inCatch += 1
            defer { m.item = item; m.inCatch -= 1 }
            return try c.body.run(m)
        }
    }
    /// The clause that takes the error.
    private func handler(_ e: PSError, _ m: Machine) throws -> Clause? {
        for c in clauses {
            if c.types.isEmpty { return c }
            for t in c.types { if let type = t.known(m), e.matches(type) { return c } }
        }
        return nil
    }
}

extension PSError {
    /// The record that a clause for a type sees: that of the exception of the type, where a method call had wrapped it.
    fileprivate func caught(by c: TryNode.Clause, _ m: Machine) -> ErrorRecord {
        let types = c.types.compactMap { $0.known(m) }
        var x: ExceptionValue? = record.exception
        while let e = x, !types.contains(where: { e.exceptionType.isSubtype(of: $0) }) { x = e.inner }
        guard let x, x !== record.exception else { return record }
        let r = ErrorRecord(x, id: record.errorId, category: record.category, target: record.target)
        r.commandClass = record.commandClass; r.activity = record.activity; r.command = record.command
        r.position = record.position; r.trace = record.trace; r.invocationName = record.invocationName
        return r
    }
}
