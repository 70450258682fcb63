/// Where a value stands among .NET's numeric type codes; the higher one of two decides how they are computed.
enum NumericRank {
    static let none: UInt8 = 0, bool: UInt8 = 3, char: UInt8 = 4, sbyte: UInt8 = 5, byte: UInt8 = 6, short: UInt8 = 7, ushort: UInt8 = 8
    static let int: UInt8 = 9, uint: UInt8 = 10, long: UInt8 = 11, ulong: UInt8 = 12, single: UInt8 = 13, double: UInt8 = 14, decimal: UInt8 = 15

    /// The rank of a type, 0 where it is no number.
    static func of(_ code: TypeCode) -> UInt8 {
        switch code {
        case .bool: bool
        case .char: char
        case .sbyte: sbyte
        case .byte: byte
        case .short: short
        case .ushort: ushort
        case .int: int
        case .uint: uint
        case .long: long
        case .ulong: ulong
        case .single: single
        case .double: double
        case .decimal: decimal
        default: none
        }
    }
}

extension Value {
    /// The value's rank; enums have their number's, `$null`, strings and other objects 0.
    var rank: UInt8 {
        switch self {
        case .int: NumericRank.int
        case .long: NumericRank.long
        case .double: NumericRank.double
        case .bool: NumericRank.bool
        case .char: NumericRank.char
        case .byte: NumericRank.byte
        case .sbyte: NumericRank.sbyte
        case .short: NumericRank.short
        case .ushort: NumericRank.ushort
        case .uint: NumericRank.uint
        case .ulong: NumericRank.ulong
        case .single: NumericRank.single
        case .null, .void, .undef: NumericRank.none
        case .object(let o):
            switch o.kind {
            case .decimal: NumericRank.decimal
            case .enumeration: NumericRank.of(unsafeDowncast(o, to: EnumValue.self).enumType.element?.code ?? .int)
            default: NumericRank.none
            }
        }
    }
    /// A number beside bool and char, as `IsNumeric` has it.
    var isNumber: Bool { rank >= NumericRank.sbyte }
    var isEnum: Bool { if case .object(let o) = self { o.kind == .enumeration } else { false } }

    /// The number of an integral value of any type up to Int64, of a char or a bool.
    var int64: Int64 {
        switch self {
        case .int(let x): Int64(x)
        case .long(let x): x
        case .bool(let x): x ? 1 : 0
        case .char(let x): Int64(x)
        case .byte(let x): Int64(x)
        case .sbyte(let x): Int64(x)
        case .short(let x): Int64(x)
        case .ushort(let x): Int64(x)
        case .uint(let x): Int64(x)
        case .ulong(let x): Int64(truncatingIfNeeded: x)
        case .object(let o) where o.kind == .enumeration: unsafeDowncast(o, to: EnumValue.self).raw
        default: 0
        }
    }
    /// The number of an integral value that is not negative.
    var uint64: UInt64 { if case .ulong(let x) = self { x } else { UInt64(bitPattern: int64) } }

    /// Any number as a Double (0 for what is none).
    var float64: Double {
        switch self {
        case .double(let x): x
        case .single(let x): Double(x)
        case .ulong(let x): Double(x)
        case .object(let o) where o.kind == .decimal: unsafeDowncast(o, to: DecimalValue.self).value.doubleValue
        default: Double(int64)
        }
    }
}
