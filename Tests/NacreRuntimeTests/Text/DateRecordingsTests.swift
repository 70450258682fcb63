import Testing
@testable import NacreRuntime

/// Every recorded formatting and cast of dates and time spans.
@Suite struct DateRecordingsTests {
    enum Moment { case dateTime(PSDateTime), offset(PSDateTimeOffset), span(PSTimeSpan) }

    /// What a date literal of the recordings is worth; casts are of the invariant culture.
    static func value(_ literal: String) throws -> Moment? {
        func cast(_ prefix: String) -> String? {
            guard literal.hasPrefix(prefix), let (text, rest) = Recordings.quoted(literal.dropFirst(prefix.count)), rest.isEmpty else { return nil }
            return text
        }
        if let text = cast("[datetime]") { return .dateTime(try DateParse.dateTime(text, symbols: .invariant)) }
        if let text = cast("[datetimeoffset]") { return .offset(try DateParse.dateTimeOffset(text, symbols: .invariant)) }
        if let text = cast("[timespan]") { return .span(try PSTimeSpan.parse(text)) }
        switch literal {
        case "[datetime]::MinValue": return .dateTime(.minValue)
        case "[datetime]::SpecifyKind('2020-06-07 13:14:15','Utc')":
            return .dateTime(try PSDateTime(year: 2020, month: 6, day: 7, hour: 13, minute: 14, second: 15, kind: .utc))
        case "[datetime]::new(637000000000000000)": return .dateTime(try PSDateTime(ticks: 637000000000000000))
        case "[datetime]::new(2001,2,3,4,5,6,7)":
            return .dateTime(try PSDateTime(year: 2001, month: 2, day: 3, hour: 4, minute: 5, second: 6, millisecond: 7))
        case "([datetime]'2020-01-31').AddMonths(1)": return .dateTime(try PSDateTime(year: 2020, month: 1, day: 31).addingMonths(1))
        case "([datetime]'2021-03-01').AddDays(-1)": return .dateTime(try PSDateTime(year: 2021, month: 3, day: 1).addingDays(-1))
        case "[timespan]::Zero": return .span(.zero)
        case "[timespan]::FromDays(400)": return .span(try PSTimeSpan(400, ticksPerUnit: Calendar.ticksPerDay))
        case "[timespan]::FromMinutes(90.5)": return .span(try PSTimeSpan(90.5, ticksPerUnit: Calendar.ticksPerMinute))
        case "[timespan]::FromMilliseconds(1234.5)": return .span(try PSTimeSpan(1234.5, ticksPerUnit: Calendar.ticksPerMillisecond))
        case "[timespan]::new(1,2,3,4,5)": return .span(try PSTimeSpan(days: 1, hours: 2, minutes: 3, seconds: 4, milliseconds: 5))
        case "(([datetime]'2020-03-01')-([datetime]'2020-02-01'))":
            return .span(try PSDateTime(year: 2020, month: 3, day: 1).subtracting(PSDateTime(year: 2020, month: 2, day: 1)))
        default: return nil
        }
    }

    static func write(_ moment: Moment, _ format: String, _ symbols: DateSymbols = .enUS) throws -> String {
        try text {
            switch moment {
            case .dateTime(let value): try DateFormat.append(value, format: format, symbols: symbols, to: &$0)
            case .offset(let value): try DateFormat.append(value, format: format, symbols: symbols, to: &$0)
            case .span(let value): try value.append(format: format, symbols: symbols, to: &$0)
            }
        }
    }

    @Test func formats() {
        var checked = 0
        for (expression, answer) in Recordings.pairs("formats") {
            let literal: String, format: String, symbols: DateSymbols
            if let found = Recordings.formatting(expression) {
                (literal, format, symbols) = (found.literal, found.format, .enUS)
            } else if expression.hasPrefix("\"$("), expression.hasSuffix(")\"") {
                (literal, format, symbols) = (String(expression.dropFirst(3).dropLast(2)), "", .invariant)
            } else { continue }
            guard let moment = try? Self.value(literal) else { continue }
            checked += 1
            let expected = answer.hasPrefix("String ") ? String(answer.dropFirst(7)) : "!"
            let got: String
            do { got = try Self.write(moment, format, symbols) } catch {
                got = expected == "!" && answer.contains((error as? TextError)?.message ?? "?") ? "!" : "! \(error)"
            }
            if got != expected { Issue.record("\(expression): got \(got), recorded \(answer)") }
        }
        print("\(checked) formats of dates")
    }

    @Test func casts() {
        var checked = 0
        for (expression, answer) in Recordings.pairs("formats") + Recordings.pairs("expressions") {
            guard expression.hasPrefix("[datetime]'") || expression.hasPrefix("[datetimeoffset]'") || expression.hasPrefix("[timespan]'") else { continue }
            let got: String
            do {
                guard let moment = try Self.value(expression) else { continue }
                switch moment {
                case .dateTime: got = try "DateTime " + Self.write(moment, "", .invariant)
                case .offset: got = try "DateTimeOffset " + Self.write(moment, "", .invariant)
                case .span: got = try "TimeSpan " + Self.write(moment, "", .invariant)
                }
            } catch {
                got = (error as? TextError)?.message ?? "\(error)"
            }
            checked += 1
            if answer.hasPrefix("!") ? !answer.hasSuffix("Error: \"\(got)\"") : got != answer {
                Issue.record("\(expression): got \(got), recorded \(answer)")
            }
        }
        print("\(checked) casts of dates")
    }
}
