/// The type of a property: what values it takes.
public indirect enum PropertyType: Equatable, Sendable {
    case bool, byte, int16, int32, int64, uint16, uint32, uint64, double
    case string, fqdn, uri, sipAddress, timeSpan, dateTime, guid
    /// One of some words, found in any case and kept in the declared spelling; `name` is the .NET enum's short name.
    case enumeration(name: String, values: [String])
    case list(PropertyType)
    /// A nested object; `typeName` is the .NET type's short name.
    case object(typeName: String, [PropertySchema])
    /// Anything a document can hold: for types a model has not described.
    case any

    /// The smallest and the largest integer of an integer type.
    public var integerRange: ClosedRange<Int64>? {
        switch self {
        case .byte: 0...255
        case .int16: -32_768...32_767
        case .int32: -2_147_483_648...2_147_483_647
        case .int64: Int64.min...Int64.max
        case .uint16: 0...65_535
        case .uint32: 0...4_294_967_295
        // Documents hold 64-bit signed integers; the upper half of UInt64 is out of reach.
        case .uint64: 0...Int64.max
        default: nil
        }
    }
    /// The allowed words of an enumeration; empty for all other types.
    public var allowedValues: [String] { if case .enumeration(_, let values) = self { values } else { [] } }

    static let simple: [(String, PropertyType)] = [
        ("bool", .bool), ("byte", .byte), ("int16", .int16), ("int32", .int32), ("int64", .int64), ("uint16", .uint16), ("uint32", .uint32),
        ("uint64", .uint64), ("double", .double), ("string", .string), ("fqdn", .fqdn), ("uri", .uri), ("sipAddress", .sipAddress),
        ("timeSpan", .timeSpan), ("dateTime", .dateTime), ("guid", .guid), ("any", .any),
    ]
    /// The word of a type without parts, as schema files spell it; nil for enumerations, lists and objects.
    public var word: String? { PropertyType.simple.first { $0.1 == self }?.0 }
}
