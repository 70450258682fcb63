import CEdit
import Glibc

/// Reads answers while a command runs: for `Read-Host`, missing mandatory parameters, `-Confirm`.
///
/// On a terminal an answer is edited like any line; where standard input is none, plain lines are read. All
/// functions must be called by one thread at a time, and what the command has put out must have been written
/// before.
public final class Prompter {
    /// How an answer came out.
    public enum Answer: Equatable {
        case line(String)
        /// Ctrl-C, or a signal that ends the shell: stop the pipeline. (Outside a REPL the signal's own
        /// disposition has already had its way.)
        case interrupted
        case endOfInput

        public var text: String? { if case .line(let text) = self { text } else { nil } }
    }

    let settings: ReplSettings
    private var editor: LineEditor?
    private var hasTried = false

    public init(settings: ReplSettings = .fromEnvironment()) { self.settings = settings }

    /// Reads one line after `prompt`, which stands behind `column` columns of earlier output in the same row.
    public func readLine(prompt: String, column: Int = 0) -> Answer { ask(prompt, column: column, masked: false) }

    /// Reads one line showing `*` for every character. `Read-Host -MaskInput` and `-AsSecureString`.
    public func readMasked(prompt: String, column: Int = 0) -> Answer { ask(prompt, column: column, masked: true) }

    /// The editor of this terminal; nil where there is none. Made on first use.
    func lineEditor() -> LineEditor? {
        if !hasTried {
            hasTried = true
            editor = LineEditor(settings: settings)
        }
        return editor
    }

    private func ask(_ prompt: String, column: Int, masked: Bool) -> Answer {
        let outcome: LineEditor.Outcome
        if isatty(0) == 1, let editor = lineEditor(), !editor.isActive {
            outcome = editor.read(.init(prompt: prompt, startColumn: column, mask: masked ? "*" : nil))
        } else {
            outcome = PlainReader.ask(prompt, hidden: masked)
        }
        switch outcome {
        case .line(let text): return .line(text)
        case .endOfInput: return .endOfInput
        case .interrupted:
            cedit_signals_rethrow(SIGINT)
            return .interrupted
        case .terminated(let signal):
            cedit_signals_rethrow(signal)
            return .interrupted
        }
    }
}
