import TerminalSupport
import Testing

/// What commands ask: `Read-Host`, missing mandatory parameters, `-Confirm`.
@Suite struct QuestionTests {
    @Test func readHost() throws {
        let s = try ShellTerminal()
        s.enter("$n = Read-Host Name; \"<$n>\"")
        try s.terminal.expect("Name:")
        s.terminal.send("Pilaar" + Keys.left + "\u{7f}\r")
        try s.terminal.expect("Name: Pilar", "<Pilar>", "PS />")
        s.enter("Write-Host -NoNewline 'half '; Read-Host Word -MaskInput")
        try s.terminal.expect("half Word:")
        s.terminal.send("abc")
        try s.terminal.expect("half Word: ***")
        s.terminal.send("\r")
        try s.terminal.expect("half Word: ***", "abc", "PS />")
    }

    @Test func mandatoryParameters() throws {
        let s = try ShellTerminal()
        s.enter("function f([Parameter(Mandatory, HelpMessage = 'a size')][int]$A, [Parameter(Mandatory)][string[]]$B) { \"$A of $B\" }; f")
        try s.terminal.expect("cmdlet f at command pipeline position 1", "Supply values for the following parameters:", "(Type !? for Help.)", "A:")
        s.enter("!?")
        try s.terminal.expect("a size", "A:")
        s.enter("many")
        try s.terminal.expect("Cannot recognize \"many\" as a System.Int32 due to a format error.", "A:")
        s.enter("7")
        try s.terminal.expect("A: 7", "B[0]:")
        s.enter("x")
        try s.terminal.expect("B[1]:")
        s.enter("")
        try s.terminal.expect("B[1]:", "7 of x", "PS />")
    }

    @Test func confirming() throws {
        let s = try ShellTerminal()
        s.enter("New-CsSipDomain example.com -Confirm | Select-Object -ExpandProperty Name")
        let question = "[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is \"Y\"):"
        try s.terminal.wait("the question", seconds: 20) { $0.lines.last == question }
        try s.terminal.expect("Confirm", "Are you sure you want to perform this action?", "Performing the operation \"New-CsSipDomain\" on target \"example.com\".", question)
        s.enter("n")
        try s.terminal.expect(question + " n", "PS />")
        s.enter("New-CsSipDomain example.com -Confirm | Select-Object -ExpandProperty Name")
        try s.terminal.expect(question)
        // The end of input is no consent.
        s.terminal.send(Keys.control("d"))
        try s.terminal.expect(question, "PS />")
        s.enter("New-CsSipDomain example.com -Confirm | Select-Object -ExpandProperty Name")
        try s.terminal.expect(question)
        s.enter("")
        try s.terminal.expect(question, "example.com", "PS />")
    }
}
