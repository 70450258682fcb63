/// What the engine asks others when a conversion leaves the types it knows: classes of scripts, and types with members of their own.
public final class ConversionHooks {
    /// Makes an object from one argument by a constructor of the type; nil where none takes it.
    public var construct: ((Machine, Value, TypeRef) throws -> Value?)?
    /// A script block as a delegate of a type.
    public var toDelegate: ((Machine, ScriptBlock, TypeRef) throws -> Value?)?
    public init() {}
}

/// PowerShell's conversions: `[T]value`.
extension Machine {
    /// Converts as a cast does; throws PowerShell's errors.
    public func convert(_ v: Value, to type: TypeRef) throws -> Value {
        // The conversions that typed variables and parameters make all the time.
        switch (type.code, v) {
        case (.int, .int), (.double, .double), (.bool, .bool), (.long, .long), (.char, .char), (.byte, .byte): return v
        case (.object, .void): return .null
        case (.object, _), (.psobject, _): return v
        case (.string, .object(let o)) where o.kind == .string: return v
        case (.long, .int(let i)): return .long(Int64(i))
        case (.double, .int(let i)): return .double(Double(i))
        case (.string, _):
            if case .object(let o) = v, o.kind == .wrapped, let s = unsafeDowncast(o, to: Wrapped.self).spelling { return .object(s) }
            return v.isNull ? .object(Str.empty) : .object(str(v))
        case (.bool, _): return .bool(v.isTrue)
        default: break
        }
        let v = v.unwrapped
        if v.isNull { return try convertNull(to: type) }
        if isInstance(v, type), type.code != .switchParameter { return v }
        if case .object(let o) = v, o.kind == .table, let made = try object(from: unsafeDowncast(o, to: Table.self), type) { return made }
        switch type.code {
        case .char, .sbyte, .byte, .short, .ushort, .int, .uint, .long, .ulong, .single, .double, .decimal: return try convertToNumber(v, type)
        case .bigInteger: return try convertToBigInteger(v, type)
        case .enumeration: return try convertToEnum(v, type)
        case .nullable:
            guard let element = type.element else { return v }
            do { return try convert(v, to: element) } catch let e as PSError where e.record.errorId == "ConvertToFinalInvalidCastException" {
                throw cannotConvert(v, to: type)
            }
        case .array: return try convertToArray(v, type)
        case .void: return .void
        case .type: return try convertToType(v, type)
        case .switchParameter: return try convertToSwitch(v, type)
        case .customObject:
            if case .object(let o) = v, o.kind == .table { return customObject(unsafeDowncast(o, to: Table.self)) }
            return v
        case .reference: return .object(Reference(Variable(Name("value"), v)))
        case .hashtable:
            if case .object(let o) = v, o.kind == .table { return .object(unsafeDowncast(o, to: Table.self).asHashtable) }
            if v.obj?.kind == .custom { throw failedCast("InvalidCastConstructorException", v, to: type, cannotConvert(v, to: type).record.message) }
            // Not by the constructor that takes a capacity.
            if v.isNumber, !v.isEnum { throw cannotConvert(v, to: type) }
            return try convertByType(v, type)
        case .list, .arrayList: return try convertToList(v, type)
        case .xml: throw PSError.unsupported("[xml]")
        default:
            if type === TypeRef.systemArray { return try convertToArray(v, .array(of: .object)) }
            return try convertByType(v, type)
        }
    }

    /// The conversion, or nil where a cast would fail.
    public func tryConvert(_ v: Value, to type: TypeRef) -> Value? {
        if let s = v.str, type.isNumeric, !Machine.mayBeNumber(s) { return nil }
        return try? convert(v, to: type)
    }
    /// Whether a text can stand for a number at all: spares the error of those that cannot.
    private static func mayBeNumber(_ s: Str) -> Bool {
        guard s.count > 0 else { return true }
        let c = s[0]
        return c < 64 || c == 73 || c == 105 || c == 78 || c == 110 || c == 0xA0 || c >= 0x2000
    }

    /// What `$null` is as another type.
    private func convertNull(to type: TypeRef) throws -> Value {
        switch type.code {
        case .char: return .char(0)
        case .sbyte: return .sbyte(0)
        case .byte: return .byte(0)
        case .short: return .short(0)
        case .ushort: return .ushort(0)
        case .int: return .int(0)
        case .uint: return .uint(0)
        case .long: return .long(0)
        case .ulong: return .ulong(0)
        case .single: return .single(0)
        case .double: return .double(0)
        case .decimal: return Value(PSDecimal.zero)
        case .bigInteger: return Value(PSBigInteger.zero)
        case .switchParameter: return SwitchValue.of(false)
        case .void: return .void
        case .nullable: return .null
        case .enumeration:
            throw PSError.invalidCast("nullToEnumInvalidCast", "Cannot convert null to type \"\(type.fullName)\" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are \"\(type.labels?.names.joined(separator: ",") ?? "")\".")
        default:
            if type.isValueType { throw cannotConvertNull(to: type) }
            return .null
        }
    }

    /// The rule for parameters and typed variables: bools take no text, and switches only bools.
    public func convertArgument(_ v: Value, to type: TypeRef) throws -> Value {
        if type.code == .reference {
            if let o = v.unwrapped.obj, o.kind == .reference { return v }
            throw PSError(ErrorRecord(ExceptionValue(.argumentTransformationMetadataException, "Reference type is expected in argument."), id: "RuntimeException", category: .metadataError))
        }
        guard type.code == .bool || type.code == .switchParameter else { return try convert(v, to: type) }
        let v = v.unwrapped
        if case .bool(let b) = v { return type.code == .bool ? v : SwitchValue.of(b) }
        if v.isNumber && !v.isEnum { return type.code == .bool ? .bool(v.isTrue) : SwitchValue.of(v.isTrue) }
        if case .object(let o) = v, o.type.code == .switchParameter { return type.code == .bool ? .bool(o.isTrue) : v }
        let name = v.isNull ? "" : v.type.fullName
        if type.code == .switchParameter, v.isNull { return SwitchValue.of(false) }
        throw PSError.invalidCast("InvalidCastFromAnyTypeToBool",
            "Cannot convert value \"\(name)\" to type \"\(type.fullName)\". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.")
    }

    /// The rule of typed variables: a `[bool]` takes Booleans and numbers only.
    func convertVariable(_ v: Value, to type: TypeRef) throws -> Value {
        type.code == .bool ? try convertArgument(v, to: type) : try convert(v, to: type)
    }

    private func convertToSwitch(_ v: Value, _ type: TypeRef) throws -> Value {
        if case .bool(let b) = v { return SwitchValue.of(b) }
        if case .object(let o) = v, o.type.code == .switchParameter { return v }
        return try convertByType(v, type)
    }

    private func convertToType(_ v: Value, _ type: TypeRef) throws -> Value {
        if case .object(let o) = v, o.kind == .type { return v }
        let name: Str
        if let s = v.str { name = s } else if v.isNumber { name = str(v) } else { return try convertByType(v, type) }
        if let t = findType(name.string) { return .object(t) }
        throw PSError.invalidCast("InvalidCastFromStringToType", "Cannot convert the \"\(name.string)\" value of type \"System.String\" to type \"System.Type\".")
    }

    /// `[pscustomobject]@{…}`
    func customObject(_ t: Table) -> Value {
        var names: [Str] = [], values: [Value] = [], typeNames: [Str] = []
        t.forEachPair { k, v in
            let name = k.str ?? str(k)
            // What it passes for, and no property.
            if name.count == 10, Name(name) == Machine.typeNameKey { typeNames.append(str(v)); return true }
            names.append(name)
            values.append(v)
            return true
        }
        var seen = Set<Name>()
        let c: Custom
        if names.allSatisfy({ seen.insert(Name($0)).inserted }) { c = Custom(shape: Shape(names: names), values: values) } else {
            c = Custom(shape: Shape.empty(), values: [])
            for (n, v) in zip(names, values) { c.add(n, v) }
        }
        if !typeNames.isEmpty { c.typeNames = typeNames }
        return .object(c)
    }
    private static let typeNameKey = Name("PSTypeName")
}

extension Table {
    /// The same pairs as a plain hashtable.
    var asHashtable: Table {
        if type === TypeRef.hashtable { return self }
        let t = Table(capacity: count)
        forEachPair { t.set($0, $1); return true }
        return t
    }
}
