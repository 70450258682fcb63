import Foundation

/// A directory that is removed at the end.
public final class TemporaryDirectory {
    public let path = NSTemporaryDirectory() + "/nacre-test-" + UUID().uuidString
    public init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A program of this package: it lies where the tests' own program does; `NACRE_PROGRAM` names another build of the shell itself.
public func builtProgram(_ name: String) -> String {
    if name == "nacre", let other = ProcessInfo.processInfo.environment["NACRE_PROGRAM"] { return other }
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(name).path
}
