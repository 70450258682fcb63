import Foundation
import NacreSchema
import NacreStore
import Testing

@Suite("The store")
struct StoreTests {
    @Test("it is a SQLite file with a write-ahead log, and every commit reaches the disk")
    func pragmas() throws {
        let place = try Place()
        let store = try SQLiteStore(place.store) { try $0.put(item("a")) }
        try store.write(origin) { try $0.put(item("b")) }
        #expect(try store.pragma("journal_mode") == "wal")
        #expect(try store.pragma("synchronous") == "2")
        #expect(try store.pragma("user_version") == "1")
        #expect(try store.pragma("application_id") == "\(0x4E61_6372)")
        #expect(try store.pragma("integrity_check") == "ok")
    }

    @Test("documents come back as they were put, in the order of their creation")
    func documents() throws {
        let place = try Place()
        let store = try SQLiteStore(place.store) { try $0.put(item("Global")) }
        #expect(store.wasCreated)
        try store.write(origin) { tx in
            try tx.put(item("b", 1), Lookup("Sip", "sip:B@x"))
            try tx.put(item("A", 2))
        }
        try store.write(origin) { try $0.put(item("GLOBAL", 9)) }
        let again = try SQLiteStore(place.store)
        #expect(!again.wasCreated)
        #expect(try again.documents("CsItem").map(\.identity) == ["GLOBAL", "b", "A"])
        #expect(try again.document("CsItem", Identity(name: "a"))?.values == item("A", 2).values)
        #expect(try again.document("CsItem", Identity(name: "global"))?.revision == 3)
        #expect(try again.documents("CsItem", matching: Lookup("Sip", "SIP:b@X")).map(\.identity) == ["b"])
        #expect(try again.documents("CsOther").isEmpty)
    }

    @Test("every write is a revision with its time, author and command line; one that changes nothing is none")
    func commits() throws {
        let place = try Place()
        let clock = HandClock()
        let store = try SQLiteStore(place.store, origin: ChangeOrigin(author: "setup", commandLine: "sample")) { try $0.put(item("a")) } clock: { clock.now }
        clock.advance(1)
        let (result, commit) = try store.write(origin) { try $0.put(item("a", 1)); return 7 }
        #expect(result == 7)
        #expect(commit == Commit(revision: 2, time: clock.now, origin: origin))
        #expect(try store.write(origin) { _ in }.commit == nil)
        #expect(try store.commits(after: 0, limit: 10).map(\.origin.author) == ["setup", "kenmyer"])
        #expect(try store.commits(after: 1, limit: 10) == [try #require(commit)])
    }

    @Test("an error inside a write undoes it all")
    func undo() throws {
        let place = try Place()
        let store = try SQLiteStore(place.store) { try $0.put(item("a", 1)) }
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try store.write(origin) { tx in
                try tx.put(item("a", 2))
                #expect(try tx.document("CsItem", key: "a")?.values["N"] == 2)
                try tx.delete("CsItem", key: "a")
                throw Stop()
            }
        }
        #expect(try store.document("CsItem", key: "a")?.values["N"] == 1)
        #expect(try store.revision() == 1)
    }

    @Test("a write inside a write is refused")
    func nested() throws {
        let place = try Place()
        let store = try SQLiteStore(place.store) { _ in }
        #expect(code { try store.write(origin) { _ in try store.write(origin) { _ in } } } == .misuse)
        try store.write(origin) { try $0.put(item("a")) }
    }

    @Test("history: the store as it was, and what each revision did")
    func history() throws {
        let place = try Place()
        let store = try SQLiteStore(place.store) { try $0.put(item("a", 1), Lookup("P", "x")) }
        try store.write(origin) { try $0.put(item("a", 2)); try $0.put(item("b", 1)) }
        try store.write(origin) { _ = try $0.delete("CsItem", key: "a") }
        #expect(try store.state(at: 1).documents("CsItem").map(\.values["N"]) == [1])
        #expect(try store.state(at: 1).documents("CsItem", matching: Lookup("P", "X")).count == 1)
        #expect(try store.state(at: 2).documents("CsItem").map(\.identity) == ["a", "b"])
        #expect(try store.state(at: 3).document("CsItem", key: "a") == nil)
        #expect(try store.state(at: 0).documents("CsItem").isEmpty)
        #expect(code { _ = try store.state(at: 4) } == .misuse)
        #expect(try store.changes(after: 1, through: 3).map { "\($0.revision) \($0.key) \($0.values != nil)" } == ["2 a true", "2 b true", "3 a false"])
    }

    @Test("several reads inside read see one moment")
    func snapshot() throws {
        let place = try Place()
        let store = try SQLiteStore(place.store) { try $0.put(item("a", 1)) }
        let other = try SQLiteStore(place.store)
        try store.read { reader in
            #expect(try reader.document("CsItem", key: "a")?.values["N"] == 1)
            try other.write(origin) { try $0.put(item("a", 2)) }
            #expect(try reader.document("CsItem", key: "a")?.values["N"] == 1)
        }
        #expect(try store.document("CsItem", key: "a")?.values["N"] == 2)
    }

    @Test("a writer waits for another one, as long as its patience lasts or until it is told to stop")
    func waiting() throws {
        let place = try Place()
        let store = try SQLiteStore(place.store) { try $0.put(item("a", 1)) }
        let other = try SQLiteStore(place.store)
        try store.write(origin) { tx in
            try tx.put(item("a", 2))
            other.patience = 0.1
            #expect(code { try other.write(origin) { try $0.put(item("a", 3)) } } == .busy)
            other.patience = 60
            other.isInterrupted = { true }
            #expect(code { try other.write(origin) { try $0.put(item("a", 3)) } } == .interrupted)
            #expect(try other.document("CsItem", key: "a")?.values["N"] == 1)
        }
        other.isInterrupted = { false }
        try other.write(origin) { try $0.put(item("a", 4)) }
        #expect(try store.document("CsItem", key: "a")?.values["N"] == 4)
    }

    @Test("opening and reading leaves nothing behind but the file")
    func tidy() throws {
        let place = try Place()
        do { let store = try SQLiteStore(place.store) { try $0.put(item("a")) }; try store.write(origin) { try $0.put(item("b")) } }
        #expect(place.names == ["store.db"])
    }

    @Test("the default place follows the XDG rules")
    func place() {
        setenv("NACRE_STORE", "", 1)
        setenv("XDG_DATA_HOME", "/data", 1)
        #expect(StorePlace.standard() == "/data/nacre/store.db")
        setenv("XDG_DATA_HOME", "relative", 1)
        #expect(StorePlace.standard().hasSuffix("/.local/share/nacre/store.db"))
        setenv("NACRE_STORE", "/here.db", 1)
        #expect(StorePlace.standard() == "/here.db")
        unsetenv("NACRE_STORE")
        unsetenv("XDG_DATA_HOME")
    }
}
