import NacreRuntime

/// A host that keeps what is shown, and answers questions with given lines; without lines nobody can be asked.
public final class TextHost: Host {
    public var out = "", errors = "", answers: [String] = []
    public let width: Int
    public init(width: Int = 80) { self.width = width }
    public func write(_ text: Str) { out += text.string }
    public func writeError(_ text: Str) { errors += text.string }
    public func flush() {}
    public var hasColor: Bool { false }
    public var isInteractive: Bool { !answers.isEmpty }
    public func readLine(prompt: String) throws -> String? { answers.isEmpty ? nil : answers.removeFirst() }
    public func readSecret(prompt: String) throws -> String? { nil }
}
