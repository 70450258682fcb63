import CEdit
import Glibc

/// Reads lines without an editor: from a pipe or a file, or from a terminal that cannot move its cursor.
enum PlainReader {
    /// One line without its end; nil at the end of input. Reads byte by byte, so that the rest stays for the
    /// program that reads next.
    static func line(from descriptor: Int32 = 0, isInterrupted: () -> Bool = { false }) -> LineEditor.Outcome {
        var bytes: [UInt8] = []
        while true {
            switch cedit_wait_readable(descriptor, -1) {
            case -2:
                if isInterrupted() { return .interrupted }
                continue
            case 1: break
            default: return .endOfInput
            }
            var byte: UInt8 = 0
            let count = read(descriptor, &byte, 1)
            if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
            if count <= 0 { return bytes.isEmpty ? .endOfInput : .line(text(bytes)) }
            if byte == 0x0a { return .line(text(bytes)) }
            bytes.append(byte)
        }
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.last == 0x0d ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }

    /// Asks on a terminal with the kernel's own line editing; `hidden` shows nothing of what is typed.
    static func ask(_ prompt: String, hidden: Bool) -> LineEditor.Outcome {
        var saved = cedit_saved()
        cedit_signals_enter(&saved, Int32(CEDIT_EDITING))
        defer { cedit_signals_leave(&saved) }
        Terminal.write(prompt, to: isatty(1) == 1 || isatty(2) == 0 ? 1 : 2)
        var modes = termios()
        let isTerminal = tcgetattr(0, &modes) == 0
        if isTerminal { cedit_signals_remember(0, &modes) }
        if isTerminal && hidden {
            var silent = modes
            silent.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(0, TCSADRAIN, &silent)
        }
        var ended: LineEditor.Outcome?
        let result = line {
            if cedit_signal_take(SIGINT) == 1 { ended = .interrupted }
            for signal in [SIGTERM, SIGHUP] where cedit_signal_peek(signal) == 1 { ended = .terminated(signal) }
            _ = cedit_signal_take(SIGWINCH)
            if cedit_signal_take(SIGTSTP) == 1 { cedit_stop_self() }
            return ended != nil
        }
        if isTerminal && hidden {
            tcsetattr(0, TCSADRAIN, &modes)
            Terminal.write("\n", to: 1)
        }
        return ended ?? result
    }
}
