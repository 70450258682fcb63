import NacreRuntime

/// `Group-Object`: objects with equal keys together, the groups in the order of their keys.
final class GroupObjectCommand: Cmdlet {
    private static let withObjects = RecordType("Microsoft.PowerShell.Commands.GroupInfo", [
        ("Count", "int"), ("Group", "System.Collections.ObjectModel.Collection[psobject]"), ("Name", "string"), ("Values", "System.Collections.ArrayList")])
    private static let withoutObjects = RecordType("Microsoft.PowerShell.Commands.GroupInfoNoElement", base: withObjects.type, [
        ("Count", "int"), ("Group", "System.Collections.ObjectModel.Collection[psobject]"), ("Name", "string"), ("Values", "System.Collections.ArrayList")])

    private final class Group {
        let keys: [Value]
        let objects: PSList
        var count = 0
        init(_ keys: [Value], _ list: TypeRef) { self.keys = keys; objects = PSList(type: list, element: .psobject) }
    }
    private var expressions: [PropertyExpression] = []
    private var inputIndex = 0
    private var ignoreCase = true, keepsObjects = true
    private var groups: [Group] = []
    /// Groups with one plain key, by key.
    private var quick: Table!
    private lazy var listType = session.types.generic("System.Collections.ObjectModel.Collection", [.psobject]) ?? .arrayList

    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        expressions = try propertyExpressions("Property")
        ignoreCase = !flag("CaseSensitive")
        keepsObjects = !flag("NoElement")
        if flag("AsHashTable"), !keepsObjects { keepsObjects = true }
        if flag("AsString"), !flag("AsHashTable") {
            throw terminating(.argumentException, id: "InvalidOperation", "The AsString parameter can be specified only with the AsHashTable parameter.", category: .invalidArgument)
        }
        quick = Table(rule: ignoreCase ? .ignoringCase : .exact)
    }
    override func process() throws {
        guard let v = arg(at: inputIndex), !v.isNull else { return }
        let keys: [Value] = expressions.isEmpty ? [v.unwrapped] : expressions.map { e in
            let x = e.value(of: v, m)
            return x.isNull ? .null : x.unwrapped
        }
        let g = group(keys)
        g.count += 1
        if keepsObjects { g.objects.append(v) }
    }
    private func group(_ keys: [Value]) -> Group {
        if keys.count == 1, isPlain(keys[0]) {
            let key = keys[0]
            if let at = quick.get(key), case .int(let i) = at { return groups[Int(i)] }
            // The same key as a value of another type.
            if let g = search(keys, plainToo: false) { return g }
            quick.set(key, .int(Int32(groups.count)))
        } else if let g = search(keys, plainToo: true) { return g }
        let g = Group(keys, listType)
        groups.append(g)
        return g
    }
    private func isPlain(_ v: Value) -> Bool {
        switch v {
        case .int, .bool: true
        case .object(let o): o.kind == .string
        default: false
        }
    }
    private var hasOthers = false
    private func search(_ keys: [Value], plainToo: Bool) -> Group? {
        if !plainToo, !hasOthers { return nil }
        if plainToo { hasOthers = true }
        for g in groups where g.keys.count == keys.count {
            if zip(g.keys, keys).allSatisfy({ m.compareForSort($0, $1, ignoreCase: ignoreCase) == 0 }) { return g }
        }
        return nil
    }

    override func end() throws {
        let columns = groups.first.map { g in g.keys.indices.map { i in SortKeys(groups.map { $0.keys[i] }, descending: false) } } ?? []
        let order = columns.isEmpty ? [] : StableSort.order(count: groups.count, columns, m, ignoreCase: ignoreCase)
        if flag("AsHashTable") {
            let t = Table(rule: ignoreCase ? .ignoringCase : .exact)
            let asString = flag("AsString")
            for i in order {
                let g = groups[Int(i)]
                let key: Value = asString || g.keys.count > 1 ? .object(Str(name(g))) : g.keys[0]
                if key.isNull {
                    try writeError(.argumentNullException, id: "InvalidOperation", "The key cannot be null.", category: .invalidArgument)
                    continue
                }
                if t.contains(key) {
                    throw terminating(.argumentException, id: "InvalidOperation", "The objects grouped by this property cannot be expanded because there is a key duplication. Provide a valid value for the property, and then try again.", category: .invalidArgument)
                }
                t.set(key, .object(g.objects))
            }
            if !groups.isEmpty { try write(.object(t)) }
            return
        }
        let type = keepsObjects ? GroupObjectCommand.withObjects : GroupObjectCommand.withoutObjects
        for i in order {
            let g = groups[Int(i)]
            try write(type.make([.int(Int32(truncatingIfNeeded: g.count)), keepsObjects ? .object(g.objects) : .null, .object(Str(name(g))),
                                 .object(PSList(g.keys, type: .arrayList, element: .object))]))
        }
    }
    private func name(_ g: Group) -> String { g.keys.map { m.str($0).string }.joined(separator: ", ") }
}
