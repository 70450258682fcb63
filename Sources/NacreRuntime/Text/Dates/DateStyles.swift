/// How a date's text is read: .NET's `DateTimeStyles`, with its raw values.
public struct DateStyles: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let leadingWhite = DateStyles(rawValue: 1)
    public static let trailingWhite = DateStyles(rawValue: 2)
    public static let innerWhite = DateStyles(rawValue: 4)
    public static let whiteSpaces = DateStyles(rawValue: 7)
    public static let noCurrentDateDefault = DateStyles(rawValue: 8)
    public static let adjustToUniversal = DateStyles(rawValue: 0x10)
    public static let assumeLocal = DateStyles(rawValue: 0x20)
    public static let assumeUniversal = DateStyles(rawValue: 0x40)
    public static let roundtripKind = DateStyles(rawValue: 0x80)

    /// Throws kind `.argument` for combinations that contradict themselves.
    func check() throws(TextError) {
        if rawValue & ~0xFF != 0 { throw TextError(.argument, "An undefined DateTimeStyles value is being used. (Parameter 'styles')") }
        if contains([.assumeLocal, .assumeUniversal]) {
            throw TextError(.argument, "The DateTimeStyles values AssumeLocal and AssumeUniversal cannot be used together. (Parameter 'styles')")
        }
        if contains(.roundtripKind) && !isDisjoint(with: [.assumeLocal, .assumeUniversal, .adjustToUniversal]) {
            throw TextError(.argument, "The DateTimeStyles value RoundtripKind cannot be used with the values AssumeLocal, AssumeUniversal or AdjustToUniversal. (Parameter 'styles')")
        }
    }
}

/// What a text says of a date and time, before what is missing is filled in.
struct ParsedDate {
    var year = -1, month = -1, day = -1
    var hour = -1, minute = -1, second = -1
    /// Parts of a second, in ticks.
    var fraction: Int64 = 0
    /// Offset from UTC in ticks, if the text gives one.
    var zone: Int64?
    var isUTC = false
    /// 0 for Sunday.
    var dayOfWeek = -1
    /// 0 for AM, 1 for PM.
    var half = -1

    var hasDate: Bool { year != -1 || month != -1 || day != -1 }
    var hasTime: Bool { hour != -1 }

    /// Takes a date that exists.
    mutating func set(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        guard Calendar.isValid(year, month, day) else { return false }
        (self.year, self.month, self.day) = (year, month, day)
        return true
    }

    /// Puts AM or PM into the hour.
    mutating func adjustHour() -> Bool {
        switch half {
        case 0:
            guard hour <= 12 else { return false }
            if hour == 12 { hour = 0 }
        case 1:
            guard hour <= 23 else { return false }
            if hour < 12 { hour = max(hour, 0) + 12 }
        default: break
        }
        return true
    }
}

/// From a text's parts to a date, and the messages when there is none.
struct DateResolver {
    let text: String
    let styles: DateStyles

    var malformed: TextError { TextError(.format, "String '\(text)' was not recognized as a valid DateTime.") }
    var unsupported: TextError {
        TextError(.format, "The DateTime represented by the string '\(text)' is not supported in calendar 'System.Globalization.GregorianCalendar'.")
    }
    func unknownWord(_ index: Int) -> TextError {
        TextError(.format, "The string '\(text)' was not recognized as a valid DateTime. There is an unknown word starting at index '\(index)'.")
    }

    /// The clock value: today's date for a bare time, this year for a missing year, else the first month and day.
    func clock(_ parsed: ParsedDate) throws(TextError) -> PSDateTime {
        var (year, month, day) = (parsed.year, parsed.month, parsed.day)
        if year == -1 || month == -1 || day == -1 {
            if !parsed.hasDate {
                if styles.contains(.noCurrentDateDefault) {
                    (year, month, day) = (1, 1, 1)
                } else {
                    (year, month, day) = Calendar.date(PSDateTime.now.dayNumber)
                }
            } else {
                if year == -1 { year = PSDateTime.now.year }
                if month == -1 { month = 1 }
                if day == -1 { day = 1 }
            }
        }
        guard let time = try? PSDateTime(year: year, month: month, day: day, hour: max(parsed.hour, 0),
                                         minute: max(parsed.minute, 0), second: max(parsed.second, 0)),
              let value = try? time.adding(ticks: parsed.fraction) else { throw unsupported }
        if parsed.dayOfWeek != -1 && parsed.dayOfWeek != value.dayOfWeek {
            throw TextError(.format, "String '\(text)' was not recognized as a valid DateTime because the day of week was incorrect.")
        }
        return value
    }

    /// A DateTime with the kind the text and the styles ask for.
    func dateTime(_ value: PSDateTime, _ parsed: ParsedDate) throws(TextError) -> PSDateTime {
        var zone = parsed.zone
        if let zone, abs(zone) > 14 * Calendar.ticksPerHour { throw offsetTooLarge }
        if zone == nil {
            if styles.contains(.assumeLocal) {
                guard styles.contains(.adjustToUniversal) else { return value.specifyingKind(.local) }
                zone = value.utcOffset.ticks
            } else if styles.contains(.assumeUniversal) {
                if styles.contains(.adjustToUniversal) { return value.specifyingKind(.utc) }
                zone = 0
            } else {
                return value
            }
        }
        if styles.contains(.roundtripKind) && parsed.isUTC { return value.specifyingKind(.utc) }
        var ticks = value.ticks - (zone ?? 0)
        if !parsed.hasDate && ticks < 0 { ticks += Calendar.ticksPerDay }
        guard let universal = try? PSDateTime(ticks: ticks, kind: .utc) else {
            throw TextError(.format, "The DateTime represented by the string '\(text)' is out of range.")
        }
        return styles.contains(.adjustToUniversal) ? universal : universal.local
    }

    /// A DateTimeOffset; without an offset in the text, the local one, or UTC when the styles say so.
    func dateTimeOffset(_ value: PSDateTime, _ parsed: ParsedDate) throws(TextError) -> PSDateTimeOffset {
        let zone = parsed.zone ?? (styles.contains(.assumeUniversal) ? 0 : value.utcOffset.ticks)
        if abs(zone) > 14 * Calendar.ticksPerHour { throw offsetTooLarge }
        guard let result = try? PSDateTimeOffset(value.specifyingKind(.unspecified), offset: PSTimeSpan(ticks: zone)) else {
            throw TextError(.format, "The UTC representation of the date '\(text)' falls outside the year range 1-9999.")
        }
        return styles.contains(.adjustToUniversal) ? result.universal : result
    }

    private var offsetTooLarge: TextError {
        TextError(.format, "The time zone offset of string '\(text)' must be within plus or minus 14 hours.")
    }
}
