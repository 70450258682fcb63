import NacreRuntime

/// A session of its own for a test: calls members, and shows values and errors as the recordings do.
public final class TestSession {
    public let host = TextHost()
    public let session: Session
    public var m: Machine { session.machine }
    /// - Parameter register: what the session gets beside the bare engine.
    public init(_ register: (Session) -> Void = { _ in }) {
        session = Session(host: host)
        register(session)
    }

    public func type(_ name: String) -> TypeRef { m.findType(name) ?? .object }
    /// `$target.name(args)`
    public func call(_ target: Value, _ name: String, _ args: Value...) throws -> Value { try m.pass(args) { try m.invokeMember(target, Name(name), $0) } }
    /// `[type]::name(args)`
    public func call(_ type: String, _ name: String, _ args: Value...) throws -> Value { try m.pass(args) { try m.invokeStatic(self.type(type), Name(name), $0) } }
    /// `[type]::new(args)`
    public func make(_ type: String, _ args: Value...) throws -> Value { try m.pass(args) { try m.construct(self.type(type), $0) } }
    /// `"$($target.name)"`
    public func get(_ target: Value, _ name: String) throws -> String { text(try m.member(target, Name(name))) }
    public func text(_ v: Value) -> String { m.str(v).string }

    /// Error id and message of what a call throws.
    public func failure(_ body: () throws -> Value) -> String {
        do { return "no error: \(text(try body()))" } catch let e as PSError { return "\(e.record.fullyQualifiedId): \(e.record.message)" } catch { return "\(error)" }
    }

    /// Type and value as the recordings show them: `Int32 5`, `Object[][2](Int32 1,String a)`, `null`, `! id :: message`.
    public func show(_ body: (Machine) throws -> Value) -> String {
        do { return describe(try body(m)) } catch let e as PSError {
            return "! \(e.record.fullyQualifiedId) :: \(e.record.exception.message)".split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
        } catch { return "! \(error)" }
    }
    public func describe(_ v: Value, _ depth: Int = 0) -> String {
        if v.isNull { return "null" }
        let type = v.type.name
        if let t = v.cast(Table.self) {
            return type + "{" + t.keys.map { "\(text($0))=\(describe(t.get($0) ?? .null, depth + 1))" }.sorted().joined(separator: ";") + "}"
        }
        if let s = v.obj as? Seq, depth < 3 {
            return "\(type)[\(s.count)](" + s.elements.prefix(8).map { describe($0, depth + 1) }.joined(separator: ",") + ")"
        }
        return "\(type) " + m.text(v, culture: .invariant).string
    }
}
