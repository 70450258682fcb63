import NacreRuntime

/// Order for .NET's `Sort` and `BinarySearch`: the values' own, a comparer's or a script block's.
enum Sorting {
    /// Negative, zero or positive.
    static func order(_ a: Value, _ b: Value, _ m: Machine, _ comparer: Value?) throws -> Int {
        if let comparer, !comparer.isNull {
            if let c = comparer.cast(ComparerValue.self) { return try c.order(a, b, m) }
            let r = try comparer.cast(DelegateValue.self) != nil || comparer.cast(ScriptBlock.self) != nil
                ? m.invoke(delegate: comparer, [a, b]) : m.pass([a, b]) { try m.invokeMember(comparer, compareName, $0) }
            return try m.convert(r, to: .int).intValue
        }
        return try own(a.unwrapped, b.unwrapped, m)
    }
    private static let compareName = Name("Compare"), compareTo = Name("CompareTo")

    /// `IComparable`: of one type only.
    static func own(_ a: Value, _ b: Value, _ m: Machine) throws -> Int {
        if a.isNull || b.isNull { return a.isNull ? (b.isNull ? 0 : -1) : 1 }
        if let s = a.str, let t = b.str { return Collate.compare(s, t, ignoringCase: false) }
        if case .object(let x) = a, case .object(let y) = b {
            if let n = x.compare(to: y) { return n }
            if x.kind == .instance { return try m.convert(m.pass([b]) { try m.invokeMember(a, compareTo, $0) }, to: .int).intValue }
            throw NetException.invalid(failed)
        }
        guard a.type === b.type else { throw NetException.invalid(failed) }
        switch (a, b) {
        case (.double(let x), .double(let y)): return x < y ? -1 : x > y ? 1 : x == y ? 0 : x.isNaN ? (y.isNaN ? 0 : -1) : 1
        case (.single(let x), .single(let y)): return x < y ? -1 : x > y ? 1 : 0
        case (.ulong(let x), .ulong(let y)): return x < y ? -1 : x > y ? 1 : 0
        default:
            let x = a.intValue, y = b.intValue
            return x < y ? -1 : x > y ? 1 : 0
        }
    }
    static let failed = "Failed to compare two elements in the array."

    static func sorted<T>(_ items: [T], _ m: Machine, _ comparer: Value?, by key: (T) -> Value) throws -> [T] {
        try items.sorted { try order(key($0), key($1), m, comparer) < 0 }
    }

    /// The place of a value in sorted ones, or the complement of where it would go.
    static func search(_ s: Seq, _ v: Value, _ m: Machine, _ comparer: Value?) throws -> Int {
        var low = 0, high = s.count - 1
        while low <= high {
            let mid = (low + high) / 2
            let c = try order(s[mid], v, m, comparer)
            if c == 0 { return mid }
            if c < 0 { low = mid + 1 } else { high = mid - 1 }
        }
        return ~low
    }
}

extension MultiArray {
    func copy() -> MultiArray {
        let g = MultiArray(type, sizes: sizes, repeating: .null)
        for (i, v) in elements.enumerated() { g[i] = v }
        return g
    }
}
