import NacreRuntime

/// A result type of a command: fixed properties in order, filled by the command.
final class RecordType {
    let type: TypeRef
    let names: [Name]
    private let declarations: [(name: String, type: String)]
    /// - Parameter properties: name and type as Get-Member shows it, in order.
    init(_ fullName: String, base: TypeRef = .object, _ properties: [(String, String)]) {
        let dot = fullName.lastIndex(of: ".")
        let space = dot.map { String(fullName[..<$0]) } ?? ""
        type = TypeRef(dot.map { String(fullName[fullName.index(after: $0)...]) } ?? fullName, namespace: space, base: base)
        names = properties.map { Name($0.0) }
        declarations = properties.map { ($0.0, $0.1) }
        let list = declarations
        type.loader = { t in
            for (i, p) in list.enumerated() {
                t.add(PropertyMember(p.name, type: p.type,
                    get: { _, v in v.cast(RecordValue.self)?.fields[i] ?? .null },
                    set: { _, v, x in v.cast(RecordValue.self)?.fields[i] = x }))
            }
        }
    }
    func make(_ fields: [Value], text: ((RecordValue) -> String)? = nil) -> Value { .object(RecordValue(self, fields, text)) }
}

/// An object of a record type.
final class RecordValue: Native {
    fileprivate(set) var fields: [Value]
    private let display: ((RecordValue) -> String)?
    fileprivate init(_ type: RecordType, _ fields: [Value], _ text: ((RecordValue) -> String)?) {
        self.fields = fields
        display = text
        super.init(type.type)
    }
    override func text(_ culture: Culture) -> String? { display?(self) }
}
