/// A replica of a memory store.
struct MemoryReplica {
    var status: ReplicaStatus
    var version: String
    var due: Timestamp?
    var held = MemoryState()
    private var isNew = true
    private var isDelivered: Bool

    init(fqdn: String, version: String, isDelivered: Bool) {
        status = ReplicaStatus(fqdn: fqdn, isUpToDate: isDelivered)
        self.version = version
        self.isDelivered = isDelivered
    }

    /// Takes note of a commit: it falls due after the delay, or, for a replica that is said to have it, is there already.
    mutating func note(_ commit: Commit, changed: Bool, state: MemoryState, delay: Duration100ns) {
        guard changed || isNew else { return }
        status.lastUpdateCreation = commit.time
        if isNew, isDelivered {
            receive(state, revision: commit.revision, time: commit.time)
        } else {
            status.isUpToDate = false
            due = due ?? commit.time + delay
        }
        isNew = false
    }

    mutating func receive(_ state: MemoryState, revision: Int64, time: Timestamp) {
        held = state.replicated()
        due = nil
        status.isUpToDate = true
        status.revision = revision
        status.lastStatusReport = time
        status.productVersion = version
    }
}
