extension Machine {
    /// `target[args]`
    public func index(_ target: Value, _ args: Args) throws -> Value {
        guard args.count == 1 else { return try indexMany(target, args) }
        let i = args[0]
        if case .object(let o) = target {
            switch o.kind {
            case .array, .list:
                if case .int(let n) = i { return try element(unsafeDowncast(o, to: Seq.self), Int(n)) }
                return try indexSequence(unsafeDowncast(o, to: Seq.self), i)
            case .table: return try indexTable(unsafeDowncast(o, to: Table.self), i)
            case .string: return try indexString(unsafeDowncast(o, to: Str.self), i)
            case .wrapped:
                return try pass([i]) { try index(unsafeDowncast(o, to: Wrapped.self).base, $0) }
            default: break
            }
        } else if target.isNull {
            throw PSError.indexIntoNull()
        }
        return try indexOther(target, i)
    }

    @inline(__always) private func element(_ s: Seq, _ n: Int) throws -> Value {
        let at = n < 0 ? n + s.count : n
        if at >= 0, at < s.count { return s[at] }
        if strictLevel >= 3 { throw outOfRange(s) }
        return .null
    }
    /// The error of an index that no element has.
    func outOfRange(_ s: Seq) -> PSError {
        s.kind == .array ? PSError.raw(.indexOutOfRangeException, "Index was outside the bounds of the array.")
            : PSError.raw(.argumentOutOfRangeException, "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')")
    }

    private func indexSequence(_ s: Seq, _ i: Value) throws -> Value {
        if let many = indices(i) { return try slice(many) { n in
            let at = n < 0 ? n + s.count : n
            return at >= 0 && at < s.count ? s[at] : strictLevel >= 3 ? try element(s, n) : .void
        } }
        return try element(s, try position(i))
    }
    private func indexString(_ s: Str, _ i: Value) throws -> Value {
        func unit(_ n: Int) throws -> Value {
            let at = n < 0 ? n + s.count : n
            if at >= 0, at < s.count { return .char(s[at]) }
            if strictLevel >= 3 { throw PSError.raw(.indexOutOfRangeException, "Index was outside the bounds of the array.") }
            return .null
        }
        if let many = indices(i) { return try slice(many, unit) }
        if i.str != nil, strictLevel < 2, tryConvert(i, to: .int) == nil { return .void }
        return try unit(try position(i))
    }
    private func indexTable(_ t: Table, _ i: Value) throws -> Value {
        if i.isNull { throw PSError.nullIndex() }
        if let v = t.get(i) { if !t.isOrdered { return v }; if !isPosition(i) { return v } }
        if t.isOrdered, isPosition(i) {
            let n = try position(i), at = n < 0 ? n + t.count : n
            guard at >= 0, at < t.count else { return .null }
            return t.pair(at: at).value
        }
        if let many = indices(i) {
            var out: [Value] = []
            for k in many { out.append(try indexTable(t, k)) }
            return .object(PSArray(out))
        }
        if t.keyType !== TypeRef.object, let k = try? convert(i, to: t.keyType), let v = t.get(k) { return v }
        if let get = t.type.members.getIndex { return try pass([i]) { try get(self, .object(t), $0) } }
        return .null
    }
    private func isPosition(_ v: Value) -> Bool {
        switch v.unwrapped {
        case .int, .long, .byte, .sbyte, .short, .ushort, .uint: true
        default: false
        }
    }

    private func indexOther(_ target: Value, _ i: Value) throws -> Value {
        if let a = target.obj as? MultiArray { return try indexGrid(a, [i]) }
        var t: TypeRef? = target.type
        while let c = t {
            if let get = c.members.getIndex {
                if i.isNull { throw PSError.nullIndex() }
                do { return try pass([i]) { try get(self, target, $0) } }
                catch let e as NetException { return try missing(e) }
            }
            t = c.baseType
        }
        // One thing is its own first and only element; any other index finds nothing.
        if i.isNull { throw PSError.nullIndex() }
        if indices(i) == nil, try equal(.int(0), i, ignoreCase: true) || equal(.int(-1), i, ignoreCase: true) { return target }
        if strictLevel >= 2 { throw PSError.cannotIndex(target.type) }
        return .void
    }
    private func missing(_ e: NetException) throws -> Value {
        let t = e.value.exceptionType
        if strictLevel < 3, t === TypeRef.argumentOutOfRangeException || t === TypeRef.indexOutOfRangeException || t === TypeRef.keyNotFoundException { return .null }
        throw PSError.raw(e.value)
    }

    private func indexMany(_ target: Value, _ args: Args) throws -> Value {
        if target.isNull { throw PSError.indexIntoNull() }
        if let a = target.unwrapped.obj as? MultiArray { return try indexGrid(a, args.array) }
        if let get = target.type.members.getIndex, !(target.unwrapped.obj is Seq) { return try get(self, target.unwrapped, args) }
        return try pass([.object(PSArray(args.array))]) { try index(target, $0) }
    }
    private func indexGrid(_ a: MultiArray, _ args: [Value]) throws -> Value {
        if args.count == 1, let many = indices(args[0]) { return try indexGrid(a, many) }
        if args.count > 0, args.allSatisfy({ indices($0) != nil }) {
            var out: [Value] = []
            for i in args { out.append(try indexGrid(a, indices(i) ?? [])) }
            return .object(PSArray(out))
        }
        guard args.count == a.sizes.count else { throw wrongRank(a, args) }
        guard let at = a.place(try args.map { try position($0) }) else {
            if strictLevel >= 3 { throw PSError.raw(.indexOutOfRangeException, "Index was outside the bounds of the array.") }
            return .null
        }
        return a[at]
    }
    func wrongRank(_ a: MultiArray, _ args: [Value]) -> PSError {
        PSError(id: "NeedMultidimensionalIndex", "You cannot index into a \(a.sizes.count) dimensional array with index [\(args.map { str($0).string }.joined(separator: ","))].")
    }

    /// The elements of an index that is a collection (`1..3`, `0,2`); nil for one index.
    func indices(_ i: Value) -> [Value]? {
        guard let s = i.unwrapped.obj as? Seq else { return nil }
        return Array(s.elements)
    }
    private func slice(_ many: [Value], _ get: (Int) throws -> Value) throws -> Value {
        var out: [Value] = []
        out.reserveCapacity(many.count)
        for k in many {
            let v = try get(try position(k))
            // What a collection has not got is left out.
            if !v.isVoid { out.append(v) }
        }
        return .object(PSArray(out))
    }
    /// An index as a number.
    func position(_ i: Value) throws -> Int {
        switch i {
        case .int(let n): return Int(n)
        case .long(let n): return Int(n)
        default:
            if i.isNull { throw PSError.nullIndex() }
            guard case .int(let n) = try convert(i, to: .int) else { return 0 }
            return Int(n)
        }
    }
}
