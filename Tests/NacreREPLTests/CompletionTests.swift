import TerminalSupport
import Testing
@testable import NacreREPL

@Suite struct CompletionTests {
    @Test func onlyCandidate() throws {
        let t = try probe()
        t.send("set\t x\r")
        try t.expect("P> Set-Gamma x", "ran <Set-Gamma x>", "P>")
    }

    @Test func commonBeginningThenTheList() throws {
        let t = try probe()
        t.send("g\t")
        try t.expect("P> Get-", column: 7)
        t.send("\t")
        try t.expect("P> Get-", " Get-Alpha     Get-Alphabet  Get-Beta", column: 7)
        t.send("\t\t")
        try t.expect("P> Get-Alphabet", " Get-Alpha    >Get-Alphabet  Get-Beta", "about Get-Alphabet", column: 15)
        t.send(Keys.shiftTab)
        try t.wait("the one before") { $0.lines.contains("P> Get-Alpha") }
        t.send("\r")
        try t.expect("P> Get-Alpha", column: 12)
        t.send(" -x\r")
        try t.expect("ran <Get-Alpha -x>", "P>")
    }

    @Test func typingOnTakesTheCandidate() throws {
        let t = try probe()
        t.send("get-\t\t\t\t!")
        try t.expect("P> Get-Beta!", column: 12)
    }

    @Test func escapeGoesBack() throws {
        let t = try probe()
        t.send("get-\t\t")
        try t.wait("a candidate") { $0.lines.contains("P> Get-Alpha") }
        t.send("\u{1b}")
        try t.expect("P> get-", column: 7)
    }

    @Test func middleOfTheLine() throws {
        let t = try probe()
        t.send("😀 set| x" + Keys.left + Keys.left + Keys.left + "\t")
        try t.expect("P> 😀 Set-Gamma| x", column: 15)
    }

    @Test func longListShowsAWindow() {
        let candidates = (1...100).map { Completion.Candidate(text: "item\($0)") }
        var menu = CompletionMenu(candidates: candidates, columns: 20, height: 5)
        #expect(menu.lines(colour: false).count == 5)
        menu.step(-1)
        let lines = menu.lines(colour: false).map { $0.map(\.text).joined() }
        #expect(lines.contains { $0.contains(">item100") })
        #expect(lines.last == "100 candidates")
    }

    @Test func nothingInCommon() {
        #expect(CompletionMenu.commonPrefix(["Get-A", "get-B"]).string == "Get-")
        #expect(CompletionMenu.commonPrefix(["'a b'", "abc"]).isEmpty)
    }
}
