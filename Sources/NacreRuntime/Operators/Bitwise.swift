/// `-band -bor -bxor -bnot -shl -shr`: on integers as they are, on Double and Decimal by way of 64-bit integers.
extension Machine {
    func bitwise(_ op: ImplicitOperator, _ a: Value, _ b: Value) throws -> Value {
        if case .int(let x) = a, case .int(let y) = b { return .int(Machine.bits(op, x, y)) }
        var a = a.unwrapped, b = b.unwrapped
        if a.isNull, b.isNull { return .int(0) }
        if a.isNull { a = .int(0) }
        if a.rank != 0, b.isNull { b = .int(0) }
        let ra = a.rank, rb = b.rank
        if ra != 0, rb != 0 { return try bits(op, a, ra, b, rb) }
        // A text beside an enum is one of its labels.
        if a.isEnum, b.str != nil { return try bitwise(op, a, convert(b, to: a.type)) }
        if b.isEnum, a.str != nil { return try bitwise(op, convert(a, to: b.type), b) }
        if a.str != nil || b.str != nil {
            return try bitwise(op, a.str.map { try number(from: $0, like: b) } ?? a, b.str.map { try number(from: $0, like: a) } ?? b)
        }
        // PowerShell picks its own code for floating-point operands without a look at the other one, and falls.
        if max(ra, rb) >= NumericRank.single, a.obj?.kind != .dateTime, b.obj?.kind != .dateTime { throw PSError.nullReference() }
        return try implicit(op, a, b)
    }
    @inline(__always) private static func bits<T: FixedWidthInteger>(_ op: ImplicitOperator, _ x: T, _ y: T) -> T {
        switch op {
        case .band: x & y
        case .bor: x | y
        default: x ^ y
        }
    }
    private func bits(_ op: ImplicitOperator, _ a: Value, _ ra: UInt8, _ b: Value, _ rb: UInt8) throws -> Value {
        if case .bool(let x) = a, case .bool(let y) = b { return .bool(Machine.bits(op, x ? 1 : 0, y ? 1 : 0) != 0) }
        if a.isEnum, b.isEnum, a.type === b.type { return .object(EnumValue(a.type, Machine.bits(op, a.int64, b.int64))) }
        let top = max(ra, rb)
        switch top {
        case ...NumericRank.int:
            let r = Value.int(Int32(truncatingIfNeeded: Machine.bits(op, a.int64, b.int64)))
            return a.isEnum && !b.isEnum ? .object(EnumValue(a.type, r.int64)) : r
        case NumericRank.uint:
            if (ra < top && a.int64 < 0) || (rb < top && b.int64 < 0) { return .long(Machine.bits(op, a.int64, b.int64)) }
            return .uint(UInt32(truncatingIfNeeded: Machine.bits(op, a.int64, b.int64)))
        case NumericRank.long: return .long(Machine.bits(op, a.int64, b.int64))
        case NumericRank.ulong: return .ulong(Machine.bits(op, a.uint64, b.uint64))
        default:
            let x = try wideBits(a), y = try wideBits(b)
            let r = Machine.bits(op, x.bits, y.bits)
            return x.negative || y.negative ? .long(Int64(bitPattern: r)) : .ulong(r)
        }
    }
    private func wideBits(_ v: Value) throws -> (bits: UInt64, negative: Bool) {
        let negative: Bool
        switch v {
        case .double(let d): negative = d < 0
        case .single(let f): negative = f < 0
        case .object(let o) where o.kind == .decimal: negative = unsafeDowncast(o, to: DecimalValue.self).value.isNegative
        case .ulong(let u): return (u, false)
        default: negative = v.int64 < 0
        }
        if negative { return (UInt64(bitPattern: try convert(v, to: .long).int64), true) }
        return (try convert(v, to: .ulong).uint64, false)
    }

    /// `-bnot`
    func complement(_ v: Value) throws -> Value {
        let v = v.unwrapped
        switch v {
        case .int(let x): return .int(~x)
        case .long(let x): return .long(~x)
        case .uint(let x): return .uint(~x)
        case .ulong(let x): return .ulong(~x)
        case .null, .void, .undef: return .int(-1)
        case .double, .single: return try complementWide(v)
        case .object(let o):
            if let s = v.str { return try complement(number(from: s, like: .int(0))) }
            if o.kind == .decimal { return try complementWide(v) }
            if o.kind == .bigInteger { return Value(unsafeDowncast(o, to: BigIntegerValue.self).value.complement) }
            if o.kind == .enumeration { return .object(EnumValue(v.type, ~v.int64)) }
            return try complement(convert(v, to: .int))
        default: return .int(Int32(truncatingIfNeeded: ~v.int64))
        }
    }
    private func complementWide(_ v: Value) throws -> Value {
        let (bits, negative) = try wideBits(v)
        if negative { return .long(~Int64(bitPattern: bits)) }
        return .ulong(~bits)
    }
    /// `-shl`, `-shr`: the left operand keeps its type, floating-point ones become integers first; the count is taken modulo the width.
    func shift(_ op: ImplicitOperator, _ a: Value, _ b: Value) throws -> Value {
        var a = a.unwrapped
        let b = b.unwrapped
        if a.isNull { return .int(0) }
        if let s = a.str { a = try number(from: s, like: b) }
        guard a.isNumber, !a.isEnum else { return try implicit(op, a, b) }
        let n: Int
        switch b {
        case .int(let i): n = Int(i)
        case .null, .void, .undef: n = 0
        default:
            if let s = b.str { n = Int(try convert(try number(from: s, like: a), to: .int).int64) }
            else { n = Int(try convert(b, to: .int).int64) }
        }
        let left = op == .shl
        switch a {
        case .int(let x): return .int(left ? x &<< Int32(n & 31) : x &>> Int32(n & 31))
        case .long(let x): return .long(left ? x &<< Int64(n & 63) : x &>> Int64(n & 63))
        case .uint(let x): return .uint(left ? x &<< UInt32(n & 31) : x &>> UInt32(n & 31))
        case .ulong(let x): return .ulong(left ? x &<< UInt64(n & 63) : x &>> UInt64(n & 63))
        // Narrower ones are shifted as an Int32, then cut.
        case .byte(let x): return .byte(UInt8(truncatingIfNeeded: left ? Int32(x) &<< Int32(n & 31) : Int32(x) &>> Int32(n & 31)))
        case .sbyte(let x): return .sbyte(Int8(truncatingIfNeeded: left ? Int32(x) &<< Int32(n & 31) : Int32(x) &>> Int32(n & 31)))
        case .short(let x): return .short(Int16(truncatingIfNeeded: left ? Int32(x) &<< Int32(n & 31) : Int32(x) &>> Int32(n & 31)))
        case .ushort(let x): return .ushort(UInt16(truncatingIfNeeded: left ? Int32(x) &<< Int32(n & 31) : Int32(x) &>> Int32(n & 31)))
        default:
            // Double and Decimal: the narrowest of the integer types from Int32 on that holds it.
            if let x = tryConvert(a, to: .int) { return try shift(op, x, .int(Int32(truncatingIfNeeded: n))) }
            if let x = tryConvert(a, to: .long) { return try shift(op, x, .int(Int32(truncatingIfNeeded: n))) }
            return try shift(op, try convert(a, to: .ulong), .int(Int32(truncatingIfNeeded: n)))
        }
    }
}
