extension Machine {
    /// The member of an object under a name: its own added ones, then those of the session's type data, then the type's.
    public func findMember(_ target: Value, _ name: Name) -> PSMember? {
        if case .object(let o) = target {
            if let e = o.extended, let m = e.get(name) { return m }
            if o.kind == .wrapped { return findMember(unsafeDowncast(o, to: Wrapped.self).base, name) }
        }
        if let m = session.typeData.member(of: target, name) { return m }
        return target.type.instanceMember(name)
    }

    /// Reads a member of an object.
    func read(_ member: PSMember, of target: Value) throws -> Value {
        switch member.kind {
        case .property:
            guard let p = member as? PropertyMember else { return .null }
            do { return try p.get(self, target.unwrapped) }
            catch let e as NetException { throw PSError.getting(member.name.string, e.value) }
            catch let e as TextError { throw PSError.getting(member.name.string, e.exception) }
        case .noteProperty: return (member as? NoteMember)?.value ?? .null
        case .aliasProperty:
            guard let a = member as? AliasMember else { return .null }
            return try self.member(target, a.target)
        case .scriptProperty:
            if let p = member as? CodePropertyMember { return try p.get(self, target) }
            guard let p = member as? ScriptPropertyMember, let getter = p.getter else {
                throw PSError(.getValueException, id: "GetWithoutGetterFromScriptProperty", "Get accessor for property \"\(member.name.string)\" is unavailable.", category: .notSpecified)
            }
            do { return try call(getter, this: target) }
            catch let e as PSError { throw PSError.getting(member.name.string, e.record.exception) }
        case .codeProperty:
            guard let p = member as? CodePropertyMember else { return .null }
            return try p.get(self, target)
        default: return .object(MethodObject(member, target: target))
        }
    }

    /// Writes a member of an object.
    func write(_ member: PSMember, of target: Value, _ v: Value) throws {
        let name = member.name.string
        switch member.kind {
        case .property:
            guard let p = member as? PropertyMember, let set = p.set else {
                throw PSError.readOnlyProperty(name)
            }
            do { try set(self, target.unwrapped, try adapted(v, to: p, of: target)) }
            catch let e as NetException { throw PSError.setting(name, e.value) }
            catch let e as TextError { throw PSError.setting(name, e.exception) }
        case .noteProperty: (member as? NoteMember)?.value = v
        case .aliasProperty: if let a = member as? AliasMember { try setMember(target, a.target, v) }
        case .scriptProperty:
            guard let p = member as? ScriptPropertyMember, let setter = p.setter else {
                if session.typeData.member(of: target, Name(member.name)) === member { throw PSError.readOnlyProperty(name) }
                throw PSError(.setValueException, id: "SetWithoutSetterFromScriptProperty", "Set accessor for property \"\(name)\" is unavailable.", category: .notSpecified)
            }
            do { _ = try call(setter, [v], this: target) }
            catch let e as PSError { throw PSError.setting(name, e.record.exception) }
        case .codeProperty:
            guard let p = member as? CodePropertyMember, let set = p.set else {
                throw PSError(.setValueException, id: "SetWithoutSetterFromCodeProperty", "Set accessor for property \"\(name)\" is unavailable.", category: .notSpecified)
            }
            try set(self, target, v)
        default: throw PSError.cannotAssign(name)
        }
    }

    /// A value on its way into a native property, converted to the property's type where that is known.
    private func adapted(_ v: Value, to p: PropertyMember, of target: Value) throws -> Value {
        guard let t = p.valueType ?? session.types.find(p.typeName) else { return v }
        do { return try convert(v, to: t) }
        catch let e as PSError { throw PSError.setting(p.name.string, e.record.exception) }
    }
}
