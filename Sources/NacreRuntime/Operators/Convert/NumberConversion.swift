/// Conversions to numbers, chars and big integers.
extension Machine {
    func convertToNumber(_ v: Value, _ type: TypeRef) throws -> Value {
        if case .object(let o) = v {
            switch o.kind {
            case .string:
                if type.code == .char { return try charOf(unsafeDowncast(o, to: Str.self)) }
                return try number(unsafeDowncast(o, to: Str.self), type)
            case .enumeration, .decimal: break
            case .bigInteger: return try fromBigInteger(unsafeDowncast(o, to: BigIntegerValue.self).value, v, type)
            case .dateTime: throw failedCast("InvalidCastIConvertible", v, to: type, "Invalid cast from 'DateTime' to '\(type.name)'.")
            default:
                if o.type.code == .switchParameter { return try convertToNumber(.bool(o.isTrue), type) }
                return try convertByType(v, type)
            }
        }
        do { return try numberOf(v, type) } catch let e as TextError {
            throw failedCast("InvalidCastIConvertible", v, to: type, e.message)
        }
    }
    private func charOf(_ s: Str) throws -> Value {
        if s.count == 1 { return .char(s[0]) }
        throw failedCast("InvalidCastParseTargetInvocation", .object(s), to: .char, "String must be exactly one character long.")
    }

    /// One of the number types from another, by .NET's `Convert`: rounded half to even, an error beyond the range.
    private func numberOf(_ v: Value, _ type: TypeRef) throws -> Value {
        switch type.code {
        case .single:
            switch v {
            case .double(let d): return .single(Float(d))
            default: return .single(Float(v.float64))
            }
        case .double:
            if case .single(let f) = v { return .double(Double(f)) }
            return .double(v.float64)
        case .decimal:
            if case .double(let d) = v { return Value(try PSDecimal(d)) }
            if case .single(let f) = v { return Value(try PSDecimal(f)) }
            return Value(try decimalOf(v))
        case .char:
            switch v {
            case .double, .single, .bool: throw noCast(v, type)
            case .object(let o) where o.kind == .decimal: throw noCast(v, type)
            default:
                if case .ulong(let u) = v, u > 0xFFFF { throw Machine.charOverflow }
                guard let u = UInt16(exactly: v.int64) else { throw Machine.charOverflow }
                return .char(u)
            }
        case .sbyte: return .sbyte(try integer(v))
        case .byte: return .byte(try integer(v))
        case .short: return .short(try integer(v))
        case .ushort: return .ushort(try integer(v))
        case .int: return .int(try integer(v))
        case .uint: return .uint(try integer(v))
        case .long: return .long(try integer(v))
        default: return .ulong(try integer(v))
        }
    }
    private static let charOverflow = TextError(.overflow, "Value was either too large or too small for a character.")
    private func noCast(_ v: Value, _ type: TypeRef) -> TextError {
        TextError(.notSupported, "Invalid cast from '\(v.type.name)' to '\(type.name)'.")
    }
    private func integer<T: FixedWidthInteger>(_ v: Value) throws -> T {
        switch v {
        case .double(let d): return try rounded(d)
        case .single(let f): return try rounded(Double(f))
        case .ulong(let u):
            guard let r = T(exactly: u) else { throw IntegerParse.overflow(T.self) }
            return r
        case .object(let o) where o.kind == .decimal:
            return try unsafeDowncast(o, to: DecimalValue.self).value.rounded().integer(T.self)
        default:
            guard let r = T(exactly: v.int64) else { throw IntegerParse.overflow(T.self) }
            return r
        }
    }

    /// Narrow types go through Int32, and 64-bit ones say less about what went wrong, as `Convert` has it.
    private func rounded<T: FixedWidthInteger>(_ d: Double) throws -> T {
        if T.bitWidth < 32 {
            let i = try NumberCast.rounded(d, as: Int32.self)
            guard let r = T(exactly: i) else { throw IntegerParse.overflow(T.self) }
            return r
        }
        if T.bitWidth == 64 {
            guard let r = T(exactly: d.rounded(.toNearestOrEven)) else { throw TextError(.overflow, "Arithmetic operation resulted in an overflow.") }
            return r
        }
        return try NumberCast.rounded(d, as: T.self)
    }

    /// Text as a number, as the language writes them or .NET parses them.
    private func number(_ s: Str, _ type: TypeRef) throws -> Value {
        if type.code == .int, let i = Machine.plainInt(s) { return .int(i) }
        let t = s.utf8Bytes
        return Machine.isBlank(t) ? try numberOf(.int(0), type) : try parsedNumber(s, t, type)
    }
    private static func isBlank(_ t: [UInt8]) -> Bool {
        for c in t where c != 32 && (c < 9 || c > 13) { return false }
        return true
    }
    private func parsedNumber(_ s: Str, _ t: [UInt8], _ type: TypeRef) throws -> Value {
        do {
            switch type.code {
            case .sbyte: return .sbyte(try NumberCast.integer(t))
            case .byte: return .byte(try NumberCast.integer(t))
            case .short: return .short(try NumberCast.integer(t))
            case .ushort: return .ushort(try NumberCast.integer(t))
            case .int: return .int(try NumberCast.integer(t))
            case .uint: return .uint(try NumberCast.integer(t))
            case .long: return .long(try NumberCast.integer(t))
            case .ulong: return .ulong(try NumberCast.integer(t))
            case .single: return .single(try NumberCast.single(t))
            case .double: return .double(try NumberCast.double(t))
            default: return Value(try NumberCast.decimal(t))
            }
        } catch let e as TextError {
            let kind = switch type.code {
            case .single, .double: "DoubleOrSingle"
            case .decimal: "Decimal"
            default: "Integer"
            }
            throw failedCast("InvalidCastFromStringTo" + kind, .object(s), to: type, e.message)
        }
    }
    /// Up to nine plain digits, perhaps after a minus: what most texts that become numbers are.
    static func plainInt(_ s: Str) -> Int32? {
        guard !s.isWide, s.count > 0, s.count < 10 else { return nil }
        let b = s.latin1
        var i = 0, r: Int32 = 0
        let negative = b[0] == 45
        if negative { i = 1; if b.count == 1 { return nil } }
        while i < b.count {
            let d = b[i] &- 48
            if d > 9 { return nil }
            r = r &* 10 &+ Int32(d)
            i += 1
        }
        return negative ? -r : r
    }

    func convertToBigInteger(_ v: Value, _ type: TypeRef) throws -> Value {
        if let s = v.str {
            do { return Value(try NumberCast.bigInteger(s.utf8Bytes)) } catch let e as TextError {
                throw failedCast("InvalidCastFromStringToInteger", v, to: type, e.message)
            }
        }
        do {
            switch v {
            case .double(let d): return Value(try PSBigInteger(d))
            case .single(let f): return Value(try PSBigInteger(Double(f)))
            case .ulong(let u): return Value(PSBigInteger(u))
            case .bool, .char: return try convertByType(v, type)
            case .object(let o) where o.kind == .decimal: return Value(PSBigInteger(unsafeDowncast(o, to: DecimalValue.self).value))
            default:
                guard v.isNumber else { return try convertByType(v, type) }
                return Value(PSBigInteger(v.int64))
            }
        } catch let e as TextError { throw failedCast("InvalidCastTargetInvocationExceptionop_Explicit", v, to: type, e.message) }
    }

    private func fromBigInteger(_ b: PSBigInteger, _ v: Value, _ type: TypeRef) throws -> Value {
        func fit<T: FixedWidthInteger>(_ make: (T) -> Value) throws -> Value {
            guard let r = b.integer(T.self) else {
                throw failedCast("InvalidCastTargetInvocationExceptionop_Explicit", v, to: type, IntegerParse.overflow(T.self).message)
            }
            return make(r)
        }
        switch type.code {
        case .sbyte: return try fit { .sbyte($0) }
        case .byte: return try fit { .byte($0) }
        case .short: return try fit { .short($0) }
        case .ushort: return try fit { .ushort($0) }
        case .int: return try fit { .int($0) }
        case .uint: return try fit { .uint($0) }
        case .long: return try fit { .long($0) }
        case .ulong: return try fit { .ulong($0) }
        case .double: return .double(b.doubleValue)
        case .single: return .single(Float(b.doubleValue))
        case .decimal:
            do { return Value(try b.decimal()) } catch let e { throw failedCast("InvalidCastTargetInvocationExceptionop_Explicit", v, to: type, e.message) }
        default: throw failedCast("InvalidCastIConvertible", v, to: type, "Object must implement IConvertible.")
        }
    }
}

extension Str {
    /// The text in UTF-8.
    var utf8Bytes: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(count)
        appendUTF8(to: &out)
        return out
    }
}
