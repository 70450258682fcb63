import Glibc
import NacreSchema
import Synchronization

/// A thread of a running shell that delivers what falls due while the shell waits or works. It has a connection of its own; what it is doing when
/// the process ends is as safe as after a kill.
public final class BackgroundDelivery: Sendable {
    private let stopped = Atomic<Bool>(false)
    private let path: String

    /// Starts it over the store at a path.
    public init(_ path: String) {
        self.path = path
        let box = Unmanaged.passRetained(Job(path: path, owner: self))
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { argument in
            guard let argument else { return nil }
            Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run()
            return nil
        }, box.toOpaque())
        if code == 0 { pthread_detach(thread) } else { box.release() }
    }

    /// It ends within a fraction of a second; dropping it does the same.
    public func stop() { stopped.store(true, ordering: .relaxed) }

    private final class Job {
        let path: String
        weak var owner: BackgroundDelivery?
        init(path: String, owner: BackgroundDelivery) { self.path = path; self.owner = owner }

        func run() {
            // Signals belong to the shell's own thread.
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_BLOCK, &all, nil)
            func isOver() -> Bool { owner?.stopped.load(ordering: .relaxed) ?? true }
            guard !isOver(), let store = try? SQLiteStore(path) else { return }
            store.isInterrupted = isOver
            // Trouble shows in the replicas' status; the next shell tries again.
            ReplicationService(store).run(until: isOver) { _ in }
        }
    }
}
