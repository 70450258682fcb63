import NacreRuntime

/// `Sort-Object`: keys are read once for each object; the sort is stable.
final class SortObjectCommand: Cmdlet {
    private var expressions: [PropertyExpression] = []
    private var descending: [Bool] = []
    private var objects: [Value] = []
    private var inputIndex = 0

    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        expressions = try propertyExpressions("Property", keys: ["expression", "ascending", "descending"])
        let all = flag("Descending")
        descending = expressions.map { e in
            if let d = e.settings["descending"] { return d.isTrue }
            if let a = e.settings["ascending"] { return !a.isTrue }
            return all
        }
    }
    override func process() throws {
        guard let v = arg(at: inputIndex), !v.isNull else { return }
        objects.append(v)
    }

    override func end() throws {
        let ignoreCase = !flag("CaseSensitive")
        var keys = [SortKeys]()
        var named = expressions
        expandPatterns(&named)
        if named.isEmpty {
            if let first = objects.first, let names = defaultKeys(first) { named = names.map { PropertyExpression(Str($0)) }; descending = named.map { _ in flag("Descending") } }
        }
        let values: (Value, PropertyExpression) -> Value = { [m] v, e in e.value(of: v, m!) }
        if named.isEmpty {
            keys = [SortKeys(objects, descending: flag("Descending"))]
        } else {
            for (i, e) in named.enumerated() { keys.append(SortKeys(objects.map { values($0, e) }, descending: descending[i])) }
        }
        var order = StableSort.order(count: objects.count, keys, m, ignoreCase: ignoreCase)
        if flag("Unique") {
            var kept: [Int32] = []
            for i in order { if let l = kept.last, keys.allSatisfy({ $0.compare(Int(l), Int(i), m, ignoreCase) == 0 }) { continue }; kept.append(i) }
            order = kept
        }
        if let top = int("Top") { order = Array(order.prefix(top)) }
        if let bottom = int("Bottom") { order = Array(order.suffix(bottom)) }
        for i in order { try write(objects[Int(i)]) }
    }
    /// The type data's key properties, for objects that have no order of their own.
    private func defaultKeys(_ v: Value) -> [String]? {
        for d in session.typeData.chain(of: v) { if let k = d.defaultKeyPropertySet { return k } }
        return nil
    }
    private func expandPatterns(_ list: inout [PropertyExpression]) {
        guard let v = objects.first, list.contains(where: { if case .pattern = $0.source { true } else { false } }) else { return }
        var out: [PropertyExpression] = [], flags: [Bool] = []
        for (i, e) in list.enumerated() {
            guard case .pattern(let p) = e.source else { out.append(e); flags.append(descending[i]); continue }
            for x in m.properties(of: v) where p.matches(x.name) { out.append(PropertyExpression(x.name)); flags.append(descending[i]) }
        }
        list = out
        descending = flags
    }
}

/// One key of all objects; a column of plain integers where all are.
struct SortKeys {
    let values: [Value]
    let numbers: [Int32]
    let sign: Int
    init(_ values: [Value], descending: Bool) {
        sign = descending ? -1 : 1
        var n: [Int32] = []
        n.reserveCapacity(values.count)
        for v in values {
            guard case .int(let i) = v else { n = []; break }
            n.append(i)
        }
        if n.count == values.count { numbers = n; self.values = [] } else { numbers = []; self.values = values.map(\.unwrapped) }
    }
    @inline(__always) func compare(_ a: Int, _ b: Int, _ m: Machine, _ ignoreCase: Bool) -> Int {
        if !numbers.isEmpty { let x = numbers[a], y = numbers[b]; return x < y ? -sign : x == y ? 0 : sign }
        return sign * SortKeys.order(values[a], values[b], m, ignoreCase)
    }
    /// Missing properties come last in ascending order, `$null` first.
    private static func order(_ a: Value, _ b: Value, _ m: Machine, _ ignoreCase: Bool) -> Int {
        if a.isVoid || b.isVoid { return a.isVoid == b.isVoid ? 0 : a.isVoid ? -1 : 1 }
        return m.compareForSort(a, b, ignoreCase: ignoreCase)
    }
}

enum StableSort {
    /// The indices in order.
    static func order(count: Int, _ keys: [SortKeys], _ m: Machine, ignoreCase: Bool) -> [Int32] {
        var order = [Int32](0..<Int32(count))
        if keys.count == 1, !keys[0].numbers.isEmpty {
            let n = keys[0].numbers
            // A number and its place in one integer: sorted without comparing twice.
            let down = keys[0].sign < 0
            var packed = n.indices.map { Int64(down ? ~n[$0] : n[$0]) << 32 | Int64($0) }
            packed.sort()
            return packed.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
        }
        if keys.count > 1, keys.allSatisfy({ !$0.numbers.isEmpty }) {
            let a = keys[0].numbers, down = keys[0].sign < 0
            var packed = a.indices.map { Int64(down ? ~a[$0] : a[$0]) << 32 | Int64($0) }
            let rest = Array(keys[1...])
            packed.sort { x, y in
                if x >> 32 != y >> 32 { return x < y }
                let i = Int(x & 0xFFFF_FFFF), j = Int(y & 0xFFFF_FFFF)
                for k in rest { let p = k.numbers[i], q = k.numbers[j]; if p != q { return (p < q) == (k.sign > 0) } }
                return i < j
            }
            return packed.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
        }
        merge(&order) { a, b in
            for k in keys { let c = k.compare(Int(a), Int(b), m, ignoreCase); if c != 0 { return c } }
            return 0
        }
        return order
    }
    /// Up to 16 objects in the steps that .NET takes, which shows where values of several types have no consistent order.
    private static func few(_ a: inout [Int32], _ compare: (Int32, Int32) -> Int) {
        func order(_ x: Int32, _ y: Int32) -> Int { let c = compare(x, y); return c != 0 ? c : x < y ? -1 : x == y ? 0 : 1 }
        func swapIfGreater(_ i: Int, _ j: Int) { if order(a[i], a[j]) > 0 { a.swapAt(i, j) } }
        switch a.count {
        case 2: swapIfGreater(0, 1)
        case 3:
            swapIfGreater(0, 1)
            swapIfGreater(0, 2)
            swapIfGreater(1, 2)
        default:
            for i in 1..<a.count {
                let t = a[i]
                var j = i - 1
                while j >= 0, order(t, a[j]) < 0 { a[j + 1] = a[j]; j -= 1 }
                a[j + 1] = t
            }
        }
    }
    /// Bottom-up merge sort: stable, and safe with an order that contradicts itself.
    private static func merge(_ a: inout [Int32], _ compare: (Int32, Int32) -> Int) {
        let n = a.count
        guard n > 1 else { return }
        if n <= 16 { return few(&a, compare) }
        var from = a, to = a, width = 1
        while width < n {
            var start = 0
            while start < n {
                let mid = min(start + width, n), end = min(start + 2 * width, n)
                var i = start, j = mid, k = start
                while i < mid, j < end {
                    if compare(from[i], from[j]) > 0 { to[k] = from[j]; j += 1 } else { to[k] = from[i]; i += 1 }
                    k += 1
                }
                while i < mid { to[k] = from[i]; i += 1; k += 1 }
                while j < end { to[k] = from[j]; j += 1; k += 1 }
                start = end
            }
            swap(&from, &to)
            width *= 2
        }
        a = from
    }
}
