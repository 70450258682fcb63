import NacreRuntime

/// Formats what comes and writes the text on: to the host, or where it was made for.
final class DisplaySink: TextDisplay {
    private let m: Machine
    private let width: () -> Int
    private let write: (Str) throws -> Void
    private var renderer: Renderer?
    /// A failure to write, thrown when the object at hand has been shown.
    private var fault: Error?
    private let isHost: Bool
    init(_ m: Machine, width: @escaping () -> Int, isHost: Bool = false, write: @escaping (Str) throws -> Void) { self.m = m; self.width = width; self.isHost = isHost; self.write = write }

    override func put(_ v: Value) throws {
        if let s = v.str, renderer == nil {
            try write(s)
            return try write(DisplaySink.newline)
        }
        if renderer == nil {
            renderer = Renderer(m, width: width(), marked: isHost) { [unowned self] s in
                do { try write(Str(s)) } catch { fault = fault ?? error }
            }
        }
        renderer?.put(v)
        try check()
    }
    /// Ends what is open: after each run of the prompt, a command line or a script.
    override func finish() throws {
        renderer?.end()
        renderer = nil
        try check()
    }
    private func check() throws {
        guard let e = fault else { return }
        fault = nil
        throw e
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
        let m: Machine = session.machine, host = session.host
        // The last column stays free, as on a terminal that would wrap.
        let sink = DisplaySink(m, width: { host.width - 1 }, isHost: true, write: { host.write($0) })
        session.display = sink
        session.finishDisplay = { try? sink.finish() }
        session.makeTextDisplay = { [unowned m] width, write in DisplaySink(m, width: { width }, write: write) }
        let types = session.types
        session.commands.add { table in for c in commands { table.register(c.0) { CmdletInfo(standard: c.0, c.1, types, make: c.2) } } }
    }
}
