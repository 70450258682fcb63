extension Machine {
    /// The string that `"$v"` and `[string]` give.
    public func str(_ v: Value) -> Str {
        switch v {
        case .object(let o) where o.kind == .string: return unsafeDowncast(o, to: Str.self)
        case .null, .void, .undef: return .empty
        case .bool(let b): return b ? Machine.trueText : Machine.falseText
        default:
            var b = TextBuilder()
            append(v, to: &b)
            return b.finish()
        }
    }
    private static let trueText = Str("True"), falseText = Str("False")

    /// Appends the string of a value.
    public func append(_ v: Value, to b: inout TextBuilder) {
        switch v {
        case .null, .void, .undef: break
        case .bool(let x): b.append(x ? "True" as StaticString : "False")
        case .int(let i): b.append(i)
        case .long(let i): b.append(i)
        case .char(let c): b.append(unit: c)
        case .byte(let i): b.append(i)
        case .sbyte(let i): b.append(i)
        case .short(let i): b.append(i)
        case .ushort(let i): b.append(i)
        case .uint(let i): b.append(i)
        case .ulong(let i): b.append(i)
        case .double(let d): b.append(String(d))
        case .single(let f): b.append(String(f))
        case .object(let o):
            if o.kind == .string { b.append(unsafeDowncast(o, to: Str.self)) } else { b.append(o.text(.invariant) ?? o.type.fullName) }
        }
    }

    /// Gives a value to a sink: collections element by element, nothing for `.void`, one thing as it is.
    public func unroll(_ v: Value, into sink: Sink) throws {
        switch v {
        case .object(let o) where o.kind != .string:
            if o.isEnumerable { _ = try o.enumerate { try sink.put($0) } } else { try sink.put(v) }
        case .void, .undef: break
        default: try sink.put(v)
        }
    }
}
