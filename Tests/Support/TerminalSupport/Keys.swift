import Foundation

/// What keys send.
public enum Keys {
    public static let up = "\u{1b}[A", down = "\u{1b}[B", right = "\u{1b}[C", left = "\u{1b}[D"
    public static let home = "\u{1b}[H", end = "\u{1b}OF", delete = "\u{1b}[3~", shiftTab = "\u{1b}[Z", altEnter = "\u{1b}\r"
    public static func control(_ letter: Character) -> String { String(Unicode.Scalar(letter.asciiValue! & 0x1f)) }
    public static func paste(_ text: String) -> String { "\u{1b}[200~" + text + "\u{1b}[201~" }
}
