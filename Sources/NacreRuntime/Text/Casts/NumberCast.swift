/// PowerShell's conversions of strings to numbers (`[int]'1kb'`, `[decimal]'1,234.5'`): first as a literal of the language,
/// then as .NET parses the type, at last through Double with thousands separators. Empty text is 0. Culture-invariant.
public enum NumberCast {
    /// Throws kind `.format` or `.overflow`, with the message PowerShell quotes.
    public static func integer<T: FixedWidthInteger>(_ text: [UInt8], as type: T.Type = T.self) throws(TextError) -> T {
        if text.isEmpty { return 0 }
        if let plain: T = text.withUnsafeBufferPointer({ IntegerParse.plain($0) }) { return plain }
        if let scanned = NumberLiteral.scan(text) { return try scanned.integer(type) }
        do {
            return try parsed(trimmed(text), as: type)
        } catch {
            guard error.kind == .format, let real = try? FloatParse.double(text, symbols: .invariant),
                  let value: T = try? rounded(real) else { throw error }
            return value
        }
    }

    public static func bigInteger(_ text: [UInt8]) throws(TextError) -> PSBigInteger {
        if text.isEmpty { return .zero }
        if let scanned = NumberLiteral.scan(text) { return try scanned.bigInteger() }
        return try PSBigInteger.parse(text, styles: [.float, .thousands], symbols: .invariant)
    }

    public static func double(_ text: [UInt8]) throws(TextError) -> Double {
        if text.isEmpty { return 0 }
        if let scanned = NumberLiteral.scan(text) { return scanned.doubleValue }
        return try FloatParse.double(text, symbols: .invariant)
    }

    public static func single(_ text: [UInt8]) throws(TextError) -> Float {
        if text.isEmpty { return 0 }
        if let scanned = NumberLiteral.scan(text) { return Float(scanned.doubleValue) }
        return try FloatParse.single(text, symbols: .invariant)
    }

    public static func decimal(_ text: [UInt8]) throws(TextError) -> PSDecimal {
        if text.isEmpty { return .zero }
        if let scanned = NumberLiteral.scan(text) { return try scanned.decimal() }
        do {
            return try PSDecimal.parse(text, styles: .float, symbols: .invariant)
        } catch {
            guard error.kind == .format, let real = try? FloatParse.double(text, symbols: .invariant),
                  let value = try? PSDecimal(real) else { throw error }
            return value
        }
    }

    /// A Double as an integer, rounded half to even; throws kind `.overflow` with the type's message.
    public static func rounded<T: FixedWidthInteger>(_ value: Double, as type: T.Type = T.self) throws(TextError) -> T {
        guard let result = T(exactly: value.rounded(.toNearestOrEven)) else { throw IntegerParse.overflow(type) }
        return result
    }

    private static func trimmed(_ text: [UInt8]) -> [UInt8] {
        let body = text.drop(while: \.isNumberSpace)
        return Array(body.prefix((body.lastIndex { !$0.isNumberSpace } ?? body.startIndex - 1) - body.startIndex + 1))
    }

    /// .NET's type converters of integers: `#` or `&h` before hexadecimal digits, else an integer.
    private static func parsed<T: FixedWidthInteger>(_ text: [UInt8], as type: T.Type) throws(TextError) -> T {
        if text.first == 35 { return try IntegerParse.parse(Array(text.dropFirst()), as: type, styles: .hexSpecifier) }
        if text.count > 2, text[0] == 38, text[1] | 0x20 == 104 {
            return try IntegerParse.parse(Array(text.dropFirst(2)), as: type, styles: .hexSpecifier)
        }
        return try IntegerParse.parse(text, as: type, styles: .integer, symbols: .invariant)
    }
}

extension ScannedNumber {
    /// The value as a `T`, rounded half to even; throws kind `.overflow`.
    public func integer<T: FixedWidthInteger>(_ type: T.Type = T.self) throws(TextError) -> T {
        let result: T?
        switch self {
        case .int8(let value): result = T(exactly: value)
        case .uint8(let value): result = T(exactly: value)
        case .int16(let value): result = T(exactly: value)
        case .uint16(let value): result = T(exactly: value)
        case .int32(let value): result = T(exactly: value)
        case .uint32(let value): result = T(exactly: value)
        case .int64(let value): result = T(exactly: value)
        case .uint64(let value): result = T(exactly: value)
        case .double(let value): return try NumberCast.rounded(value, as: type)
        case .decimal(let value): return try value.rounded().integer(type)
        case .big(let value): result = value.integer(type)
        }
        guard let result else { throw IntegerParse.overflow(type) }
        return result
    }

    public var doubleValue: Double {
        switch self {
        case .int8(let value): Double(value)
        case .uint8(let value): Double(value)
        case .int16(let value): Double(value)
        case .uint16(let value): Double(value)
        case .int32(let value): Double(value)
        case .uint32(let value): Double(value)
        case .int64(let value): Double(value)
        case .uint64(let value): Double(value)
        case .double(let value): value
        case .decimal(let value): value.doubleValue
        case .big(let value): value.doubleValue
        }
    }

    /// Throws kind `.overflow`.
    public func decimal() throws(TextError) -> PSDecimal {
        switch self {
        case .double(let value): return try PSDecimal(value)
        case .decimal(let value): return value
        case .big(let value): return try value.decimal()
        case .uint64(let value): return PSDecimal(value)
        default: return PSDecimal(try integer(Int64.self))
        }
    }

    /// Throws kind `.overflow` for infinity and NaN.
    public func bigInteger() throws(TextError) -> PSBigInteger {
        switch self {
        case .double(let value): return try PSBigInteger(value)
        case .decimal(let value): return PSBigInteger(value)
        case .big(let value): return value
        case .uint64(let value): return PSBigInteger(value)
        default: return PSBigInteger(try integer(Int64.self))
        }
    }
}
