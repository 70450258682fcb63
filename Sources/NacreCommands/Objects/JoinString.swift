import NacreRuntime

/// `Join-String`: one text of many objects.
final class JoinStringCommand: Cmdlet {
    private var parts: [Str] = []
    private var property: PropertyExpression?
    private var inputIndex = 0
    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        property = try arg("Property").map { try PropertyExpression($0, m, command: command.name) }
    }
    override func process() throws {
        guard let input = arg(at: inputIndex) else { return }
        for v in (input.unwrapped.obj as? Seq).map({ Array($0.elements) }) ?? [input] {
            let x = property.map { $0.value(of: v, m).orNullValue } ?? v
            if x.isNull { continue }
            if let format = arg("FormatString") { parts.append(m.str(try m.binary(.format, format, x))); continue }
            let s = m.str(x)
            if flag("SingleQuote") { parts.append(Str("'\(s.string.replacing("'", with: "''"))'")) }
            else if flag("DoubleQuote") { parts.append(Str("\"\(s.string)\"")) }
            else { parts.append(s) }
        }
    }
    override func end() throws {
        var b = TextBuilder()
        b.append(string("OutputPrefix") ?? "")
        let separator = arg("Separator").map { m.str($0) } ?? arg("UseCulture").map { _ in Str(",") } ?? (m.lookup(Name("OFS")).flatMap { $0.isNull ? nil : m.str($0) } ?? .empty)
        for (i, p) in parts.enumerated() {
            if i > 0 { b.append(separator) }
            b.append(p)
        }
        b.append(string("OutputSuffix") ?? "")
        try write(.object(b.finish()))
    }
}
