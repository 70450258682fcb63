import TerminalSupport
import Testing

@Suite struct EditingTests {
    @Test func typedLineRuns() throws {
        let t = try probe()
        t.send("echo hello\r")
        try t.expect("P> echo hello", "[hello]", "P>")
    }

    @Test func middleOfTheLine() throws {
        let t = try probe()
        t.send("echo hllo" + Keys.left + Keys.left + Keys.left + "e")
        try t.expect("P> echo hello", column: 10)
        t.send(Keys.home + Keys.delete + "E" + Keys.end + "!\r")
        try t.expect("P> Echo hello!", "ran <Echo hello!>", "P>")
    }

    @Test func wordsAndKilling() throws {
        let t = try probe()
        t.send("echo one two three" + Keys.control("w"))
        try t.expect("P> echo one two", column: 16)
        t.send(Keys.control("a") + Keys.control("k"))
        try t.expect("P>", column: 3)
        t.send(Keys.control("y") + "\u{1b}b" + "\u{1b}b" + "X")
        try t.expect("P> echo Xone two", column: 9)
        t.send("\u{1b}[1;5C" + "Y")
        try t.expect("P> echo XoneY two")
    }

    @Test func undo() throws {
        let t = try probe()
        t.send("echo one")
        try t.expect("P> echo one")
        t.send(Keys.control("w"))
        try t.expect("P> echo")
        t.send("\u{1f}")
        try t.expect("P> echo one")
    }

    @Test func wideCharactersAndMarks() throws {
        let t = try probe()
        t.send("echo 日本語é e\u{301}")
        try t.expect("P> echo 日本語é e\u{301}", column: 17)
        t.send(Keys.left + Keys.left + Keys.left + Keys.left + Keys.rubout)
        try t.expect("P> echo 日本é e\u{301}", column: 12)
        t.send("😀\r")
        try t.expect("[日本😀é e\u{301}]", "P>")
    }

    @Test func longLineInANarrowWindow() throws {
        let t = try probe(columns: 20)
        t.send("echo abcdefghijklmnopqrstuvwxyz0123456789")
        try t.expect("P> echo abcdefghijkl", "mnopqrstuvwxyz012345", "6789", column: 4)
        t.send(Keys.control("a") + "X")
        try t.expect("P> Xecho abcdefghijk", "lmnopqrstuvwxyz01234", "56789", column: 4)
        t.send(Keys.delete + Keys.rubout + "e" + Keys.end)
        try t.wait("the cursor at the end") { $0.row == 2 && $0.column == 4 }
        t.send(Keys.rubout + Keys.rubout + Keys.rubout + Keys.rubout)
        try t.expect("P> echo abcdefghijkl", "mnopqrstuvwxyz012345", column: 0)
        t.send("\r")
        try t.expect("[abcdefghijklmnopqrs", "tuvwxyz012345]", "P>")
    }

    @Test func wideCharacterAtTheMargin() throws {
        let t = try probe(columns: 20)
        t.send("echo aaaaaaaaaaa日b")
        try t.expect("P> echo aaaaaaaaaaa", "日b", column: 3)
        t.send(Keys.left + Keys.left + "c")
        try t.expect("P> echo aaaaaaaaaaac", "日b", column: 0)
    }

    @Test func moreRowsThanTheWindowHas() throws {
        let t = try probe(columns: 20, rows: 4)
        t.send("echo " + String(repeating: "x", count: 100) + "end")
        try t.wait("the end of the line") { $0.lines.count == 4 && $0.lines.last?.hasSuffix("xend") == true }
        t.send(Keys.control("a"))
        try t.wait("its beginning") { $0.lines.first?.hasPrefix("P> echo") == true && $0.row == 0 }
        t.send(Keys.end + "\r")
        try t.wait("its result") { $0.lines.last == "P>" && $0.lines.contains { $0.hasSuffix("xend]") } }
    }

    @Test(arguments: ["emacs", "vi"])
    func moreLinesThanTheWindowHas(mode: String) throws {
        let t = try probe(columns: 9, rows: 3, environment: ["NACRE_EDIT_MODE": mode])
        t.send(Keys.paste((1...40).map { "line \($0) of many" }.joined(separator: "\n")))
        try t.wait("the last line") { $0.text.hasSuffix("line 4\n0 of many") }
        t.send(String(repeating: Keys.left, count: 30) + String(repeating: "\u{1b}[1;5D", count: 200))
        try t.wait("the first line") { $0.lines.first?.hasPrefix("P> line") == true }
        t.send("\r")
        try t.wait("its result") { $0.lines.last == "P>" }
    }

    @Test func viKeys() throws {
        let t = try probe(environment: ["NACRE_EDIT_MODE": "vi"])
        t.send("echo one two")
        try t.expect("P> echo one two")
        t.send("\u{1b}")
        try t.expect("P> echo one two", column: 14)
        t.send("bcwsix\u{1b}")
        try t.expect("P> echo one six", column: 14)
        t.send("0x")
        try t.expect("P> cho one six", column: 3)
        t.send("ie\r")
        try t.expect("[one six]", "P>")
        t.send("\u{1b}")
        t.send("k")
        try t.wait("the line again") { $0.lines.last == "P> echo one six" }
    }

    @Test func promptStartsOnARowOfItsOwn() throws {
        let t = try probe()
        t.send("half\r")
        try t.expect("P> half", "half", "P>", column: 3)
    }

    @Test func screenIsCleared() throws {
        let t = try probe()
        t.send("echo one\rab")
        try t.expect("[one]", "P> ab")
        t.send(Keys.control("l") + "c")
        try t.wait("the line alone at the top") { $0.lines == ["P> abc"] && $0.column == 6 }
    }

    @Test func coloursOnlyWhereWanted() throws {
        let plain = try probe(environment: ["PROBE_COLOUR": "1"])
        plain.send("echo x\r")
        try plain.expect("[x]", "P>")
        #expect(plain.screen.styles.isEmpty)
        let coloured = try probe(environment: ["PROBE_COLOUR": "1", "NO_COLOR": ""])
        coloured.send("echo x\r")
        try coloured.expect("[x]", "P>")
        #expect(coloured.screen.styles.contains("32"))
    }

    @Test func newWidth() throws {
        let t = try probe(columns: 40)
        t.send("echo abcdefghijklmnopqrstuvwxyz")
        try t.expect("P> echo abcdefghijklmnopqrstuvwxyz")
        t.resize(columns: 60, rows: 24)
        t.send("0123456789ABCDEF")
        try t.expect("P> echo abcdefghijklmnopqrstuvwxyz0123456789ABCDEF", column: 50)
    }

    @Test func terminalThatCannotMove() throws {
        let t = try probe(environment: ["TERM": "dumb"])
        t.send("if {\n")
        try t.expect("P> if {", ">>")
        t.send("}\n")
        try t.expect("ran <if {|}>", "P>")
        t.send(Keys.control("d"))
        #expect(try t.exitCode() == 0)
    }
}

extension Keys {
    static let rubout = "\u{7f}"
}
