import NacreSyntax

/// How a statement ended. `break` and `continue` leave their label in `Machine.flowLabel`.
enum Flow: UInt8 { case next, `break`, `continue`, `return` }

/// Compiled code: one object an operation, specialised where it pays.
class Node {
    /// The value, as an expression.
    func eval(_ m: Machine) throws -> Value { .null }
    /// The truth of the value.
    func test(_ m: Machine) throws -> Bool { try eval(m).isTrue }
    /// Runs it as a statement: its value goes to the output.
    func run(_ m: Machine) throws -> Flow {
        let v = try eval(m)
        m.succeeded = true
        try m.emit(v)
        return .next
    }
    /// Gives the value piece by piece where it is a sequence made on the spot (a range that feeds a pipeline).
    func stream(_ m: Machine, into sink: Sink) throws { try m.unroll(eval(m), into: sink) }
    /// What evaluation always gives, where that is one constant.
    var constant: Value? { nil }
    /// True where evaluation surely assigns no variable.
    var changesNothing: Bool { constant != nil }
}

/// `break`, `continue` or a label on the way to a loop in a calling block.
struct FlowSignal: Error { let flow: Flow; let label: Name? }
/// `exit` under way.
public struct ExitSignal: Error { public let code: Int32; public init(code: Int32) { self.code = code } }
/// Stops the commands before a stage of a pipeline (`Select-Object -First`).
public final class StopUpstream: Error {
    public let stage: AnyObject
    public init(_ stage: AnyObject) { self.stage = stage }
}
/// Ctrl-C, or the end of the whole run.
public struct PipelineStopped: Error { public init() {} }

/// Where a condition or another part of a statement stands that errors point at.
struct SourcePlace {
    let source: Source, extent: Extent
    init(_ source: Source, _ extent: Extent) { self.source = source; self.extent = extent }
}

extension Node {
    /// The truth of a condition; its errors are shown at the condition, not at the whole statement.
    @inline(__always) final func holds(_ m: Machine, _ place: SourcePlace) throws -> Bool {
        do { return try test(m) } catch { throw m.placed(error, place) }
    }
    @inline(__always) final func value(_ m: Machine, _ place: SourcePlace) throws -> Value {
        do { return try eval(m) } catch { throw m.placed(error, place) }
    }
}

extension Machine {
    @inline(never) func placed(_ error: Error, _ p: SourcePlace) -> Error {
        guard let e = asPSError(error) else { return error }
        position(e, at: ScriptPosition(source: p.source, extent: p.extent))
        return e
    }
    /// Puts a value out as a statement does: collections element by element.
    @inline(__always) func emit(_ v: Value) throws {
        switch v {
        case .object(let o):
            if o.kind == .string { try put(v) } else { try emitObject(o) }
        case .void, .undef: break
        default: try put(v)
        }
    }
    @inline(never) private func emitObject(_ o: Obj) throws {
        if o.isEnumerable { _ = try o.enumerate { try put($0) } } else { try put(.object(o)) }
    }
    /// Puts one thing out as it is.
    @inline(__always) func put(_ v: Value) throws {
        if out.toOpaque() == captureOut.toOpaque() { pushCaptured(v) } else { try out._withUnsafeGuaranteedRef { try $0.put(v) } }
    }

    /// Runs code with its output captured, and gives what came: `.void`, one value, or an array.
    @inline(__always) func captured(_ body: () throws -> Void) throws -> Value {
        let base = capturedCount, before = out
        out = captureOut
        do { try body() } catch {
            out = before
            dropCaptured(to: base)
            throw error
        }
        out = before
        return takeCaptured(from: base)
    }
    @inline(never) func dropCaptured(to base: Int) {
        (captured + base).deinitialize(count: capturedCount - base)
        capturedCount = base
    }
    @inline(__always) func takeCaptured(from base: Int) -> Value {
        let n = capturedCount - base
        if n == 0 { return .void }
        if n == 1 { capturedCount = base; return (captured + base).move() }
        return .object(takeCapturedArray(from: base))
    }
    @inline(never) func takeCapturedArray(from base: Int) -> PSArray {
        let n = capturedCount - base
        let p = UnsafeMutablePointer<Value>.room(n)
        p.moveInitialize(from: captured + base, count: n)
        capturedCount = base
        return PSArray(taking: p, count: n)
    }

    @inline(__always) func poll() throws { if isInterrupted { throw PipelineStopped() } }
}
