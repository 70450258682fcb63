import NacreRuntime

/// `System.Array`: what every array can do, and the static helpers.
enum ArrayType {
    static func declare(_ t: TypeBuilder) {
        t.property("int Count") { _, me in Value(count(me)) }
        t.property("int Length") { _, me in Value(count(me)) }
        t.property("long LongLength") { _, me in .long(Int64(count(me))) }
        t.property("int Rank") { _, me in Value(sizes(me).count) }
        t.property("System.Object SyncRoot") { _, me in me }
        t.property("bool IsReadOnly") { _, _ in .bool(false) }
        t.property("bool IsFixedSize") { _, _ in .bool(true) }
        t.property("bool IsSynchronized") { _, _ in .bool(false) }
        access(t)
        fixed(t)
        ArrayStatics.declare(t)
    }
    static func count(_ me: Value) -> Int { (me.obj as? Seq)?.count ?? (me.obj as? MultiArray)?.elements.count ?? 0 }
    static func sizes(_ me: Value) -> [Int] { (me.obj as? MultiArray)?.sizes ?? [count(me)] }

    private static func access(_ t: TypeBuilder) {
        t.method("int GetLength(int dimension)") { _, me, a in Value(try size(me, a.int(0))) }
        t.method("int GetUpperBound(int dimension)") { _, me, a in Value(try size(me, a.int(0)) - 1) }
        t.method("int GetLowerBound(int dimension)") { _, me, a in _ = try size(me, a.int(0)); return .int(0) }
        t.method("System.Object GetValue(int index)") { _, me, a in try value(me, [a.int(0)]) }
        t.method("System.Object GetValue(int index1, int index2)") { _, me, a in try value(me, [a.int(0), a.int(1)]) }
        t.method("System.Object GetValue(Params int[] indices)") { m, me, a in try value(me, m.elements(of: a[0]).map(\.intValue)) }
        t.method("void SetValue(System.Object value, int index)") { m, me, a in try set(m, me, [a.int(1)], a[0]) }
        t.method("void SetValue(System.Object value, int index1, int index2)") { m, me, a in try set(m, me, [a.int(1), a.int(2)], a[0]) }
        t.method("System.Object Clone()") { _, me, _ in
            if let g = me.obj as? MultiArray { return .object(g.copy()) }
            guard let s = me.obj as? PSArray else { return me }
            return .object(PSArray(UnsafeBufferPointer(s.elements), of: s.element))
        }
        t.method("void CopyTo(array array, int index)") { _, me, a in
            guard let from = me.obj as? Seq else { return .void }
            guard let to = a[0].unwrapped.obj as? Seq else { throw NetException.null("dest") }
            let at = a.int(1)
            if at < 0 { throw NetException.range("Non-negative number required.", "index") }
            guard at + from.count <= to.count else { throw NetException.argument("Destination array was not long enough. Check the destination index, length, and the array's lower bounds.", "destinationArray") }
            for i in 0..<from.count { to[at + i] = from[i] }
            return .void
        }
        t.method("System.Collections.IEnumerator GetEnumerator()") { m, me, _ in .object(Enumerator(try m.elements(of: me))) }
        t.method("void Initialize()") { _, _, _ in .void }
    }
    private static func size(_ me: Value, _ dimension: Int) throws -> Int {
        let all = sizes(me)
        guard dimension >= 0, dimension < all.count else { throw NetException(.indexOutOfRangeException, "Index was outside the bounds of the array.") }
        return all[dimension]
    }
    private static func place(_ me: Value, _ at: [Int]) throws -> Int {
        let all = sizes(me)
        guard at.count == all.count else { throw NetException.argument("The indices length does not match the array rank.") }
        var n = 0
        for (i, size) in zip(at, all) {
            guard i >= 0, i < size else { throw NetException(.indexOutOfRangeException, "Index was outside the bounds of the array.") }
            n = n * size + i
        }
        return n
    }
    private static func value(_ me: Value, _ at: [Int]) throws -> Value {
        let n = try place(me, at)
        return (me.obj as? MultiArray)?[n] ?? (me.obj as? Seq)?[n] ?? .null
    }
    private static func set(_ m: Machine, _ me: Value, _ at: [Int], _ v: Value) throws -> Value {
        let n = try place(me, at), element = me.type.element ?? .object
        let stored = element === TypeRef.object ? v : try m.convert(v, to: element)
        if let g = me.obj as? MultiArray { g[n] = stored } else { (me.obj as? Seq)?[n] = stored }
        return .void
    }

    /// The members of `IList` that an array has and refuses.
    private static func fixed(_ t: TypeBuilder) {
        func refuse() throws -> Value { throw NetException(.notSupportedException, "Collection was of a fixed size.") }
        t.method("int Add(System.Object value)") { _, _, _ in try refuse() }
        t.method("void Insert(int index, System.Object value)") { _, _, _ in try refuse() }
        t.method("void Remove(System.Object value)") { _, _, _ in try refuse() }
        t.method("void RemoveAt(int index)") { _, _, _ in try refuse() }
        t.method("bool Contains(System.Object value)") { _, me, a in .bool(find(me, a[0]) >= 0) }
        t.method("int IndexOf(System.Object value)") { _, me, a in Value(find(me, a[0])) }
        t.method("void Clear()") { m, me, _ in
            guard let s = me.obj as? Seq else { return .void }
            let empty = m.defaultValue(of: s.element)
            for i in 0..<s.count { s[i] = empty }
            return .void
        }
        t.method("System.Object Get(int )") { _, me, a in try value(me, [a.int(0)]) }
        t.method("void Set(int , System.Object )") { m, me, a in try set(m, me, [a.int(0)], a[1]) }
    }
    static func find(_ me: Value, _ v: Value, from: Int = 0) -> Int {
        guard let s = me.obj as? Seq else { return -1 }
        let wanted = v.unwrapped
        var i = from
        while i < s.count { if ObjectType.same(s[i].unwrapped, wanted) { return i }; i += 1 }
        return -1
    }
}
