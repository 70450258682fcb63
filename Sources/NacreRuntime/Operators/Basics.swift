extension Value {
    /// PowerShell's truth: `$null`, 0, '' and empty collections are false; of one element, that element's truth.
    public var isTrue: Bool {
        switch self {
        case .bool(let b): b
        case .null, .void, .undef: false
        case .int(let i): i != 0
        case .long(let i): i != 0
        case .double(let d): d != 0
        case .char(let c): c != 0
        case .byte(let i): i != 0
        case .sbyte(let i): i != 0
        case .short(let i): i != 0
        case .ushort(let i): i != 0
        case .uint(let i): i != 0
        case .ulong(let i): i != 0
        case .single(let f): f != 0
        case .object(let o): Value.isTrue(o)
        }
    }
    private static func isTrue(_ o: Obj) -> Bool {
        switch o.kind {
        case .string: return unsafeDowncast(o, to: Str.self).count > 0
        case .array, .list:
            let s = unsafeDowncast(o, to: Seq.self)
            if s.count == 0 { return false }
            if s.count > 1 { return true }
            // An inner list counts as true whatever is in it.
            if case .object(let i) = s[0], i is Seq { return unsafeDowncast(i, to: Seq.self).count > 0 }
            return s[0].isTrue
        case .wrapped: return unsafeDowncast(o, to: Wrapped.self).base.isTrue
        case .enumeration: return unsafeDowncast(o, to: EnumValue.self).raw != 0
        default: return o.isTrue
        }
    }
}

