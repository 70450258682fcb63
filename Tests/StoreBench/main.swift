// Measures the store (scripts/bench-store): opening and reading, writing, and bringing many replicas up to date.
//   store-bench DIRECTORY [REPLICAS]     makes its store in DIRECTORY; 1,000 replicas unless told otherwise
import Glibc
import NacreSchema
import NacreStore

func seconds() -> Double {
    var t = timespec()
    clock_gettime(CLOCK_MONOTONIC, &t)
    return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
}
func show(_ what: String, _ seconds: Double) {
    let micro = Int(seconds * 1e6)
    print(micro < 100_000 ? "\(what): \(micro / 1000).\(String(micro % 1000 + 1000).dropFirst()) ms" : "\(what): \(Double(micro / 10_000) / 100) s")
}
func best(_ rounds: Int, _ body: () throws -> Void) throws -> Double {
    var least = Double.infinity
    for _ in 0..<rounds {
        let start = seconds()
        try body()
        least = min(least, seconds() - start)
    }
    return least
}
func document(_ entity: String, _ name: String, _ n: Int) -> EntityDocument {
    var values = SchemaObject()
    for i in 1...18 { values["Property\(i)"] = i % 3 == 0 ? .string("value \(n)") : i % 3 == 1 ? true : .int(Int64(n)) }
    return EntityDocument(entity: entity, identity: Identity(name: name), values: values)
}

func run() throws {
    let path = CommandLine.arguments[1] + "/bench.db"
    let count = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 1000 : 1000
    let origin = ChangeOrigin(author: "bench", commandLine: "store-bench")

    let made = try best(1) {
        _ = try SQLiteStore(path, origin: origin) { tx in
            for e in 1...60 { for n in 1...10 { try tx.put(document("CsEntity\(e)", "item \(n)", n), lookups: [], isReplicated: true) } }
            for n in 1...500 { try tx.put(document("CsUser", "user \(n)", n), lookups: [Lookup("SipAddress", "sip:user\(n)@litwareinc.com")], isReplicated: false) }
        }
    }
    show("a new store of 1,100 documents", made)
    show("open, read one entity of 10 documents, close", try best(200) { _ = try SQLiteStore(path).documents("CsEntity7") })
    let store = try SQLiteStore(path)
    show("read it again", try best(200) { _ = try store.documents("CsEntity7") })
    show("find a user", try best(200) { _ = try store.documents("CsUser", matching: Lookup("SipAddress", "SIP:USER77@litwareinc.com")) })
    show("write, to the disk", try best(50) { try store.write(origin) { try $0.put(document("CsEntity7", "item 1", 7), lookups: [], isReplicated: true) } })

    try store.setDeliveryDelay(.seconds(0))
    try store.write(origin) { tx in for n in 1...count { try tx.putReplica("replica\(n).litwareinc.com", productVersion: "5.0.8308.0", isDelivered: false) } }
    show("\(count) replicas, the first delivery: all \(600) documents to each", try best(1) { try store.deliverDue() })
    try store.setDeliveryDelay(.seconds(5))
    show("write, with an outbox of \(count)", try best(5) { try store.write(origin) { try $0.put(document("CsEntity7", "item 1", 8), lookups: [], isReplicated: true) } })
    let start = seconds()
    try store.write(origin) { try $0.put(document("CsEntity7", "item 1", 9), lookups: [], isReplicated: true) }
    ReplicationService(store).run(until: { (try? store.replicas().allSatisfy(\.isUpToDate)) ?? false }, report: { _ in })
    show("a change, until all \(count) are up to date (the delay of 5 s included)", seconds() - start)
    try store.setDeliveryDelay(.seconds(0))
    try store.write(origin) { try $0.put(document("CsEntity7", "item 1", 9), lookups: [], isReplicated: true) }
    show("one change, delivered to \(count)", try best(1) { try store.deliverDue() })
    show("status of \(count) replicas", try best(5) { _ = try store.replicas() })
}

try run()
