import CEdit
import Glibc

/// The read-eval-print loop at a terminal.
public final class Repl {
    /// Asks the user on the same terminal while a command runs: give it to the engine.
    public let prompter: Prompter
    public let history: History
    private let host: any ReplHost

    /// The signal handler must not find a half-made object: it gets this box and its one unowned reference.
    private final class HookTarget {
        unowned(unsafe) let host: any ReplHost
        init(_ host: any ReplHost) { self.host = host }
    }

    public init(host: any ReplHost, settings: ReplSettings = .fromEnvironment()) {
        self.host = host
        prompter = Prompter(settings: settings)
        history = History(path: settings.historyPath, limit: settings.historyLimit)
    }

    /// Changes the keys from the next input on.
    public func setEditMode(_ mode: ReplSettings.EditMode) { prompter.lineEditor()?.setEditMode(mode) }

    /// Reads and runs until `exit`, Ctrl-D or a signal; returns the code to exit with.
    ///
    /// Signals go to the thread that calls this: a blocking call that `host.run` makes on it ends with EINTR.
    public func run() -> Int32 {
        let target = HookTarget(host)
        var saved = cedit_saved()
        cedit_signals_enter(&saved, Int32(CEDIT_RUNNING))
        cedit_signals_hook({ context in
            guard let context else { return }
            Unmanaged<HookTarget>.fromOpaque(context).takeUnretainedValue().host.interrupt()
        }, Unmanaged.passUnretained(target).toOpaque())
        if isatty(0) == 1 {
            var modes = termios()
            if tcgetattr(0, &modes) == 0 { cedit_signals_remember(0, &modes) }
        }
        let code = withExtendedLifetime(target) { loop() }
        host.close()
        alarm(0)
        cedit_signals_hook(nil, nil)
        cedit_signals_leave(&saved)
        return code
    }

    private func loop() -> Int32 {
        let editor = prompter.lineEditor()
        editor?.host = host
        editor?.history = history
        while true {
            if let signal = termination { return 128 + signal }
            let prompt = busy { host.prompt() }
            // A Ctrl-C that came while something ran has done its work.
            _ = cedit_signal_take(SIGINT)
            switch editor?.read(.init(prompt: prompt, isInput: true)) ?? readPlainly(prompt) {
            case .line(let text):
                guard !text.allSatisfy(\.isWhitespace) else { continue }
                history.add(text)
                busy { host.run(text) }
                if let code = host.exitRequested { return code }
            case .interrupted: continue
            case .endOfInput: return host.exitRequested ?? 0
            case .terminated(let signal): return 128 + signal
            }
        }
    }

    private var termination: Int32? {
        [SIGTERM, SIGHUP].first { cedit_signal_peek($0) == 1 }
    }

    /// While `body` runs a Ctrl-C interrupts the host.
    private func busy<R>(_ body: () -> R) -> R {
        let before = cedit_signals_busy(1)
        defer { _ = cedit_signals_busy(before) }
        return body()
    }

    /// Where no editor is possible (`TERM=dumb`): lines, continued while they are incomplete.
    private func readPlainly(_ prompt: String) -> LineEditor.Outcome {
        var text = ""
        var next = prompt
        while true {
            let outcome = PlainReader.ask(next, hidden: false)
            guard case .line(let line) = outcome else {
                Terminal.write("\n", to: 1)
                return outcome == .endOfInput && !text.isEmpty ? .line(text) : outcome
            }
            text += text.isEmpty ? line : "\n" + line
            if !host.isIncomplete(text) { return .line(text) }
            next = host.continuationPrompt()
        }
    }
}
