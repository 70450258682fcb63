import Testing
@testable import NacreRuntime

@Suite struct PatternTests {
    @Test func wildcards() throws {
        for (pattern, text, fits) in [
            ("*", "", true), ("a*", "Apple", true), ("*e", "apple", true), ("*PP*", "apple", true), ("apple", "APPLE", true),
            ("a*l?", "apple", true), ("a?", "a", false), ("c[ao]t", "cot", true), ("c[ao]t", "cut", false), ("[a-c]?", "b2", true),
            ("file[0-9].log", "file7.log", true), ("x]y", "x]y", true), ("a[-]c", "a-c", true), ("`[", "[", true), ("a`*", "a*", true),
            ("a`*", "ab", false), ("*a*b*c", "xaybzc", true), ("*a*b*c", "xaybzcd", false), ("", "", true), ("", "a", false),
            ("`", "`", false), ("a`", "a`", true), ("É*", "été", true),
        ] { #expect(try WildcardPattern(pattern).matches(text) == fits, "\(pattern) \(text)") }
        #expect(try !WildcardPattern("a*", ignoreCase: false).matches("Apple"))
        #expect(throws: TextError(.format, "The specified wildcard character pattern is not valid: a[")) { try WildcardPattern("a[") }
        #expect(throws: TextError.self) { try WildcardPattern("[z-a]") }
        #expect(WildcardPattern.escape(Array("a[1].txt".utf16)) == Array("a`[1`].txt".utf16))
        #expect(WildcardPattern.unescape(Array("a`[1`].txt".utf16)) == Array("a[1].txt".utf16))
    }

    @Test func compositeFormats() throws {
        func parse(_ text: String) throws -> [CompositeFormat.Segment] { try CompositeFormat(Array(text.utf8)).segments }
        #expect(try parse("a{0,-12:N2}b{{{1}}}") == [
            .literal(0..<1), .item(index: 0, alignment: -12, format: 8..<10), .literal(11..<12), .literal(13..<14),
            .item(index: 1, alignment: 0, format: 16..<16), .literal(18..<19)])
        for (text, offset, reason) in [
            ("{", 1, "Format item ends prematurely."), ("}", 1, "Format item ends prematurely."), ("{0", 2, "Format item ends prematurely."),
            ("{}", 1, "Expected an ASCII digit."), ("{a}", 1, "Expected an ASCII digit."), ("{0}}", 4, "Format item ends prematurely."),
            ("{-1}", 1, "Expected an ASCII digit."), ("{0 0}", 3, "Format item ends prematurely."),
            ("{0,10000000}", 10, "Format item ends prematurely."),
        ] {
            let error = TextError(.format, "Input string was not in a correct format. Failure to parse near offset \(offset). \(reason)")
            #expect(throws: error) { try parse(text) }
        }
    }

    @Test func simpleCaseMapping() {
        for (lower, upper) in ["aA", "zZ", "éÉ", "ÿŸ", "āĀ", "яЯ", "ωΩ", "ǆǄ", "ᾳᾼ"].map({ (Array($0.utf16)[0], Array($0.utf16)[1]) }) {
            #expect(CaseMap.upper(lower) == upper)
            #expect(CaseMap.lower(upper) == lower)
        }
        for same in "ßıſ×÷".utf16 { #expect(CaseMap.upper(same) == same) }
        for same in "İ×".utf16 { #expect(CaseMap.lower(same) == same) }
        #expect(CaseMap.upper(0xB5) == 0x39C)
        #expect(CaseMap.upperText(0x131) == 0x49)
        #expect(CaseMap.lowerText(0x130) == 0x69)
    }
}
