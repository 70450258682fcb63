import Foundation
import TerminalSupport
import Testing

/// The prompt, as who sits before it meets it.
@Suite struct PromptTests {
    @Test func runsCommands() throws {
        let s = try ShellTerminal()
        try s.enter("1 + 1", shows: "2")
        try s.enter("$x = 'kept'", shows: "PS /> $x = 'kept'")
        try s.enter("$x", shows: "kept")
        try s.enter("1/0", shows: "RuntimeException: Attempted to divide by zero.")
        s.enter("Set-Location tmp")
        try s.terminal.expect("PS /tmp>")
        s.enter("exit 3")
        #expect(try s.terminal.exitCode() == 3)
        #expect(s.terminal.isCooked)
    }

    @Test func inputsOfSeveralLines() throws {
        let s = try ShellTerminal()
        s.enter("if ($true) {")
        try s.terminal.expect("PS /> if ($true) {", ">>")
        try s.enter("'yes' }", shows: ">> 'yes' }", "yes")
        s.terminal.send(Keys.up)
        try s.terminal.expect("PS /> if ($true) {", ">> 'yes' }")
        s.terminal.send(Keys.control("c"))
        try s.terminal.expect(">> 'yes' }^C", "PS />")
        try s.enter("1", shows: "1")
        // A paste waits for Enter, whatever it holds.
        s.terminal.send(Keys.paste("function twice($n) {\n  2 * $n\n}\ntwice 4\n"))
        try s.terminal.expect("PS /> function twice($n) {", ">>   2 * $n", ">> }", ">> twice 4", ">>")
        try s.enter("", shows: ">>", "8")
    }

    @Test func historyIsShared() throws {
        let one = try ShellTerminal()
        one.enter("'first'")
        try one.terminal.expect("first", "PS />")
        one.enter("switch (2) {")
        try one.enter("2 { 'two' } }", shows: ">> 2 { 'two' } }", "two")
        one.terminal.send(Keys.control("d"))
        #expect(try one.terminal.exitCode() == 0)
        let two = try ShellTerminal(home: one.home)
        two.terminal.send(Keys.up)
        try two.terminal.expect("PS /> switch (2) {", ">> 2 { 'two' } }")
        try two.enter("", shows: ">> 2 { 'two' } }", "two")
        two.terminal.send(Keys.control("r") + "fir\r")
        try two.terminal.expect("first", "PS />")
    }

    @Test func controlDLeaves() throws {
        let s = try ShellTerminal()
        s.terminal.send(Keys.control("d"))
        #expect(try s.terminal.exitCode() == 0)
        #expect(s.terminal.isCooked)
        #expect(!s.terminal.screen.isPasteBracketed)
    }

    @Test func staysAfterACommand() throws {
        let s = try ShellTerminal(["-NoExit", "-Command", "$y = 5; 'run'"])
        try s.terminal.expect("run", "PS />")
        try s.enter("$y", shows: "5")
    }
}
