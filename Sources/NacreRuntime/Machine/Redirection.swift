import NacreSyntax

/// What a statement's or command's redirections (`2>&1`, `> file`) come to: streams and output to run with, and the files that were opened for it.
final class RedirectionTargets {
    private(set) var streams: Streams
    /// Where output goes.
    private(set) var output: Sink
    private var files: [FileSink] = []

    /// Opens the targets, from left to right.
    init(_ list: [CallRedirection], _ m: Machine, output: Sink) throws {
        streams = m.streams
        self.output = output
        do {
            for r in list {
                if let to = r.to {
                    guard to == .output else { throw PSError.unsupported("merging a stream into another than output") }
                    send(r.from, to: self.output)
                    continue
                }
                let path = m.str(try r.file?.eval(m) ?? .null).string
                // `$null` swallows what it is given; so does an empty name.
                if path.allSatisfy(\.isWhitespace) { send(r.from, to: NullSink.shared); continue }
                guard let opener = m.session.service(RedirectionFiles.self) else { throw PSError.unsupported("redirection to files") }
                let file = try opener.open(path, append: r.append, m)
                files.append(file)
                send(r.from, to: file)
            }
        } catch {
            abandon()
            throw error
        }
    }
    private func send(_ s: RedirectionStream, to sink: Sink) {
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

    /// Runs code with the streams.
    /// - Parameter isCommand: an error that ends a command goes where its errors go; that of an expression is its statement's.
    func run(_ m: Machine, isCommand: Bool = true, _ body: () throws -> Void) throws {
        let before = m.streams
        m.streams = streams
        defer { m.streams = before }
        do { try body() } catch {
            guard isCommand, let e = m.asPSError(error), let sink = streams.error, m.tryDepth == 0, !e.endsScript else { throw error }
            m.remember(e)
            m.failed = true
            try sink.put(.object(e.record))
        }
    }
    /// Writes out what the files hold back.
    func close() throws {
        let open = files
        files = []
        for f in open { try f.close() }
    }
    /// Closes the files after an error.
    func abandon() {
        for f in files { try? f.close() }
        files = []
    }
}

extension Machine {
    /// Runs a statement with its redirections.
    func redirecting(_ list: [CallRedirection], _ body: () throws -> Void) throws {
        let before = out
        defer { out = before }
        let targets = try RedirectionTargets(list, self, output: output)
        try withExtendedLifetime(targets) {
            out = .passUnretained(targets.output)
            do { try targets.run(self, isCommand: false, body) } catch { targets.abandon(); throw error }
            try targets.close()
        }
    }
    /// A stage whose command carries redirections: it runs with them.
    func redirected(_ stage: Stage, _ c: CommandNode) throws -> Stage { RedirectedStage(self, stage, c.redirections) }
}

/// Opens the files that are redirected to; given by the module that knows files.
open class RedirectionFiles {
    public init() {}
    /// - Throws: the error of Out-File where the path cannot be written.
    open func open(_ path: String, append: Bool, _ m: Machine) throws -> FileSink { throw PSError.unsupported("redirection to files") }
}
open class FileSink: Sink {
    open func close() throws {}
}

/// Runs another stage with its streams redirected.
final class RedirectedStage: Stage {
    private let inner: Stage
    private let list: [CallRedirection]
    private var targets: RedirectionTargets!
    init(_ m: Machine, _ inner: Stage, _ list: [CallRedirection]) { self.inner = inner; self.list = list; super.init(m) }

    override func begin(expectsInput: Bool) throws {
        targets = try RedirectionTargets(list, m, output: next.takeUnretainedValue())
        inner.next = .passUnretained(targets.output)
        try targets.run(m) { try inner.begin(expectsInput: expectsInput) }
    }
    override func put(_ v: Value) throws { try targets.run(m) { try inner.put(v) } }
    override func processOnce() throws { try targets.run(m) { try inner.processOnce() } }
    override func finish() throws {
        try targets.run(m) { try inner.finish() }
        try targets.close()
    }
    override func dispose() {
        inner.dispose()
        targets?.abandon()
    }
}

extension NullSink { public static let shared = NullSink() }
