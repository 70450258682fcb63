import Foundation

/// Starts the shell of a few words (Tests/Support/repl-probe) in a pseudo-terminal.
func probe(columns: Int = 80, rows: Int = 24, prompt: String = "P> ", environment: [String: String] = [:]) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal([probePath, prompt], columns: columns, rows: rows, environment: environment)
    try terminal.expect(prompt.trimmingCharacters(in: .whitespaces))
    return terminal
}

/// The program lies where the tests' own program does.
var probePath: String {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("repl-probe").path
}

enum Keys {
    static let up = "\u{1b}[A", down = "\u{1b}[B", right = "\u{1b}[C", left = "\u{1b}[D"
    static let home = "\u{1b}[H", end = "\u{1b}OF", delete = "\u{1b}[3~", shiftTab = "\u{1b}[Z", altEnter = "\u{1b}\r"
    static func control(_ letter: Character) -> String { String(Unicode.Scalar(letter.asciiValue! & 0x1f)) }
    static func paste(_ text: String) -> String { "\u{1b}[200~" + text + "\u{1b}[201~" }
}

/// A directory that is removed at the end.
final class TemporaryDirectory {
    let path = NSTemporaryDirectory() + "/nacre-repl-" + UUID().uuidString
    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
}
