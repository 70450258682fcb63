extension Machine {
    /// `target.name = v`: a dictionary takes a new key, other objects only members they have.
    /// - Parameter spelling: the name as written, which a new key gets.
    public func setMember(_ target: Value, _ name: Name, _ v: Value, as spelling: Str? = nil) throws {
        let v = v.isVoid ? Value.null : v
        guard case .object(let o) = target else {
            if target.isNull { throw PSError.cannotAssign(name.text) }
            return try setNative(target, name, v)
        }
        switch o.kind {
        case .table:
            let t = unsafeDowncast(o, to: Table.self)
            if t.extended != nil, let m = t.extended?.get(name) { return try write(m, of: target, v) }
            try setEntry(t, .object(spelling ?? name.str), v)
        case .custom:
            let c = unsafeDowncast(o, to: Custom.self)
            if c.set(name, v) { return }
            try setNative(target, name, v)
        case .wrapped where o.extended?.get(name) == nil:
            try setMember(unsafeDowncast(o, to: Wrapped.self).base, name, v, as: spelling)
        default: try setNative(target, name, v)
        }
    }

    private func setNative(_ target: Value, _ name: Name, _ v: Value) throws {
        if let m = findMember(target, name) { return try write(m, of: target, v) }
        if name == WellKnown.pstypenames { throw PSError.cannotAssign(name.text) }
        if let o = target.unwrapped.obj, o.kind == .custom {
            let inner = ExceptionValue(.setValueInvocationException, PSError.cannotAssignText(name.text))
            throw PSError.setting(name.text, inner)
        }
        throw PSError.cannotAssign(name.text)
    }

    /// Stores a pair, converted to what a generic dictionary holds.
    func setEntry(_ t: Table, _ key: Value, _ v: Value) throws {
        if key.isNull { throw PSError.nullIndex() }
        let k = t.keyType === TypeRef.object ? key : try convert(key, to: t.keyType)
        let value = t.valueType === TypeRef.object ? v : try convert(v, to: t.valueType)
        t.set(k, value)
    }
}
