/// A cursor over a date's UTF-16 units, with the readers that the lenient and the exact parser share.
struct DateScanner {
    let text: [UInt16]
    var at = 0

    init(_ text: String) { self.text = Array(text.utf16) }

    var isAtEnd: Bool { at >= text.count }
    /// The unit at the cursor, 0 at the end.
    var here: UInt16 { at < text.count ? text[at] : 0 }

    static func isDigit(_ unit: UInt16) -> Bool { unit &- 48 < 10 }

    static func isSpace(_ unit: UInt16) -> Bool {
        unit == 32 || unit &- 9 < 5 || unit == 0xA0 || unit == 0x85
            || (unit > 0xFF && (Unicode.Scalar(unit)?.properties.isWhitespace ?? false))
    }

    static func isLetter(_ unit: UInt16) -> Bool {
        if unit < 128 { return (unit | 32) &- 97 < 26 }
        return Unicode.Scalar(unit)?.properties.isAlphabetic ?? false
    }

    mutating func skipSpaces() {
        while at < text.count && DateScanner.isSpace(text[at]) { at += 1 }
    }

    mutating func take(_ unit: UInt8) -> Bool {
        guard here == UInt16(unit), !isAtEnd else { return false }
        at += 1
        return true
    }

    /// Steps over `word` (in any case) if the text goes on with it; a word of letters must not go on as a longer one when
    /// `isWhole`.
    mutating func take(word: String, isWhole: Bool) -> Bool {
        var index = at
        var isEmpty = true
        for unit in word.utf16 {
            guard index < text.count else { return false }
            let found = text[index]
            if found != unit && CaseMap.lower(found) != CaseMap.lower(unit) {
                // ICU writes narrow and no-break spaces where people type a plain one.
                guard DateScanner.isSpace(found) && DateScanner.isSpace(unit) else { return false }
            }
            index += 1
            isEmpty = false
        }
        if isEmpty { return false }
        if isWhole, DateScanner.isLetter(text[at]), index < text.count, DateScanner.isLetter(text[index]) { return false }
        at = index
        return true
    }

    /// Takes the longest of `words` that stands here; gives its index.
    mutating func take(oneOf words: [String], isWhole: Bool) -> Int? {
        var best: (index: Int, end: Int)?
        let start = at
        for (index, word) in words.enumerated() {
            at = start
            if take(word: word, isWhole: isWhole), at > best?.end ?? start { best = (index, at) }
        }
        at = best?.end ?? start
        return best?.index
    }

    /// Between `minimum` and `maximum` digits as a number.
    mutating func digits(_ minimum: Int, _ maximum: Int) -> Int? {
        var value = 0
        var count = 0
        while count < maximum, at < text.count, DateScanner.isDigit(text[at]) {
            value = value * 10 + Int(text[at] - 48)
            at += 1
            count += 1
        }
        return count >= minimum ? value : nil
    }

    /// All digits here as parts of a second, in ticks, rounded; nil when there are none.
    mutating func fraction() -> Int64? {
        guard DateScanner.isDigit(here) else { return nil }
        var value = 0.0
        var unit = 0.1
        while at < text.count, DateScanner.isDigit(text[at]) {
            value += Double(text[at] - 48) * unit
            unit *= 0.1
            at += 1
        }
        return Int64((value * Double(Calendar.ticksPerSecond)).rounded(.toNearestOrEven))
    }

    /// An offset from UTC (`+8`, `-08:00`, `+0800`) in ticks; nil, the cursor anywhere, when there is none.
    mutating func offset() -> Int64? {
        let isNegative = here == 45
        guard take(43) || take(45) else { return nil }
        let start = at
        guard let value = digits(1, 9) else { return nil }
        var hours = value
        var minutes = 0
        switch at - start {
        case 1, 2:
            if take(58) {
                let from = at
                guard let given = digits(1, 9), at - from <= 2 else { return nil }
                minutes = given
            }
        case 3, 4: (hours, minutes) = (value / 100, value % 100)
        default: return nil
        }
        guard minutes < 60 else { return nil }
        let ticks = Int64(hours * 60 + minutes) * Calendar.ticksPerMinute
        return isNegative ? -ticks : ticks
    }
}

extension DateSymbols {
    /// Order of the letters `y`, `M`, `d` in a pattern, quoted text aside: `Mdy`, `Md`, `yM`, ….
    static func order(_ pattern: String) -> String {
        var order = ""
        var quote: Character?
        var isEscaped = false
        for character in pattern {
            if isEscaped { isEscaped = false; continue }
            if character == "\\" { isEscaped = true; continue }
            if let open = quote { if character == open { quote = nil }; continue }
            if character == "'" || character == "\"" { quote = character; continue }
            // Day names (`ddd`) are no day numbers; repeats count once.
            if "yMd".contains(character), !order.contains(character) { order.append(character) }
        }
        return order
    }

    /// A two-digit year in its century.
    func fullYear(_ year: Int) -> Int {
        guard year < 100 else { return year }
        return (twoDigitYearMax / 100 - (year > twoDigitYearMax % 100 ? 1 : 0)) * 100 + year
    }
}
