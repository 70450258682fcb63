import NacreSyntax

/// The types and rules before a variable or parameter: `[ValidateRange(1, 5)][int]$x`.
final class AttributeConstraint: VariableConstraint {
    /// The last type written is the one applied last.
    private(set) var types: [TypeRef] = []
    private(set) var rules: [ArgumentRule] = []
    let name: Name?

    init(_ attributes: [AttributeBaseAst], name: Name?, source: Source, _ m: Machine) throws {
        self.name = name
        for a in attributes {
            if let a = a as? AttributeAst {
                if let rule = try AttributeReader.rule(a, source: source, m) { rules.append(rule) }
            } else {
                guard let t = m.session.types.resolve(a.typeName) else { throw m.typeNotFound(a.typeName) }
                types.append(t)
            }
        }
    }
    var isEmpty: Bool { types.isEmpty && rules.isEmpty }
    var type: TypeRef? { types.last }

    /// The value of a variable of the type that nothing was assigned to.
    var initial: Value { type.map { Value.initial(of: $0) } ?? .null }

    func convert(_ v: Value, _ m: Machine) throws -> Value {
        var v = v
        for t in types.reversed() { v = try m.convert(v, to: t) }
        return v
    }
    /// As an assignment does: converted, then checked.
    func admit(_ value: Value, _ m: Machine) throws -> Value {
        var v = value.orNull
        for r in rules { v = try r.transform(v, m) }
        do { for t in types.reversed() { v = try m.convert(v, to: t) } } catch let e as PSError {
            throw m.assignmentRefused(e, value, name)
        }
        for r in rules {
            do { try r.validate(v, m) } catch let e as PSError {
                let text = "The variable cannot be validated because the value \(m.str(v).string) is not a valid value for the \(name?.text ?? "") variable."
                let x = ExceptionValue(.validationMetadataException, text, inner: e.record.exception)
                throw PSError(ErrorRecord(x, id: "ValidateSetFailure", category: .metadataError))
            }
        }
        return v
    }
    /// As a plain function's argument is taken.
    func bind(_ value: Value, parameter: BlockParameter, _ m: Machine) throws -> Value {
        var v = value
        for t in types.reversed() {
            if t === TypeRef.int, case .int = v { continue }
            if t === TypeRef.string, case .object(let o) = v, o.kind == .string { continue }
            do { v = try m.convertArgument(v, to: t) } catch let e as PSError { throw m.argumentRefused(e, parameter.spelling, v, t) }
        }
        return v
    }
}

extension Value {
    /// What an unassigned variable of a type holds: 0, '', `$false`, or `$null`.
    public static func initial(of t: TypeRef) -> Value {
        switch t.code {
        case .bool: .bool(false)
        case .switchParameter: SwitchValue.of(false)
        case .int: .int(0)
        case .long: .long(0)
        case .double: .double(0)
        case .string: .object(Str.empty)
        case .char: .char(0)
        case .byte: .byte(0)
        case .sbyte: .sbyte(0)
        case .short: .short(0)
        case .ushort: .ushort(0)
        case .uint: .uint(0)
        case .ulong: .ulong(0)
        case .single: .single(0)
        default: .null
        }
    }
}

extension Machine {
    func assignmentRefused(_ e: PSError, _ v: Value, _ name: Name?) -> PSError {
        PSError(ErrorRecord(ExceptionValue(.argumentTransformationMetadataException, e.record.message, inner: e.record.exception), id: "RuntimeException", category: .metadataError))
    }
    func argumentRefused(_ e: PSError, _ parameter: String, _ v: Value, _ t: TypeRef) -> PSError {
        let x = ExceptionValue(.parameterBindingArgumentTransformationException, "Cannot process argument transformation on parameter '\(parameter)'. \(e.record.message)", inner: e.record.exception)
        return PSError(ErrorRecord(x, id: "ParameterArgumentTransformationError", category: .invalidData))
    }
}
