import LyncServer
import NacreModel
import NacreRuntime
import NacreSchema
import NacreSyntax
import ShellSupport

/// A shell on a fresh sample deployment in memory, whose clock stands still until it is moved.
final class TestShell {
    final class Clock { var now = Timestamp(unixSeconds: 1_800_000_000) }
    let host = TextHost(width: 120), clock = Clock(), session: Session, store: MemoryStore, context: ModelContext

    init(computer: String? = nil) throws {
        let clock = clock
        session = Session(host: host)
        let store = MemoryStore { clock.now }
        self.store = store
        context = LyncServerCommands.register(in: session, computerName: computer, author: "tester") { model in
            try store.write(ChangeOrigin(author: "tester", commandLine: "")) { try model.seed($0) }
            return store
        }
    }

    /// Runs a script and gives what it put out, each object as text; an object with properties as `Name=Value` of those that are not empty.
    @discardableResult func run(_ script: String) -> [String] {
        let m: Machine = session.machine, sink = ListSink()
        session.display = sink
        let parsed = Parser.parse(script)
        for d in parsed.diagnostics { host.errors += "\(d)\n" }
        do { try m.displaying { try m.runGlobally(tree: parsed.tree) } } catch { _ = m.showFinal(error) }
        return sink.values.map { v in
            guard let o = v.cast(Custom.self) else { return m.str(v).string }
            return zip(o.shape.spellings, o.values).filter { !m.str($1).string.isEmpty }.map { "\($0.string)=\(m.str($1).string)" }.joined(separator: "; ")
        }
    }
    /// The newest error: its full id and message.
    func failure(_ script: String) -> (id: String, message: String)? {
        let before = session.errors.count
        run(script)
        guard session.errors.count > before, let record = session.errors[0].cast(ErrorRecord.self) else { return nil }
        return (record.fullyQualifiedId, record.message)
    }
}
