import NacreRuntime

/// `System.Linq.Enumerable`: what scripts call of it, on whole sequences.
enum LinqType {
    static func declare(_ t: TypeBuilder) {
        let source = "System.Collections.IEnumerable source"
        func element(_ v: Value) -> TypeRef { (v.unwrapped.obj as? Seq)?.element ?? v.unwrapped.type.arguments.first ?? .object }
        func array(_ a: Args, _ values: [Value]) -> Value { .object(PSArray(values, of: element(a[0]))) }
        t.staticMethod("int Count(\(source))") { m, _, a in Value(try m.elements(of: a[0]).count) }
        t.staticMethod("bool Any(\(source))") { m, _, a in .bool(try !m.elements(of: a[0]).isEmpty) }
        t.staticMethod("bool Any(\(source), System.Func[object,bool] predicate)") { m, _, a in .bool(try m.elements(of: a[0]).contains { try m.invoke(delegate: a[1], [$0]).isTrue }) }
        t.staticMethod("bool All(\(source), System.Func[object,bool] predicate)") { m, _, a in .bool(try m.elements(of: a[0]).allSatisfy { try m.invoke(delegate: a[1], [$0]).isTrue }) }
        t.staticMethod("System.Object Sum(\(source))") { m, _, a in
            let all = try m.elements(of: a[0])
            guard var total = all.first else { return .int(0) }
            for v in all.dropFirst() { total = try m.add(total, v) }
            return total
        }
        t.staticMethod("System.Object Average(\(source))") { m, _, a in
            let all = try m.elements(of: a[0])
            guard !all.isEmpty else { throw NetException.invalid("Sequence contains no elements") }
            return .double(try all.reduce(0) { $0 + (try m.convert($1, to: .double).doubleValue) } / Double(all.count))
        }
        func extreme(_ name: String, _ sign: Int) {
            t.staticMethod("System.Object \(name)(\(source))") { m, _, a in
                let all = try m.elements(of: a[0])
                guard var best = all.first else { throw NetException.invalid("Sequence contains no elements") }
                for v in all.dropFirst() where try Sorting.order(v, best, m, nil) * sign > 0 { best = v }
                return best
            }
        }
        extreme("Max", 1)
        extreme("Min", -1)
        t.staticMethod("int[] Range(int start, int count)") { _, _, a in
            if a.int(1) < 0 || a.int(0) + a.int(1) - 1 > Int32.max { throw NetException.range("Specified argument was out of the range of valid values.", "count") }
            try Limits.checkElements(a.int(1))
            return .object(PSArray((0..<a.int(1)).map { .int(Int32(truncatingIfNeeded: a.int(0) + $0)) }, of: .int))
        }
        t.staticMethod("System.Object[] Repeat(System.Object element, int count)") { _, _, a in
            try Limits.checkElements(a.int(1))
            return .object(PSArray(repeating: a[0], count: max(0, a.int(1))))
        }
        t.staticMethod("System.Object[] Distinct(\(source))") { m, _, a in
            let seen = Table(rule: .exact)
            return array(a, try m.elements(of: a[0]).filter { v in
                if seen.contains(v) { return false }
                seen.set(v, .null)
                return true
            })
        }
        t.staticMethod("System.Object[] Where(\(source), System.Func[object,bool] predicate)") { m, _, a in array(a, try m.elements(of: a[0]).filter { try m.invoke(delegate: a[1], [$0]).isTrue }) }
        t.staticMethod("System.Object[] Select(\(source), System.Func[object,object] selector)") { m, _, a in .object(PSArray(try m.elements(of: a[0]).map { try m.invoke(delegate: a[1], [$0]) })) }
        t.staticMethod("System.Object[] OrderBy(\(source), System.Func[object,object] keySelector)") { m, _, a in
            array(a, try Sorting.sorted(m.elements(of: a[0]).map { ($0, try m.invoke(delegate: a[1], [$0])) }, m, nil) { $0.1 }.map(\.0))
        }
        t.staticMethod("System.Object[] Reverse(\(source))") { m, _, a in array(a, try m.elements(of: a[0]).reversed()) }
        t.staticMethod("System.Object[] Skip(\(source), int count)") { m, _, a in array(a, Array(try m.elements(of: a[0]).dropFirst(max(0, a.int(1))))) }
        t.staticMethod("System.Object[] Take(\(source), int count)") { m, _, a in array(a, Array(try m.elements(of: a[0]).prefix(max(0, a.int(1))))) }
        t.staticMethod("System.Object[] Concat(\(source), System.Collections.IEnumerable second)") { m, _, a in array(a, try m.elements(of: a[0]) + m.elements(of: a[1])) }
        t.staticMethod("System.Object[] Union(\(source), System.Collections.IEnumerable second)") { m, _, a in
            let seen = Table(rule: .exact)
            for v in try m.elements(of: a[0]) + m.elements(of: a[1]) where !seen.contains(v) { seen.set(v, .null) }
            return array(a, seen.keys)
        }
        t.staticMethod("System.Object[] Intersect(\(source), System.Collections.IEnumerable second)") { m, _, a in
            let other = Table(rule: .exact), seen = Table(rule: .exact)
            for v in try m.elements(of: a[1]) { other.set(v, .null) }
            for v in try m.elements(of: a[0]) where other.contains(v) { seen.set(v, .null) }
            return array(a, seen.keys)
        }
        t.staticMethod("System.Object[] Except(\(source), System.Collections.IEnumerable second)") { m, _, a in
            let other = Table(rule: .exact), seen = Table(rule: .exact)
            for v in try m.elements(of: a[1]) { other.set(v, .null) }
            for v in try m.elements(of: a[0]) where !other.contains(v) { seen.set(v, .null) }
            return array(a, seen.keys)
        }
        t.staticMethod("bool SequenceEqual(\(source), System.Collections.IEnumerable second)") { m, _, a in
            let x = try m.elements(of: a[0]), y = try m.elements(of: a[1])
            return .bool(x.count == y.count && zip(x, y).allSatisfy { ObjectType.same($0.unwrapped, $1.unwrapped) })
        }
        t.staticMethod("bool Contains(\(source), System.Object value)") { m, _, a in .bool(try m.elements(of: a[0]).contains { ObjectType.same($0.unwrapped, a[1].unwrapped) }) }
        func edge(_ name: String, _ pick: @escaping ([Value]) -> Value?, orDefault: Bool) {
            t.staticMethod("System.Object \(name)(\(source))") { m, _, a in
                if let v = pick(try m.elements(of: a[0])) { return v }
                if orDefault { return m.defaultValue(of: element(a[0])) }
                throw NetException.invalid("Sequence contains no elements")
            }
        }
        edge("First", { $0.first }, orDefault: false)
        edge("FirstOrDefault", { $0.first }, orDefault: true)
        edge("Last", { $0.last }, orDefault: false)
        edge("LastOrDefault", { $0.last }, orDefault: true)
        t.staticMethod("System.Object[] ToArray(\(source))") { m, _, a in array(a, try m.elements(of: a[0])) }
        t.staticMethod("System.Object ToList(\(source))") { m, _, a in
            let e = element(a[0])
            return .object(PSList(try m.elements(of: a[0]), type: t.catalog.generic("System.Collections.Generic.List", [e]) ?? .arrayList, element: e))
        }
        for n in ["AsEnumerable", "Cast", "OfType"] { t.staticMethod("System.Object \(n)(\(source))") { _, _, a in a[0] } }
    }
}
