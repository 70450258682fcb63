import NacreSyntax
import ShellSupport
@testable import NacreRuntime

/// Runs a script in the engine alone, without any command, and gives what it puts out as texts; an uncaught error is `! id`.
func outputs(_ script: String) -> [String] {
    let shell = TestSession(), m = shell.m, sink = ListSink()
    let source = Source(script, path: "test.ps1"), parsed = Parser.parse(source)
    if let d = parsed.diagnostics.first { return ["! \(d.id)"] }
    let types: TypeCatalog = shell.session.types
    CommandTypes.register(in: types) { _ in [] }
    // The types that the engine itself knows, under the names that scripts use.
    for (name, type) in [("int", TypeRef.int), ("string", .string), ("bool", .bool), ("object", .object), ("void", .void), ("datetime", .dateTime), ("pscustomobject", .customObject), ("IComparable", .comparable)] {
        types.register(type, as: name)
    }
    let errors = ListSink()
    m.streams.error = errors
    m.output = sink
    var ended: [String] = []
    do { try withExtendedLifetime((sink, errors)) { try m.runScript(source, tree: parsed.tree, arguments: []) } } catch let e as PSError { ended = ["! \(e.record.fullyQualifiedId)"] } catch { ended = ["! \(error)"] }
    m.output = NullSink.shared
    let shown = errors.values.compactMap { ($0.obj as? ErrorRecord).map { "! \($0.fullyQualifiedId)" } }
    return sink.values.map { m.str($0).string } + shown + ended
}
