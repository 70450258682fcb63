import Foundation
import NacreSchema
import NacreStore
import Testing

@Suite("Several processes, and kills", .serialized)
struct ProcessTests {
    @Test("writers at once wait for each other and lose nothing")
    func writers() throws {
        let place = try Place()
        _ = try SQLiteStore(place.store) { _ in }
        // An empty seed changes nothing, so there is no first revision.
        let helpers = try (1...4).map { try Helper("write", place.store, "w\($0)", "50") }
        for helper in helpers { #expect(helper.lines() == (1...50).map(String.init)) }
        let store = try SQLiteStore(place.store)
        #expect(try store.documents("CsItem").count == 200)
        #expect(try store.commits(after: 0, limit: 1_000).map(\.revision) == Array(1...200))
        #expect(try store.commits(after: 0, limit: 1_000).filter { $0.origin.author == "w3" }.map(\.origin.commandLine) == (1...50).map { "write \($0)" })
    }

    @Test("creators at once make one store")
    func creators() throws {
        for _ in 1...(testsAll ? 20 : 3) {
            let place = try Place()
            let lines = try (1...6).map { _ in try Helper("create", place.store) }.flatMap { $0.lines() }
            #expect(lines.sorted() == ["created 200"] + Array(repeating: "opened 200", count: 5))
            #expect(try SQLiteStore(place.store).revision() == 1)
            #expect(place.names == ["store.db"])
        }
    }

    @Test("a kill at any moment loses nothing that was acknowledged")
    func kills() throws {
        let place = try Place()
        _ = try SQLiteStore(place.store) { _ in }
        var expected = 0
        for round in 1...(testsAll ? 400 : 50) {
            let helper = try Helper("write", place.store, "r\(round)", "1000000")
            usleep(UInt32.random(in: 3_000...40_000))
            helper.kill()
            let acknowledged = helper.lines().count
            let store = try SQLiteStore(place.store)
            // One more may have been committed without its acknowledgement having got out.
            let found = try store.documents("CsItem").filter { $0.key.hasPrefix("r\(round)-") }.count
            #expect(found == acknowledged || found == acknowledged + 1)
            expected += found
            #expect(try store.revision() == Int64(expected))
            if round % 10 == 0 { #expect(try store.pragma("integrity_check") == "ok") }
        }
    }

    @Test("a creator that is killed leaves no store or a whole one")
    func killedCreators() throws {
        let place = try Place()
        for _ in 1...(testsAll ? 100 : 10) {
            let helper = try Helper("create", place.store)
            usleep(UInt32.random(in: 1_000...12_000))
            helper.kill()
            _ = helper.lines()
            if place.names.contains("store.db") {
                #expect(try SQLiteStore(place.store).documents("CsItem").count == 200)
                try FileManager.default.removeItem(atPath: place.store)
            }
        }
        _ = try SQLiteStore(place.store) { _ in }
        #expect(place.names == ["store.db"])
    }

    @Test("deliverers at once, killed now and then: every replica ends with the same documents in order")
    func killedDeliverers() throws {
        let place = try Place()
        let store = try SQLiteStore(place.store) { tx in
            for i in 1...8 { try tx.putReplica("r\(i).litwareinc.com", productVersion: "5", isDelivered: i % 2 == 0) }
        }
        try store.setDeliveryDelay(.seconds(0))
        var n: Int64 = 0
        for _ in 1...(testsAll ? 100 : 15) {
            let helpers = try (1...3).map { _ in try Helper("deliver", place.store) }
            helpers[0].waitForLine()
            for _ in 1...5 {
                n += 1
                try store.write(origin) { tx in
                    try tx.put(item("i\(n % 7)", n))
                    if n % 3 == 0 { try tx.delete("CsItem", key: "i\((n + 3) % 7)") }
                }
                usleep(UInt32.random(in: 0...4_000))
            }
            for helper in helpers { helper.kill() }
            for helper in helpers { _ = helper.lines() }
        }
        try store.deliverDue()
        let expected = try store.documents("CsItem")
        for replica in try store.replicas() {
            #expect(replica.isUpToDate)
            #expect(replica.failure == nil)
            #expect(try store.localStore(of: replica.fqdn)?.documents("CsItem") == expected)
        }
    }
}
