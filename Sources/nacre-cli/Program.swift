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
            return makeShell(options, host).runText(text, input: Program.pipedLines()).exitCode
        case .file(let path, let arguments):
            guard let source = Program.read(path) else { host.flush(); return misuse(Options.missingScript(path).message) }
            return makeShell(options, host).runScript(source, arguments: arguments, input: Program.pipedLines()).exitCode
        case .commandInput: return InputReader(makeShell(options, host), host, echo: false).run()
        case .promptInput: return InputReader(makeShell(options, host), host, echo: true).run()
        default:
            if isatty(0) == 1, !options.nonInteractive { return Prompt(makeShell(options, host), host, noProfile: options.noProfile).start() }
            return makeShell(options, host).runScript(Source(StandardInput.shared.all())).exitCode
        }
    }

    private func makeShell(_ options: Options, _ host: StandardHost) -> Shell {
        let shell = Shell(host: host)
        Signals.install(shell.session)
        Models.register(in: shell.session, store: options.store, computer: options.computer)
        return shell
    }

    /// The lines of standard input, where it is neither a terminal nor closed.
    static func pipedLines() -> [Value]? {
        var s = stat()
        guard fstat(0, &s) == 0, isatty(0) == 0 else { return nil }
        if s.st_mode & S_IFMT == S_IFCHR { return nil }
        var lines: [Value] = []
        while let l = StandardInput.shared.line() { lines.append(Value(l)) }
        return lines
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
