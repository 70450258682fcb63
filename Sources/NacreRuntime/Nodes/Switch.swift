import NacreSyntax

/// `switch`: each element of the value against each clause in turn.
final class SwitchNode: LoopBase {
    let value: Node
    let flags: SwitchFlags
    /// A clause's test: a script block that is run for its truth, or a value compared.
    let tests: [(node: Node, isBlock: Bool)]
    let bodies: [StatementList]
    let otherwise: StatementList?
    let enumeratorSlot: Int
    let place: SourcePlace
    init(label: Name?, value: Node, flags: SwitchFlags, tests: [(node: Node, isBlock: Bool)], bodies: [StatementList], otherwise: StatementList?, enumeratorSlot: Int, empty: StatementList, _ place: SourcePlace) {
        self.place = place
        self.value = value; self.flags = flags; self.tests = tests; self.bodies = bodies; self.otherwise = otherwise; self.enumeratorSlot = enumeratorSlot
        super.init(label: label, body: empty)
    }

    override func run(_ m: Machine) throws -> Flow {
        var v = try value.value(m, place)
        if flags.contains(.file) { v = try m.readLines(m.str(v).string) }
        let item = m.item
        defer { m.item = item }
        if enumeratorSlot >= 0 {
            var values: [Value] = []
            if case .object(let o) = v, o.kind != .string, o.isEnumerable { _ = try o.enumerate { values.append($0) } } else { values = [v] }
            let e = Enumerator(values), before = m.fp[enumeratorSlot]
            m.fp[enumeratorSlot] = .object(e)
            defer { m.fp[enumeratorSlot] = before }
            while e.moveNext() {
                switch try element(e.current, m) { case .go: continue; case .leave: return .next; case .out(let f): return f }
            }
            return .next
        }
        if case .object(let o) = v, o.kind != .string, o.isEnumerable {
            var values: [Value] = []
            _ = try o.enumerate { values.append($0) }
            for x in values { switch try element(x, m) { case .go: continue; case .leave: return .next; case .out(let f): return f } }
            return .next
        }
        if v.isVoid { return .next }
        if case .out(let f) = try element(v, m) { return f }
        return .next
    }

    private func element(_ v: Value, _ m: Machine) throws -> Step {
        try m.poll()
        var matched = false
        for i in 0..<tests.count {
            m.item = v
            guard try matches(i, v, m) else { continue }
            matched = true
            m.item = v
            let s = try clause(bodies[i], m)
            if let s { return s }
        }
        if !matched, let otherwise {
            m.item = v
            if let s = try clause(otherwise, m) { return s }
        }
        return .go
    }
    /// Nil: the next clause. `continue` goes to the next element, `break` leaves.
    private func clause(_ b: StatementList, _ m: Machine) throws -> Step? {
        var flow: Flow
        do { flow = try b.run(m) } catch let s as FlowSignal {
            m.flowLabel = s.label
            flow = s.flow
        }
        switch flow {
        case .next: return nil
        case .return: return .out(.return)
        default:
            if let l = m.flowLabel, l != label { return .out(flow) }
            m.flowLabel = nil
            return flow == .break ? .leave : .go
        }
    }
    private func matches(_ i: Int, _ v: Value, _ m: Machine) throws -> Bool {
        let t = tests[i]
        if t.isBlock { return try t.node.test(m) }
        let want = try t.node.eval(m)
        let exact = flags.contains(.caseSensitive)
        if case .object(let o) = want, let block = o as? ScriptBlock { return try m.call(block, [v], item: v).isTrue }
        if flags.contains(.regex) { return try m.binary(exact ? .cmatch : .imatch, .object(m.str(v)), want).isTrue }
        if flags.contains(.wildcard) { return try m.binary(exact ? .clike : .ilike, .object(m.str(v)), want).isTrue }
        // Values are compared as texts: dates by their invariant form, `$true` as `True`.
        if case .int(let x) = v, case .int(let y) = want { return x == y }
        return try m.equal(.object(m.str(v)), .object(m.str(want)), ignoreCase: !exact)
    }
}
