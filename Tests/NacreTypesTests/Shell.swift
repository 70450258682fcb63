import NacreRuntime
import NacreTypes

/// A session with the standard types and a host that shows nothing.
final class Shell {
    let session: Session
    var m: Machine { session.machine }
    init() {
        session = Session(host: Silent())
        StandardTypes.register(in: session)
    }
    func type(_ name: String) -> TypeRef { m.findType(name) ?? .object }
    /// `$target.name(args)`
    func call(_ target: Value, _ name: String, _ args: Value...) throws -> Value { try m.pass(args) { try m.invokeMember(target, Name(name), $0) } }
    /// `[type]::name(args)`
    func call(_ type: String, _ name: String, _ args: Value...) throws -> Value { try m.pass(args) { try m.invokeStatic(self.type(type), Name(name), $0) } }
    func make(_ type: String, _ args: Value...) throws -> Value { try m.pass(args) { try m.construct(self.type(type), $0) } }
    func get(_ target: Value, _ name: String) throws -> String { m.str(try m.member(target, Name(name))).string }
    func text(_ v: Value) -> String { m.str(v).string }
    /// Error id and message of what a call throws.
    func failure(_ body: () throws -> Value) -> String {
        do { return "no error: \(text(try body()))" } catch let e as PSError { return "\(e.record.fullyQualifiedId): \(e.record.message)" } catch { return "\(error)" }
    }
}

private final class Silent: Host {
    func write(_ text: Str) {}
    func writeError(_ text: Str) {}
    func flush() {}
    var width: Int { 80 }
    var hasColor: Bool { false }
    var isInteractive: Bool { false }
    func readLine(prompt: String) throws -> String? { nil }
    func readSecret(prompt: String) throws -> String? { nil }
}
