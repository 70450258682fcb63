import NacreRuntime

/// Drives without folders: environment, variables, functions, aliases.
class FlatProvider: ItemProvider {
    override func path(_ text: String, root: String) -> String {
        var t = Substring(text)
        while let f = t.first, f == "/" || f == "\\" { t.removeFirst() }
        while let l = t.last, l == "/" || l == "\\" { t.removeLast() }
        return String(t)
    }
    /// All names, unordered.
    func names(_ m: Machine) -> [String] { [] }
    final override func children(_ path: String, _ m: Machine) throws -> [String] {
        names(m).sorted { m.compareForSort(Value($0), Value($1), ignoreCase: true) < 0 }
    }
    override func exists(_ path: String, _ m: Machine) -> Bool { path.isEmpty || value(path, m) != nil }
    /// What the item holds.
    func value(_ name: String, _ m: Machine) -> Value? { nil }
    func store(_ name: String, _ value: Value, _ m: Machine) throws {}
    func delete(_ name: String, force: Bool, _ by: Cmdlet) throws {}

    override func set(_ path: String, _ value: Value?, _ by: Cmdlet) throws { try store(path, value ?? .null, by.m) }
    override func clear(_ path: String, _ by: Cmdlet) throws { try store(path, .null, by.m) }
    override func make(_ path: String, type: String?, value: Value?, _ by: Cmdlet) throws -> Value? {
        if self.value(path, by.m) != nil, !by.flag("Force") {
            throw PSError(.psArgumentException, id: "Argument", "The \(kind) '\(path)' already exists.", category: .invalidArgument)
        }
        try store(path, value ?? .null, by.m)
        return try item(path, by.m)
    }
    var kind: String { "item" }
    override func remove(_ path: String, recursively: Bool, force: Bool, _ by: Cmdlet) throws { try delete(path, force: force, by) }
    override func copy(_ path: String, to: String, _ by: Cmdlet) throws { try store(to, value(path, by.m) ?? .null, by.m) }
    override func rename(_ path: String, to name: String, _ by: Cmdlet) throws -> String {
        if value(name, by.m) != nil { throw PSError(.psArgumentException, id: "Argument", "Cannot rename because an item with the name '\(name)' already exists.", category: .invalidArgument) }
        try store(name, value(path, by.m) ?? .null, by.m)
        try delete(path, force: true, by)
        return name
    }
    override func content(_ path: String, _ m: Machine) throws -> [Value] { value(path, m).map { [$0] } ?? [] }
    override func setContent(_ path: String, _ values: [Value], _ by: Cmdlet) throws {
        try store(path, values.count == 1 ? values[0] : values.isEmpty ? .null : .object(PSArray(values)), by.m)
    }
}
