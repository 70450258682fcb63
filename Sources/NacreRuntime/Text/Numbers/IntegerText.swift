/// Integers to decimal, hexadecimal and binary digits, appended to a byte buffer without intermediate strings.
public enum IntegerText {
    /// Appends the decimal digits of `value`, with `-` before a negative one.
    public static func append<T: FixedWidthInteger>(_ value: T, to buffer: inout [UInt8]) {
        if value < 0 { buffer.append(45) }
        let magnitude = UInt64(truncatingIfNeeded: value.magnitude)
        append(digits: magnitude, count: digitCount(magnitude), to: &buffer)
    }

    /// Appends the lowest `count` decimal digits of `value`, zeros before it where it is shorter.
    static func append(digits value: UInt64, count: Int, to buffer: inout [UInt8]) {
        if count == 1 { buffer.append(48 &+ UInt8(truncatingIfNeeded: value % 10)); return }
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(48, count: count))
        buffer.withUnsafeMutableBufferPointer { out in
            var rest = value
            var at = start + count
            while rest != 0 && at > start {
                at -= 1
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                out[at] = 48 &+ UInt8(truncatingIfNeeded: digit)
                rest = quotient
            }
        }
    }

    /// How many decimal digits `value` has; 1 for 0.
    static func digitCount(_ value: UInt64) -> Int {
        if value < 10 { return 1 }
        if value < 100 { return 2 }
        if value < 1000 { return 3 }
        // log10(2) as 1233/4096; one comparison corrects it.
        let guess = ((64 - value.leadingZeroBitCount) * 1233) >> 12
        return guess + (value >= powerOfTen(guess) ? 1 : 0)
    }

    /// 10 to the `exponent`, 0 to 19.
    static func powerOfTen(_ exponent: Int) -> UInt64 {
        var result: UInt64 = 1
        var base: UInt64 = 10
        var n = exponent
        while n > 0 {
            if n & 1 == 1 { result &*= base }
            base &*= base
            n >>= 1
        }
        return result
    }

    /// Appends the hexadecimal digits of the bits of `value`, at least `minimum` of them.
    public static func appendHex(_ bits: UInt64, minimum: Int, uppercase: Bool, to buffer: inout [UInt8]) {
        appendBits(bits, shift: 4, minimum: minimum, letter: uppercase ? 55 : 87, to: &buffer)
    }

    /// Appends the binary digits of the bits of `value`, at least `minimum` of them.
    public static func appendBinary(_ bits: UInt64, minimum: Int, to buffer: inout [UInt8]) {
        appendBits(bits, shift: 1, minimum: minimum, letter: 55, to: &buffer)
    }

    private static func appendBits(_ bits: UInt64, shift: Int, minimum: Int, letter: UInt8, to buffer: inout [UInt8]) {
        let count = max(1, (64 - bits.leadingZeroBitCount + shift - 1) / shift)
        if minimum > count { buffer.append(contentsOf: repeatElement(48, count: minimum - count)) }
        var at = count
        while at > 0 {
            at -= 1
            let digit = UInt8(truncatingIfNeeded: bits >> UInt64(at * shift)) & (shift == 4 ? 15 : 1)
            buffer.append(digit < 10 ? 48 + digit : letter + digit)
        }
    }
}
