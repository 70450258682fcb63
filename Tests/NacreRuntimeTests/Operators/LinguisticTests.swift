import Testing
@testable import NacreRuntime

/// The table for ASCII agrees with ICU on every pair of short texts tried.
@Suite struct LinguisticTests {
    @Test(.enabled(if: Collator.shared != nil, "ICU is not installed"))
    func tableAgreesWithICU() {
        guard let icu = Collator.shared else { return }
        let units: [UInt16] = [9, 10] + Array(0x20...0x7E)
        var texts = units.map { Str([$0]) }
        var seed: UInt64 = 1
        func random(_ n: Int) -> Int { seed = seed &* 6_364_136_223_846_793_005 &+ 1; return Int(seed >> 33) % n }
        for _ in 0..<200 { texts.append(Str((0..<random(6)).map { _ in units[random(units.count)] })) }
        var wrong = 0
        for x in texts {
            for y in texts where x !== y {
                for fold in [true, false] where Linguistic.order(x, y, ignoreCase: fold) != icu.order(x, y, ignoreCase: fold)
                    || Linguistic.equal(x, y, ignoreCase: fold) != (icu.order(x, y, ignoreCase: fold) == 0) { wrong += 1 }
            }
        }
        #expect(wrong == 0)
    }
    @Test func orderOfTexts() {
        func order(_ x: String, _ y: String) -> Int { Linguistic.order(Str(x), Str(y), ignoreCase: false) }
        #expect(order("a", "A") < 0)
        #expect(order("A", "b") < 0)
        #expect(order("_", "a") < 0)
        #expect(order("9", "a") < 0)
        #expect(order("file10", "file9") < 0)
        #expect(!Linguistic.equal(Str("résumé"), Str("resume"), ignoreCase: true))
    }
}
