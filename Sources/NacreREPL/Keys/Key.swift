/// Keys as one code each, so that libedit's key map of single characters can hold them.
///
/// What a terminal sends for an arrow is several bytes that begin with Escape. The editor decodes them
/// itself (libedit would wait for ever after a lone Escape in vi mode) and hands on a code of the C1
/// control range, which no keyboard sends.
enum Key {
    static let up: UInt32 = 0x80, down: UInt32 = 0x81, left: UInt32 = 0x82, right: UInt32 = 0x83
    static let home: UInt32 = 0x84, end: UInt32 = 0x85, delete: UInt32 = 0x86
    static let wordLeft: UInt32 = 0x87, wordRight: UInt32 = 0x88
    static let pageUp: UInt32 = 0x89, pageDown: UInt32 = 0x8a
    static let shiftTab: UInt32 = 0x8b, paste: UInt32 = 0x8c, newLine: UInt32 = 0x8d
    static let deleteWord: UInt32 = 0x8e, ignored: UInt32 = 0x8f
    /// Not typed: names for libedit's own functions, pushed by ours.
    static let setMark: UInt32 = 0x90, killRegion: UInt32 = 0x91, killToEnd: UInt32 = 0x92
    static let first: UInt32 = 0x80, last: UInt32 = 0x9f

    static let enter: UInt32 = 0x0d, lineFeed: UInt32 = 0x0a, tab: UInt32 = 0x09, escape: UInt32 = 0x1b
    static let backspace: UInt32 = 0x08, rubout: UInt32 = 0x7f

    static func control(_ letter: Character) -> UInt32 { UInt32(letter.asciiValue ?? 0) & 0x1f }
}

/// Names of the sequences that terminals send (xterm's and those of VT220, Linux and rxvt).
enum KeySequence {
    /// `ESC [` parameters final, or `ESC O` final.
    static func key(parameters: String, final: UInt8) -> UInt32 {
        let modifier = parameters.split(separator: ";").dropFirst().first.flatMap { Int($0) } ?? 1
        // 1 + (Shift 1, Alt 2, Ctrl 4)
        let byWord = modifier > 1 && (modifier - 1) & 6 != 0
        switch final {
        case UInt8(ascii: "A"): return Key.up
        case UInt8(ascii: "B"): return Key.down
        case UInt8(ascii: "C"): return byWord ? Key.wordRight : Key.right
        case UInt8(ascii: "D"): return byWord ? Key.wordLeft : Key.left
        case UInt8(ascii: "H"): return Key.home
        case UInt8(ascii: "F"): return Key.end
        case UInt8(ascii: "Z"): return Key.shiftTab
        case UInt8(ascii: "M"): return Key.enter
        case UInt8(ascii: "u"): return parameters.hasPrefix("13;") ? Key.newLine : Key.ignored
        case UInt8(ascii: "~"): return tilde(parameters, byWord: byWord)
        default: return Key.ignored
        }
    }

    private static func tilde(_ parameters: String, byWord: Bool) -> UInt32 {
        switch parameters.split(separator: ";").first.map(String.init) ?? "" {
        case "1", "7": return Key.home
        case "4", "8": return Key.end
        case "3": return byWord ? Key.deleteWord : Key.delete
        case "5": return Key.pageUp
        case "6": return Key.pageDown
        case "27": return parameters.hasSuffix(";13") ? Key.newLine : Key.ignored
        case "200": return Key.paste
        default: return Key.ignored
        }
    }
}
