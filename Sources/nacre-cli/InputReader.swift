import Nacre
import NacreRuntime
import NacreSyntax

/// Commands from standard input, each run as soon as it is whole: `-Command -` silently, `-File -` as typed at a prompt.
struct InputReader {
    let shell: Shell
    let host: StandardHost
    let echo: Bool
    init(_ s: Shell, _ h: StandardHost, echo: Bool) { shell = s; host = h; self.echo = echo }

    func run() -> Int32 {
        var text = ""
        while true {
            if echo { host.write(Str(text.isEmpty ? shell.promptText : ">> ")) }
            guard let line = StandardInput.shared.line() else { break }
            if echo { host.write(Str(line + "\n")) }
            // As PowerShell has it for input that is no terminal: what goes over several lines ends with a blank one, and is not run without.
            if text.isEmpty ? Parser.parse(line).isIncomplete : !line.isEmpty {
                text += text.isEmpty ? line : "\n" + line
                continue
            }
            let input = text.isEmpty ? line : text
            text = ""
            if input.allSatisfy(\.isWhitespace) { continue }
            let o = shell.runText(input)
            if o.exited { return o.exitCode }
        }
        return 0
    }
}
