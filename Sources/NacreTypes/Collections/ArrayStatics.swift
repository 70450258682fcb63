import NacreRuntime

/// The static methods of `System.Array`.
enum ArrayStatics {
    static func declare(_ t: TypeBuilder) {
        order(t)
        search(t)
        t.staticMethod("void Clear(array array)") { m, _, a in
            guard let s = a.object(0, Seq.self) else { return .void }
            let empty = m.defaultValue(of: s.element)
            for i in 0..<s.count { s[i] = empty }
            return .void
        }
        t.staticMethod("void Clear(array array, int index, int length)") { m, _, a in
            guard let s = a.object(0, Seq.self) else { return .void }
            let i = a.int(1), n = a.int(2), empty = m.defaultValue(of: s.element)
            guard i >= 0, n >= 0, i + n <= s.count else { throw NetException(.indexOutOfRangeException, "Index was outside the bounds of the array.") }
            for k in i..<i + n { s[k] = empty }
            return .void
        }
        t.staticMethod("void Copy(array sourceArray, array destinationArray, int length)") { m, _, a in try copy(m, a[0], 0, a[1], 0, a.int(2)) }
        t.staticMethod("void Copy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)") { m, _, a in
            try copy(m, a[0], a.int(1), a[2], a.int(3), a.int(4))
        }
        t.staticMethod("void Resize([ref] System.Object[] array, int newSize)") { m, _, a in
            guard let r = a[0].obj as? Reference else { return .void }
            let n = a.int(1)
            if n < 0 { throw NetException.range("Non-negative number required.", "newSize") }
            try Limits.checkElements(n)
            let old = r.variable.value.cast(Seq.self), element = old?.element ?? .object
            var values = old.map { Array($0.elements.prefix(n)) } ?? []
            values += Array(repeating: m.defaultValue(of: element), count: n - values.count)
            r.variable.value = .object(PSArray(values, of: element))
            return .void
        }
        t.staticMethod("array CreateInstance(type elementType, int length)") { m, _, a in
            guard let e = a.object(0, TypeRef.self) else { throw NetException.null("elementType") }
            if a.int(1) < 0 { throw NetException.negative("length", a.int(1)) }
            try Limits.checkElements(a.int(1))
            return .object(PSArray(repeating: m.defaultValue(of: e), count: a.int(1), of: e))
        }
        t.staticMethod("System.Object[] Empty()") { _, _, _ in .object(PSArray([])) }
        t.staticMethod("void ForEach(array array, System.Action[object] action)") { m, _, a in
            for v in try m.elements(of: a[0]) { _ = try m.invoke(delegate: a[1], [v]) }
            return .void
        }
        t.staticMethod("void Fill(System.Object[] array, System.Object value)") { m, _, a in
            guard let s = a.object(0, Seq.self) else { return .void }
            let v = s.element === TypeRef.object ? a[1] : try m.convert(a[1], to: s.element)
            for i in 0..<s.count { s[i] = v }
            return .void
        }
    }

    private static func copy(_ m: Machine, _ from: Value, _ i: Int, _ to: Value, _ j: Int, _ n: Int) throws -> Value {
        guard let s = from.cast(Seq.self) else { throw NetException.null("sourceArray") }
        guard let d = to.cast(Seq.self) else { throw NetException.null("destinationArray") }
        if n < 0 { throw NetException.range("Non-negative number required.", "length") }
        guard i >= 0, i + n <= s.count else { throw NetException.argument("Source array was not long enough. Check the source index, length, and the array's lower bounds.", "sourceArray") }
        guard j >= 0, j + n <= d.count else { throw NetException.argument("Destination array was not long enough. Check the destination index, length, and the array's lower bounds.", "destinationArray") }
        let part = (0..<n).map { s[i + $0] }
        for k in 0..<n { d[j + k] = d.element === TypeRef.object ? part[k] : try m.convert(part[k], to: d.element) }
        return .void
    }

    private static func order(_ t: TypeBuilder) {
        t.staticMethod("void Sort(array array)") { m, _, a in try sort(m, a[0], nil) }
        t.staticMethod("void Sort(array array, System.Collections.IComparer comparer)") { m, _, a in try sort(m, a[0], a[1]) }
        t.staticMethod("void Sort(array array, System.Comparison[object] comparison)") { m, _, a in try sort(m, a[0], a[1]) }
        t.staticMethod("void Sort(array keys, array items)") { m, _, a in
            guard let k = a.object(0, Seq.self), let v = a.object(1, Seq.self) else { return .void }
            let pairs = zip(Array(k.elements), Array(v.elements)).map { ($0, $1) }
            let sorted = try Sorting.sorted(pairs, m, nil) { $0.0 }
            for (i, p) in sorted.enumerated() { k[i] = p.0; v[i] = p.1 }
            return .void
        }
        t.staticMethod("void Reverse(array array)") { _, _, a in
            guard let s = a.object(0, Seq.self) else { return .void }
            // A copy first: the elements are seen through a pointer, and change meanwhile.
            for (i, v) in Array(s.elements.reversed()).enumerated() { s[i] = v }
            return .void
        }
        t.staticMethod("void Reverse(array array, int index, int length)") { _, _, a in
            guard let s = a.object(0, Seq.self) else { return .void }
            let i = a.int(1), n = a.int(2)
            guard i >= 0, n >= 0, i + n <= s.count else { throw NetException.argument("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.") }
            let part = Array(s.elements[i..<i + n].reversed())
            for (k, v) in part.enumerated() { s[i + k] = v }
            return .void
        }
    }
    private static func sort(_ m: Machine, _ v: Value, _ comparer: Value?) throws -> Value {
        guard let s = v.cast(Seq.self) else { return .void }
        for (i, x) in try Sorting.sorted(Array(s.elements), m, comparer, by: { $0 }).enumerated() { s[i] = x }
        return .void
    }

    private static func search(_ t: TypeBuilder) {
        t.staticMethod("int IndexOf(array array, System.Object value)") { _, _, a in Value(ArrayType.find(a[0].unwrapped, a[1])) }
        t.staticMethod("int IndexOf(array array, System.Object value, int startIndex)") { _, _, a in Value(ArrayType.find(a[0].unwrapped, a[1], from: max(0, a.int(2)))) }
        t.staticMethod("int LastIndexOf(array array, System.Object value)") { _, _, a in
            guard let s = a.object(0, Seq.self) else { return .int(-1) }
            return Value(s.elements.lastIndex { ObjectType.same($0.unwrapped, a[1].unwrapped) } ?? -1)
        }
        t.staticMethod("int BinarySearch(array array, System.Object value)") { m, _, a in
            guard let s = a.object(0, Seq.self) else { return .int(-1) }
            return Value(try Sorting.search(s, a[1], m, nil))
        }
        t.staticMethod("bool Exists(array array, System.Predicate[object] match)") { m, _, a in
            .bool(try m.elements(of: a[0]).contains { try m.invoke(delegate: a[1], [$0]).isTrue })
        }
        t.staticMethod("bool TrueForAll(array array, System.Predicate[object] match)") { m, _, a in
            .bool(try m.elements(of: a[0]).allSatisfy { try m.invoke(delegate: a[1], [$0]).isTrue })
        }
        t.staticMethod("System.Object Find(array array, System.Predicate[object] match)") { m, _, a in
            let s = a.object(0, Seq.self)
            return try m.elements(of: a[0]).first { try m.invoke(delegate: a[1], [$0]).isTrue } ?? m.defaultValue(of: s?.element ?? .object)
        }
        t.staticMethod("System.Object FindLast(array array, System.Predicate[object] match)") { m, _, a in
            let s = a.object(0, Seq.self)
            return try m.elements(of: a[0]).last { try m.invoke(delegate: a[1], [$0]).isTrue } ?? m.defaultValue(of: s?.element ?? .object)
        }
        t.staticMethod("System.Object[] FindAll(array array, System.Predicate[object] match)") { m, _, a in
            .object(PSArray(try m.elements(of: a[0]).filter { try m.invoke(delegate: a[1], [$0]).isTrue }, of: a.object(0, Seq.self)?.element ?? .object))
        }
        t.staticMethod("int FindIndex(array array, System.Predicate[object] match)") { m, _, a in
            Value(try m.elements(of: a[0]).firstIndex { try m.invoke(delegate: a[1], [$0]).isTrue } ?? -1)
        }
        t.staticMethod("int FindLastIndex(array array, System.Predicate[object] match)") { m, _, a in
            Value(try m.elements(of: a[0]).lastIndex { try m.invoke(delegate: a[1], [$0]).isTrue } ?? -1)
        }
        t.staticMethod("System.Object[] ConvertAll(array array, System.Func[object,object] converter)") { m, _, a in
            .object(PSArray(try m.elements(of: a[0]).map { try m.invoke(delegate: a[1], [$0]) }))
        }
    }
}
