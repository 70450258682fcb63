/// Text to time spans by .NET's `Parse` and `ParseExact`.
extension PSTimeSpan {
    private static func malformed(_ text: String) -> TextError {
        TextError(.format, "String '\(text)' was not recognized as a valid TimeSpan.")
    }

    private static func tooLarge(_ text: String) -> TextError {
        TextError(.overflow, "The TimeSpan string '\(text)' could not be parsed because at least one of the numeric components is out of range or contains too many digits.")
    }

    /// Reads `[-]d`, `[-][d.|d:]hh:mm[:ss[.fffffff]]`; throws kind `.format`, or `.overflow` for parts out of range.
    public static func parse(_ text: String, symbols: DateSymbols = .enUS) throws(TextError) -> PSTimeSpan {
        var scanner = DateScanner(text)
        while let last = scanner.text.indices.last, scanner.at < last, DateScanner.isSpace(scanner.here) { scanner.at += 1 }
        var end = scanner.text.count
        while end > scanner.at, DateScanner.isSpace(scanner.text[end - 1]) || scanner.text[end - 1] == 0 { end -= 1 }
        let isNegative = scanner.take(45)
        // Numbers and the separators behind them: `.` or `:`.
        var numbers: [(value: Int, digits: Int, zeros: Int)] = []
        var separators: [UInt16] = []
        while true {
            let start = scanner.at
            var value = 0
            while scanner.at < end, DateScanner.isDigit(scanner.here) {
                guard value < 0x1000_0000 else { throw tooLarge(text) }
                value = value * 10 + Int(scanner.here - 48)
                guard value <= Int32.max else { throw tooLarge(text) }
                scanner.at += 1
            }
            let count = scanner.at - start
            guard count > 0, numbers.count < 5 else { throw malformed(text) }
            let zeros = scanner.text[start..<scanner.at].prefix { $0 == 48 }.count
            numbers.append((value, count, zeros))
            if scanner.at == end { break }
            guard scanner.here == 58 || scanner.here == 46 || String(utf16CodeUnits: scanner.here) == symbols.decimalSeparator else { throw malformed(text) }
            separators.append(scanner.here == 58 ? 58 : 46)
            scanner.at += 1
        }
        var days = 0, hours = 0, minutes = 0, seconds = 0
        var fraction: (value: Int, digits: Int, zeros: Int)?
        let values = numbers.map(\.value)
        switch String(decoding: separators, as: UTF16.self) {
        case "": days = values[0]
        case ":": (hours, minutes) = (values[0], values[1])
        case "::": (hours, minutes, seconds) = (values[0], values[1], values[2])
        case ".:": (days, hours, minutes) = (values[0], values[1], values[2])
        case ".::", ":::": (days, hours, minutes, seconds) = (values[0], values[1], values[2], values[3])
        case "::.": (hours, minutes, seconds, fraction) = (values[0], values[1], values[2], numbers[3])
        case ".::.", ":::.": (days, hours, minutes, seconds, fraction) = (values[0], values[1], values[2], values[3], numbers[4])
        default: throw malformed(text)
        }
        let ticks = try total(days, hours, minutes, seconds, fraction, isNegative, text)
        return PSTimeSpan(ticks: ticks)
    }

    private static func total(_ days: Int, _ hours: Int, _ minutes: Int, _ seconds: Int, _ fraction: (value: Int, digits: Int, zeros: Int)?,
                              _ isNegative: Bool, _ text: String) throws(TextError) -> Int64 {
        guard days <= 10_675_199, hours < 24, minutes < 60, seconds < 60 else { throw tooLarge(text) }
        var parts = 0
        if let fraction, fraction.value > 0 {
            // More than seven digits are an error, unless zeros lead them: then they are rounded.
            guard fraction.zeros > 0 || fraction.value <= 9_999_999, fraction.digits <= 16 else { throw tooLarge(text) }
            if fraction.digits <= 7 {
                parts = fraction.value * Int(IntegerText.powerOfTen(7 - fraction.digits))
            } else {
                let unit = Double(IntegerText.powerOfTen(fraction.digits - 7))
                parts = Int((Double(fraction.value) / unit).rounded(.toNearestOrEven))
            }
        }
        return try sum(days, hours, minutes, seconds, Int128(parts), isNegative, text)
    }

    private static func sum(_ days: Int, _ hours: Int, _ minutes: Int, _ seconds: Int, _ fraction: Int128,
                            _ isNegative: Bool, _ text: String) throws(TextError) -> Int64 {
        let whole = Int128(((days * 24 + hours) * 60 + minutes) * 60 + seconds) * Int128(Calendar.ticksPerSecond) + fraction
        guard let ticks = Int64(exactly: isNegative ? -whole : whole) else { throw tooLarge(text) }
        return ticks
    }

    /// Reads by formats (`c`, `g`, `G` or custom); throws kind `.format` or `.overflow`.
    public static func parse(_ text: String, formats: [String], symbols: DateSymbols = .enUS) throws(TextError) -> PSTimeSpan {
        var failure = malformed(text)
        for format in formats {
            do { return try exact(text, format, symbols) } catch { failure = error }
        }
        throw formats.count == 1 ? failure : malformed(text)
    }

    private static func exact(_ text: String, _ format: String, _ symbols: DateSymbols) throws(TextError) -> PSTimeSpan {
        switch format {
        case "": throw .badFormat
        case "c", "t", "T":
            guard text.utf8.allSatisfy({ $0.isDigit || $0 == 58 || $0 == 46 || $0 == 45 }) else { throw malformed(text) }
            return try parse(text, symbols: .invariant)
        case "g", "G": return try parse(text, symbols: symbols)
        default:
            if format.utf8.count == 1 { throw .badFormat }
            var scanner = DateScanner(text)
            var parts = [100: -1, 104: -1, 109: -1, 115: -1, 102: -1] as [UInt16: Int]
            try read(Array(format.utf16), &scanner, &parts, text)
            guard scanner.isAtEnd else { throw malformed(text) }
            func part(_ letter: UInt16) -> Int { max(parts[letter] ?? 0, 0) }
            return PSTimeSpan(ticks: try sum(part(100), part(104), part(109), part(115), Int128(part(102)), false, text))
        }
    }

    private static func read(_ format: [UInt16], _ scanner: inout DateScanner, _ parts: inout [UInt16: Int], _ text: String) throws(TextError) {
        var at = 0
        while at < format.count {
            let letter = format[at]
            var length = 1
            while DateScanner.isLetter(letter), at + length < format.count, format[at + length] == letter { length += 1 }
            switch letter {
            case 104, 109, 115: // h m s
                guard length <= 2, parts[letter] == -1 else { throw .badFormat }
                guard let value = scanner.digits(length, 2), value < (letter == 104 ? 24 : 60) else { throw malformed(text) }
                parts[letter] = value
            case 100: // d
                guard length <= 8, parts[letter] == -1 else { throw .badFormat }
                guard let value = scanner.digits(length, length == 1 ? 8 : length), value <= 10_675_199 else { throw malformed(text) }
                parts[letter] = value
            case 102, 70: // f F
                guard length <= 7, parts[102] == -1 else { throw .badFormat }
                let start = scanner.at
                guard let value = scanner.digits(letter == 102 ? length : 0, length) else { throw malformed(text) }
                parts[102] = value * Int(IntegerText.powerOfTen(7 - (scanner.at - start)))
            case 39, 34:
                var end = at + 1
                while end < format.count, format[end] != letter {
                    guard scanner.here == format[end], !scanner.isAtEnd else { throw malformed(text) }
                    scanner.at += 1
                    end += 1
                }
                guard end < format.count else { throw .badFormat }
                length = end + 1 - at
            case 37:
                guard at + 1 < format.count, format[at + 1] != 37 else { throw .badFormat }
                try read([format[at + 1]], &scanner, &parts, text)
                length = 2
            case 92:
                guard at + 1 < format.count else { throw .badFormat }
                guard scanner.here == format[at + 1], !scanner.isAtEnd else { throw malformed(text) }
                scanner.at += 1
                length = 2
            default: throw .badFormat
            }
            at += length
        }
    }
}

extension String {
    /// A text of one UTF-16 unit.
    fileprivate init(utf16CodeUnits unit: UInt16) { self.init(decoding: [unit], as: UTF16.self) }
}
