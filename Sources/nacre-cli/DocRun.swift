import Glibc
import Nacre
import NacreRuntime
import NacreSyntax

/// `nacre doc PAGE.md`: runs a documentation page's commands on a fresh sample deployment, or on a store that is named.
struct DocRun {
    private var page: String?
    private var store: String?
    private var computer: String?
    /// The computer for the block that holds a line.
    private var computers: [(line: Int, name: String)] = []

    static let usage = """
    Usage: nacre doc [-Store <file>] [-ComputerName <fqdn>] [-At <line>=<fqdn>]... <page.md>

    Runs the page's PowerShell blocks in order and prints each with what it displays. The store is a fresh sample
    deployment unless -Store names one. -At runs the block that holds a line as another computer; in the page
    itself a comment before a block says so: <!-- nacre: -ComputerName atl-edge-001.litwareinc.com -->

    """

    init(_ words: [String]) throws {
        var i = 0
        while i < words.count {
            let w = words[i]
            switch w.lowercased() {
            case "-store", "--store": i += 1; store = try DocRun.value(words, i, w)
            case "-computername", "--computername": i += 1; computer = try DocRun.value(words, i, w)
            case "-at", "--at":
                i += 1
                let v = try DocRun.value(words, i, w)
                guard let eq = v.firstIndex(of: "="), let n = Int(v[..<eq]) else { throw Options.Misuse(message: "-At needs LINE=COMPUTER, not '\(v)'.") }
                computers.append((n, String(v[v.index(after: eq)...])))
            default:
                guard !w.hasPrefix("-"), page == nil else { throw Options.Misuse(message: "nacre doc does not understand '\(w)'.") }
                page = w
            }
            i += 1
        }
        if page == nil { throw Options.Misuse(message: "nacre doc needs a page.") }
    }
    private static func value(_ words: [String], _ i: Int, _ name: String) throws -> String {
        guard i < words.count else { throw Options.Misuse(message: "\(name) needs a value.") }
        return words[i]
    }

    func run() -> Int32 {
        guard let page, let source = Program.read(page, anyName: true) else {
            fputs("nacre doc: cannot read \(page ?? ""): \(String(cString: strerror(errno)))\n", stderr)
            return 2
        }
        var place = store
        var folder: String?
        if place == nil {
            var template = Array("/tmp/nacre-doc-XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else { fputs("nacre doc: cannot make a folder for the sample deployment in /tmp\n", stderr); return 2 }
            let made = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
            folder = made
            place = made + "/store.db"
        }
        defer { if let folder { removeFolder(folder) } }
        let host = StandardHost(nonInteractive: true)
        let shell = Shell(host: host)
        Signals.install(shell.session)
        let models = Models.register(in: shell.session, store: place, computer: computer, quiet: store == nil)
        var failures = 0
        for block in MarkdownPage.codeBlocks(source) where block.isPowerShell {
            let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false).count
            let here = computers.last { $0.line >= block.startLine && $0.line < block.startLine + max(lines, 1) }?.name ?? comment(before: block.startLine, source) ?? computer
            models.computerName = here
            host.write(Str("\(page):\(block.startLine):\(here.map { " as \($0)" } ?? "")\n"))
            for l in block.text.split(separator: "\n", omittingEmptySubsequences: false) where !l.isEmpty { host.write(Str("    \(l)\n")) }
            failures += perform(block, page, shell, host)
            host.write(Str("\n"))
            host.flush()
        }
        shell.session.close()
        return failures == 0 ? 0 : 1
    }

    /// Runs a block; each error is reported with its place in the page.
    private func perform(_ block: CodeBlock, _ page: String, _ shell: Shell, _ host: StandardHost) -> Int {
        let session = shell.session
        let text = Source(block.text, path: page)
        let parsed = Parser.parse(text)
        func say(_ extent: Extent?, _ source: Source?, _ message: String) {
            var line = block.startLine, column = 1
            if let extent, source == nil || source === text {
                let p = text.position(extent.start)
                line += p.line - 1
                column = p.column + (p.line - 1 < block.indents.count ? block.indents[p.line - 1] : 0)
            }
            host.write(Str("\(page):\(line):\(column): \(message)\n"))
        }
        if !parsed.diagnostics.isEmpty {
            for d in parsed.diagnostics { say(d.extent, nil, d.message) }
            return parsed.diagnostics.count
        }
        session.errors.removeAll()
        shell.runParsed(parsed, showErrors: false)
        let errors = session.errors.elements.reversed().compactMap { $0.cast(ErrorRecord.self) }
        for r in errors { say(r.position?.extent, r.position?.source, r.message.split(separator: "\n").first.map(String.init) ?? r.message) }
        return errors.count
    }

    private func comment(before line: Int, _ source: Source) -> String? {
        var n = line - 1
        while n >= 1 {
            let words = source.line(n).split(separator: " ").map(String.init)
            if words.isEmpty || words[0].hasPrefix("```") { n -= 1; continue }
            guard words.count >= 4, words[0] == "<!--", words[1] == "nacre:", words[2].lowercased() == "-computername" else { return nil }
            return words[3]
        }
        return nil
    }

    private func removeFolder(_ path: String) {
        guard let d = opendir(path) else { unlink(path); return }
        while let e = readdir(d) {
            let name = withUnsafePointer(to: &e.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if name == "." || name == ".." { continue }
            let inner = path + "/" + name
            if unlink(inner) != 0 { removeFolder(inner) }
        }
        closedir(d)
        rmdir(path)
    }
}
