import Glibc
import Nacre
import NacreRuntime
import NacreSyntax

/// One run of the program: what the command line asked for, done.
struct Program {
    let words: [String]
    init(_ words: [String]) { self.words = words }

    func run() -> Int32 {
        let options: Options
        do { options = try Options(words) } catch let m as Options.Misuse { return misuse(m.message) } catch { return 64 }
        switch options.mode {
        case .version: print(Usage.version); return 0
        case .help: print(Usage.text); return 0
        case .tool(let name, let rest): return Tools.run(name, rest)
        default: break
        }
        if let d = options.workingDirectory, chdir(d) != 0 { return misuse("Cannot process the command because the working directory '\(d)' does not exist or is not accessible.") }
        let host = StandardHost(nonInteractive: options.nonInteractive)
        let code = shell(options, host)
        host.flush()
        return code
    }

    private func misuse(_ message: String) -> Int32 {
        fputs(message + "\n", stderr)
        print(Usage.text)
        return 64
    }

    private func shell(_ options: Options, _ host: StandardHost) -> Int32 {
        switch options.mode {
        case .command(let text):
            let shell = makeShell(options, host)
            return end(shell.runText(text, input: Program.pipedLines()), shell, options, host)
        case .file(let path, let arguments):
            guard let source = Program.read(path) else { host.flush(); return misuse(Options.missingScript(path).message) }
            let shell = makeShell(options, host)
            return end(shell.runScript(source, arguments: arguments, input: Program.pipedLines()), shell, options, host)
        case .commandInput: return InputReader(makeShell(options, host), host, echo: false).run()
        case .promptInput: return ask(makeShell(options, host), options, host)
        default:
            let shell = makeShell(options, host)
            if isatty(0) == 1, !options.nonInteractive { return ask(shell, options, host) }
            return shell.runScript(Source(StandardInput.shared.all())).exitCode
        }
    }

    /// The exit code of a run; under `-NoExit` the prompt comes first.
    private func end(_ outcome: Shell.Outcome, _ shell: Shell, _ options: Options, _ host: StandardHost) -> Int32 {
        options.noExit && !outcome.exited ? ask(shell, options, host) : outcome.exitCode
    }

    /// The prompt; where standard input is no terminal, its lines as if they were typed there.
    private func ask(_ shell: Shell, _ options: Options, _ host: StandardHost) -> Int32 {
        guard isatty(0) == 1, !options.nonInteractive else { return InputReader(shell, host, echo: true).run() }
        return Prompt(shell, host, noProfile: options.noProfile).start()
    }

    private func makeShell(_ options: Options, _ host: StandardHost) -> Shell {
        let shell = Shell(host: host)
        Signals.install(shell.session)
        Models.register(in: shell.session, store: options.store, computer: options.computer)
        return shell
    }

    /// The lines of standard input, where it is neither a terminal nor closed; read when `$input` is.
    static func pipedLines() -> Enumerator? {
        var s = stat()
        guard fstat(0, &s) == 0, s.st_mode & S_IFMT != S_IFCHR else { return nil }
        return Enumerator { StandardInput.shared.line().map { Value($0) } }
    }

    /// A script's source; nil where there is no such file or it is no script by its name.
    static func read(_ path: String, anyName: Bool = false) -> Source? {
        let name = path.lowercased()
        guard anyName || name.hasSuffix(".ps1") || !name.contains(".") || access(path, R_OK) == 0 else { return nil }
        guard let f = fopen(path, "r") else { return nil }
        defer { fclose(f) }
        var s = stat()
        guard fstat(fileno(f), &s) == 0, s.st_mode & S_IFMT != S_IFDIR else { return nil }
        var bytes = [UInt8](), chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let n = fread(&chunk, 1, chunk.count, f)
            if n == 0 { break }
            bytes.append(contentsOf: chunk[..<n])
        }
        return bytes.withUnsafeBufferPointer { Source(utf8: $0, path: absolute(path)) }
    }
    static func absolute(_ path: String) -> String {
        guard let p = realpath(path, nil) else { return path }
        defer { free(p) }
        return String(cString: p)
    }
}
