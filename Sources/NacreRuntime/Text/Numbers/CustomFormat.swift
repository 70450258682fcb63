/// .NET's custom numeric formats: `0 # . , % ‰ E0 'text' \c` and `positive;negative;zero` sections.
struct CustomFormat {
    private let format: [UInt8]
    private let symbols: NumberSymbols
    // What the first pass over the chosen section finds.
    private var digitCount = 0
    private var decimalPosition = -1
    private var firstZero = Int.max
    private var lastZero = 0
    private var isScientific = false
    private var hasGroups = false
    private var scaleShift = 0

    /// Appends `number` by the custom format; `number` is rounded half away from zero to what the format shows.
    static func append(_ number: NumberDigits, format: [UInt8], _ symbols: NumberSymbols, to buffer: inout [UInt8]) {
        var number = number
        number.isRounded = false
        var section = start(of: number.digits.isEmpty ? 2 : number.isNegative ? 1 : 0, in: format)
        while true {
            var custom = CustomFormat(format: format, symbols: symbols)
            custom.scan(from: section)
            if !number.digits.isEmpty {
                number.scale += custom.scaleShift
                number.round(toDigits: custom.isScientific ? custom.digitCount
                                       : number.scale + custom.digitCount - custom.decimalPosition)
                if number.digits.isEmpty {
                    let zero = start(of: 2, in: format)
                    if zero != section { section = zero; continue }
                }
            } else {
                if number.kind != .floating { number.isNegative = false }
                number.scale = 0
            }
            custom.write(number, from: section, to: &buffer)
            return
        }
    }

    private init(format: [UInt8], symbols: NumberSymbols) {
        self.format = format
        self.symbols = symbols
    }

    /// Where section `index` (0 positive, 1 negative, 2 zero) begins; the first section when there is none or it is empty.
    private static func start(of index: Int, in format: [UInt8]) -> Int {
        if index == 0 { return 0 }
        var left = index
        var at = 0
        while at < format.count {
            let byte = format[at]
            at += 1
            switch byte {
            case 39, 34:
                while at < format.count && format[at] != byte { at += 1 }
                at += 1
            case 92:
                at += 1
            case 59:
                left -= 1
                if left > 0 { continue }
                return at < format.count && format[at] != 59 && format[at] != 0 ? at : 0
            default: break
            }
        }
        return 0
    }

    private func byte(_ index: Int) -> UInt8 { index < format.count ? format[index] : 0 }

    /// U+2030 in UTF-8 at `index`.
    private func isPerMille(_ index: Int) -> Bool { byte(index) == 0xE2 && byte(index + 1) == 0x80 && byte(index + 2) == 0xB0 }

    private mutating func scan(from section: Int) {
        var groupPosition = -1
        var groupCount = 0
        var at = section
        while at < format.count, format[at] != 59 {
            let here = format[at]
            at += 1
            switch here {
            case 35: digitCount += 1
            case 48:
                if firstZero == Int.max { firstZero = digitCount }
                digitCount += 1
                lastZero = digitCount
            case 46: if decimalPosition < 0 { decimalPosition = digitCount }
            case 44 where digitCount > 0 && decimalPosition < 0:
                if groupPosition >= 0 {
                    if groupPosition == digitCount { groupCount += 1; continue }
                    hasGroups = true
                }
                groupPosition = digitCount
                groupCount = 1
            case 37: scaleShift += 2
            case 0xE2 where isPerMille(at - 1): scaleShift += 3
            case 39, 34:
                while at < format.count && format[at] != here { at += 1 }
                at += 1
            case 92: at += 1
            case 69, 101:
                if byte(at) == 48 || ((byte(at) == 43 || byte(at) == 45) && byte(at + 1) == 48) {
                    at += 1
                    while byte(at) == 48 { at += 1 }
                    isScientific = true
                }
            default: break
            }
        }
        if decimalPosition < 0 { decimalPosition = digitCount }
        if groupPosition >= 0 {
            if groupPosition == decimalPosition { scaleShift -= groupCount * 3 } else { hasGroups = true }
        }
        firstZero = firstZero < decimalPosition ? decimalPosition - firstZero : 0
        lastZero = lastZero > decimalPosition ? decimalPosition - lastZero : 0
    }

    private mutating func write(_ number: NumberDigits, from section: Int, to buffer: inout [UInt8]) {
        let start = buffer.count
        var position = isScientific ? decimalPosition : max(number.scale, decimalPosition)
        var surplus = isScientific ? 0 : number.scale - decimalPosition  // digits before the first place holder; negative: missing
        var breaks: [Int] = []
        if hasGroups && !symbols.groupSeparator.isEmpty {
            breaks = StandardFormat.groupBreaks(max(firstZero, position + min(surplus, 0)), symbols.groupSizes)
        }
        if number.isNegative && section == 0 && number.scale != 0 { buffer.append(contentsOf: symbols.negativeSign) }

        var next = 0
        var wrotePoint = false
        func put(_ digit: UInt8) {
            buffer.append(digit)
            if position > 1, let last = breaks.last, position == last + 1 {
                buffer.append(contentsOf: symbols.groupSeparator)
                breaks.removeLast()
            }
        }
        var at = section
        while at < format.count, format[at] != 59 {
            let here = format[at]
            at += 1
            if surplus > 0, here == 35 || here == 48 || here == 46 {
                while surplus > 0 {
                    put(number.digit(next))
                    next += 1
                    position -= 1
                    surplus -= 1
                }
            }
            switch here {
            case 35, 48:
                if surplus < 0 {
                    surplus += 1
                    if position <= firstZero { put(48) }
                } else if next < number.digits.count {
                    put(number.digits[next])
                    next += 1
                } else if position > lastZero {
                    put(48)
                }
                position -= 1
            case 46:
                if position != 0 || wrotePoint { break }
                if lastZero < 0 || (decimalPosition < digitCount && next < number.digits.count) {
                    buffer.append(contentsOf: symbols.decimalSeparator)
                    wrotePoint = true
                }
            case 44: break
            case 37: buffer.append(contentsOf: symbols.percentSymbol)
            case 0xE2 where isPerMille(at - 1):
                buffer.append(contentsOf: symbols.perMilleSymbol)
                at += 2
            case 39, 34:
                while at < format.count && format[at] != here { buffer.append(format[at]); at += 1 }
                at += 1
            case 92:
                if at < format.count { buffer.append(format[at]); at += 1 }
            case 69, 101: at = writeExponent(here, at, number, to: &buffer)
            default: buffer.append(here)
            }
        }
        if number.isNegative && section == 0 && number.scale == 0 && buffer.count > start {
            buffer.insert(contentsOf: symbols.negativeSign, at: start)
        }
    }

    /// Writes the exponent (or, where it is none, the letter and what follows) and gives the next index of the format.
    private mutating func writeExponent(_ letter: UInt8, _ index: Int, _ number: NumberDigits, to buffer: inout [UInt8]) -> Int {
        var at = index
        guard isScientific else {
            buffer.append(letter)
            if byte(at) == 43 || byte(at) == 45 { buffer.append(format[at]); at += 1 }
            while byte(at) == 48 { buffer.append(48); at += 1 }
            return at
        }
        var zeros = 0
        var positiveSign = false
        if byte(at) == 48 {
            zeros = 1
        } else if byte(at) == 43 && byte(at + 1) == 48 {
            positiveSign = true
        } else if !(byte(at) == 45 && byte(at + 1) == 48) {
            buffer.append(letter)
            return at
        }
        at += 1
        while byte(at) == 48 { zeros += 1; at += 1 }
        let power = number.digits.isEmpty ? 0 : number.scale - decimalPosition
        StandardFormat.appendExponent(power, letter: letter, minimum: min(zeros, 10), positiveSign: positiveSign, symbols, to: &buffer)
        isScientific = false
        return at
    }
}
