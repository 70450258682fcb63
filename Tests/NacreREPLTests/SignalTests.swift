import Foundation
import TerminalSupport
import Testing

@Suite struct SignalTests {
    @Test func controlCClearsTheLine() throws {
        let t = try probe()
        t.send("echo half")
        try t.expect("P> echo half")
        t.send(Keys.control("c"))
        try t.expect("P> echo half^C", "P>", column: 3)
        t.send("echo whole\r")
        try t.expect("[whole]", "P>")
        t.send("f {\rg")
        try t.expect(">> g")
        t.send(Keys.control("c") + "echo on\r")
        try t.expect("[on]", "P>")
    }

    @Test(arguments: [("spin", "spinning", "stopped"), ("sleep", "sleeping", "woken")])
    func controlCStopsWhatRuns(command: String, begin: String, end: String) throws {
        let t = try probe()
        t.send(command + "\r")
        try t.expect(begin)
        let start = Date()
        t.send(Keys.control("c"))
        try t.wait("the prompt") { $0.lines.suffix(2) == ["^C" + end, "P>"] }
        #expect(Date().timeIntervalSince(start) < 1)
        t.send("echo alive\r")
        try t.expect("[alive]", "P>")
    }

    @Test func controlDLeavesFromAnEmptyLine() throws {
        let t = try probe()
        t.send("ab" + Keys.left + Keys.control("d"))
        try t.expect("P> a")
        t.send(Keys.rubout + Keys.control("d"))
        #expect(try t.exitCode() == 0)
        #expect(t.screen.lines.last == "closed")
        #expect(t.isCooked)
        #expect(!t.screen.isPasteBracketed)
    }

    @Test func exitGivesItsCode() throws {
        let t = try probe()
        t.send("exit 7\r")
        #expect(try t.exitCode() == 7)
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func endingSignalAtThePrompt(signal: Int32) throws {
        let t = try probe()
        t.send("half")
        try t.expect("P> half")
        kill(t.process, signal)
        #expect(try t.exitCode() == 128 + signal)
        #expect(t.screen.lines.last == "closed")
        #expect(t.isCooked)
        #expect(!t.screen.isPasteBracketed)
    }

    @Test func endingSignalWhileSomethingRuns() throws {
        let t = try probe()
        t.send("spin\r")
        try t.expect("spinning")
        kill(t.process, SIGTERM)
        #expect(try t.exitCode() == 128 + SIGTERM)
        #expect(t.screen.lines.suffix(2) == ["stopped", "closed"])
    }

    @Test func terminalLeftRawIsRepaired() throws {
        let t = try probe()
        t.send("raw\r")
        try t.expect("P> raw", "P>")
        t.send("spin\r")
        try t.expect("spinning")
        #expect(t.isCooked)
        t.send(Keys.control("c"))
        try t.expect("^Cstopped", "P>")
    }

    @Test func continuedFromOutside() throws {
        let t = try probe()
        t.send("echo a")
        try t.expect("P> echo a")
        kill(t.process, SIGSTOP)
        kill(t.process, SIGCONT)
        t.send("b\r")
        try t.expect("[ab]", "P>")
    }

    @Test func stoppedAndContinued() throws {
        let t = try PseudoTerminal(["/bin/bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "$ "])
        try t.expect("$")
        t.send(probePath + " 'P> '\r")
        try t.wait("the prompt") { $0.lines.last == "P>" }
        t.send("echo ab")
        try t.expect("P> echo ab")
        t.send(Keys.control("z"))
        try t.wait("the shell outside") { $0.lines.last == "$" }
        t.send("fg\r")
        try t.expect("P> echo ab", column: 10)
        t.send("c\r")
        try t.expect("[abc]", "P>")
        t.send(Keys.control("d"))
        try t.expect("closed", "$")
    }
}
