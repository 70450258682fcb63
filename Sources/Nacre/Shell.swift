import NacreRuntime
import NacreSyntax

/// A shell with the standard commands and types: what an application embeds.
///
///     let shell = Shell(host: host)
///     shell.runText("Get-Date | Format-List")
public final class Shell {
    public let session: Session
    private var machine: Machine { session.machine }

    public init(host: Host) {
        session = Session(host: host)
        Standard.register(in: session)
    }

    /// How a run ended.
    public struct Outcome {
        /// What the process leaves with.
        public var exitCode: Int32
        /// `exit` was called: a prompt ends too.
        public var exited: Bool
    }

    /// Runs text as `-Command` does (`input` is its `$input`): in the session's own scope, output shown. The exit code is 1 where the last statement failed.
    @discardableResult public func runText(_ text: String, input: Enumerator? = nil) -> Outcome {
        let parsed = Parser.parse(text)
        return run(parsed) { m in
            if let input { try m.setGlobal("input", .object(input)) }
            try m.runGlobally(tree: parsed.tree)
        } code: { m in m.succeeded ? 0 : 1 }
    }

    /// Runs a source as a script file with arguments as they stand on a command line. The exit code is 0 unless the script says otherwise or ends by an error.
    @discardableResult public func runScript(_ source: Source, arguments: [String] = [], input: Enumerator? = nil) -> Outcome {
        let parsed = Parser.parse(source)
        return run(parsed) { m in
            try m.runScript(source, tree: parsed.tree, arguments: CommandLineWords.arguments(arguments), input: input)
        } code: { _ in 0 }
    }

    /// Runs what was parsed already in the session's own scope; errors go to `$Error` alone where they are not to be shown.
    @discardableResult public func runParsed(_ parsed: ParseResult, showErrors: Bool = true) -> Outcome {
        let m: Machine = machine
        let before = m.streams
        if !showErrors { m.streams.error = NullSink.shared }
        defer { m.streams = before }
        return run(parsed) { m in try m.runGlobally(tree: parsed.tree) } code: { m in m.succeeded ? 0 : 1 }
    }
    /// Runs a file in the session's own scope, as a profile is.
    @discardableResult public func runGlobal(_ source: Source) -> Outcome { runParsed(Parser.parse(source)) }

    private func run(_ parsed: ParseResult, _ body: (Machine) throws -> Void, code: (Machine) -> Int32) -> Outcome {
        let m = machine
        if let d = parsed.diagnostics.first {
            m.showParseError(d, parsed.source)
            return Outcome(exitCode: 1, exited: false)
        }
        do {
            try m.displaying { try body(m) }
            return Outcome(exitCode: code(m), exited: false)
        } catch let e as ExitSignal {
            return Outcome(exitCode: e.code & 0xFF, exited: true)
        } catch is PipelineStopped {
            session.interrupt.clear()
            return Outcome(exitCode: 130, exited: false)
        } catch {
            if m.showFinal(error) { return Outcome(exitCode: 1, exited: false) }
            // `break` or `continue` outside a loop ends the script without a word.
            return Outcome(exitCode: 0, exited: false)
        }
    }
}
