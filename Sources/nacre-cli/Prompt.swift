import Glibc
import Nacre
import NacreREPL
import NacreRuntime
import NacreSyntax

/// The prompt at a terminal.
final class Prompt: ReplHost {
    private let shell: Shell
    private let host: StandardHost
    private(set) var exitRequested: Int32?

    init(_ s: Shell, _ h: StandardHost, noProfile: Bool) {
        shell = s
        host = h
        if !noProfile { runProfile() }
    }

    func start() -> Int32 {
        let repl = Repl(host: self)
        host.reader = PromptReader(repl.prompter)
        return repl.run()
    }

    func run(_ text: String) {
        // A Ctrl-C that stopped what ran before, or came too late for it.
        shell.session.interrupt.clear()
        let o = shell.runText(text)
        host.flush()
        if o.exited { exitRequested = o.exitCode }
    }
    func prompt() -> String {
        shell.session.interrupt.clear()
        let p = shell.promptText
        host.flush()
        return p
    }
    func interrupt() { shell.session.interrupt.set() }
    func complete(_ text: String, cursor: Int) -> Completion { Completer(shell).complete(text, cursor) }
    func close() {
        host.flush()
        shell.session.close()
    }

    /// `$XDG_CONFIG_HOME/nacre/profile.ps1`
    private func runProfile() {
        let base = getenv("XDG_CONFIG_HOME").map { String(cString: $0) } ?? (getenv("HOME").map { String(cString: $0) } ?? "") + "/.config"
        if let source = Program.read(base + "/nacre/profile.ps1") { shell.runGlobal(source) }
    }
}

/// Read-Host and the questions of running commands, asked with the prompt's editor.
final class PromptReader: LineReader {
    private let prompter: Prompter
    init(_ p: Prompter) { prompter = p }
    func readLine(prompt: String, after begun: String) throws -> String? { try answer(prompter.readLine(prompt: prompt, column: Terminal.columns(of: begun))) }
    func readSecret(prompt: String, after begun: String) throws -> String? { try answer(prompter.readMasked(prompt: prompt, column: Terminal.columns(of: begun))) }
    private func answer(_ a: Prompter.Answer) throws -> String? {
        switch a {
        case .line(let s): return s
        case .interrupted: throw PipelineStopped()
        case .endOfInput: return nil
        }
    }
}

/// Completes the names of commands, parameters and variables.
struct Completer {
    let shell: Shell
    init(_ s: Shell) { shell = s }

    func complete(_ text: String, _ cursor: Int) -> Completion {
        let units = Array(text.utf16.prefix(cursor))
        var start = units.count
        while start > 0, !isBreak(units[start - 1]) { start -= 1 }
        let word = String(decoding: units[start...], as: UTF16.self)
        let m: Machine = shell.session.machine
        var found: [String] = []
        if word.hasPrefix("$") {
            found = m.variableNames.filter { $0.lowercased().hasPrefix(word.dropFirst().lowercased()) }.map { "$" + $0 }
        } else if word.hasPrefix("-") {
            found = parameters(String(decoding: units[..<start], as: UTF16.self), m).filter { $0.lowercased().hasPrefix(word.dropFirst().lowercased()) }.map { "-" + $0 }
        } else if !word.isEmpty {
            found = m.commandNames.filter { $0.lowercased().hasPrefix(word.lowercased()) }
        }
        let sorted = Set(found).sorted { $0.lowercased() < $1.lowercased() }
        return Completion(start: start, length: units.count - start, candidates: sorted.map { .init(text: $0) })
    }
    private func isBreak(_ u: UInt16) -> Bool { " \t\n;|(){}[],=&".utf16.contains(u) }

    /// The parameters of the command that the text before the word calls.
    private func parameters(_ before: String, _ m: Machine) -> [String] {
        var last = Substring(before)
        if let cut = before.lastIndex(where: { ";|({&\n=".contains($0) }) { last = before[before.index(after: cut)...] }
        guard let name = last.split(separator: " ").first.map(String.init), let c = try? m.resolveCommand(Name(name), spelling: name), let d = try? c.metadata(m) else { return [] }
        return d.parameters.map(\.name) + (d.isAdvanced ? CommonParameters.names : [])
    }
}
