extension PSError {
    /// A RuntimeException that carries a .NET one.
    static func wrapped(_ type: TypeRef, _ message: String) -> PSError {
        let e = ExceptionValue(.runtimeException, message, inner: ExceptionValue(type, message))
        return PSError(ErrorRecord(e, id: "RuntimeException", category: .notSpecified))
    }
    static func divideByZero() -> PSError { wrapped(.divideByZeroException, "Attempted to divide by zero.") }
    static func nullReference() -> PSError { raw(.nullReferenceException, "Object reference not set to an instance of an object.") }
}
