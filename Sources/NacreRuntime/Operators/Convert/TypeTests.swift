/// `-is`, `-as`, and how well a value fits a parameter.
extension Machine {
    /// `value -is [type]`
    public func isInstance(_ v: Value, _ type: TypeRef) -> Bool {
        if v.isNull { return v.isVoid && type.code == .psobject }
        switch type.code {
        case .object: return true
        // Only what carries members of its own is a PSObject.
        case .psobject: return v.obj.map { $0.kind == .custom || $0.kind == .wrapped || $0.extended != nil } ?? false
        case .customObject: return v.obj?.kind == .custom
        case .nullable: return type.element.map { isInstance(v, $0) } ?? false
        case .switchParameter: return v.obj?.type.code == .switchParameter
        default: return ConversionRank.conforms(v.unwrapped.type, type)
        }
    }

    /// How good the conversion of an argument to a parameter's type is: 0 as it is, more is worse, nil is impossible.
    public func canConvert(_ v: Value, to type: TypeRef) -> Int? {
        let rank = ConversionRank.of(v, to: type)
        return rank == ConversionRank.none ? nil : ConversionRank.identity - rank
    }

    func isOperator(_ a: Value, _ b: Value) throws -> Bool {
        isInstance(a, try typeOperand(b, "IsOperatorRequiresType", "-is"))
    }
    func asOperator(_ a: Value, _ b: Value) throws -> Value {
        let type: TypeRef
        if let t = b.cast(TypeRef.self) { type = t }
        else if let s = b.str {
            guard case .object(let o) = try convert(.object(s), to: .typeType), let t = o as? TypeRef else { return .null }
            type = t
        } else { throw PSError(id: "AsOperatorRequiresType", "The right operand of '-as' must be a type.") }
        return tryConvert(a, to: type) ?? .null
    }
    private func typeOperand(_ v: Value, _ id: String, _ op: String) throws -> TypeRef {
        if let t = v.cast(TypeRef.self) { return t }
        if let s = v.str {
            if let t = findType(s.string) { return t }
            throw PSError(id: "RuntimeException", "Cannot convert the \"\(s.string)\" value of type \"System.String\" to type \"System.Type\".")
        }
        throw PSError(id: id, "The right operand of '\(op)' must be a type.")
    }
}
