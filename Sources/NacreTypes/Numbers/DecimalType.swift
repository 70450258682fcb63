import NacreRuntime

extension Args {
    func decimal(_ i: Int) -> PSDecimal { (self[i].unwrapped.obj as? DecimalValue)?.value ?? .zero }
    func big(_ i: Int) -> PSBigInteger { (self[i].unwrapped.obj as? BigIntegerValue)?.value ?? .zero }
}

/// `System.Decimal`
enum DecimalType {
    static func declare(_ t: TypeBuilder) {
        let n = "decimal"
        t.staticProperty("decimal MaxValue") { _, _ in Value(PSDecimal.maxValue) }
        t.staticProperty("decimal MinValue") { _, _ in Value(PSDecimal.minValue) }
        t.staticProperty("decimal Zero") { _, _ in Value(PSDecimal.zero) }
        t.staticProperty("decimal One") { _, _ in Value(PSDecimal.one) }
        t.staticProperty("decimal MinusOne") { _, _ in Value(-PSDecimal.one) }
        t.constructor("decimal(int value)") { _, _, a in Value(PSDecimal(a.int(0))) }
        t.constructor("decimal(long value)") { _, _, a in Value(PSDecimal(a.int(0))) }
        t.constructor("decimal(double value)") { _, _, a in Value(try PSDecimal(a.double(0))) }
        t.constructor("decimal(int lo, int mid, int hi, bool isNegative, byte scale)") { _, _, a in
            guard let d = PSDecimal(low: UInt32(truncatingIfNeeded: a.int(0)), middle: UInt32(truncatingIfNeeded: a.int(1)), high: UInt32(truncatingIfNeeded: a.int(2)),
                                    isNegative: a.bool(3), scale: UInt8(truncatingIfNeeded: a.int(4))) else { throw NetException.range("Decimal's scale value must be between 0 and 28, inclusive.", "scale") }
            return Value(d)
        }
        Parsing.declare(t, n, defaultStyles: .number) { text, styles, symbols in Value(try PSDecimal.parse(text, styles: styles, symbols: symbols)) }
        NumberMembers.declare(t, n, typeCode: 15)
        t.property("byte Scale") { _, me in .byte((me.obj as? DecimalValue)?.value.scale ?? 0) }
        func unary(_ name: String, _ f: @escaping (PSDecimal) throws -> PSDecimal) { t.staticMethod("decimal \(name)(decimal d)") { _, _, a in Value(try f(a.decimal(0))) } }
        unary("Abs") { $0.magnitude }
        unary("Floor") { $0.floor }
        unary("Ceiling") { $0.ceiling }
        unary("Truncate") { $0.truncated }
        unary("Negate") { -$0 }
        unary("Round") { $0.rounded() }
        t.staticMethod("decimal Round(decimal d, int decimals)") { _, _, a in Value(a.decimal(0).rounded(a.int(1))) }
        t.staticMethod("decimal Round(decimal d, System.MidpointRounding mode)") { _, _, a in Value(a.decimal(0).rounded(0, .init(rawValue: Int(a.option(1))) ?? .toEven)) }
        t.staticMethod("decimal Round(decimal d, int decimals, System.MidpointRounding mode)") { _, _, a in
            Value(a.decimal(0).rounded(a.int(1), .init(rawValue: Int(a.option(2))) ?? .toEven))
        }
        func binary(_ name: String, _ f: @escaping (PSDecimal, PSDecimal) throws -> PSDecimal) {
            t.staticMethod("decimal \(name)(decimal d1, decimal d2)") { _, _, a in Value(try f(a.decimal(0), a.decimal(1))) }
        }
        binary("Add") { try PSDecimal.add($0, $1) }
        binary("Subtract") { try PSDecimal.subtract($0, $1) }
        binary("Multiply") { try PSDecimal.multiply($0, $1) }
        binary("Divide") { try PSDecimal.divide($0, $1) }
        binary("Remainder") { try PSDecimal.remainder($0, $1) }
        binary("Max") { $0 < $1 ? $1 : $0 }
        binary("Min") { $1 < $0 ? $1 : $0 }
        t.staticMethod("int Compare(decimal d1, decimal d2)") { _, _, a in Value(PSDecimal.compare(a.decimal(0), a.decimal(1))) }
        t.staticMethod("int Sign(decimal value)") { _, _, a in Value(PSDecimal.compare(a.decimal(0), .zero)) }
        t.staticMethod("int[] GetBits(decimal d)") { _, _, a in
            let b = a.decimal(0).bits
            return .object(PSArray([.int(b.0), .int(b.1), .int(b.2), .int(b.3)], of: .int))
        }
        t.staticMethod("double ToDouble(decimal d)") { _, _, a in .double(a.decimal(0).doubleValue) }
        t.staticMethod("int ToInt32(decimal d)") { _, _, a in .int(try a.decimal(0).truncated.integer()) }
        t.staticMethod("long ToInt64(decimal d)") { _, _, a in .long(try a.decimal(0).truncated.integer()) }
    }
}

/// `System.Numerics.BigInteger`
enum BigIntegerType {
    static func declare(_ t: TypeBuilder) {
        let n = "bigint"
        func me(_ v: Value) -> PSBigInteger { (v.obj as? BigIntegerValue)?.value ?? .zero }
        t.staticProperty("bigint Zero") { _, _ in Value(PSBigInteger.zero) }
        t.staticProperty("bigint One") { _, _ in Value(PSBigInteger.one) }
        t.staticProperty("bigint MinusOne") { _, _ in Value(PSBigInteger.minusOne) }
        t.constructor("bigint(int value)") { _, _, a in Value(PSBigInteger(Int64(a.int(0)))) }
        t.constructor("bigint(long value)") { _, _, a in Value(PSBigInteger(Int64(a.int(0)))) }
        t.constructor("bigint(ulong value)") { _, _, a in if case .ulong(let u) = a[0] { Value(PSBigInteger(u)) } else { Value(PSBigInteger.zero) } }
        t.constructor("bigint(double value)") { _, _, a in Value(try PSBigInteger(a.double(0))) }
        t.constructor("bigint(decimal value)") { _, _, a in Value(PSBigInteger(a.decimal(0))) }
        t.constructor("bigint(byte[] value)") { _, _, a in Value(PSBigInteger(littleEndian: a[0].byteArray)) }
        Parsing.declare(t, n, defaultStyles: .integer) { text, styles, symbols in Value(try PSBigInteger.parse(text, styles: styles, symbols: symbols)) }
        NumberMembers.declare(t, n, typeCode: -1)
        t.property("bool IsZero") { _, v in .bool(me(v).isZero) }
        t.property("bool IsOne") { _, v in .bool(me(v) == .one) }
        t.property("bool IsEven") { _, v in .bool(me(v).isEven) }
        t.property("bool IsPowerOfTwo") { _, v in .bool(me(v).signum > 0 && me(v).littleEndianBytes.reduce(0) { $0 + $1.nonzeroBitCount } == 1) }
        t.property("int Sign") { _, v in Value(me(v).signum) }
        t.method("byte[] ToByteArray()") { _, v, _ in .bytes(me(v).littleEndianBytes) }
        t.method("long GetBitLength()") { _, v, _ in .long(Int64(me(v).bitWidth)) }
        func unary(_ name: String, _ f: @escaping (PSBigInteger) throws -> PSBigInteger) { t.staticMethod("bigint \(name)(bigint value)") { _, _, a in Value(try f(a.big(0))) } }
        unary("Abs") { $0.magnitude }
        unary("Negate") { $0.negated }
        func binary(_ name: String, _ f: @escaping (PSBigInteger, PSBigInteger) throws -> PSBigInteger) {
            t.staticMethod("bigint \(name)(bigint left, bigint right)") { _, _, a in Value(try f(a.big(0), a.big(1))) }
        }
        binary("Add") { try PSBigInteger.add($0, $1) }
        binary("Subtract") { try PSBigInteger.subtract($0, $1) }
        binary("Multiply") { try PSBigInteger.multiply($0, $1) }
        binary("Divide") { try PSBigInteger.divide($0, $1) }
        binary("Remainder") { try PSBigInteger.remainder($0, $1) }
        binary("GreatestCommonDivisor") { try PSBigInteger.greatestCommonDivisor($0, $1) }
        binary("Max") { $0 < $1 ? $1 : $0 }
        binary("Min") { $1 < $0 ? $1 : $0 }
        t.staticMethod("bigint Pow(bigint value, int exponent)") { _, _, a in
            if a.int(1) < 0 { throw NetException.range("The number must be greater than or equal to zero.", "exponent") }
            return Value(try PSBigInteger.power(a.big(0), a.int(1)))
        }
        t.staticMethod("bigint ModPow(bigint value, bigint exponent, bigint modulus)") { _, _, a in Value(try PSBigInteger.modularPower(a.big(0), a.big(1), a.big(2))) }
        t.staticMethod("int Compare(bigint left, bigint right)") { _, _, a in Value(a.big(0) < a.big(1) ? -1 : a.big(0) == a.big(1) ? 0 : 1) }
        t.staticMethod("double Log(bigint value)") { _, _, a in .double(log(a.big(0).doubleValue)) }
        t.staticMethod("double Log10(bigint value)") { _, _, a in .double(log10(a.big(0).doubleValue)) }
        t.staticMethod("bigint DivRem(bigint dividend, bigint divisor, [ref] bigint remainder)") { _, _, a in
            (a[2].obj as? Reference)?.variable.value = Value(try PSBigInteger.remainder(a.big(0), a.big(1)))
            return Value(try PSBigInteger.divide(a.big(0), a.big(1)))
        }
        t.staticMethod("System.ValueTuple[bigint,bigint] DivRem(bigint left, bigint right)") { _, _, a in
            .object(TupleValue([Value(try PSBigInteger.divide(a.big(0), a.big(1))), Value(try PSBigInteger.remainder(a.big(0), a.big(1)))], isValue: true))
        }
    }
}
