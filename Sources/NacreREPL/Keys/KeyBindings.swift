import CEdit
import Glibc

/// Which key calls what: libedit's own functions by their names, and `nacre-key` for those that are ours.
enum KeyBindings {
    static let own = "nacre-key"

    static func install(in line: OpaquePointer, mode: ReplSettings.EditMode) {
        _ = own.withWide { cedit_add_function(line, $0, ownKey) }
        _ = (mode == .vi ? "vi" : "emacs").withWide { cedit_editor(line, $0) }
        // Ctrl-S is a key here and does not stop the terminal; a pasted CR LF is one line end.
        for mode in ["-ixon", "-icrnl", "-inlcr"] { _ = mode.withWide { cedit_tty(line, $0) } }
        for key in Key.first...Key.last { bind(line, key, "ed-unassigned", both: true) }
        for key in ownKeys { bind(line, key, own, both: true) }
        for (key, function) in everywhere { bind(line, key, function, both: true) }
        if mode == .vi { installVi(line) } else { installEmacs(line) }
    }

    private static let ownKeys: [UInt32] = [
        Key.enter, Key.lineFeed, Key.tab, Key.shiftTab, Key.up, Key.down, Key.home, Key.end, Key.pageUp, Key.pageDown,
        Key.paste, Key.newLine, Key.control("R"), Key.control("S"), Key.control("L"), Key.control("P"), Key.control("N"),
        Key.control("D"), Key.control("A"), Key.control("E"), Key.control("K"),
    ]

    private static let everywhere: [(UInt32, String)] = [
        (Key.left, "ed-prev-char"), (Key.right, "ed-next-char"), (Key.delete, "ed-delete-next-char"),
        (Key.deleteWord, "em-delete-next-word"), (Key.wordLeft, "ed-prev-word"), (Key.wordRight, "em-next-word"),
        (Key.setMark, "em-set-mark"), (Key.killRegion, "em-kill-region"), (Key.killToEnd, "ed-kill-line"),
        (Key.control("U"), "vi-kill-line-prev"), (Key.control("W"), "ed-delete-prev-word"), (Key.control("Y"), "em-yank"),
    ]

    private static func installEmacs(_ line: OpaquePointer) {
        bind(line, 0x1f, own, both: false)                          // Ctrl-_
        // libedit would draw these questions itself.
        _ = "\u{1b}x".withWide { key in "ed-unassigned".withWide { cedit_bind(line, key, $0) } }
        _ = "\u{1b}X".withWide { key in "ed-unassigned".withWide { cedit_bind(line, key, $0) } }
    }

    private static func installVi(_ line: OpaquePointer) {
        bind(line, 0x1f, own, both: true)
        bind(line, Key.escape, "vi-command-mode", both: false)
        for key in "jk/?nNu+" { command(line, String(key), own) }
        command(line, "\\055", own)                                 // "-", which would look like an option
        for key in ":v@G_" { command(line, String(key), "ed-unassigned") }
    }

    private static func bind(_ line: OpaquePointer, _ key: UInt32, _ function: String, both: Bool) {
        guard let scalar = Unicode.Scalar(key) else { return }
        String(scalar).withWide { key in
            function.withWide {
                _ = cedit_bind(line, key, $0)
                if both { _ = cedit_bind_command(line, key, $0) }
            }
        }
    }

    private static func command(_ line: OpaquePointer, _ key: String, _ function: String) {
        key.withWide { key in function.withWide { _ = cedit_bind_command(line, key, $0) } }
    }
}

/// What libedit calls for a key that is ours.
private func ownKey(_ line: OpaquePointer, _ character: Int32) -> UInt8 {
    LineEditor.of(line)?.perform(UInt32(bitPattern: character)) ?? UInt8(CC_ERROR)
}

extension String {
    /// As a wide string of C.
    func withWide<R>(_ body: (UnsafePointer<wchar_t>) -> R) -> R {
        var wide = unicodeScalars.map { wchar_t(bitPattern: $0.value) }
        wide.append(0)
        return wide.withUnsafeBufferPointer { body($0.baseAddress!) }
    }
}
