extension PSError {
    /// A failed conversion: a RuntimeException around PowerShell's own PSInvalidCastException.
    static func invalidCast(_ id: String, _ message: String, target: Value = .null) -> PSError {
        let e = ExceptionValue(.runtimeException, message, inner: ExceptionValue(.psInvalidCastException, message))
        return PSError(ErrorRecord(e, id: id, category: .invalidArgument, target: target))
    }
}

extension TextError {
    /// The .NET exception type the failure stands for.
    var exceptionType: TypeRef { kind.exceptionType }
}

extension Machine {
    /// The text of a value as conversion errors show it: what `ToString()` gives.
    func shown(_ v: Value) -> String { v.obj?.kind == .custom ? str(v).string : text(v, culture: .current).string }

    /// No way at all from the value's type to the other.
    func cannotConvert(_ v: Value, to type: TypeRef) -> PSError {
        if type.name == "SecureString" || type.name == "PSCredential" {
            return .invalidCast("ConvertToFinalInvalidCastException", "Cannot convert the value of type \"\(v.type.qualifiedName)\" to type \"\(type.fullName)\".")
        }
        return .invalidCast("ConvertToFinalInvalidCastException", "Cannot convert the \"\(shown(v))\" value of type \"\(v.type.qualifiedName)\" to type \"\(type.fullName)\".")
    }
    /// A conversion that was tried and failed for a reason.
    func failedCast(_ id: String, _ v: Value, to type: TypeRef, _ reason: String) -> PSError {
        .invalidCast(id, "Cannot convert value \"\(shown(v))\" to type \"\(type.fullName)\". Error: \"\(reason)\"")
    }
    func cannotConvertNull(to type: TypeRef) -> PSError {
        .invalidCast("nullToObjectInvalidCast", "Cannot convert null to type \"\(type.fullName)\".")
    }
}
