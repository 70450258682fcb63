/// Values as text: in strings and casts (invariant, 15 digits), and by `ToString()` (culture en-US, shortest digits).
extension Machine {
    private static let trueText = Str("True"), falseText = Str("False")
    private static let separatorName = Name("OFS")

    /// The string that `"$v"` and `[string]` give.
    public func str(_ v: Value) -> Str {
        switch v {
        case .object(let o) where o.kind == .string: return unsafeDowncast(o, to: Str.self)
        case .null, .void, .undef: return .empty
        case .bool(let b): return b ? Machine.trueText : Machine.falseText
        case .char(let c): return Str.of(c)
        default:
            var b = TextBuilder()
            append(v, to: &b)
            return b.finish()
        }
    }

    /// Appends the string of a value.
    public func append(_ v: Value, to b: inout TextBuilder) {
        switch v {
        case .object(let o):
            if o.kind == .string { b.append(unsafeDowncast(o, to: Str.self)) } else { append(o, to: &b) }
        case .int(let i): b.append(i)
        case .null, .void, .undef: break
        case .bool(let x): b.append(x ? "True" as StaticString : "False")
        case .long(let i): b.append(i)
        case .char(let c): b.append(unit: c)
        case .byte(let i): b.append(i)
        case .sbyte(let i): b.append(i)
        case .short(let i): b.append(i)
        case .ushort(let i): b.append(i)
        case .uint(let i): b.append(i)
        case .ulong(let i): b.append(i)
        case .double(let d):
            // Whole numbers, the most common ones, have no point and no exponent.
            if let i = Int64(exactly: d), i.magnitude < 1_000_000_000_000_000, i != 0 || d.sign == .plus { b.append(i); return }
            var t: [UInt8] = []
            FloatText.appendDisplay(d, to: &t, symbols: .invariant)
            b.append(utf8: t)
        case .single(let f):
            var t: [UInt8] = []
            FloatText.appendDisplay(f, to: &t, symbols: .invariant)
            b.append(utf8: t)
        }
    }

    private func append(_ o: Obj, to b: inout TextBuilder) {
        switch o.kind {
        case .wrapped: append(unsafeDowncast(o, to: Wrapped.self).base, to: &b)
        case .array, .list:
            let s = unsafeDowncast(o, to: Seq.self)
            let between = s.count > 1 ? fieldSeparator : .empty
            for i in 0..<s.count {
                if i > 0 { b.append(between) }
                appendElement(s[i], to: &b)
            }
        case .custom: append(unsafeDowncast(o, to: Custom.self), to: &b)
        case .table: b.append(o.type.fullName)
        case .type: b.append(unsafeDowncast(o, to: TypeRef.self).scriptName)
        default:
            if let t = o.text(.invariant) { b.append(t); return }
            guard o.isEnumerable else { b.append(o.type.displayName); return }
            let between = fieldSeparator
            var first = true
            _ = try? o.enumerate {
                if first { first = false } else { b.append(between) }
                appendElement($0, to: &b)
            }
        }
    }
    /// A collection inside a collection shows its type only.
    func appendElement(_ v: Value, to b: inout TextBuilder) {
        if case .object(let o) = v, o.kind == .array || o.kind == .list { b.append(o.type.fullName) } else { append(v, to: &b) }
    }
    /// `$OFS`, a space where it is not set.
    private var fieldSeparator: Str {
        guard let v = lookup(Machine.separatorName), !v.isNull else { return Str.of(32) }
        return v.str ?? str(v)
    }

    /// `@{a=1; b=2}`
    private func append(_ c: Custom, to b: inout TextBuilder) {
        if c.values.isEmpty { return }
        b.append("@{" as StaticString)
        for i in 0..<c.values.count {
            if i > 0 { b.append("; " as StaticString) }
            b.append(c.shape.spellings[i])
            b.append(byte: 61)
            appendElement(c.values[i], nested: true, to: &b)
        }
        b.append(byte: 125)
    }
    /// An object inside an object shows nothing.
    private func appendElement(_ v: Value, nested: Bool, to b: inout TextBuilder) {
        if case .object(let o) = v, o.kind == .custom { return }
        appendElement(v, to: &b)
    }

    /// What `.ToString()` gives.
    public func text(_ v: Value, culture: Culture) -> Str {
        switch v {
        case .double(let d):
            var t: [UInt8] = []
            FloatText.append(d, to: &t, symbols: culture == .invariant ? .invariant : .enUS)
            return Str(utf8: t)
        case .single(let f):
            var t: [UInt8] = []
            FloatText.append(f, to: &t, symbols: culture == .invariant ? .invariant : .enUS)
            return Str(utf8: t)
        case .object(let o):
            switch o.kind {
            case .string: return unsafeDowncast(o, to: Str.self)
            case .wrapped: return text(unsafeDowncast(o, to: Wrapped.self).base, culture: culture)
            default: return Str(o.text(culture) ?? o.type.fullName)
            }
        default: return str(v)
        }
    }

    /// Gives a value to a sink: collections element by element, nothing for `.void`, one thing as it is.
    public func unroll(_ v: Value, into sink: Sink) throws {
        switch v {
        case .object(let o) where o.kind == .list:
            let list = unsafeDowncast(o, to: PSList.self), version = list.version
            var i = 0
            while i < list.count {
                try sink.put(list[i])
                i += 1
                if list.version != version {
                    throw PSError(.runtimeException, id: "BadEnumeration", "An error occurred while enumerating through a collection: Collection was modified; enumeration operation may not execute..", category: .invalidOperation)
                }
            }
        case .object(let o) where o.kind != .string:
            if o.isEnumerable { _ = try o.enumerate { try sink.put($0) } } else { try sink.put(v) }
        case .void, .undef: break
        default: try sink.put(v)
        }
    }
    /// Calls for each element of a collection, or for the one thing; not at all for nothing.
    public func enumerate(_ v: Value, _ body: (Value) throws -> Void) throws {
        switch v {
        case .object(let o) where o.kind != .string && o.isEnumerable: _ = try o.enumerate(body)
        case .void, .undef: break
        default: try body(v)
        }
    }
}

extension TextBuilder {
    /// UTF-8 bytes.
    mutating func append(utf8 t: [UInt8]) {
        if t.allSatisfy({ $0 < 0x80 }) { for c in t { append(byte: c) } } else { append(String(decoding: t, as: UTF8.self)) }
    }
}
extension Str {
    convenience init(utf8 t: [UInt8]) {
        if t.allSatisfy({ $0 < 0x80 }) { self.init(latin1: t) } else { self.init(String(decoding: t, as: UTF8.self)) }
    }
}
