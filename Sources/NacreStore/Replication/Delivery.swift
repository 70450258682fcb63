import Glibc
import NacreSchema

/// Takes what waits in the outbox to the local stores.
///
/// For each replica: lock its local store, see what revision it holds, read from the central store what it lacks, put that in, and commit; then
/// tell the central store. Whoever is killed in between has either delivered nothing, or delivered without saying so: then the next one finds the
/// revision there and only says so. Several deliverers at once wait for each other at the local store's lock.
struct Delivery {
    let store: SQLiteStore
    private var connection: Connection { store.connection }

    struct Target {
        var id: Int64
        var fqdn: String
    }
    private struct Done {
        var target: Target
        var revision: Int64
        var failure: String?
    }
    /// Reports go to the central store in batches: each costs a transaction there, and until then the replica shows as not up to date.
    private static let batch = 100
    /// A replica that could not be reached is tried again after this time.
    static let retry = Duration100ns.seconds(30)

    /// Delivers everything that waits for some replicas, each in one transaction; gives the names of those that have it.
    func deliver(to targets: [Target]) throws -> [String] {
        var delivered: [String] = [], batch: [Done] = []
        let directory = Files.directory(of: StorePlace.localStore(of: "x", beside: store.location))
        let number = Files.makeDirectories(directory)
        guard number == 0 else { throw StoreError.system(number, path: directory, doing: "make the directory") }
        let packages = PackageShelf()
        for target in targets {
            do {
                batch.append(Done(target: target, revision: try deliver(to: target, packages), failure: nil))
                delivered.append(target.fqdn)
            } catch let error as StoreError {
                // Trouble of the central store concerns them all.
                if error.path == store.location || error.code == .interrupted { throw error }
                batch.append(Done(target: target, revision: 0, failure: error.message))
            }
            if batch.count >= Delivery.batch { try report(batch); batch = [] }
        }
        try report(batch)
        return delivered
    }

    /// Brings one local store up to date; gives the revision that it then holds.
    private func deliver(to target: Target, _ packages: PackageShelf) throws -> Int64 {
        let path = StorePlace.localStore(of: target.fqdn, beside: store.location)
        guard let local = try LocalStore.open(path, create: true) else { throw Failure.missing(path) }
        defer { local.connection.close() }
        local.connection.isInterrupted = store.isInterrupted
        return try local.connection.writing {
            try local.prepare()
            let held = try local.position()
            // Read after the lock: no other deliverer can have left a later revision here than the central store now has.
            return try connection.reading {
                let package = try packages.package(from: held, connection)
                if package.position != held { try package.apply(to: local) }
                return package.position.revision
            }
        }
    }

    /// Tells the central store what has been done, in one transaction.
    private func report(_ batch: [Done]) throws {
        guard !batch.isEmpty else { return }
        let now = store.clock()
        try connection.writing {
            for done in batch {
                if let failure = done.failure {
                    try connection.run("UPDATE replica SET failure = ?2 WHERE id = ?1", .int(done.target.id), .text(failure))
                    try connection.run("UPDATE outbox SET due = ?2 WHERE replica = ?1", .int(done.target.id), .int((now + Delivery.retry).ticks))
                } else {
                    try connection.run("""
                        UPDATE replica SET acknowledged = max(acknowledged, ?2), reported = max(ifnull(reported, 0), ?3), reported_version = version, failure = NULL
                          WHERE id = ?1
                        """, .int(done.target.id), .int(done.revision), .int(now.ticks))
                    try connection.run("DELETE FROM outbox WHERE replica = ?1 AND revision <= ?2", .int(done.target.id), .int(done.revision))
                }
            }
        }
    }
}

/// The packages of one delivery round: replicas that hold the same revision get the same.
private final class PackageShelf {
    private var packages: [Int64: Package] = [:]

    func package(from held: LocalStore.Position?, _ connection: Connection) throws(StoreError) -> Package {
        let now = try currentPosition(connection)
        let start = try startingPoint(held, now, connection)
        if let known = packages[start], known.position == now { return known }
        let new = start == 0 ? try Package(snapshotOf: connection, position: now) : try Package(changesOf: connection, after: start, position: now)
        packages[start] = new
        return new
    }

    private func currentPosition(_ connection: Connection) throws(StoreError) -> LocalStore.Position {
        let store = try connection.first("SELECT value FROM meta WHERE name = 'store'") { (row) throws(StoreError) in row.text(0) } ?? ""
        return try connection.first("SELECT id, time FROM revision ORDER BY id DESC LIMIT 1") { (row) throws(StoreError) in
            LocalStore.Position(store: store, revision: row.int(0), time: row.int(1))
        } ?? LocalStore.Position(store: store, revision: 0, time: 0)
    }

    /// The revision from which changes carry a local store on; 0 where only a snapshot does: it is new, belongs to another store, or holds a
    /// revision that this store never had (it was put back from a copy).
    private func startingPoint(_ held: LocalStore.Position?, _ now: LocalStore.Position, _ connection: Connection) throws(StoreError) -> Int64 {
        guard let held, held.store == now.store, held.revision <= now.revision else { return 0 }
        let time = try connection.first("SELECT time FROM revision WHERE id = ?1", [.int(held.revision)]) { (row) throws(StoreError) in row.int(0) }
        return time == held.time ? held.revision : 0
    }
}
