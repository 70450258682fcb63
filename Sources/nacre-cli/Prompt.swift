import Nacre

/// The prompt at a terminal.
struct Prompt {
    let shell: Shell
    let host: StandardHost
    init(_ s: Shell, _ h: StandardHost, noProfile: Bool) { shell = s; host = h }
    func run() -> Int32 { InputReader(shell, host, echo: false).run() }
}
