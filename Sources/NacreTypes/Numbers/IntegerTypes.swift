import NacreRuntime

/// `SByte` to `UInt64`: parsing, limits, bits.
enum IntegerTypes {
    static func declare<T: FixedWidthInteger>(_ t: TypeBuilder, _ n: String, _ type: T.Type, typeCode: Int64, _ wrap: @escaping (T) -> Value) {
        func read(_ v: Value) -> T { if case .ulong(let u) = v { return T(truncatingIfNeeded: u) }; return T(truncatingIfNeeded: v.intValue) }
        t.staticProperty("\(n) MaxValue") { _, _ in wrap(.max) }
        t.staticProperty("\(n) MinValue") { _, _ in wrap(.min) }
        Parsing.declare(t, n, defaultStyles: .integer) { text, styles, symbols in wrap(try IntegerParse.parse(text, as: T.self, styles: styles, symbols: symbols)) }
        NumberMembers.declare(t, n, typeCode: typeCode)
        func unary(_ name: String, _ result: String, _ f: @escaping (T) throws -> Value) { t.staticMethod("\(result) \(name)(\(n) value)") { _, _, a in try f(read(a[0])) } }
        func binary(_ name: String, _ result: String, _ f: @escaping (T, T) throws -> Value) {
            t.staticMethod("\(result) \(name)(\(n) x, \(n) y)") { _, _, a in try f(read(a[0]), read(a[1])) }
        }
        unary("IsEvenInteger", "bool") { .bool($0 & 1 == 0) }
        unary("IsOddInteger", "bool") { .bool($0 & 1 == 1) }
        unary("IsPow2", "bool") { .bool($0 > 0 && $0.nonzeroBitCount == 1) }
        unary("PopCount", n) { wrap(T(truncatingIfNeeded: $0.nonzeroBitCount)) }
        unary("LeadingZeroCount", n) { wrap(T(truncatingIfNeeded: $0.leadingZeroBitCount)) }
        unary("TrailingZeroCount", n) { wrap(T(truncatingIfNeeded: $0.trailingZeroBitCount)) }
        unary("Sign", "int") { .int($0 == 0 ? 0 : $0 < 0 ? -1 : 1) }
        unary("Log2", n) {
            if $0 < 0 { throw NetException.range("Non-negative number required.", "value") }
            return wrap($0 == 0 ? 0 : T(truncatingIfNeeded: T.bitWidth - 1 - $0.leadingZeroBitCount))
        }
        binary("Max", n) { wrap(max($0, $1)) }
        binary("Min", n) { wrap(min($0, $1)) }
        t.staticMethod("\(n) Clamp(\(n) value, \(n) min, \(n) max)") { _, _, a in
            let low = read(a[1]), high = read(a[2])
            if low > high { throw NetException.argument("'\(low)' cannot be greater than \(high).") }
            return wrap(min(max(read(a[0]), low), high))
        }
        t.staticMethod("System.ValueTuple[\(n),\(n)] DivRem(\(n) left, \(n) right)") { _, _, a in
            let d = read(a[1])
            if d == 0 { throw NetException(.divideByZeroException, "Attempted to divide by zero.") }
            let (q, r) = read(a[0]).quotientAndRemainder(dividingBy: d)
            return .object(TupleValue([wrap(q), wrap(r)], isValue: true))
        }
        t.staticMethod("\(n) RotateLeft(\(n) value, int rotateAmount)") { _, _, a in wrap(rotate(read(a[0]), a.int(1))) }
        t.staticMethod("\(n) RotateRight(\(n) value, int rotateAmount)") { _, _, a in wrap(rotate(read(a[0]), -a.int(1))) }
        guard T.isSigned else { return }
        unary("IsNegative", "bool") { .bool($0 < 0) }
        unary("IsPositive", "bool") { .bool($0 >= 0) }
        unary("Abs", n) {
            if $0 == .min { throw NetException(.overflowException, "Negating the minimum value of a twos complement number is invalid.") }
            return wrap($0 < 0 ? 0 - $0 : $0)
        }
    }
    private static func rotate<T: FixedWidthInteger>(_ v: T, _ by: Int) -> T {
        let width = T.bitWidth, n = ((by % width) + width) % width
        if n == 0 { return v }
        let u = T.Magnitude(truncatingIfNeeded: v)
        return T(truncatingIfNeeded: (u << T.Magnitude(n)) | (u >> T.Magnitude(width - n)))
    }
}

/// `Parse` and `TryParse` of a number type.
enum Parsing {
    typealias Read = ([UInt8], NumberStyles, NumberSymbols) throws -> Value

    static func declare(_ t: TypeBuilder, _ n: String, defaultStyles: NumberStyles, _ read: @escaping Read) {
        func parse(_ v: Str, _ styles: NumberStyles, _ provider: Value) throws -> Value {
            try read(Array(v.string.utf8), styles, Formatting.culture(provider).symbols)
        }
        func attempt(_ v: Value, _ styles: NumberStyles, _ provider: Value, _ into: Value) -> Value {
            let r = try? parse(v.unwrapped.str ?? .empty, styles, provider)
            (into.obj as? Reference)?.variable.value = r ?? zero(t.type)
            return .bool(r != nil)
        }
        t.staticMethod("\(n) Parse(string s)") { _, _, a in try parse(a.str(0), defaultStyles, .null) }
        t.staticMethod("\(n) Parse(string s, System.Globalization.NumberStyles style)") { _, _, a in try parse(a.str(0), NumberStyles(rawValue: Int(a.option(1))), .null) }
        t.staticMethod("\(n) Parse(string s, System.IFormatProvider provider)") { _, _, a in try parse(a.str(0), defaultStyles, a[1]) }
        t.staticMethod("\(n) Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)") { _, _, a in
            try parse(a.str(0), NumberStyles(rawValue: Int(a.option(1))), a[2])
        }
        t.staticMethod("bool TryParse(string s, [ref] \(n) result)") { _, _, a in attempt(a[0], defaultStyles, .null, a[1]) }
        t.staticMethod("bool TryParse(string s, System.IFormatProvider provider, [ref] \(n) result)") { _, _, a in attempt(a[0], defaultStyles, a[1], a[2]) }
        t.staticMethod("bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] \(n) result)") { _, _, a in
            attempt(a[0], NumberStyles(rawValue: Int(a.option(1))), a[2], a[3])
        }
    }
    private static func zero(_ type: TypeRef) -> Value {
        switch type.code {
        case .int: .int(0)
        case .long: .long(0)
        case .double: .double(0)
        case .single: .single(0)
        case .byte: .byte(0)
        case .sbyte: .sbyte(0)
        case .short: .short(0)
        case .ushort: .ushort(0)
        case .uint: .uint(0)
        case .ulong: .ulong(0)
        case .decimal: Value(PSDecimal.zero)
        case .bigInteger: Value(PSBigInteger.zero)
        default: .null
        }
    }
}

/// What all numbers can do: compare, equal, show.
enum NumberMembers {
    static func declare(_ t: TypeBuilder, _ n: String, typeCode: Int64) {
        Formatting.declare(t)
        t.method("int CompareTo(System.Object value)") { m, me, a in
            if a.isNull(0) { return .int(1) }
            guard a[0].unwrapped.type === me.type else { throw NetException.argument("Object must be of type \(me.type.name).") }
            return Value(try Sorting.own(me, a[0].unwrapped, m))
        }
        t.method("int CompareTo(\(n) value)") { m, me, a in Value(try Sorting.own(me, a[0], m)) }
        t.method("bool Equals(System.Object obj)") { _, me, a in .bool(ObjectType.same(me, a[0].unwrapped)) }
        t.method("bool Equals(\(n) obj)") { _, me, a in .bool(ObjectType.same(me, a[0])) }
        if typeCode >= 0 { t.method("System.TypeCode GetTypeCode()") { m, _, _ in m.enumValue("System.TypeCode", typeCode) } }
        guard typeCode >= 0 else { return }
        convertible(t)
    }
    /// `IConvertible`
    static func convertible(_ t: TypeBuilder) {
        for (name, type) in conversions {
            t.method("\(type) To\(name)(System.IFormatProvider provider)") { m, me, _ in try ConvertType.to(m, me, type) }
        }
        t.method("System.Object ToType(type conversionType, System.IFormatProvider provider)") { m, me, a in
            try m.convert(me, to: a.object(0, TypeRef.self) ?? .object)
        }
    }
    static let conversions = [("Boolean", "bool"), ("Byte", "byte"), ("Char", "char"), ("DateTime", "datetime"), ("Decimal", "decimal"), ("Double", "double"), ("Int16", "short"), ("Int32", "int"),
                              ("Int64", "long"), ("SByte", "sbyte"), ("Single", "float"), ("UInt16", "ushort"), ("UInt32", "uint"), ("UInt64", "ulong")]
}
