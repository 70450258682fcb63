/// .NET's `DateTime`: ticks of 100 ns since 0001-01-01 in 62 bits, what they are relative to in the upper two.
public struct PSDateTime: Sendable {
    /// What the clock value is relative to, with .NET's raw values.
    public enum Kind: Int, Sendable {
        case unspecified, utc, local

        public var name: String {
            switch self {
            case .unspecified: "Unspecified"
            case .utc: "Utc"
            case .local: "Local"
            }
        }
    }

    let bits: UInt64
    private static let ticksMask: UInt64 = 0x3FFF_FFFF_FFFF_FFFF
    /// The upper bits of a local time that is the daylight-saving one of two with the same clock value.
    private static let ambiguous: UInt64 = 0xC000_0000_0000_0000

    init(unchecked ticks: Int64, _ kind: Kind = .unspecified, isAmbiguousDaylight: Bool = false) {
        bits = UInt64(bitPattern: ticks) | (isAmbiguousDaylight ? PSDateTime.ambiguous : UInt64(kind.rawValue) << 62)
    }

    public static let minValue = PSDateTime(unchecked: 0)
    public static let maxValue = PSDateTime(unchecked: Calendar.maxTicks)
    public static let unixEpoch = PSDateTime(unchecked: Calendar.unixEpochTicks, .utc)

    static let outOfRange = TextError(.argumentOutOfRange, "The added or subtracted value results in an un-representable DateTime. (Parameter 'value')")

    /// Throws kind `.argumentOutOfRange`.
    public init(ticks: Int64, kind: Kind = .unspecified) throws(TextError) {
        guard 0...Calendar.maxTicks ~= ticks else {
            throw TextError(.argumentOutOfRange, "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks. (Parameter 'ticks')")
        }
        self.init(unchecked: ticks, kind)
    }

    /// Throws kind `.argumentOutOfRange` for parts that make no date or time.
    public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0,
                microsecond: Int = 0, kind: Kind = .unspecified) throws(TextError) {
        guard Calendar.isValid(year, month, day) else {
            throw TextError(.argumentOutOfRange, "Year, Month, and Day parameters describe an un-representable DateTime.")
        }
        guard 0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second else {
            throw TextError(.argumentOutOfRange, "Hour, Minute, and Second parameters describe an un-representable DateTime.")
        }
        guard 0...999 ~= millisecond else {
            throw TextError(.argumentOutOfRange, "Valid values are between 0 and 999, inclusive. (Parameter 'millisecond')")
        }
        guard 0...999 ~= microsecond else {
            throw TextError(.argumentOutOfRange, "Valid values are between 0 and 999, inclusive. (Parameter 'microsecond')")
        }
        let seconds = Int64(Calendar.days(year, month, day)) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        self.init(unchecked: seconds * Calendar.ticksPerSecond + Int64(millisecond * 10_000 + microsecond * 10), kind)
    }

    public var ticks: Int64 { Int64(bits & PSDateTime.ticksMask) }
    public var kind: Kind { Kind(rawValue: Int(bits >> 62)) ?? .local }
    /// Whether this is the first (daylight-saving) of two instants with this local clock value.
    var isAmbiguousDaylight: Bool { bits >> 62 == 3 }

    /// Days since 0001-01-01.
    public var dayNumber: Int { Int(ticks / Calendar.ticksPerDay) }
    public var year: Int { Calendar.date(dayNumber).year }
    public var month: Int { Calendar.date(dayNumber).month }
    public var day: Int { Calendar.date(dayNumber).day }
    public var hour: Int { Int(ticks / Calendar.ticksPerHour % 24) }
    public var minute: Int { Int(ticks / Calendar.ticksPerMinute % 60) }
    public var second: Int { Int(ticks / Calendar.ticksPerSecond % 60) }
    public var millisecond: Int { Int(ticks / Calendar.ticksPerMillisecond % 1000) }
    public var microsecond: Int { Int(ticks / Calendar.ticksPerMicrosecond % 1000) }
    public var nanosecond: Int { Int(ticks % 10) * 100 }
    /// 0 for Sunday.
    public var dayOfWeek: Int { (dayNumber + 1) % 7 }
    public var dayOfYear: Int {
        let date = Calendar.date(dayNumber)
        return Calendar.days(date.year, date.month, date.day) - Calendar.days(date.year, 1, 1) + 1
    }
    public var timeOfDay: PSTimeSpan { PSTimeSpan(ticks: ticks % Calendar.ticksPerDay) }
    public var date: PSDateTime { withTicks(ticks - ticks % Calendar.ticksPerDay) }

    /// The same clock value relative to something else.
    public func specifyingKind(_ kind: Kind) -> PSDateTime { PSDateTime(unchecked: ticks, kind) }

    private func withTicks(_ ticks: Int64) -> PSDateTime {
        PSDateTime(unchecked: ticks, kind, isAmbiguousDaylight: isAmbiguousDaylight)
    }
}

extension PSDateTime: Hashable, Comparable {
    public static func == (a: PSDateTime, b: PSDateTime) -> Bool { a.ticks == b.ticks }
    public static func < (a: PSDateTime, b: PSDateTime) -> Bool { a.ticks < b.ticks }
    public func hash(into hasher: inout Hasher) { hasher.combine(ticks) }
}

/// Arithmetic; results outside the years 1 to 9999 throw kind `.argumentOutOfRange`.
extension PSDateTime {
    public func adding(ticks: Int64) throws(TextError) -> PSDateTime {
        let (sum, tooFar) = self.ticks.addingReportingOverflow(ticks)
        guard !tooFar, 0...Calendar.maxTicks ~= sum else { throw PSDateTime.outOfRange }
        return withTicks(sum)
    }

    public func adding(_ span: PSTimeSpan) throws(TextError) -> PSDateTime { try adding(ticks: span.ticks) }
    public func subtracting(_ span: PSTimeSpan) throws(TextError) -> PSDateTime {
        guard span.ticks != .min else { throw PSDateTime.outOfRange }
        return try adding(ticks: -span.ticks)
    }
    public func subtracting(_ other: PSDateTime) -> PSTimeSpan { PSTimeSpan(ticks: ticks - other.ticks) }

    /// Adds `value` units of `ticksPerUnit`: `AddDays` and its like.
    public func adding(_ value: Double, ticksPerUnit: Int64) throws(TextError) -> PSDateTime {
        guard value.magnitude <= Double(Calendar.maxTicks / ticksPerUnit) else {
            throw TextError(.argumentOutOfRange, "Value to add was out of range. (Parameter 'value')")
        }
        let whole = value.rounded(.towardZero)
        return try adding(ticks: Int64(whole) * ticksPerUnit + Int64((value - whole) * Double(ticksPerUnit)))
    }

    public func addingDays(_ value: Double) throws(TextError) -> PSDateTime { try adding(value, ticksPerUnit: Calendar.ticksPerDay) }
    public func addingHours(_ value: Double) throws(TextError) -> PSDateTime { try adding(value, ticksPerUnit: Calendar.ticksPerHour) }
    public func addingMinutes(_ value: Double) throws(TextError) -> PSDateTime { try adding(value, ticksPerUnit: Calendar.ticksPerMinute) }
    public func addingSeconds(_ value: Double) throws(TextError) -> PSDateTime { try adding(value, ticksPerUnit: Calendar.ticksPerSecond) }
    public func addingMilliseconds(_ value: Double) throws(TextError) -> PSDateTime { try adding(value, ticksPerUnit: Calendar.ticksPerMillisecond) }
    public func addingMicroseconds(_ value: Double) throws(TextError) -> PSDateTime { try adding(value, ticksPerUnit: Calendar.ticksPerMicrosecond) }

    /// The same day of another month, or that month's last day.
    public func addingMonths(_ months: Int) throws(TextError) -> PSDateTime {
        guard -120_000...120_000 ~= months else {
            throw TextError(.argumentOutOfRange, "Months value must be between +/-120000. (Parameter 'months')")
        }
        let from = Calendar.date(dayNumber)
        let index = from.year * 12 + from.month - 1 + months
        let year = index >= 12 ? index / 12 : 0
        guard 1...9999 ~= year else {
            throw TextError(.argumentOutOfRange, "The added or subtracted value results in an un-representable DateTime. (Parameter 'months')")
        }
        let month = index % 12 + 1
        let days = Calendar.days(year, month, min(from.day, Calendar.monthLength(year, month)))
        return withTicks(Int64(days) * Calendar.ticksPerDay + ticks % Calendar.ticksPerDay)
    }

    public func addingYears(_ years: Int) throws(TextError) -> PSDateTime {
        guard -10_000...10_000 ~= years else {
            throw TextError(.argumentOutOfRange, "Years value must be between +/-10000. (Parameter 'years')")
        }
        do { return try addingMonths(years * 12) } catch { throw PSDateTime.outOfRange }
    }
}
