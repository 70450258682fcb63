import NacreRuntime

/// `System.Exception` and its kin.
enum ExceptionType {
    static func me(_ v: Value) -> ExceptionValue? { v.obj as? ExceptionValue }

    static func declare(_ t: TypeBuilder) {
        t.property("string Message") { _, v in me(v).map { Value($0.message) } ?? .null }
        t.property("System.Collections.IDictionary Data") { _, v in me(v).map { .object($0.data) } ?? .null }
        t.property("System.Exception InnerException") { _, v in me(v)?.inner.map { .object($0) } ?? .null }
        t.property("string StackTrace") { _, v in extra(v, "StackTrace") ?? .null }
        t.property("string HelpLink", get: { _, v in extra(v, "HelpLink") ?? .null }, set: { _, v, x in set(v, "HelpLink", x) })
        t.property("string Source", get: { _, v in extra(v, "Source") ?? .null }, set: { _, v, x in set(v, "Source", x) })
        t.property("int HResult", get: { _, v in extra(v, "HResult") ?? .int(number(v)) }, set: { _, v, x in set(v, "HResult", x) })
        t.property("System.Reflection.MethodBase TargetSite") { _, _ in .null }
        t.method("System.Exception GetBaseException()") { _, v, _ in
            var e = me(v)
            while let i = e?.inner { e = i }
            return e.map { .object($0) } ?? .null
        }
        t.method("string ToString()") { m, v, _ in Value(me(v).map(text) ?? "") }
        constructors(t, .exception)
    }

    private static func text(_ e: ExceptionValue) -> String {
        var s = e.message.isEmpty ? e.exceptionType.fullName : e.exceptionType.fullName + ": " + e.message
        if let i = e.inner { s += "\n ---> " + text(i) + "\n   --- End of inner exception stack trace ---" }
        return s
    }
    static func extra(_ v: Value, _ name: String) -> Value? {
        let n = Name(name)
        return me(v)?.properties.first { $0.0 == n }?.1
    }
    static func set(_ v: Value, _ name: String, _ x: Value) {
        let n = Name(name)
        guard let e = me(v) else { return }
        e.properties.removeAll { $0.0 == n }
        e.properties.append((n, x))
    }
    /// `HResult` of the commonest.
    private static func number(_ v: Value) -> Int32 {
        switch me(v)?.exceptionType.name {
        case "ArgumentException"?: -2147024809
        case "ArgumentNullException"?: -2147467261
        case "ArgumentOutOfRangeException"?: -2146233086
        case "InvalidOperationException"?: -2146233079
        case "FormatException"?: -2146233033
        case "DivideByZeroException"?: -2147352558
        case "FileNotFoundException"?: -2147024894
        case "DirectoryNotFoundException"?: -2147024893
        case "Exception"?, "RuntimeException"?: -2146233088
        default: -2146233087
        }
    }

    static func constructors(_ t: TypeBuilder, _ type: TypeRef) {
        let n = type.fullName
        func make(_ type: Value, _ message: String, _ inner: Value = .null) -> ExceptionValue {
            ExceptionValue(type.obj as? TypeRef ?? .exception, message, inner: inner.cast(ExceptionValue.self))
        }
        t.constructor("\(n)()") { _, type, _ in .object(make(type, defaultMessage(type.obj as? TypeRef))) }
        t.constructor("\(n)(string message)") { _, type, a in .object(make(type, a.text(0))) }
        t.constructor("\(n)(string message, System.Exception innerException)") { _, type, a in .object(make(type, a.text(0), a[1])) }
    }
    private static func defaultMessage(_ t: TypeRef?) -> String {
        switch t?.name {
        case "ArgumentException"?: "Value does not fall within the expected range."
        case "ArgumentNullException"?: "Value cannot be null."
        case "ArgumentOutOfRangeException"?: "Specified argument was out of the range of valid values."
        case "InvalidOperationException"?: "Operation is not valid due to the current state of the object."
        case "NotImplementedException"?: "The method or operation is not implemented."
        case "NotSupportedException"?: "Specified method is not supported."
        case "FormatException"?: "One of the identified items was in an invalid format."
        case "DivideByZeroException"?: "Attempted to divide by zero."
        case "OverflowException"?: "Arithmetic operation resulted in an overflow."
        case "TimeoutException"?: "The operation has timed out."
        case "IndexOutOfRangeException"?: "Index was outside the bounds of the array."
        case "InvalidCastException"?: "Specified cast is not valid."
        case "UnauthorizedAccessException"?: "Attempted to perform an unauthorized operation."
        case "KeyNotFoundException"?: "The given key was not present in the dictionary."
        case "NullReferenceException"?: "Object reference not set to an instance of an object."
        case "OperationCanceledException"?: "The operation was canceled."
        default: "Exception of type '\(t?.fullName ?? "System.Exception")' was thrown."
        }
    }

    static func register(in c: TypeCatalog) {
        let known: [TypeRef] = [.systemException, .arithmeticException, .divideByZeroException, .overflowException, .formatException, .invalidCastException, .invalidOperationException,
            .notSupportedException, .notImplementedException, .indexOutOfRangeException, .keyNotFoundException, .outOfMemoryException, .nullReferenceException, .timeoutException,
            .unauthorizedAccessException, .ioException, .directoryNotFoundException, .operationCanceledException, .typeLoadException]
        for t in known {
            t.declare(in: c) { constructors($0, t) }
            c.register(t)
        }
        let engine: [TypeRef] = [.runtimeException, .psInvalidCastException, .psArgumentException, .psInvalidOperationException, .psNotSupportedException, .commandNotFoundException, .itemNotFoundException,
            .sessionStateException, .driveNotFoundException, .parameterBindingException, .validationMetadataException, .metadataException, .argumentTransformationMetadataException, .methodException,
            .methodInvocationException, .extendedTypeSystemException, .getValueException, .getValueInvocationException, .setValueException, .setValueInvocationException, .propertyNotFoundException,
            .nativeCommandExitException, .parseException, .actionPreferenceStopException, .pipelineStoppedException, .writeErrorException, .parameterBindingValidationException, .parameterBindingArgumentTransformationException]
        for t in engine {
            t.declare(in: c) { b in
                constructors(b, t)
                guard t !== TypeRef.writeErrorException else { return }
                b.property("System.Management.Automation.ErrorRecord ErrorRecord") { _, v in record(v) }
                b.property("bool WasThrownFromThrowStatement") { _, v in .bool(me(v)?.record?.isThrown ?? false) }
                if t === TypeRef.parseException { b.property("System.Management.Automation.Language.ParseError[] Errors") { _, v in extra(v, "Errors") ?? .null } }
                for n in ["ExitCode", "Path", "CommandName", "ParameterName", "ErrorId", "ItemName", "ParameterType", "TypeSpecified"] { b.property("System.Object \(n)") { _, v in extra(v, n) ?? .null } }
            }
            c.register(t)
        }
        argument(c)
        file(c)
        let more: [(String, TypeRef)] = [("System.ApplicationException", .exception), ("System.AggregateException", .exception), ("System.Security.SecurityException", .systemException),
            ("System.Data.DataException", .systemException), ("System.IO.EndOfStreamException", .ioException), ("System.IO.PathTooLongException", .ioException), ("System.StackOverflowException", .systemException),
            ("System.Threading.ThreadInterruptedException", .systemException), ("System.Net.WebException", .invalidOperationException), ("System.Net.Http.HttpRequestException", .exception),
            ("System.UriFormatException", .formatException), ("System.ComponentModel.Win32Exception", .systemException), ("System.ArrayTypeMismatchException", .systemException),
            ("System.Text.RegularExpressions.RegexParseException", .argumentException), ("System.Text.DecoderFallbackException", .argumentException), ("System.Globalization.CultureNotFoundException", .argumentException),
            ("System.MemberAccessException", .systemException), ("System.MissingMemberException", .systemException), ("System.RankException", .systemException), ("System.TimeZoneNotFoundException", .exception)]
        for (full, base) in more {
            c.register(full) {
                let t = TypeRef(full, exceptionBase: base)
                t.declare(in: c) { constructors($0, t) }
                return t
            }
        }
    }
    private static func record(_ v: Value) -> Value {
        guard let e = me(v) else { return .null }
        if let r = e.record { return .object(r) }
        let r = ErrorRecord(e, id: e.exceptionType.name == "RuntimeException" ? "RuntimeException" : e.exceptionType.name, category: .notSpecified)
        // The exception keeps its record only loosely: here it is asked for, so it is held on to.
        e.properties.append((Name("ErrorRecord"), .object(r)))
        return .object(r)
    }

    /// The exceptions that name a parameter.
    private static func argument(_ c: TypeCatalog) {
        func with(_ parameter: String, _ message: String) -> String { parameter.isEmpty ? message : "\(message) (Parameter '\(parameter)')" }
        func make(_ t: TypeRef, _ message: String, _ parameter: String) -> Value {
            let e = ExceptionValue(t, with(parameter, message))
            if !parameter.isEmpty { e.properties.append((Name("ParamName"), Value(parameter))) }
            return .object(e)
        }
        for t in [TypeRef.argumentException, .psArgumentException] {
            t.declare(in: c) { b in
                constructors(b, t)
                b.constructor("\(t.fullName)(string message, string paramName)") { _, _, a in make(t, a.text(0), a.text(1)) }
                b.property("string ParamName") { _, v in extra(v, "ParamName") ?? .null }
            }
            c.register(t)
        }
        for t in [TypeRef.argumentNullException, .psArgumentNullException] {
            t.declare(in: c) { b in
                b.constructor("\(t.fullName)()") { _, _, _ in make(t, "Value cannot be null.", "") }
                b.constructor("\(t.fullName)(string paramName)") { _, _, a in make(t, "Value cannot be null.", a.text(0)) }
                b.constructor("\(t.fullName)(string paramName, string message)") { _, _, a in make(t, a.text(1), a.text(0)) }
                b.constructor("\(t.fullName)(string message, System.Exception innerException)") { _, _, a in .object(ExceptionValue(t, a.text(0), inner: a.object(1, ExceptionValue.self))) }
            }
            c.register(t)
        }
        let range = TypeRef.argumentOutOfRangeException
        range.declare(in: c) { b in
            b.constructor("\(range.fullName)()") { _, _, _ in make(range, "Specified argument was out of the range of valid values.", "") }
            b.constructor("\(range.fullName)(string paramName)") { _, _, a in make(range, "Specified argument was out of the range of valid values.", a.text(0)) }
            b.constructor("\(range.fullName)(string paramName, string message)") { _, _, a in make(range, a.text(1), a.text(0)) }
            b.constructor("\(range.fullName)(string paramName, System.Object actualValue, string message)") { m, _, a in
                let e = ExceptionValue(range, with(a.text(0), a.text(2)) + "\nActual value was \(m.textOf(a[1], .current)).")
                e.properties = [(Name("ParamName"), a[0]), (Name("ActualValue"), a[1])]
                return .object(e)
            }
            b.property("System.Object ActualValue") { _, v in extra(v, "ActualValue") ?? .null }
        }
        c.register(range)
    }
    private static func file(_ c: TypeCatalog) {
        let t = TypeRef.fileNotFoundException
        t.declare(in: c) { b in
            constructors(b, t)
            b.constructor("\(t.fullName)(string message, string fileName)") { _, _, a in
                let e = ExceptionValue(t, a.text(0))
                e.properties.append((Name("FileName"), a[1]))
                return .object(e)
            }
            b.property("string FileName") { _, v in extra(v, "FileName") ?? .null }
        }
        c.register(t)
    }
}
extension TypeRef {
    /// An exception's type by its full name.
    convenience init(_ full: String, exceptionBase base: TypeRef) {
        let cut = full.lastIndex(of: ".") ?? full.startIndex
        self.init(String(full[full.index(after: cut)...]), namespace: String(full[..<cut]), code: .exception, base: base)
    }
}
