import Foundation
import NacreSchema
import NacreStore
import Testing

@Suite("Replication")
struct ReplicationTests {
    let place: Place
    let clock = HandClock()
    let store: SQLiteStore
    let edge = "atl-edge-001.litwareinc.com"

    /// A sample deployment: one document, two replicas that have it.
    init() throws {
        place = try Place()
        store = try SQLiteStore(place.store, origin: origin) { tx in
            try tx.put(item("Global"))
            try tx.putReplica("atl-edge-001.litwareinc.com", productVersion: "5.0.8308.0", isDelivered: true)
            try tx.putReplica("atl-cs-001.litwareinc.com", productVersion: "5.0.8308.0", isDelivered: true)
        } clock: { [clock] in clock.now }
        clock.advance(60)
    }
    func status(_ n: Int = 0) throws -> ReplicaStatus { try store.replicas()[n] }
    func local(_ fqdn: String? = nil) throws -> [String] { try #require(try store.localStore(of: fqdn ?? edge)).documents("CsItem").map(\.identity) }
    func put(_ name: String, _ n: Int64 = 0) throws { try store.write(origin) { try $0.put(item(name, n)) } }

    @Test("a new sample deployment is up to date, and its local stores can be read")
    func sample() throws {
        #expect(try status().isUpToDate)
        #expect(try status().productVersion == "5.0.8308.0")
        #expect(try local() == ["Global"])
        #expect(try store.nextDue() == nil)
        #expect(!place.names.contains("store.db.replicas"))
    }

    @Test("a change falls due some seconds after its commit, and is there when delivered")
    func due() throws {
        try put("Exchange Online")
        #expect(try !status().isUpToDate)
        #expect(try status().lastUpdateCreation == clock.now)
        #expect(try store.nextDue() == clock.now + .seconds(5))
        clock.advance(4.9)
        #expect(try store.deliverDue() == [])
        #expect(try local() == ["Global"])
        clock.advance(0.1)
        #expect(try store.deliverDue() == [edge, "atl-cs-001.litwareinc.com"])
        #expect(try local() == ["Global", "Exchange Online"])
        #expect(try status().isUpToDate)
        #expect(try status().lastStatusReport == clock.now)
        #expect(try store.deliverDue() == [])
    }

    @Test("the delay is a setting of the store")
    func delay() throws {
        try store.setDeliveryDelay(.seconds(0))
        try put("a")
        #expect(try store.deliverDue().count == 2)
        #expect(try SQLiteStore(place.store).deliveryDelay() == .seconds(0))
    }

    @Test("everything that waits goes at once, the newest state of each document")
    func together() throws {
        try put("a", 1)
        try put("b", 1)
        try put("a", 2)
        try store.write(origin) { _ = try $0.delete("CsItem", key: "b") }
        clock.advance(5)
        try store.deliverDue()
        #expect(try local() == ["Global", "a"])
        #expect(try store.localStore(of: edge)?.document("CsItem", key: "a")?.values["N"] == 2)
    }

    @Test("a replica can be made to catch up at once, alone or with all others")
    func now() throws {
        try put("a")
        #expect(try store.deliverNow(to: edge.uppercased()))
        #expect(try status(0).isUpToDate)
        #expect(try !status(1).isUpToDate)
        clock.advance(1)
        #expect(try store.deliverNow(to: nil))
        #expect(try status(1).isUpToDate)
        #expect(try status(0).lastStatusReport == clock.now)
        #expect(try store.deliverNow(to: "nobody.litwareinc.com") == false)
    }

    @Test("a new replica waits for its first delivery, and then has everything")
    func newcomer() throws {
        try store.write(origin) { try $0.putReplica("new.litwareinc.com", productVersion: "5", isDelivered: false) }
        #expect(try status(0).isUpToDate)
        #expect(try !status(2).isUpToDate)
        #expect(try status(2).lastStatusReport == nil)
        #expect(try status(2).productVersion == nil)
        #expect(try local("new.litwareinc.com") == [])
        clock.advance(5)
        #expect(try store.deliverDue() == ["new.litwareinc.com"])
        #expect(try local("new.litwareinc.com") == ["Global"])
        try store.write(origin) { _ = try $0.deleteReplica("new.litwareinc.com") }
        #expect(try store.replicas().count == 2)
        #expect(try store.localStore(of: "new.litwareinc.com") == nil)
    }

    @Test("what is no part of the configuration goes nowhere")
    func unreplicated() throws {
        try store.write(origin) { try $0.put(item("user"), replicated: false) }
        #expect(try status().isUpToDate)
        try put("a")
        clock.advance(5)
        try store.deliverDue()
        #expect(try local() == ["Global", "a"])
    }

    @Test("deleted and created again: the same order as in the central store")
    func order() throws {
        try put("a"); try put("b")
        clock.advance(5); try store.deliverDue()
        try store.write(origin) { _ = try $0.delete("CsItem", key: "b") }
        try put("c"); try put("b"); try put("Global", 5)
        clock.advance(5); try store.deliverDue()
        #expect(try local() == ["Global", "a", "c", "b"])
        #expect(try store.localStore(of: edge)?.documents("CsItem") == store.documents("CsItem"))
    }

    @Test("delivering twice changes nothing: the revision is there already")
    func idempotent() throws {
        try put("a")
        clock.advance(5)
        try store.deliverDue()
        let before = try FileManager.default.contentsOfDirectory(atPath: place.store + ".replicas").map { place.bytes(place.store + ".replicas/" + $0) }
        try store.deliverNow(to: nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.store + ".replicas").map { place.bytes(place.store + ".replicas/" + $0) } == before)
    }

    @Test("a local store that is gone, or another deployment's, is filled anew")
    func replaced() throws {
        try put("a")
        try store.deliverNow(to: nil)
        let other = try Place()
        do {
            let foreign = try SQLiteStore(other.store) { try $0.putReplica(edge, productVersion: "5", isDelivered: false); try $0.put(item("foreign")) }
            for n in 1...5 { try foreign.write(origin) { try $0.put(item("f\(n)")) } }
            try foreign.deliverNow(to: nil)
        }
        let mine = place.store + ".replicas/\(edge).db"
        try FileManager.default.removeItem(atPath: mine)
        try FileManager.default.copyItem(atPath: other.store + ".replicas/\(edge).db", toPath: mine)
        try FileManager.default.removeItem(atPath: place.store + ".replicas/atl-cs-001.litwareinc.com.db")
        try store.deliverNow(to: nil)
        #expect(try local() == ["Global", "a"])
        #expect(try local("atl-cs-001.litwareinc.com") == ["Global", "a"])
    }

    @Test("a replica that cannot be reached stays behind, says why, and catches up later")
    func unreachable() throws {
        let mine = place.store + ".replicas/\(edge).db"
        try put("a")
        try store.deliverNow(to: nil)
        let good = try #require(place.bytes(mine))
        try Data(repeating: 1, count: 5_000).write(to: URL(fileURLWithPath: mine))
        try put("b")
        clock.advance(5)
        #expect(try store.deliverDue() == ["atl-cs-001.litwareinc.com"])
        #expect(try status(0).failure?.contains(mine) == true)
        #expect(try !status(0).isUpToDate)
        try good.write(to: URL(fileURLWithPath: mine))
        #expect(try store.deliverDue() == [])
        clock.advance(31)
        #expect(try store.deliverDue() == [edge])
        #expect(try status(0).failure == nil)
        #expect(try local() == ["Global", "a", "b"])
    }

    @Test("many replicas are delivered to on several threads, and one that fails does not hold up the others")
    func many() throws {
        try store.write(origin) { tx in for n in 1...40 { try tx.putReplica("r\(n)", productVersion: "5", isDelivered: false) } }
        try FileManager.default.createDirectory(atPath: place.store + ".replicas", withIntermediateDirectories: true)
        try Data(repeating: 1, count: 5_000).write(to: URL(fileURLWithPath: place.store + ".replicas/r7.db"))
        clock.advance(5)
        let delivered = try store.deliverDue()
        #expect(delivered == (1...40).filter { $0 != 7 }.map { "r\($0)" })
        #expect(try store.replicas().filter { !$0.isUpToDate }.map(\.fqdn) == ["r7"])
        for n in [1, 23, 40] { #expect(try local("r\(n)") == ["Global"]) }
    }

    @Test("a running shell delivers in the background")
    func background() throws {
        let real = try SQLiteStore(place.store)
        try real.setDeliveryDelay(.seconds(0.05))
        let background = BackgroundDelivery(place.store)
        try real.write(origin) { try $0.put(item("a")) }
        #expect(try !real.replicas()[0].isUpToDate)
        for _ in 1...100 where try !real.replicas().allSatisfy(\.isUpToDate) { usleep(50_000) }
        #expect(try real.replicas().allSatisfy(\.isUpToDate))
        background.stop()
    }
}
