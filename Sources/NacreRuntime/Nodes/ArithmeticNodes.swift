import NacreSyntax

final class AddNode: Node {
    let l: Node, r: Node
    init(_ l: Node, _ r: Node) { self.l = l; self.r = r }
    override func eval(_ m: Machine) throws -> Value {
        let a = try l.eval(m), b = try r.eval(m)
        if case .int(let x) = a, case .int(let y) = b {
            let (s, o) = x.addingReportingOverflow(y)
            return o ? .double(Double(x) + Double(y)) : .int(s)
        }
        return try m.add(a, b)
    }
}
final class SubtractNode: Node {
    let l: Node, r: Node
    init(_ l: Node, _ r: Node) { self.l = l; self.r = r }
    override func eval(_ m: Machine) throws -> Value {
        let a = try l.eval(m), b = try r.eval(m)
        if case .int(let x) = a, case .int(let y) = b {
            let (s, o) = x.subtractingReportingOverflow(y)
            return o ? .double(Double(x) - Double(y)) : .int(s)
        }
        return try m.subtract(a, b)
    }
}
final class MultiplyNode: Node {
    let l: Node, r: Node
    init(_ l: Node, _ r: Node) { self.l = l; self.r = r }
    override func eval(_ m: Machine) throws -> Value {
        let a = try l.eval(m), b = try r.eval(m)
        if case .int(let x) = a, case .int(let y) = b {
            let (s, o) = x.multipliedReportingOverflow(by: y)
            return o ? .double(Double(x) * Double(y)) : .int(s)
        }
        return try m.multiply(a, b)
    }
}
final class RemainderNode: Node {
    let l: Node, r: Node
    init(_ l: Node, _ r: Node) { self.l = l; self.r = r }
    override func eval(_ m: Machine) throws -> Value {
        let a = try l.eval(m), b = try r.eval(m)
        if case .int(let x) = a, case .int(let y) = b, y > 0 { return .int(x % y) }
        return try m.remainder(a, b)
    }
}

/// `$slot + n`, `$slot - n` (n negated) with a constant.
final class SlotAddConstNode: Node {
    let slot: Int
    let n: Int32
    let general: Node
    init(_ s: Int, _ n: Int32, general: Node) { slot = s; self.n = n; self.general = general }
    override func eval(_ m: Machine) throws -> Value {
        if case .int(let x) = m.fp[slot] {
            let (s, o) = x.addingReportingOverflow(n)
            if !o { return .int(s) }
        }
        return try general.eval(m)
    }
    override var changesNothing: Bool { true }
}

final class BinaryNode: Node {
    let op: BinaryOperator
    let l: Node, r: Node
    init(_ op: BinaryOperator, _ l: Node, _ r: Node) { self.op = op; self.l = l; self.r = r }
    override func eval(_ m: Machine) throws -> Value {
        let a = try l.eval(m)
        return try m.binary(op, a, r.eval(m))
    }
}

/// `-in` and `-notin`: the right side first.
final class InNode: Node {
    let op: BinaryOperator
    let l: Node, r: Node
    init(_ op: BinaryOperator, _ l: Node, _ r: Node) { self.op = op; self.l = l; self.r = r }
    override func eval(_ m: Machine) throws -> Value {
        let b = try r.eval(m)
        return try m.binary(op, l.eval(m), b)
    }
}

/// An operator whose complaints about its options point at the operator.
final class PlacedBinaryNode: Node {
    let op: BinaryOperator
    let l: Node, r: Node
    let place: SourcePlace
    init(_ op: BinaryOperator, _ l: Node, _ r: Node, _ p: SourcePlace) { self.op = op; self.l = l; self.r = r; place = p }
    override func eval(_ m: Machine) throws -> Value {
        let a = try l.eval(m), b = try r.eval(m)
        do { return try m.binary(op, a, b) } catch let e as PSError where e.record.errorId == "BadReplaceArgument" { throw m.placed(e, place) }
    }
}

final class UnaryNode: Node {
    let op: UnaryOperator
    let child: Node
    init(_ op: UnaryOperator, _ c: Node) { self.op = op; child = c }
    override func eval(_ m: Machine) throws -> Value { try m.unary(op, child.eval(m)) }
}

/// `a..b`: streams its numbers where a pipeline or loop takes them.
final class RangeNode: Node {
    let l: Node, r: Node
    init(_ l: Node, _ r: Node) { self.l = l; self.r = r }
    override func eval(_ m: Machine) throws -> Value {
        let a = try l.eval(m)
        return try m.binary(.range, a, r.eval(m))
    }
    /// Both ends, where they are plain integers.
    func bounds(_ m: Machine) throws -> (from: Int32, to: Int32)? {
        guard case .int(let a) = try l.eval(m), case .int(let b) = try r.eval(m) else { return nil }
        return (a, b)
    }
    override func stream(_ m: Machine, into sink: Sink) throws {
        let a = try l.eval(m), b = try r.eval(m)
        guard case .int(let x) = a, case .int(let y) = b else { return try m.unroll(m.binary(.range, a, b), into: sink) }
        var i = x
        let step: Int32 = x <= y ? 1 : -1
        while true {
            try sink.put(.int(i))
            if i == y { return }
            i += step
            if i & 0xFF == 0 { try m.poll() }
        }
    }
}
