import CEdit
import Glibc

/// Reads one line, or one input of several lines, from a terminal.
///
/// libedit holds the line, knows the keys (emacs and vi), the kill buffer and the terminal's modes. What is on
/// the screen is ours: libedit's display is left out of the link, and before each key the line is painted as it then is. So the
/// continued lines can have their prompt, and a list can stand below.
final class LineEditor {
    struct Request {
        var prompt = ""
        /// Columns that are already written in the first row.
        var startColumn = 0
        var mask: Unicode.Scalar?
        /// An input for the shell: several lines, history, completion. Otherwise one line of an answer.
        var isInput = false
    }

    enum Outcome: Equatable {
        case line(String)
        case interrupted
        case endOfInput
        /// SIGTERM or SIGHUP; `SIGHUP` too when the terminal has gone.
        case terminated(Int32)
    }

    let buffer: EditBuffer
    let keys: KeySource
    let output: Int32
    private(set) var settings: ReplSettings
    weak var host: (any ReplHost)?
    var history = History(path: nil, limit: 0)

    /// What is shown instead of the line while a list or a search is open.
    struct Overlay {
        var text: [Unicode.Scalar]?
        var cursor = 0
        var below: [[Cell]] = []
    }
    var overlay: Overlay?
    var walk = HistoryWalk(count: 0)
    var undo = UndoLog()
    /// The line as the last walk through the history left it.
    var recalled: UndoLog.State?
    var lastSearch: [Unicode.Scalar] = []
    private(set) var request = Request()
    private(set) var isActive = false
    var size = (columns: 80, rows: 24)

    var outcome: Outcome?
    var painter = Painter()
    var view = LineView(prompt: PromptText("", colour: false), continuation: PromptText("", colour: false))
    var original = termios()

    /// Nil when the terminal cannot be edited on.
    init?(input: Int32 = 0, settings: ReplSettings) {
        _ = Terminal.locale
        guard isatty(input) == 1, let output = Terminal.outputDescriptor, Terminal.canPaint,
              tcgetattr(input, &original) == 0, let line = cedit_open(input, output) else { return nil }
        self.output = output
        self.settings = settings
        keys = KeySource(descriptor: input)
        buffer = EditBuffer(line: line)
        cedit_set_client(line, Unmanaged.passUnretained(self).toOpaque())
        cedit_set_getc(line, giveKey)
        KeyBindings.install(in: line, mode: settings.editMode)
    }

    deinit { cedit_close(buffer.line) }

    func setEditMode(_ mode: ReplSettings.EditMode) {
        guard mode != settings.editMode else { return }
        settings.editMode = mode
        KeyBindings.install(in: buffer.line, mode: mode)
    }

    func read(_ request: Request) -> Outcome {
        isActive = true
        defer { isActive = false }
        var saved = cedit_saved()
        cedit_signals_enter(&saved, Int32(CEDIT_EDITING))
        takeModes()
        begin(request)

        var count: Int32 = 0
        let line = el_wgets(buffer.line, &count)
        let result = outcome ?? (line == nil ? .endOfInput : .line(accepted(count: Int(count))))
        if outcome == nil { leaveLine(suffix: "") }

        el_reset(buffer.line)
        Terminal.write("\u{1b}[?2004l", to: output)
        tcsetattr(keys.descriptor, TCSADRAIN, &original)
        outcome = nil
        overlay = nil
        cedit_signals_leave(&saved)
        return result
    }

    /// The modes to put back afterwards. A program that was killed may have left the terminal without line
    /// input or signals: then it gets those of the start.
    private func takeModes() {
        var modes = termios()
        if tcgetattr(keys.descriptor, &modes) == 0 {
            if modes.c_lflag & tcflag_t(ICANON | ISIG) == tcflag_t(ICANON | ISIG) {
                original = modes
            } else {
                tcsetattr(keys.descriptor, TCSADRAIN, &original)
            }
        }
        cedit_signals_remember(keys.descriptor, &original)
    }

    private func begin(_ request: Request) {
        self.request = request
        outcome = nil
        overlay = nil
        recalled = nil
        size = Terminal.size(of: output)
        let prompt = PromptText(request.prompt, colour: settings.colour)
        let continuation = PromptText(request.isInput ? host?.continuationPrompt() ?? ">> " : "", colour: settings.colour)
        view = LineView(prompt: prompt, continuation: continuation, startColumn: request.startColumn, mask: request.mask)
        painter.begin(column: request.startColumn)
        undo.begin(.init())
        walk = HistoryWalk(count: history.entries.count)
        var bytes = ""
        if request.isInput {
            // To the first column, on a new row if a command left the cursor elsewhere: a row of blanks wraps then.
            bytes += String(repeating: " ", count: size.columns) + "\r\u{1b}[K"
        }
        Terminal.write(bytes + prompt.once + "\u{1b}[?2004h", to: output)
    }

    /// What a function of libedit's own accepted: the line has no end of its own.
    private func accepted(count: Int) -> String {
        var text = Array(buffer.contents.text.prefix(count))
        if text.last == "\n" { text.removeLast() }
        return text.string
    }

    /// Ends the reading with `outcome`, after painting the line for the last time.
    func end(_ outcome: Outcome, suffix: String = "") {
        overlay = nil
        leaveLine(suffix: suffix)
        self.outcome = outcome
    }

    /// The next key; nil when the reading has ended. Paints first, unless more is already typed.
    func nextKey() -> UInt32? {
        while outcome == nil {
            if !keys.hasInput { refresh() }
            let interval = host?.idleInterval.map { Int32(max(0.01, min($0, 3600)) * 1000) } ?? -1
            switch keys.next(milliseconds: request.isInput ? interval : -1) {
            case .key(let key):
                if key != Key.ignored { return key }
            case .idle: host?.idle()
            case .endOfInput: end(.terminated(SIGHUP))
            case .signal: takeSignals()
            }
        }
        return nil
    }

    /// The line as it stands.
    var state: UndoLog.State {
        let (text, cursor) = buffer.contents
        return .init(text: text, cursor: cursor)
    }

    /// The key for libedit's loop, between two of its functions.
    fileprivate func keyForLibedit() -> UInt32? {
        let now = state
        undo.observe(now)
        if recalled != now { recalled = nil }
        return nextKey()
    }
}

/// libedit asks here for each character.
private func giveKey(_ line: OpaquePointer, _ out: UnsafeMutablePointer<wchar_t>) -> Int32 {
    guard let editor = LineEditor.of(line), let key = editor.keyForLibedit() else {
        errno = EINTR
        return -1
    }
    out.pointee = wchar_t(bitPattern: key)
    return 1
}

extension LineEditor {
    static func of(_ line: OpaquePointer) -> LineEditor? {
        cedit_client(line).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
    }
}
