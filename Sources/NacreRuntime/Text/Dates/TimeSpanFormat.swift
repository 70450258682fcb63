/// Time spans formatted by .NET's standard (`c`, `g`, `G`) and custom formats, appended to a UTF-8 buffer.
extension PSTimeSpan: CustomStringConvertible {
    /// Appends the constant form, `[-][d.]hh:mm:ss[.fffffff]`.
    public func append(to buffer: inout [UInt8]) {
        let parts = Parts(self)
        if ticks < 0 { buffer.append(45) }
        if parts.days != 0 {
            Parts.put(parts.days, 1, to: &buffer)
            buffer.append(46)
        }
        Parts.put(parts.hours, 2, to: &buffer)
        buffer.append(58)
        Parts.put(parts.minutes, 2, to: &buffer)
        buffer.append(58)
        Parts.put(parts.seconds, 2, to: &buffer)
        if parts.fraction != 0 {
            buffer.append(46)
            Parts.put(parts.fraction, 7, to: &buffer)
        }
    }

    /// Appends the value by a standard or custom format (none: `c`); throws kind `.format`.
    public func append(format: String, symbols: DateSymbols = .enUS, to buffer: inout [UInt8]) throws(TextError) {
        let bytes = Array(format.utf8)
        switch bytes {
        case [], [99], [116], [84]: append(to: &buffer)
        case [103], [71]: appendGeneral(isLong: bytes == [71], symbols, to: &buffer)
        default:
            if bytes.count == 1 { throw .badFormat }
            try appendCustom(bytes, to: &buffer)
        }
    }

    public var description: String {
        var buffer: [UInt8] = []
        append(to: &buffer)
        return string(buffer)
    }

    /// The parts of the duration without its sign.
    private struct Parts {
        let days, hours, minutes, seconds, fraction: UInt64

        init(_ span: PSTimeSpan) {
            let ticks = span.ticks.magnitude
            days = ticks / UInt64(Calendar.ticksPerDay)
            hours = ticks / UInt64(Calendar.ticksPerHour) % 24
            minutes = ticks / UInt64(Calendar.ticksPerMinute) % 60
            seconds = ticks / UInt64(Calendar.ticksPerSecond) % 60
            fraction = ticks % UInt64(Calendar.ticksPerSecond)
        }

        static func put(_ value: UInt64, _ width: Int, to buffer: inout [UInt8]) {
            IntegerText.append(digits: value, count: max(width, IntegerText.digitCount(value)), to: &buffer)
        }
    }

    private func appendGeneral(isLong: Bool, _ symbols: DateSymbols, to buffer: inout [UInt8]) {
        let parts = Parts(self)
        if ticks < 0 { buffer.append(45) }
        if isLong || parts.days != 0 {
            Parts.put(parts.days, 1, to: &buffer)
            buffer.append(58)
        }
        Parts.put(parts.hours, isLong ? 2 : 1, to: &buffer)
        buffer.append(58)
        Parts.put(parts.minutes, 2, to: &buffer)
        buffer.append(58)
        Parts.put(parts.seconds, 2, to: &buffer)
        guard isLong || parts.fraction != 0 else { return }
        buffer.append(contentsOf: symbols.decimalSeparator.utf8)
        Parts.put(parts.fraction, 7, to: &buffer)
        if !isLong { while buffer.last == 48 { buffer.removeLast() } }
    }

    private func appendCustom(_ format: [UInt8], to buffer: inout [UInt8]) throws(TextError) {
        let parts = Parts(self)
        var at = 0
        while at < format.count {
            let letter = format[at]
            var length = 1
            while letter.isASCIILetter, at + length < format.count, format[at + length] == letter { length += 1 }
            switch letter {
            case 104, 109, 115: // h m s
                guard length <= 2 else { throw .badFormat }
                Parts.put(letter == 104 ? parts.hours : letter == 109 ? parts.minutes : parts.seconds, length, to: &buffer)
            case 100: // d
                guard length <= 8 else { throw .badFormat }
                Parts.put(parts.days, length, to: &buffer)
            case 102, 70: // f F
                guard length <= 7 else { throw .badFormat }
                var digits = parts.fraction / IntegerText.powerOfTen(7 - length)
                var shown = length
                if letter == 70 { while shown > 0, digits % 10 == 0 { digits /= 10; shown -= 1 } }
                if shown > 0 { Parts.put(digits, shown, to: &buffer) }
            case 39, 34:
                var end = at + 1
                while end < format.count, format[end] != letter {
                    if format[end] == 92 { end += 1 }
                    if end < format.count { buffer.append(format[end]) }
                    end += 1
                }
                guard end < format.count else { throw .badFormat }
                length = end + 1 - at
            case 37:
                guard at + 1 < format.count, format[at + 1] != 37 else { throw .badFormat }
                try appendCustom([format[at + 1]], to: &buffer)
                length = 2
            case 92:
                guard at + 1 < format.count else { throw .badFormat }
                buffer.append(format[at + 1])
                length = 2
            default: throw .badFormat
            }
            at += length
        }
    }
}
