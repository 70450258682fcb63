/// A value of a configuration document: what a store keeps and a schema checks, without any engine behind it.
public indirect enum SchemaValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case dateTime(Timestamp)
    case timeSpan(Duration100ns)
    /// Lower-case text of the form `8-4-4-4-12`.
    case guid(String)
    case list([SchemaValue])
    case object(SchemaObject)
}

extension SchemaValue {
    public var isNull: Bool { if case .null = self { true } else { false } }
    public var bool: Bool? { if case .bool(let b) = self { b } else { nil } }
    public var int: Int64? { if case .int(let i) = self { i } else { nil } }
    /// A double, or an integer as one.
    public var double: Double? {
        switch self {
        case .double(let d): d
        case .int(let i): Double(i)
        default: nil
        }
    }
    /// The text of a string or a guid.
    public var string: String? {
        switch self {
        case .string(let s), .guid(let s): s
        default: nil
        }
    }
    public var dateTime: Timestamp? { if case .dateTime(let t) = self { t } else { nil } }
    public var timeSpan: Duration100ns? { if case .timeSpan(let t) = self { t } else { nil } }
    public var list: [SchemaValue]? { if case .list(let l) = self { l } else { nil } }
    public var object: SchemaObject? { if case .object(let o) = self { o } else { nil } }
    /// A field of an object; null where this is no object or has no such field.
    public subscript(name: String) -> SchemaValue { object?[name] ?? .null }
    /// An object of the given fields, in order.
    public static func object(_ fields: [(String, SchemaValue)]) -> SchemaValue { .object(SchemaObject(fields)) }
}

extension SchemaValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
                       ExpressibleByArrayLiteral, ExpressibleByNilLiteral, ExpressibleByDictionaryLiteral, ExpressibleByFloatLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int64) { self = .int(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(nilLiteral: ()) { self = .null }
    public init(arrayLiteral elements: SchemaValue...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, SchemaValue)...) { self = .object(SchemaObject(elements)) }
}
