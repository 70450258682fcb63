/// Comparison of strings by culture en-US, as operators, sorting and `String.Compare` have it: punctuation before digits before
/// letters, `a` before `A` before `b`. ASCII is decided here by a table; other text goes to ICU.
public enum Linguistic {
    /// ASCII in the order of the root collation; letters of both cases at one place. Other control characters carry no weight.
    private static let order: StaticString = "\t\n\u{0B}\u{0C}\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789"
    /// By Latin-1 unit: the place in the order, 0 where the table cannot tell.
    private static let weights: UnsafeMutablePointer<UInt8> = {
        let t = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        t.initialize(repeating: 0, count: 256)
        var n: UInt8 = 0
        order.withUTF8Buffer { for u in $0 { n += 1; t[Int(u)] = n } }
        for i in 0..<26 { n += 1; t[97 + i] = n; t[65 + i] = n }
        return t
    }()

    /// Equal by culture.
    public static func equal(_ a: Str, _ b: Str, ignoreCase: Bool) -> Bool {
        if a === b { return true }
        guard !a.isWide, !b.isWide else {
            if a.equalsOrdinal(b) { return true }
            return Collator.shared.map { $0.order(a, b, ignoreCase: ignoreCase) == 0 } ?? (ignoreCase && a.equalsIgnoringCase(b))
        }
        let x = a.latin1, y = b.latin1
        let n = min(x.count, y.count)
        guard let p = x.baseAddress, let q = y.baseAddress else { return order(a, b, ignoreCase: ignoreCase) == 0 }
        if x.count == y.count, memcmp(p, q, n) == 0 { return true }
        var i = 0
        while i < n {
            let c = p[i], d = q[i]
            if c != d, !ignoreCase || Unit.fold(c) != Unit.fold(d) {
                if weights[Int(c)] != 0, weights[Int(d)] != 0 { return false }
                break
            }
            i += 1
        }
        if i == n {
            if x.count == y.count { return true }
            // Text that goes on with anything that has a weight is another text.
            let rest = x.count > n ? x : y
            for j in n..<rest.count where weights[Int(rest[j])] != 0 { return false }
        }
        return Collator.shared.map { $0.order(a, b, ignoreCase: ignoreCase) == 0 } ?? false
    }

    /// -1, 0 or 1 by culture.
    public static func order(_ a: Str, _ b: Str, ignoreCase: Bool) -> Int {
        if a === b { return 0 }
        guard !a.isWide, !b.isWide else { return slow(a, b, ignoreCase) }
        let x = a.latin1, y = b.latin1
        let n = min(x.count, y.count)
        var i = 0, casing = 0
        while i < n {
            let c = x[i], d = y[i]
            if c != d {
                let v = weights[Int(c)], w = weights[Int(d)]
                if v == 0 || w == 0 { return slow(a, b, ignoreCase) }
                if v != w { return v < w ? -1 : 1 }
                // One letter in two cases: small letters come first, where nothing later differs.
                if casing == 0 { casing = c > d ? -1 : 1 }
            }
            i += 1
        }
        if x.count != y.count {
            let rest = x.count > n ? x : y
            for j in n..<rest.count where weights[Int(rest[j])] != 0 { return x.count < y.count ? -1 : 1 }
            return slow(a, b, ignoreCase)
        }
        return ignoreCase ? 0 : casing
    }
    private static func slow(_ a: Str, _ b: Str, _ ignoreCase: Bool) -> Int {
        if let c = Collator.shared { return c.order(a, b, ignoreCase: ignoreCase) }
        let n = min(a.count, b.count)
        for i in 0..<n {
            let u = ignoreCase ? Unit.upper(a[i]) : a[i], v = ignoreCase ? Unit.upper(b[i]) : b[i]
            if u != v { return u < v ? -1 : 1 }
        }
        return a.count == b.count ? 0 : a.count < b.count ? -1 : 1
    }
}
