/// `-eq -ne -lt -le -gt -ge`.
public enum Comparison: UInt8, Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

    /// What an order of -1, 0 or 1 means for it.
    @inline(__always) func holds(_ order: Int) -> Bool {
        switch self {
        case .equal: order == 0
        case .notEqual: order != 0
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        }
    }
    @inline(__always) func holds<T: Comparable>(_ x: T, _ y: T) -> Bool {
        switch self {
        case .equal: x == y
        case .notEqual: x != y
        case .less: x < y
        case .lessOrEqual: x <= y
        case .greater: x > y
        case .greaterOrEqual: x >= y
        }
    }
}

extension Machine {
    /// A comparison operator: true or false, or the elements of a collection at the left for which it is true.
    @inline(__always) public func compare(_ c: Comparison, _ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
        if case .int(let x) = a, case .int(let y) = b { return .bool(c.holds(x, y)) }
        return try compareOther(c, a, b, ignoreCase)
    }
    @inline(never) private func compareOther(_ c: Comparison, _ a: Value, _ b: Value, _ ignoreCase: Bool) throws -> Value {
        if case .object(let o) = a, o.kind != .string, o.isEnumerable {
            var kept: [Value] = []
            _ = try o.enumerate { v in if try test(c, v, b, ignoreCase: ignoreCase) { kept.append(v) } }
            return .object(PSArray(kept))
        }
        return .bool(try test(c, a, b, ignoreCase: ignoreCase))
    }

    /// A comparison of two values as such, also of collections.
    public func test(_ c: Comparison, _ a: Value, _ b: Value, ignoreCase: Bool) throws -> Bool {
        switch (a, b) {
        case (.int(let x), .int(let y)): return c.holds(x, y)
        case (.double(let x), .double(let y)): return c.holds(x, y)
        case (.double(let x), .int(let y)): return c.holds(x, Double(y))
        case (.int(let x), .double(let y)): return c.holds(Double(x), y)
        default: break
        }
        switch c {
        case .equal: return try equal(a, b, ignoreCase: ignoreCase)
        case .notEqual: return try !equal(a, b, ignoreCase: ignoreCase)
        default: break
        }
        var a = a.unwrapped, b = b.unwrapped
        if a.isNull || b.isNull { return try testNull(c, a, b) }
        if a.isEnum, b.str != nil { b = try convert(b, to: a.type) }
        if a.isNumber {
            if b.rank != 0 { return try numericTest(c, a, b) }
            if b.str != nil {
                // Text is read as a number of whatever type it has; what is no number is an error of the left type.
                b = try number(from: b.str ?? .empty, like: a)
                a = a.isEnum ? (try convert(a, to: a.type.element ?? .int)) : a
                return try numericTest(c, a, b)
            }
        }
        return c.holds(try order(a, b, ignoreCase: ignoreCase))
    }

    /// `$null` against a number looks at the number's sign only, and against anything else is less.
    private func testNull(_ c: Comparison, _ a: Value, _ b: Value) throws -> Bool {
        if a.isNumber {
            let negative = try numericTest(.less, a, .int(0))
            return c == .less || c == .lessOrEqual ? negative : !negative
        }
        if b.isNumber {
            if b.isEnum { throw PSError.raw(.invalidOperationException, "The binary operator LessThan is not defined for the types '\(b.type.fullName)' and '\(b.type.fullName)'.") }
            let negative = try numericTest(.less, b, .int(0))
            return c == .less || c == .lessOrEqual ? !negative : negative
        }
        switch c {
        case .less: return !b.isNull
        case .lessOrEqual: return a.isNull
        case .greater: return !a.isNull
        default: return b.isNull
        }
    }

    /// Two numbers (bools and chars count) of any types.
    func numericTest(_ c: Comparison, _ a: Value, _ b: Value) throws -> Bool {
        let ra = a.rank, rb = b.rank
        let top = max(ra, rb)
        switch top {
        case ...NumericRank.long: return c.holds(a.int64, b.int64)
        case NumericRank.ulong:
            if ra < top, a.int64 < 0 { return c.holds(-1) }
            if rb < top, b.int64 < 0 { return c.holds(1) }
            return c.holds(a.uint64, b.uint64)
        case NumericRank.single, NumericRank.double: return c.holds(a.float64, b.float64)
        default:
            if a.isEnum || ra == NumericRank.bool { throw Machine.noCoercion(a) }
            // A Double beyond Decimal's range is compared as Double.
            guard let x = try? decimalOf(a), let y = try? decimalOf(b) else { return c.holds(a.float64, b.float64) }
            return c.holds(PSDecimal.compare(x, y))
        }
    }

    /// `-eq` on two values as such: the left one's type decides, and what cannot be converted to it is not equal.
    public func equal(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Bool {
        switch (a, b) {
        case (.int(let x), .int(let y)): return x == y
        case (.object(let o), _) where o.kind == .string:
            let s = unsafeDowncast(o, to: Str.self)
            if let t = b.str { return Linguistic.equal(s, t, ignoreCase: ignoreCase) }
            if b.isNull { return false }
            return Linguistic.equal(s, str(b), ignoreCase: ignoreCase)
        default: break
        }
        let a = a.unwrapped, b = b.unwrapped
        if a.isNull { return b.isNull }
        if b.isNull { return false }
        if a.isNumber, b.rank != 0 { return try numericTest(.equal, a, b) }
        switch (a, b) {
        case (.object(let o), _) where o.kind == .string: return try equal(a, b, ignoreCase: ignoreCase)
        case (.char(let c), .char(let d)): return c == d || (ignoreCase && Unit.upper(c) == Unit.upper(d))
        case (.char(let c), .object(let o)) where o.kind == .string:
            let s = unsafeDowncast(o, to: Str.self)
            guard s.count == 1 else { return false }
            return c == s[0] || (ignoreCase && Unit.upper(c) == Unit.upper(s[0]))
        case (.object(let o), .object(let p)):
            if o === p || o.isEqual(to: p) { return true }
        default: if a.isIdentical(to: b) { return true }
        }
        if case .bool(let x) = a { return (tryConvert(b, to: .bool)?.isTrue).map { $0 == x } ?? false }
        let type = a.type
        // A text is never the type it names.
        if b.type === type || a.obj?.kind == .type { return false }
        guard let y = tryConvert(b, to: type) else { return false }
        if case .object(let o) = a, case .object(let p) = y { return o === p || o.isEqual(to: p) }
        return a.isIdentical(to: y)
    }

    /// Negative, zero or positive; throws ComparisonFailure where the right value cannot become one of the left one's type, NotIcomparable where there is no order.
    public func order(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Int {
        if case .int(let x) = a, case .int(let y) = b { return x < y ? -1 : x == y ? 0 : 1 }
        let a = a.unwrapped, b = b.unwrapped
        if a.isNull {
            if b.isNull { return 0 }
            return try b.isNumber && numericTest(.less, b, .int(0)) ? 1 : -1
        }
        if b.isNull { return try a.isNumber && numericTest(.less, a, .int(0)) ? -1 : 1 }
        if let s = a.str { return Linguistic.order(s, b.str ?? str(b), ignoreCase: ignoreCase) }
        if a.rank != 0, b.rank != 0, a.isNumber || a.type === b.type, b.isNumber || a.isNumber || a.type === b.type { return try numericOrder(a, b) }
        if case .object(let o) = a, o.compare(to: o) == nil, b.obj !== o {
            let shown = str(a).string
            if o.kind == .custom {
                throw PSError(id: "PSObjectCompareTo", "Cannot compare \"\(shown)\" to \"\(str(b).string)\" because the objects are not the same type or the object \"\(shown)\" does not implement \"IComparable\".")
            }
            if let p = b.obj, o.isEqual(to: p) { return 0 }
            throw PSError(id: "NotIcomparable", "Cannot compare \"\(shown)\" because it is not IComparable.")
        }
        let y: Value
        if a.type === b.type { y = b } else {
            do { y = try convert(b, to: a.type) } catch let e as PSError {
                throw PSError(id: "ComparisonFailure", "Could not compare \"\(str(a).string)\" to \"\(str(b).string)\". Error: \"\(e.record.message)\"")
            }
        }
        if case .object(let o) = a, case .object(let p) = y {
            if let r = o.compare(to: p) { return r }
            if o === p || o.isEqual(to: p) { return 0 }
            throw PSError(id: "NotIcomparable", "Cannot compare \"\(str(a).string)\" because it is not IComparable.")
        }
        return try numericOrder(a, y)
    }
    private func numericOrder(_ a: Value, _ b: Value) throws -> Int {
        if try numericTest(.less, a, b) { return -1 }
        if try numericTest(.equal, a, b) { return 0 }
        // NaN comes before every number.
        if try !numericTest(.greater, a, b) { return a.float64.isNaN ? (b.float64.isNaN ? 0 : -1) : 1 }
        return 1
    }

    /// As Sort-Object compares: `$null` first, values that cannot be compared by their texts.
    public func compareForSort(_ a: Value, _ b: Value, ignoreCase: Bool) -> Int {
        switch (a, b) {
        case (.int(let x), .int(let y)): return x < y ? -1 : x == y ? 0 : 1
        case (.object(let o), .object(let p)) where o.kind == .string && p.kind == .string:
            return Linguistic.order(unsafeDowncast(o, to: Str.self), unsafeDowncast(p, to: Str.self), ignoreCase: ignoreCase)
        default: break
        }
        if a.isNull { return b.isNull ? 0 : -1 }
        if b.isNull { return 1 }
        if let r = try? order(a, b, ignoreCase: ignoreCase) { return r }
        return Linguistic.order(str(a), str(b), ignoreCase: ignoreCase)
    }
}
