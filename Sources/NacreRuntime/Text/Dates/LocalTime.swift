import Glibc

/// The local time zone, as the C library knows it (`TZ`, `/etc/localtime`).
public enum LocalTime {
    private static let isReady: Bool = { tzset(); return true }()

    /// Reads `TZ` again after it was changed.
    public static func reload() { tzset() }

    /// Offset from UTC, in ticks, and whether daylight saving is on, at an instant given in UTC ticks.
    static func offset(utcTicks: Int64) -> (ticks: Int64, isDaylight: Bool) {
        _ = isReady
        var difference = utcTicks - Calendar.unixEpochTicks
        if difference < 0 { difference -= Calendar.ticksPerSecond - 1 }
        var time = time_t(difference / Calendar.ticksPerSecond)
        var parts = tm()
        guard localtime_r(&time, &parts) != nil else { return (0, false) }
        // .NET's offsets are whole minutes.
        let minutes = Int64(parts.tm_gmtoff) / 60
        return (minutes * Calendar.ticksPerMinute, parts.tm_isdst > 0)
    }

    /// Offset of a local clock value. One that occurs twice is standard time; one that is skipped has the standard offset.
    static func offset(localTicks: Int64, preferDaylight: Bool = false) -> Int64 {
        let before = offset(utcTicks: localTicks - Calendar.ticksPerDay)
        let after = offset(utcTicks: localTicks + Calendar.ticksPerDay)
        if before.ticks == after.ticks { return offsetNear(localTicks, before.ticks) }
        let fits = [before, after].filter { offset(utcTicks: localTicks - $0.ticks).ticks == $0.ticks }
        if fits.count == 1 { return fits[0].ticks }
        let standard = before.isDaylight ? after : before
        if fits.count == 2 && preferDaylight { return before.isDaylight ? before.ticks : after.ticks }
        return standard.ticks
    }

    /// Two changes may lie within the two days looked at; then the offset at the instant itself decides.
    private static func offsetNear(_ localTicks: Int64, _ guess: Int64) -> Int64 {
        let there = offset(utcTicks: localTicks - guess).ticks
        return there
    }

    /// Whether the clock value occurs twice and `offset` is its daylight-saving one.
    static func isAmbiguousDaylight(utcTicks: Int64) -> Bool {
        let here = offset(utcTicks: utcTicks)
        guard here.isDaylight else { return false }
        return offset(localTicks: utcTicks + here.ticks) != here.ticks
    }

    /// The current time in UTC ticks.
    static var nowTicks: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Calendar.unixEpochTicks + Int64(time.tv_sec) * Calendar.ticksPerSecond + Int64(time.tv_nsec) / 100
    }
}

extension PSDateTime {
    public static var utcNow: PSDateTime { PSDateTime(unchecked: LocalTime.nowTicks, .utc) }
    public static var now: PSDateTime { utcNow.local }
    public static var today: PSDateTime { now.date }

    /// The offset from UTC of this clock value: none for UTC, that of the local zone otherwise.
    public var utcOffset: PSTimeSpan {
        PSTimeSpan(ticks: kind == .utc ? 0 : LocalTime.offset(localTicks: ticks, preferDaylight: isAmbiguousDaylight))
    }

    /// `ToUniversalTime`: a value of unspecified kind counts as local.
    public var universal: PSDateTime {
        if kind == .utc { return self }
        return PSDateTime(unchecked: min(max(ticks - utcOffset.ticks, 0), Calendar.maxTicks), .utc)
    }

    /// `ToLocalTime`: a value of unspecified kind counts as UTC.
    public var local: PSDateTime {
        if kind == .local { return self }
        let local = ticks + LocalTime.offset(utcTicks: ticks).ticks
        return PSDateTime(unchecked: min(max(local, 0), Calendar.maxTicks), .local,
                          isAmbiguousDaylight: LocalTime.isAmbiguousDaylight(utcTicks: ticks))
    }
}
