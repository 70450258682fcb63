import CEdit
import Glibc

/// Signals while a line is read. The handlers have only set flags.
extension LineEditor {
    func takeSignals() {
        if cedit_signal_take(SIGWINCH) == 1 { resize() }
        if cedit_signal_take(SIGTSTP) == 1 { suspend() }
        if cedit_signal_take(SIGCONT) == 1 { resume() }
        if cedit_signal_take(SIGINT) == 1 { return end(.interrupted, suffix: "^C") }
        for signal in [SIGTERM, SIGHUP] where cedit_signal_peek(signal) == 1 { return end(.terminated(signal)) }
    }

    func resize() {
        size = Terminal.size(of: output)
        el_resize(buffer.line)
        Terminal.write(painter.resized(columns: size.columns), to: output)
    }

    /// Ctrl-Z: leaves the terminal as it was found, stops, and paints anew when continued.
    func suspend() {
        leaveLine(suffix: "")
        Terminal.write("\u{1b}[?2004l", to: output)
        _ = cedit_raw(buffer.line, 0)
        tcsetattr(keys.descriptor, TCSADRAIN, &original)
        cedit_stop_self()
        resume()
        _ = cedit_signal_take(SIGCONT)
    }

    /// Continued, after a stop that came from outside too: the modes may be another's by now.
    func resume() {
        _ = cedit_raw(buffer.line, 0)
        _ = cedit_raw(buffer.line, 1)
        painter.begin(column: 0)
        size = Terminal.size(of: output)
        view.startColumn = 0
        Terminal.write("\u{1b}[?2004h", to: output)
    }
}
