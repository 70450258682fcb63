import Synchronization

/// Where a shell's output goes and its questions come from.
public protocol Host: AnyObject {
    /// Text for standard output, as it is.
    func write(_ text: Str)
    /// Text for standard error.
    func writeError(_ text: Str)
    /// Everything written so far has left the process when this returns.
    func flush()
    /// Columns of the output: the terminal's, 80 where it is none.
    var width: Int { get }
    /// True where output may carry colours.
    var hasColor: Bool { get }
    /// True where questions can be asked.
    var isInteractive: Bool { get }
    /// A line typed after a prompt; nil at the end of input.
    func readLine(prompt: String) throws -> String?
    /// A line typed without showing it.
    func readSecret(prompt: String) throws -> String?
}

/// One bit that a signal handler sets and running code polls.
public final class InterruptFlag: Sendable {
    typealias Bit = Atomic<Bool>
    /// In memory of its own, so that running code reads it without taking hold of this object.
    nonisolated(unsafe) let bit: UnsafeMutablePointer<Bit>
    public init() {
        bit = .allocate(capacity: 1)
        bit.initialize(to: Bit(false))
    }
    deinit { bit.deallocate() }
    /// Where the flag lies, for signal handlers in C.
    public var place: UnsafeMutablePointer<Bool> { UnsafeMutableRawPointer(bit).assumingMemoryBound(to: Bool.self) }
    public func set() { bit.pointee.store(true, ordering: .relaxed) }
    public func clear() { bit.pointee.store(false, ordering: .relaxed) }
    @inline(__always) public var isSet: Bool { bit.pointee.load(ordering: .relaxed) }
}
