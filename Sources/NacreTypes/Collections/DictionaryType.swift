import NacreRuntime

/// `Hashtable`, `OrderedDictionary`, `Dictionary[K,V]` and the sorted ones: all are tables.
enum DictionaryType {
    static func table(_ me: Value) throws -> Table {
        guard let t = me.obj as? Table else { throw NetException.invalid("The object is not a dictionary.") }
        return t
    }
    static func key(_ v: Value) throws -> Value {
        if v.isNull { throw NetException.null("key") }
        return v.unwrapped
    }
    /// A pair as an element of the table.
    static func pair(_ t: Table, _ k: Value, _ v: Value) -> Value {
        guard t.keyType !== TypeRef.object || !t.type.arguments.isEmpty else { return .object(Pair(k, v)) }
        let type = StandardTypes.catalog.generic("System.Collections.Generic.KeyValuePair", [t.keyType, t.valueType]) ?? .dictionaryEntry
        return .object(Pair(k, v, type: type))
    }
    static func enumerator(_ t: Table) -> Value {
        var pairs: [Value] = []
        t.forEachPair { pairs.append(pair(t, $0, $1)); return true }
        let version = t.version
        return .object(Enumerator(pairs) { t.version == version })
    }

    static func declareShared(_ t: TypeBuilder, _ K: String, _ V: String) {
        t.property("int Count") { _, me in Value(try table(me).count) }
        t.property("System.Collections.ICollection Keys") { _, me in .object(TableView(try table(me), .keys)) }
        t.property("System.Collections.ICollection Values") { _, me in .object(TableView(try table(me), .values)) }
        t.method("void Clear()") { _, me, _ in try table(me).removeAll(); return .void }
        t.method("bool ContainsKey(\(K) key)") { _, me, a in .bool(try table(me).contains(key(a[0]))) }
        t.method("bool ContainsValue(\(V) value)") { _, me, a in .bool(try table(me).values.contains { ObjectType.same($0.unwrapped, a[0].unwrapped) }) }
        t.method("System.Collections.IDictionaryEnumerator GetEnumerator()") { _, me, _ in enumerator(try table(me)) }
        t.method("void CopyTo(array array, int arrayIndex)") { _, me, a in
            let t = try table(me)
            guard let d = a.object(0, Seq.self) else { throw NetException.null("array") }
            var i = a.int(1)
            guard i >= 0, i + t.count <= d.count else { throw NetException.argument("Destination array is not long enough to copy all the items in the collection. Check array index and length.") }
            t.forEachPair { d[i] = pair(t, $0, $1); i += 1; return true }
            return .void
        }
        t.method("\(V) get_Item(\(K) key)") { _, me, a in
            let t = try table(me)
            return t.get(try key(a[0])) ?? .null
        }
        t.method("void set_Item(\(K) key, \(V) value)") { _, me, a in try table(me).set(key(a[0]), a[1]); return .void }
    }
    private static func declareOld(_ t: TypeBuilder) {
        t.property("bool IsFixedSize") { _, _ in .bool(false) }
        t.property("bool IsReadOnly") { _, _ in .bool(false) }
        t.property("bool IsSynchronized") { _, _ in .bool(false) }
        t.property("System.Object SyncRoot") { _, me in me }
        t.method("bool Contains(System.Object key)") { _, me, a in .bool(try table(me).contains(key(a[0]))) }
        t.method("void Remove(System.Object key)") { _, me, a in try table(me).remove(key(a[0])); return .void }
    }

    static func declareHashtable(_ t: TypeBuilder) {
        t.constructor("hashtable()") { _, _, _ in .object(Table(rule: .exact)) }
        t.constructor("hashtable(System.Collections.IDictionary d)") { _, _, a in .object(try copy(a[0], type: .hashtable, rule: .exact)) }
        t.constructor("hashtable(System.Collections.IDictionary d, System.Collections.IEqualityComparer equalityComparer)") { _, _, a in
            .object(try copy(a[0], type: .hashtable, rule: rule(a[1])))
        }
        t.constructor("hashtable(System.Collections.IEqualityComparer equalityComparer)") { _, _, a in .object(Table(rule: rule(a[0]))) }
        t.constructor("hashtable(int capacity)") { _, _, _ in .object(Table(rule: .exact)) }
        t.constructor("hashtable(int capacity, System.Collections.IEqualityComparer equalityComparer)") { _, _, a in .object(Table(rule: rule(a[1]))) }
        t.method("void Add(System.Object key, System.Object value)") { m, me, a in try addOld(m, table(me), a[0], a[1]) }
        t.method("System.Object Clone()") { _, me, _ in .object(try table(me).copy()) }
        t.staticMethod("hashtable Synchronized(hashtable table)") { _, _, a in a[0] }
        declareShared(t, "System.Object", "System.Object")
        declareOld(t)
    }
    private static func addOld(_ m: Machine, _ t: Table, _ k: Value, _ v: Value) throws -> Value {
        let k = try key(k)
        if t.contains(k) {
            let known = t.keys.first { $0.isIdentical(to: k) || ($0.str.map { s in k.str.map { s.equalsIgnoringCase($0) } ?? false } ?? false) } ?? k
            throw NetException.argument("Item has already been added. Key in dictionary: '\(m.textOf(known, .current))'  Key being added: '\(m.textOf(k, .current))'")
        }
        t.set(k, v)
        return .void
    }
    static func rule(_ v: Value) -> KeyRule { v.cast(ComparerValue.self)?.keyRule ?? .exact }
    static func copy(_ v: Value, type: TypeRef, rule: KeyRule, isOrdered: Bool = false, keyType: TypeRef = .object, valueType: TypeRef = .object) throws -> Table {
        guard let from = v.cast(Table.self) else { throw NetException.null("d") }
        let t = Table(type: type, rule: rule, isOrdered: isOrdered, keyType: keyType, valueType: valueType, capacity: from.count)
        from.forEachPair { t.set($0, $1); return true }
        return t
    }

    static func declareOrdered(_ t: TypeBuilder) {
        t.constructor("ordered()") { _, _, _ in .object(Table(type: .ordered, rule: .exact, isOrdered: true)) }
        t.constructor("ordered(int capacity)") { _, _, _ in .object(Table(type: .ordered, rule: .exact, isOrdered: true)) }
        t.constructor("ordered(System.Collections.IEqualityComparer comparer)") { _, _, a in .object(Table(type: .ordered, rule: rule(a[0]), isOrdered: true)) }
        t.constructor("ordered(int capacity, System.Collections.IEqualityComparer comparer)") { _, _, a in .object(Table(type: .ordered, rule: rule(a[1]), isOrdered: true)) }
        t.method("void Add(System.Object key, System.Object value)") { m, me, a in
            let t = try table(me), k = try key(a[0])
            if t.contains(k) { throw NetException.argument("Item has already been added. Key in dictionary: '\(m.textOf(k, .current))'  Key being added: '\(m.textOf(k, .current))'") }
            t.set(k, a[1])
            return .void
        }
        t.method("void Insert(int index, System.Object key, System.Object value)") { m, me, a in
            let t = try table(me), i = a.int(0)
            guard i >= 0, i <= t.count else { throw NetException.range("Specified argument was out of the range of valid values.", "index") }
            let k = try key(a[1])
            if t.contains(k) { throw NetException.argument("Item has already been added. Key in dictionary: '\(m.textOf(k, .current))'  Key being added: '\(m.textOf(k, .current))'") }
            t.insert(k, a[2], at: i)
            return .void
        }
        t.method("void RemoveAt(int index)") { _, me, a in
            let t = try table(me), i = a.int(0)
            guard i >= 0, i < t.count else { throw NetException.range("Specified argument was out of the range of valid values.", "index") }
            t.remove(t.pair(at: i).key)
            return .void
        }
        t.method("ordered AsReadOnly()") { _, me, _ in me }
        declareShared(t, "System.Object", "System.Object")
        declareOld(t)
    }

    /// `Dictionary[K,V]`, `SortedDictionary[K,V]` and `SortedList[K,V]`
    static func declareGeneric(_ t: TypeBuilder, sorted: Bool) {
        let name = t.type.name.split(separator: "`").first.map(String.init) ?? t.type.name
        let full = "System.Collections.Generic.\(name)[TKey,TValue]"
        let comparer = sorted ? "System.Collections.Generic.IComparer[TKey]" : "System.Collections.Generic.IEqualityComparer[TKey]"
        t.constructor("\(full)()") { m, type, _ in .object(made(m, type, nil, sorted)) }
        t.constructor("\(full)(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)") { m, type, a in try filled(m, type, a[0], nil, sorted) }
        t.constructor("\(full)(\(comparer) comparer)") { m, type, a in .object(made(m, type, a[0], sorted)) }
        t.constructor("\(full)(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, \(comparer) comparer)") { m, type, a in try filled(m, type, a[0], a[1], sorted) }
        if !sorted {
            t.constructor("\(full)(int capacity)") { m, type, _ in .object(made(m, type, nil, sorted)) }
            t.constructor("\(full)(int capacity, \(comparer) comparer)") { m, type, a in .object(made(m, type, a[1], sorted)) }
        }
        t.property("System.Object Comparer") { _, _ in .object(ComparerValue(.natural)) }
        t.method("void Add(TKey key, TValue value)") { m, me, a in
            let t = try table(me), k = try key(a[0])
            if t.contains(k) { throw NetException.argument("An item with the same key has already been added. Key: \(m.textOf(k, .current))") }
            t.set(k, a[1])
            return .void
        }
        t.method("bool TryAdd(TKey key, TValue value)") { _, me, a in
            let t = try table(me), k = try key(a[0])
            if t.contains(k) { return .bool(false) }
            t.set(k, a[1])
            return .bool(true)
        }
        t.method("bool Remove(TKey key)") { _, me, a in .bool(try table(me).remove(key(a[0]))) }
        t.method("bool Remove(TKey key, [ref] TValue value)") { m, me, a in
            let t = try table(me), k = try key(a[0]), found = t.get(k)
            (a[1].obj as? Reference)?.variable.value = found ?? m.defaultValue(of: t.valueType)
            return .bool(t.remove(k))
        }
        t.method("bool TryGetValue(TKey key, [ref] TValue value)") { m, me, a in
            let t = try table(me), found = t.get(try key(a[0]))
            (a[1].obj as? Reference)?.variable.value = found ?? m.defaultValue(of: t.valueType)
            return .bool(found != nil)
        }
        t.method("void TrimExcess()") { _, _, _ in .void }
        t.method("int EnsureCapacity(int capacity)") { _, _, a in a[0] }
        if t.type.name == "SortedList`2" {
            t.method("int IndexOfKey(TKey key)") { _, me, a in Value(try table(me).keys.firstIndex { ObjectType.same($0, a[0].unwrapped) } ?? -1) }
            t.method("int IndexOfValue(TValue value)") { _, me, a in Value(try table(me).values.firstIndex { ObjectType.same($0, a[0].unwrapped) } ?? -1) }
            t.method("void RemoveAt(int index)") { _, me, a in try removeAt(table(me), a.int(0)) }
            t.method("TKey GetKeyAtIndex(int index)") { _, me, a in try pair(table(me), a.int(0)).key }
            t.method("TValue GetValueAtIndex(int index)") { _, me, a in try pair(table(me), a.int(0)).value }
        }
        declareShared(t, "TKey", "TValue")
    }
    private static func made(_ m: Machine, _ type: Value, _ comparer: Value?, _ sorted: Bool) -> Table {
        let t = type.obj as? TypeRef ?? .hashtable
        let table = Table(type: t, rule: comparer.map(rule) ?? .exact, keyType: t.arguments.first ?? .object, valueType: t.arguments.last ?? .object)
        if sorted { sort(table, m, comparer) }
        return table
    }
    static func sort(_ table: Table, _ m: Machine, _ comparer: Value?) {
        table.sorting = { [unowned m] a, b in ((try? Sorting.order(a, b, m, comparer)) ?? 0) < 0 }
    }
    private static func filled(_ m: Machine, _ type: Value, _ from: Value, _ comparer: Value?, _ sorted: Bool) throws -> Value {
        let t = made(m, type, comparer, sorted)
        guard let source = from.cast(Table.self) else { throw NetException.null("dictionary") }
        try source.forEachPair { t.set(try m.convert($0, to: t.keyType), try m.convert($1, to: t.valueType)); return true }
        return .object(t)
    }
    private static func pair(_ t: Table, _ i: Int) throws -> (key: Value, value: Value) {
        guard i >= 0, i < t.count else { throw NetException.range(ListType.indexText, "index") }
        return t.pair(at: i)
    }
    private static func removeAt(_ t: Table, _ i: Int) throws -> Value { t.remove(try pair(t, i).key); return .void }

    /// `System.Collections.SortedList`
    static func declareSortedList(_ t: TypeBuilder) {
        t.constructor("System.Collections.SortedList()") { m, type, _ in .object(made(m, type, nil, true)) }
        t.constructor("System.Collections.SortedList(System.Collections.IDictionary d)") { m, type, a in try filled(m, type, a[0], nil, true) }
        t.constructor("System.Collections.SortedList(System.Collections.IComparer comparer)") { m, type, a in .object(made(m, type, a[0], true)) }
        t.method("void Add(System.Object key, System.Object value)") { m, me, a in try addOld(m, table(me), a[0], a[1]) }
        t.method("System.Object GetByIndex(int index)") { _, me, a in try pair(table(me), a.int(0)).value }
        t.method("System.Object GetKey(int index)") { _, me, a in try pair(table(me), a.int(0)).key }
        t.method("System.Collections.IList GetKeyList()") { _, me, _ in .object(PSArray(try table(me).keys)) }
        t.method("System.Collections.IList GetValueList()") { _, me, _ in .object(PSArray(try table(me).values)) }
        t.method("int IndexOfKey(System.Object key)") { _, me, a in Value(try table(me).keys.firstIndex { ObjectType.same($0, a[0].unwrapped) } ?? -1) }
        t.method("int IndexOfValue(System.Object value)") { _, me, a in Value(try table(me).values.firstIndex { ObjectType.same($0, a[0].unwrapped) } ?? -1) }
        t.method("void RemoveAt(int index)") { _, me, a in try removeAt(table(me), a.int(0)) }
        t.method("void SetByIndex(int index, System.Object value)") { _, me, a in
            let t = try table(me)
            t.set(try pair(t, a.int(0)).key, a[1])
            return .void
        }
        t.method("System.Object Clone()") { _, me, _ in .object(try table(me).copy()) }
        declareShared(t, "System.Object", "System.Object")
        declareOld(t)
    }
}

/// `Keys` and `Values` of a table: they show what it holds now.
public final class TableView: Native {
    enum Part { case keys, values }
    let table: Table
    let part: Part
    public override var stamp: Int { table.version }
    init(_ table: Table, _ part: Part) {
        self.table = table
        self.part = part
        super.init(part == .keys ? TableView.keyType : TableView.valueType)
    }
    private static func make(_ name: String) -> TypeRef {
        let t = TypeRef(name, namespace: "System.Collections.Hashtable", base: .object)
        t.interfaces = [.collection, .enumerable]
        t.declare(in: StandardTypes.catalog, declare)
        return t
    }
    static let keyType = make("KeyCollection"), valueType = make("ValueCollection")
    var items: [Value] { part == .keys ? table.keys : table.values }
    public override var isEnumerable: Bool { true }
    public override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        let version = table.version
        for v in items {
            if table.version != version { throw PSError.raw(.invalidOperationException, Enumerator.modified) }
            try body(v)
        }
        if table.version != version { throw PSError.raw(.invalidOperationException, Enumerator.modified) }
        return true
    }
    private static func declare(_ t: TypeBuilder) {
        func items(_ me: Value) -> [Value] { (me.obj as? TableView)?.items ?? [] }
        t.property("int Count") { _, me in Value(items(me).count) }
        t.property("bool IsSynchronized") { _, _ in .bool(false) }
        t.property("System.Object SyncRoot") { _, me in me }
        t.method("bool Contains(System.Object item)") { _, me, a in .bool(items(me).contains { ObjectType.same($0.unwrapped, a[0].unwrapped) }) }
        t.method("System.Collections.IEnumerator GetEnumerator()") { _, me, _ in
            guard let view = me.obj as? TableView else { return .null }
            let version = view.table.version
            return .object(Enumerator(view.items) { view.table.version == version })
        }
        t.method("void CopyTo(array array, int arrayIndex)") { _, me, a in try ListType.copy(PSArray(items(me)), a[0], a.int(1)) }
    }
}
