import NacreRuntime

/// `Out-Default`, `Out-Host`: to the display.
final class OutDefaultCommand: Cmdlet {
    private var inputIndex = 0
    override func begin() throws { inputIndex = index("InputObject") ?? 0 }
    override func process() throws {
        guard let v = arg(at: inputIndex) else { return }
        let sink = session.display ?? NullSink.shared
        try m.unroll(v, into: sink)
    }
    override func end() throws { if command.name == "Out-Host" { session.finishDisplay?() } }
}

/// `Out-String`: the text that a display would show.
final class OutStringCommand: Cmdlet {
    private var renderer: Renderer!
    private var text = ""
    private var inputIndex = 0
    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        var width = session.host.width
        if case .int(let n)? = arg("Width") { width = Int(n) }
        let stream = flag("Stream")
        renderer = Renderer(m, width: width) { [unowned self] s in
            text += s
            if stream { try? drain() }
        }
    }
    private func drain() throws {
        while let n = text.firstIndex(of: "\n") {
            try write(Value(String(text[..<n])))
            text = String(text[text.index(after: n)...])
        }
    }
    override func process() throws {
        guard let v = arg(at: inputIndex) else { return }
        try m.enumerate(v) { renderer.put($0) }
    }
    override func end() throws {
        renderer.end()
        if flag("Stream") { try drain(); return }
        if flag("NoNewline") { text = text.split(separator: "\n", omittingEmptySubsequences: false).joined() }
        try write(Value(text))
    }
}
