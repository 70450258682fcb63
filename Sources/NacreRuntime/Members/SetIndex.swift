extension Machine {
    /// `target[args] = v`
    public func setIndex(_ target: Value, _ args: Args, _ v: Value) throws {
        let v = v.isVoid ? Value.null : v
        guard case .object(let o) = target else {
            if target.isNull { throw PSError.indexIntoNull() }
            throw PSError.cannotIndex(target.type)
        }
        if args.count == 1 {
            switch o.kind {
            case .array, .list: return try setElement(unsafeDowncast(o, to: Seq.self), args[0], v)
            case .table: return try setTable(unsafeDowncast(o, to: Table.self), args[0], v)
            case .wrapped: return try setIndex(unsafeDowncast(o, to: Wrapped.self).base, args, v)
            default: break
            }
        }
        if let a = o as? MultiArray { return try setGrid(a, args.array, v) }
        var t: TypeRef? = o.type
        while let c = t {
            if let set = c.members.setIndex {
                if args[0].isNull { throw PSError.nullIndex() }
                do { return try set(self, target, args, v) } catch let e as NetException { throw PSError.raw(e.value) }
            }
            t = c.baseType
        }
        throw PSError.cannotIndex(o.type)
    }

    private func setElement(_ s: Seq, _ i: Value, _ v: Value) throws {
        if i.isNull { throw PSError.nullIndex() }
        if let many = indices(i) {
            if many.count == 1 { return try setElement(s, many[0], v) }
            throw PSError(id: "ArraySliceAssignmentFailed", "Array assignment to [\(many.map { str($0).string }.joined(separator: ","))] failed because assignment to slices is not supported.")
        }
        let n = try position(i), at = n < 0 ? n + s.count : n
        guard at >= 0, at < s.count else { throw outOfRange(s) }
        s[at] = s.element === TypeRef.object ? v : try convert(v, to: s.element)
        (s as? PSList)?.touch()
    }

    private func setTable(_ t: Table, _ i: Value, _ v: Value) throws {
        if i.isNull { throw PSError.nullIndex() }
        if t.isOrdered {
            switch i.unwrapped {
            case .int, .long, .byte, .short:
                let n = try position(i), at = n < 0 ? n + t.count : n
                guard at >= 0, at < t.count else {
                    throw PSError.raw(.argumentOutOfRangeException, "Specified argument was out of the range of valid values. (Parameter 'index')")
                }
                t.set(t.pair(at: at).key, v)
                return
            default: break
            }
        }
        if let set = t.type.members.setIndex { return try pass([i]) { try set(self, .object(t), $0, v) } }
        try setEntry(t, i, v)
    }

    private func setGrid(_ a: MultiArray, _ args: [Value], _ v: Value) throws {
        if args.count == 1, let many = indices(args[0]) { return try setGrid(a, many, v) }
        guard args.count == a.sizes.count else { throw wrongRank(a, args) }
        guard let at = a.place(try args.map { try position($0) }) else {
            throw PSError.raw(.indexOutOfRangeException, "Index was outside the bounds of the array.")
        }
        let element = a.type.element ?? .object
        a[at] = element === TypeRef.object ? v : try convert(v, to: element)
    }
}
