/// .NET's `DateTimeOffset`: a clock value with its offset from UTC in whole minutes.
public struct PSDateTimeOffset: Sendable, Hashable, Comparable {
    /// The clock value, kind unspecified.
    public let dateTime: PSDateTime
    private let minutes: Int16

    public static let minValue = PSDateTimeOffset(unchecked: .minValue, minutes: 0)
    public static let maxValue = PSDateTimeOffset(unchecked: .maxValue, minutes: 0)
    public static let unixEpoch = PSDateTimeOffset(unchecked: PSDateTime(unchecked: Calendar.unixEpochTicks), minutes: 0)

    private init(unchecked dateTime: PSDateTime, minutes: Int16) {
        self.dateTime = dateTime
        self.minutes = minutes
    }

    /// Throws kind `.argument` or `.argumentOutOfRange` for an offset beyond 14 hours, with seconds, or wrong for the kind.
    public init(_ dateTime: PSDateTime, offset: PSTimeSpan) throws(TextError) {
        if dateTime.kind == .local && offset != dateTime.utcOffset {
            throw TextError(.argument, "The UTC Offset of the local dateTime parameter does not match the offset argument. (Parameter 'offset')")
        }
        if dateTime.kind == .utc && offset != .zero {
            throw TextError(.argument, "The UTC Offset for Utc DateTime instances must be 0. (Parameter 'offset')")
        }
        guard offset.ticks % Calendar.ticksPerMinute == 0 else {
            throw TextError(.argument, "Offset must be specified in whole minutes. (Parameter 'offset')")
        }
        guard abs(offset.ticks) <= 14 * Calendar.ticksPerHour else {
            throw TextError(.argumentOutOfRange, "Offset must be within plus or minus 14 hours. (Parameter 'offset')")
        }
        guard 0...Calendar.maxTicks ~= dateTime.ticks - offset.ticks else {
            throw TextError(.argumentOutOfRange, "The UTC time represented when the offset is applied must be between year 0 and 10,000. (Parameter 'offset')")
        }
        self.init(unchecked: dateTime.specifyingKind(.unspecified), minutes: Int16(offset.ticks / Calendar.ticksPerMinute))
    }

    /// A date with the offset its kind implies.
    public init(_ dateTime: PSDateTime) throws(TextError) { try self.init(dateTime, offset: dateTime.utcOffset) }

    public static var now: PSDateTimeOffset { (try? PSDateTimeOffset(.now)) ?? .unixEpoch }
    public static var utcNow: PSDateTimeOffset { (try? PSDateTimeOffset(.utcNow)) ?? .unixEpoch }

    /// Throws kind `.argumentOutOfRange`.
    public static func fromUnix(milliseconds: Int64) throws(TextError) -> PSDateTimeOffset {
        guard -62_135_596_800_000...253_402_300_799_999 ~= milliseconds else {
            throw TextError(.argumentOutOfRange, "Valid values are between -62135596800000 and 253402300799999, inclusive. (Parameter 'milliseconds')")
        }
        return PSDateTimeOffset(unchecked: PSDateTime(unchecked: Calendar.unixEpochTicks + milliseconds * Calendar.ticksPerMillisecond), minutes: 0)
    }

    public static func fromUnix(seconds: Int64) throws(TextError) -> PSDateTimeOffset {
        guard -62_135_596_800...253_402_300_799 ~= seconds else {
            throw TextError(.argumentOutOfRange, "Valid values are between -62135596800 and 253402300799, inclusive. (Parameter 'seconds')")
        }
        return try fromUnix(milliseconds: seconds * 1000)
    }

    public var unixMilliseconds: Int64 { utcTicks / Calendar.ticksPerMillisecond - Calendar.unixEpochTicks / Calendar.ticksPerMillisecond }
    public var unixSeconds: Int64 { utcTicks / Calendar.ticksPerSecond - Calendar.unixEpochTicks / Calendar.ticksPerSecond }

    public var offset: PSTimeSpan { PSTimeSpan(ticks: Int64(minutes) * Calendar.ticksPerMinute) }
    public var ticks: Int64 { dateTime.ticks }
    public var utcTicks: Int64 { ticks - offset.ticks }
    public var utcDateTime: PSDateTime { PSDateTime(unchecked: utcTicks, .utc) }
    public var localDateTime: PSDateTime { utcDateTime.local }
    public var universal: PSDateTimeOffset { PSDateTimeOffset(unchecked: PSDateTime(unchecked: utcTicks), minutes: 0) }
    public var local: PSDateTimeOffset { (try? PSDateTimeOffset(localDateTime)) ?? self }

    /// The same instant at another offset.
    public func atOffset(_ offset: PSTimeSpan) throws(TextError) -> PSDateTimeOffset {
        try PSDateTimeOffset(PSDateTime(unchecked: utcTicks).adding(offset), offset: offset)
    }

    /// The clock value changed by `change`, with the same offset.
    public func adjusting(_ change: (PSDateTime) throws(TextError) -> PSDateTime) throws(TextError) -> PSDateTimeOffset {
        try PSDateTimeOffset(change(dateTime), offset: offset)
    }

    public func subtracting(_ other: PSDateTimeOffset) -> PSTimeSpan { PSTimeSpan(ticks: utcTicks - other.utcTicks) }

    public static func == (a: PSDateTimeOffset, b: PSDateTimeOffset) -> Bool { a.utcTicks == b.utcTicks }
    public static func < (a: PSDateTimeOffset, b: PSDateTimeOffset) -> Bool { a.utcTicks < b.utcTicks }
    public func hash(into hasher: inout Hasher) { hasher.combine(utcTicks) }
}
