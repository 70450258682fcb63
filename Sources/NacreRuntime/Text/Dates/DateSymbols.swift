/// The names, signs and patterns dates are written with: .NET's `DateTimeFormatInfo`.
public struct DateSymbols: Sendable {
    public var dayNames: [String]
    public var shortDayNames: [String]
    public var monthNames: [String]
    public var shortMonthNames: [String]
    /// Month names beside a day number.
    public var genitiveMonthNames: [String]
    public var am = "AM"
    public var pm = "PM"
    public var eraName: String
    public var dateSeparator = "/"
    public var timeSeparator = ":"
    public var shortDate: String
    public var longDate: String
    public var shortTime: String
    public var longTime: String
    public var monthDay: String
    public var yearMonth: String
    /// 0 for Sunday.
    public var firstDayOfWeek = 0
    /// The last year of the century in which a two-digit year is meant.
    public var twoDigitYearMax = 2049
    /// The decimal point of time spans in formats `g` and `G`.
    public var decimalSeparator = "."

    public init(shortDate: String, longDate: String, shortTime: String, longTime: String, monthDay: String, yearMonth: String, eraName: String) {
        dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
        shortDayNames = dayNames.map { String($0.prefix(3)) }
        monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
        shortMonthNames = monthNames.map { String($0.prefix(3)) }
        genitiveMonthNames = monthNames
        self.shortDate = shortDate
        self.longDate = longDate
        self.shortTime = shortTime
        self.longTime = longTime
        self.monthDay = monthDay
        self.yearMonth = yearMonth
        self.eraName = eraName
    }

    public var fullDateTime: String { longDate + " " + longTime }

    /// Culture en-US with ICU's data, as PowerShell on Linux has it.
    /// A narrow no-break space stands before AM and PM.
    public static let enUS = DateSymbols(shortDate: "M/d/yyyy", longDate: "dddd, MMMM d, yyyy", shortTime: "h:mm\u{202F}tt", longTime: "h:mm:ss\u{202F}tt",
                                         monthDay: "MMMM d", yearMonth: "MMMM yyyy", eraName: "AD")
    /// The invariant culture.
    public static let invariant = DateSymbols(shortDate: "MM/dd/yyyy", longDate: "dddd, dd MMMM yyyy", shortTime: "HH:mm", longTime: "HH:mm:ss",
                                              monthDay: "MMMM dd", yearMonth: "yyyy MMMM", eraName: "A.D.")
}
