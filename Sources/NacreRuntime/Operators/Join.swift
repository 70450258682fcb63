extension Machine {
    /// `collection -join separator`; one thing is its own text.
    func joinOperator(_ a: Value, separator: Value) -> Str {
        guard case .object(let o) = a, o.kind != .string, o.isEnumerable, !(o is Enumerator) else { return joinText(a) }
        let between = str(separator)
        var b = TextBuilder(capacity: 64)
        if o.kind == .array || o.kind == .list {
            let s = unsafeDowncast(o, to: Seq.self)
            for i in 0..<s.count {
                if i > 0 { b.append(between) }
                appendJoined(s[i], to: &b)
            }
            return b.finish()
        }
        var first = true
        _ = try? o.enumerate {
            if first { first = false } else { b.append(between) }
            appendJoined($0, to: &b)
        }
        return b.finish()
    }
    /// Dates are joined by the current culture, everything else as in a string.
    private func appendJoined(_ v: Value, to b: inout TextBuilder) {
        if case .object(let o) = v, o.kind == .dateTime { b.append(text(v, culture: .current)) } else { appendElement(v, to: &b) }
    }
    private func joinText(_ v: Value) -> Str {
        if case .object(let o) = v, o.kind == .dateTime { return text(v, culture: .current) }
        return str(v)
    }
}
