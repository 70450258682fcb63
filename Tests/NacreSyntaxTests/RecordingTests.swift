import Foundation
import Testing
@testable import NacreSyntax

/// What PowerShell said of the recorded scripts, against what Nacre says; the floor file keeps what has been reached.
@Suite struct RecordingTests {
    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let recordings = URL(fileURLWithPath: ProcessInfo.processInfo.environment["NACRE_SHARED"] ?? package.appendingPathComponent("../shared").path)
        .appendingPathComponent("conformance/parse/scripts.jsonl")
    static var isMissing: Bool { !FileManager.default.fileExists(atPath: recordings.path) }

    struct Recorded: Decodable {
        struct Error: Decodable { let id: String, line: Int, column: Int, message: String }
        let id: String, script: String, incomplete: Bool, errors: [Error]
    }

    @Test(.disabled(if: RecordingTests.isMissing, "no recordings: set NACRE_SHARED")) func noWorseThanTheFloor() throws {
        var counts = ["verdict": 0, "incomplete": 0, "first": 0, "all": 0]
        for line in try Data(contentsOf: Self.recordings).split(separator: UInt8(ascii: "\n")) {
            let want = try JSONDecoder().decode(Recorded.self, from: line)
            let got = Parser.parse(want.script)
            let places = got.diagnostics.map { d in
                let p = got.source.position(d.extent.start)
                return "\(d.id) \(p.line):\(p.column)"
            }
            let wanted = want.errors.map { "\($0.id) \($0.line):\($0.column)" }
            if places.isEmpty == wanted.isEmpty { counts["verdict", default: 0] += 1 }
            if got.isIncomplete == want.incomplete { counts["incomplete", default: 0] += 1 }
            if !wanted.isEmpty {
                if places.first == wanted.first { counts["first", default: 0] += 1 }
                if places == wanted { counts["all", default: 0] += 1 }
            }
        }
        let floor = try String(contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("floor.txt"), encoding: .utf8)
        for line in floor.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 2, let least = Int(words[1]) else { continue }
            #expect(counts[String(words[0]), default: 0] >= least, "\(words[0])")
        }
    }
}
