import Foundation
import NacreSchema
import NacreStore
import Testing

/// The tests' own program (Tests/StoreCrashHelper), running.
final class Helper {
    let process = Process()
    private let output = Pipe()

    init(_ arguments: String...) throws {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        process.executableURL = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("store-crash-helper")
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    /// The first line that it prints.
    func waitForLine() { _ = output.fileHandleForReading.availableData }

    /// All lines that it printed, once it has ended.
    func lines() -> [String] {
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

/// A directory for one test, taken away with it.
final class Place {
    let directory: String
    var store: String { directory + "/store.db" }
    init() throws {
        directory = NSTemporaryDirectory() + "/nacre-store-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: directory) }
    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: directory).sorted()) ?? [] }
    func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }
}

/// More rounds when everything is to be tested.
let testsAll = ProcessInfo.processInfo.environment["NACRE_TEST_ALL"] == "1"
let origin = ChangeOrigin(author: "kenmyer", commandLine: "Set-CsItem -Identity a")

func item(_ name: String, _ n: Int64 = 0) -> EntityDocument {
    EntityDocument(entity: "CsItem", identity: Identity(name: name), values: SchemaObject([("N", .int(n)), ("Text", "a é \"b\"")]))
}
extension EntityTransaction {
    func put(_ document: EntityDocument, _ lookups: Lookup..., replicated: Bool = true) throws {
        try put(document, lookups: lookups, isReplicated: replicated)
    }
}

/// The code of the error that a body ends with.
func code(_ body: () throws -> Void) -> StoreError.Code? {
    do { try body(); return nil } catch { return (error as? StoreError)?.code }
}
/// A clock that stands until it is moved.
final class HandClock: @unchecked Sendable {
    var now = Timestamp(unixSeconds: 1_790_000_000)
    func advance(_ seconds: Double) { now = now + .seconds(seconds) }
}
