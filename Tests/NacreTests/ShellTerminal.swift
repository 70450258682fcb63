import Foundation
import TerminalSupport

/// The shell at its prompt in a pseudo-terminal, with a store, a history and a home of its own.
final class ShellTerminal {
    let terminal: PseudoTerminal
    let home: TemporaryDirectory
    var store: String { home.path + "/store.db" }
    /// What stands before the cursor of an empty line.
    static let prompt = "PS />"

    init(_ arguments: [String] = [], home: TemporaryDirectory? = nil, columns: Int = 100, environment: [String: String] = [:]) throws {
        let home = try home ?? TemporaryDirectory()
        self.home = home
        var variables = ["HOME": home.path, "NACRE_STORE": home.path + "/store.db", "NACRE_HISTORY": home.path + "/history"]
        variables.merge(environment) { $1 }
        terminal = try PseudoTerminal([builtProgram("nacre"), "-WorkingDirectory", "/"] + arguments, columns: columns, environment: variables)
        if arguments.isEmpty { try terminal.expect(Self.prompt) }
    }

    /// Types a line and Enter.
    func enter(_ line: String) { terminal.send(line + "\r") }
    /// Types a line and Enter, and waits for what it shows and the next prompt.
    func enter(_ line: String, shows lines: String...) throws {
        enter(line)
        try terminal.wait("\(lines)") { $0.lines.suffix(lines.count + 1) == (lines + [Self.prompt])[...] }
    }
}

/// A run of the program that is no terminal's.
struct Run {
    var out: String, errors: String, code: Int32
    init(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws {
        let process = Process(), out = Pipe(), errors = Pipe(), given = Pipe()
        process.executableURL = URL(fileURLWithPath: builtProgram("nacre"))
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["NO_COLOR": "1", "TZ": "UTC"].merging(environment) { $1 }) { $1 }
        process.standardInput = given
        process.standardOutput = out
        process.standardError = errors
        try process.run()
        try given.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try given.fileHandleForWriting.close()
        self.out = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        code = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    }
}
