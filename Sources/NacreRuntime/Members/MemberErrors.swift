/// The errors of member access, with PowerShell's ids and texts.
extension PSError {
    static func propertyNotFound(_ name: String) -> PSError {
        PSError(.propertyNotFoundException, id: "PropertyNotFoundStrict",
                "The property '\(name)' cannot be found on this object. Verify that the property exists.", category: .notSpecified)
    }
    static func cannotAssign(_ name: String) -> PSError {
        PSError(id: "PropertyAssignmentException", cannotAssignText(name))
    }
    static func readOnlyProperty(_ name: String) -> PSError { PSError(id: "PropertyAssignmentException", "'\(name)' is a ReadOnly property.") }
    static func cannotAssignText(_ name: String) -> String {
        "The property '\(name)' cannot be found on this object. Verify that the property exists and can be set."
    }
    static func methodNotFound(_ type: TypeRef, _ name: String) -> PSError {
        if type.isRefused { return refusedType(type) }
        if type.refuses(Name(name)) { return refusedMember(type, name) }
        return PSError(id: "MethodNotFound", "Method invocation failed because [\(type.qualifiedName)] does not contain a method named '\(name)'.")
    }
    static let methodOnNullText = "You cannot call a method on a null-valued expression."
    static func methodOnNull() -> PSError { PSError(id: "InvokeMethodOnNull", methodOnNullText) }
    static func noOverload(_ name: String, _ count: Int) -> PSError {
        PSError(.methodException, id: "MethodCountCouldNotFindBest", "Cannot find an overload for \"\(name)\" and the argument count: \"\(count)\".")
    }
    static func ambiguous(_ name: String, _ count: Int) -> PSError {
        PSError(.methodException, id: "MethodCountCouldNotFindBest", "Multiple ambiguous overloads found for \"\(name)\" and the argument count: \"\(count)\".")
    }
    static func indexIntoNull() -> PSError { PSError(id: "NullArray", "Cannot index into a null array.") }
    static func nullIndex() -> PSError { PSError(id: "NullArrayIndex", "Index operation failed; the array index evaluated to null.") }
    static func cannotIndex(_ type: TypeRef) -> PSError {
        PSError(id: "CannotIndex", "Unable to index into an object of type \"\(type.qualifiedName)\".")
    }
    /// The id of an exception that the engine lets through is the exception's type.
    public static func raw(_ type: TypeRef, _ message: String) -> PSError { PSError(type, id: type.fullName, message, category: .operationStopped) }
    public static func raw(_ e: ExceptionValue) -> PSError {
        PSError(ErrorRecord(e, id: e.exceptionType.fullName, category: .operationStopped))
    }

    /// What a throwing native method becomes where a script called it.
    static func invocation(_ name: String, _ count: Int, _ e: ExceptionValue) -> PSError {
        wrapped(.methodInvocationException, "Exception calling \"\(name)\" with \"\(count)\" argument(s): \"\(e.message)\"", e, id: e.exceptionType.name)
    }
    static func getting(_ name: String, _ e: ExceptionValue) -> PSError {
        wrapped(.getValueInvocationException, "Exception getting \"\(name)\": \"\(e.message)\"", e, id: "ExceptionWhenGetting")
    }
    static func setting(_ name: String, _ e: ExceptionValue) -> PSError {
        wrapped(.setValueInvocationException, "Exception setting \"\(name)\": \"\(e.message)\"", e, id: "ExceptionWhenSetting")
    }
    private static func wrapped(_ type: TypeRef, _ text: String, _ inner: ExceptionValue, id: String) -> PSError {
        PSError(ErrorRecord(ExceptionValue(type, text, inner: inner), id: id, category: .notSpecified))
    }
}

extension TypeRef {
    /// The name with the assemblies of generic arguments, as `Type.FullName` and engine messages have it.
    public final var qualifiedName: String {
        if code == .array, let element { return element.qualifiedName + "[" + String(repeating: ",", count: rank - 1) + "]" }
        guard !arguments.isEmpty else { return fullName }
        let plain = namespace.isEmpty ? name : namespace + "." + name
        return plain + "[" + arguments.map { "[\($0.qualifiedName), \($0.assemblyName)]" }.joined(separator: ",") + "]"
    }
    /// The full name of the assembly that holds the type, as far as generic names show it.
    final var assemblyName: String {
        namespace.hasPrefix("System.Management.Automation") || namespace.hasPrefix("Microsoft.PowerShell")
            ? "System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35"
            : "System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e"
    }
}

extension Machine {
    /// The version that `Set-StrictMode` asks for here; 0 where it is off.
    var strictLevel: Int {
        var s: Scope? = scope
        while let c = s { if c.strictMode >= 0 { return Int(c.strictMode) }; s = c.parent }
        return 0
    }
    /// Runs native code whose exceptions become those of a method call.
    @inline(__always) func invoking(_ name: String, _ count: Int, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let e as NetException { throw PSError.invocation(name, count, e.value) }
        catch let e as TextError { throw PSError.invocation(name, count, e.exception) }
    }
}

extension TextError {
    /// The .NET exception it stands for.
    public var exception: ExceptionValue { ExceptionValue(kind.exceptionType, message) }
}
extension TextError.Kind {
    var exceptionType: TypeRef {
        switch self {
        case .format: .formatException
        case .overflow: .overflowException
        case .argument: .argumentException
        case .argumentNull: .argumentNullException
        case .argumentOutOfRange: .argumentOutOfRangeException
        case .divideByZero: .divideByZeroException
        case .notSupported: .notSupportedException
        }
    }
}
