/// The proleptic Gregorian calendar of years 1 to 9999, in days since 0001-01-01.
public enum Calendar {
    public static let ticksPerMicrosecond: Int64 = 10
    public static let ticksPerMillisecond: Int64 = 10_000
    public static let ticksPerSecond: Int64 = 10_000_000
    public static let ticksPerMinute: Int64 = 600_000_000
    public static let ticksPerHour: Int64 = 36_000_000_000
    public static let ticksPerDay: Int64 = 864_000_000_000
    /// The last tick of the year 9999.
    public static let maxTicks: Int64 = 3_155_378_975_999_999_999
    /// Ticks of 1970-01-01.
    public static let unixEpochTicks: Int64 = 621_355_968_000_000_000

    @inline(__always) static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// `[datetime]::IsLeapYear`; throws kind `.argumentOutOfRange` for a year outside 1 to 9999.
    public static func isLeapYear(_ year: Int) throws(TextError) -> Bool {
        guard 1...9999 ~= year else { throw TextError(.argumentOutOfRange, "Year must be between 1 and 9999. (Parameter 'year')") }
        return isLeap(year)
    }

    static func monthLength(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `[datetime]::DaysInMonth`; throws kind `.argumentOutOfRange`.
    public static func daysInMonth(_ year: Int, _ month: Int) throws(TextError) -> Int {
        guard 1...12 ~= month else { throw TextError(.argumentOutOfRange, "Month must be between one and twelve. (Parameter 'month')") }
        guard try isLeapYear(year) || true else { return 0 }
        return monthLength(year, month)
    }

    static func isValid(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        1...9999 ~= year && 1...12 ~= month && day >= 1 && day <= monthLength(year, month)
    }

    /// Days from 0001-01-01 to a valid date.
    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let before = year - 1
        return before * 365 + before / 4 - before / 100 + before / 400 + daysBefore(month, isLeap(year)) + day - 1
    }

    private static func daysBefore(_ month: Int, _ isLeap: Bool) -> Int {
        // (367m - 362) / 12 counts months of 30 and 31 days as if February had 30.
        (367 * month - 362) / 12 - (month > 2 ? (isLeap ? 1 : 2) : 0)
    }

    /// Year, month and day of a day number.
    static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
        var rest = days
        var year = 400 * (rest / 146_097) + 1
        rest %= 146_097
        let centuries = min(rest / 36_524, 3)
        year += 100 * centuries
        rest -= 36_524 * centuries
        year += 4 * (rest / 1461)
        rest %= 1461
        let years = min(rest / 365, 3)
        year += years
        rest -= 365 * years
        let leap = isLeap(year)
        var month = rest / 29 + 1
        if month > 12 { month = 12 }
        while daysBefore(month, leap) > rest { month -= 1 }
        return (year, month, rest - daysBefore(month, leap) + 1)
    }

    /// ISO 8601 week number and the year it belongs to.
    public static func isoWeek(_ date: PSDateTime) -> (year: Int, week: Int) {
        // The week belongs to the year its Thursday is in.
        let days = date.dayNumber
        let thursday = days - (days % 7) + 3 // day 0 was a Monday
        let year = self.date(max(thursday, 0)).year
        return (year, (thursday - self.days(year, 1, 1)) / 7 + 1)
    }

    /// How a year's first week is found: .NET's `CalendarWeekRule`, with its raw values.
    public enum WeekRule: Int, Sendable { case firstDay, firstFullWeek, firstFourDayWeek }

    /// `Calendar.GetWeekOfYear`. `firstDay` is 0 for Sunday.
    public static func weekOfYear(_ date: PSDateTime, _ rule: WeekRule, firstDay: Int) -> Int {
        func week(_ days: Int) -> Int {
            let year = self.date(days).year
            let first = self.days(year, 1, 1)
            let offset = ((first + 1) % 7 - firstDay + 7) % 7 // days of the first week that belong to last year
            let index = days - first
            switch rule {
            case .firstDay: return (index + offset) / 7 + 1
            case .firstFullWeek, .firstFourDayWeek:
                let isWhole = rule == .firstFullWeek ? offset == 0 : offset <= 3
                let start = isWhole ? -offset : 7 - offset
                if index >= start {
                    let number = (index - start) / 7 + 1
                    if rule == .firstFourDayWeek && year < 9999 {
                        let next = self.days(year + 1, 1, 1)
                        let nextOffset = ((next + 1) % 7 - firstDay + 7) % 7
                        if nextOffset <= 3 && days >= next - nextOffset { return 1 }
                    }
                    return number
                }
                return year == 1 ? 53 : week(first - 1)
            }
        }
        return week(date.dayNumber)
    }
}
