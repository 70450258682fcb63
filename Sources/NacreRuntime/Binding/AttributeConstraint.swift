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

    /// What a parameter of the type holds that no argument was given for: 0, '', `$false`, `$null`; a type that cannot take
    /// null, such as a date, makes a call with other arguments fail.
    func unset(bare: Bool, _ m: Machine) throws -> Value {
        guard let type else { return .null }
        if let v = Value.initial(of: type) { return v }
        return bare ? .null : try m.convert(.null, to: type)
    }

    func convert(_ v: Value, _ m: Machine) throws -> Value {
        var v = v
        for r in rules { v = try r.transform(v, m) }
        for t in types.reversed() { v = try m.convert(v, to: t) }
        return v
    }
    /// As an assignment does: converted, then checked.
    func admit(_ value: Value, _ m: Machine) throws -> Value { try admit(value, isFirst: false, m) }
    /// - Parameter isFirst: the assignment that gives the variable its attributes.
    func admit(_ value: Value, isFirst: Bool, _ m: Machine) throws -> Value {
        var v = value.orNull
        for r in rules { v = try r.transform(v, m) }
        do { for t in types.reversed() { v = try m.convertVariable(v, to: t) } } catch let e as PSError {
            throw m.assignmentRefused(e, value, name)
        }
        for r in rules {
            do { try r.validate(v, m) } catch let e as PSError {
                let text = isFirst ? "The attribute cannot be added because variable \(name?.text ?? "") with value \(m.str(v).string) would no longer be valid." : "The variable cannot be validated because the value \(m.str(v).string) is not a valid value for the \(name?.text ?? "") variable."
                let x = ExceptionValue(.validationMetadataException, text, inner: e.record.exception)
                throw PSError(ErrorRecord(x, id: "ValidateSetFailure", category: .metadataError))
            }
        }
        return v
    }
    /// As a plain function's argument is taken.
    func bind(_ value: Value, _ m: Machine) throws -> Value {
        var v = value
        for t in types.reversed() {
            if t === TypeRef.int, case .int = v { continue }
            if t === TypeRef.string, case .object(let o) = v, o.kind == .string { continue }
            v = try m.convertArgument(v, to: t)
        }
        return v
    }
}

extension Value {
    /// What an unassigned variable of a type holds: 0, '', `$false`, or `$null`; nil for value types that have no such value.
    public static func initial(of t: TypeRef) -> Value? {
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
        case .decimal: Value(PSDecimal.zero)
        default: t.isValueType ? nil : .null
        }
    }
}

extension Machine {
    func assignmentRefused(_ e: PSError, _ v: Value, _ name: Name?) -> PSError {
        PSError(ErrorRecord(ExceptionValue(.argumentTransformationMetadataException, e.record.message, inner: e.record.exception), id: "RuntimeException", category: .metadataError))
    }
}
