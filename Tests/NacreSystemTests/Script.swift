import Foundation
import Nacre
import NacreRuntime
import NacreSyntax

/// A host that keeps what is written.
private final class TextHost: NacreRuntime.Host {
    var text = ""
    func write(_ t: Str) { text += t.string }
    func writeError(_ t: Str) { text += t.string }
    func flush() {}
    var width: Int { 80 }
    var hasColor: Bool { false }
    var isInteractive: Bool { false }
    func readLine(prompt: String) throws -> String? { nil }
    func readSecret(prompt: String) throws -> String? { nil }
}

/// Runs a script with `$d` as a new folder of its own, and gives what it displayed, the folder's path taken out.
func run(_ script: String) -> String {
    let folder = NSTemporaryDirectory() + "nacre-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let host = TextHost()
    Shell(host: host).runText("$d = '\(folder)'\n" + script)
    return host.text.replacingOccurrences(of: folder, with: "")
}
