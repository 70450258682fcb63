/// What a number literal is worth, in the type the language gives it.
public enum ScannedNumber: Sendable {
    case int8(Int8), uint8(UInt8), int16(Int16), uint16(UInt16), int32(Int32), uint32(UInt32), int64(Int64), uint64(UInt64)
    case double(Double), decimal(PSDecimal), big(PSBigInteger)
}

/// PowerShell's number literals, with a sign in front as strings may have it: `12`, `-0x10`, `0b101`, `1.5e3`, `5u`, `1kb`, `2.5dkb`.
/// Hexadecimal and binary digits that fill 8, 16, 32 or 64 bits (as the suffix or their number tells) wrap to negative.
public enum NumberLiteral {
    /// The value of `text`, white space around it ignored; nil when it is no literal or its suffix cannot hold it.
    public static func scan(_ text: [UInt8]) -> ScannedNumber? {
        text.withUnsafeBufferPointer { bytes in
            var scanner = Scanner(text: bytes[...])
            return scanner.run()
        }
    }

    private enum Suffix { case none, int8, uint8, int16, uint16, unsigned, int64, uint64, big, decimal }

    private struct Scanner {
        var text: Slice<UnsafeBufferPointer<UInt8>>

        mutating func run() -> ScannedNumber? {
            while let first = text.first, first.isNumberSpace { text.removeFirst() }
            while let last = text.last, last.isNumberSpace { text.removeLast() }
            guard let first = text.first else { return nil }
            let isNegative = first == 45
            if isNegative || first == 43 { text.removeFirst() }
            if text.count > 2, text[text.startIndex] == 48 {
                let mark = text[text.startIndex + 1] | 0x20
                if mark == 120 { return prefixed(isNegative, bitsPerDigit: 4) }
                if mark == 98 { return prefixed(isNegative, bitsPerDigit: 1) }
            }
            return plain(isNegative)
        }

        /// Takes the leading bytes that `fits` accepts.
        private mutating func take(while fits: (UInt8) -> Bool) -> [UInt8] {
            var taken: [UInt8] = []
            while let first = text.first, fits(first) {
                taken.append(first)
                text.removeFirst()
            }
            return taken
        }

        /// Suffix and multiplier, which must end the text.
        private mutating func ending() -> (Suffix, UInt64)? {
            var letters = text.map(\.lowercased)
            var multiplier: UInt64 = 1
            if letters.count >= 2, letters[letters.count - 1] == 98,
               let power = [107, 109, 103, 116, 112].firstIndex(of: letters[letters.count - 2]) {
                multiplier = 1 << UInt64(10 * (power + 1))
                letters.removeLast(2)
            }
            switch string(letters) {
            case "": return (.none, multiplier)
            case "y": return (.int8, multiplier)
            case "uy": return (.uint8, multiplier)
            case "s": return (.int16, multiplier)
            case "us": return (.uint16, multiplier)
            case "u": return (.unsigned, multiplier)
            case "l": return (.int64, multiplier)
            case "ul": return (.uint64, multiplier)
            case "n": return (.big, multiplier)
            case "d": return (.decimal, multiplier)
            default: return nil
            }
        }

        private mutating func prefixed(_ isNegative: Bool, bitsPerDigit: Int) -> ScannedNumber? {
            text.removeFirst(2)
            var digits = take { bitsPerDigit == 4 ? $0.hexValue != nil : $0 == 48 || $0 == 49 }
            // In hexadecimal, `d` and `b` are digits, so `0x1d` has no suffix and `0x1kb` has.
            guard let (suffix, multiplier) = ending(), !digits.isEmpty else { return nil }
            let bits = digits.count * bitsPerDigit
            if bits > 64 && suffix != .big { return nil }
            let wraps: Bool = switch suffix {
            case .int8: bits == 8
            case .int16: bits == 16
            case .none, .int64: bitsPerDigit == 1 ? [8, 16, 32, 64].contains(bits) : bits == 32 || bits == 64
            case .big: bits % 8 == 0 && bits >= 32
            case .decimal, .uint8, .uint16, .unsigned, .uint64: false
            }
            if !wraps { digits.insert(48, at: 0) }
            guard let value = try? PSBigInteger.parse(digits, styles: bitsPerDigit == 4 ? .hexSpecifier : .binarySpecifier) else { return nil }
            return whole(value, isNegative, suffix, multiplier)
        }

        private mutating func plain(_ isNegative: Bool) -> ScannedNumber? {
            let digits = take(while: \.isDigit)
            var isReal = false
            var fraction: [UInt8] = []
            if text.first == 46 {
                text.removeFirst()
                isReal = true
                fraction = take(while: \.isDigit)
            }
            guard !digits.isEmpty || !fraction.isEmpty else { return nil }
            var exponent = 0
            if let mark = text.first, mark | 0x20 == 101 {
                text.removeFirst()
                isReal = true
                let sign = text.first
                if sign == 45 || sign == 43 { text.removeFirst() }
                let power = take(while: \.isDigit)
                guard !power.isEmpty else { return nil }
                for digit in power { exponent = min(exponent * 10 + Int(digit - 48), 99_999) }
                if sign == 45 { exponent = -exponent }
            }
            guard let (suffix, multiplier) = ending() else { return nil }
            if !isReal && suffix != .decimal {
                if digits.count <= 18 && multiplier == 1 && suffix == .none {
                    var value: Int64 = 0
                    for digit in digits { value = value * 10 + Int64(digit - 48) }
                    if isNegative { value = -value }
                    return Int32(exactly: value).map { .int32($0) } ?? .int64(value)
                }
                guard let value = try? PSBigInteger.make(digits, zeros: 0, isNegative: false) else { return nil }
                return whole(value, isNegative, suffix, multiplier)
            }
            let leading = (digits + fraction).prefix { $0 == 48 }.count
            let kept = Array((digits + fraction).dropFirst(leading))
            let number = NumberDigits(digits: kept, scale: kept.isEmpty ? -fraction.count : digits.count - leading + exponent,
                                      isNegative: isNegative, kind: .decimal)
            if suffix == .decimal {
                guard let value = try? PSDecimal(number), let product = try? PSDecimal.multiply(value, PSDecimal(multiplier)) else { return nil }
                return .decimal(product)
            }
            return real(FloatParse.double(number) * Double(multiplier), suffix)
        }

        private func real(_ value: Double, _ suffix: Suffix) -> ScannedNumber? {
            if suffix == .none { return .double(value) }
            guard value.isFinite, let whole = try? PSBigInteger(value.rounded(.toNearestOrEven)) else { return nil }
            return fitted(whole, suffix)
        }

        private func whole(_ value: PSBigInteger, _ isNegative: Bool, _ suffix: Suffix, _ multiplier: UInt64) -> ScannedNumber? {
            guard let product = multiplier == 1 ? value : try? PSBigInteger.multiply(value, PSBigInteger(multiplier)) else { return nil }
            return fitted(isNegative ? product.negated : product, suffix)
        }

        private func fitted(_ value: PSBigInteger, _ suffix: Suffix) -> ScannedNumber? {
            switch suffix {
            case .int8: return value.integer(Int8.self).map { .int8($0) }
            case .uint8: return value.integer(UInt8.self).map { .uint8($0) }
            case .int16: return value.integer(Int16.self).map { .int16($0) }
            case .uint16: return value.integer(UInt16.self).map { .uint16($0) }
            case .unsigned: return value.integer(UInt32.self).map { .uint32($0) } ?? value.integer(UInt64.self).map { .uint64($0) }
            case .int64: return value.integer(Int64.self).map { .int64($0) }
            case .uint64: return value.integer(UInt64.self).map { .uint64($0) }
            case .big: return .big(value)
            case .decimal: return (try? value.decimal()).map { .decimal($0) }
            case .none:
                if let small = value.integer(Int32.self) { return .int32(small) }
                if let large = value.integer(Int64.self) { return .int64(large) }
                if let decimal = try? value.decimal() { return .decimal(decimal) }
                return .double(value.doubleValue)
            }
        }
    }
}
