import CProcess
import NacreRuntime

/// Ctrl-C sets the running session's flag; what runs polls it.
enum Signals {
    /// Kept for good: a signal may come at any time.
    nonisolated(unsafe) private static var flag: InterruptFlag?
    static func install(_ session: Session) {
        flag = session.interrupt
        nacre_interrupt_sets(session.interrupt.place)
    }
}
