import Glibc
import Testing
@testable import NacreRuntime

private func date(_ text: String, _ symbols: DateSymbols = .enUS, _ styles: DateStyles = []) throws -> PSDateTime {
    try DateParse.dateTime(text, symbols: symbols, styles: styles)
}
private func sortable(_ value: PSDateTime) throws -> String { try text { try DateFormat.append(value, format: "s", to: &$0) } }
private func parsed(_ text: String, _ symbols: DateSymbols = .enUS) throws -> String { try sortable(date(text, symbols)) }
private func exact(_ text: String, _ format: String, _ styles: DateStyles = []) throws -> String {
    try sortable(DateParse.dateTime(text, formats: [format], styles: styles))
}
private func span(_ text: String) throws -> String { try PSTimeSpan.parse(text).description }

@Suite struct DateTests {
    @Test func calendar() throws {
        for (year, month, day) in [(1, 1, 1), (1600, 2, 29), (1900, 2, 28), (1900, 3, 1), (2000, 12, 31), (2024, 2, 29), (9999, 12, 31)] {
            let date = Calendar.date(Calendar.days(year, month, day))
            #expect(date == (year, month, day))
        }
        for number in stride(from: 0, to: 3_652_059, by: 97) {
            let date = Calendar.date(number)
            #expect(Calendar.days(date.year, date.month, date.day) == number)
        }
        #expect(try Calendar.daysInMonth(2023, 2) == 28)
        #expect(throws: TextError.self) { try Calendar.daysInMonth(2023, 13) }
        let first = try date("2024-01-08")
        #expect(Calendar.weekOfYear(first, .firstFourDayWeek, firstDay: 1) == 2)
        #expect(Calendar.isoWeek(try date("2024-12-30")).week == 1)
        #expect(Calendar.isoWeek(try date("2024-12-30")).year == 2025)
        #expect(Calendar.isoWeek(try date("2021-01-03")).week == 53)
    }

    @Test func arithmetic() throws {
        #expect(try sortable(date("2024-01-31").addingMonths(1)) == "2024-02-29T00:00:00")
        #expect(try sortable(date("2024-01-31").addingMonths(-11)) == "2023-02-28T00:00:00")
        #expect(try sortable(date("2024-02-29").addingYears(-1)) == "2023-02-28T00:00:00")
        #expect(try sortable(date("2024-01-31").addingDays(1.5)) == "2024-02-01T12:00:00")
        #expect(throws: PSDateTime.outOfRange) { try PSDateTime.maxValue.adding(ticks: 1) }
        #expect(try PSTimeSpan(0.1 + 0.2, ticksPerUnit: Calendar.ticksPerSecond).ticks == 3_000_000)
        #expect(throws: PSTimeSpan.overflow) { try PSTimeSpan(1e9, ticksPerUnit: Calendar.ticksPerDay) }
        #expect(try date("2024-03-05").dayOfWeek == 2)
    }

    @Test func lenientParsing() throws {
        #expect(try parsed("3/15/2024 1:02 PM") == "2024-03-15T13:02:00")
        #expect(try parsed("15 March 2024") == "2024-03-15T00:00:00")
        #expect(try parsed("March 15, 2024 10pm") == "2024-03-15T22:00:00")
        #expect(try parsed("1 Jan 1970") == "1970-01-01T00:00:00")
        #expect(try parsed("2/20/88") == "1988-02-20T00:00:00")
        #expect(try parsed("Thursday, January 2, 2020") == "2020-01-02T00:00:00")
        #expect(try date("Fri, 31 Dec 1999 23:59:59 GMT", .enUS, .adjustToUniversal).hour == 23)
        #expect(try parsed("1,234.5") == "0234-01-05T00:00:00")
        #expect(try parsed("2024-03-15 10:11:12.5") == "2024-03-15T10:11:12")
        #expect(try date("2024-03-15 10:11:12.5").millisecond == 500)
        #expect(try parsed("20/02/2024", british) == "2024-02-20T00:00:00")
        #expect(try date("10:30").timeOfDay.description == "10:30:00")
        #expect(try parsed("May 2020") == "2020-05-01T00:00:00")
        #expect(try date("1/10 5:30").hour == 5)
        #expect(try date("1/10 5 PM").hour == 17)
        #expect(throws: TextError(.format, "String '2024-02-30' was not recognized as a valid DateTime.")) { try date("2024-02-30") }
        #expect(throws: TextError(.format, "The string 'not a date' was not recognized as a valid DateTime. There is an unknown word starting at index '0'.")) { try date("not a date") }
        #expect(throws: TextError(.format, "String 'Monday 2024-03-05' was not recognized as a valid DateTime because the day of week was incorrect.")) { try date("Monday 2024-03-05") }
        for bad in ["", "13/45/2024", "20200506", "1.2.3.4", "-", "12:00 12:00"] { #expect(throws: TextError.self, "\(bad)") { try date(bad) } }
    }

    private var british: DateSymbols {
        var symbols = DateSymbols.enUS
        symbols.shortDate = "dd/MM/yyyy"
        symbols.monthDay = "d MMMM"
        return symbols
    }

    @Test func kindsAndOffsets() throws {
        #expect(try date("2024-03-15T10:00:00Z").kind == .local)
        #expect(try date("2024-03-15T10:00:00Z", .enUS, .roundtripKind).kind == .utc)
        #expect(try sortable(date("2024-03-15T10:00:00+02:00", .enUS, .adjustToUniversal)) == "2024-03-15T08:00:00")
        let offset = try DateParse.dateTimeOffset("2020-05-06T07:08:09+02:00")
        #expect(offset.offset.totalHours == 2)
        #expect(try DateParse.dateTimeOffset("2020-05-06 07:08 -3").offset.totalHours == -3)
        #expect(offset.unixSeconds == 1588741689)
        #expect(try PSDateTimeOffset.fromUnix(seconds: 1588741689) == offset)
    }

    @Test func localTimeOfAZone() throws {
        let saved = getenv("TZ").map { String(cString: $0) }
        setenv("TZ", "America/New_York", 1)
        LocalTime.reload()
        defer {
            if let saved { setenv("TZ", saved, 1) } else { unsetenv("TZ") }
            LocalTime.reload()
        }
        guard try PSDateTime(year: 2024, month: 7, day: 1).utcOffset.totalHours == -4 else { return } // no zone data here
        func local(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) throws -> PSDateTime {
            try PSDateTime(year: year, month: month, day: day, hour: hour, minute: minute, kind: .local)
        }
        #expect(try local(2024, 1, 1, 12).utcOffset.totalHours == -5)
        #expect(try local(2024, 11, 3, 1, 30).utcOffset.totalHours == -5) // occurs twice: standard time
        #expect(try local(2024, 3, 10, 2, 30).utcOffset.totalHours == -5) // skipped
        let summer = try PSDateTime(year: 2024, month: 11, day: 3, hour: 5, minute: 30, kind: .utc)
        #expect(try sortable(summer.local) == "2024-11-03T01:30:00")
        #expect(summer.local.universal == summer)
        #expect(try text { try DateFormat.append(local(2024, 7, 1, 0), format: "o", to: &$0) } == "2024-07-01T00:00:00.0000000-04:00")
    }

    @Test func exactParsing() throws {
        #expect(try exact("05-03-2024", "dd-MM-yyyy") == "2024-03-05T00:00:00")
        #expect(try exact("06052024", "ddMMyyyy") == "2024-05-06T00:00:00")
        #expect(try exact("Tue, 05 Mar 2024 14:07:09 GMT", "r") == "2024-03-05T14:07:09")
        #expect(try exact("2024-03-05T14:07:09.1234567", "o") == "2024-03-05T14:07:09")
        #expect(try exact("3/5/2024 2:07 PM", "g") == "2024-03-05T14:07:00")
        #expect(try exact("5 March 24", "d MMMM yy") == "2024-03-05T00:00:00")
        #expect(try exact("2024-03-05 14h07", "yyyy-MM-dd HH'h'mm") == "2024-03-05T14:07:00")
        #expect(try exact(" 2024-03-05 ", "yyyy-MM-dd", .whiteSpaces) == "2024-03-05T00:00:00")
        for (text, format) in [("2024", "dd-MM"), ("x", "dd"), ("30-02-2024", "dd-MM-yyyy"), ("2024-03-05x", "yyyy-MM-dd")] {
            #expect(throws: TextError(.format, "String '\(text)' was not recognized as a valid DateTime.")) { try exact(text, format) }
        }
        #expect(throws: TextError.badFormat) { try exact("1", "q") }
    }

    @Test func dateOnlyAndTimeOnly() throws {
        let day = try DateParse.dateOnly("2024-03-05")
        #expect(day.dayNumber == 738949)
        #expect(try text { try DateFormat.append(day.addingDays(30), format: "yyyy-MM-dd", to: &$0) } == "2024-04-04")
        #expect(try text { try DateFormat.append(day, to: &$0) } == "3/5/2024")
        #expect(throws: TextError.badFormat) { try text { try DateFormat.append(day, format: "HH:mm", to: &$0) } }
        let time = try DateParse.timeOnly("23:30").adding(PSTimeSpan(ticks: Calendar.ticksPerHour))
        #expect(try text { try DateFormat.append(time.time, format: "HH:mm", to: &$0) } == "00:30")
        #expect(time.wrappedDays == 1)
        #expect(try text { try DateFormat.append(time.time, to: &$0) } == "12:30\u{202F}AM")
        #expect(throws: TextError(.format, "String '2024-03-05 10:00' was not recognized as a valid DateOnly.")) { try DateParse.dateOnly("2024-03-05 10:00") }
    }

    @Test func timeSpans() throws {
        for (text, value) in [("1", "1.00:00:00"), ("12:00", "12:00:00"), ("1.12:00", "1.12:00:00"), ("-1:02:03.5", "-01:02:03.5000000"),
                              ("1:2:3:4", "1.02:03:04"), ("0.05:06:07.089", "05:06:07.0890000"), (" 00:00:01 ", "00:00:01")] {
            #expect(try span(text) == value)
        }
        for bad in ["", "-", "+3", "1.5", "1,234.5", "0x10", "1:2:3:4:5:6"] {
            #expect(throws: TextError(.format, "String '\(bad)' was not recognized as a valid TimeSpan.")) { try span(bad) }
        }
        #expect(throws: TextError.self) { try span("00:60:00") }
        #expect(try PSTimeSpan.parse("05h06", formats: ["hh'h'mm"]).description == "05:06:00")
        #expect(try PSTimeSpan.parse("1:02:03:04.0000000", formats: ["G"]).description == "1.02:03:04")
    }
}
