/// Arithmetic on two numbers of any types. Overflow of integers goes to Double, of Decimal it is an error.
extension Machine {
    /// The result, or nil where one of the two is no number (bools and chars count).
    func numeric(_ op: ImplicitOperator, _ a: Value, _ b: Value) throws -> Value? {
        let ra = a.rank
        guard ra != 0 else { return nil }
        var b = b, rb = b.rank
        if rb == 0 {
            guard b.isNull else { return nil }
            b = .int(0)
            rb = NumericRank.int
        }
        // A char at the right takes part as itself only beside another char or number; `1 + 'a'` is text that is parsed.
        let r = try compute(op, a, ra, b, rb)
        guard a.isEnum, case .object(let o) = a else { return r }
        // Enums give their own type back, which only a whole result of the same width can become.
        let t = unsafeDowncast(o, to: EnumValue.self).enumType
        if case .double = r { throw PSError.raw(.invalidCastException, "Unable to cast object of type 'System.Double' to type '\(t.fullName)'.") }
        return r.rank <= NumericRank.ulong ? .object(EnumValue(t, r.int64)) : r
    }

    private func compute(_ op: ImplicitOperator, _ a: Value, _ ra: UInt8, _ b: Value, _ rb: UInt8) throws -> Value {
        let top = max(ra, rb)
        switch top {
        case ...NumericRank.int: return try Machine.narrow(op, a.int64, b.int64, to: Int32.self) { .int($0) }
        case NumericRank.uint:
            if (ra < top && a.int64 < 0) || (rb < top && b.int64 < 0) { return try Machine.long(op, a.int64, b.int64) }
            return try Machine.narrow(op, a.int64, b.int64, to: UInt32.self) { .uint($0) }
        case NumericRank.long: return try Machine.long(op, a.int64, b.int64)
        case NumericRank.ulong:
            if (ra < top && a.int64 < 0) || (rb < top && b.int64 < 0) { return try decimal(op, decimalOf(a), decimalOf(b)) }
            return try Machine.ulong(op, a.uint64, b.uint64)
        case NumericRank.single, NumericRank.double: return .double(Machine.compute(op, a.float64, b.float64))
        default:
            if ra == NumericRank.bool || a.isEnum { throw Machine.noCoercion(a) }
            return try decimal(op, decimalOf(a), decimalOf(b))
        }
    }
    static func noCoercion(_ v: Value) -> PSError {
        .raw(.invalidOperationException, "No coercion operator is defined between types '\(v.type.fullName)' and 'System.Decimal'.")
    }

    /// Operands of at most 32 bits, computed in 64.
    private static func narrow<T: FixedWidthInteger>(_ op: ImplicitOperator, _ x: Int64, _ y: Int64, to type: T.Type, _ make: (T) -> Value) throws -> Value {
        let r: Int64
        switch op {
        case .add: r = x + y
        case .subtract: r = x - y
        case .multiply:
            let (p, o) = x.multipliedReportingOverflow(by: y)
            if o { return .double(Double(x) * Double(y)) }
            r = p
        case .divide:
            if y == 0 { throw PSError.divideByZero() }
            if x % y != 0 { return .double(Double(x) / Double(y)) }
            r = x / y
        default:
            if y == 0 { throw PSError.divideByZero() }
            r = x % y
        }
        if let n = T(exactly: r) { return make(n) }
        return .double(Double(r))
    }
    private static func long(_ op: ImplicitOperator, _ x: Int64, _ y: Int64) throws -> Value {
        let (r, o): (Int64, Bool)
        switch op {
        case .add: (r, o) = x.addingReportingOverflow(y)
        case .subtract: (r, o) = x.subtractingReportingOverflow(y)
        case .multiply: (r, o) = x.multipliedReportingOverflow(by: y)
        case .divide:
            if y == 0 { throw PSError.divideByZero() }
            if y == -1 { (r, o) = x.dividedReportingOverflow(by: y) }
            else if x % y == 0 { (r, o) = (x / y, false) } else { return .double(Double(x) / Double(y)) }
        default:
            if y == 0 { throw PSError.divideByZero() }
            return .long(y == -1 ? 0 : x % y)
        }
        if o, op == .multiply {
            let p = x.magnitude.multipliedFullWidth(by: y.magnitude)
            let d = cut(UInt128(p.high) << 64 | UInt128(p.low))
            return .double((x < 0) != (y < 0) ? -d : d)
        }
        return o ? .double(compute(op, Double(x), Double(y))) : .long(r)
    }
    /// A product as a Double by way of a big integer, which .NET converts without rounding.
    private static func cut(_ v: UInt128) -> Double {
        let width = 128 - v.leadingZeroBitCount
        guard width > 53 else { return Double(UInt64(v)) }
        let shift = width - 53
        return scalbn(Double(UInt64(v >> UInt128(shift))), Int32(shift))
    }
    private static func ulong(_ op: ImplicitOperator, _ x: UInt64, _ y: UInt64) throws -> Value {
        let (r, o): (UInt64, Bool)
        switch op {
        case .add: (r, o) = x.addingReportingOverflow(y)
        case .subtract: (r, o) = x.subtractingReportingOverflow(y)
        case .multiply: (r, o) = x.multipliedReportingOverflow(by: y)
        case .divide:
            if y == 0 { throw PSError.divideByZero() }
            if x % y != 0 { return .double(Double(x) / Double(y)) }
            return .ulong(x / y)
        default:
            if y == 0 { throw PSError.divideByZero() }
            return .ulong(x % y)
        }
        if o, op == .multiply {
            let p = x.multipliedFullWidth(by: y)
            return .double(cut(UInt128(p.high) << 64 | UInt128(p.low)))
        }
        return o ? .double(compute(op, Double(x), Double(y))) : .ulong(r)
    }

    /// A number as a Decimal; Doubles keep 15 digits, and those beyond the range throw.
    func decimalOf(_ v: Value) throws -> PSDecimal {
        do {
            switch v {
            case .object(let o) where o.kind == .decimal: return unsafeDowncast(o, to: DecimalValue.self).value
            case .double(let d): return try PSDecimal(d)
            case .single(let f): return try PSDecimal(f)
            case .ulong(let u): return PSDecimal(u)
            default: return PSDecimal(v.int64)
            }
        } catch let e as TextError { throw PSError.raw(.overflowException, e.message) }
    }
    private func decimal(_ op: ImplicitOperator, _ x: PSDecimal, _ y: PSDecimal) throws -> Value {
        do {
            switch op {
            case .add: return Value(try PSDecimal.add(x, y))
            case .subtract: return Value(try PSDecimal.subtract(x, y))
            case .multiply: return Value(try PSDecimal.multiply(x, y))
            case .divide: return Value(try PSDecimal.divide(x, y))
            default: return Value(try PSDecimal.remainder(x, y))
            }
        } catch let e as TextError {
            throw e.kind == .divideByZero ? PSError.divideByZero() : PSError.wrapped(.overflowException, e.message)
        }
    }
}
