import Foundation
import TerminalSupport
import Testing

/// Ctrl-C, and the signals that end the shell.
@Suite struct InterruptTests {
    @Test(arguments: ["while ($true) { }", "1..1000000000 | ForEach-Object { $_ } | Out-Null", "Start-Sleep 60", "[Threading.Thread]::Sleep(60000)", "/bin/sleep 60",
                      "$r = /bin/sleep 60", "Read-Host Name", "& { try { while ($true) { } } finally { 'cleaned' } }"])
    func controlCStops(_ command: String) throws {
        let s = try ShellTerminal()
        s.enter("'begun'; \(command); 'not reached'")
        try s.terminal.wait("the beginning") { $0.lines.contains("begun") }
        Thread.sleep(forTimeInterval: 0.1)
        let start = Date()
        s.terminal.send(Keys.control("c"))
        try s.terminal.wait("the prompt") { $0.lines.last == "PS />" }
        #expect(Date().timeIntervalSince(start) < 1)
        #expect(!s.terminal.screen.lines.contains("not reached"))
        #expect(s.terminal.screen.lines.contains { $0.hasSuffix("cleaned") } == command.contains("cleaned"))
        // Nothing of it is left for the next command.
        try s.enter("& { 1..3 | ForEach-Object { $_ } | Measure-Object | ForEach-Object Count }", shows: "3")
    }

    @Test func controlCClearsTheLine() throws {
        let s = try ShellTerminal()
        s.terminal.send("'half")
        try s.terminal.expect("PS /> 'half")
        s.terminal.send(Keys.control("c"))
        try s.terminal.expect("PS /> 'half^C", "PS />")
        try s.enter("'whole'", shows: "whole")
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func endingSignals(_ signal: Int32) throws {
        let s = try ShellTerminal()
        s.enter("'begun'; for ($i = 0; $true; $i++) { New-CsSipDomain d$i.com | Out-Null }")
        try s.terminal.wait("the beginning") { $0.lines.contains("begun") }
        Thread.sleep(forTimeInterval: 0.5)
        kill(s.terminal.process, signal)
        #expect(try s.terminal.exitCode() == 128 + signal)
        #expect(s.terminal.isCooked)
        #expect(!s.terminal.screen.isPasteBracketed)
        #expect(try Run(["-c", "Get-CsSipDomain litwareinc.com | ForEach-Object Name"], environment: ["NACRE_STORE": s.store]).out == "litwareinc.com\n")
    }

    @Test func endingSignalAtAQuestion() throws {
        let s = try ShellTerminal(["-Command", "Read-Host Secret -MaskInput"])
        try s.terminal.expect("Secret:")
        s.terminal.send("abc")
        try s.terminal.expect("Secret: ***")
        kill(s.terminal.process, SIGTERM)
        #expect(try s.terminal.exitCode() == 128 + SIGTERM)
        #expect(s.terminal.isCooked)
    }
}
