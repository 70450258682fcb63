import NacreSyntax

/// Runs compiled code: a stack of values, the scopes of the blocks that run, where output goes.
public final class Machine {
    /// Outlives its machine: the session owns it.
    public unowned(unsafe) let session: Session
    let commands: CommandTable
    let typeData: TypeDataTable
    /// The value stack: slots of running blocks, arguments and temporaries.
    let stack: UnsafeMutablePointer<Value>
    let stackEnd: UnsafeMutablePointer<Value>
    /// The first free place of the stack.
    var sp: UnsafeMutablePointer<Value>
    /// The slots of the running block.
    var fp: UnsafeMutablePointer<Value>
    /// The scope of the running block. Kept alive by whoever runs in it: the pool, a stage, the session.
    public internal(set) var scope: Scope {
        get { scopeRef.takeUnretainedValue() }
        set { scopeRef = .passUnretained(newValue) }
    }
    var scopeRef: Unmanaged<Scope>
    /// `$_`
    public var item: Value = .undef
    /// Where statements put their output.
    public var output: Sink {
        get { out.takeUnretainedValue() }
        set { out = .passUnretained(newValue) }
    }
    /// Unretained: whoever sets it keeps the sink alive while code runs.
    var out: Unmanaged<Sink>
    var captureOut: Unmanaged<Sink>
    private let root = NullSink()
    /// Drops output.
    let nowhere: Unmanaged<Sink>
    private var capture: CaptureSink!
    let interrupt: InterruptFlag
    private let interruptBit: UnsafeMutablePointer<InterruptFlag.Bit>
    @inline(__always) var isInterrupted: Bool { interruptBit.pointee.load(ordering: .relaxed) }
    var scratch = TextBuilder()
    /// Captured output, all captures under way one above the other.
    var captured: UnsafeMutablePointer<Value>
    var capturedCount = 0
    var capturedCapacity: Int
    /// Redirections of the streams beside output.
    public var streams = Streams()
    /// `$?`
    public var succeeded = true
    var defaults = DefaultsCache()
    /// Blocks under way.
    var depth = 0
    static let maxDepth = 4096
    /// Scope objects used again and again.
    let pool: UnsafeMutablePointer<Unmanaged<Scope>>
    var pooled = 0
    /// Functions that were replaced while blocks ran: kept until none runs any more.
    var retired: [ObjectIdentifier: CommandInfo] = [:]
    /// What a session starts with: the parent of the scope that is global while a script runs.
    let rootScope: Scope
    var poolTop = 0
    /// `catch` bodies under way: `throw` alone throws again.
    var inCatch = 0
    /// What the running method's `return` gave.
    var returned: Value = .void
    /// The running pipeline wrote an error.
    public var failed = false
    /// The cmdlet or advanced function that runs.
    public internal(set) var context: CommandContext?
    /// What `exit` without a number gives: the last program's exit code.
    public var lastExitCode: Int32 = 0
    let emptyLayout = Layout()
    /// `try` bodies under way: errors inside end the body instead of being shown.
    var tryDepth = 0
    /// The label a `break` or `continue` is on its way to.
    var flowLabel: Name?

    init(session: Session) {
        self.session = session
        commands = session.commands
        typeData = session.typeData
        pool = .allocate(capacity: Machine.maxDepth + 64)
        let size = 1 << 20
        stack = .allocate(capacity: size)
        stackEnd = stack + size
        sp = stack
        fp = stack
        capturedCapacity = 1024
        captured = .allocate(capacity: capturedCapacity)
        rootScope = Scope(parent: nil, layout: emptyLayout, slots: stack, home: session.state)
        scopeRef = .passUnretained(rootScope)
        interrupt = session.interrupt
        interruptBit = session.interrupt.bit
        nowhere = .passUnretained(root)
        out = nowhere
        captureOut = out
        session.state.global = scope
        scope.extra = [:]
        capture = CaptureSink(self)
        captureOut = .passUnretained(capture)
    }
    deinit {
        for i in 0..<pooled { pool[i].release() }
        pool.deallocate()
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
