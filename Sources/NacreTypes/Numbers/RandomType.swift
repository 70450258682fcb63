import NacreRuntime

extension TypeRef { public static let random = TypeRef("System.Random", base: .object) }

/// `System.Random`: with a seed it repeats itself, though not .NET's numbers.
final class RandomValue: Native {
    private var state: UInt64
    private let isSeeded: Bool
    init(seed: Int?) {
        isSeeded = seed != nil
        state = UInt64(bitPattern: Int64(seed ?? 0)) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
        super.init(.random)
    }
    func next() -> UInt64 {
        guard isSeeded else { return .random(in: .min ... .max) }
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
    func below(_ n: UInt64) -> UInt64 { n == 0 ? 0 : next().multipliedFullWidth(by: n).high }
    var fraction: Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}

enum RandomType {
    static func declare(_ t: TypeBuilder) {
        func me(_ v: Value) -> RandomValue { v.obj as? RandomValue ?? RandomValue(seed: nil) }
        t.constructor("System.Random()") { _, _, _ in .object(RandomValue(seed: nil)) }
        t.constructor("System.Random(int Seed)") { _, _, a in .object(RandomValue(seed: a.int(0))) }
        t.staticProperty("System.Random Shared") { _, _ in .object(RandomValue(seed: nil)) }
        t.method("int Next()") { _, v, _ in .int(Int32(me(v).below(UInt64(Int32.max)))) }
        t.method("int Next(int maxValue)") { _, v, a in
            if a.int(0) < 0 { throw NetException.negative("maxValue", a.int(0)) }
            return .int(Int32(me(v).below(UInt64(a.int(0)))))
        }
        t.method("int Next(int minValue, int maxValue)") { _, v, a in
            let low = a.int(0), high = a.int(1)
            if low > high { throw NetException.range("'minValue' cannot be greater than maxValue.", "minValue") }
            return .int(Int32(low + Int(me(v).below(UInt64(high - low)))))
        }
        t.method("long NextInt64()") { _, v, _ in .long(Int64(me(v).below(UInt64(Int64.max)))) }
        t.method("long NextInt64(long maxValue)") { _, v, a in .long(Int64(me(v).below(UInt64(max(a.int(0), 0))))) }
        t.method("double NextDouble()") { _, v, _ in .double(me(v).fraction) }
        t.method("float NextSingle()") { _, v, _ in .single(Float(me(v).next() >> 40) / 16_777_216) }
        t.method("void NextBytes(byte[] buffer)") { _, v, a in
            guard let s = a.object(0, Seq.self) else { throw NetException.null("buffer") }
            for i in 0..<s.count { s[i] = .byte(UInt8(truncatingIfNeeded: me(v).next())) }
            return .void
        }
        t.method("void Shuffle(System.Object[] values)") { _, v, a in
            guard let s = a.object(0, Seq.self) else { throw NetException.null("values") }
            for i in stride(from: s.count - 1, to: 0, by: -1) {
                let j = Int(me(v).below(UInt64(i + 1))), x = s[i]
                s[i] = s[j]
                s[j] = x
            }
            return .void
        }
    }
}
