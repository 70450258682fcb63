/// Dates formatted by .NET's standard and custom formats, appended to a UTF-8 buffer. A bad format throws kind `.format`.
public enum DateFormat {
    /// Appends a DateTime; an empty format is `G`.
    public static func append(_ value: PSDateTime, format: String = "", symbols: DateSymbols = .enUS, to buffer: inout [UInt8]) throws(TextError) {
        var writer = DateWriter(value: value, offset: nil, symbols: symbols)
        try writer.write(format.isEmpty ? "G" : format)
        buffer.append(contentsOf: writer.output)
    }

    /// Appends a DateTimeOffset; an empty format is date, time and offset.
    public static func append(_ value: PSDateTimeOffset, format: String = "", symbols: DateSymbols = .enUS, to buffer: inout [UInt8]) throws(TextError) {
        var writer = DateWriter(value: value.dateTime, offset: value.offset, symbols: symbols)
        try writer.write(format.isEmpty ? "\(symbols.shortDate) \(symbols.longTime) zzz" : format)
        buffer.append(contentsOf: writer.output)
    }

    /// Appends a DateOnly; an empty format is `d`. Parts of a time are refused.
    public static func append(_ value: PSDateOnly, format: String = "", symbols: DateSymbols = .enUS, to buffer: inout [UInt8]) throws(TextError) {
        var writer = DateWriter(value: value.dateTime, offset: nil, symbols: symbols, hasTime: false)
        switch format {
        case "": try writer.write("d")
        case "o", "O": try writer.write("yyyy-MM-dd")
        case "r", "R":
            writer.symbols = .invariant
            try writer.write("ddd, dd MMM yyyy")
        case "d", "D", "m", "M", "y", "Y": try writer.write(format)
        default:
            if format.utf8.count == 1 { throw .badFormat }
            try writer.write(format)
        }
        buffer.append(contentsOf: writer.output)
    }

    /// Appends a TimeOnly; an empty format is `t`. Parts of a date are refused.
    public static func append(_ value: PSTimeOnly, format: String = "", symbols: DateSymbols = .enUS, to buffer: inout [UInt8]) throws(TextError) {
        var writer = DateWriter(value: value.dateTime, offset: nil, symbols: symbols, hasDate: false)
        switch format {
        case "": try writer.write("t")
        case "o", "O": try writer.write("HH:mm:ss.fffffff")
        case "r", "R": try writer.write("HH:mm:ss")
        case "t", "T": try writer.write(format)
        default:
            if format.utf8.count == 1 { throw .badFormat }
            try writer.write(format)
        }
        buffer.append(contentsOf: writer.output)
    }
}

/// Writes one date by one format.
private struct DateWriter {
    var value: PSDateTime
    var offset: PSTimeSpan?
    var symbols: DateSymbols
    var hasDate = true
    var hasTime = true
    var output: [UInt8] = []

    /// Writes by a format that is a single letter or a custom one.
    mutating func write(_ format: String) throws(TextError) {
        let bytes = Array(format.utf8)
        guard bytes.count == 1 else { return try custom(bytes) }
        switch bytes[0] {
        case 100: try custom(symbols.shortDate)
        case 68: try custom(symbols.longDate)
        case 102: try custom(symbols.longDate + " " + symbols.shortTime)
        case 70: try custom(symbols.fullDateTime)
        case 103: try custom(symbols.shortDate + " " + symbols.shortTime)
        case 71: try custom(symbols.shortDate + " " + symbols.longTime)
        case 109, 77: try custom(symbols.monthDay)
        case 116: try custom(symbols.shortTime)
        case 84: try custom(symbols.longTime)
        case 121, 89: try custom(symbols.yearMonth)
        case 111, 79:
            symbols = .invariant
            try custom(offset == nil ? "yyyy-MM-ddTHH:mm:ss.fffffffK" : "yyyy-MM-ddTHH:mm:ss.fffffffzzz")
        case 114, 82:
            toUniversalWithOffset()
            symbols = .invariant
            try custom("ddd, dd MMM yyyy HH:mm:ss 'GMT'")
        case 115:
            symbols = .invariant
            try custom("yyyy-MM-ddTHH:mm:ss")
        case 117:
            toUniversalWithOffset()
            symbols = .invariant
            try custom("yyyy-MM-dd HH:mm:ssZ")
        case 85:
            guard offset == nil else { throw .badFormat }
            value = value.universal
            try custom(symbols.fullDateTime)
        default: throw .badFormat
        }
    }

    /// A DateTimeOffset is written in UTC by formats that say so; a DateTime is taken as it is.
    private mutating func toUniversalWithOffset() {
        guard let offset else { return }
        value = PSDateTime(unchecked: value.ticks - offset.ticks)
        self.offset = .zero
    }

    private mutating func custom(_ format: String) throws(TextError) { try custom(Array(format.utf8)) }

    private mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }

    private mutating func put(_ number: Int, _ width: Int) {
        let magnitude = UInt64(number.magnitude)
        IntegerText.append(digits: magnitude, count: max(width, IntegerText.digitCount(magnitude)), to: &output)
    }

    private mutating func custom(_ format: [UInt8]) throws(TextError) {
        let date = Calendar.date(value.dayNumber)
        var at = 0
        while at < format.count {
            let letter = format[at]
            var length = 1
            switch letter {
            case 103, 104, 72, 109, 115, 102, 70, 116, 100, 77, 121, 122: // g h H m s f F t d M y z repeat
                while at + length < format.count && format[at + length] == letter { length += 1 }
            default: break
            }
            switch letter {
            case 103, 100, 77, 121, 122, 75, 47: if !hasDate { throw .badFormat }
            default: break
            }
            switch letter {
            case 104, 72, 109, 115, 102, 70, 116, 122, 75, 58: if !hasTime { throw .badFormat }
            default: break
            }
            switch letter {
            case 103: put(symbols.eraName)
            case 104: put(value.hour % 12 == 0 ? 12 : value.hour % 12, min(length, 2))
            case 72: put(value.hour, min(length, 2))
            case 109: put(value.minute, min(length, 2))
            case 115: put(value.second, min(length, 2))
            case 102, 70: try fraction(length, keepsZeros: letter == 102)
            case 116:
                let mark = value.hour < 12 ? symbols.am : symbols.pm
                put(length == 1 ? String(mark.prefix(1)) : mark)
            case 100:
                if length <= 2 { put(date.day, length) } else {
                    put((length == 3 ? symbols.shortDayNames : symbols.dayNames)[value.dayOfWeek])
                }
            case 77:
                if length <= 2 { put(date.month, length) } else if length == 3 { put(symbols.shortMonthNames[date.month - 1]) } else {
                    put((hasDayNumber(format) ? symbols.genitiveMonthNames : symbols.monthNames)[date.month - 1])
                }
            case 121:
                if length <= 2 { put(date.year % 100, length) } else { put(date.year, length) }
            case 122: zone(length)
            case 75: kind()
            case 58: put(symbols.timeSeparator)
            case 47: put(symbols.dateSeparator)
            case 39, 34:
                var end = at + 1
                while end < format.count, format[end] != letter {
                    if format[end] == 92 { end += 1 }
                    if end < format.count { output.append(format[end]) }
                    end += 1
                }
                guard end < format.count else {
                    throw TextError(.format, "Cannot find a matching quote character for the character '\(letter == 39 ? "'" : "\"")'.")
                }
                length = end + 1 - at
            case 37:
                guard at + 1 < format.count, format[at + 1] != 37 else { throw .badFormat }
                try custom([format[at + 1]])
                length = 2
            case 92:
                guard at + 1 < format.count else { throw .badFormat }
                // The escaped character may be of several bytes.
                length = 2
                while at + length < format.count && format[at + length] & 0xC0 == 0x80 { length += 1 }
                output.append(contentsOf: format[(at + 1)..<(at + length)])
            default: output.append(letter)
            }
            at += length
        }
    }

    /// Whether the format shows the day of the month as a number.
    private func hasDayNumber(_ format: [UInt8]) -> Bool {
        var at = 0
        while at < format.count {
            if format[at] == 39 || format[at] == 34 {
                let quote = format[at]
                at += 1
                while at < format.count && format[at] != quote { at += 1 }
            } else if format[at] == 92 {
                at += 1
            } else if format[at] == 100 {
                var end = at
                while end < format.count && format[end] == 100 { end += 1 }
                if end - at <= 2 { return true }
                at = end - 1
            }
            at += 1
        }
        return false
    }

    private mutating func fraction(_ length: Int, keepsZeros: Bool) throws(TextError) {
        guard length <= 7 else { throw .badFormat }
        var digits = Int(value.ticks % Calendar.ticksPerSecond) / Int(IntegerText.powerOfTen(7 - length))
        var shown = length
        if !keepsZeros {
            while shown > 0 && digits % 10 == 0 {
                digits /= 10
                shown -= 1
            }
        }
        if shown > 0 {
            put(digits, shown)
        } else if output.last == 46 {
            output.removeLast() // no digits, no decimal point
        }
    }

    private mutating func zone(_ length: Int) {
        let ticks = offset?.ticks ?? value.utcOffset.ticks
        output.append(ticks < 0 ? 45 : 43)
        let minutes = Int(abs(ticks) / Calendar.ticksPerMinute)
        put(minutes / 60, min(length, 2))
        if length >= 3 {
            output.append(58)
            put(minutes % 60, 2)
        }
    }

    private mutating func kind() {
        if offset == nil && value.kind == .unspecified { return }
        if offset == nil && value.kind == .utc { output.append(90); return }
        zone(3)
    }
}
