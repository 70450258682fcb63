/// What `Where()` selects.
public enum WhereMode: Int64 { case all = 0, first, last, skipUntil, until, split }

extension TypeRef {
    public static let whereMode: TypeRef = {
        let t = TypeRef("WhereOperatorSelectionMode", namespace: "System.Management.Automation", code: .enumeration, base: enumBase, isValueType: true)
        t.labels = EnumLabels([("Default", 0), ("First", 1), ("Last", 2), ("SkipUntil", 3), ("Until", 4), ("Split", 5)])
        return t
    }()
    /// What the intrinsic methods give: `Collection[PSObject]`.
    public static let objectCollection: TypeRef = {
        let t = TypeRef("Collection`1", namespace: "System.Collections.ObjectModel", base: .object, element: .psobject, arguments: [.psobject])
        t.interfaces = [.list, .collection, .enumerable]
        return t
    }()
}

extension Machine {
    /// `.Where()` and `.ForEach()` of every value; nil for another name.
    func intrinsicMethod(_ target: Value, _ name: Name, _ args: Args) throws -> Value? {
        guard name == WellKnown.whereName || name == WellKnown.forEachName else { return nil }
        let items = try elements(of: target)
        let out = name == WellKnown.whereName ? try selected(items, args) : try eachOf(items, args)
        return .object(out)
    }

    /// The elements of a collection, or the one value.
    public func elements(of v: Value) throws -> [Value] {
        if v.isNull { return [] }
        guard let o = v.unwrapped.obj, o.kind != .string, o.isEnumerable else { return [v] }
        if let s = o as? Seq { return Array(s.elements) }
        var out: [Value] = []
        _ = try o.enumerate { out.append($0) }
        return out
    }

    private func selected(_ items: [Value], _ args: Args) throws -> Obj {
        guard args.count >= 1, args.count <= 3 else { throw PSError.noOverload("Where", args.count) }
        guard let block = args[0].cast(ScriptBlock.self) else {
            throw PSError(.psArgumentException, id: "MethodArgumentConversionInvalidCastArgument", "Cannot convert argument \"expression\", with value: \"\(textOf(args[0], .current))\", for \"Where\" to type \"System.Management.Automation.ScriptBlock\".", category: .notSpecified)
        }
        var mode = WhereMode.all, wanted = 0
        if args.count > 1, let e = try convert(args[1], to: .whereMode).obj as? EnumValue, let m = WhereMode(rawValue: e.raw) { mode = m }
        if args.count > 2 {
            guard case .int(let n) = try convert(args[2], to: .int) else { return PSArray([]) }
            if n <= 0 {
                throw PSError.raw(.argumentOutOfRangeException, "The 'numberToReturn' value provided to the third argument of the Where() operator must be greater than zero. Please correct the argument's value and try running your script again. (Parameter 'numberToReturn')\nActual value was \(n).")
            }
            wanted = Int(n)
        }
        func fits(_ v: Value) throws -> Bool { try call(block, [], item: v).isTrue }
        var yes: [Value] = [], no: [Value] = []
        switch mode {
        case .all:
            for v in items { if try fits(v) { yes.append(v); if wanted > 0, yes.count == wanted { break } } }
        case .first:
            for v in items where try fits(v) { yes.append(v); if yes.count == max(wanted, 1) { break } }
        case .last:
            for v in items where try fits(v) { yes.append(v) }
            yes = Array(yes.suffix(max(wanted, 1)))
        case .skipUntil:
            var found = false
            for v in items {
                if !found { found = try fits(v) }
                if found { yes.append(v); if wanted > 0, yes.count == wanted { break } }
            }
        case .until:
            for v in items { if try fits(v) { break }; yes.append(v); if wanted > 0, yes.count == wanted { break } }
        case .split:
            for v in items {
                if wanted > 0, yes.count == wanted { no.append(v); continue }
                if try fits(v) { yes.append(v) } else { no.append(v) }
            }
            return PSArray([.object(PSList(yes, type: .objectCollection, element: .object)), .object(PSList(no, type: .objectCollection, element: .object))])
        }
        return PSList(yes, type: .objectCollection, element: .object)
    }

    private func eachOf(_ items: [Value], _ args: Args) throws -> Obj {
        guard args.count >= 1 else { throw PSError.noOverload("ForEach", args.count) }
        let first = args[0].unwrapped
        if let t = first.cast(TypeRef.self) {
            var out: [Value] = []
            for v in items { out.append(try convert(v, to: t)) }
            return PSList(out, type: session.types.generic("System.Collections.ObjectModel.Collection", [t]) ?? .objectCollection, element: t)
        }
        let sink = ListSink()
        if let block = first.cast(ScriptBlock.self) {
            let rest = Array(args.array.dropFirst())
            for v in items { try run(block, rest, item: v, into: sink) }
        } else {
            let name = Name(str(first).string)
            for v in items { try each(v, name, Array(args.array.dropFirst()), sink) }
        }
        return PSList(sink.values, type: .objectCollection, element: .object)
    }
    /// A property read or set, or a method called, by name.
    private func each(_ v: Value, _ name: Name, _ rest: [Value], _ sink: Sink) throws {
        if let m = findMember(v, name), !m.isProperty { return try unroll(pass(rest) { try invokeMember(v, name, $0) }, into: sink) }
        if rest.isEmpty { return try unroll(member(v, name), into: sink) }
        try setMember(v, name, rest[0])
    }
}
