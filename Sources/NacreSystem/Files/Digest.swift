import Glibc

/// Message digests by their published definitions (FIPS 180-4, RFC 1321).
enum Digest {
    static func md5(_ message: [UInt8]) -> [UInt8] {
        let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
        var h: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
        blocks(message, size: 64, bigEndian: false) { block, at in
            var w = [UInt32](repeating: 0, count: 16)
            for i in 0..<16 { w[i] = UInt32(block[at + i * 4]) | UInt32(block[at + i * 4 + 1]) << 8 | UInt32(block[at + i * 4 + 2]) << 16 | UInt32(block[at + i * 4 + 3]) << 24 }
            var a = h[0], b = h[1], c = h[2], d = h[3]
            for i in 0..<64 {
                let f: UInt32, g: Int
                switch i / 16 {
                case 0: f = (b & c) | (~b & d); g = i
                case 1: f = (d & b) | (~d & c); g = (5 * i + 1) & 15
                case 2: f = b ^ c ^ d; g = (3 * i + 5) & 15
                default: f = c ^ (b | ~d); g = (7 * i) & 15
                }
                let x = a &+ f &+ sines[i] &+ w[g], s = shifts[i / 16 * 4 + i % 4]
                a = d; d = c; c = b
                b = b &+ (x << s | x >> (32 - s))
            }
            h[0] = h[0] &+ a; h[1] = h[1] &+ b; h[2] = h[2] &+ c; h[3] = h[3] &+ d
        }
        return h.flatMap { x in (0..<4).map { UInt8(truncatingIfNeeded: x >> UInt32($0 * 8)) } }
    }
    /// The whole parts of 2^32 times the sines of 1 to 64.
    private static let sines: [UInt32] = (1...64).map { UInt32(abs(sin(Double($0))) * 4_294_967_296) }

    static func sha1(_ message: [UInt8]) -> [UInt8] {
        var h: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        blocks(message, size: 64, bigEndian: true) { block, at in
            var w = [UInt32](repeating: 0, count: 80)
            for i in 0..<16 { w[i] = word(block, at + i * 4) }
            for i in 16..<80 { let x = w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16]; w[i] = x << 1 | x >> 31 }
            var a = h[0], b = h[1], c = h[2], d = h[3], e = h[4]
            for i in 0..<80 {
                let f: UInt32, k: UInt32
                switch i / 20 {
                case 0: f = (b & c) | (~b & d); k = 0x5A82_7999
                case 1: f = b ^ c ^ d; k = 0x6ED9_EBA1
                case 2: f = (b & c) | (b & d) | (c & d); k = 0x8F1B_BCDC
                default: f = b ^ c ^ d; k = 0xCA62_C1D6
                }
                let x = (a << 5 | a >> 27) &+ f &+ e &+ k &+ w[i]
                e = d; d = c; c = b << 30 | b >> 2; b = a; a = x
            }
            h[0] = h[0] &+ a; h[1] = h[1] &+ b; h[2] = h[2] &+ c; h[3] = h[3] &+ d; h[4] = h[4] &+ e
        }
        return h.flatMap { x in stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: x >> UInt32($0)) } }
    }

    static func sha256(_ message: [UInt8]) -> [UInt8] {
        // The first bits of the fractions of the primes' square and cube roots.
        var h = primes(8).map { UInt32(truncatingIfNeeded: root($0, cube: false) >> 32) }
        let k = primes(64).map { UInt32(truncatingIfNeeded: root($0, cube: true) >> 32) }
        blocks(message, size: 64, bigEndian: true) { block, at in
            var w = [UInt32](repeating: 0, count: 64)
            for i in 0..<16 { w[i] = word(block, at + i * 4) }
            func r(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }
            for i in 16..<64 {
                let s0 = r(w[i - 15], 7) ^ r(w[i - 15], 18) ^ w[i - 15] >> 3, s1 = r(w[i - 2], 17) ^ r(w[i - 2], 19) ^ w[i - 2] >> 10
                w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
            }
            var v = h
            for i in 0..<64 {
                let s1 = r(v[4], 6) ^ r(v[4], 11) ^ r(v[4], 25), ch = (v[4] & v[5]) ^ (~v[4] & v[6])
                let t1 = v[7] &+ s1 &+ ch &+ k[i] &+ w[i]
                let s0 = r(v[0], 2) ^ r(v[0], 13) ^ r(v[0], 22), maj = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
                v[7] = v[6]; v[6] = v[5]; v[5] = v[4]; v[4] = v[3] &+ t1; v[3] = v[2]; v[2] = v[1]; v[1] = v[0]; v[0] = t1 &+ s0 &+ maj
            }
            for i in 0..<8 { h[i] = h[i] &+ v[i] }
        }
        return h.flatMap { x in stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: x >> UInt32($0)) } }
    }

    static func sha512(_ message: [UInt8]) -> [UInt8] { wide(message, start: primes(8).map { root($0, cube: false) }, bytes: 64) }
    static func sha384(_ message: [UInt8]) -> [UInt8] { wide(message, start: primes(16).suffix(8).map { root($0, cube: false) }, bytes: 48) }
    private static func wide(_ message: [UInt8], start: [UInt64], bytes: Int) -> [UInt8] {
        var h = start
        let k = primes(80).map { root($0, cube: true) }
        blocks(message, size: 128, bigEndian: true) { block, at in
            var w = [UInt64](repeating: 0, count: 80)
            for i in 0..<16 { w[i] = UInt64(word(block, at + i * 8)) << 32 | UInt64(word(block, at + i * 8 + 4)) }
            func r(_ x: UInt64, _ n: UInt64) -> UInt64 { x >> n | x << (64 - n) }
            for i in 16..<80 {
                let s0 = r(w[i - 15], 1) ^ r(w[i - 15], 8) ^ w[i - 15] >> 7, s1 = r(w[i - 2], 19) ^ r(w[i - 2], 61) ^ w[i - 2] >> 6
                w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
            }
            var v = h
            for i in 0..<80 {
                let s1 = r(v[4], 14) ^ r(v[4], 18) ^ r(v[4], 41), ch = (v[4] & v[5]) ^ (~v[4] & v[6])
                let t1 = v[7] &+ s1 &+ ch &+ k[i] &+ w[i]
                let s0 = r(v[0], 28) ^ r(v[0], 34) ^ r(v[0], 39), maj = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
                v[7] = v[6]; v[6] = v[5]; v[5] = v[4]; v[4] = v[3] &+ t1; v[3] = v[2]; v[2] = v[1]; v[1] = v[0]; v[0] = t1 &+ s0 &+ maj
            }
            for i in 0..<8 { h[i] = h[i] &+ v[i] }
        }
        return Array(h.flatMap { x in stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: x >> UInt64($0)) } }.prefix(bytes))
    }

    // Parts

    private static func word(_ b: UnsafeBufferPointer<UInt8>, _ i: Int) -> UInt32 { UInt32(b[i]) << 24 | UInt32(b[i + 1]) << 16 | UInt32(b[i + 2]) << 8 | UInt32(b[i + 3]) }
    /// Calls for each block of the message with its padding: a one bit, zeros, the length in bits.
    private static func blocks(_ message: [UInt8], size: Int, bigEndian: Bool, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
        let whole = message.count / size * size
        message.withUnsafeBufferPointer { p in for at in stride(from: 0, to: whole, by: size) { body(p, at) } }
        var tail = Array(message[whole...]) + [0x80]
        let field = size / 8
        while (tail.count + field) % size != 0 { tail.append(0) }
        let bits = UInt64(message.count) &* 8
        if bigEndian {
            tail += [UInt8](repeating: 0, count: field - 8)
            for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
        } else { for shift in stride(from: 0, to: 64, by: 8) { tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) } }
        tail.withUnsafeBufferPointer { p in for at in stride(from: 0, to: tail.count, by: size) { body(p, at) } }
    }
    private static func primes(_ n: Int) -> [UInt64] {
        var out: [UInt64] = [], x: UInt64 = 2
        while out.count < n { if out.allSatisfy({ x % $0 != 0 }) { out.append(x) }; x += 1 }
        return out
    }
    /// The first 64 bits of the fraction of a prime's square or cube root, by bisection over whole numbers.
    private static func root(_ p: UInt64, cube: Bool) -> UInt64 {
        // The largest x with x² ≤ p·2^128, or x³ ≤ p·2^192; its low 64 bits are the fraction.
        var low = Wide(0), high = Wide(32) << 64
        let limit = Wide(p) << (cube ? 192 : 128)
        while high - low > Wide(1) {
            let middle = (low + high) >> 1
            let power = cube ? middle * middle * middle : middle * middle
            if power <= limit { low = middle } else { high = middle }
        }
        return low.low
    }
}

/// A whole number of 256 bits, just enough for the roots.
private struct Wide: Comparable {
    var w: (UInt64, UInt64, UInt64, UInt64)
    var low: UInt64 { w.0 }
    init(_ x: UInt64) { w = (x, 0, 0, 0) }
    private init(_ a: [UInt64]) { w = (a[0], a[1], a[2], a[3]) }
    private var a: [UInt64] { [w.0, w.1, w.2, w.3] }
    static func == (x: Wide, y: Wide) -> Bool { x.a == y.a }
    static func < (x: Wide, y: Wide) -> Bool { x.a.reversed().lexicographicallyPrecedes(y.a.reversed()) }
    static func + (x: Wide, y: Wide) -> Wide {
        var out = x.a, carry: UInt64 = 0
        for i in 0..<4 {
            let (s, o) = out[i].addingReportingOverflow(y.a[i]), (t, p) = s.addingReportingOverflow(carry)
            out[i] = t
            carry = (o ? 1 : 0) + (p ? 1 : 0)
        }
        return Wide(out)
    }
    static func - (x: Wide, y: Wide) -> Wide {
        var out = x.a, borrow: UInt64 = 0
        for i in 0..<4 {
            let (s, o) = out[i].subtractingReportingOverflow(y.a[i]), (t, p) = s.subtractingReportingOverflow(borrow)
            out[i] = t
            borrow = (o ? 1 : 0) + (p ? 1 : 0)
        }
        return Wide(out)
    }
    static func * (x: Wide, y: Wide) -> Wide {
        var out: [UInt64] = [0, 0, 0, 0]
        for i in 0..<4 {
            var carry: UInt64 = 0
            for j in 0..<(4 - i) {
                let (h, l) = x.a[i].multipliedFullWidth(by: y.a[j])
                let (s, o) = out[i + j].addingReportingOverflow(l), (t, p) = s.addingReportingOverflow(carry)
                out[i + j] = t
                carry = h &+ (o ? 1 : 0) &+ (p ? 1 : 0)
            }
        }
        return Wide(out)
    }
    static func << (x: Wide, n: Int) -> Wide {
        var out: [UInt64] = [0, 0, 0, 0]
        for i in 0..<4 where i + n / 64 < 4 { out[i + n / 64] = x.a[i] }
        return Wide(out)
    }
    /// By one bit.
    static func >> (x: Wide, _: Int) -> Wide {
        var out = x.a
        for i in 0..<4 { out[i] = x.a[i] >> 1 | (i < 3 ? x.a[i + 1] << 63 : 0) }
        return Wide(out)
    }
}
