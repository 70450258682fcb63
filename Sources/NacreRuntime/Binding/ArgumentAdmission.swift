import NacreSyntax

extension ParameterBinder {
    /// Takes an argument through its parameter's transformations, its type and its validation.
    /// - Parameter asCmdlet: conversion errors of native cmdlets and common parameters read differently from those of functions.
    func admit(_ p: ParameterMetadata, _ given: Value, isMandatory: Bool, asCmdlet: Bool, at extent: Extent?) throws -> Value {
        var v = given.isVoid ? .null : given
        if p.isPlain, !isMandatory { return v }
        for r in p.rules {
            do { v = try r.transform(v, m) } catch let e { throw transformed(e, p, at: extent) }
        }
        v = try converted(p, v, asCmdlet: asCmdlet, at: extent)
        try validate(p, v, at: extent)
        if isMandatory { try refuseEmpty(p, p.type, v, intoCollections: true, at: extent) }
        return v
    }
    private func transformed(_ error: Error, _ p: ParameterMetadata, at extent: Extent?) -> Error {
        guard let e = m.asPSError(error) else { return error }
        return errors.transformation(p, e.record.exception, at: extent)
    }

    private func converted(_ p: ParameterMetadata, _ v: Value, asCmdlet: Bool, at extent: Extent?) throws -> Value {
        let type = p.type
        switch type.code {
        case .object: return v
        case .psobject: return v
        case .switchParameter: return try asSwitch(p, v, asCmdlet: asCmdlet, at: extent)
        case .bool: return try asBool(p, v, asCmdlet: asCmdlet, at: extent)
        case .int: if case .int = v { return v }
        case .string: if case .object(let o) = v, o.kind == .string { return v }
        default: break
        }
        // A native cmdlet sees null for an object that is not given; value types must have a value.
        if asCmdlet, v.isNull {
            if !type.isValueType || type.code == .nullable { return .null }
        }
        var v = v
        // Several labels of a flags enum may come as a list.
        if type.code == .enumeration, type.labels?.isFlags == true, let s = v.unwrapped.obj as? Seq { v = Value(s.elements.map { m.str($0).string }.joined(separator: ",")) }
        do { return try m.convertArgument(v, to: type) } catch let error {
            guard let e = m.asPSError(error) else { throw error }
            throw asCmdlet ? errors.conversion(p, e.record.exception, at: extent) : errors.transformation(p, e.record.exception, at: extent)
        }
    }
    private func asSwitch(_ p: ParameterMetadata, _ v: Value, asCmdlet: Bool, at extent: Extent?) throws -> Value {
        switch v.unwrapped {
        case .bool(let b): return SwitchValue.of(b)
        case .object(let o) where o is SwitchValue: return .object(o)
        case .null, .void, .undef: return SwitchValue.of(false)
        default: break
        }
        if asCmdlet {
            if v.unwrapped.type.isNumeric { return SwitchValue.of(v.isTrue) }
            throw errors.booleanConversion(p, m.str(v).string, at: extent)
        }
        if v.unwrapped.type.isNumeric || v.unwrapped.obj is Seq {
            let text = m.str(v.unwrapped.obj is Seq ? Value(v.unwrapped.type.fullName) : v).string
            throw errors.transformation(p, ExceptionValue(.psInvalidCastException, "Cannot convert the \"\(text)\" value of type \"\(v.unwrapped.type.fullName)\" to type \"\(p.type.fullName)\"."), at: extent)
        }
        throw errors.transformation(p, booleanOnly(v, p.type), at: extent)
    }
    private func asBool(_ p: ParameterMetadata, _ v: Value, asCmdlet: Bool, at extent: Extent?) throws -> Value {
        let u = v.unwrapped
        switch u {
        case .bool: return u
        case .object(let o): if let s = o as? SwitchValue { return .bool(s.isPresent) }
        default: break
        }
        if u.type.isNumeric, !u.isNull { return .bool(u.isTrue) }
        if asCmdlet {
            if v.isNull { throw errors.refusedEmpty(p, "Null", "null", at: extent) }
            throw errors.booleanConversion(p, u.type.fullName, at: extent)
        }
        throw errors.transformation(p, booleanOnly(v, p.type), at: extent)
    }
    private func booleanOnly(_ v: Value, _ type: TypeRef) -> ExceptionValue {
        ExceptionValue(.psInvalidCastException, "Cannot convert value \"\(v.isNull ? "" : v.unwrapped.type.fullName)\" to type \"\(type.fullName)\". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.")
    }

    private func validate(_ p: ParameterMetadata, _ v: Value, at extent: Extent?) throws {
        for r in p.rules {
            do { try r.validate(v, m) } catch let error {
                guard let e = m.asPSError(error) else { throw error }
                throw errors.validation(p, e.record.exception, at: extent)
            }
        }
    }

    /// A mandatory parameter refuses null, an empty string and an empty collection, unless it allows them.
    func refuseEmpty(_ p: ParameterMetadata, _ type: TypeRef, _ v: Value, intoCollections: Bool, at extent: Extent?) throws {
        if v.isNull {
            if !p.allowsNull { throw errors.refusedEmpty(p, "Null", "null", at: extent) }
            return
        }
        if type.code == .string {
            if !p.allowsEmptyString, let s = v.unwrapped.str, s.count == 0 { throw errors.refusedEmpty(p, "EmptyString", "an empty string", at: extent) }
            return
        }
        guard intoCollections, let s = v.unwrapped.obj as? Seq, let element = type.element ?? (type.code == .arrayList || type.code == .list ? s.element : nil) else { return }
        if s.count == 0 {
            if !p.allowsEmptyCollection {
                throw type.code == .array ? errors.refusedEmpty(p, "EmptyArray", "an empty array", at: extent)
                    : errors.refusedEmpty(p, "EmptyCollection", "an empty collection", at: extent)
            }
        } else if !element.isValueType {
            for x in s.elements { try refuseEmpty(p, element, x, intoCollections: false, at: extent) }
        }
    }

    /// True where a value goes into a parameter without conversion.
    func fits(_ p: ParameterMetadata, _ v: Value) -> Bool {
        let type = p.type, u = v.unwrapped
        if u.isNull { return !type.isValueType || type.code == .nullable }
        switch type.code {
        case .object, .psobject: return true
        case .switchParameter: if case .bool = u { return true }; return u.obj is SwitchValue
        default: break
        }
        let from = u.type
        if from.isSubtype(of: type) { return true }
        // One element goes into an array of its type.
        if type.code == .array, let e = type.element, from.code != .array { return from.isSubtype(of: e) && e.code != .object || e.code == .object || e.code == .psobject }
        if type.code == .array, let e = type.element, let s = u.obj as? Seq { return s.elements.allSatisfy { $0.isNull ? !e.isValueType : $0.unwrapped.type.isSubtype(of: e) || e.code == .psobject } }
        return false
    }
}

extension ParameterMetadata {
    /// Takes any value as it is.
    var isPlain: Bool { type.code == .object && rules.isEmpty }
}
