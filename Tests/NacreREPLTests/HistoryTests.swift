import Foundation
import TerminalSupport
import Testing
@testable import NacreREPL

@Suite struct HistoryTests {
    @Test func inputsOfSeveralLinesAreOneEntry() {
        let entries = ["echo one", "f {\n\tindented\n\n}", "echo two"]
        #expect(HistoryFile.decoded(entries.map(HistoryFile.encoded).joined()) == entries)
        #expect(HistoryFile.encoded("a\nb") == "a\n\tb\n")
        #expect(HistoryFile.normalised("  \n\ta\r\nb \n") == "a\nb")
    }

    @Test func nothingTwiceInARow() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/deep/history"
        let history = History(path: path, limit: 10)
        for entry in ["a", "a", "b", "a", "  ", "a "] { history.add(entry) }
        #expect(history.entries == ["a", "b", "a"])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "a\nb\na\n")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func sessionsShareOneFile() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/history"
        let one = History(path: path, limit: 100), two = History(path: path, limit: 100)
        one.add("from one")
        two.add("from two")
        #expect(History(path: path, limit: 100).entries == ["from one", "from two"])
        #expect(one.entries == ["from one"])
    }

    @Test func sizeIsLimited() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/history"
        let history = History(path: path, limit: 10)
        for index in 1...100 { history.add("echo an entry of some length, number \(index)") }
        #expect(history.entries.count == 10)
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(lines.count <= 13)
        #expect(lines.last == "echo an entry of some length, number 100")
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["history"])
    }

    @Test func cutLineDoesNotSwallowTheNext() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/history"
        try "whole\nhal".write(toFile: path, atomically: true, encoding: .utf8)
        History(path: path, limit: 10).add("next")
        #expect(History(path: path, limit: 10).entries == ["whole", "hal", "next"])
    }

    @Test func secretsStayInMemory() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/history"
        let history = History(path: path, limit: 10)
        history.add("ConvertTo-SecureString x -AsPlainText")
        #expect(history.entries.count == 1)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func placeThatCannotBeWritten() {
        let history = History(path: "/proc/no/such/history", limit: 10)
        history.add("a")
        #expect(history.entries == ["a"])
    }

    @Test func sessionAfterSession() throws {
        let directory = try TemporaryDirectory()
        let environment = ["NACRE_HISTORY": directory.path + "/history"]
        let first = try probe(environment: environment)
        first.send("f {\rbody\r}\r")
        try first.expect("ran <f {|body|}>", "P>")
        first.send(Keys.control("d"))
        #expect(try first.exitCode() == 0)
        let second = try probe(environment: environment)
        second.send(Keys.up)
        try second.expect("P> f {", ">> body", ">> }")
    }

    @Test func searching() throws {
        let t = try probe()
        t.send("echo alpha\recho beta\recho ALPHA two\r")
        try t.expect("[ALPHA two]", "P>")
        t.send("draft" + Keys.control("r") + "alp")
        try t.expect("P> echo ALPHA two", "bck-i-search: alp_", column: 8)
        t.send(Keys.control("r"))
        try t.expect("P> echo alpha", "bck-i-search: alp_")
        t.send("x")
        try t.expect("P> echo alpha", "failed-bck-i-search: alpx_")
        t.send(Keys.control("g"))
        try t.expect("P> draft", column: 8)
        t.send(Keys.control("r") + "bet" + Keys.left + "!")
        try t.expect("P> echo bet!a", column: 12)
        t.send(Keys.control("c") + Keys.control("r") + "beta\r")
        try t.expect("P> echo beta", "[beta]", "P>")
    }

    @Test func searchFindsInputsOfSeveralLines() throws {
        let t = try probe()
        t.send("f {\rneedle\r}\r")
        try t.expect("ran <f {|needle|}>", "P>")
        t.send(Keys.control("r") + "need")
        try t.expect("P> f {", ">> needle", ">> }", "bck-i-search: need_", column: 3)
        t.send("\u{1b}")
        try t.expect("P> f {", ">> needle", ">> }")
        t.send("X")
        try t.expect("P> f {", ">> Xneedle", ">> }")
    }

    @Test func beginningOfTheLineSearches() throws {
        let t = try probe()
        t.send("echo one\rget x\recho two\r")
        try t.expect("[two]", "P>")
        t.send("echo" + "\u{1b}[5~" + "\u{1b}[5~")
        try t.expect("P> echo one", column: 7)
        t.send("\u{1b}[6~\u{1b}[6~")
        try t.expect("P> echo", column: 7)
    }
}
