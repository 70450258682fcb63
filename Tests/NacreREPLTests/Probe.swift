import Foundation
import TerminalSupport

/// Starts the shell of a few words (Tests/Support/repl-probe) in a pseudo-terminal.
func probe(columns: Int = 80, rows: Int = 24, prompt: String = "P> ", environment: [String: String] = [:]) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal([probePath, prompt], columns: columns, rows: rows, environment: environment)
    try terminal.expect(prompt.trimmingCharacters(in: .whitespaces))
    return terminal
}

var probePath: String { builtProgram("repl-probe") }
