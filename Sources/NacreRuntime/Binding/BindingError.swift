import NacreSyntax

/// PowerShell's parameter binding errors: ids, messages, categories and exception types.
struct BindingErrors {
    let command: CommandInfo
    let source: Source?
    /// The whole call, where errors that no single word causes are shown.
    let callExtent: Extent?

    func make(_ id: String, _ message: String, _ category: ErrorCategory = .invalidArgument, type: TypeRef = .parameterBindingException,
              parameter: String? = nil, inner: ExceptionValue? = nil, at extent: Extent? = nil) -> PSError {
        let e = ExceptionValue(type, message, inner: inner)
        if let parameter { e.properties.append((Name("ParameterName"), Value(parameter))) }
        e.properties.append((Name("ErrorId"), Value(id)))
        let r = ErrorRecord(e, id: id, category: category)
        r.commandClass = (command as? CmdletInfo)?.className ?? command.name
        r.activity = command.name
        r.command = command
        if let source, let extent = extent ?? callExtent { r.position = ScriptPosition(source: source, extent: extent) }
        return PSError(r)
    }
    func notFound(_ name: String, at extent: Extent?) -> PSError {
        make("NamedParameterNotFound", "A parameter cannot be found that matches parameter name '\(name)'.", parameter: name, at: extent)
    }
    func ambiguousName(_ name: String, _ matches: [String], at extent: Extent?) -> PSError {
        make("AmbiguousParameter", "Parameter cannot be processed because the parameter name '\(name)' is ambiguous. Possible matches include: \(matches.map { "-" + $0 }.joined(separator: " ")).", parameter: name, at: extent)
    }
    func ambiguousSet() -> PSError {
        make("AmbiguousParameterSet", "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.")
    }
    func positionalNotFound(_ text: String) -> PSError {
        make("PositionalParameterNotFound", "A positional parameter cannot be found that accepts argument '\(text)'.")
    }
    func alreadyBound(_ name: String, at extent: Extent?) -> PSError {
        make("ParameterAlreadyBound", "Cannot bind parameter because parameter '\(name)' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, \"-parameter value1,value2,value3\".", parameter: name, at: extent)
    }
    func missingArgument(_ p: ParameterMetadata, at extent: Extent?) -> PSError {
        make("MissingArgument", "Missing an argument for parameter '\(p.name)'. Specify a parameter of type '\(p.type.fullName)' and try again.", parameter: p.name, at: extent)
    }
    func missingMandatory(_ names: [String]) -> PSError {
        make("MissingMandatoryParameter", "Cannot process command because of one or more missing mandatory parameters: \(names.joined(separator: " ")).")
    }
    func transformation(_ p: ParameterMetadata, _ cause: ExceptionValue, at extent: Extent?) -> PSError {
        let inner = ExceptionValue(.argumentTransformationMetadataException, cause.message, inner: cause)
        return make("ParameterArgumentTransformationError", "Cannot process argument transformation on parameter '\(p.name)'. \(cause.message)", .invalidData,
                    type: .parameterBindingArgumentTransformationException, parameter: p.name, inner: inner, at: extent)
    }
    func conversion(_ p: ParameterMetadata, _ cause: ExceptionValue, at extent: Extent?) -> PSError {
        make("CannotConvertArgumentNoMessage", "Cannot bind parameter '\(p.name)'. \(cause.message)", parameter: p.name, inner: cause, at: extent)
    }
    func booleanConversion(_ p: ParameterMetadata, _ text: String, at extent: Extent?) -> PSError {
        make("CannotConvertArgument", "Cannot convert '\(text)' to the type '\(p.type.fullName)' required by parameter '\(p.name)'. ", parameter: p.name, at: extent)
    }
    func validation(_ p: ParameterMetadata, _ cause: ExceptionValue, at extent: Extent?) -> PSError {
        make("ParameterArgumentValidationError", "Cannot validate argument on parameter '\(p.name)'. \(cause.message)", .invalidData,
             type: .parameterBindingValidationException, parameter: p.name, inner: cause, at: extent)
    }
    /// A mandatory parameter was given nothing; `what` is `null`, `an empty string`, `an empty array`, `an empty collection`.
    func refusedEmpty(_ p: ParameterMetadata, _ id: String, _ what: String, at extent: Extent?) -> PSError {
        make("ParameterArgumentValidationError\(id)NotAllowed", "Cannot bind argument to parameter '\(p.name)' because it is \(what).", .invalidData,
             type: .parameterBindingValidationException, parameter: p.name, at: extent)
    }
    func inputNotBound(_ input: Value) -> PSError {
        let e = make("InputObjectNotBound", "The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.")
        e.record.target = input
        return e
    }
    func inputLacksMandatory(_ input: Value, _ names: [String]) -> PSError {
        let e = make("InputObjectMissingMandatory", "The input object cannot be bound because it did not contain the information required to bind all mandatory parameters:  \(names.joined(separator: " "))")
        e.record.target = input
        return e
    }
}
