/// `[Type]@{ Property = value }`: a new object of the type with the table's entries as its properties.
extension Machine {
    /// Nil where the type is not made so: it has no constructor without arguments, or it is a plain number.
    func object(from t: Table, _ type: TypeRef) throws -> Value? {
        guard let made = try blank(type) else { return nil }
        var failure: Error?
        t.forEachPair { k, v in
            do { try setPart(made, type, str(k), v) } catch { failure = error }
            return failure == nil
        }
        if let failure { throw failure }
        return made
    }
    /// Sets one property of a new object.
    func setPart(_ made: Value, _ type: TypeRef, _ name: Str, _ v: Value) throws {
        func failure(_ reason: String, _ inner: ExceptionValue? = nil) -> PSError {
            let message = "Cannot create object of type \"\(type.fullName)\". \(reason)"
            return PSError(ErrorRecord(ExceptionValue(.psInvalidCastException, message, inner: inner), id: "ObjectCreationError", category: .invalidArgument))
        }
        guard let member = findMember(made, Name(name)), member.isProperty, isSettable(member) else {
            throw failure("The property '\(name.string)' was not found for the '\(type.fullName)' object. \(settable(made, type))")
        }
        do { try setMember(made, Name(name), v) } catch let e as PSError {
            throw failure(e.record.exception.inner?.message ?? e.record.message, e.record.exception)
        }
    }

    /// An object of the type before anything is set.
    private func blank(_ type: TypeRef) throws -> Value? {
        switch type.code {
        case .decimal: return try convert(.int(0), to: type)
        case .enumeration: return .object(EnumValue(type, 0))
        case .guid, .dateTime, .timeSpan, .exception: break
        case .other, .scriptClass:
            if type.isInterface || type.implements(.enumerable) || type.implements(.dictionary) { return nil }
        default: return nil
        }
        if type.labels != nil { return .object(EnumValue(type, 0)) }
        if type.isValueType { return try? pass([]) { try construct(type, $0) } }
        guard type.members.constructors.overloads.contains(where: { $0.parameters.isEmpty || $0.parameters.count == 1 && $0.parameters[0].isParams }) else { return nil }
        return try pass([]) { try construct(type, $0) }
    }
    private func isSettable(_ m: PSMember) -> Bool { (m as? PropertyMember).map { $0.set != nil } ?? true }

    private func settable(_ made: Value, _ type: TypeRef) -> String {
        if type.labels != nil { return "The settable properties are: [value__ <System.Int32>]." }
        let names = nativeMembers(type).compactMap { m -> String? in
            guard let p = m as? PropertyMember, p.set != nil else { return nil }
            return "[\(p.name.string) <\((p.valueType ?? findType(p.typeName))?.fullName ?? p.typeName)>]"
        }
        return names.isEmpty ? "There is no settable property available." : "The settable properties are: \(names.joined(separator: ", "))."
    }
}
