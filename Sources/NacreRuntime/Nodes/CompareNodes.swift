import NacreSyntax

/// The six comparisons on numbers, by the numbers of `BinaryOperator`.
enum Relation: UInt8 {
    case eq, ne, gt, ge, lt, le
    @inline(__always) func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
        switch self {
        case .eq: a == b
        case .ne: a != b
        case .gt: a > b
        case .ge: a >= b
        case .lt: a < b
        case .le: a <= b
        }
    }
    init?(_ op: BinaryOperator) {
        switch op {
        case .ieq, .ceq: self = .eq
        case .ine, .cne: self = .ne
        case .igt, .cgt: self = .gt
        case .ige, .cge: self = .ge
        case .ilt, .clt: self = .lt
        case .ile, .cle: self = .le
        default: return nil
        }
    }
}

final class CompareNode: Node {
    let op: BinaryOperator
    let relation: Relation
    let l: Node, r: Node
    init(_ op: BinaryOperator, _ relation: Relation, _ l: Node, _ r: Node) { self.op = op; self.relation = relation; self.l = l; self.r = r }
    override func eval(_ m: Machine) throws -> Value {
        let a = try l.eval(m), b = try r.eval(m)
        if case .int(let x) = a, case .int(let y) = b { return .bool(relation.holds(x, y)) }
        return try m.binary(op, a, b)
    }
    override func test(_ m: Machine) throws -> Bool {
        let a = try l.eval(m), b = try r.eval(m)
        if case .int(let x) = a, case .int(let y) = b { return relation.holds(x, y) }
        return try m.binary(op, a, b).isTrue
    }
}

/// `$slot -lt 5` and the like.
final class CompareSlotConstNode: Node {
    let slot: Int
    let n: Int32
    let relation: Relation
    let general: CompareNode
    init(_ s: Int, _ n: Int32, _ g: CompareNode) { slot = s; self.n = n; relation = g.relation; general = g }
    override func eval(_ m: Machine) throws -> Value {
        if case .int(let x) = m.fp[slot] { return .bool(relation.holds(x, n)) }
        return try general.eval(m)
    }
    override func test(_ m: Machine) throws -> Bool {
        if case .int(let x) = m.fp[slot] { return relation.holds(x, n) }
        return try general.test(m)
    }
}

/// `$a -lt $b` on two slots.
final class CompareSlotsNode: Node {
    let a: Int, b: Int
    let relation: Relation
    let general: CompareNode
    init(_ a: Int, _ b: Int, _ g: CompareNode) { self.a = a; self.b = b; relation = g.relation; general = g }
    override func eval(_ m: Machine) throws -> Value {
        if case .int(let x) = m.fp[a], case .int(let y) = m.fp[b] { return .bool(relation.holds(x, y)) }
        return try general.eval(m)
    }
    override func test(_ m: Machine) throws -> Bool {
        if case .int(let x) = m.fp[a], case .int(let y) = m.fp[b] { return relation.holds(x, y) }
        return try general.test(m)
    }
}
final class NotNode: Node {
    let child: Node
    init(_ c: Node) { child = c }
    override func eval(_ m: Machine) throws -> Value { .bool(try !child.test(m)) }
    override func test(_ m: Machine) throws -> Bool { try !child.test(m) }
}
final class AndNode: Node {
    let l: Node, r: Node
    init(_ l: Node, _ r: Node) { self.l = l; self.r = r }
    override func eval(_ m: Machine) throws -> Value { .bool(try test(m)) }
    override func test(_ m: Machine) throws -> Bool { if try l.test(m) { try r.test(m) } else { false } }
}
final class OrNode: Node {
    let l: Node, r: Node
    init(_ l: Node, _ r: Node) { self.l = l; self.r = r }
    override func eval(_ m: Machine) throws -> Value { .bool(try test(m)) }
    override func test(_ m: Machine) throws -> Bool { if try l.test(m) { true } else { try r.test(m) } }
}
/// `a ?? b`
final class CoalesceNode: Node {
    let l: Node, r: Node
    init(_ l: Node, _ r: Node) { self.l = l; self.r = r }
    override func eval(_ m: Machine) throws -> Value {
        let v = try l.eval(m)
        return v.isNull ? try r.eval(m) : v
    }
}
final class TernaryNode: Node {
    let c: Node, a: Node, b: Node
    init(_ c: Node, _ a: Node, _ b: Node) { self.c = c; self.a = a; self.b = b }
    override func eval(_ m: Machine) throws -> Value { try c.test(m) ? a.eval(m) : b.eval(m) }
}

/// `a -match 'pattern'` with a pattern that is written: compiled once.
final class MatchNode: Node {
    private let l: Node
    private let pattern: Value
    private let ignoreCase: Bool, negated: Bool
    private var program: RegexProgram?
    init(_ l: Node, _ p: Value, ignoreCase: Bool, negated: Bool) { self.l = l; pattern = p; self.ignoreCase = ignoreCase; self.negated = negated }
    override func eval(_ m: Machine) throws -> Value {
        let a = try l.eval(m)
        if case .object(let o) = a, o.kind == .string { return .bool(try holds(unsafeDowncast(o, to: Str.self), m)) }
        return try m.match(a, pattern, ignoreCase: ignoreCase, negated: negated)
    }
    override func test(_ m: Machine) throws -> Bool {
        let a = try l.eval(m)
        if case .object(let o) = a, o.kind == .string { return try holds(unsafeDowncast(o, to: Str.self), m) }
        return try m.match(a, pattern, ignoreCase: ignoreCase, negated: negated).isTrue
    }
    private func holds(_ s: Str, _ m: Machine) throws -> Bool {
        let p: RegexProgram
        if let program { p = program } else {
            do { p = try m.regexOperand(pattern, ignoreCase: ignoreCase) } catch let e as RegexError { throw PSError.regex(e) }
            program = p
        }
        return try m.match(s, p) != negated
    }
}
