/// Text to dates by .NET's `ParseExact`: the text must be what one of the formats would write.
extension DateParse {
    public static func dateTime(_ text: String, formats: [String], symbols: DateSymbols = .enUS, styles: DateStyles = []) throws(TextError) -> PSDateTime {
        try styles.check()
        let resolver = DateResolver(text: text, styles: styles)
        let (value, parsed, isUniversal) = try exact(text, formats, symbols, resolver)
        let result = try resolver.dateTime(value, parsed)
        // Formats `r` and `u` say UTC in their text without giving an offset.
        return isUniversal && result.kind == .unspecified && styles.contains(.roundtripKind) ? result.specifyingKind(.utc) : result
    }

    public static func dateTimeOffset(_ text: String, formats: [String], symbols: DateSymbols = .enUS, styles: DateStyles = []) throws(TextError) -> PSDateTimeOffset {
        try styles.check()
        let resolver = DateResolver(text: text, styles: styles)
        var (value, parsed, isUniversal) = try exact(text, formats, symbols, resolver)
        if isUniversal && parsed.zone == nil { parsed.zone = 0 }
        return try resolver.dateTimeOffset(value, parsed)
    }

    public static func dateOnly(_ text: String, formats: [String], symbols: DateSymbols = .enUS, styles: DateStyles = []) throws(TextError) -> PSDateOnly {
        let resolver = DateResolver(text: text, styles: styles)
        guard let (value, parsed, _) = try? exact(text, formats, symbols, resolver), !parsed.hasTime, parsed.zone == nil else {
            throw TextError(.format, "String '\(text)' was not recognized as a valid DateOnly.")
        }
        return PSDateOnly(value)
    }

    public static func timeOnly(_ text: String, formats: [String], symbols: DateSymbols = .enUS, styles: DateStyles = []) throws(TextError) -> PSTimeOnly {
        let resolver = DateResolver(text: text, styles: styles.union(.noCurrentDateDefault))
        guard let (value, parsed, _) = try? exact(text, formats, symbols, resolver), !parsed.hasDate, parsed.zone == nil else {
            throw TextError(.format, "String '\(text)' was not recognized as a valid TimeOnly.")
        }
        return PSTimeOnly(value)
    }

    private static func exact(_ text: String, _ formats: [String], _ symbols: DateSymbols,
                              _ resolver: DateResolver) throws(TextError) -> (PSDateTime, ParsedDate, Bool) {
        var failure = resolver.malformed
        for format in formats {
            var reader = ExactDate(text, symbols, resolver)
            do {
                let parsed = try reader.read(format)
                return (try resolver.clock(parsed), parsed, reader.isUniversal)
            } catch {
                failure = error
            }
        }
        throw formats.count == 1 ? failure : resolver.malformed
    }
}

/// Reads one text by one format.
private struct ExactDate {
    private var symbols: DateSymbols
    private let resolver: DateResolver
    private var scanner: DateScanner
    private var parsed = ParsedDate()
    private(set) var isUniversal = false
    private var twelveHours = false

    init(_ text: String, _ symbols: DateSymbols, _ resolver: DateResolver) {
        self.symbols = symbols
        self.resolver = resolver
        scanner = DateScanner(text)
    }

    private var malformed: TextError { resolver.malformed }
    private var badFormat: TextError { .badFormat }

    mutating func read(_ format: String) throws(TextError) -> ParsedDate {
        if format.isEmpty { throw badFormat }
        let pattern = try expanded(format)
        if resolver.styles.contains(.leadingWhite) { scanner.skipSpaces() }
        try read(Array(pattern.utf16))
        if resolver.styles.contains(.trailingWhite) { scanner.skipSpaces() }
        guard scanner.isAtEnd else { throw malformed }
        if twelveHours && parsed.half == -1 && parsed.hour == 12 { parsed.hour = 0 }
        guard parsed.adjustHour() else { throw malformed }
        if parsed.year != -1 && parsed.month != -1 && parsed.day != -1,
           !Calendar.isValid(parsed.year, parsed.month, parsed.day) { throw malformed }
        return parsed
    }

    /// A standard format as the custom one it stands for.
    private mutating func expanded(_ format: String) throws(TextError) -> String {
        guard format.utf8.count == 1, let letter = format.utf8.first else { return format }
        switch letter {
        case 100: return symbols.shortDate
        case 68: return symbols.longDate
        case 102: return symbols.longDate + " " + symbols.shortTime
        case 70: return symbols.fullDateTime
        case 103: return symbols.shortDate + " " + symbols.shortTime
        case 71: return symbols.shortDate + " " + symbols.longTime
        case 109, 77: return symbols.monthDay
        case 116: return symbols.shortTime
        case 84: return symbols.longTime
        case 121, 89: return symbols.yearMonth
        case 111, 79:
            symbols = .invariant
            return "yyyy-MM-ddTHH:mm:ss.fffffffK"
        case 114, 82:
            symbols = .invariant
            isUniversal = true
            return "ddd, dd MMM yyyy HH:mm:ss 'GMT'"
        case 115:
            symbols = .invariant
            return "yyyy-MM-ddTHH:mm:ss"
        case 117:
            symbols = .invariant
            isUniversal = true
            return "yyyy-MM-dd HH:mm:ss'Z'"
        case 85:
            parsed.zone = 0
            parsed.isUTC = true
            return symbols.fullDateTime
        default: throw badFormat
        }
    }

    private mutating func set(_ part: WritableKeyPath<ParsedDate, Int>, _ value: Int?) throws(TextError) {
        guard let value, parsed[keyPath: part] == -1 || parsed[keyPath: part] == value else { throw malformed }
        parsed[keyPath: part] = value
    }

    private mutating func read(_ format: [UInt16]) throws(TextError) {
        var at = 0
        while at < format.count {
            let letter = format[at]
            var length = 1
            while DateScanner.isLetter(letter), at + length < format.count, format[at + length] == letter { length += 1 }
            if resolver.styles.contains(.innerWhite), at > 0, !DateScanner.isSpace(letter) { scanner.skipSpaces() }
            switch letter {
            case 121: // y
                let digits = length <= 2 ? scanner.digits(length == 1 ? 1 : 2, 2).map { symbols.fullYear($0) } : scanner.digits(length, max(length, length == 3 ? 5 : length))
                try set(\.year, digits)
            case 77: // M
                switch length {
                case 1, 2: try set(\.month, scanner.digits(length, 2))
                case 3: try set(\.month, scanner.take(oneOf: symbols.shortMonthNames, isWhole: false).map { $0 + 1 })
                default:
                    let index = scanner.take(oneOf: symbols.monthNames, isWhole: false) ?? scanner.take(oneOf: symbols.genitiveMonthNames, isWhole: false)
                    try set(\.month, index.map { $0 + 1 })
                }
            case 100: // d
                if length <= 2 { try set(\.day, scanner.digits(length, 2)) } else {
                    try set(\.dayOfWeek, scanner.take(oneOf: length == 3 ? symbols.shortDayNames : symbols.dayNames, isWhole: false))
                }
            case 103: // g
                guard scanner.take(oneOf: [symbols.eraName, "AD", "A.D."], isWhole: false) != nil else { throw malformed }
            case 104: // h
                guard let hour = scanner.digits(min(length, 2), 2), 1...12 ~= hour else { throw malformed }
                twelveHours = true
                try set(\.hour, hour)
            case 72: // H
                guard let hour = scanner.digits(min(length, 2), 2), hour < 24 else { throw malformed }
                try set(\.hour, hour)
            case 109: // m
                guard let minute = scanner.digits(min(length, 2), 2), minute < 60 else { throw malformed }
                try set(\.minute, minute)
            case 115: // s
                guard let second = scanner.digits(min(length, 2), 2), second < 60 else { throw malformed }
                try set(\.second, second)
            case 102, 70: try fraction(length, isOptional: letter == 70)
            case 116: // t
                if length == 1 {
                    try set(\.half, scanner.take(oneOf: [String(symbols.am.prefix(1)), String(symbols.pm.prefix(1))], isWhole: false))
                } else {
                    try set(\.half, scanner.take(oneOf: [symbols.am, symbols.pm], isWhole: false))
                }
            case 122: try zone(length)
            case 75: // K
                if scanner.take(90) || scanner.take(122) {
                    parsed.zone = 0
                    parsed.isUTC = true
                } else if scanner.here == 43 || scanner.here == 45 {
                    try zone(3)
                }
            case 58: try literal(symbols.timeSeparator)
            case 47: try literal(symbols.dateSeparator)
            case 39, 34: length = try quoted(format, at)
            case 37:
                guard at + 1 < format.count, format[at + 1] != 37 else { throw badFormat }
                try read([format[at + 1]])
                length = 2
            case 92:
                guard at + 1 < format.count else { throw badFormat }
                guard scanner.here == format[at + 1] else { throw malformed }
                scanner.at += 1
                length = 2
            default:
                length = 1
                if DateScanner.isSpace(letter) && resolver.styles.contains(.innerWhite) { scanner.skipSpaces(); break }
                // A decimal point before optional digits that are not there may be missing too.
                if letter == 46, at + 1 < format.count, format[at + 1] == 70, scanner.here != 46 {
                    while at + length < format.count, format[at + length] == 70 { length += 1 }
                    break
                }
                // ICU's patterns have narrow and no-break spaces where people type a plain one.
                let isSpace = DateScanner.isSpace(letter) && DateScanner.isSpace(scanner.here)
                guard scanner.here == letter || isSpace, !scanner.isAtEnd else { throw malformed }
                scanner.at += 1
            }
            at += length
        }
    }

    private mutating func literal(_ text: String) throws(TextError) {
        guard scanner.take(word: text, isWhole: false) else { throw malformed }
    }

    private mutating func quoted(_ format: [UInt16], _ start: Int) throws(TextError) -> Int {
        var at = start + 1
        while at < format.count, format[at] != format[start] {
            if format[at] == 92 { at += 1 }
            guard at < format.count else { throw badFormat }
            if DateScanner.isSpace(format[at]) && resolver.styles.contains(.innerWhite) {
                scanner.skipSpaces()
            } else {
                guard scanner.here == format[at], !scanner.isAtEnd else { throw malformed }
                scanner.at += 1
            }
            at += 1
        }
        guard at < format.count else { throw badFormat }
        return at + 1 - start
    }

    private mutating func fraction(_ length: Int, isOptional: Bool) throws(TextError) {
        guard length <= 7 else { throw badFormat }
        let start = scanner.at
        guard let value = scanner.digits(isOptional ? 0 : length, length) else { throw malformed }
        let ticks = Int64(value) * Int64(IntegerText.powerOfTen(7 - (scanner.at - start)))
        guard parsed.fraction == 0 || parsed.fraction == ticks else { throw malformed }
        parsed.fraction = ticks
    }

    /// `z` and `zz` are hours, `zzz` hours and minutes with an optional colon.
    private mutating func zone(_ length: Int) throws(TextError) {
        let isNegative = scanner.here == 45
        guard scanner.take(43) || scanner.take(45), let hours = scanner.digits(length == 1 ? 1 : 2, 2) else { throw malformed }
        var minutes = 0
        if length >= 3 {
            _ = scanner.take(58)
            guard let given = scanner.digits(2, 2), given < 60 else { throw malformed }
            minutes = given
        }
        let ticks = Int64(hours * 60 + minutes) * Calendar.ticksPerMinute
        guard parsed.zone == nil || parsed.zone == (isNegative ? -ticks : ticks) else { throw malformed }
        parsed.zone = isNegative ? -ticks : ticks
    }
}
