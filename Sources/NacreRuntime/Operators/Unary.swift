import NacreSyntax

extension Machine {
    /// A unary operator on an evaluated operand; `++` and `--` give the new value, whoever calls stores it.
    public func unary(_ op: UnaryOperator, _ v: Value) throws -> Value {
        switch op {
        case .not: return .bool(!v.isTrue)
        case .minus: return try negate(v)
        case .plus: return try plus(v)
        case .bnot: return try complement(v)
        case .comma: return .object(PSArray([v.isNull ? .null : v]))
        case .isplit, .csplit: return try splitWords(v)
        case .join: return .object(joinOperator(v, separator: .object(Str.empty)))
        case .preIncrement, .postIncrement: return try increment(v)
        case .preDecrement, .postDecrement: return try decrement(v)
        }
    }

    private func negate(_ v: Value) throws -> Value {
        switch v {
        case .int(let i): return i == .min ? .double(-Double(i)) : .int(-i)
        case .double(let d): return .double(-d)
        case .long(let i): return i == .min ? .double(-Double(i)) : .long(-i)
        case .single(let f): return .double(Double(-f))
        default:
            if v.obj?.kind == .decimal || v.obj?.kind == .wrapped || v.obj?.kind == .timeSpan { return try negateObject(v.unwrapped) }
            if let s = v.str { return try negate(number(from: s, like: .int(0))) }
            return try subtract(.int(0), v)
        }
    }
    private func negateObject(_ v: Value) throws -> Value {
        if let d = v.cast(DecimalValue.self) { return Value(-d.value) }
        if v.obj?.kind == .timeSpan { return try subtract(try convert(.long(0), to: .timeSpan), v) }
        return try negate(v)
    }
    private func plus(_ v: Value) throws -> Value {
        switch v {
        case .int, .double, .long, .uint, .ulong: return v
        case .single(let f): return .double(Double(f))
        case .byte, .sbyte, .short, .ushort: return .int(Int32(truncatingIfNeeded: v.int64))
        default:
            if v.obj?.kind == .decimal { return v }
            if let s = v.str { return try number(from: s, like: .int(0)) }
            return try add(.int(0), v)
        }
    }

    /// `++`
    public func increment(_ v: Value) throws -> Value { try step(v, 1) }
    /// `--`
    public func decrement(_ v: Value) throws -> Value { try step(v, -1) }

    private func step(_ v: Value, _ by: Int32) throws -> Value {
        switch v {
        case .int(let i):
            let (r, o) = i.addingReportingOverflow(by)
            return o ? .double(Double(i) + Double(by)) : .int(r)
        case .double(let d): return .double(d + Double(by))
        case .null, .void, .undef: return .int(by)
        case .long(let i):
            let (r, o) = i.addingReportingOverflow(Int64(by))
            return o ? .double(Double(i) + Double(by)) : .long(r)
        case .single(let f): return .single(f + Float(by))
        default:
            let u = v.unwrapped
            if let s = u.str, let n = try? number(from: s, like: .int(0)) { return try add(n, .int(by)) }
            guard u.isNumber || u.obj?.kind == .bigInteger else {
                let op = by > 0 ? "++" : "--"
                throw PSError(id: "OperatorRequiresNumber", "The '\(op)' operator works only on numbers. The operand is a '\(u.type.fullName)'.")
            }
            return try add(u, .int(by))
        }
    }

    /// The value of a number in source text.
    public static func value(of n: NacreSyntax.NumberLiteral) -> Value {
        switch n {
        case .sbyte(let x): return .sbyte(x)
        case .byte(let x): return .byte(x)
        case .short(let x): return .short(x)
        case .ushort(let x): return .ushort(x)
        case .int(let x): return .int(x)
        case .uint(let x): return .uint(x)
        case .long(let x): return .long(x)
        case .ulong(let x): return .ulong(x)
        case .double(let x): return .double(x)
        case .decimal(let c, let scale, let negative): return Value(PSDecimal(coefficient: c, scale: Int(scale), isNegative: negative))
        case .big(let text): return Value((try? PSBigInteger.parse(text)) ?? .zero)
        }
    }
}
