extension Overload.Parameter {
    /// True where the method can take the value as it lies there.
    @inline(__always) func takes(_ v: Value) -> Bool {
        if isRef || isOut { return false }
        switch v {
        case .object(let o):
            switch type.code {
            case .object: return o.kind != .reference
            case .string: return o.kind == .string
            case .bool, .char, .sbyte, .byte, .short, .ushort, .int, .uint, .long, .ulong, .single, .double: return false
            default: return o.kind != .wrapped && (o.type === type || ConversionRank.conforms(o.type, type))
            }
        case .int: return type.code == .int || type.code == .object
        case .bool: return type.code == .bool || type.code == .object
        case .double: return type.code == .double || type.code == .object
        case .char: return type.code == .char || type.code == .object
        case .long: return type.code == .long || type.code == .object
        case .null: return type.code == .object
        case .void, .undef: return false
        default: return type.code == .object || v.type === type
        }
    }
    /// True where the value's type is the parameter's own.
    @inline(__always) func isExactly(_ v: Value) -> Bool {
        if isRef || isOut { return false }
        switch v {
        case .object(let o):
            switch o.kind {
            case .string: return type.code == .string
            case .wrapped, .reference: return false
            default: return o.type === type
            }
        case .int: return type.code == .int
        case .bool: return type.code == .bool
        case .double: return type.code == .double
        case .char: return type.code == .char
        case .long: return type.code == .long
        case .null, .void, .undef: return false
        default: return v.type === type
        }
    }
}

extension MethodMember {
    /// The overload that takes the arguments as they are, without conversions: the only one, or one whose types are theirs exactly.
    /// Costs no allocation; nil sends the call to `resolve`.
    public func exact(_ args: Args) -> Overload? {
        let all = overloads
        if all.count == 1 {
            let o = all[0]
            if o.isPlainly(args) { return o }
            guard o.count == args.count, !o.hasParams else { return nil }
            var i = 0
            while i < args.count { if !o.parameters[i].takes(args[i]) { return nil }; i += 1 }
            return o
        }
        next: for o in all where o.count == args.count {
            var i = 0
            while i < args.count { if !o.parameters[i].isExactly(args[i]) { continue next }; i += 1 }
            return o
        }
        return nil
    }
}
extension Overload {
    @inline(__always) public var hasParams: Bool { parameters.last?.isParams ?? false }
    /// Parameters that a call must give.
    var required: Int { parameters.count - parameters.reversed().prefix { $0.defaultValue != nil || $0.isParams }.count }
}
