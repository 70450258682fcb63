import Glibc

/// How a connection waits for others: short pauses of random length, so that many writers take turns, until its patience ends.
final class Waiting {
    var patience = 60.0
    var isInterrupted: () -> Bool = { false }
    private(set) var wasInterrupted = false
    private var start = 0.0

    /// SQLite's busy handler: true to try again.
    func again(first: Bool) -> Bool {
        if first { start = monotonicSeconds() }
        return pause(since: start)
    }

    func pause(since start: Double) -> Bool {
        wasInterrupted = isInterrupted()
        guard !wasInterrupted, monotonicSeconds() - start < patience else { return false }
        usleep(UInt32.random(in: 500...8_000))
        return true
    }
}
