import Glibc
import Nacre
import NacreRuntime
import NacreStore

/// `nacre replicate`: delivers changes to the replicas until it is stopped.
enum ReplicateRun {
    nonisolated(unsafe) private static var stopped: sig_atomic_t = 0

    static func run(_ words: [String]) -> Int32 {
        var place: String?
        var i = 0
        while i < words.count {
            guard words[i].lowercased().hasSuffix("-store"), i + 1 < words.count else {
                fputs("nacre replicate does not understand '\(words[i])'.\n\nUsage: nacre replicate [-Store <file>]\n", stderr)
                return 64
            }
            place = words[i + 1]
            i += 2
        }
        for s in [SIGINT, SIGTERM, SIGHUP] { signal(s) { _ in ReplicateRun.stopped = 1 } }
        let path = place ?? StorePlace.standard()
        do {
            let store = try SQLiteStore(path)
            ReplicationService(store).run(until: { stopped != 0 }) { result in
                switch result {
                case .success(let replicas): for r in replicas { print("delivered to \(r)") }
                case .failure(let e): fputs("nacre replicate: \(e)\n", stderr)
                }
                fflush(stdout)
            }
            return 0
        } catch {
            fputs("nacre replicate: \(error)\n", stderr)
            return 1
        }
    }
}
