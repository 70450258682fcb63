extension Machine {
    /// `target.name`: keys of a dictionary, members of the object, then what every value has, then the members of a collection's elements.
    /// - Parameter spelling: the name as written, for tables that tell cases apart.
    public func member(_ target: Value, _ name: Name, as spelling: Str? = nil) throws -> Value {
        if case .object(let o) = target {
            switch o.kind {
            case .table:
                let t = unsafeDowncast(o, to: Table.self)
                if let v = key(t, name, spelling) { return v }
            case .custom:
                if let v = unsafeDowncast(o, to: Custom.self).get(name) { return v }
            case .string:
                if name == WellKnown.length, o.extended == nil { return .int(Int32(unsafeDowncast(o, to: Str.self).count)) }
            case .array:
                if name == WellKnown.count || name == WellKnown.length, o.extended == nil { return .int(Int32(unsafeDowncast(o, to: Seq.self).count)) }
            case .list:
                if name == WellKnown.count, o.extended == nil { return .int(Int32(unsafeDowncast(o, to: Seq.self).count)) }
            case .wrapped:
                if o.extended == nil { return try member(unsafeDowncast(o, to: Wrapped.self).base, name, as: spelling) }
            case .native:
                // A view of the bare object: its type's members only, whatever keys or added members hide them.
                if let view = o as? ObjectView, view.mode == .base || view.mode == .adapted, let m = view.target.unwrapped.type.instanceMember(name) { return try read(m, of: view.target) }
            default: break
            }
        } else if target.isNull {
            return try memberOfNull(name)
        }
        if let m = findMember(target, name) { return try read(m, of: target) }
        return try fallback(target, name, spelling)
    }

    /// A dictionary's value under a property name.
    private func key(_ t: Table, _ name: Name, _ spelling: Str?) -> Value? {
        if let v = t.get(spelling ?? name.str) { return v }
        return nil
    }

    private func memberOfNull(_ name: Name) throws -> Value {
        if strictLevel >= 2 { throw PSError.propertyNotFound(name.text) }
        return name == WellKnown.count || name == WellKnown.length ? .int(0) : .null
    }

    /// What a name means where the object has no member of it.
    private func fallback(_ target: Value, _ name: Name, _ spelling: Str?) throws -> Value {
        if let v = try intrinsic(target, name) { return v }
        if let k = target.unwrapped.obj?.kind, k != .custom, target.type.refuses(name) { throw PSError.refusedMember(target.unwrapped.type, name.text) }
        let isCollection = target.unwrapped.obj.map { $0.kind != .string && $0.isEnumerable } ?? false
        if isCollection { return try enumeratedMember(target, name, spelling) }
        if strictLevel >= 2 { throw PSError.propertyNotFound(name.text) }
        if name == WellKnown.count || name == WellKnown.length { return .int(1) }
        return .null
    }

    /// The views that every object has of itself.
    func intrinsic(_ target: Value, _ name: Name) throws -> Value? {
        switch name {
        case WellKnown.psobject: return .object(ObjectView(target, .all))
        case WellKnown.psbase: return .object(ObjectView(target, .base))
        case WellKnown.psadapted: return .object(ObjectView(target, .adapted))
        case WellKnown.psextended: return .object(ObjectView(target, .extended))
        case WellKnown.pstypenames: return .object(TypeNameList(target, self))
        case Machine.standardMembers: return displayMembers(of: target)
        default: return nil
        }
    }

    private static let standardMembers = Name("PSStandardMembers")
    /// `PSStandardMembers`: how the type data displays, sorts and writes the object; nil where they say nothing.
    private func displayMembers(of target: Value) -> Value? {
        let data = session.typeData.chain(of: target), c = Custom(shape: Shape.empty(), values: [])
        func set(_ name: String, _ names: [String]?) {
            guard let names else { return }
            let s = Custom(shape: Shape.empty(), values: [])
            s.add(Str("ReferencedPropertyNames"), .object(PSArray(names.map { Value($0) }, of: .string)))
            s.add(Str("MemberType"), Value("PropertySet"))
            s.add(Str("Name"), Value(name))
            c.add(Str(name), .object(s))
        }
        for d in data {
            if let p = d.defaultDisplayProperty { c.add(Str("DefaultDisplayProperty"), Value(p)) }
            set("DefaultDisplayPropertySet", d.defaultDisplayPropertySet)
            set("DefaultKeyPropertySet", d.defaultKeyPropertySet)
            if let n = d.serializationDepth { c.add(Str("SerializationDepth"), .int(Int32(truncatingIfNeeded: n))) }
        }
        return c.values.isEmpty ? nil : .object(c)
    }

    /// The values of all elements that have the member, flattened by one level.
    private func enumeratedMember(_ target: Value, _ name: Name, _ spelling: Str?) throws -> Value {
        var found: [Value] = []
        guard let o = target.unwrapped.obj else { return .null }
        _ = try o.enumerate { try collect($0, name, spelling, into: &found) }
        if found.isEmpty, strictLevel >= 2 { throw PSError.propertyNotFound(name.text) }
        return found.isEmpty ? .null : found.count == 1 ? found[0] : .object(PSArray(found))
    }
    private func collect(_ element: Value, _ name: Name, _ spelling: Str?, into found: inout [Value]) throws {
        guard let v = try elementMember(element, name, spelling) else { return }
        if let o = v.unwrapped.obj, o.kind != .string, o.isEnumerable {
            var inner: [Value] = []
            _ = try o.enumerate { inner.append($0) }
            found += inner
        } else if !v.isVoid { found.append(v) }
    }
    private func elementMember(_ element: Value, _ name: Name, _ spelling: Str?) throws -> Value? {
        guard !element.isNull else { return nil }
        if let t = element.cast(Table.self), let v = key(t, name, spelling) { return v }
        if let c = element.cast(Custom.self), let v = c.get(name) { return v }
        if let m = findMember(element, name) { return try read(m, of: element) }
        if let v = try intrinsic(element, name) { return v }
        if let o = element.unwrapped.obj, o.kind != .string, o.isEnumerable {
            var inner: [Value] = []
            _ = try o.enumerate { try collect($0, name, spelling, into: &inner) }
            return inner.isEmpty ? nil : .object(PSArray(inner))
        }
        // An object of properties only answers for any name.
        if element.unwrapped.obj?.kind == .custom {
            if strictLevel >= 2 { throw PSError.propertyNotFound(name.text) }
            return .null
        }
        return nil
    }
}
