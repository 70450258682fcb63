import NacreRuntime

/// The display at the end of everything: formats what comes and writes it to the host.
final class DisplaySink: Sink {
    private let m: Machine
    private var renderer: Renderer?
    init(_ m: Machine) { self.m = m }
    override func put(_ v: Value) throws {
        if let s = v.str, renderer == nil { m.session.host.write(s); m.session.host.write(DisplaySink.newline); return }
        if renderer == nil {
            let host = m.session.host
            renderer = Renderer(m, width: host.width) { host.write(Str($0)) }
        }
        renderer?.put(v)
    }
    /// Ends what is open: after each run of the prompt, a command line or a script.
    func finish() {
        renderer?.end()
        renderer = nil
    }
    private static let newline = Str("\n")
}

/// Puts the display and the Format- and Out- commands into a session.
public enum Formatting {
    private static let commands: [(String, String, () -> Cmdlet)] = [
        ("Format-Table", "FormatTableCommand", { FormatTableCommand() }),
        ("Format-List", "FormatListCommand", { FormatListCommand() }),
        ("Format-Wide", "FormatWideCommand", { FormatWideCommand() }),
        ("Format-Custom", "FormatCustomCommand", { FormatCustomCommand() }),
        ("Out-Default", "OutDefaultCommand", { OutDefaultCommand() }),
        ("Out-Host", "OutHostCommand", { OutDefaultCommand() }),
        ("Out-String", "OutStringCommand", { OutStringCommand() }),
    ]
    public static func register(in session: Session) {
        let sink = DisplaySink(session.machine)
        session.display = sink
        session.finishDisplay = { sink.finish() }
        let types = session.types
        session.commands.add { table in for c in commands { table.register(c.0) { CmdletInfo(standard: c.0, c.1, types, make: c.2) } } }
    }
}
