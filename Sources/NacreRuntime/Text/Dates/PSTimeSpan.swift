/// .NET's `TimeSpan`: a duration in ticks of 100 ns.
public struct PSTimeSpan: Sendable, Hashable, Comparable {
    public let ticks: Int64

    public init(ticks: Int64) { self.ticks = ticks }

    public static let zero = PSTimeSpan(ticks: 0)
    public static let maxValue = PSTimeSpan(ticks: .max)
    public static let minValue = PSTimeSpan(ticks: .min)

    static let overflow = TextError(.overflow, "TimeSpan overflowed because the duration is too long.")

    /// Throws kind `.argumentOutOfRange`.
    public init(days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0, milliseconds: Int = 0, microseconds: Int = 0) throws(TextError) {
        let parts: [(Int, Int64)] = [(days, Calendar.ticksPerDay), (hours, Calendar.ticksPerHour), (minutes, Calendar.ticksPerMinute),
                                     (seconds, Calendar.ticksPerSecond), (milliseconds, Calendar.ticksPerMillisecond), (microseconds, 10)]
        var total: Int128 = 0
        for (count, unit) in parts { total += Int128(count) * Int128(unit) }
        guard let ticks = Int64(exactly: total) else { throw TextError(.argumentOutOfRange, PSTimeSpan.overflow.message) }
        self.ticks = ticks
    }

    /// `FromDays` and its like: `value` units of `ticksPerUnit`, cut to whole ticks; throws kind `.overflow` or `.argument`.
    public init(_ value: Double, ticksPerUnit: Int64) throws(TextError) {
        if value.isNaN { throw TextError(.argument, "TimeSpan does not accept floating point Not-a-Number values.") }
        self = try PSTimeSpan.from(value * Double(ticksPerUnit))
    }

    private static func from(_ ticks: Double) throws(TextError) -> PSTimeSpan {
        guard ticks >= -9223372036854775808.0, ticks <= 9223372036854775808.0 else { throw overflow }
        return PSTimeSpan(ticks: ticks == 9223372036854775808.0 ? .max : Int64(ticks))
    }

    public var days: Int { Int(ticks / Calendar.ticksPerDay) }
    public var hours: Int { Int(ticks / Calendar.ticksPerHour % 24) }
    public var minutes: Int { Int(ticks / Calendar.ticksPerMinute % 60) }
    public var seconds: Int { Int(ticks / Calendar.ticksPerSecond % 60) }
    public var milliseconds: Int { Int(ticks / Calendar.ticksPerMillisecond % 1000) }
    public var microseconds: Int { Int(ticks / Calendar.ticksPerMicrosecond % 1000) }
    public var nanoseconds: Int { Int(ticks % 10) * 100 }
    public var totalDays: Double { Double(ticks) / Double(Calendar.ticksPerDay) }
    public var totalHours: Double { Double(ticks) / Double(Calendar.ticksPerHour) }
    public var totalMinutes: Double { Double(ticks) / Double(Calendar.ticksPerMinute) }
    public var totalSeconds: Double { Double(ticks) / Double(Calendar.ticksPerSecond) }
    public var totalMilliseconds: Double {
        min(max(Double(ticks) / Double(Calendar.ticksPerMillisecond), -922_337_203_685_477), 922_337_203_685_477)
    }
    public var totalMicroseconds: Double { Double(ticks) / 10 }
    public var totalNanoseconds: Double { Double(ticks) * 100 }

    public static func < (a: PSTimeSpan, b: PSTimeSpan) -> Bool { a.ticks < b.ticks }

    /// Throws kind `.overflow`.
    public func adding(_ other: PSTimeSpan) throws(TextError) -> PSTimeSpan {
        let (sum, tooFar) = ticks.addingReportingOverflow(other.ticks)
        if tooFar { throw PSTimeSpan.overflow }
        return PSTimeSpan(ticks: sum)
    }

    public func subtracting(_ other: PSTimeSpan) throws(TextError) -> PSTimeSpan {
        let (difference, tooFar) = ticks.subtractingReportingOverflow(other.ticks)
        if tooFar { throw PSTimeSpan.overflow }
        return PSTimeSpan(ticks: difference)
    }

    public func negated() throws(TextError) -> PSTimeSpan {
        guard ticks != .min else { throw TextError(.overflow, "Negating the minimum value of a twos complement number is invalid.") }
        return PSTimeSpan(ticks: -ticks)
    }

    public func duration() throws(TextError) -> PSTimeSpan {
        guard ticks != .min else {
            throw TextError(.overflow, "The duration cannot be returned for TimeSpan.MinValue because the absolute value of TimeSpan.MinValue exceeds the value of TimeSpan.MaxValue.")
        }
        return PSTimeSpan(ticks: abs(ticks))
    }

    /// Times a factor, rounded half to even.
    public func multiplied(by factor: Double) throws(TextError) -> PSTimeSpan {
        if factor.isNaN { throw TextError(.argument, "TimeSpan does not accept floating point Not-a-Number values. (Parameter 'factor')") }
        return try PSTimeSpan.from((Double(ticks) * factor).rounded(.toNearestOrEven))
    }

    public func divided(by divisor: Double) throws(TextError) -> PSTimeSpan {
        if divisor.isNaN { throw TextError(.argument, "TimeSpan does not accept floating point Not-a-Number values. (Parameter 'divisor')") }
        return try PSTimeSpan.from((Double(ticks) / divisor).rounded(.toNearestOrEven))
    }

    public func divided(by other: PSTimeSpan) -> Double { Double(ticks) / Double(other.ticks) }
}
