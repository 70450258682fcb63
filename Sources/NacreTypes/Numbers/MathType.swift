import NacreRuntime

extension TypeRef { public static let math = TypeRef("Math", base: .object) }

/// `System.Math`
enum MathType {
    /// IEEE maximum: NaN wins, and 0 is more than -0.
    static func maximum(_ a: Double, _ b: Double) -> Double {
        if a.isNaN || b.isNaN { return .nan }
        return a == b ? (a.sign == .minus ? b : a) : a > b ? a : b
    }

    static func declare(_ t: TypeBuilder) {
        t.staticProperty("double PI") { _, _ in .double(.pi) }
        t.staticProperty("double E") { _, _ in .double(2.718281828459045) }
        t.staticProperty("double Tau") { _, _ in .double(2 * .pi) }
        functions(t)
        rounding(t)
        for k in kinds { comparisons(t, k) }
        for k in kinds where k.isSigned { signs(t, k) }
        division(t)
    }

    private struct Kind { let name: String; let isSigned: Bool; let isFloat: Bool }
    private static let kinds = [Kind(name: "sbyte", isSigned: true, isFloat: false), Kind(name: "byte", isSigned: false, isFloat: false), Kind(name: "short", isSigned: true, isFloat: false),
                                Kind(name: "ushort", isSigned: false, isFloat: false), Kind(name: "int", isSigned: true, isFloat: false), Kind(name: "uint", isSigned: false, isFloat: false),
                                Kind(name: "long", isSigned: true, isFloat: false), Kind(name: "ulong", isSigned: false, isFloat: false), Kind(name: "float", isSigned: true, isFloat: true),
                                Kind(name: "double", isSigned: true, isFloat: true), Kind(name: "decimal", isSigned: true, isFloat: false)]

    private static func functions(_ t: TypeBuilder) {
        func f(_ name: String, _ parameter: String, _ body: @escaping (Double) -> Double) { t.staticMethod("double \(name)(double \(parameter))") { _, _, a in .double(body(a.double(0))) } }
        f("Sqrt", "d") { $0.squareRoot() }
        f("Cbrt", "d") { cbrt($0) }
        f("Exp", "d") { exp($0) }
        f("Log", "d") { log($0) }
        f("Log2", "x") { log2($0) }
        f("Log10", "d") { log10($0) }
        f("Sin", "a") { sin($0) }
        f("Cos", "d") { cos($0) }
        f("Tan", "a") { tan($0) }
        f("Asin", "d") { asin($0) }
        f("Acos", "d") { acos($0) }
        f("Atan", "d") { atan($0) }
        f("Sinh", "value") { sinh($0) }
        f("Cosh", "value") { cosh($0) }
        f("Tanh", "value") { tanh($0) }
        f("Asinh", "d") { asinh($0) }
        f("Acosh", "d") { acosh($0) }
        f("Atanh", "d") { atanh($0) }
        t.staticMethod("double Log(double a, double newBase)") { _, _, a in
            let x = a.double(0), b = a.double(1)
            if x.isNaN || b.isNaN || b == 1 { return .double(.nan) }
            if x != 1, b == 0 || b == .infinity { return .double(.nan) }
            return .double(log(x) / log(b))
        }
        t.staticMethod("double Pow(double x, double y)") { _, _, a in .double(pow(a.double(0), a.double(1))) }
        t.staticMethod("double Atan2(double y, double x)") { _, _, a in .double(atan2(a.double(0), a.double(1))) }
        t.staticMethod("double IEEERemainder(double x, double y)") { _, _, a in .double(remainder(a.double(0), a.double(1))) }
        t.staticMethod("double FusedMultiplyAdd(double x, double y, double z)") { _, _, a in .double(fma(a.double(0), a.double(1), a.double(2))) }
        t.staticMethod("double CopySign(double x, double y)") { _, _, a in .double(copysign(a.double(0), a.double(1))) }
        t.staticMethod("double ScaleB(double x, int n)") { _, _, a in .double(scalbn(a.double(0), Int32(truncatingIfNeeded: a.int(1)))) }
        t.staticMethod("int ILogB(double x)") { _, _, a in .int(ilogb(a.double(0))) }
        t.staticMethod("double BitIncrement(double x)") { _, _, a in .double(a.double(0).nextUp) }
        t.staticMethod("double BitDecrement(double x)") { _, _, a in .double(a.double(0).nextDown) }
    }

    private static func rounding(_ t: TypeBuilder) {
        func f(_ name: String, _ d: String, _ rule: FloatingPointRoundingRule, _ mode: PSDecimal.Rounding) {
            t.staticMethod("decimal \(name)(decimal d)") { _, _, a in Value(a.decimal(0).rounded(0, mode)) }
            t.staticMethod("double \(name)(double \(d))") { _, _, a in .double(a.double(0).rounded(rule)) }
        }
        f("Floor", "d", .down, .toNegativeInfinity)
        f("Ceiling", "a", .up, .toPositiveInfinity)
        f("Truncate", "d", .towardZero, .toZero)
        t.staticMethod("decimal Round(decimal d)") { _, _, a in Value(a.decimal(0).rounded()) }
        t.staticMethod("decimal Round(decimal d, int decimals)") { _, _, a in Value(try places(a.decimal(0), a.int(1), .toEven)) }
        t.staticMethod("decimal Round(decimal d, System.MidpointRounding mode)") { _, _, a in Value(a.decimal(0).rounded(0, .init(rawValue: Int(a.option(1))) ?? .toEven)) }
        t.staticMethod("decimal Round(decimal d, int decimals, System.MidpointRounding mode)") { _, _, a in Value(try places(a.decimal(0), a.int(1), .init(rawValue: Int(a.option(2))) ?? .toEven)) }
        t.staticMethod("double Round(double a)") { _, _, a in .double(a.double(0).rounded(.toNearestOrEven)) }
        t.staticMethod("double Round(double value, int digits)") { _, _, a in .double(try round(a.double(0), a.int(1), 0)) }
        t.staticMethod("double Round(double value, System.MidpointRounding mode)") { _, _, a in .double(try round(a.double(0), 0, a.option(1))) }
        t.staticMethod("double Round(double value, int digits, System.MidpointRounding mode)") { _, _, a in .double(try round(a.double(0), a.int(1), a.option(2))) }
    }
    private static func places(_ d: PSDecimal, _ n: Int, _ mode: PSDecimal.Rounding) throws -> PSDecimal {
        guard (0...28).contains(n) else { throw NetException.range("Decimal can only round to between 0 and 28 digits of precision.", "decimals") }
        return d.rounded(n, mode)
    }
    /// .NET's way: scale, round, scale back.
    private static func round(_ v: Double, _ digits: Int, _ mode: Int64) throws -> Double {
        guard (0...15).contains(digits) else { throw NetException.range("Rounding digits must be between 0 and 15, inclusive.", "digits") }
        let rules: [FloatingPointRoundingRule] = [.toNearestOrEven, .toNearestOrAwayFromZero, .towardZero, .down, .up]
        guard mode >= 0, mode < 5 else { throw NetException.argument("The value '\(mode)' is not valid for this usage of the type MidpointRounding.", "mode") }
        guard abs(v) < 1e16 else { return v }
        let power = pow(10, Double(digits))
        return (v * power).rounded(rules[Int(mode)]) / power
    }

    private static func comparisons(_ t: TypeBuilder, _ k: Kind) {
        let n = k.name
        func pick(_ a: Value, _ b: Value, largest: Bool) throws -> Value {
            if k.isFloat {
                let x = a.doubleValue, y = b.doubleValue
                let r = largest ? maximum(x, y) : -maximum(-x, -y)
                return n == "double" ? .double(r) : .single(Float(r))
            }
            let less = order(a, b) < 0
            return less == largest ? b : a
        }
        t.staticMethod("\(n) Max(\(n) val1, \(n) val2)") { _, _, a in try pick(a[0], a[1], largest: true) }
        t.staticMethod("\(n) Min(\(n) val1, \(n) val2)") { _, _, a in try pick(a[0], a[1], largest: false) }
        t.staticMethod("\(n) Clamp(\(n) value, \(n) min, \(n) max)") { m, _, a in
            if order(a[1], a[2]) > 0 { throw NetException.argument("'\(m.textOf(a[1], .current))' cannot be greater than \(m.textOf(a[2], .current)).") }
            return order(a[0], a[1]) < 0 ? a[1] : order(a[0], a[2]) > 0 ? a[2] : a[0]
        }
    }
    private static func order(_ a: Value, _ b: Value) -> Int {
        if case .object(let x) = a, case .object(let y) = b { return x.compare(to: y) ?? 0 }
        if case .ulong(let x) = a, case .ulong(let y) = b { return x < y ? -1 : x > y ? 1 : 0 }
        if case .double(let x) = a, case .double(let y) = b { return x < y ? -1 : x > y ? 1 : 0 }
        if case .single(let x) = a, case .single(let y) = b { return x < y ? -1 : x > y ? 1 : 0 }
        return a.intValue < b.intValue ? -1 : a.intValue > b.intValue ? 1 : 0
    }

    private static func signs(_ t: TypeBuilder, _ k: Kind) {
        let n = k.name
        t.staticMethod("\(n) Abs(\(n) value)") { _, _, a in
            switch a[0] {
            case .double(let d): return .double(abs(d))
            case .single(let f): return .single(abs(f))
            case .int(let i) where i != .min: return .int(abs(i))
            case .long(let i) where i != .min: return .long(abs(i))
            case .short(let i) where i != .min: return .short(abs(i))
            case .sbyte(let i) where i != .min: return .sbyte(abs(i))
            case .object: return Value(a.decimal(0).magnitude)
            default: throw NetException(.overflowException, "Negating the minimum value of a twos complement number is invalid.")
            }
        }
        t.staticMethod("int Sign(\(n) value)") { _, _, a in
            if case .object = a[0] { return Value(PSDecimal.compare(a.decimal(0), .zero)) }
            let d = a[0].doubleValue
            if d.isNaN { throw NetException(.arithmeticException, "Function does not accept floating point Not-a-Number values.") }
            return .int(d > 0 ? 1 : d < 0 ? -1 : 0)
        }
    }

    private static func division(_ t: TypeBuilder) {
        func divide(_ a: Args) throws -> (Int, Int) {
            if a.int(1) == 0 { throw NetException(.divideByZeroException, "Attempted to divide by zero.") }
            return a.int(0).quotientAndRemainder(dividingBy: a.int(1))
        }
        t.staticMethod("int DivRem(int a, int b, [ref] int result)") { _, _, a in
            let (q, r) = try divide(a)
            (a[2].obj as? Reference)?.variable.value = .int(Int32(truncatingIfNeeded: r))
            return .int(Int32(truncatingIfNeeded: q))
        }
        t.staticMethod("long DivRem(long a, long b, [ref] long result)") { _, _, a in
            let (q, r) = try divide(a)
            (a[2].obj as? Reference)?.variable.value = .long(Int64(r))
            return .long(Int64(q))
        }
        t.staticMethod("System.ValueTuple[int,int] DivRem(int left, int right)") { _, _, a in
            let (q, r) = try divide(a)
            return .object(TupleValue([.int(Int32(truncatingIfNeeded: q)), .int(Int32(truncatingIfNeeded: r))], isValue: true))
        }
        t.staticMethod("System.ValueTuple[long,long] DivRem(long left, long right)") { _, _, a in
            let (q, r) = try divide(a)
            return .object(TupleValue([.long(Int64(q)), .long(Int64(r))], isValue: true))
        }
        t.staticMethod("long BigMul(int a, int b)") { _, _, a in .long(Int64(a.int(0)) &* Int64(a.int(1))) }
    }
}
