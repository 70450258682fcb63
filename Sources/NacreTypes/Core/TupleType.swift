import NacreRuntime

/// `Tuple` and `ValueTuple`
final class TupleValue: Native {
    let items: [Value]
    init(_ items: [Value], isValue: Bool) {
        self.items = items
        let name = isValue ? "System.ValueTuple" : "System.Tuple"
        super.init(StandardTypes.catalog.generic(name, items.map { $0.isNull ? .object : $0.unwrapped.type }) ?? .object)
    }
    init(_ type: TypeRef, _ items: [Value]) { self.items = items; super.init(type) }
    override func text(_ culture: Culture) -> String? {
        "(" + items.map { v in
            switch v { case .object(let o): o.text(culture) ?? o.type.displayName; case .int(let i): String(i); case .double(let d): Numbers.text(d); case .bool(let b): b ? "True" : "False"
            default: v.isNull ? "" : String(v.intValue) }
        }.joined(separator: ", ") + ")"
    }
    override func isEqual(to other: Obj) -> Bool {
        guard let t = other as? TupleValue, t.items.count == items.count else { return false }
        return zip(items, t.items).allSatisfy { ObjectType.same($0, $1) }
    }
    override var hash: Int { items.reduce(17) { $0 &* 31 &+ ObjectType.hash($1) } }

    /// Members of a constructed tuple type.
    static func declare(_ t: TypeBuilder) {
        let n = t.type.arguments.count
        let parameters = (1...max(n, 1)).map { "System.Object item\($0)" }.joined(separator: ", ")
        t.constructor("tuple(\(parameters))") { m, type, a in
            guard let t = type.obj as? TypeRef else { return .null }
            return .object(TupleValue(t, try zip(a.array, t.arguments).map { try m.convert($0, to: $1) }))
        }
        for i in 0..<n { t.property("System.Object Item\(i + 1)") { _, me in (me.obj as? TupleValue)?.items[i] ?? .null } }
        t.property("int Length") { _, me in Value((me.obj as? TupleValue)?.items.count ?? 0) }
        t.indexer { _, me, a in
            guard let items = (me.obj as? TupleValue)?.items, a.int(0) >= 0, a.int(0) < items.count else { throw NetException(.indexOutOfRangeException, "Index was outside the bounds of the array.") }
            return items[a.int(0)]
        }
    }
    /// `[Tuple]::Create(1, 'a')`
    static func declareStatics(_ t: TypeBuilder, isValue: Bool) {
        for n in 1...7 {
            let parameters = (1...n).map { "System.Object item\($0)" }.joined(separator: ", ")
            t.staticMethod("System.Object Create(\(parameters))") { _, _, a in .object(TupleValue(a.array, isValue: isValue)) }
        }
    }
}
