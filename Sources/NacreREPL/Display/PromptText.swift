/// A prompt taken apart: what stands on the screen, and what is only sent (a window title).
struct PromptText {
    enum Piece: Equatable { case scalar(Unicode.Scalar, style: String), lineBreak }
    private(set) var pieces: [Piece] = []
    /// Operating-system commands (ESC `]` … BEL), sent once before the prompt.
    private(set) var once = ""

    /// Keeps colours only when `colour`; control sequences that would move the cursor are dropped, since
    /// the editor has to know where it is.
    init(_ text: String, colour: Bool) {
        let scalars = Array(text.unicodeScalars)
        var style = ""
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            switch scalar {
            case "\n": pieces.append(.lineBreak)
            case "\r", "\u{7}", "\u{1}", "\u{2}": break
            case "\u{1b}" where index < scalars.count && scalars[index] == "[":
                let start = index + 1
                index = start
                while index < scalars.count, !(0x40...0x7e).contains(scalars[index].value) { index += 1 }
                guard index < scalars.count else { return }
                if scalars[index] == "m" && colour {
                    style = Self.style(style, adding: scalars[start..<index].map(String.init).joined())
                }
                index += 1
            case "\u{1b}" where index < scalars.count && scalars[index] == "]":
                let start = index - 1
                while index < scalars.count, scalars[index] != "\u{7}", scalars[index] != "\u{1b}" { index += 1 }
                guard index < scalars.count else { return }
                index += scalars[index] == "\u{7}" ? 1 : 2
                once.unicodeScalars.append(contentsOf: scalars[start..<min(index, scalars.count)])
            case "\u{1b}":
                index += 1
            default: pieces.append(.scalar(scalar, style: style))
            }
        }
    }

    /// SGR parameters add up until a reset.
    private static func style(_ old: String, adding new: String) -> String {
        var parts = old.isEmpty ? [] : [old]
        for part in new.isEmpty ? ["0"] : new.split(separator: ";", omittingEmptySubsequences: false).map(String.init) {
            if part.isEmpty || part == "0" { parts = [] } else { parts.append(part) }
        }
        // "38;5;0" holds a 0 that is no reset: take such a sequence as it is.
        if new.hasPrefix("38;") || new.hasPrefix("48;") { return old.isEmpty ? new : old + ";" + new }
        return parts.joined(separator: ";")
    }
}
