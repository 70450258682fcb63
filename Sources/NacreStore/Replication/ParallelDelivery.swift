import Glibc
import NacreSchema

/// Delivers to many replicas on several threads. A delivery waits for the disk most of its time, and the file system makes the waits of several
/// threads one: 1,000 replicas take a fraction of the time.
enum ParallelDelivery {
    /// Below this number of replicas one thread does it, without connections of its own.
    static let threshold = 16
    static let threads = 12

    static func deliver(to targets: [Delivery.Target], of store: SQLiteStore) throws -> [String] {
        guard targets.count >= threshold else { return try Delivery(store: store).deliver(to: targets) }
        let jobs = (0..<threads).map { n in
            Job(store, targets.enumerated().filter { $0.offset % threads == n }.map(\.element))
        }
        for job in jobs { job.start() }
        for job in jobs { job.join() }
        for job in jobs { if let error = job.error { throw error } }
        let delivered = Set(jobs.flatMap(\.delivered))
        return targets.map(\.fqdn).filter(delivered.contains)
    }

    /// One thread's share, over a connection of its own.
    private final class Job {
        private let store: SQLiteStore
        private let targets: [Delivery.Target]
        private var thread: pthread_t?
        private(set) var delivered: [String] = []
        private(set) var error: Error?

        init(_ store: SQLiteStore, _ targets: [Delivery.Target]) { self.store = store; self.targets = targets }

        func start() {
            var id = pthread_t()
            let code = pthread_create(&id, nil, { argument in
                guard let argument else { return nil }
                Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
            if code == 0 {
                thread = id
            } else {
                // No thread to be had: the caller's does it.
                Unmanaged.passUnretained(self).release()
                run()
            }
        }

        func join() { if let thread { pthread_join(thread, nil) } }

        private func run() {
            do {
                let own = try SQLiteStore(store.location, clock: store.clock)
                own.isInterrupted = store.isInterrupted
                delivered = try Delivery(store: own).deliver(to: targets)
            } catch { self.error = error }
        }
    }
}
