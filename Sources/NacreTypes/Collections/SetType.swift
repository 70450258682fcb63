import NacreRuntime

/// `HashSet[T]` and `SortedSet[T]`: the keys of a table.
public final class SetValue: Native {
    let table: Table
    let element: TypeRef
    init(_ type: TypeRef, table: Table) {
        self.table = table
        element = type.arguments.first ?? .object
        super.init(type)
    }
    public override var isEnumerable: Bool { true }
    public override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        let version = table.version
        for v in table.keys {
            if table.version != version { throw PSError.raw(.invalidOperationException, Enumerator.modified) }
            try body(v)
        }
        if table.version != version { throw PSError.raw(.invalidOperationException, Enumerator.modified) }
        return true
    }
}

enum SetType {
    static func set(_ me: Value) throws -> SetValue {
        guard let s = me.obj as? SetValue else { throw NetException.invalid("The object is not a set.") }
        return s
    }
    static func declare(_ t: TypeBuilder, sorted: Bool) {
        let full = "System.Collections.Generic.\(sorted ? "SortedSet" : "HashSet")[T]"
        let comparer = "System.Collections.Generic.I\(sorted ? "" : "Equality")Comparer[T]"
        t.constructor("\(full)()") { m, type, _ in .object(made(m, type, nil, sorted)) }
        t.constructor("\(full)(\(comparer) comparer)") { m, type, a in .object(made(m, type, a[0], sorted)) }
        t.constructor("\(full)(System.Collections.Generic.IEnumerable[T] collection)") { m, type, a in try filled(m, type, a[0], nil, sorted) }
        t.constructor("\(full)(System.Collections.Generic.IEnumerable[T] collection, \(comparer) comparer)") { m, type, a in try filled(m, type, a[0], a[1], sorted) }
        t.property("int Count") { _, me in Value(try set(me).table.count) }
        t.method("bool Add(T item)") { _, me, a in
            let s = try set(me)
            if s.table.contains(a[0]) { return .bool(false) }
            s.table.set(a[0], .null)
            return .bool(true)
        }
        t.method("bool Remove(T item)") { _, me, a in .bool(try set(me).table.remove(a[0])) }
        t.method("bool Contains(T item)") { _, me, a in .bool(try set(me).table.contains(a[0])) }
        t.method("void Clear()") { _, me, _ in try set(me).table.removeAll(); return .void }
        t.method("System.Collections.IEnumerator GetEnumerator()") { _, me, _ in
            let s = try set(me), version = s.table.version
            return .object(Enumerator(s.table.keys) { s.table.version == version })
        }
        t.method("void CopyTo(T[] array)") { _, me, a in try ListType.copy(PSArray(set(me).table.keys), a[0], 0) }
        t.method("void CopyTo(T[] array, int arrayIndex)") { _, me, a in try ListType.copy(PSArray(set(me).table.keys), a[0], a.int(1)) }
        t.method("int RemoveWhere(System.Predicate[T] match)") { m, me, a in
            let s = try set(me)
            var n = 0
            for v in s.table.keys where try m.invoke(delegate: a[0], [v]).isTrue { s.table.remove(v); n += 1 }
            return Value(n)
        }
        t.method("bool TryGetValue(T equalValue, [ref] T actualValue)") { _, me, a in
            let s = try set(me)
            guard s.table.contains(a[0]) else { return .bool(false) }
            (a[1].obj as? Reference)?.variable.value = s.table.keys.first { ObjectType.same($0, a[0]) } ?? a[0]
            return .bool(true)
        }
        algebra(t)
        if sorted { order(t) }
    }
    private static func made(_ m: Machine, _ type: Value, _ comparer: Value?, _ sorted: Bool) -> SetValue {
        let t = type.obj as? TypeRef ?? .object
        let table = Table(type: .hashtable, rule: comparer.map(DictionaryType.rule) ?? .exact)
        if sorted { DictionaryType.sort(table, m, comparer) }
        return SetValue(t, table: table)
    }
    private static func filled(_ m: Machine, _ type: Value, _ items: Value, _ comparer: Value?, _ sorted: Bool) throws -> Value {
        if items.isNull { throw NetException.null("collection") }
        let s = made(m, type, comparer, sorted)
        for v in try m.elements(of: items) where !s.table.contains(v) { s.table.set(v, .null) }
        return .object(s)
    }

    private static func algebra(_ t: TypeBuilder) {
        let other = "System.Collections.Generic.IEnumerable[T] other"
        func keys(_ m: Machine, _ s: SetValue, _ v: Value) throws -> Table {
            if v.isNull { throw NetException.null("other") }
            let t = Table(rule: s.table.rule)
            for x in try m.elements(of: v) { t.set(x, .null) }
            return t
        }
        t.method("void UnionWith(\(other))") { m, me, a in
            let s = try set(me)
            for v in try keys(m, s, a[0]).keys where !s.table.contains(v) { s.table.set(v, .null) }
            return .void
        }
        t.method("void IntersectWith(\(other))") { m, me, a in
            let s = try set(me), o = try keys(m, s, a[0])
            for v in s.table.keys where !o.contains(v) { s.table.remove(v) }
            return .void
        }
        t.method("void ExceptWith(\(other))") { m, me, a in
            let s = try set(me)
            for v in try keys(m, s, a[0]).keys { s.table.remove(v) }
            return .void
        }
        t.method("void SymmetricExceptWith(\(other))") { m, me, a in
            let s = try set(me)
            for v in try keys(m, s, a[0]).keys { if !s.table.remove(v) { s.table.set(v, .null) } }
            return .void
        }
        t.method("bool IsSubsetOf(\(other))") { m, me, a in let s = try set(me), o = try keys(m, s, a[0]); return .bool(s.table.keys.allSatisfy { o.contains($0) }) }
        t.method("bool IsProperSubsetOf(\(other))") { m, me, a in
            let s = try set(me), o = try keys(m, s, a[0])
            return .bool(o.count > s.table.count && s.table.keys.allSatisfy { o.contains($0) })
        }
        t.method("bool IsSupersetOf(\(other))") { m, me, a in let s = try set(me); return .bool(try keys(m, s, a[0]).keys.allSatisfy { s.table.contains($0) }) }
        t.method("bool IsProperSupersetOf(\(other))") { m, me, a in
            let s = try set(me), o = try keys(m, s, a[0])
            return .bool(o.count < s.table.count && o.keys.allSatisfy { s.table.contains($0) })
        }
        t.method("bool Overlaps(\(other))") { m, me, a in let s = try set(me); return .bool(try keys(m, s, a[0]).keys.contains { s.table.contains($0) }) }
        t.method("bool SetEquals(\(other))") { m, me, a in
            let s = try set(me), o = try keys(m, s, a[0])
            return .bool(o.count == s.table.count && o.keys.allSatisfy { s.table.contains($0) })
        }
    }
    private static func order(_ t: TypeBuilder) {
        t.property("T Min") { _, me in try set(me).table.keys.first ?? .null }
        t.property("T Max") { _, me in try set(me).table.keys.last ?? .null }
        t.method("System.Collections.Generic.IEnumerable[T] Reverse()") { _, me, _ in .object(PSArray(try set(me).table.keys.reversed())) }
        t.method("System.Collections.Generic.SortedSet[T] GetViewBetween(T lowerValue, T upperValue)") { m, me, a in
            let s = try set(me)
            if try Sorting.order(a[0], a[1], m, nil) > 0 { throw NetException.argument("Must be less than or equal to upperValue.", "lowerValue") }
            let view = made(m, .object(s.type), nil, true)
            for v in s.table.keys where try Sorting.order(v, a[0], m, nil) >= 0 && Sorting.order(v, a[1], m, nil) <= 0 { view.table.set(v, .null) }
            return .object(view)
        }
    }
}
