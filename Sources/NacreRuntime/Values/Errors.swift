import NacreSyntax

/// PowerShell's `ErrorCategory`.
public enum ErrorCategory: String, Sendable {
    case notSpecified = "NotSpecified", openError = "OpenError", closeError = "CloseError", deviceError = "DeviceError", deadlockDetected = "DeadlockDetected"
    case invalidArgument = "InvalidArgument", invalidData = "InvalidData", invalidOperation = "InvalidOperation", invalidResult = "InvalidResult", invalidType = "InvalidType"
    case metadataError = "MetadataError", notImplemented = "NotImplemented", notInstalled = "NotInstalled", objectNotFound = "ObjectNotFound", operationStopped = "OperationStopped"
    case operationTimeout = "OperationTimeout", syntaxError = "SyntaxError", parserError = "ParserError", permissionDenied = "PermissionDenied", resourceBusy = "ResourceBusy"
    case resourceExists = "ResourceExists", resourceUnavailable = "ResourceUnavailable", readError = "ReadError", writeError = "WriteError", fromStdErr = "FromStdErr"
    case securityError = "SecurityError", protocolError = "ProtocolError", connectionError = "ConnectionError", authenticationError = "AuthenticationError"
    case limitsExceeded = "LimitsExceeded", quotaExceeded = "QuotaExceeded", notEnabled = "NotEnabled"
}

/// A .NET exception.
public class ExceptionValue: Obj {
    public final var exceptionType: TypeRef
    public final var message: String
    public final var inner: ExceptionValue?
    /// What some exception types say beside the message (`ParamName`, `ErrorId`, …).
    public final var properties: [(Name, Value)] = []
    public final lazy var data = Table(rule: .exact)
    /// The record that carried it when it was thrown (`ErrorRecord` of a RuntimeException).
    public final weak var record: ErrorRecord?
    public init(_ type: TypeRef, _ message: String, inner: ExceptionValue? = nil) {
        exceptionType = type
        self.message = message
        self.inner = inner
        super.init(kind: .exception)
    }
    public override var type: TypeRef { exceptionType }
    public override func text(_ culture: Culture) -> String? { exceptionType.fullName + ": " + message }
}

/// Where in a script something is, and what called it there (`InvocationInfo`).
public struct ScriptPosition {
    public let source: Source
    public let extent: Extent
    public init(source: Source, extent: Extent) { self.source = source; self.extent = extent }
}

/// An error record.
public final class ErrorRecord: Obj {
    public var exception: ExceptionValue
    /// The id before the comma; `fullyQualifiedId` adds the command's class.
    public var errorId: String
    public var category: ErrorCategory
    public var target: Value
    public var activity = "", reason: String?, targetName: String?, targetTypeName: String?
    /// The class of the cmdlet that wrote it (`Microsoft.PowerShell.Commands.GetItemCommand`), or the function's name.
    public var commandClass: String?
    public var details: String?, recommendedAction: String?
    public var position: ScriptPosition?
    /// What was invoked there: a command's name and object, nil for plain language.
    public var command: CommandInfo?
    public var boundParameters: Table?
    /// The command's name as the call spelled it.
    public var invocationName = ""
    /// The blocks that ran, the innermost first, and where each was.
    var trace: [(block: String, place: ScriptPosition)] = []
    /// `at f, file: line 3` for each.
    public var stackTrace: String {
        trace.map { "at \($0.block), \($0.place.source.path ?? "<No file>"): line \($0.place.source.position($0.place.extent.start).line)" }.joined(separator: "\n")
    }
    /// Raised by a `throw` statement.
    public var isThrown = false
    /// The statement that the position is of has been decided (positions are filled in from the inside out).
    public var isPositioned: Bool { position != nil }

    public init(_ exception: ExceptionValue, id: String, category: ErrorCategory, target: Value = .null) {
        self.exception = exception
        errorId = id
        self.category = category
        self.target = target
        super.init(kind: .errorRecord)
        exception.record = self
    }
    public override var type: TypeRef { TypeRef.errorRecord }
    public var message: String { details ?? exception.message }
    public override func text(_ culture: Culture) -> String? { message }
    public var fullyQualifiedId: String {
        guard let commandClass, !commandClass.isEmpty else { return errorId }
        return errorId.isEmpty ? commandClass : errorId + "," + commandClass
    }
}

/// The error that Swift code throws for a PowerShell error.
public final class PSError: Error {
    public let record: ErrorRecord
    /// `throw` ends the script where nothing catches it; other errors end the statement only.
    public var endsScript: Bool
    public init(_ record: ErrorRecord, endsScript: Bool = false) { self.record = record; self.endsScript = endsScript }

    /// A RuntimeException, as the engine's own errors are.
    public convenience init(id: String, _ message: String, category: ErrorCategory = .invalidOperation, target: Value = .null) {
        self.init(ErrorRecord(ExceptionValue(.runtimeException, message), id: id, category: category, target: target))
    }
    /// An error with an exception of its own type.
    public convenience init(_ type: TypeRef, id: String, _ message: String, category: ErrorCategory = .notSpecified, target: Value = .null) {
        self.init(ErrorRecord(ExceptionValue(type, message), id: id, category: category, target: target))
    }
    /// A thing that Nacre does not do; `what` names it.
    public static func unsupported(_ what: String) -> PSError {
        PSError(.notSupportedException, id: "NotSupportedByNacre", "not supported by Nacre: \(what)", category: .notImplemented)
    }
}

/// A native method's exception: becomes MethodInvocationException where a script called it.
public struct NetException: Error {
    public let value: ExceptionValue
    public init(_ type: TypeRef, _ message: String, parameter: String? = nil) {
        let text = parameter.map { "\(message) (Parameter '\($0)')" } ?? message
        value = ExceptionValue(type, text)
        if let parameter { value.properties.append((Name("ParamName"), Value(parameter))) }
    }
    public init(_ value: ExceptionValue) { self.value = value }
}

extension TypeRef {
    private static func make(_ name: String, _ base: TypeRef, _ namespace: String = "System") -> TypeRef { TypeRef(name, namespace: namespace, code: .exception, base: base) }
    private static let sma = "System.Management.Automation"
    public static let systemException = make("SystemException", exception)
    public static let runtimeException = make("RuntimeException", systemException, sma)
    public static let argumentException = make("ArgumentException", systemException)
    public static let argumentNullException = make("ArgumentNullException", argumentException)
    public static let argumentOutOfRangeException = make("ArgumentOutOfRangeException", argumentException)
    public static let arithmeticException = make("ArithmeticException", systemException)
    public static let divideByZeroException = make("DivideByZeroException", arithmeticException)
    public static let overflowException = make("OverflowException", arithmeticException)
    public static let formatException = make("FormatException", systemException)
    public static let invalidCastException = make("InvalidCastException", systemException)
    public static let invalidOperationException = make("InvalidOperationException", systemException)
    public static let notSupportedException = make("NotSupportedException", systemException)
    public static let notImplementedException = make("NotImplementedException", systemException)
    public static let indexOutOfRangeException = make("IndexOutOfRangeException", systemException)
    public static let keyNotFoundException = make("KeyNotFoundException", systemException, "System.Collections.Generic")
    public static let outOfMemoryException = make("OutOfMemoryException", systemException)
    public static let nullReferenceException = make("NullReferenceException", systemException)
    public static let timeoutException = make("TimeoutException", systemException)
    public static let unauthorizedAccessException = make("UnauthorizedAccessException", systemException)
    public static let ioException = make("IOException", systemException, "System.IO")
    public static let fileNotFoundException = make("FileNotFoundException", ioException, "System.IO")
    public static let directoryNotFoundException = make("DirectoryNotFoundException", ioException, "System.IO")
    public static let operationCanceledException = make("OperationCanceledException", systemException)
    public static let psInvalidCastException = make("PSInvalidCastException", invalidCastException, sma)
    public static let psArgumentException = make("PSArgumentException", argumentException, sma)
    public static let psArgumentNullException = make("PSArgumentNullException", argumentNullException, sma)
    public static let psInvalidOperationException = make("PSInvalidOperationException", invalidOperationException, sma)
    public static let psNotSupportedException = make("PSNotSupportedException", notSupportedException, sma)
    public static let commandNotFoundException = make("CommandNotFoundException", runtimeException, sma)
    public static let itemNotFoundException = make("ItemNotFoundException", sessionStateException, sma)
    public static let sessionStateException = make("SessionStateException", runtimeException, sma)
    public static let sessionStateUnauthorizedAccessException = make("SessionStateUnauthorizedAccessException", sessionStateException, sma)
    public static let driveNotFoundException = make("DriveNotFoundException", sessionStateException, sma)
    public static let parameterBindingException = make("ParameterBindingException", runtimeException, sma)
    public static let parameterBindingValidationException = make("ParameterBindingValidationException", parameterBindingException, sma)
    public static let parameterBindingArgumentTransformationException = make("ParameterBindingArgumentTransformationException", parameterBindingException, sma)
    public static let validationMetadataException = make("ValidationMetadataException", metadataException, sma)
    public static let metadataException = make("MetadataException", runtimeException, sma)
    public static let argumentTransformationMetadataException = make("ArgumentTransformationMetadataException", metadataException, sma)
    public static let methodException = make("MethodException", extendedTypeSystemException, sma)
    public static let methodInvocationException = make("MethodInvocationException", methodException, sma)
    public static let extendedTypeSystemException = make("ExtendedTypeSystemException", runtimeException, sma)
    public static let getValueException = make("GetValueException", extendedTypeSystemException, sma)
    public static let getValueInvocationException = make("GetValueInvocationException", getValueException, sma)
    public static let setValueException = make("SetValueException", extendedTypeSystemException, sma)
    public static let setValueInvocationException = make("SetValueInvocationException", setValueException, sma)
    public static let propertyNotFoundException = make("PropertyNotFoundException", extendedTypeSystemException, sma)
    public static let parseException = make("ParseException", runtimeException, sma)
    public static let actionPreferenceStopException = make("ActionPreferenceStopException", runtimeException, sma)
    public static let pipelineStoppedException = make("PipelineStoppedException", runtimeException, sma)
    public static let writeErrorException = make("WriteErrorException", exception, "Microsoft.PowerShell.Commands")
    public static let scriptCallDepthException = make("ScriptCallDepthException", systemException, sma)
    public static let commandParameterException = parameterBindingException
    public static let nativeCommandExitException = make("NativeCommandExitException", runtimeException, sma)
}
