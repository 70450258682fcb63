import Foundation
import TerminalSupport
import Testing

/// What has been shown has left the process when it matters.
@Suite struct StreamTests {
    /// Runs a script under a program that stops it once `marker` can be read, and says whether it could be while the script still went on.
    private func leavesBefore(_ script: String, environment: [String: String] = [:]) throws -> Bool {
        let process = Process(), out = Pipe()
        process.executableURL = URL(fileURLWithPath: builtProgram("nacre"))
        process.arguments = ["-c", script]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = out
        process.standardInput = FileHandle.nullDevice
        try process.run()
        defer { kill(process.processIdentifier, SIGKILL); process.waitUntilExit() }
        let said = String(decoding: out.fileHandleForReading.availableData, as: UTF8.self)
        return said.hasPrefix("said") && process.isRunning
    }

    @Test(arguments: ["Start-Sleep 3", "/bin/sleep 3", "while ($true) { }"])
    func outputLeavesBefore(_ next: String) throws {
        #expect(try leavesBefore("'said'; \(next)"))
    }

    /// The process is killed at once after its answer: the write that it stands for is kept, and one that follows it was not made before it was seen.
    @Test func acknowledgementIsTrue() throws {
        let home = try TemporaryDirectory()
        let environment = ["NACRE_STORE": home.path + "/store.db"]
        _ = try Run(["-c", "Get-CsSipDomain | Out-Null"], environment: environment)
        for round in 1...3 {
            let process = Process(), out = Pipe()
            process.executableURL = URL(fileURLWithPath: builtProgram("nacre"))
            process.arguments = ["-c", "for ($i = 0; $true; $i++) { (New-CsSipDomain r\(round)n$i.com).Name }"]
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
            process.standardOutput = out
            process.standardInput = FileHandle.nullDevice
            try process.run()
            var said = ""
            while said.split(separator: "\n").count < 5 * round { said += String(decoding: out.fileHandleForReading.availableData, as: UTF8.self) }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            said += String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            let shown = said.split(separator: "\n").map(String.init)
            let kept = try Run(["-c", "Get-CsSipDomain -Filter r\(round)n* | ForEach-Object Name"], environment: environment).out.split(separator: "\n").map(String.init)
            #expect(Set(shown).isSubset(of: kept))
            // Each name left the process before the next write began.
            #expect(kept.count - shown.count <= 1)
        }
    }

    @Test func readersThatLeaveEndItQuietly() throws {
        let process = Process(), out = Pipe(), errors = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "'\(builtProgram("nacre"))' -c '1..1000000' | head -n 1"]
        process.standardOutput = out
        process.standardError = errors
        try process.run()
        #expect(String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "1\n")
        #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
        process.waitUntilExit()
    }

    @Test func standardInputIsReadWhenAskedFor() throws {
        #expect(try Run(["-c", "[Console]::In.ReadLine(); $input | ForEach-Object { \"<$_>\" }"], input: "a\nb\nc\n").out == "a\n<b>\n<c>\n")
        #expect(try Run(["-c", "-"], input: "function f {\n 'f ran'\n}\n\nf\n").out == "f ran\n")
        #expect(try Run([], input: "$a = 1\n\"a is $a\"\n").out == "a is 1\n")
    }
}
