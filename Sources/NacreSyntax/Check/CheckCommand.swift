import Glibc

/// `nacre check [--json] PATH…`: what the parser has to say about scripts, as people and editors read it.
public enum CheckCommand {
    static let usage = """
        Usage: nacre check [--json] PATH...
          Parses files (.ps1 .psm1 .psd1, PowerShell blocks of .md) or all such files of folders; runs nothing.
          --json    one line of JSON a file: {"path","incomplete","diagnostics":[{"id","line","column","message","severity"}]}
          --time    parse until 50 MB have been read and say how fast that was
          --fuzz N [--seed N]  parse N mutations of the files: neither a crash nor a hang may come of it
        Exit code: 0 all sound, 1 errors found, 2 bad usage or a file that cannot be read.
        """

    /// Runs the command with the words after `check`; gives the process's exit code.
    public static func run(_ arguments: [String]) -> Int32 {
        var json = false, time = false, onlyPaths = false, fuzz: Int?, seed: UInt64 = 1
        var paths: [String] = []
        var words = arguments[...]
        while let a = words.popFirst() {
            if onlyPaths || !a.hasPrefix("-") || a == "-" { paths.append(a); continue }
            switch a {
            case "--": onlyPaths = true
            case "--json": json = true
            case "--time": time = true
            case "--fuzz", "--seed":
                guard let n = words.popFirst().flatMap({ Int($0) }), n >= 0 else { complain("check: \(a) needs a number"); return 2 }
                if a == "--fuzz" { fuzz = n } else { seed = UInt64(n) }
            case "--help", "-h", "-?":
                Output.standard.write(usage + "\n")
                Output.standard.flush()
                return 0
            default:
                complain("check: unknown option \(a)\n" + usage)
                return 2
            }
        }
        if paths.isEmpty { complain("check: no path given\n" + usage); return 2 }
        var failed = false, broken = false
        var files: [String] = []
        for p in paths {
            switch FileWalk.scripts(at: p) {
            case .success(let found): files += found
            case .failure(let e):
                complain("check: \(e.message)")
                failed = true
            }
        }
        if let fuzz { return failed ? 2 : ParseFuzz.run(files, count: fuzz, seed: seed) }
        if time { return failed ? 2 : ParseTiming.run(files) }
        let colour = !json && isatty(1) == 1 && getenv("NO_COLOR") == nil
        var count = 0
        for f in files {
            switch CheckedFile.read(f) {
            case .success(let file):
                broken = broken || !file.findings.isEmpty
                count += file.findings.count
                Output.standard.write(json ? CheckReport.json(file) : CheckReport.text(file, colour: colour))
            case .failure(let e):
                complain("check: \(e.message)")
                failed = true
            }
        }
        if !json, count > 0 { Output.standard.write("\(count) \(count == 1 ? "error" : "errors")\n") }
        Output.standard.flush()
        return failed ? 2 : broken ? 1 : 0
    }

    static func complain(_ text: String) {
        Output.standard.flush()
        let bytes = Array((text + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }
}

/// Buffered standard output.
final class Output {
    nonisolated(unsafe) static let standard = Output()
    private var buffer: [UInt8] = []
    func write(_ s: String) {
        buffer.append(contentsOf: s.utf8)
        if buffer.count > 1 << 16 { flush() }
    }
    func flush() {
        var rest = buffer[...]
        while !rest.isEmpty {
            let n = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
            if n < 0 { if errno == EINTR { continue }; break }
            rest = rest.dropFirst(n)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
