/// A store that lives as long as the process: for embedders without a database, for rehearsals and tests. Replicas hold copies in memory.
public final class MemoryStore: EntityStore {
    public let location = "memory"
    var state = MemoryState()
    private var log: [(commit: Commit, changes: [DocumentChange])] = []
    private var replicaRows: [MemoryReplica] = []
    private var delay = Duration100ns.seconds(5)
    private var isWriting = false
    private let clock: () -> Timestamp

    /// - Parameter clock: the wall clock; this module has none of its own.
    public init(clock: @escaping () -> Timestamp) { self.clock = clock }

    public func documents(_ entity: String) throws(StoreError) -> [EntityDocument] { try state.documents(entity) }
    public func document(_ entity: String, key: String) throws(StoreError) -> EntityDocument? { try state.document(entity, key: key) }
    public func documents(_ entity: String, matching lookup: Lookup) throws(StoreError) -> [EntityDocument] {
        try state.documents(entity, matching: lookup)
    }
    public func revision() throws(StoreError) -> Int64 { Int64(log.count) }
    public func read<T>(_ body: (any EntityReader) throws -> T) throws -> T { try body(state.copy()) }

    @discardableResult
    public func write<T>(_ origin: ChangeOrigin, _ body: (any EntityTransaction) throws -> T) throws -> (result: T, commit: Commit?) {
        guard !isWriting else { throw StoreError(.misuse, path: location, "A change of the store is being made already.") }
        isWriting = true
        defer { isWriting = false }
        let draft = MemoryTransaction(revision: Int64(log.count) + 1, state: state.copy(), replicas: replicaRows)
        let result = try body(draft)
        guard draft.isChanged else { return (result, nil) }
        let commit = Commit(revision: draft.revision, time: clock(), origin: origin)
        log.append((commit, draft.changes))
        state = draft.state
        replicaRows = draft.replicas
        for i in replicaRows.indices { replicaRows[i].note(commit, changed: draft.replicatedCount > 0, state: state, delay: delay) }
        return (result, commit)
    }

    public func commits(after revision: Int64, limit: Int) throws(StoreError) -> [Commit] {
        log.map(\.commit).filter { $0.revision > revision }.prefix(max(limit, 0)).map { $0 }
    }
    public func changes(after from: Int64, through: Int64) throws(StoreError) -> [DocumentChange] {
        log.filter { $0.commit.revision > from && $0.commit.revision <= through }.flatMap(\.changes)
    }
    public func state(at revision: Int64) throws(StoreError) -> any EntityReader {
        guard revision >= 0, revision <= Int64(log.count) else {
            throw StoreError(.misuse, path: location, "There is no revision \(revision) in the store.")
        }
        let past = MemoryState()
        for change in log.prefix(Int(revision)).flatMap(\.changes) { past.apply(change, lookups: [], isReplicated: true) }
        return past
    }

    public func replicas() throws(StoreError) -> [ReplicaStatus] { replicaRows.map(\.status) }
    public func localStore(of fqdn: String) throws(StoreError) -> (any EntityReader)? {
        replicaRows.first { equalsIgnoringCase($0.status.fqdn, fqdn) }?.held
    }
    @discardableResult public func deliverDue() throws(StoreError) -> [String] {
        let now = clock()
        return deliver { $0.due.map { $0 <= now } ?? false }
    }
    @discardableResult public func deliverNow(to fqdn: String?) throws(StoreError) -> Bool {
        let time = clock()
        for i in replicaRows.indices where fqdn.map({ equalsIgnoringCase($0, replicaRows[i].status.fqdn) }) ?? true {
            replicaRows[i].status.lastUpdateCreation = time
        }
        return !deliver { replica in fqdn.map { equalsIgnoringCase($0, replica.status.fqdn) } ?? true }.isEmpty || fqdn == nil
    }
    private func deliver(_ wanted: (MemoryReplica) -> Bool) -> [String] {
        var names: [String] = []
        for i in replicaRows.indices where wanted(replicaRows[i]) {
            replicaRows[i].receive(state, revision: Int64(log.count), time: clock())
            names.append(replicaRows[i].status.fqdn)
        }
        return names
    }
    public func nextDue() throws(StoreError) -> Timestamp? { replicaRows.compactMap(\.due).min() }
    public func deliveryDelay() throws(StoreError) -> Duration100ns { delay }
    public func setDeliveryDelay(_ delay: Duration100ns) throws(StoreError) { self.delay = delay }
}
