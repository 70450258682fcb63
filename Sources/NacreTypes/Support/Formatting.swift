import NacreRuntime

/// Values to text by a format and a provider (`ToString('N2', $culture)`, `String.Format`).
enum Formatting {
    /// The culture that a provider stands for; none is the current one.
    static func culture(_ provider: Value) -> CultureData {
        if let c = provider.cast(CultureValue.self) { return c.data }
        if let f = provider.cast(CultureFormat.self) { return f.data }
        return .enUS
    }

    /// `ToString(format, provider)` of any value.
    static func text(_ m: Machine, _ v: Value, _ format: Str, _ provider: Value = .null) throws -> Str {
        let c = culture(provider)
        if c.isCurrent { return try m.formatted(v, format) }
        if c.isInvariant { return try m.formatted(v, format, culture: .invariant) }
        var b: [UInt8] = []
        let f = Array(format.string.utf8), s = c.symbols
        switch v {
        case .int(let x): try NumberFormat.append(x, format: f, symbols: s, to: &b)
        case .long(let x): try NumberFormat.append(x, format: f, symbols: s, to: &b)
        case .double(let x): try NumberFormat.append(x, format: f, symbols: s, to: &b)
        case .single(let x): try NumberFormat.append(x, format: f, symbols: s, to: &b)
        case .byte(let x): try NumberFormat.append(x, format: f, symbols: s, to: &b)
        case .sbyte(let x): try NumberFormat.append(x, format: f, symbols: s, to: &b)
        case .short(let x): try NumberFormat.append(x, format: f, symbols: s, to: &b)
        case .ushort(let x): try NumberFormat.append(x, format: f, symbols: s, to: &b)
        case .uint(let x): try NumberFormat.append(x, format: f, symbols: s, to: &b)
        case .ulong(let x): try NumberFormat.append(x, format: f, symbols: s, to: &b)
        case .object(let o):
            if let d = o as? DecimalValue { try d.value.append(format: f, symbols: s, to: &b) }
            else if let i = o as? BigIntegerValue { try i.value.append(format: f, symbols: s, to: &b) }
            else { return try m.formatted(v, format) }
        default: return try m.formatted(v, format)
        }
        return Str(String(decoding: b, as: UTF8.self))
    }

    /// A composite format filled with values.
    static func composite(_ m: Machine, _ format: Str, _ values: [Value], _ provider: Value = .null) throws -> Str {
        if culture(provider).isCurrent { return try m.compose(format, values) }
        let units = format.units, parsed = try CompositeFormat(units)
        if parsed.highestIndex >= values.count { throw CompositeFormat.indexOutOfRange }
        var b = TextBuilder(capacity: format.count + 16)
        for segment in parsed.segments {
            switch segment {
            case .literal(let r): b.append(format, r.lowerBound, r.count)
            case .item(let index, let alignment, let r):
                let s = try text(m, values[index], format.slice(r.lowerBound, r.count), provider)
                if alignment > s.count { b.append(repeating: 32, count: alignment - s.count) }
                b.append(s)
                if -alignment > s.count { b.append(repeating: 32, count: -alignment - s.count) }
            }
        }
        return b.finish()
    }

    /// Declares the four `ToString`s of a formattable type.
    static func declare(_ t: TypeBuilder) {
        t.method("string ToString()") { m, me, _ in Value(try m.formatted(me, .empty)) }
        t.method("string ToString(string format)") { m, me, a in Value(try text(m, me, a.str(0))) }
        t.method("string ToString(System.IFormatProvider provider)") { m, me, a in Value(try text(m, me, .empty, a[0])) }
        t.method("string ToString(string format, System.IFormatProvider provider)") { m, me, a in Value(try text(m, me, a.str(0), a[1])) }
    }
}
