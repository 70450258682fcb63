@testable import NacreRuntime

/// A host that says nothing.
final class QuietHost: Host {
    func write(_ text: Str) {}
    func writeError(_ text: Str) {}
    func flush() {}
    var width: Int { 80 }
    var hasColor: Bool { false }
    var isInteractive: Bool { false }
    func readLine(prompt: String) throws -> String? { nil }
    func readSecret(prompt: String) throws -> String? { nil }
}

/// A session of its own for a test.
struct Shell {
    let session = Session(host: QuietHost())
    var m: Machine { session.machine }

    /// Type and value as the recordings show them: `Int32 5`, `Object[][2](Int32 1,String a)`, `null`, `! id :: message`.
    func show(_ body: (Machine) throws -> Value) -> String {
        do { return describe(try body(m)) } catch let e as PSError {
            return "! \(e.record.fullyQualifiedId) :: \(e.record.exception.message)".split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
        } catch { return "! \(error)" }
    }
    func describe(_ v: Value, _ depth: Int = 0) -> String {
        if v.isNull { return "null" }
        let type = v.type.name
        if let t = v.cast(Table.self) {
            return type + "{" + t.keys.map { "\(m.str($0).string)=\(describe(t.get($0) ?? .null, depth + 1))" }.sorted().joined(separator: ";") + "}"
        }
        if let s = v.obj as? Seq, depth < 3 {
            return "\(type)[\(s.count)](" + s.elements.prefix(8).map { describe($0, depth + 1) }.joined(separator: ",") + ")"
        }
        return "\(type) " + m.text(v, culture: .invariant).string
    }
}

/// `s("abc")`
func s(_ text: String) -> Value { Value(text) }
/// `a(1, 2)`: an `object[]`.
func a(_ values: Value...) -> Value { .object(PSArray(values)) }
extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    public init(integerLiteral x: Int32) { self = .int(x) }
    public init(floatLiteral x: Double) { self = .double(x) }
    public init(stringLiteral x: String) { self = Value(x) }
    public init(booleanLiteral x: Bool) { self = .bool(x) }
}
