/// `[Type]@{ Name = value }` and the like: objects from a table or an object of properties, of a script's class or another type that can
/// be made of nothing.
extension Machine {
    /// The object of a type that is no script's class; nil where the type has no constructor without parameters.
    func convertByParts(_ t: Table, _ type: TypeRef) throws -> Value? {
        guard !type.isInterface, !type.implements(.enumerable), type.members.constructors.overloads.contains(where: { $0.parameters.isEmpty || $0.parameters[0].isParams && $0.parameters.count == 1 }) else { return nil }
        let made = try pass([]) { try construct(type, $0) }
        var failure: Error?
        t.forEachPair { k, x in
            do { try setPart(made, type, str(k), x) } catch { failure = error; return false }
            return true
        }
        if let failure { throw failure }
        return made
    }
    /// The object, or nil where this is not such a conversion.
    func convertToScriptClass(_ v: Value, _ c: ScriptClass) throws -> Value? {
        guard case .object(let o) = v, o.kind == .table || o.kind == .custom else { return nil }
        // Only a class that can be made of nothing.
        guard c.scriptConstructors.isEmpty || c.scriptConstructors.contains(where: { $0.parameterTypes.isEmpty }) else { return nil }
        let made = try pass([]) { try constructScript(c, $0) }
        if o.kind == .table {
            var failure: Error?
            unsafeDowncast(o, to: Table.self).forEachPair { k, x in
                do { try setPart(made, c, str(k), x) } catch { failure = error; return false }
                return true
            }
            if let failure { throw failure }
        } else {
            let parts = unsafeDowncast(o, to: Custom.self)
            for (i, name) in parts.shape.spellings.enumerated() { try setPart(made, c, name, parts.values[i]) }
        }
        return made
    }
    private func setPart(_ o: Value, _ c: TypeRef, _ name: Str, _ x: Value) throws {
        guard findMember(o, Name(name))?.isProperty == true else {
            let known = c.members.order.filter { !$0.isStatic && $0.member.isProperty }.map { "[\($0.member.name.string) <\(($0.member as? PropertyMember)?.typeName ?? "System.Object")>]" }
            throw PSError.invalidCast("ObjectCreationError", "Cannot create object of type \"\(c.fullName)\". The property '\(name.string)' was not found for the \(c.fullName) object. "
                + (known.isEmpty ? "There is no settable property available." : "The available property is: \(known.joined(separator: " , "))"))
        }
        do { try setMember(o, Name(name), x) } catch let e as PSError {
            throw PSError.invalidCast("ObjectCreationError", "Cannot create object of type \"\(c.fullName)\". \(e.record.exception.inner?.message ?? e.record.message)")
        }
    }
}
