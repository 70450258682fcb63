import NacreSchema
import Testing

@Suite("A store in memory")
struct MemoryStoreTests {
    final class Clock { var now = Timestamp(ticks: 1_000_000_000) }
    let clock = Clock()
    let origin = ChangeOrigin(author: "kenmyer", commandLine: "test")
    func makeStore() -> MemoryStore { MemoryStore { [clock] in clock.now } }
    func item(_ name: String, _ n: Int64 = 0) -> EntityDocument {
        EntityDocument(entity: "CsItem", identity: Identity(name: name), values: SchemaObject([("N", .int(n))]))
    }

    @Test("a change is whole or not at all")
    func atomic() throws {
        let store = makeStore()
        struct Stop: Error {}
        #expect(throws: Stop.self) { try store.write(origin) { tx in try tx.put(item("a"), lookups: [], isReplicated: true); throw Stop() } }
        #expect(try store.documents("CsItem").isEmpty)
        let commit = try store.write(origin) { try $0.put(item("A"), lookups: [Lookup("Name", "x")], isReplicated: true) }.commit
        #expect(commit?.revision == 1)
        #expect(try store.document("CsItem", Identity(name: "a"))?.identity == "A")
        #expect(try store.documents("CsItem", matching: Lookup("Name", "X")).count == 1)
        #expect(try store.write(origin) { _ in }.commit == nil)
    }

    @Test("history shows the store as it was")
    func history() throws {
        let store = makeStore()
        for n in 1...3 { try store.write(origin) { try $0.put(item("a", Int64(n)), lookups: [], isReplicated: true) } }
        try store.write(origin) { _ = try $0.delete("CsItem", key: "a") }
        #expect(try store.state(at: 2).document("CsItem", key: "a")?.values["N"] == 2)
        #expect(try store.document("CsItem", key: "a") == nil)
        #expect(try store.changes(after: 2, through: 4).map(\.values?.count) == [1, nil])
    }

    @Test("replicas get a change when it falls due")
    func replication() throws {
        let store = makeStore()
        try store.write(origin) { try $0.putReplica("edge", productVersion: "5", isDelivered: true) }
        #expect(try store.replicas()[0].isUpToDate)
        try store.write(origin) { try $0.put(item("a"), lookups: [], isReplicated: true) }
        #expect(try store.replicas()[0].isUpToDate == false)
        #expect(try store.deliverDue() == [])
        clock.now = clock.now + .seconds(5)
        #expect(try store.localStore(of: "EDGE")?.documents("CsItem").count == 0)
        #expect(try store.deliverDue() == ["edge"])
        #expect(try store.localStore(of: "edge")?.documents("CsItem").count == 1)
        #expect(try store.replicas()[0].isUpToDate)
    }
}
