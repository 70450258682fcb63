import NacreSyntax

extension Machine {
    /// Looks at the object in a slot without taking hold of it; the look must not run anything else. Nil where no object is there.
    @inline(__always) func peek<R>(_ slot: Int, _ look: (Obj) -> R?) -> R? {
        if case .object(let o) = fp[slot] { return Unmanaged.passUnretained(o)._withUnsafeGuaranteedRef(look) }
        return nil
    }
}

extension Obj {
    /// The element at an index, where this takes no rules: an array or list and a place in it, a table and a text key that it has.
    @inline(__always) final func plainElement(_ i: Value) -> Value? {
        switch kind {
        case .array, .list:
            if case .int(let n) = i {
                let s = unsafeDowncast(self, to: Seq.self)
                if n >= 0, Int(n) < s.count { return s[Int(n)] }
            }
        case .table:
            if case .object(let k) = i, k.kind == .string { return unsafeDowncast(self, to: Table.self).get(unsafeDowncast(k, to: Str.self)) }
        default: break
        }
        return nil
    }
    /// Stores at an index where this takes no rules; false where it does.
    @inline(__always) final func putPlainly(_ v: Value, at i: Value) -> Bool {
        if kind == .array {
            let a = unsafeDowncast(self, to: Seq.self)
            guard case .int(let n) = i else { return false }
            return a.putPlainly(v, at: n)
        }
        if kind == .table {
            let t = unsafeDowncast(self, to: Table.self)
            guard t.isPlain, !i.isNull, i.obj?.kind != .array else { return false }
            t.set(i, v.orNull)
            return true
        }
        return false
    }
}

/// `object[index]`
final class IndexNode: Node {
    let object: Node, index: Node
    let nullConditional: Bool
    init(_ o: Node, _ i: Node, nullConditional: Bool) { object = o; index = i; self.nullConditional = nullConditional }
    override func eval(_ m: Machine) throws -> Value {
        let o = try object.eval(m)
        if nullConditional, o.isNull { return .null }
        return try m.element(of: o, index.eval(m))
    }
}

/// `$slot[index]`, where the index changes no variable: the collection is read where it lies.
final class SlotIndexNode: Node {
    let slot: Int
    let object: SlotNode
    let index: Node
    /// The index's own slot, or -1.
    private let indexSlot: Int
    init(_ o: SlotNode, _ i: Node) { slot = o.slot; object = o; index = i; indexSlot = (i as? SlotNode)?.slot ?? -1 }
    override func eval(_ m: Machine) throws -> Value {
        let i = try index.eval(m)
        if let v = m.peek(slot, { $0.plainElement(i) }) { return v }
        return try m.element(of: object.eval(m), i)
    }
    override func test(_ m: Machine) throws -> Bool {
        let i = indexSlot >= 0 ? m.fp[indexSlot] : .undef
        if case .int(let n) = i, let b = m.peek(slot, { o -> Bool? in
            guard o.kind == .array else { return nil }
            let a = unsafeDowncast(o, to: Seq.self)
            guard n >= 0, Int(n) < a.count, case .bool(let b) = a[Int(n)] else { return nil }
            return b
        }) { return b }
        return try eval(m).isTrue
    }
}

extension Machine {
    @inline(__always) func element(of o: Value, _ i: Value) throws -> Value {
        if case .object(let x) = o, let v = x.plainElement(i) { return v }
        return try withArg(i) { try index(o, $0) }
    }
    @inline(__always) func setElement(of o: Value, _ i: Value, _ v: Value) throws {
        if case .object(let x) = o, x.putPlainly(v, at: i) { return }
        try withArg(i) { try setIndex(o, $0, v.orNull) }
    }
    /// One value laid out as arguments.
    @inline(__always) func withArg<R>(_ v: Value, _ body: (Args) throws -> R) throws -> R {
        let base = sp
        push(v)
        defer { popTo(base) }
        return try body(Args(base: base, count: 1))
    }
    /// Evaluates nodes onto the stack and passes them as arguments.
    @inline(__always) func withArgs<R>(_ nodes: NodeList, _ body: (Args) throws -> R) throws -> R {
        let base = sp
        defer { popTo(base) }
        var i = 0
        while i < nodes.count { push(try nodes[i].eval(self).orNull); i += 1 }
        return try body(Args(base: base, count: nodes.count))
    }
}

/// `object[index] = …`
final class IndexTarget: Target {
    let object: Node, index: Node
    init(_ o: Node, _ i: Node) { object = o; index = i }
    override func eval(_ m: Machine) throws -> Value { try m.element(of: object.eval(m), index.eval(m)) }
    override func assign(_ v: Value, _ m: Machine) throws {
        let o = try object.eval(m)
        try m.setElement(of: o, index.eval(m), v)
    }
    override func update(_ op: BinaryOperator, _ value: Node, _ m: Machine) throws -> Value {
        let o = try object.eval(m), i = try index.eval(m)
        let before = try m.element(of: o, i)
        let v = try m.compound(op, before, value.eval(m))
        try m.setElement(of: o, i, v)
        return v
    }
}

extension Seq {
    /// The same for a value that is no object.
    @inline(__always) final func putInline(_ v: Value, at n: Int32) -> Bool {
        guard n >= 0, Int(n) < count, elementCode == .object || elementCode == v.inlineCode else { return false }
        let p = base + Int(n)
        if case .object = p.pointee { return false }
        p.initialize(to: v)
        return true
    }
    /// Stores in an array where the element type takes the value as it is; false where it does not, or the index has no place.
    @inline(__always) final func putPlainly(_ v: Value, at n: Int32) -> Bool {
        guard n >= 0, Int(n) < count, elementCode == .object || elementCode == v.inlineCode else { return false }
        put(v.orNull, at: Int(n))
        return true
    }
}

/// `$slot[index] = value`, where the index changes no variable.
final class SlotIndexAssignNode: Node {
    let target: SlotIndexTarget
    private let slot: Int
    private let index: Node, value: Node
    /// The index's own slot, or -1; the value, where it is a constant that is no object.
    private let indexSlot: Int
    private let stored: Value
    init(_ t: SlotIndexTarget, _ v: Node) {
        target = t
        slot = t.slot
        index = t.index
        value = v
        indexSlot = (t.index as? SlotNode)?.slot ?? -1
        stored = v.constant.flatMap { $0.obj == nil && !$0.isNull ? $0 : nil } ?? .undef
    }
    override func eval(_ m: Machine) throws -> Value {
        let v = try value.eval(m)
        try target.assign(v, m)
        return v
    }
    override func run(_ m: Machine) throws -> Flow {
        if indexSlot >= 0, case .int(let n) = m.fp[indexSlot], !stored.isUndef, case .object(let o) = m.fp[slot], Unmanaged.passUnretained(o)._withUnsafeGuaranteedRef({ o in
            o.kind == .array && unsafeDowncast(o, to: Seq.self).putInline(stored, at: n)
        }) {
            m.succeeded = true
            return .next
        }
        let v = try value.eval(m), i = try index.eval(m)
        if case .int(let n) = i, case .object(let o) = m.fp[slot], Unmanaged.passUnretained(o)._withUnsafeGuaranteedRef({ o in
            o.kind == .array && unsafeDowncast(o, to: Seq.self).putPlainly(v, at: n)
        }) {} else { try target.store(v, at: i, m) }
        m.succeeded = true
        return .next
    }
}

/// `$slot[index] = …`, where the index changes no variable.
final class SlotIndexTarget: Target {
    let slot: Int
    let general: IndexTarget
    let index: Node
    init(_ s: Int, _ g: IndexTarget) { slot = s; general = g; index = g.index }
    override func eval(_ m: Machine) throws -> Value { try general.eval(m) }
    override func assign(_ v: Value, _ m: Machine) throws {
        try store(v, at: index.eval(m), m)
    }
    func store(_ v: Value, at i: Value, _ m: Machine) throws {
        if m.peek(slot, { $0.putPlainly(v, at: i) }) == true { return }
        try m.setElement(of: general.object.eval(m), i, v)
    }
    override func update(_ op: BinaryOperator, _ value: Node, _ m: Machine) throws -> Value { try general.update(op, value, m) }
}
