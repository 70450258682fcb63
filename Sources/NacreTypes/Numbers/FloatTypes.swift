import NacreRuntime

/// Text of numbers.
enum Numbers {
    static func text(_ d: Double) -> String {
        var b: [UInt8] = []
        FloatText.append(d, to: &b)
        return String(decoding: b, as: UTF8.self)
    }
}

/// `Double` and `Single`.
enum FloatTypes {
    static func declare(_ t: TypeBuilder, isDouble: Bool) {
        let n = isDouble ? "double" : "float"
        func wrap(_ d: Double) -> Value { isDouble ? .double(d) : .single(Float(d)) }
        func constant(_ name: String, _ d: Double, _ f: Float) {
            let v: Value = isDouble ? .double(d) : .single(f)
            t.staticProperty("\(n) \(name)") { _, _ in v }
        }
        constant("MaxValue", .greatestFiniteMagnitude, .greatestFiniteMagnitude)
        constant("MinValue", -.greatestFiniteMagnitude, -.greatestFiniteMagnitude)
        constant("Epsilon", .leastNonzeroMagnitude, .leastNonzeroMagnitude)
        constant("NaN", .nan, .nan)
        constant("PositiveInfinity", .infinity, .infinity)
        constant("NegativeInfinity", -.infinity, -.infinity)
        constant("NegativeZero", -0.0, -0.0)
        constant("Pi", .pi, .pi)
        constant("E", 2.718281828459045, 2.7182817)
        constant("Tau", 2 * .pi, 2 * .pi)
        Parsing.declare(t, n, defaultStyles: FloatParse.defaultStyles) { text, styles, symbols in
            isDouble ? .double(try FloatParse.double(text, styles: styles, symbols: symbols)) : .single(try FloatParse.single(text, styles: styles, symbols: symbols))
        }
        NumberMembers.declare(t, n, typeCode: isDouble ? 14 : 13)
        func test(_ name: String, _ f: @escaping (Double) -> Bool) { t.staticMethod("bool \(name)(\(n) d)") { _, _, a in .bool(f(a.double(0))) } }
        test("IsNaN") { $0.isNaN }
        test("IsInfinity") { $0.isInfinite }
        test("IsPositiveInfinity") { $0 == .infinity }
        test("IsNegativeInfinity") { $0 == -.infinity }
        test("IsFinite") { $0.isFinite }
        test("IsNegative") { $0.sign == .minus }
        test("IsPositive") { $0.sign == .plus }
        test("IsNormal") { $0.isNormal }
        test("IsSubnormal") { $0.isSubnormal }
        test("IsInteger") { $0.isFinite && $0 == $0.rounded(.towardZero) }
        test("IsEvenInteger") { $0.isFinite && $0.truncatingRemainder(dividingBy: 2) == 0 }
        test("IsOddInteger") { $0.isFinite && abs($0.truncatingRemainder(dividingBy: 2)) == 1 }
        func unary(_ name: String, _ f: @escaping (Double) -> Double) { t.staticMethod("\(n) \(name)(\(n) x)") { _, _, a in wrap(f(a.double(0))) } }
        unary("Abs") { abs($0) }
        unary("Sqrt") { $0.squareRoot() }
        unary("Floor") { $0.rounded(.down) }
        unary("Ceiling") { $0.rounded(.up) }
        unary("Truncate") { $0.rounded(.towardZero) }
        unary("Exp") { exp($0) }
        unary("Log") { log($0) }
        unary("Log2") { log2($0) }
        unary("Log10") { log10($0) }
        unary("Sin") { sin($0) }
        unary("Cos") { cos($0) }
        unary("Tan") { tan($0) }
        unary("Acos") { acos($0) }
        unary("Acosh") { acosh($0) }
        unary("Asin") { asin($0) }
        unary("Asinh") { asinh($0) }
        unary("Atan") { atan($0) }
        unary("Atanh") { atanh($0) }
        unary("Cbrt") { cbrt($0) }
        unary("Cosh") { cosh($0) }
        unary("Sinh") { sinh($0) }
        unary("Tanh") { tanh($0) }
        unary("Exp2") { exp2($0) }
        unary("Exp10") { pow(10, $0) }
        unary("ExpM1") { expm1($0) }
        unary("LogP1") { log1p($0) }
        unary("DegreesToRadians") { $0 * .pi / 180 }
        unary("RadiansToDegrees") { $0 * 180 / .pi }
        unary("BitIncrement") { isDouble ? $0.nextUp : Double(Float($0).nextUp) }
        unary("BitDecrement") { isDouble ? $0.nextDown : Double(Float($0).nextDown) }
        func binary(_ name: String, _ f: @escaping (Double, Double) -> Double) { t.staticMethod("\(n) \(name)(\(n) x, \(n) y)") { _, _, a in wrap(f(a.double(0), a.double(1))) } }
        binary("Atan2") { atan2($0, $1) }
        binary("Hypot") { hypot($0, $1) }
        binary("CopySign") { copysign($0, $1) }
        binary("Ieee754Remainder") { remainder($0, $1) }
        binary("MaxNumber") { fmax($0, $1) }
        binary("MinNumber") { fmin($0, $1) }
        binary("MaxMagnitude") { abs($0) == abs($1) ? max($0, $1) : abs($0) > abs($1) || $0.isNaN ? $0 : $1 }
        binary("MinMagnitude") { abs($0) == abs($1) ? min($0, $1) : abs($0) < abs($1) || $0.isNaN ? $0 : $1 }
        t.staticMethod("int Sign(\(n) value)") { _, _, a in
            let d = a.double(0)
            if d.isNaN { throw NetException(.arithmeticException, "Function does not accept floating point Not-a-Number values.") }
            return .int(d < 0 ? -1 : d > 0 ? 1 : 0)
        }
        t.staticMethod("\(n) Clamp(\(n) value, \(n) min, \(n) max)") { _, _, a in
            if a.double(1) > a.double(2) { throw NetException.argument("'\(Numbers.text(a.double(1)))' cannot be greater than \(Numbers.text(a.double(2))).") }
            return wrap(Swift.min(Swift.max(a.double(0), a.double(1)), a.double(2)))
        }
        t.staticMethod("\(n) Lerp(\(n) value1, \(n) value2, \(n) amount)") { _, _, a in wrap(a.double(0) * (1 - a.double(2)) + a.double(1) * a.double(2)) }
        t.staticMethod("\(n) FusedMultiplyAdd(\(n) left, \(n) right, \(n) addend)") { _, _, a in wrap(fma(a.double(0), a.double(1), a.double(2))) }
        unary("Round") { $0.rounded(.toNearestOrEven) }
        t.staticMethod("\(n) Max(\(n) x, \(n) y)") { _, _, a in wrap(MathType.maximum(a.double(0), a.double(1))) }
        t.staticMethod("\(n) Min(\(n) x, \(n) y)") { _, _, a in wrap(-MathType.maximum(-a.double(0), -a.double(1))) }
        t.staticMethod("\(n) Pow(\(n) x, \(n) y)") { _, _, a in wrap(pow(a.double(0), a.double(1))) }
    }
}
