import NacreRuntime

extension TypeRef { public static let convertClass = TypeRef("Convert", base: .object) }

/// `System.Convert`
enum ConvertType {
    /// A value as another of the base types, as `IConvertible` does it: stricter with text than a cast is.
    static func to(_ m: Machine, _ v: Value, _ type: String) throws -> Value {
        guard let t = StandardTypes.catalog.find(type) else { throw NetException(.invalidCastException, "Invalid cast.") }
        if let s = v.unwrapped.str, let n = try text(s, t) { return n }
        if v.isNull { return t.code == .string ? .null : m.defaultValue(of: t) }
        if let n = try number(v.unwrapped, t.code) { return n }
        do { return try m.convert(v, to: t) }
        catch let e as PSError { throw NetException(e.record.exception.inner ?? e.record.exception) }
    }
    /// A number as a whole number of another width, halves to even; nil where the engine's conversion serves.
    private static func number(_ v: Value, _ code: TypeCode) throws -> Value? {
        func whole<T: FixedWidthInteger>(_ type: T.Type) throws -> T? {
            switch v {
            case .double, .single: return try NumberCast.rounded(v.doubleValue, as: T.self)
            case .ulong(let u): if let n = T(exactly: u) { return n }
            case .object(let o):
                if let d = o as? DecimalValue { return try d.value.rounded().integer(T.self) }
                return nil
            case .bool: return v.isTrue ? 1 : 0
            case .null, .void, .undef: return nil
            default: if let n = T(exactly: v.intValue) { return n }
            }
            throw IntegerParse.overflow(T.self)
        }
        switch code {
        case .int: return try whole(Int32.self).map { .int($0) }
        case .long: return try whole(Int64.self).map { .long($0) }
        case .short: return try whole(Int16.self).map { .short($0) }
        case .byte: return try whole(UInt8.self).map { .byte($0) }
        case .sbyte: return try whole(Int8.self).map { .sbyte($0) }
        case .ushort: return try whole(UInt16.self).map { .ushort($0) }
        case .uint: return try whole(UInt32.self).map { .uint($0) }
        case .ulong: return try whole(UInt64.self).map { .ulong($0) }
        default: return nil
        }
    }
    /// Text by the type's own `Parse`; nil where the engine's conversion serves.
    private static func text(_ s: Str, _ t: TypeRef) throws -> Value? {
        let u = Array(s.string.utf8)
        switch t.code {
        case .int: return .int(try IntegerParse.parse(u))
        case .long: return .long(try IntegerParse.parse(u))
        case .short: return .short(try IntegerParse.parse(u))
        case .byte: return .byte(try IntegerParse.parse(u))
        case .sbyte: return .sbyte(try IntegerParse.parse(u))
        case .ushort: return .ushort(try IntegerParse.parse(u))
        case .uint: return .uint(try IntegerParse.parse(u))
        case .ulong: return .ulong(try IntegerParse.parse(u))
        case .double: return .double(try FloatParse.double(u))
        case .single: return .single(try FloatParse.single(u))
        case .decimal: return Value(try PSDecimal.parse(u))
        case .bool:
            guard let b = BooleanType.read(s) else { throw NetException.format("String '\(s.string)' was not recognized as a valid Boolean.") }
            return .bool(b)
        case .char:
            guard s.count == 1 else { throw NetException.format("String must be exactly one character long.") }
            return .char(s[0])
        default: return nil
        }
    }

    static func declare(_ t: TypeBuilder) {
        for (name, type) in NumberMembers.conversions {
            t.staticMethod("\(type) To\(name)(System.Object value)") { m, _, a in try to(m, a[0], type) }
            t.staticMethod("\(type) To\(name)(System.Object value, System.IFormatProvider provider)") { m, _, a in try to(m, a[0], type) }
        }
        bases(t)
        strings(t)
        binary(t)
        t.staticMethod("System.Object ChangeType(System.Object value, type conversionType)") { m, _, a in try change(m, a[0], a.object(1, TypeRef.self) ?? .object) }
        t.staticMethod("System.Object ChangeType(System.Object value, type conversionType, System.IFormatProvider provider)") { m, _, a in try change(m, a[0], a.object(1, TypeRef.self) ?? .object) }
        t.staticMethod("bool IsDBNull(System.Object value)") { _, _, a in .bool(a[0].unwrapped.obj is NullMarker) }
        t.staticProperty("System.Object DBNull") { _, _ in NullMarker.value }
    }
    private static func change(_ m: Machine, _ v: Value, _ t: TypeRef) throws -> Value {
        if t.code == .string { return Value(m.textOf(v, .current)) }
        return try to(m, v, t.fullName)
    }

    /// Numbers written in base 2, 8, 10 or 16.
    private static func bases(_ t: TypeBuilder) {
        func read(_ s: Str, _ base: Int, bits: Int, isSigned: Bool) throws -> Int64 {
            guard [2, 8, 10, 16].contains(base) else { throw NetException.argument("Invalid Base.") }
            var u = s.string
            var negative = false
            if base == 16, u.lowercased().hasPrefix("0x") { u.removeFirst(2) }
            if base == 10, u.hasPrefix("-") { negative = true; u.removeFirst() }
            if u.isEmpty { throw NetException.range("Index was out of range. Must be non-negative and less than the size of the collection.", "startIndex") }
            var n: UInt64 = 0
            for c in u.utf8 {
                let d = Int(c) - 48, letter = (Int(c) | 32) - 87
                let digit = d >= 0 && d < 10 ? d : letter >= 10 ? letter : 99
                guard digit < base else { throw NetException.format(n == 0 ? "Could not find any recognizable digits." : "Additional non-parsable characters are at the end of the string.") }
                let (m, o1) = n.multipliedReportingOverflow(by: UInt64(base)), (x, o2) = m.addingReportingOverflow(UInt64(digit))
                if o1 || o2 { throw IntegerParse.overflow(Int64.self) }
                n = x
            }
            if bits < 64, n >> UInt64(bits) != 0 { throw bits == 32 ? IntegerParse.overflow(Int32.self) : bits == 16 ? IntegerParse.overflow(Int16.self) : IntegerParse.overflow(UInt8.self) }
            var v = Int64(bitPattern: n)
            if isSigned, bits < 64 { v = (v << Int64(64 - bits)) >> Int64(64 - bits) }
            return negative ? -v : v
        }
        t.staticMethod("int ToInt32(string value, int fromBase)") { _, _, a in .int(Int32(truncatingIfNeeded: try read(a.str(0), a.int(1), bits: 32, isSigned: true))) }
        t.staticMethod("long ToInt64(string value, int fromBase)") { _, _, a in .long(try read(a.str(0), a.int(1), bits: 64, isSigned: true)) }
        t.staticMethod("short ToInt16(string value, int fromBase)") { _, _, a in .short(Int16(truncatingIfNeeded: try read(a.str(0), a.int(1), bits: 16, isSigned: true))) }
        t.staticMethod("byte ToByte(string value, int fromBase)") { _, _, a in .byte(UInt8(truncatingIfNeeded: try read(a.str(0), a.int(1), bits: 8, isSigned: false))) }
        t.staticMethod("sbyte ToSByte(string value, int fromBase)") { _, _, a in .sbyte(Int8(truncatingIfNeeded: try read(a.str(0), a.int(1), bits: 8, isSigned: true))) }
        t.staticMethod("ushort ToUInt16(string value, int fromBase)") { _, _, a in .ushort(UInt16(truncatingIfNeeded: try read(a.str(0), a.int(1), bits: 16, isSigned: false))) }
        t.staticMethod("uint ToUInt32(string value, int fromBase)") { _, _, a in .uint(UInt32(truncatingIfNeeded: try read(a.str(0), a.int(1), bits: 32, isSigned: false))) }
        t.staticMethod("ulong ToUInt64(string value, int fromBase)") { _, _, a in .ulong(UInt64(bitPattern: try read(a.str(0), a.int(1), bits: 64, isSigned: false))) }
    }

    private static func strings(_ t: TypeBuilder) {
        func inBase(_ v: Value, _ base: Int) throws -> Value {
            guard [2, 8, 10, 16].contains(base) else { throw NetException.argument("Invalid Base.", "toBase") }
            if base == 10 { return Value(String(v.intValue)) }
            let bits: UInt64 = switch v {
            case .int(let i): UInt64(UInt32(bitPattern: i))
            case .short(let i): UInt64(UInt16(bitPattern: i))
            default: UInt64(bitPattern: Int64(v.intValue))
            }
            return Value(String(bits, radix: base))
        }
        t.staticMethod("string ToString(byte value, int toBase)") { _, _, a in try inBase(a[0], a.int(1)) }
        t.staticMethod("string ToString(short value, int toBase)") { _, _, a in try inBase(a[0], a.int(1)) }
        t.staticMethod("string ToString(int value, int toBase)") { _, _, a in try inBase(a[0], a.int(1)) }
        t.staticMethod("string ToString(long value, int toBase)") { _, _, a in try inBase(a[0], a.int(1)) }
        t.staticMethod("string ToString(System.Object value)") { m, _, a in Value(m.textOf(a[0], .current)) }
        t.staticMethod("string ToString(System.Object value, System.IFormatProvider provider)") { m, _, a in Value(try Formatting.text(m, a[0], .empty, a[1])) }
    }

    private static func binary(_ t: TypeBuilder) {
        t.staticMethod("string ToBase64String(byte[] inArray)") { _, _, a in Value(Base64.encode(a[0].byteArray)) }
        t.staticMethod("string ToBase64String(byte[] inArray, System.Base64FormattingOptions options)") { _, _, a in Value(Base64.encode(a[0].byteArray, lines: a.option(1) != 0)) }
        t.staticMethod("string ToBase64String(byte[] inArray, int offset, int length)") { _, _, a in
            let b = a[0].byteArray, i = a.int(1), n = a.int(2)
            guard i >= 0, n >= 0, i + n <= b.count else { throw NetException.range("Offset and length must refer to a position in the string.", "offset") }
            return Value(Base64.encode(Array(b[i..<i + n])))
        }
        t.staticMethod("byte[] FromBase64String(string s)") { _, _, a in
            guard let b = Base64.decode(a.str(0)) else {
                throw NetException.format("The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.")
            }
            return .bytes(b)
        }
        t.staticMethod("string ToHexString(byte[] inArray)") { _, _, a in Value(Base64.hex(a[0].byteArray, upper: true)) }
        t.staticMethod("string ToHexStringLower(byte[] inArray)") { _, _, a in Value(Base64.hex(a[0].byteArray, upper: false)) }
        t.staticMethod("byte[] FromHexString(string s)") { _, _, a in
            let u = Array(a.text(0).utf8)
            guard u.count % 2 == 0 else { throw NetException.format("The input is not a valid hex string as its length is not a multiple of 2.") }
            var out: [UInt8] = []
            for i in stride(from: 0, to: u.count, by: 2) {
                guard let b = UInt8(String(decoding: u[i..<i + 2], as: UTF8.self), radix: 16), u[i] != 43, u[i] != 45 else {
                    throw NetException.format("The input is not a valid hex string as it contains a non-hex character.")
                }
                out.append(b)
            }
            return .bytes(out)
        }
    }
}

/// Bytes as text.
enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    static func encode(_ b: [UInt8], lines: Bool = false) -> String {
        var out: [UInt8] = [], column = 0
        out.reserveCapacity((b.count + 2) / 3 * 4)
        for i in stride(from: 0, to: b.count, by: 3) {
            if lines, column == 76 { out += [13, 10]; column = 0 }
            let n = UInt32(b[i]) << 16 | (i + 1 < b.count ? UInt32(b[i + 1]) << 8 : 0) | (i + 2 < b.count ? UInt32(b[i + 2]) : 0)
            out.append(letters[Int(n >> 18 & 63)])
            out.append(letters[Int(n >> 12 & 63)])
            out.append(i + 1 < b.count ? letters[Int(n >> 6 & 63)] : 61)
            out.append(i + 2 < b.count ? letters[Int(n & 63)] : 61)
            column += 4
        }
        return String(decoding: out, as: UTF8.self)
    }
    /// Nil for what is no Base-64; white space is skipped.
    static func decode(_ s: Str) -> [UInt8]? {
        var out: [UInt8] = [], bits: UInt32 = 0, n = 0, padding = 0
        for i in 0..<s.count {
            let u = s[i]
            if u == 32 || (9...13).contains(u) { continue }
            if u == 61 { padding += 1; continue }
            guard padding == 0 else { return nil }
            let v: UInt32
            switch u {
            case 65...90: v = UInt32(u) - 65
            case 97...122: v = UInt32(u) - 71
            case 48...57: v = UInt32(u) + 4
            case 43: v = 62
            case 47: v = 63
            default: return nil
            }
            bits = bits << 6 | v
            n += 1
            if n % 4 == 0 { out += [UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255)]; bits = 0 }
        }
        guard padding <= 2, (n + padding) % 4 == 0 else { return nil }
        switch n % 4 {
        case 2: out.append(UInt8(bits >> 4 & 255))
        case 3: out += [UInt8(bits >> 10 & 255), UInt8(bits >> 2 & 255)]
        case 1: return nil
        default: break
        }
        return out
    }
    static func hex(_ b: [UInt8], upper: Bool) -> String {
        let digits = Array((upper ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
        var out: [UInt8] = []
        for x in b { out.append(digits[Int(x >> 4)]); out.append(digits[Int(x & 15)]) }
        return String(decoding: out, as: UTF8.self)
    }
}

/// `[DBNull]::Value`
final class NullMarker: Native {
    static let type = TypeRef("DBNull", base: .object)
    static let value = Value.object(NullMarker())
    private init() { super.init(NullMarker.type) }
    override func text(_ culture: Culture) -> String? { "" }
    override var isTrue: Bool { false }
}
