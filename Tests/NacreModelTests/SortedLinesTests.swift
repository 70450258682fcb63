import Testing
@testable import NacreModel
import NacreSchema

@Suite struct SortedLinesTests {
    private func lines(_ text: String) -> SortedLines {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
        _ = bytes.initialize(from: text.utf8)
        return SortedLines(UnsafeBufferPointer(bytes))
    }

    @Test func findsEveryKeyInAnyCaseAndNothingElse() {
        let file = lines("alpha\t1\nBeta\t2\nbetaMax\t3\ngamma\t\n")
        for (key, text) in [("ALPHA", "1"), ("beta", "2"), ("BETAMAX", "3"), ("Gamma", "")] {
            #expect(file.line(key).map { String(decoding: $0.text, as: UTF8.self) } == text)
        }
        for key in ["", "alph", "alphaa", "zeta", "be"] { #expect(file.line(key) == nil) }
        #expect(file.line("BETA")?.key == "Beta")
    }

    @Test func listsKeysByPrefix() {
        let file = lines("alpha\t1\nBeta\t2\nbetaMax\t3\ngamma\t4\n")
        #expect(file.keys == ["alpha", "Beta", "betaMax", "gamma"])
        #expect(file.keys(startingWith: "BET") == ["Beta", "betaMax"])
        #expect(file.keys(startingWith: "x") == [])
    }

    @Test func anEmptyFileHasNothing() { #expect(lines("").line("a") == nil && lines("").keys.isEmpty) }
}
