import Testing
@testable import NacreSyntax

@Suite struct SourceTests {
    @Test func linesEndAfterLFOrCRLFOrCR() {
        let s = Source("a\nbc\r\nd\re")
        #expect(s.lines == [0, 2, 6, 8])
        #expect(s.position(7) == (3, 2))
        #expect(s.line(2) == "bc")
    }
    @Test func columnsCountUTF16Units() {
        #expect(Source("é😀x").position(6) == (1, 4))
    }
}
