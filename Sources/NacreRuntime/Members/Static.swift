extension Machine {
    /// `[type]::name`
    public func staticMember(_ type: TypeRef, _ name: Name) throws -> Value {
        if let m = type.staticMember(name) { return try read(m, of: .null) }
        if let labels = type.labels, let i = labels.index(of: name) { return .object(EnumValue(type, labels.values[i])) }
        // A method of the instances is seen too, as PowerShell has it.
        if let m = type.members.constructors.overloads.isEmpty ? nil : type.members.constructors, name == WellKnown.new { return .object(MethodObject(m, target: .object(type))) }
        if type.isRefused { throw PSError.refusedType(type) }
        if type.refuses(name) { throw PSError.refusedMember(type, name.text) }
        if strictLevel >= 2 { throw PSError.propertyNotFound(name.text) }
        return .null
    }

    /// `[type]::name = v`
    public func setStaticMember(_ type: TypeRef, _ name: Name, _ v: Value) throws {
        guard let m = type.staticMember(name), m.isProperty else { throw PSError.cannotAssign(name.text) }
        try write(m, of: .null, v.isVoid ? .null : v)
    }

    /// `[type]::name(args)`
    public func invokeStatic(_ type: TypeRef, _ name: Name, _ args: Args) throws -> Value {
        if let m = type.staticMember(name) as? MethodMember { return try call(m, on: .object(type), args) }
        if name == WellKnown.new { return try construct(type, args) }
        if type.code == .array, name == WellKnown.new { return try construct(type, args) }
        throw PSError.methodNotFound(type, name.text)
    }

    /// `[type]::new(args)`
    public func construct(_ type: TypeRef, _ args: Args) throws -> Value {
        if type.code == .array { return try constructArray(type, args) }
        let c = type.members.constructors
        if c.overloads.isEmpty {
            if type.isValueType, args.count == 0 { return try convert(.int(0), to: type) }
            throw PSError.methodNotFound(type, "new")
        }
        if let o = c.exact(args) {
            do { return try o.invoke(self, .object(type), args) }
            catch let e as NetException { throw PSError.invocation(".ctor", args.count, e.value) }
            catch let e as TextError { throw PSError.invocation(".ctor", args.count, e.exception) }
        }
        return try converting(c, .object(type), args, called: "new")
    }

    /// `[int[]]::new(5)`, `[int[,]]::new(2, 3)`
    private func constructArray(_ type: TypeRef, _ args: Args) throws -> Value {
        let element = type.element ?? .object
        guard args.count == type.rank else { throw PSError.noOverload("new", args.count) }
        var sizes: [Int] = []
        for i in 0..<args.count {
            let v = try argument(args[i], to: .int, named: "length\(i)", of: ".ctor")
            guard case .int(let n) = v else { throw PSError.noOverload("new", args.count) }
            if n < 0 { throw PSError.invocation(".ctor", args.count, ExceptionValue(.overflowException, "Arithmetic operation resulted in an overflow.")) }
            sizes.append(Int(n))
        }
        var count = 1, over = false
        for n in sizes where !over { (count, over) = count.multipliedReportingOverflow(by: n) }
        do { try Limits.checkElements(over ? .max : count) } catch let e as NetException { throw PSError.invocation(".ctor", args.count, e.value) }
        let empty = defaultValue(of: element)
        if sizes.count == 1 { return .object(PSArray(repeating: empty, count: sizes[0], of: element)) }
        return .object(MultiArray(type, sizes: sizes, repeating: empty))
    }

    /// What a fresh element of an array of the type holds.
    public func defaultValue(of type: TypeRef) -> Value {
        switch type.code {
        case .int: .int(0)
        case .bool: .bool(false)
        case .double: .double(0)
        case .char: .char(0)
        case .byte: .byte(0)
        case .sbyte: .sbyte(0)
        case .short: .short(0)
        case .ushort: .ushort(0)
        case .uint: .uint(0)
        case .long: .long(0)
        case .ulong: .ulong(0)
        case .single: .single(0)
        case .dateTime, .timeSpan: (try? convert(.long(0), to: type)) ?? .null
        default:
            type.labels != nil ? .object(EnumValue(type, 0))
                : type.isValueType && type.code != .nullable ? (try? type.code == .decimal || type.code == .bigInteger ? convert(.int(0), to: type) : pass([]) { try construct(type, $0) }) ?? .null : .null
        }
    }
}

extension EnumLabels {
    /// The place of a label, whatever its case.
    func index(of name: Name) -> Int? {
        let text = name.text.lowercased()
        return names.firstIndex { $0.lowercased() == text }
    }
}
