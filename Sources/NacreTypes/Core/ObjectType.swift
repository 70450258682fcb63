import NacreRuntime

/// `System.Object`: what every value can do.
enum ObjectType {
    static func declare(_ t: TypeBuilder) {
        t.constructor("System.Object()") { _, _, _ in .object(PlainObject()) }
        t.method("bool Equals(System.Object obj)") { _, me, a in .bool(same(me, a[0].unwrapped)) }
        t.method("int GetHashCode()") { _, me, _ in .int(Int32(truncatingIfNeeded: hash(me))) }
        t.method("type GetType()") { _, me, _ in .object(me.type) }
        t.method("string ToString()") { m, me, _ in Value(m.textOf(me, .current)) }
        t.staticMethod("bool Equals(System.Object objA, System.Object objB)") { _, _, a in .bool(same(a[0].unwrapped, a[1].unwrapped)) }
        t.staticMethod("bool ReferenceEquals(System.Object objA, System.Object objB)") { _, _, a in
            if case .object(let x) = a[0].unwrapped, case .object(let y) = a[1].unwrapped { return .bool(x === y) }
            return .bool(a[0].isNull && a[1].isNull)
        }
    }
    /// .NET's `Equals`: the same type and value, or the same object.
    static func same(_ a: Value, _ b: Value) -> Bool {
        if case .object(let x) = a, case .object(let y) = b { return x === y || x.isEqual(to: y) }
        if a.isNull || b.isNull { return a.isNull && b.isNull }
        return a.isIdentical(to: b) || bothNaN(a, b)
    }
    private static func bothNaN(_ a: Value, _ b: Value) -> Bool {
        if case .double(let x) = a, case .double(let y) = b { return x.isNaN && y.isNaN }
        return false
    }
    static func hash(_ v: Value) -> Int {
        switch v {
        case .object(let o): return o.hash
        case .double(let d): return d == d.rounded() && abs(d) < 1e9 ? Int(d) : d.bitPattern.hashValue
        case .char(let c): return Int(c) | Int(c) << 16
        case .long(let l): return Int(Int32(truncatingIfNeeded: l) ^ Int32(truncatingIfNeeded: l >> 32))
        default: return v.intValue
        }
    }
}

/// `[object]::new()`: nothing but itself.
final class PlainObject: Native {
    init() { super.init(.object) }
    override func text(_ culture: Culture) -> String? { "System.Object" }
}
