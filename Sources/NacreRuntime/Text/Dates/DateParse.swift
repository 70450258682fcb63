/// Text to dates by .NET's lenient `Parse`. Failures throw kind `.format` with .NET's message.
public enum DateParse {
    public static func dateTime(_ text: String, symbols: DateSymbols = .enUS, styles: DateStyles = []) throws(TextError) -> PSDateTime {
        try styles.check()
        let (value, parsed) = try LenientDate.parse(text, symbols, styles)
        return try DateResolver(text: text, styles: styles).dateTime(value, parsed)
    }

    public static func dateTimeOffset(_ text: String, symbols: DateSymbols = .enUS, styles: DateStyles = []) throws(TextError) -> PSDateTimeOffset {
        try styles.check()
        let (value, parsed) = try LenientDate.parse(text, symbols, styles)
        return try DateResolver(text: text, styles: styles).dateTimeOffset(value, parsed)
    }

    /// A date without a time or an offset.
    public static func dateOnly(_ text: String, symbols: DateSymbols = .enUS, styles: DateStyles = []) throws(TextError) -> PSDateOnly {
        guard let (value, parsed) = try? LenientDate.parse(text, symbols, styles), parsed.hasDate, !parsed.hasTime, parsed.zone == nil else {
            throw TextError(.format, "String '\(text)' was not recognized as a valid DateOnly.")
        }
        return PSDateOnly(value)
    }

    /// A time without a date or an offset.
    public static func timeOnly(_ text: String, symbols: DateSymbols = .enUS, styles: DateStyles = []) throws(TextError) -> PSTimeOnly {
        guard let (value, parsed) = try? LenientDate.parse(text, symbols, styles), parsed.hasTime, !parsed.hasDate, parsed.zone == nil else {
            throw TextError(.format, "String '\(text)' was not recognized as a valid TimeOnly.")
        }
        return PSTimeOnly(value)
    }
}

/// One lenient parse: tokens drive the grammar's states; complete states set the date or the time.
private struct LenientDate {
    private let symbols: DateSymbols
    private let resolver: DateResolver
    private var scanner: DateScanner
    private var state = DateGrammar.State.begin
    private var result = ParsedDate()
    // What has been read since the last complete date or time.
    private var numbers: [Int] = []
    private var month = -1
    private var year = -1
    private var isISO = false

    static func parse(_ text: String, _ symbols: DateSymbols, _ styles: DateStyles) throws(TextError) -> (PSDateTime, ParsedDate) {
        var parser = LenientDate(text, symbols, styles)
        try parser.run()
        return (try parser.resolver.clock(parser.result), parser.result)
    }

    private init(_ text: String, _ symbols: DateSymbols, _ styles: DateStyles) {
        self.symbols = symbols
        resolver = DateResolver(text: text, styles: styles)
        scanner = DateScanner(text)
    }

    private var malformed: TextError { resolver.malformed }

    private mutating func run() throws(TextError) {
        var isComplete = false
        while true {
            guard let token = try token() else { continue }
            if isISO { return try isoTime() }
            guard let next = DateGrammar.shared.state(after: state, token) else { throw malformed }
            if next.isComplete {
                try complete(next)
                isComplete = true
                state = .begin
            } else {
                if next == .Nt { try completeDateBeforeTime() }
                state = next
            }
            if token == .end || token == .numEnd || token == .mEnd || token == .yEnd { break }
        }
        guard isComplete || result.hasDate else { throw malformed }
        guard result.adjustHour(), result.hour <= 24 else { throw malformed }
    }

    /// A number that turns out to be an hour ends the date of two parts that came before it.
    private mutating func completeDateBeforeTime() throws(TextError) {
        guard state != .begin, let target = DateGrammar.shared.state(after: state, .end) else { return }
        let hour = numbers.removeLast()
        try complete(target)
        numbers = [hour]
    }

    // MARK: tokens

    private enum Separator { case end, space, date, dateOrOffset, time, am, pm, iso }

    private mutating func separator() -> Separator {
        let start = scanner.at
        scanner.skipSpaces()
        if scanner.isAtEnd { return .end }
        if DateScanner.isDigit(scanner.here) { return .space }
        if scanner.take(word: symbols.am, isWhole: true) || scanner.take(word: "AM", isWhole: true) { return .am }
        if scanner.take(word: symbols.pm, isWhole: true) || scanner.take(word: "PM", isWhole: true) { return .pm }
        if scanner.take(word: symbols.timeSeparator, isWhole: true) || scanner.take(58) { return .time }
        if scanner.take(word: symbols.dateSeparator, isWhole: true) || scanner.take(47) { return .date }
        if scanner.here == 45 {
            separatorStart = start
            scanner.at += 1
            return .dateOrOffset
        }
        if scanner.take(word: "T", isWhole: true) { return .iso }
        return .space
    }

    /// Where the text before the last `-` ended, to go back to when it begins an offset.
    private var separatorStart = 0

    /// Whether a `-` is a date separator here; otherwise goes back before it.
    private mutating func isDateSeparator(_ asDate: DateGrammar.Token, _ asSpace: DateGrammar.Token) -> Bool {
        if DateGrammar.shared.state(after: state, asDate) == nil, DateGrammar.shared.state(after: state, asSpace)?.isComplete == true {
            scanner.at = separatorStart
            return false
        }
        return true
    }

    /// The next token, or nil for something that is only skipped.
    private mutating func token() throws(TextError) -> DateGrammar.Token? {
        scanner.skipSpaces()
        if scanner.isAtEnd { return .end }
        let unit = scanner.here
        if DateScanner.isDigit(unit) { return try number() }
        if unit == 44 || unit == 46 { scanner.at += 1; return nil } // ignorable
        if DateScanner.isLetter(unit) { return try word() }
        if (unit == 45 || unit == 43) && result.zone == nil {
            let start = scanner.at
            if let offset = scanner.offset() { result.zone = offset; return nil }
            scanner.at = start
        }
        if unit == 0, scanner.text[scanner.at...].allSatisfy({ $0 == 0 }) { scanner.at = scanner.text.count; return .end }
        throw malformed
    }

    private mutating func number() throws(TextError) -> DateGrammar.Token {
        guard numbers.count < 3 else { throw malformed }
        let start = scanner.at
        guard let value = scanner.digits(1, 9), scanner.at - start <= 8 else { throw malformed }
        let isYear = scanner.at - start >= 3
        if state == .NNt, scanner.here == 46 {
            scanner.at += 1
            result.fraction = scanner.fraction() ?? 0
        }
        if state == .Nt || state == .NNt { try zoneAfterTime() }
        if isYear {
            guard year == -1 else { throw malformed }
            year = value
            switch separator() {
            case .end: return .yEnd
            case .space: return .ySpace
            case .am: try set(half: 0); return .ySpace
            case .pm: try set(half: 1); return .ySpace
            case .date: return .yDate
            case .dateOrOffset: return isDateSeparator(.yDate, .ySpace) ? .yDate : .ySpace
            case .time, .iso: throw malformed
            }
        }
        numbers.append(value)
        switch separator() {
        case .end: return .numEnd
        case .space: return .space
        case .am: return try marked(0)
        case .pm: return try marked(1)
        case .date: return .date
        case .dateOrOffset: return isDateSeparator(.date, .space) ? .date : .space
        case .time: return .time
        case .iso:
            guard state == .YN || state == .YNd, year >= 0, numbers.count == 2 else { throw malformed }
            isISO = true
            return .space
        }
    }

    /// A number before AM or PM is an hour even right behind `month/day`.
    private mutating func marked(_ half: Int) throws(TextError) -> DateGrammar.Token {
        try set(half: half)
        if state == .dNN || state == .NN {
            let hour = numbers.removeLast()
            try complete(.XNN)
            numbers = [hour]
            state = .begin
        }
        return .ampm
    }

    private mutating func set(half: Int) throws(TextError) {
        guard result.half == -1 else { throw malformed }
        result.half = half
    }

    private mutating func zoneAfterTime() throws(TextError) {
        let start = scanner.at
        scanner.skipSpaces()
        guard scanner.at < scanner.text.count - 1, scanner.here == 43 || scanner.here == 45 else { scanner.at = start; return }
        guard result.zone == nil, let offset = scanner.offset() else { throw malformed }
        result.zone = offset
    }

    private mutating func word() throws(TextError) -> DateGrammar.Token? {
        let start = scanner.at
        if scanner.take(word: symbols.am, isWhole: true) || scanner.take(word: "AM", isWhole: true) { try set(half: 0); return nil }
        if scanner.take(word: symbols.pm, isWhole: true) || scanner.take(word: "PM", isWhole: true) { try set(half: 1); return nil }
        let names = DateSymbols.invariant
        for days in [symbols.dayNames, symbols.shortDayNames, names.dayNames, names.shortDayNames] {
            if let day = scanner.take(oneOf: days, isWhole: true) {
                guard result.dayOfWeek == -1 else { throw malformed }
                result.dayOfWeek = day
                return .day
            }
        }
        for months in [symbols.monthNames, symbols.genitiveMonthNames, symbols.shortMonthNames, names.monthNames, names.shortMonthNames] {
            if let index = scanner.take(oneOf: months, isWhole: true) {
                guard month == -1 else { throw malformed }
                month = index + 1
                switch separator() {
                case .end: return .mEnd
                case .space: return .mSpace
                case .date: return .mDate
                case .dateOrOffset: return isDateSeparator(.mDate, .mSpace) ? .mDate : .mSpace
                default: throw malformed
                }
            }
        }
        if scanner.take(word: "GMT", isWhole: true) || scanner.take(word: "Z", isWhole: true) {
            guard result.zone == nil else { throw malformed }
            result.zone = 0
            result.isUTC = true
            return .zone
        }
        for era in [symbols.eraName, "A.D.", "AD"] where scanner.take(word: era, isWhole: true) { return .era }
        throw resolver.unknownWord(start)
    }

    // MARK: complete dates and times

    private mutating func complete(_ state: DateGrammar.State) throws(TextError) {
        let isTime = state == .TN || state == .TNN || state == .TNNN
        guard isTime ? !result.hasTime : !result.hasDate, isTime ? time(state) : date(state) else { throw malformed }
        numbers = []
    }

    private mutating func time(_ state: DateGrammar.State) -> Bool {
        switch state {
        case .TN:
            guard result.half != -1 else { return false }
            result.hour = numbers[0]
        case .TNN: (result.hour, result.minute) = (numbers[0], numbers[1])
        default: (result.hour, result.minute, result.second) = (numbers[0], numbers[1], numbers[2])
        }
        return true
    }

    private mutating func date(_ state: DateGrammar.State) -> Bool {
        // Asked for only where the parts leave a choice.
        var thisYear: Int { PSDateTime.now.year }
        var order: String { DateSymbols.order(symbols.shortDate) }
        var dayFirst: Bool { DateSymbols.order(symbols.monthDay) == "dM" }
        switch state {
        case .XNN: return dayFirst ? result.set(thisYear, numbers[1], numbers[0]) : result.set(thisYear, numbers[0], numbers[1])
        case .XNNN:
            switch order {
            case "yMd": return result.set(symbols.fullYear(numbers[0]), numbers[1], numbers[2])
            case "dMy": return result.set(symbols.fullYear(numbers[2]), numbers[1], numbers[0])
            case "ydM": return result.set(symbols.fullYear(numbers[0]), numbers[2], numbers[1])
            default: return result.set(symbols.fullYear(numbers[2]), numbers[0], numbers[1])
            }
        case .XMN:
            if dayFirst && DateSymbols.order(symbols.yearMonth) == "My" { return result.set(symbols.fullYear(numbers[0]), month, 1) }
            return result.set(thisYear, month, numbers[0])
        case .XNM:
            if !dayFirst && DateSymbols.order(symbols.yearMonth) == "yM" { return result.set(symbols.fullYear(numbers[0]), month, 1) }
            return result.set(thisYear, month, numbers[0])
        case .XMNN:
            let (first, second) = (numbers[0], numbers[1])
            if order == "yMd" {
                return result.set(symbols.fullYear(first), month, second) || result.set(symbols.fullYear(second), month, first)
            }
            return result.set(symbols.fullYear(second), month, first) || result.set(symbols.fullYear(first), month, second)
        case .XYNN: return order == "ydM" ? result.set(year, numbers[1], numbers[0]) : result.set(year, numbers[0], numbers[1])
        case .XNNY:
            return order == "dMy" || order == "ydM" ? result.set(year, numbers[1], numbers[0]) : result.set(year, numbers[0], numbers[1])
        case .XYMN: return result.set(year, month, numbers[0])
        case .XYN: return result.set(year, numbers[0], 1)
        case .XYM: return result.set(year, month, 1)
        default: return false
        }
    }

    /// The rest of `yyyy-MM-ddT` by ISO 8601: `hh:mm[:ss[.f]]` and an offset or `Z`.
    private mutating func isoTime() throws(TextError) {
        func digits() throws(TextError) -> Int {
            scanner.skipSpaces()
            guard let value = scanner.digits(2, 2) else { throw malformed }
            scanner.skipSpaces()
            return value
        }
        result.hour = try digits()
        guard scanner.take(58) else { throw malformed }
        result.minute = try digits()
        if scanner.take(58) {
            scanner.skipSpaces()
            guard let second = scanner.digits(2, 2) else { throw malformed }
            result.second = second
            if scanner.take(46) {
                guard let fraction = scanner.fraction() else { throw malformed }
                result.fraction = fraction
            }
            scanner.skipSpaces()
        }
        if scanner.here == 43 || scanner.here == 45 {
            guard let offset = scanner.offset() else { throw malformed }
            result.zone = offset
        } else if scanner.take(90) || scanner.take(122) {
            result.zone = 0
            result.isUTC = true
        }
        scanner.skipSpaces()
        guard scanner.text[scanner.at...].allSatisfy({ $0 == 0 }) else { throw malformed }
        guard result.set(year, numbers[0], numbers[1]) else { throw resolver.unsupported }
    }
}
