/// The five arithmetic operators: the pairs of types that loops are made of first, everything else behind them.
extension Machine {
    /// `a + b`
    @inline(__always) public func add(_ a: Value, _ b: Value) throws -> Value {
        if case .int(let x) = a, case .int(let y) = b {
            let (r, o) = x.addingReportingOverflow(y)
            return o ? .double(Double(x) + Double(y)) : .int(r)
        }
        return try addOther(a, b)
    }
    /// `a - b`
    @inline(__always) public func subtract(_ a: Value, _ b: Value) throws -> Value {
        if case .int(let x) = a, case .int(let y) = b {
            let (r, o) = x.subtractingReportingOverflow(y)
            return o ? .double(Double(x) - Double(y)) : .int(r)
        }
        return try arithmetic(.subtract, a, b)
    }
    /// `a * b`
    @inline(__always) public func multiply(_ a: Value, _ b: Value) throws -> Value {
        if case .int(let x) = a, case .int(let y) = b {
            let (r, o) = x.multipliedReportingOverflow(by: y)
            return o ? .double(Double(x) * Double(y)) : .int(r)
        }
        return try multiplyOther(a, b)
    }
    /// `a / b`
    @inline(__always) public func divide(_ a: Value, _ b: Value) throws -> Value {
        if case .int(let x) = a, case .int(let y) = b, y > 0 {
            let (q, r) = x.quotientAndRemainder(dividingBy: y)
            return r == 0 ? .int(q) : .double(Double(x) / Double(y))
        }
        return try arithmetic(.divide, a, b)
    }
    /// `a % b`
    @inline(__always) public func remainder(_ a: Value, _ b: Value) throws -> Value {
        if case .int(let x) = a, case .int(let y) = b, y > 0 { return .int(x % y) }
        return try arithmetic(.remainder, a, b)
    }

    @inline(never) func addOther(_ a: Value, _ b: Value) throws -> Value {
        switch (a, b) {
        case (.double(let x), .double(let y)): return .double(x + y)
        case (.double(let x), .int(let y)): return .double(x + Double(y))
        case (.int(let x), .double(let y)): return .double(Double(x) + y)
        case (.object(let o), _) where o.kind == .string:
            let s = unsafeDowncast(o, to: Str.self)
            if case .object(let p) = b, p.kind == .string { return .object(Str.concat(s, unsafeDowncast(p, to: Str.self))) }
            return .object(Str.concat(s, str(b)))
        case (.null, _), (.void, _), (.undef, _): return b.isNull ? .null : b
        case (.char(let c), _): return .object(Str.concat(Str.of(c), str(b)))
        default: break
        }
        let a = a.unwrapped, b = b.unwrapped
        if let r = try numeric(.add, a, b) { return r }
        return try addObjects(a, b)
    }

    @inline(never) func arithmetic(_ op: ImplicitOperator, _ a: Value, _ b: Value) throws -> Value {
        if case .double(let x) = a, case .double(let y) = b { return .double(Machine.compute(op, x, y)) }
        let a = a.isNull ? .int(0) : a.unwrapped, b = b.unwrapped
        if let r = try numeric(op, a, b) { return r }
        if let r = try numericText(op, a, b) { return r }
        return try implicit(op, a, b)
    }

    @inline(never) func multiplyOther(_ a: Value, _ b: Value) throws -> Value {
        switch (a, b) {
        case (.double(let x), .double(let y)): return .double(x * y)
        case (.double(let x), .int(let y)): return .double(x * Double(y))
        case (.int(let x), .double(let y)): return .double(Double(x) * y)
        case (.null, _), (.void, _), (.undef, _): return .null
        default: break
        }
        let a = a.unwrapped, b = b.unwrapped
        if a.isNumber {
            if let r = try numeric(.multiply, a, b) { return r }
            if b.str != nil, let r = try numericText(.multiply, a, b) { return r }
        }
        return try multiplyObjects(a, b)
    }

    @inline(__always) static func compute(_ op: ImplicitOperator, _ x: Double, _ y: Double) -> Double {
        switch op {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: x / y
        default: fmod(x, y)
        }
    }
}
