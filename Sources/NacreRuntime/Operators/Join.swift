extension Machine {
    /// `collection -join separator`; one thing is its own text.
    func joinOperator(_ a: Value, separator: Value) -> Str {
        guard case .object(let o) = a, o.kind != .string, o.isEnumerable, !(o is Enumerator) else { return joinText(a) }
        let between = str(separator)
        var b = TextBuilder(capacity: 64)
        if o.kind == .array || o.kind == .list {
            let s = unsafeDowncast(o, to: Seq.self)
            if let joined = s.joinedBytes(between) { return joined }
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

extension Seq {
    /// The elements with a text between them, where all are texts of bytes; nil where they are not.
    fileprivate func joinedBytes(_ between: Str) -> Str? {
        guard count > 0, !between.isWide else { return nil }
        var total = between.count * (count - 1), i = 0
        while i < count {
            guard case .object(let o) = elements[i], let n = Unmanaged.passUnretained(o)._withUnsafeGuaranteedRef({ o -> Int? in
                guard o.kind == .string else { return nil }
                let s = unsafeDowncast(o, to: Str.self)
                return s.isWide ? nil : s.count
            }) else { return nil }
            total += n
            i += 1
        }
        let out = Str(uninitialized: total, wide: false)
        var p = out.base
        i = 0
        while i < count {
            if i > 0 { between.copy(to: p, wide: false); p += between.count }
            if case .object(let o) = elements[i] {
                Unmanaged.passUnretained(o)._withUnsafeGuaranteedRef { o in
                    let s = unsafeDowncast(o, to: Str.self)
                    s.copy(to: p, wide: false)
                    p += s.count
                }
            }
            i += 1
        }
        return out
    }
}
