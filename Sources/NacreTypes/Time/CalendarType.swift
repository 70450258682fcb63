import NacreRuntime

/// A `System.Globalization.GregorianCalendar`.
final class CalendarValue: Native {
    init() { super.init(CalendarType.type) }
    /// - Parameters:
    ///   - rule: 0 the week of the first of January is the first, 1 the first full one, 2 the first with four days.
    ///   - first: the weekday that weeks begin with, 0 for Sunday.
    static func week(of d: PSDateTime, rule: Int, first: Int) -> Int {
        let day = d.dayOfYear - 1, january = d.dayOfWeek - day % 7
        guard rule != 0 else { return (day + (january - first + 14) % 7) / 7 + 1 }
        var start = (first - january + 14) % 7
        if start != 0, start >= (rule == 1 ? 7 : 4) { start -= 7 }
        if day >= start { return (day - start) / 7 + 1 }
        // Days before the first week belong to the last one of the year before.
        guard let last = try? PSDateTime(year: d.year - 1, month: 12, day: 31) else { return 1 }
        return week(of: last, rule: rule, first: first)
    }
}

enum CalendarType {
    static let base = TypeRef("Calendar", namespace: "System.Globalization", base: .object)
    static let type = TypeRef("GregorianCalendar", namespace: "System.Globalization", base: base)

    static func declare(_ t: TypeBuilder) {
        t.method("int GetWeekOfYear(datetime time, System.Globalization.CalendarWeekRule rule, System.DayOfWeek firstDayOfWeek)") { _, _, a in
            Value(CalendarValue.week(of: a.date(0), rule: Int(a.option(1)), first: Int(a.option(2))))
        }
        t.method("int GetDayOfMonth(datetime time)") { _, _, a in Value(a.date(0).day) }
        t.method("System.DayOfWeek GetDayOfWeek(datetime time)") { m, _, a in m.enumValue("System.DayOfWeek", Int64(a.date(0).dayOfWeek)) }
        t.method("int GetDayOfYear(datetime time)") { _, _, a in Value(a.date(0).dayOfYear) }
        t.method("int GetMonth(datetime time)") { _, _, a in Value(a.date(0).month) }
        t.method("int GetYear(datetime time)") { _, _, a in Value(a.date(0).year) }
        t.method("int GetDaysInMonth(int year, int month)") { _, _, a in Value(try Calendar.daysInMonth(a.int(0), a.int(1))) }
        t.method("int GetDaysInYear(int year)") { _, _, a in .int(try Calendar.isLeapYear(a.int(0)) ? 366 : 365) }
        t.method("bool IsLeapYear(int year)") { _, _, a in .bool(try Calendar.isLeapYear(a.int(0))) }
        t.method("int GetMonthsInYear(int year)") { _, _, _ in .int(12) }
        t.method("datetime AddDays(datetime time, int days)") { _, _, a in Value(try a.date(0).addingDays(Double(a.int(1)))) }
        t.method("datetime AddWeeks(datetime time, int weeks)") { _, _, a in Value(try a.date(0).addingDays(Double(a.int(1)) * 7)) }
        t.method("datetime AddMonths(datetime time, int months)") { _, _, a in Value(try a.date(0).addingMonths(a.int(1))) }
        t.method("datetime AddYears(datetime time, int years)") { _, _, a in Value(try a.date(0).addingYears(a.int(1))) }
        t.property("int TwoDigitYearMax") { _, _ in .int(2049) }
    }
    static func declareGregorian(_ t: TypeBuilder) {
        t.constructor("System.Globalization.GregorianCalendar()") { _, _, _ in .object(CalendarValue()) }
    }
}
