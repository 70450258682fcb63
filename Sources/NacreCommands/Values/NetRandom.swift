/// .NET's seeded random numbers: Knuth's subtractive generator as `System.Random(seed)` has it.
struct NetRandom {
    private var seeds = [Int32](repeating: 0, count: 56)
    private var next = 0, nextBehind = 21

    init(seed: Int32) {
        let start = seed == .min ? Int32.max : abs(seed)
        var mj = 161_803_398 &- start, mk: Int32 = 1
        seeds[55] = mj
        var at = 0
        for _ in 1..<55 {
            at += 21
            if at >= 55 { at -= 55 }
            seeds[at] = mk
            mk = mj &- mk
            if mk < 0 { mk &+= .max }
            mj = seeds[at]
        }
        for _ in 1..<5 {
            for i in 1..<56 {
                var n = i + 30
                if n >= 55 { n -= 55 }
                seeds[i] = seeds[i] &- seeds[1 + n]
                if seeds[i] < 0 { seeds[i] &+= .max }
            }
        }
    }
    private mutating func sample() -> Int32 {
        next += 1
        if next >= 56 { next = 1 }
        nextBehind += 1
        if nextBehind >= 56 { nextBehind = 1 }
        var r = seeds[next] &- seeds[nextBehind]
        if r == .max { r -= 1 }
        if r < 0 { r &+= .max }
        seeds[next] = r
        return r
    }
    /// From 0 up to 1, 1 not reached.
    mutating func double() -> Double { Double(sample()) * (1.0 / Double(Int32.max)) }
    /// From `low` up to `high`, `high` not reached.
    mutating func int(_ low: Int64, _ high: Int64) -> Int64 {
        let range = high - low
        if range <= Int64(Int32.max) { return Int64(double() * Double(range)) + low }
        var x = sample()
        if sample() % 2 == 0 { x = -x }
        let d = (Double(x) + Double(Int32.max - 1)) / (2 * Double(Int32.max) - 1)
        return Int64(d * Double(range)) + low
    }
}
