import Foundation
import NacreSchema
import NacreStore
import Testing

@Suite("Stores in trouble: one clear error each, and the file left as it was")
struct TroubleTests {
    /// A closed store with some contents.
    func makeStore(_ path: String, documents: Int = 200) throws {
        _ = try SQLiteStore(path) { tx in for i in 1...documents { try tx.put(item("item-\(i)", Int64(i))) } }
    }

    /// Opens the file and reads from it; checks that it is as it was afterwards, and that the message names it.
    func trouble(_ place: Place, _ path: String? = nil) throws -> StoreError.Code? {
        let path = path ?? place.store
        let before = place.bytes(path), names = place.names
        var found: StoreError?
        do {
            let store = try SQLiteStore(path) { try $0.put(item("seed")) }
            _ = try store.documents("CsItem")
            try store.write(origin) { try $0.put(item("item-1", 99)) }
        } catch let error as StoreError { found = error }
        #expect(place.bytes(path) == before)
        #expect(place.names == names)
        #expect(found?.message.contains(path) == true)
        return found?.code
    }

    @Test("a newer version")
    func newer() throws {
        let place = try Place()
        try makeStore(place.store)
        var bytes = try #require(place.bytes(place.store))
        bytes[63] = 99
        try bytes.write(to: URL(fileURLWithPath: place.store))
        #expect(try trouble(place) == .newerVersion)
    }

    @Test("a damaged file, wherever the damage is", arguments: [0.0, 0.3, 0.6, 0.9])
    func damaged(at part: Double) throws {
        let place = try Place()
        try makeStore(place.store, documents: 2_000)
        var bytes = try #require(place.bytes(place.store))
        let start = max(200, Int(Double(bytes.count) * part) / 4096 * 4096)
        bytes.replaceSubrange(start..<min(start + bytes.count / 3, bytes.count), with: repeatElement(0xA5, count: min(bytes.count / 3, bytes.count - start)))
        try bytes.write(to: URL(fileURLWithPath: place.store))
        #expect(try trouble(place) == .damaged)
    }

    @Test("a file that has lost its end")
    func truncated() throws {
        let place = try Place()
        try makeStore(place.store)
        try FileHandle(forWritingTo: URL(fileURLWithPath: place.store)).truncate(atOffset: 9000)
        #expect(try trouble(place) == .damaged)
    }

    @Test("a document that is no document")
    func badDocument() throws {
        let place = try Place()
        try makeStore(place.store, documents: 3)
        var bytes = try #require(place.bytes(place.store))
        while let range = bytes.range(of: Data(#"{"N":2"#.utf8)) { bytes.replaceSubrange(range, with: Data(#"{"N";2"#.utf8)) }
        try bytes.write(to: URL(fileURLWithPath: place.store))
        #expect(try trouble(place) == .damaged)
    }

    @Test("a file that is no store", arguments: [Data("Get-CsUser\n".utf8), Data(), Data(repeating: 7, count: 10_000)])
    func notAStore(contents: Data) throws {
        let place = try Place()
        try contents.write(to: URL(fileURLWithPath: place.store))
        #expect(try trouble(place) == .notAStore)
    }

    @Test("a database of something else")
    func otherDatabase() throws {
        let place = try Place()
        try makeStore(place.store)
        var bytes = try #require(place.bytes(place.store))
        bytes.replaceSubrange(68..<72, with: [0, 0, 0, 1])
        try bytes.write(to: URL(fileURLWithPath: place.store))
        #expect(try trouble(place) == .notAStore)
    }

    @Test("a directory")
    func directory() throws {
        let place = try Place()
        try FileManager.default.createDirectory(atPath: place.store, withIntermediateDirectories: true)
        #expect(try trouble(place) == .notAStore)
    }

    @Test("no store, and none to be made")
    func missing() throws {
        let place = try Place()
        #expect(code { _ = try SQLiteStore(place.store) } == .missing)
        #expect(place.names.isEmpty)
    }

    @Test("a place where nothing can be made")
    func noPlace() throws {
        let place = try Place()
        try Data("x".utf8).write(to: URL(fileURLWithPath: place.directory + "/file"))
        #expect(code { _ = try SQLiteStore("/proc/nowhere/store.db") { _ in } } == .unwritable)
        #expect(code { _ = try SQLiteStore(place.directory + "/file/store.db") { _ in } } == .unwritable)
    }

    @Test("a seed that fails leaves no store")
    func badSeed() throws {
        let place = try Place()
        struct Stop: Error {}
        #expect(throws: Stop.self) { _ = try SQLiteStore(place.store) { tx in try tx.put(item("a")); throw Stop() } }
        #expect(place.names.isEmpty)
    }

    @Test("a store on a file system that cannot be written")
    func readOnly() throws {
        let place = try Place()
        try makeStore(place.store)
        if geteuid() == 0 {
            // Permissions do not stop root; a mount does.
            guard run("mount", "--bind", place.directory, place.directory) else { return }
            defer { _ = run("umount", place.directory) }
            guard run("mount", "-o", "remount,bind,ro", place.directory) else { return }
            #expect(try trouble(place) == .unwritable)
        } else {
            chmod(place.store, 0o444)
            chmod(place.directory, 0o555)
            defer { chmod(place.directory, 0o755) }
            #expect(try trouble(place) == .unwritable)
        }
    }

    @Test("no room: the write fails, all acknowledged before is there, and with room it goes on")
    func noRoom() throws {
        let place = try Place()
        try makeStore(place.store, documents: 1)
        let lines = try Helper("fill", place.store, "f", "600000").lines()
        #expect(lines.last == "error full")
        let store = try SQLiteStore(place.store)
        #expect(try store.documents("CsItem").count == lines.count)
        #expect(try store.pragma("integrity_check") == "ok")
        try store.write(origin) { try $0.put(item("more")) }
    }

    @Test("a full disk", .enabled(if: geteuid() == 0))
    func fullDisk() throws {
        let place = try Place()
        guard run("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", place.directory) else { return }
        defer { _ = run("umount", place.directory) }
        try makeStore(place.store, documents: 1)
        var written = 1
        let store = try SQLiteStore(place.store)
        let failure = code {
            while written < 10_000 {
                try store.write(origin) { try $0.put(item("item-\(written + 1)")) }
                written += 1
            }
        }
        #expect(failure == .full)
        #expect(try store.documents("CsItem").count == written)
        store.close()
        // With nothing left at all, even creating another one says why.
        run("dd", "if=/dev/zero", "of=" + place.directory + "/rest", "bs=4k")
        #expect(code { _ = try SQLiteStore(place.directory + "/other.db") { try $0.put(item("a")) } } == .full)
        try FileManager.default.removeItem(atPath: place.directory + "/rest")
        run("mount", "-o", "remount,size=4m", place.directory)
        let again = try SQLiteStore(place.store)
        #expect(try again.documents("CsItem").count == written)
        try again.write(origin) { try $0.put(item("more")) }
        #expect(try again.pragma("integrity_check") == "ok")
    }

    @discardableResult
    func run(_ command: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
