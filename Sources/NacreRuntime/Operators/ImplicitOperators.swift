/// Operators that .NET types define themselves: dates, spans, big integers, and Decimal where the other operand is no number.
extension Machine {
    private struct Form { let left: TypeRef, right: TypeRef }

    /// The type whose operator is meant: the left operand's, or the right one's where the left is `$null` or a primitive.
    func implicit(_ op: ImplicitOperator, _ a: Value, _ b: Value) throws -> Value {
        let owner: TypeRef
        if case .object = a { owner = a.type }
        else if case .object = b { owner = b.type }
        else {
            throw PSError(id: "NotADefinedOperationForType", "The operation '[\(Machine.shown(a))] \(op.sign) [\(Machine.shown(b))]' is not defined.")
        }
        if owner.code == .scriptClass, let own = owner.staticMember(Name("\(op.method)")) as? MethodMember {
            return try pass([a, b]) { try call(own, on: .object(owner), $0) }
        }
        let forms = Machine.forms(of: op, owner)
        guard !forms.isEmpty else {
            let name = owner.code == .customObject ? TypeRef.psobject.fullName : owner.qualifiedName
            throw PSError(id: "MethodNotFound", "Method invocation failed because [\(name)] does not contain a method named '\(op.method)'.")
        }
        let form = forms.count == 1 ? forms[0] : best(forms, a, b)
        let x = try operand(a, 0, op, form.left), y = try operand(b, 1, op, form.right)
        return try compute(op, owner, x, y)
    }
    private static func shown(_ v: Value) -> String { v.isNull ? "$null" : v.type.fullName }

    private static func forms(of op: ImplicitOperator, _ owner: TypeRef) -> [Form] {
        switch owner.code {
        case .bigInteger:
            if op == .shl || op == .shr { return [Form(left: .bigInteger, right: .int)] }
            return [Form(left: .bigInteger, right: .bigInteger)]
        case .decimal:
            if op.rawValue <= ImplicitOperator.remainder.rawValue { return [Form(left: .decimal, right: .decimal)] }
        case .dateTime:
            if op == .add { return [Form(left: .dateTime, right: .timeSpan)] }
            if op == .subtract { return [Form(left: .dateTime, right: .timeSpan), Form(left: .dateTime, right: .dateTime)] }
        case .timeSpan:
            if op == .add || op == .subtract { return [Form(left: .timeSpan, right: .timeSpan)] }
            if op == .multiply { return [Form(left: .timeSpan, right: .double), Form(left: .double, right: .timeSpan)] }
            if op == .divide { return [Form(left: .timeSpan, right: .double), Form(left: .timeSpan, right: .timeSpan)] }
        default: break
        }
        return []
    }
    /// The form whose parameters fit best, the first of equals.
    private func best(_ forms: [Form], _ a: Value, _ b: Value) -> Form {
        var best = forms[0], rank = Int.max
        for f in forms {
            guard let x = fit(a, f.left), let y = fit(b, f.right) else { continue }
            if x + y < rank { best = f; rank = x + y }
        }
        return best
    }
    /// Whole numbers are ticks to dates and spans.
    private func fit(_ v: Value, _ type: TypeRef) -> Int? {
        if type.code == .dateTime || type.code == .timeSpan, v.rank >= NumericRank.char, v.rank <= NumericRank.long { return ConversionRank.identity - ConversionRank.constructor }
        return canConvert(v, to: type)
    }
    private func operand(_ v: Value, _ place: Int, _ op: ImplicitOperator, _ type: TypeRef) throws -> Value {
        if v.type === type { return v }
        switch v {
        // Chars and bools count as whole numbers to the types that take those.
        case .char where type.code == .dateTime || type.code == .timeSpan || type.code == .bigInteger: return try convert(.long(v.int64), to: type)
        case .bool where type.code == .bigInteger: return try convert(.long(v.int64), to: type)
        default: break
        }
        do { return try convert(v, to: type) } catch let e as PSError {
            throw PSError(id: "MethodArgumentConversionInvalidCastArgument",
                "Cannot convert argument \"\(place)\", with value: \"\(shownArgument(v))\", for \"\(op.method)\" to type \"\(type.fullName)\": \"\(e.record.message)\"", category: .notSpecified)
        }
    }
    /// How messages show an argument: numbers in full, objects by `ToString()`.
    func shownArgument(_ v: Value) -> String {
        if v.obj?.kind == .custom { return str(v).string }
        return text(v, culture: .current).string
    }

    private func compute(_ op: ImplicitOperator, _ owner: TypeRef, _ a: Value, _ b: Value) throws -> Value {
        do {
            switch owner.code {
            case .decimal:
                return try numeric(op, a, b) ?? .null
            case .bigInteger:
                guard case .object(let p) = a, let x = p as? BigIntegerValue else { return .null }
                if op == .shl { return Value(try PSBigInteger.shiftLeft(x.value, Int(b.int64))) }
                if op == .shr { return Value(try PSBigInteger.shiftRight(x.value, Int(b.int64))) }
                guard case .object(let q) = b, let y = q as? BigIntegerValue else { return .null }
                return Value(try Machine.compute(op, x.value, y.value))
            case .dateTime, .timeSpan:
                return try computeTime(op, a, b)
            default: return .null
            }
        } catch let e as TextError {
            throw e.kind == .divideByZero ? PSError.wrapped(.divideByZeroException, e.message) : PSError.raw(e.exceptionType, e.message)
        }
    }
    private static func compute(_ op: ImplicitOperator, _ x: PSBigInteger, _ y: PSBigInteger) throws -> PSBigInteger {
        switch op {
        case .add: return try PSBigInteger.add(x, y)
        case .subtract: return try PSBigInteger.subtract(x, y)
        case .multiply: return try PSBigInteger.multiply(x, y)
        case .divide: return try PSBigInteger.divide(x, y)
        case .remainder: return try PSBigInteger.remainder(x, y)
        case .band: return try PSBigInteger.and(x, y)
        case .bor: return try PSBigInteger.or(x, y)
        default: return try PSBigInteger.xor(x, y)
        }
    }
}
