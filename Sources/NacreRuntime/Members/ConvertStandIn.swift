extension Machine {
    func convert(_ v: Value, to type: TypeRef) throws -> Value {
        switch type.code {
        case .string: return .object(str(v))
        case .object: return v
        case .int: if case .double(let d) = v { return .int(Int32(d)) }; if case .null = v { return .int(0) }; if let s = v.str, let i = Int32(s.string) { return .int(i) }
        default: break
        }
        if v.type === type { return v }
        throw PSError(.psInvalidCastException, id: "ConvertToFinalInvalidCastException", "Cannot convert the \"\(str(v).string)\" value of type \"\(v.type.fullName)\" to type \"\(type.fullName)\".", category: .invalidArgument)
    }
}
