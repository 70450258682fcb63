extension PSError {
    /// A .NET exception that the engine lets through as it is: its id is the type's full name.
    static func raw(_ type: TypeRef, _ message: String) -> PSError {
        PSError(type, id: type.fullName, message, category: .operationStopped)
    }
    /// A RuntimeException that carries a .NET one.
    static func wrapped(_ type: TypeRef, _ message: String) -> PSError {
        let e = ExceptionValue(.runtimeException, message, inner: ExceptionValue(type, message))
        return PSError(ErrorRecord(e, id: "RuntimeException", category: .notSpecified))
    }
    static func divideByZero() -> PSError { wrapped(.divideByZeroException, "Attempted to divide by zero.") }
    static func nullReference() -> PSError { raw(.nullReferenceException, "Object reference not set to an instance of an object.") }
}

extension TypeRef {
    /// The name that messages about methods give: type arguments with the assembly they come from.
    var assemblyName: String {
        if code == .array, let element { return element.assemblyName + "[" + String(repeating: ",", count: rank - 1) + "]" }
        guard !arguments.isEmpty else { return fullName }
        let plain = namespace.isEmpty ? name : namespace + "." + name
        return plain + "[" + arguments.map { "[\($0.assemblyName), System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]" }.joined(separator: ",") + "]"
    }
}
