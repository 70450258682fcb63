/// .NET's `DateOnly`: a day from 0001-01-01 to 9999-12-31.
public struct PSDateOnly: Sendable, Hashable, Comparable {
    public let dayNumber: Int

    public static let minValue = PSDateOnly(unchecked: 0)
    public static let maxValue = PSDateOnly(unchecked: 3_652_058)

    private init(unchecked dayNumber: Int) { self.dayNumber = dayNumber }

    /// Throws kind `.argumentOutOfRange`.
    public init(dayNumber: Int) throws(TextError) {
        guard 0...3_652_058 ~= dayNumber else {
            throw TextError(.argumentOutOfRange, "Day number must be between 0 and DateOnly.MaxValue.DayNumber. (Parameter 'dayNumber')")
        }
        self.dayNumber = dayNumber
    }

    public init(year: Int, month: Int, day: Int) throws(TextError) {
        dayNumber = try PSDateTime(year: year, month: month, day: day).dayNumber
    }

    public init(_ dateTime: PSDateTime) { dayNumber = dateTime.dayNumber }

    /// Midnight of the day.
    public var dateTime: PSDateTime { PSDateTime(unchecked: Int64(dayNumber) * Calendar.ticksPerDay) }
    public var year: Int { dateTime.year }
    public var month: Int { dateTime.month }
    public var day: Int { dateTime.day }
    /// 0 for Sunday.
    public var dayOfWeek: Int { dateTime.dayOfWeek }
    public var dayOfYear: Int { dateTime.dayOfYear }

    public func addingDays(_ days: Int) throws(TextError) -> PSDateOnly {
        let (sum, tooFar) = dayNumber.addingReportingOverflow(days)
        guard !tooFar, 0...3_652_058 ~= sum else {
            throw TextError(.argumentOutOfRange, "Value to add was out of range. (Parameter 'value')")
        }
        return PSDateOnly(unchecked: sum)
    }

    public func addingMonths(_ months: Int) throws(TextError) -> PSDateOnly { PSDateOnly(try dateTime.addingMonths(months)) }
    public func addingYears(_ years: Int) throws(TextError) -> PSDateOnly { PSDateOnly(try dateTime.addingYears(years)) }
    public func at(_ time: PSTimeOnly) -> PSDateTime { PSDateTime(unchecked: dateTime.ticks + time.ticks) }

    public static func < (a: PSDateOnly, b: PSDateOnly) -> Bool { a.dayNumber < b.dayNumber }
}

/// .NET's `TimeOnly`: a time of day in ticks.
public struct PSTimeOnly: Sendable, Hashable, Comparable {
    public let ticks: Int64

    public static let minValue = PSTimeOnly(unchecked: 0)
    public static let maxValue = PSTimeOnly(unchecked: Calendar.ticksPerDay - 1)

    private init(unchecked ticks: Int64) { self.ticks = ticks }

    /// Throws kind `.argumentOutOfRange`.
    public init(ticks: Int64) throws(TextError) {
        guard 0..<Calendar.ticksPerDay ~= ticks else {
            throw TextError(.argumentOutOfRange, "Ticks must be between 0 and and TimeOnly.MaxValue.Ticks. (Parameter 'ticks')")
        }
        self.ticks = ticks
    }

    public init(hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0) throws(TextError) {
        ticks = try PSDateTime(year: 1, month: 1, day: 1, hour: hour, minute: minute, second: second, millisecond: millisecond).ticks
    }

    public init(_ dateTime: PSDateTime) { ticks = dateTime.timeOfDay.ticks }

    public var dateTime: PSDateTime { PSDateTime(unchecked: ticks) }
    public var timeSpan: PSTimeSpan { PSTimeSpan(ticks: ticks) }
    public var hour: Int { dateTime.hour }
    public var minute: Int { dateTime.minute }
    public var second: Int { dateTime.second }
    public var millisecond: Int { dateTime.millisecond }
    public var microsecond: Int { dateTime.microsecond }
    public var nanosecond: Int { dateTime.nanosecond }

    /// Adds a duration, going round the clock; also tells how many days that went over.
    public func adding(_ span: PSTimeSpan) -> (time: PSTimeOnly, wrappedDays: Int) {
        var days = span.ticks / Calendar.ticksPerDay
        var sum = ticks + span.ticks % Calendar.ticksPerDay
        if sum < 0 { sum += Calendar.ticksPerDay; days -= 1 }
        if sum >= Calendar.ticksPerDay { sum -= Calendar.ticksPerDay; days += 1 }
        return (PSTimeOnly(unchecked: sum), Int(days))
    }

    /// The time from `other` forward to this one, going round midnight.
    public func subtracting(_ other: PSTimeOnly) -> PSTimeSpan {
        PSTimeSpan(ticks: (ticks - other.ticks + Calendar.ticksPerDay) % Calendar.ticksPerDay)
    }

    public static func < (a: PSTimeOnly, b: PSTimeOnly) -> Bool { a.ticks < b.ticks }
}
