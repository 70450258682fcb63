/// A `[datetime]`.
public final class DateTimeValue: Obj {
    public let value: PSDateTime
    public init(_ value: PSDateTime) { self.value = value; super.init(kind: .dateTime) }
    public override var type: TypeRef { TypeRef.dateTime }
    public override func text(_ culture: Culture) -> String? { DateTimeValue.text { try DateFormat.append(value, symbols: culture.dateSymbols, to: &$0) } }
    public override func isEqual(to other: Obj) -> Bool {
        other.kind == .dateTime && value == unsafeDowncast(other, to: DateTimeValue.self).value
    }
    public override var hash: Int { value.hashValue }
    public override func compare(to other: Obj) -> Int? {
        guard other.kind == .dateTime else { return nil }
        let o = unsafeDowncast(other, to: DateTimeValue.self).value
        return value < o ? -1 : value == o ? 0 : 1
    }
    static func text(_ write: (inout [UInt8]) throws -> Void) -> String {
        var b: [UInt8] = []
        try? write(&b)
        return String(decoding: b, as: UTF8.self)
    }
}

/// A `[timespan]`.
public final class TimeSpanValue: Obj {
    public let value: PSTimeSpan
    public init(_ value: PSTimeSpan) { self.value = value; super.init(kind: .timeSpan) }
    public override var type: TypeRef { TypeRef.timeSpan }
    public override func text(_ culture: Culture) -> String? { value.description }
    public override func isEqual(to other: Obj) -> Bool {
        other.kind == .timeSpan && value == unsafeDowncast(other, to: TimeSpanValue.self).value
    }
    public override var hash: Int { value.hashValue }
    public override func compare(to other: Obj) -> Int? {
        guard other.kind == .timeSpan else { return nil }
        let o = unsafeDowncast(other, to: TimeSpanValue.self).value
        return value < o ? -1 : value == o ? 0 : 1
    }
}

/// A `[datetimeoffset]`.
public final class DateTimeOffsetValue: Native {
    public let value: PSDateTimeOffset
    public init(_ value: PSDateTimeOffset) { self.value = value; super.init(.dateTimeOffset) }
    public override func text(_ culture: Culture) -> String? { DateTimeValue.text { try DateFormat.append(value, symbols: culture.dateSymbols, to: &$0) } }
    public override func isEqual(to other: Obj) -> Bool { (other as? DateTimeOffsetValue)?.value == value }
    public override var hash: Int { value.hashValue }
    public override func compare(to other: Obj) -> Int? {
        guard let o = (other as? DateTimeOffsetValue)?.value else { return nil }
        return value < o ? -1 : value == o ? 0 : 1
    }
}

extension TypeRef {
    public static let dateTimeOffset: TypeRef = {
        let t = TypeRef("DateTimeOffset", base: valueType, isValueType: true)
        t.interfaces = [comparable]
        return t
    }()
}

extension Culture {
    public var dateSymbols: DateSymbols { self == .invariant ? .invariant : .enUS }
    public var numberSymbols: NumberSymbols { self == .invariant ? .invariant : .enUS }
}

extension Value {
    public init(_ d: PSDateTime) { self = .object(DateTimeValue(d)) }
    public init(_ t: PSTimeSpan) { self = .object(TimeSpanValue(t)) }
    public init(_ d: PSDateTimeOffset) { self = .object(DateTimeOffsetValue(d)) }
}
