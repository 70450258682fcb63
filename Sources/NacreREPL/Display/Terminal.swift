import CEdit
import Glibc

/// Facts about the terminal that the process has, and whole writes to it.
public enum Terminal {
    /// Where a line editor may paint: standard output, or standard error when output goes elsewhere.
    public static var outputDescriptor: Int32? {
        isatty(1) == 1 ? 1 : isatty(2) == 1 ? 2 : nil
    }

    /// Standard input and an output are terminals.
    public static var isInteractive: Bool { isatty(0) == 1 && outputDescriptor != nil }

    /// The terminal can move its cursor.
    public static var canPaint: Bool {
        guard let name = getenv("TERM") else { return false }
        switch String(cString: name) {
        case "", "dumb", "emacs": return false
        default: return true
        }
    }

    /// Colour belongs on `descriptor`: a terminal, able to, and `NO_COLOR` is unset or empty (no-color.org).
    public static func wantsColour(on descriptor: Int32) -> Bool {
        if let no = getenv("NO_COLOR"), no.pointee != 0 { return false }
        return isatty(descriptor) == 1 && canPaint
    }

    /// Columns and rows; 80 by 24 where the terminal does not know.
    public static func size(of descriptor: Int32) -> (columns: Int, rows: Int) {
        var window = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0 else { return (80, 24) }
        return (window.ws_col == 0 ? 80 : max(2, Int(window.ws_col)), window.ws_row == 0 ? 24 : max(1, Int(window.ws_row)))
    }

    /// The columns that `text`, a line with or without SGR sequences, takes.
    public static func columns(of text: String) -> Int { [Cell].of(text).columns }

    /// Writes all of `text`; an error ends it silently (the terminal has gone: reading will tell).
    public static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
                if count > 0 { done += count; continue }
                if count < 0 && errno == EINTR { continue }
                guard count < 0 && errno == EAGAIN else { return }
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wait, 1, 1000)
            }
        }
    }

    /// Wide characters need a UTF-8 locale; the program starts in "C".
    static let locale: Void = {
        if setlocale(LC_CTYPE, "") != nil, String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8" { return }
        _ = setlocale(LC_CTYPE, "C.UTF-8")
    }()
}
