import NacreSchema

extension SQLiteStore {
    public func replicas() throws(StoreError) -> [ReplicaStatus] {
        let newest = try connection.first("SELECT time FROM revision WHERE replicated ORDER BY id DESC LIMIT 1") { (row) throws(StoreError) in row.int(0) } ?? 0
        return try connection.all("""
            SELECT fqdn, NOT EXISTS (SELECT 1 FROM outbox WHERE replica = r.id), reported, updated, reported_version, acknowledged, failure
              FROM replica AS r ORDER BY id
            """) { (row) throws(StoreError) in
            ReplicaStatus(fqdn: row.text(0), isUpToDate: row.int(1) == 1, lastStatusReport: row.optionalInt(2).map { Timestamp(ticks: $0) },
                          lastUpdateCreation: row.optionalInt(3).map { Timestamp(ticks: max($0, newest)) },
                          productVersion: row.optionalText(4), revision: row.int(5), failure: row.optionalText(6))
        }
    }

    public func localStore(of fqdn: String) throws(StoreError) -> (any EntityReader)? {
        guard let acknowledged = try connection.first("SELECT acknowledged FROM replica WHERE key = ?1", [.text(foldedCase(fqdn))], {
            (row) throws(StoreError) in row.int(0)
        }) else { return nil }
        if let local = try LocalStore.open(StorePlace.localStore(of: fqdn, beside: location), create: false) { return local }
        // A replica that was added as delivered has its file from the first delivery on; until then the history says what it holds.
        return PastState(self, revision: acknowledged, replicatedOnly: true)
    }

    @discardableResult
    public func deliverDue() throws(StoreError) -> [String] { try deliverDue(now: clock()) }

    /// Delivers all that has fallen due by a moment; gives the names of the replicas delivered to.
    @discardableResult
    public func deliverDue(now: Timestamp) throws(StoreError) -> [String] {
        try deliver("WHERE id IN (SELECT replica FROM outbox WHERE due <= ?1) ORDER BY id", [.int(now.ticks)])
    }

    @discardableResult
    public func deliverNow(to fqdn: String?) throws(StoreError) -> Bool {
        guard try makeDue(fqdn) else { return false }
        let key = fqdn.map { Binding.text(foldedCase($0)) } ?? .null
        try deliver("WHERE ?1 IS NULL OR key = ?1 ORDER BY id", [key])
        return true
    }

    /// Puts the present state in the outbox of a replica (nil: of all), due now. False where there is no such replica.
    @discardableResult
    public func makeDue(_ fqdn: String?) throws(StoreError) -> Bool {
        let key = fqdn.map { Binding.text(foldedCase($0)) } ?? .null
        return try narrow(location) {
            try connection.writing {
                let now = clock().ticks
                try connection.run("UPDATE replica SET updated = ?2 WHERE ?1 IS NULL OR key = ?1", key, .int(now))
                guard fqdn == nil || connection.changes > 0 else { return false }
                try connection.run("UPDATE outbox SET due = ?2 WHERE replica IN (SELECT id FROM replica WHERE ?1 IS NULL OR key = ?1)", key, .int(now))
                try connection.run("INSERT OR REPLACE INTO outbox (replica, revision, due) SELECT id, ?3, ?2 FROM replica WHERE ?1 IS NULL OR key = ?1",
                                   key, .int(now), .int(try revision()))
                return true
            }
        }
    }

    @discardableResult
    private func deliver(_ which: String, _ values: [Binding]) throws(StoreError) -> [String] {
        guard !isWriting, !connection.isInTransaction else {
            throw StoreError(.misuse, path: location, "Replicas cannot be delivered to while the store is being read or changed.")
        }
        let targets = try connection.all("SELECT id, fqdn FROM replica " + which, values) { (row) throws(StoreError) in
            Delivery.Target(id: row.int(0), fqdn: row.text(1))
        }
        guard !targets.isEmpty else { return [] }
        return try narrow(location) { try ParallelDelivery.deliver(to: targets, of: self) }
    }

    public func nextDue() throws(StoreError) -> Timestamp? {
        try connection.first("SELECT min(due) FROM outbox") { (row) throws(StoreError) in row.optionalInt(0) }?.map { Timestamp(ticks: $0) }
    }

    public func deliveryDelay() throws(StoreError) -> Duration100ns {
        Duration100ns(ticks: try connection.first("SELECT value FROM meta WHERE name = 'delay'") { (row) throws(StoreError) in row.int(0) } ?? 50_000_000)
    }

    public func setDeliveryDelay(_ delay: Duration100ns) throws(StoreError) {
        try connection.run("INSERT OR REPLACE INTO meta VALUES ('delay', ?1)", .int(max(delay.ticks, 0)))
    }
}
