import Glibc
import TerminalSupport
import Testing
@testable import NacreREPL

@Suite struct PromptTests {
    @Test func readHost() throws {
        let t = try probe()
        t.send("ask\r")
        try t.expect("Name:", column: 6)
        t.send("Pilaar" + Keys.left + Keys.rubout + "\r")
        try t.expect("Name: Pilar", "answer line(\"Pilar\")", "P>")
        t.send(Keys.up)
        try t.expect("P> ask")
    }

    @Test func interruptedAnswer() throws {
        let t = try probe()
        t.send("ask\r")
        try t.expect("Name:")
        t.send("abc")
        try t.expect("Name: abc")
        t.send(Keys.control("c"))
        try t.expect("Name: abc^C", "answer interrupted", "P>")
    }

    @Test func endOfInputAnswer() throws {
        let t = try probe()
        t.send("ask\r")
        try t.expect("Name:")
        t.send(Keys.control("d"))
        try t.expect("answer endOfInput", "P>")
    }

    @Test func answerBehindEarlierOutput() throws {
        let t = try probe()
        t.send("half way\r")
        try t.expect("half >", column: 7)
        t.send("ab" + Keys.left + "x\r")
        try t.expect("half > axb", "answer line(\"axb\")", "P>")
    }

    @Test func secretIsNotShown() throws {
        let t = try probe()
        t.send("secret\r")
        try t.expect("Word:")
        t.send("geheim" + Keys.rubout)
        try t.expect("Word: *****", column: 11)
        t.send("\r")
        try t.expect("Word: *****", "answer line(\"gehei\")", "P>")
    }

    @Test func askedByAScript() throws {
        let t = try PseudoTerminal([probePath, "--ask"])
        try t.expect("Name:")
        t.send("x\r")
        try t.expect("Name: x", "answer line(\"x\")", "Word:")
        t.send("half")
        try t.expect("Word: ****")
        t.send(Keys.control("c"))
        #expect(try t.exitCode() == 128 + SIGINT)
        #expect(t.isCooked)
    }

    @Test func answersFromAPipe() throws {
        let t = try PseudoTerminal(["/bin/sh", "-c", "printf 'bob\\r\\nlast' | '\(probePath)' --ask"])
        try t.expect("Name: answer line(\"bob\")", "Word: answer line(\"last\")")
        #expect(try t.exitCode() == 0)
    }

    @Test func terminalThatCannotMove() throws {
        let t = try PseudoTerminal([probePath, "--ask"], environment: ["TERM": "dumb"])
        try t.expect("Name:")
        t.send("x\n")
        try t.expect("Name: x", "answer line(\"x\")", "Word:")
        try t.wait("no echo") { _ in !t.isCooked }
        t.send("secret\n")
        #expect(try t.exitCode() == 0)
        #expect(t.screen.lines.suffix(2) == ["Word:", "answer line(\"secret\")"])
        #expect(t.isCooked)
    }
}
