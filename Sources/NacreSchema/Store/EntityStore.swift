/// Reads documents. Entities are named by noun and keys by `Identity.key`; nouns are compared as they are spelled in the schema.
public protocol EntityReader: AnyObject {
    /// All documents of an entity, in the order in which they were created.
    func documents(_ entity: String) throws(StoreError) -> [EntityDocument]
    /// One document by its key; nil where there is none.
    func document(_ entity: String, key: String) throws(StoreError) -> EntityDocument?
    /// The documents that were put with this lookup, in the order in which they were created.
    func documents(_ entity: String, matching lookup: Lookup) throws(StoreError) -> [EntityDocument]
}

extension EntityReader {
    public func document(_ entity: String, _ identity: Identity) throws(StoreError) -> EntityDocument? {
        try document(entity, key: identity.key)
    }
}

/// A change while it is being made: reads see what it has written, others see nothing of it until it is committed.
public protocol EntityTransaction: EntityReader {
    /// The revision that the change will have.
    var revision: Int64 { get }
    /// Creates or replaces a document. Its place in the order stays that of its creation.
    /// - Parameters:
    ///   - lookups: by what it is to be found besides its key: `EntitySchema.lookups(of:)`.
    ///   - isReplicated: whether replicas get it: `EntitySchema.isReplicated`.
    func put(_ document: EntityDocument, lookups: [Lookup], isReplicated: Bool) throws(StoreError)
    /// Deletes a document; says whether it was there.
    @discardableResult func delete(_ entity: String, key: String) throws(StoreError) -> Bool
    /// Adds a replica, or changes its version. A new one waits for its first delivery, a whole snapshot; `isDelivered` says that it has
    /// what this transaction leaves (a sample deployment that has been running for a while).
    func putReplica(_ fqdn: String, productVersion: String, isDelivered: Bool) throws(StoreError)
    /// Takes a replica out of replication; says whether it was there.
    @discardableResult func deleteReplica(_ fqdn: String) throws(StoreError) -> Bool
}

extension EntityTransaction {
    public func put(_ document: EntityDocument, schema: EntitySchema) throws(StoreError) {
        try put(document, lookups: schema.lookups(of: document.values), isReplicated: schema.isReplicated)
    }
}

/// A store of documents with a history, and with replicas.
///
/// Every reading call of its own sees what is committed at that moment; `read` gives several calls one moment.
/// A store belongs to one thread at a time.
public protocol EntityStore: EntityReader {
    /// Where it is, for messages.
    var location: String { get }
    /// The revision of the newest commit; 0 before the first.
    func revision() throws(StoreError) -> Int64

    /// Several reads of one moment.
    func read<T>(_ body: (any EntityReader) throws -> T) throws -> T
    /// A change in one transaction: checks made in `body` hold until it is committed, whoever else writes. An error thrown by `body` undoes
    /// it all and is thrown on. A body that puts and deletes nothing makes no revision: the commit is then nil.
    @discardableResult
    func write<T>(_ origin: ChangeOrigin, _ body: (any EntityTransaction) throws -> T) throws -> (result: T, commit: Commit?)

    /// The commits after a revision, oldest first, `limit` at most.
    func commits(after revision: Int64, limit: Int) throws(StoreError) -> [Commit]
    /// What the commits after `from` up to `through` did, in order.
    func changes(after from: Int64, through: Int64) throws(StoreError) -> [DocumentChange]
    /// The store as it was after a revision.
    func state(at revision: Int64) throws(StoreError) -> any EntityReader

    /// All replicas, in the order in which they were added.
    func replicas() throws(StoreError) -> [ReplicaStatus]
    /// What the replica of a computer holds: `-LocalStore`. Nil where the computer has none.
    func localStore(of fqdn: String) throws(StoreError) -> (any EntityReader)?
    /// Delivers all that has fallen due; gives the names of the replicas delivered to.
    @discardableResult func deliverDue() throws(StoreError) -> [String]
    /// Makes everything fall due now for a replica (nil: for all) and delivers it. False where there is no such replica.
    @discardableResult func deliverNow(to fqdn: String?) throws(StoreError) -> Bool
    /// When the next delivery falls due; nil where nothing waits.
    func nextDue() throws(StoreError) -> Timestamp?
    /// How long after its commit a change falls due.
    func deliveryDelay() throws(StoreError) -> Duration100ns
    func setDeliveryDelay(_ delay: Duration100ns) throws(StoreError)
}
