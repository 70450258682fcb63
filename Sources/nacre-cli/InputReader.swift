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
            if echo { host.write(Str(text.isEmpty ? prompt : ">> ")) }
            guard let line = StandardInput.shared.line() else { break }
            if echo { host.write(Str(line + "\n")) }
            text += text.isEmpty ? line : "\n" + line
            // A blank line ends what is still open, as input that is no terminal has it.
            if Parser.parse(text).isIncomplete, !line.isEmpty { continue }
            let input = text
            text = ""
            if input.allSatisfy({ $0 == " " || $0 == "\n" }) { continue }
            let o = shell.runText(input)
            if o.exited { return o.exitCode }
        }
        return 0
    }
    private var prompt: String { shell.promptText }
}
