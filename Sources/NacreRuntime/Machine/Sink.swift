/// Where output goes: the next command, a variable, a display.
open class Sink {
    public init() {}
    /// One object, taken as it is (no unrolling).
    open func put(_ v: Value) throws {}
}

/// Collects output in an array of its own.
public final class ListSink: Sink {
    public var values: [Value] = []
    public override func put(_ v: Value) throws { values.append(v) }
}

/// Drops output.
public final class NullSink: Sink {}

/// Appends to the machine's capture stack: output of the innermost `$x = …`, `( … )` or `$( … )` under way.
final class CaptureSink: Sink {
    unowned let m: Machine
    init(_ m: Machine) { self.m = m }
    override func put(_ v: Value) throws { m.pushCaptured(v) }
}

/// Calls a closure for each object.
public final class ClosureSink: Sink {
    private let body: (Value) throws -> Void
    public init(_ body: @escaping (Value) throws -> Void) { self.body = body }
    public override func put(_ v: Value) throws { try body(v) }
}
