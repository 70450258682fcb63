/// `+` and `*` on what is no number: text, collections, tables.
extension Machine {
    func addObjects(_ a: Value, _ b: Value) throws -> Value {
        if b.str != nil, a.rank != 0, case .char = a {} else if b.str != nil, a.rank != 0, let r = try numericText(.add, a, b) { return r }
        switch a {
        case .char(let c): return .object(Str.concat(Str.of(c), str(b)))
        case .object(let o):
            switch o.kind {
            case .array, .list: return addSequence(unsafeDowncast(o, to: Seq.self), b)
            case .table: return try addTables(unsafeDowncast(o, to: Table.self), b)
            default:
                if o.isEnumerable {
                    var all: [Value] = []
                    _ = try o.enumerate { all.append($0) }
                    try Machine.appendEach(b, to: &all)
                    return .object(PSArray(all))
                }
            }
        default: break
        }
        return try implicit(.add, a, b)
    }

    /// An `object[]` of the elements of both; what is no collection at the right is one element.
    private func addSequence(_ s: Seq, _ b: Value) -> Value {
        if case .object(let o) = b, o.kind == .array || o.kind == .list {
            let t = unsafeDowncast(o, to: Seq.self)
            let n = s.count, k = t.count
            let p = UnsafeMutablePointer<Value>.allocate(capacity: max(n + k, 1))
            if n > 0 { p.initialize(from: s.base, count: n) }
            if k > 0 { (p + n).initialize(from: t.base, count: k) }
            return .object(PSArray(taking: p, count: n + k))
        }
        if case .object(let o) = b, o.isEnumerable {
            var all = Array(s.elements)
            _ = try? Machine.appendEach(b, to: &all)
            return .object(PSArray(all))
        }
        let n = s.count
        let p = UnsafeMutablePointer<Value>.allocate(capacity: n + 1)
        if n > 0 { p.initialize(from: s.base, count: n) }
        (p + n).initialize(to: b.isNull ? .null : b)
        return .object(PSArray(taking: p, count: n + 1))
    }
    /// Appends a collection's elements, or the one value.
    static func appendEach(_ v: Value, to all: inout [Value]) throws {
        if case .object(let o) = v, o.isEnumerable { _ = try o.enumerate { all.append($0) } } else { all.append(v.isNull ? .null : v) }
    }

    private func addTables(_ t: Table, _ b: Value) throws -> Value {
        guard case .object(let o) = b, o.kind == .table else {
            throw PSError(id: "AddHashTableToNonHashTable", "A hash table can only be added to another hash table.")
        }
        let r = Table(capacity: t.count)
        t.forEachPair { r.set($0, $1); return true }
        let other = unsafeDowncast(o, to: Table.self)
        var twice: Value?
        other.forEachPair { k, v in
            if r.contains(k) { twice = k; return false }
            r.set(k, v)
            return true
        }
        if let k = twice {
            var there = k
            t.forEachPair { known, _ in
                if (try? equal(known, k, ignoreCase: true)) == true { there = known; return false }
                return true
            }
            throw PSError.raw(.argumentException, "Item has already been added. Key in dictionary: '\(str(there).string)'  Key being added: '\(str(k).string)'")
        }
        return .object(r)
    }

    /// `*` with text or a collection at the left.
    func multiplyObjects(_ a: Value, _ b: Value) throws -> Value {
        guard case .object(let o) = a else { return try implicit(.multiply, a, b) }
        if o.kind == .string {
            let s = unsafeDowncast(o, to: Str.self)
            let n: Int
            if case .int(let i) = b { n = Int(i) } else { n = Int(try convert(b.isNull ? .int(0) : b, to: .int).int64) }
            if n < 0 {
                throw PSError.raw(.argumentOutOfRangeException, "times ('\(n)') must be a non-negative value. (Parameter 'times')\nActual value was \(n).")
            }
            return .object(try repeated(s, n))
        }
        guard o.kind == .array || o.kind == .list else { return try implicit(.multiply, a, b) }
        let s = unsafeDowncast(o, to: Seq.self)
        let n: Int
        if case .int(let i) = b, i >= 0 { n = Int(i) } else {
            let times = try b.str.map { try number(from: $0, like: .int(0)) } ?? (b.isNull ? .int(0) : b)
            n = Int(try convert(times, to: .uint).int64)
        }
        let (total, over) = s.count.multipliedReportingOverflow(by: n)
        guard !over, total <= Int(Int32.max) else {
            throw cannotConvert(.long(Int64(over ? Int.max : total)), to: .int)
        }
        if s.count == 0 || n == 1 { return .object(PSArray(Array(s.elements), of: s.element)) }
        guard total <= Limits.elements else { throw PSError.raw(.outOfMemoryException, Limits.insufficient) }
        let p = UnsafeMutablePointer<Value>.allocate(capacity: max(total, 1))
        for i in 0..<n { (p + i * s.count).initialize(from: s.base, count: s.count) }
        return .object(PSArray(taking: p, count: total, of: s.element))
    }

    /// A text repeated.
    func repeated(_ s: Str, _ n: Int) throws -> Str {
        if n == 0 || s.count == 0 { return .empty }
        if n == 1 { return s }
        let (total, over) = s.count.multipliedReportingOverflow(by: n)
        // The length wraps in 32 bits before it is looked at.
        if over || Int32(truncatingIfNeeded: total) < 0 { throw PSError.raw(.argumentOutOfRangeException, "Specified argument was out of the range of valid values. (Parameter 'length')") }
        guard total <= Limits.units else { throw PSError.raw(.outOfMemoryException, Limits.insufficient) }
        let r = Str(uninitialized: total, wide: s.isWide)
        let size = s.isWide ? s.count * 2 : s.count
        if size == 1 {
            memset(r.base, Int32(s.latin1[0]), n)
        } else {
            // Doubling what is there already.
            r.base.copyMemory(from: s.base, byteCount: size)
            var done = size
            let all = size * n
            while done < all {
                let more = min(done, all - done)
                (r.base + done).copyMemory(from: r.base, byteCount: more)
                done += more
            }
        }
        return r
    }

    /// A number and text, or two texts that stand for numbers; nil where neither is text.
    func numericText(_ op: ImplicitOperator, _ a: Value, _ b: Value) throws -> Value? {
        let s = a.str, t = b.str
        guard s != nil || (t != nil && a.rank != 0) else { return nil }
        // What cannot be read as a number is reported as of the other operand's type.
        let x = s == nil ? a : try number(from: s!, like: b)
        let y = t == nil ? b : try number(from: t!, like: a)
        return try binary(op, x, y)
    }
    func binary(_ op: ImplicitOperator, _ a: Value, _ b: Value) throws -> Value {
        switch op {
        case .add: return try add(a, b)
        case .subtract: return try subtract(a, b)
        case .multiply: return try multiply(a, b)
        case .divide: return try divide(a, b)
        case .remainder: return try remainder(a, b)
        case .band, .bor, .bxor: return try bitwise(op, a, b)
        case .shl, .shr: return try shift(op, a, b)
        }
    }
    /// Text as the number a script would write so; the error names the other operand's type.
    func number(from s: Str, like other: Value) throws -> Value {
        if let n = NumberScanner.scan(s) { return n }
        let rank = other.rank
        let type = rank >= NumericRank.sbyte && !other.isEnum ? other.type : rank >= NumericRank.sbyte ? (other.type.element ?? .int) : .int
        return try convert(Value(Machine.trimmed(s.string)), to: type)
    }
}
