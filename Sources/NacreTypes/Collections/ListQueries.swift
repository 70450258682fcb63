import NacreRuntime

/// The methods of `List[T]` that take a predicate.
enum ListQueries {
    static func declare(_ t: TypeBuilder) {
        func holds(_ m: Machine, _ p: Value, _ v: Value) throws -> Bool { try m.invoke(delegate: p, [v]).isTrue }
        func list(_ me: Value) throws -> PSList { try ListType.list(me) }
        t.method("bool Exists(System.Predicate[T] match)") { m, me, a in .bool(try Array(list(me).elements).contains { try holds(m, a[0], $0) }) }
        t.method("T Find(System.Predicate[T] match)") { m, me, a in
            let l = try list(me)
            return try Array(l.elements).first { try holds(m, a[0], $0) } ?? m.defaultValue(of: l.element)
        }
        t.method("T FindLast(System.Predicate[T] match)") { m, me, a in
            let l = try list(me)
            return try Array(l.elements).last { try holds(m, a[0], $0) } ?? m.defaultValue(of: l.element)
        }
        t.method("System.Collections.Generic.List[T] FindAll(System.Predicate[T] match)") { m, me, a in
            let l = try list(me)
            return .object(PSList(try Array(l.elements).filter { try holds(m, a[0], $0) }, type: l.type, element: l.element))
        }
        t.method("int FindIndex(System.Predicate[T] match)") { m, me, a in Value(try Array(list(me).elements).firstIndex { try holds(m, a[0], $0) } ?? -1) }
        t.method("int FindLastIndex(System.Predicate[T] match)") { m, me, a in Value(try Array(list(me).elements).lastIndex { try holds(m, a[0], $0) } ?? -1) }
        t.method("int RemoveAll(System.Predicate[T] match)") { m, me, a in
            let l = try list(me), before = l.count
            l.replace(with: try Array(l.elements).filter { try !holds(m, a[0], $0) })
            return Value(before - l.count)
        }
        t.method("bool TrueForAll(System.Predicate[T] match)") { m, me, a in .bool(try Array(list(me).elements).allSatisfy { try holds(m, a[0], $0) }) }
        t.method("void ForEach(System.Action[T] action)") { m, me, a in
            for v in Array(try list(me).elements) { _ = try m.invoke(delegate: a[0], [v]) }
            return .void
        }
        t.method("System.Object ConvertAll(System.Converter[T,object] converter)") { m, me, a in
            .object(PSList(try Array(list(me).elements).map { try m.invoke(delegate: a[0], [$0]) }, type: .arrayList, element: .object))
        }
        t.method("System.Object AsReadOnly()") { _, me, _ in me }
    }
}
