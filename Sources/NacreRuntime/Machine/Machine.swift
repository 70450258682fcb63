import NacreSyntax

/// Runs compiled code: a stack of values, the scopes of the blocks that run, where output goes.
public final class Machine {
    public unowned let session: Session
    /// The value stack: slots of running blocks, arguments and temporaries.
    let stack: UnsafeMutablePointer<Value>
    let stackEnd: UnsafeMutablePointer<Value>
    /// The first free place of the stack.
    var sp: UnsafeMutablePointer<Value>
    /// The slots of the running block.
    var fp: UnsafeMutablePointer<Value>
    public internal(set) var scope: Scope
    /// `$_`
    public var item: Value = .undef
    /// Where statements put their output.
    public var output: Sink
    private(set) var capture: CaptureSink!
    /// Captured output, all captures under way one above the other.
    var captured: UnsafeMutablePointer<Value>
    var capturedCount = 0
    var capturedCapacity: Int
    /// Redirections of the streams beside output.
    public var streams = Streams()
    /// `$?`
    public var succeeded = true
    /// Blocks under way.
    var depth = 0
    static let maxDepth = 1000
    /// `try` bodies under way: errors inside end the body instead of being shown.
    var tryDepth = 0
    /// The label a `break` or `continue` is on its way to.
    var flowLabel: Name?

    init(session: Session) {
        self.session = session
        let size = 1 << 20
        stack = .allocate(capacity: size)
        stackEnd = stack + size
        sp = stack
        fp = stack
        capturedCapacity = 1024
        captured = .allocate(capacity: capturedCapacity)
        scope = Scope(parent: nil, layout: Layout(), slots: stack, home: session.state)
        output = NullSink()
        session.state.global = scope
        scope.extra = [:]
        capture = CaptureSink(self)
    }
    deinit {
        stack.deallocate()
        captured.deallocate()
    }

    @inline(__always) func pushCaptured(_ v: Value) {
        if capturedCount == capturedCapacity { growCaptured() }
        (captured + capturedCount).initialize(to: v)
        capturedCount += 1
    }
    private func growCaptured() {
        let p = UnsafeMutablePointer<Value>.allocate(capacity: capturedCapacity * 2)
        p.moveInitialize(from: captured, count: capturedCount)
        captured.deallocate()
        captured = p
        capturedCapacity *= 2
    }
}
