import Glibc
import NacreSchema

/// Delivers whatever falls due, until told to stop: `nacre replicate`, and behind a running shell.
public struct ReplicationService {
    public let store: SQLiteStore
    /// How often it looks whether another process has committed something, in seconds.
    public var pollInterval = 0.25

    public init(_ store: SQLiteStore) { self.store = store }

    /// - Parameters:
    ///   - shouldStop: asked several times a second.
    ///   - report: called after each round with the replicas delivered to, and with trouble that it goes on after.
    public func run(until shouldStop: () -> Bool, report: (Result<[String], StoreError>) -> Void) {
        while !shouldStop() {
            do throws(StoreError) {
                let names = try store.deliverDue()
                if !names.isEmpty { report(.success(names)) }
                pause(until: try store.nextDue())
            } catch {
                report(.failure(error))
                pause(until: nil)
            }
        }
    }

    private func pause(until due: Timestamp?) {
        let left = due.map { ($0 - store.clock()).seconds } ?? pollInterval
        usleep(UInt32(max(0.001, min(left, pollInterval)) * 1e6))
    }
}
