import TerminalSupport
import Testing

/// Tab at the prompt.
@Suite struct CompletionTests {
    @Test(arguments: [
        ("Get-CsHostingP", "Get-CsHostingProvider"),
        ("Get-CsHostingProvider -Fi", "Get-CsHostingProvider -Filter"),
    ])
    func onlyCandidate(_ typed: String, _ completed: String) throws {
        let s = try ShellTerminal()
        s.terminal.send(typed + "\t")
        try s.terminal.expect("PS /> " + completed)
    }
}
