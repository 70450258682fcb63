import NacreSyntax

extension Machine {
    /// Runs code with streams redirected as a command's `2>&1` or `> file` says.
    func redirecting(_ list: [CallRedirection], _ body: () throws -> Void) throws {
        let before = streams, o = out
        var files: [FileSink] = []
        defer { streams = before; out = o }
        for r in list {
            if let to = r.to {
                guard to == .output else { throw PSError.unsupported("merging a stream into another than output") }
                set(r.from, output)
                continue
            }
            let path = str(try r.file?.eval(self) ?? .null).string
            if path.isEmpty { set(r.from, NullSink.shared); continue }
            guard let open = session.service(RedirectionFiles.self) else { throw PSError.unsupported("redirection to files") }
            let sink = try open.open(path, append: r.append, self)
            files.append(sink)
            set(r.from, sink)
        }
        do { try withExtendedLifetime(files) { try body() } } catch {
            for f in files { try? f.close() }
            throw error
        }
        for f in files { try f.close() }
    }
    private func set(_ s: RedirectionStream, _ sink: Sink) {
        switch s {
        case .output: output = sink; kept.append(sink)
        case .error: streams.error = sink
        case .warning: streams.warning = sink
        case .verbose: streams.verbose = sink
        case .debug: streams.debug = sink
        case .information: streams.information = sink
        case .all:
            streams.error = sink; streams.warning = sink; streams.verbose = sink; streams.debug = sink; streams.information = sink
            if !(sink === output) { output = sink; kept.append(sink) }
        }
    }

    /// A stage whose command carries redirections: it runs with them.
    func redirected(_ stage: Stage, _ c: CommandNode) throws -> Stage { RedirectedStage(self, stage, c.redirections) }
}

/// What a file that is redirected to must do; given by the module that knows files.
open class RedirectionFiles {
    public init() {}
    open func open(_ path: String, append: Bool, _ m: Machine) throws -> FileSink { throw PSError.unsupported("redirection to files") }
}
open class FileSink: Sink {
    open func close() throws {}
}

/// Runs another stage with its streams redirected.
final class RedirectedStage: Stage {
    let inner: Stage
    let list: [CallRedirection]
    init(_ m: Machine, _ inner: Stage, _ list: [CallRedirection]) { self.inner = inner; self.list = list; super.init(m) }

    private var streams = Streams()
    private var files: [FileSink] = []
    private var target: Sink?

    override func begin(expectsInput: Bool) throws {
        streams = m.streams
        var output: Sink = next.takeUnretainedValue()
        for r in list {
            if r.to != nil { apply(r.from, output, &output); continue }
            let path = m.str(try r.file?.eval(m) ?? .null).string
            if path.isEmpty { apply(r.from, NullSink.shared, &output); continue }
            guard let open = m.session.service(RedirectionFiles.self) else { throw PSError.unsupported("redirection to files") }
            let sink = try open.open(path, append: r.append, m)
            files.append(sink)
            apply(r.from, sink, &output)
        }
        target = output
        inner.next = .passUnretained(output)
        try with { try inner.begin(expectsInput: expectsInput) }
    }
    private func apply(_ s: RedirectionStream, _ sink: Sink, _ output: inout Sink) {
        switch s {
        case .output: output = sink
        case .error: streams.error = sink
        case .warning: streams.warning = sink
        case .verbose: streams.verbose = sink
        case .debug: streams.debug = sink
        case .information: streams.information = sink
        case .all:
            streams.error = sink; streams.warning = sink; streams.verbose = sink; streams.debug = sink; streams.information = sink
            output = sink
        }
    }
    private func with(_ body: () throws -> Void) throws {
        let before = m.streams
        m.streams = streams
        defer { m.streams = before }
        do { try body() } catch {
            if let e = m.asPSError(error), let sink = streams.error, m.tryDepth == 0, !e.endsScript {
                m.remember(e)
                m.failed = true
                try sink.put(.object(e.record))
                return
            }
            throw error
        }
    }
    override func put(_ v: Value) throws { try with { try inner.put(v) } }
    override func processOnce() throws { try with { try inner.processOnce() } }
    override func finish() throws {
        try with { try inner.finish() }
        for f in files { try f.close() }
        files = []
    }
    override func dispose() {
        inner.dispose()
        for f in files { try? f.close() }
    }
}

extension NullSink { public static let shared = NullSink() }
