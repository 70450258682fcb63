import TerminalSupport
import Testing

@Suite struct MultiLineTests {
    @Test func incompleteInputGoesOn() throws {
        let t = try probe()
        t.send("foreach {\r")
        try t.expect("P> foreach {", ">>", column: 3)
        t.send("one\rtwo }\r")
        try t.expect("P> foreach {", ">> one", ">> two }", "ran <foreach {|one|two }>", "P>")
    }

    @Test func recalledAndEditedAsOne() throws {
        let t = try probe()
        t.send("f {\rone\r}\r")
        try t.expect("ran <f {|one|}>", "P>")
        t.send("echo x\r")
        try t.expect("[x]", "P>")
        t.send(Keys.up + Keys.up)
        try t.expect("P> f {", ">> one", ">> }", column: 4)
        t.send(Keys.left + Keys.up + "X")
        try t.expect("P> f {", ">> Xone", ">> }", column: 4)
        t.send(Keys.up + Keys.end + " ")
        try t.wait("the first line's end") { $0.lines.suffix(3) == ["P> f {", ">> Xone", ">> }"] && $0.column == 7 }
        t.send("// }\r")
        try t.expect("ran <f { // }|Xone|}>", "P>")
        t.send(Keys.up)
        try t.expect("P> f { // }", ">> Xone", ">> }")
    }

    @Test func upGoesOnThroughTheHistory() throws {
        let t = try probe()
        t.send("echo first\rg {\r}\r")
        try t.expect("ran <g {|}>", "P>")
        t.send(Keys.up)
        try t.expect("P> g {", ">> }")
        t.send(Keys.up)
        try t.expect("P> echo first", column: 13)
        t.send(Keys.down + Keys.down)
        try t.expect("P>", column: 3)
    }

    @Test func lineBreakOnDemand() throws {
        let t = try probe()
        t.send("one" + Keys.altEnter + "two")
        try t.expect("P> one", ">> two")
        t.send(Keys.rubout + Keys.rubout + Keys.rubout + Keys.rubout)
        try t.expect("P> one", column: 6)
    }

    @Test func killingStaysInTheLine() throws {
        let t = try probe()
        t.send("a {" + Keys.altEnter + "bcd" + Keys.altEnter + "}" + Keys.up + Keys.home + Keys.control("k"))
        try t.expect("P> a {", ">>", ">> }")
        t.send(Keys.control("y") + "!")
        try t.expect("P> a {", ">> bcd!", ">> }", column: 7)
    }

    @Test func continuedLinesInANarrowWindow() throws {
        let t = try probe(columns: 20)
        t.send("abc {\r0123456789abcdefghij\r}")
        try t.expect("P> abc {", ">> 0123456789abcdefg", "hij", ">> }", column: 4)
        t.send(Keys.up + Keys.up + Keys.end + "xyz")
        try t.expect("P> abc {xyz", ">> 0123456789abcdefg", "hij", ">> }", column: 11)
    }

    @Test func pasteIsOneEdit() throws {
        let t = try probe()
        try t.wait("bracketed paste") { $0.isPasteBracketed }
        t.send(Keys.paste("echo one\recho two\r\n\techo three"))
        try t.expect("P> echo one", ">> echo two", ">>     echo three")
        t.send("\u{1f}")
        try t.expect("P>", column: 3)
        t.send(Keys.paste("echo a\necho b") + "\r")
        try t.wait("one run of both") { $0.lines.contains("[a") && $0.lines.contains("echo b]") && $0.lines.last == "P>" }
        t.send(Keys.up)
        try t.expect("P> echo a", ">> echo b")
    }

    @Test func pasteWithoutBracketsRunsLineByLine() throws {
        let t = try probe()
        t.send("echo one\recho two\recho three\r")
        try t.wait("three results") { s in ["[one]", "[two]", "[three]"].allSatisfy { s.lines.contains($0) } && s.lines.last == "P>" }
    }

    @Test func bracketsAreOffWhileSomethingRuns() throws {
        let t = try probe()
        t.send("spin\r")
        try t.expect("spinning")
        #expect(!t.screen.isPasteBracketed)
        #expect(t.isCooked)
        t.send(Keys.control("c"))
        try t.expect("^Cstopped", "P>")
    }
}
