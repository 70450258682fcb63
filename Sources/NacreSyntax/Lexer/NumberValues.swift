extension NumberScan {
    /// The number, or nil where it does not fit its type.
    func value() -> NumberLiteral? {
        if radix == .decimal, suffix == UInt8(ascii: "d") { return decimal() }
        if real { return realValue() }
        return integer()
    }

    // Integers

    private func integer() -> NumberLiteral? {
        // Fast: a small decimal without suffix.
        if radix == .decimal, suffix == 0, !unsigned, shift == 0, digitsEnd - digits <= 9 {
            var v: Int32 = 0
            for p in digits..<digitsEnd { v = v &* 10 &+ Int32(bytes[p] &- 0x30) }
            return .int(negative ? -v : v)
        }
        guard let (magnitude, minus) = magnitude() else {
            // More than 128 bits
            if suffix == UInt8(ascii: "n") { return big() }
            if suffix != 0 || unsigned || radix != .decimal { return nil }
            return double()
        }
        let (scaled, overflow) = magnitude.multipliedReportingOverflow(by: UInt128(1) << UInt128(shift))
        if overflow { return suffix == UInt8(ascii: "n") ? big() : suffix == 0 && !unsigned && radix == .decimal ? double() : nil }
        let isNegative = minus != negative && scaled != 0
        if suffix == UInt8(ascii: "n") { return .big((isNegative ? "-" : "") + String(scaled)) }
        if unsigned {
            if isNegative { return nil }
            switch suffix {
            case UInt8(ascii: "y"): return UInt8(exactly: scaled).map { .byte($0) }
            case UInt8(ascii: "s"): return UInt16(exactly: scaled).map { .ushort($0) }
            case UInt8(ascii: "l"): return UInt64(exactly: scaled).map { .ulong($0) }
            default: return UInt32(exactly: scaled).map { .uint($0) } ?? UInt64(exactly: scaled).map { .ulong($0) }
            }
        }
        let signed = scaled <= UInt128(Int128.max) ? (isNegative ? -Int128(scaled) : Int128(scaled)) : nil
        switch suffix {
        case UInt8(ascii: "y"): return signed.flatMap { Int8(exactly: $0) }.map { .sbyte($0) }
        case UInt8(ascii: "s"): return signed.flatMap { Int16(exactly: $0) }.map { .short($0) }
        case UInt8(ascii: "l"): return signed.flatMap { Int64(exactly: $0) }.map { .long($0) }
        default: break
        }
        // Sixteen hexadecimal digits are an Int64 where they mean a negative number.
        let isWide = radix == .hex && isNegative && digitsEnd - digits == 16
        if !isWide, let v = signed.flatMap({ Int32(exactly: $0) }) { return .int(v) }
        if let v = signed.flatMap({ Int64(exactly: $0) }) { return .long(v) }
        if radix != .decimal { return nil }
        if scaled < UInt128(1) << 96 { return .decimal(coefficient: scaled, scale: 0, negative: isNegative) }
        return double()
    }

    /// The digits as a number; hexadecimal and binary ones of a full width are two's complement.
    private func magnitude() -> (UInt128, negative: Bool)? {
        var v: UInt128 = 0
        let base: UInt128 = radix == .decimal ? 10 : radix == .hex ? 16 : 2
        var p = digits
        while p < digitsEnd {
            let b = bytes[p]
            let d = UInt128(b <= 0x39 ? b &- 0x30 : b.lowered &- 0x57)
            let (m, o) = v.multipliedReportingOverflow(by: base)
            let (a, o2) = m.addingReportingOverflow(d)
            if o || o2 { return nil }
            v = a
            p += 1
        }
        if radix == .decimal || unsigned { return (v, false) }
        let count = digitsEnd - digits
        let width: Int
        if radix == .hex {
            switch (suffix, count) {
            case (UInt8(ascii: "y"), 2): width = 8
            case (UInt8(ascii: "s"), 4): width = 16
            case (0, 8): width = 32
            case (0, 16), (UInt8(ascii: "l"), 16): width = 64
            default: return (v, false)
            }
        } else {
            switch count {
            case 8, 16, 32, 64: width = count
            default: return (v, false)
            }
            if suffix == UInt8(ascii: "n") { return (v, false) }
        }
        if v >> UInt128(width - 1) & 1 == 1 { return ((UInt128(1) << UInt128(width)) - v, true) }
        return (v, false)
    }

    /// An integer of any length in decimal digits.
    private func big() -> NumberLiteral? {
        var limbs: [UInt32] = [] // base 10^9, least first
        func multiplyAdd(_ m: UInt64, _ a: UInt64) {
            var carry = a
            for i in limbs.indices {
                let x = UInt64(limbs[i]) * m + carry
                limbs[i] = UInt32(x % 1_000_000_000)
                carry = x / 1_000_000_000
            }
            while carry > 0 { limbs.append(UInt32(carry % 1_000_000_000)); carry /= 1_000_000_000 }
        }
        let base: UInt64 = radix == .decimal ? 10 : radix == .hex ? 16 : 2
        if digitsEnd - digits > 20_000 { return nil }
        for p in digits..<digitsEnd {
            let b = bytes[p]
            multiplyAdd(base, UInt64(b <= 0x39 ? b &- 0x30 : b.lowered &- 0x57))
        }
        for _ in 0..<(shift / 10) { multiplyAdd(1024, 0) }
        var text = negative ? "-" : ""
        guard let top = limbs.last else { return .big("0") }
        text += String(top)
        for limb in limbs.dropLast().reversed() {
            let s = String(limb)
            text += String(repeating: "0", count: 9 - s.count) + s
        }
        return .big(text)
    }

    // Reals

    /// The digits as a double, sign and multiplier included.
    private func double() -> NumberLiteral? {
        guard let d = doubleValue() else { return nil }
        return .double(d)
    }
    private func doubleValue() -> Double? {
        var text = ""
        var p = digits
        while p < digitsEnd {
            if bytes[p] == 0xE2 { text += "-"; p += 3; continue }
            text.unicodeScalars.append(Unicode.Scalar(bytes[p]))
            p += 1
        }
        if text.hasPrefix(".") { text = "0" + text }
        if text.hasSuffix(".") { text += "0" }
        if let r = text.range(of: ".e") { text.replaceSubrange(r, with: ".0e") }
        guard let d = Double(text) else { return nil }
        let v = d * Double(UInt64(1) << UInt64(shift))
        return negative ? -v : v
    }

    private func realValue() -> NumberLiteral? {
        guard let d = doubleValue() else { return nil }
        if suffix == 0, !unsigned { return .double(d) }
        let r = d.rounded(.toNearestOrEven)
        if unsigned {
            switch suffix {
            case UInt8(ascii: "y"): return UInt8(exactly: r).map { .byte($0) }
            case UInt8(ascii: "s"): return UInt16(exactly: r).map { .ushort($0) }
            case UInt8(ascii: "l"): return UInt64(exactly: r).map { .ulong($0) }
            default: return UInt32(exactly: r).map { .uint($0) } ?? UInt64(exactly: r).map { .ulong($0) }
            }
        }
        switch suffix {
        case UInt8(ascii: "y"): return Int8(exactly: r).map { .sbyte($0) }
        case UInt8(ascii: "s"): return Int16(exactly: r).map { .short($0) }
        case UInt8(ascii: "l"): return Int64(exactly: r).map { .long($0) }
        default: // n
            if !d.isFinite { return nil }
            let t = d.rounded(.towardZero)
            guard t.magnitude < 1.7e38 else { return nil }
            return .big(String(Int128(t)))
        }
    }

    /// A decimal keeps the digits written: `1.50d` has scale 2.
    private func decimal() -> NumberLiteral? {
        let limit = UInt128(1) << 96
        var c: UInt128 = 0, scale = 0, exponent = 0, seenPoint = false, p = digits
        var dropped: UInt8 = 0, full = false, inexactTail = false
        while p < digitsEnd {
            let b = bytes[p]
            if b == UInt8(ascii: ".") { seenPoint = true; p += 1; continue }
            if b.lowered == UInt8(ascii: "e") { break }
            let d = UInt128(b &- 0x30)
            if !full, c * 10 + d < limit, !(seenPoint && scale == 28) {
                c = c * 10 + d
                if seenPoint { scale += 1 }
            } else {
                if full { inexactTail = inexactTail || d != 0 } else { dropped = UInt8(d); full = true }
                if !seenPoint { return nil }
            }
            p += 1
        }
        if p < digitsEnd {
            p += 1
            var minus = false
            if bytes[p] == UInt8(ascii: "+") { p += 1 } else if bytes[p] == 0x2D { minus = true; p += 1 } else if bytes[p] == 0xE2 { minus = true; p += 3 }
            while p < digitsEnd { exponent = min(exponent * 10 + Int(bytes[p] &- 0x30), 100_000); p += 1 }
            if minus { exponent = -exponent }
        }
        if full, dropped > 5 || (dropped == 5 && (inexactTail || c & 1 == 1)) { c += 1 }
        scale -= exponent
        while scale < 0 {
            if c == 0 { scale = 0; break }
            c *= 10
            if c >= limit { return nil }
            scale += 1
        }
        while scale > 28 {
            let r = c % 10
            c /= 10
            if r > 5 || (r == 5 && c & 1 == 1) { c += 1 }
            scale -= 1
            if c == 0 { scale = 28 }
        }
        for _ in 0..<(shift / 10) {
            c *= 1024
            while c >= limit {
                if scale == 0 { return nil }
                let r = c % 10
                c /= 10
                if r >= 5 { c += 1 }
                scale -= 1
            }
        }
        return .decimal(coefficient: c, scale: UInt8(scale), negative: negative)
    }
}

private extension String {
    func range(of needle: String) -> Range<String.Index>? {
        var i = startIndex
        while i < endIndex {
            if self[i...].lowercased().hasPrefix(needle) { return i..<index(i, offsetBy: needle.count) }
            i = index(after: i)
        }
        return nil
    }
}
