import Foundation
import TerminalSupport
import Testing

/// What PowerShell did, recorded, against what the program does: floors.txt keeps what has been reached, area by area.
///
/// Without `NACRE_TEST_ALL` only the areas marked `quick` there run.
@Suite struct RecordingTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    static let recordings = URL(fileURLWithPath: ProcessInfo.processInfo.environment["NACRE_SHARED"] ?? folder.appendingPathComponent("../../../shared").path)
        .appendingPathComponent("conformance")
    static var isMissing: Bool { !FileManager.default.fileExists(atPath: recordings.appendingPathComponent("cli.jsonl").path) }

    /// A line of floors.txt: an area, the least percentage of its cases that must pass, and perhaps `quick`.
    struct Floor: CustomTestStringConvertible, Sendable {
        let area: String, percent: Double
        var testDescription: String { area }
    }
    static let floors: [Floor] = {
        let all = ProcessInfo.processInfo.environment["NACRE_TEST_ALL"] != nil
        let text = (try? String(contentsOf: folder.appendingPathComponent("floors.txt"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard words.count >= 2, let percent = Double(words[1]), all || words.count > 2 else { return nil }
            return Floor(area: words[0], percent: percent)
        }
    }()

    @Test(.disabled(if: isMissing, "no recordings: set NACRE_SHARED"), arguments: floors)
    func noWorseThanTheFloor(_ floor: Floor) throws {
        let lines = try Data(contentsOf: Self.recordings.appendingPathComponent(floor.area + ".jsonl")).split(separator: UInt8(ascii: "\n"))
        let cases = try lines.map { try JSONDecoder().decode(Recorded.self, from: $0) }
        let lock = NSLock()
        nonisolated(unsafe) var failed: [String] = []
        DispatchQueue.concurrentPerform(iterations: cases.count) { i in
            if !cases[i].passes { lock.withLock { failed.append(cases[i].id) } }
        }
        let percent = 100 * Double(cases.count - failed.count) / Double(max(cases.count, 1))
        #expect(percent >= floor.percent, "failed: \(failed.sorted().joined(separator: " "))")
    }
}

/// A recorded script and what PowerShell did with it. Texts may be given by 24 digits of their SHA-256.
struct Recorded: Decodable, Sendable {
    let id: String, script: String, stdout: String, exit: Int32

    /// Standard output and exit code are PowerShell's, byte for byte; its usage text stands for the program's own.
    var passes: Bool {
        guard let home = try? TemporaryDirectory(), let out = run(in: home.path + "/case", output: home.path + "/out") else { return false }
        let text = String(decoding: out.output, as: UTF8.self)
        if out.code != exit { return false }
        if stdout.hasPrefix("\nUsage: pwsh") { return text.contains("Usage: nacre") }
        if text == stdout { return true }
        return stdout.count == 24 && stdout.allSatisfy(\.isHexDigit) && digest(of: home.path + "/out").hasPrefix(stdout)
    }

    private func run(in folder: String, output: String) -> (output: Data, code: Int32)? {
        let files = FileManager.default
        guard (try? files.createDirectory(atPath: folder, withIntermediateDirectories: true)) != nil,
              (try? script.write(toFile: folder + "/case.ps1", atomically: false, encoding: .utf8)) != nil,
              files.createFile(atPath: output, contents: nil), let out = FileHandle(forWritingAtPath: output) else { return nil }
        let process = Process(), given = Pipe()
        process.executableURL = URL(fileURLWithPath: builtProgram("nacre"))
        process.arguments = ["-NoProfile", "-NonInteractive"] + (said("argv", [String].self) ?? ["-File", "case.ps1"])
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8", "NO_COLOR": "1", "TZ": "UTC", "TERM": "dumb", "NACRE_STORE": folder + "/.store"]) { $1 }
        process.standardInput = given
        process.standardOutput = out
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        // A program that reads no input must not end the tests.
        signal(SIGPIPE, SIG_IGN)
        guard (try? process.run()) != nil else { return nil }
        try? given.fileHandleForWriting.write(contentsOf: Data((said("stdin", String.self) ?? "").utf8))
        try? given.fileHandleForWriting.close()
        if ended.wait(timeout: .now() + 60) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            return nil
        }
        return (files.contents(atPath: output) ?? Data(), process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus)
    }

    /// What a comment of the script says of arguments or input, as JSON.
    private func said<T: Decodable>(_ what: String, _ type: T.Type) -> T? {
        for line in script.split(separator: "\n") where line.hasPrefix("#\(what): ") {
            return try? JSONDecoder().decode(type, from: Data(line.dropFirst(what.count + 3).utf8))
        }
        return nil
    }

    private func digest(of path: String) -> String {
        let process = Process(), out = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
        process.arguments = [path]
        process.standardOutput = out
        guard (try? process.run()) != nil else { return "" }
        return String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
}
