import NacreRuntime

/// `List[T]`, `ArrayList` and `Collection[T]`: what growing lists share.
enum ListType {
    static let indexText = "Index was out of range. Must be non-negative and less than the size of the collection."
    static func list(_ me: Value) throws -> PSList {
        guard let l = me.obj as? PSList else { throw NetException.invalid("The object is not a list.") }
        return l
    }

    /// Members of both kinds. `T` is what the list holds: the argument of a generic list, Object of an ArrayList.
    static func declareShared(_ t: TypeBuilder, _ T: String) {
        t.property("int Count") { _, me in Value(try list(me).count) }
        t.property("int Capacity", get: { _, me in Value(try list(me).room) }, set: { _, me, v in try list(me).reserve(v.intValue) })
        t.method("void Clear()") { _, me, _ in try list(me).removeAll(); return .void }
        t.method("bool Contains(\(T) item)") { _, me, a in .bool(ArrayType.find(me, a[0]) >= 0) }
        t.method("int IndexOf(\(T) item)") { _, me, a in Value(ArrayType.find(me, a[0])) }
        t.method("int IndexOf(\(T) item, int startIndex)") { _, me, a in Value(ArrayType.find(me, a[0], from: max(0, a.int(1)))) }
        t.method("int LastIndexOf(\(T) item)") { _, me, a in Value(try list(me).elements.lastIndex { ObjectType.same($0.unwrapped, a[0].unwrapped) } ?? -1) }
        t.method("void Insert(int index, \(T) item)") { _, me, a in
            let l = try list(me), i = a.int(0)
            guard i >= 0, i <= l.count else { throw NetException.range("Index must be within the bounds of the List.", "index") }
            l.insert(a[1], at: i)
            return .void
        }
        t.method("void RemoveAt(int index)") { _, me, a in
            let l = try list(me), i = a.int(0)
            guard i >= 0, i < l.count else { throw NetException.range(indexText, "index") }
            l.remove(at: i)
            return .void
        }
        t.method("void RemoveRange(int index, int count)") { _, me, a in
            let l = try list(me)
            try check(l, a.int(0), a.int(1))
            l.remove(at: a.int(0), count: a.int(1))
            return .void
        }
        t.method("void Reverse()") { _, me, _ in let l = try list(me); l.replace(with: l.elements.reversed()); return .void }
        t.method("void Reverse(int index, int count)") { _, me, a in
            let l = try list(me), i = a.int(0), n = a.int(1)
            try check(l, i, n)
            var all = Array(l.elements)
            all.replaceSubrange(i..<i + n, with: all[i..<i + n].reversed())
            l.replace(with: all)
            return .void
        }
        t.method("void CopyTo(\(T)[] array)") { _, me, a in try copy(try list(me), a[0], 0) }
        t.method("void CopyTo(array array, int arrayIndex)") { _, me, a in try copy(try list(me), a[0], a.int(1)) }
        t.method("System.Collections.IEnumerator GetEnumerator()") { _, me, _ in
            let l = try list(me), version = l.version
            return .object(Enumerator(Array(l.elements)) { l.version == version })
        }
        t.method("\(T) get_Item(int index)") { _, me, a in
            let l = try list(me), i = a.int(0)
            guard i >= 0, i < l.count else { throw NetException.range(indexText, "index") }
            return l[i]
        }
        t.method("void set_Item(int index, \(T) value)") { _, me, a in
            let l = try list(me), i = a.int(0)
            guard i >= 0, i < l.count else { throw NetException.range(indexText, "index") }
            l[i] = a[1]
            return .void
        }
        t.method("void TrimExcess()") { _, _, _ in .void }
    }
    static func check(_ l: PSList, _ i: Int, _ n: Int) throws {
        if i < 0 { throw NetException.range("Non-negative number required.", "index") }
        if n < 0 { throw NetException.range("Non-negative number required.", "count") }
        if i + n > l.count { throw NetException.argument("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.") }
    }
    static func copy(_ l: Seq, _ to: Value, _ at: Int) throws -> Value {
        guard let d = to.cast(Seq.self) else { throw NetException.null("dest") }
        guard at >= 0, at + l.count <= d.count else { throw NetException.argument("Destination array was not long enough. Check the destination index, length, and the array's lower bounds.", "destinationArray") }
        for i in 0..<l.count { d[at + i] = l[i] }
        return .void
    }
    static func sort(_ l: PSList, _ m: Machine, _ comparer: Value?) throws -> Value {
        l.replace(with: try Sorting.sorted(Array(l.elements), m, comparer, by: { $0 }))
        return .void
    }

    /// `List[T]`
    static func declareGeneric(_ t: TypeBuilder) {
        t.constructor("System.Collections.Generic.List[T]()") { _, type, _ in made(type, []) }
        t.constructor("System.Collections.Generic.List[T](int capacity)") { _, type, a in
            if a.int(0) < 0 { throw NetException.negative("capacity", a.int(0)) }
            return made(type, [])
        }
        t.constructor("System.Collections.Generic.List[T](System.Collections.Generic.IEnumerable[T] collection)") { m, type, a in
            if a.isNull(0) { throw NetException.null("collection") }
            return made(type, try m.elements(of: a[0]))
        }
        t.method("void Add(T item)") { _, me, a in try list(me).append(a[0]); return .void }
        t.method("bool Remove(T item)") { _, me, a in
            let i = ArrayType.find(me, a[0])
            if i >= 0 { try list(me).remove(at: i) }
            return .bool(i >= 0)
        }
        t.method("void AddRange(System.Collections.Generic.IEnumerable[T] collection)") { m, me, a in
            if a.isNull(0) { throw NetException.null("collection") }
            let l = try list(me)
            for v in try m.elements(of: a[0]) { l.append(v) }
            return .void
        }
        t.method("void InsertRange(int index, System.Collections.Generic.IEnumerable[T] collection)") { m, me, a in
            let l = try list(me), i = a.int(0)
            guard i >= 0, i <= l.count else { throw NetException.range(indexText, "index") }
            for (k, v) in try m.elements(of: a[1]).enumerated() { l.insert(v, at: i + k) }
            return .void
        }
        t.method("System.Collections.Generic.List[T] GetRange(int index, int count)") { _, me, a in
            let l = try list(me)
            try check(l, a.int(0), a.int(1))
            return .object(PSList(Array(l.elements[a.int(0)..<a.int(0) + a.int(1)]), type: l.type, element: l.element))
        }
        t.method("T[] ToArray()") { _, me, _ in let l = try list(me); return .object(PSArray(UnsafeBufferPointer(l.elements), of: l.element)) }
        t.method("void Sort()") { m, me, _ in try sort(list(me), m, nil) }
        t.method("void Sort(System.Collections.Generic.IComparer[T] comparer)") { m, me, a in try sort(list(me), m, a[0]) }
        t.method("void Sort(System.Comparison[T] comparison)") { m, me, a in try sort(list(me), m, a[0]) }
        t.method("int BinarySearch(T item)") { m, me, a in Value(try Sorting.search(list(me), a[0], m, nil)) }
        declareShared(t, "T")
        ListQueries.declare(t)
    }
    private static func made(_ type: Value, _ values: [Value]) -> Value {
        guard let t = type.obj as? TypeRef else { return .null }
        return .object(PSList(values, type: t, element: t.arguments.first ?? .object))
    }

    /// `ArrayList`
    static func declareArrayList(_ t: TypeBuilder) {
        t.constructor("System.Collections.ArrayList()") { _, _, _ in arrayList([]) }
        t.constructor("System.Collections.ArrayList(System.Collections.ICollection c)") { m, _, a in
            if a.isNull(0) { throw NetException.null("c") }
            return arrayList(try m.elements(of: a[0]))
        }
        t.constructor("System.Collections.ArrayList(int capacity)") { _, _, a in
            if a.int(0) < 0 { throw NetException.negative("capacity", a.int(0)) }
            return arrayList([])
        }
        t.method("int Add(System.Object value)") { _, me, a in
            let l = try list(me)
            l.append(a[0])
            return Value(l.count - 1)
        }
        t.method("void Remove(System.Object obj)") { _, me, a in
            let i = ArrayType.find(me, a[0])
            if i >= 0 { try list(me).remove(at: i) }
            return .void
        }
        t.method("void AddRange(System.Collections.ICollection c)") { m, me, a in
            let l = try list(me)
            for v in try m.elements(of: a[0]) { l.append(v) }
            return .void
        }
        t.method("void InsertRange(int index, System.Collections.ICollection c)") { m, me, a in
            let l = try list(me), i = a.int(0)
            guard i >= 0, i <= l.count else { throw NetException.range(indexText, "index") }
            for (k, v) in try m.elements(of: a[1]).enumerated() { l.insert(v, at: i + k) }
            return .void
        }
        t.method("System.Collections.ArrayList GetRange(int index, int count)") { _, me, a in
            let l = try list(me)
            try check(l, a.int(0), a.int(1))
            return arrayList(Array(l.elements[a.int(0)..<a.int(0) + a.int(1)]))
        }
        t.method("System.Object[] ToArray()") { _, me, _ in .object(PSArray(UnsafeBufferPointer(try list(me).elements))) }
        t.method("array ToArray(type type)") { m, me, a in
            let e = a.object(0, TypeRef.self) ?? .object
            return .object(PSArray(try list(me).elements.map { try m.convert($0, to: e) }, of: e))
        }
        t.method("void Sort()") { m, me, _ in try sort(list(me), m, nil) }
        t.method("void Sort(System.Collections.IComparer comparer)") { m, me, a in try sort(list(me), m, a[0]) }
        t.method("int BinarySearch(System.Object value)") { m, me, a in Value(try Sorting.search(list(me), a[0], m, nil)) }
        t.method("System.Object Clone()") { _, me, _ in arrayList(Array(try list(me).elements)) }
        t.property("bool IsFixedSize") { _, _ in .bool(false) }
        t.property("bool IsReadOnly") { _, _ in .bool(false) }
        t.property("bool IsSynchronized") { _, _ in .bool(false) }
        t.property("System.Object SyncRoot") { _, me in me }
        declareShared(t, "System.Object")
    }
    private static func arrayList(_ values: [Value]) -> Value { .object(PSList(values, type: .arrayList, element: .object)) }

    /// `Collection[T]`, which has less.
    static func declareCollection(_ t: TypeBuilder) {
        t.constructor("System.Collections.ObjectModel.Collection[T]()") { _, type, _ in made(type, []) }
        t.constructor("System.Collections.ObjectModel.Collection[T](System.Collections.Generic.IList[T] list)") { m, type, a in made(type, try m.elements(of: a[0])) }
        t.method("void Add(T item)") { _, me, a in try list(me).append(a[0]); return .void }
        t.method("bool Remove(T item)") { _, me, a in
            let i = ArrayType.find(me, a[0])
            if i >= 0 { try list(me).remove(at: i) }
            return .bool(i >= 0)
        }
        declareShared(t, "T")
    }
}
