extension Machine {
    /// What `ToString()` of a value gives: numbers shortest and by the culture's symbols, objects their own text or their type's name.
    public func textOf(_ v: Value, _ culture: Culture) -> String {
        switch v {
        case .double(let d):
            var b: [UInt8] = []
            FloatText.append(d, to: &b, symbols: culture == .invariant ? .invariant : .enUS)
            return String(decoding: b, as: UTF8.self)
        case .single(let f):
            var b: [UInt8] = []
            FloatText.append(f, to: &b, symbols: culture == .invariant ? .invariant : .enUS)
            return String(decoding: b, as: UTF8.self)
        case .object(let o):
            if o.kind == .wrapped { return textOf(unsafeDowncast(o, to: Wrapped.self).base, culture) }
            return o.text(culture) ?? o.type.displayName
        default: return str(v).string
        }
    }
}
