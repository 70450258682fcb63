import NacreRuntime

/// Arguments as Swift values. They were converted to the overload's types before, so a wrong kind never comes; it reads as the type's default.
extension Args {
    func str(_ i: Int) -> Str { self[i].unwrapped.str ?? .empty }
    func text(_ i: Int) -> String { str(i).string }
    func int(_ i: Int) -> Int { self[i].intValue }
    func bool(_ i: Int) -> Bool { if case .bool(let b) = self[i] { b } else { false } }
    func unit(_ i: Int) -> UInt16 { if case .char(let c) = self[i] { c } else { 0 } }
    func double(_ i: Int) -> Double { self[i].doubleValue }
    /// The number of an enum value.
    func option(_ i: Int) -> Int64 { (self[i].obj as? EnumValue)?.raw ?? Int64(self[i].intValue) }
    func isNull(_ i: Int) -> Bool { self[i].isNull }
    func object<T: Obj>(_ i: Int, _ type: T.Type) -> T? { self[i].cast(type) }
}

extension Value {
    /// A whole number of any width; 0 for anything else.
    var intValue: Int {
        switch self {
        case .int(let i): Int(i)
        case .long(let i): Int(i)
        case .byte(let i): Int(i)
        case .sbyte(let i): Int(i)
        case .short(let i): Int(i)
        case .ushort(let i): Int(i)
        case .uint(let i): Int(i)
        case .ulong(let i): Int(truncatingIfNeeded: i)
        case .char(let c): Int(c)
        case .bool(let b): b ? 1 : 0
        case .object(let o): Int((o as? EnumValue)?.raw ?? 0)
        default: 0
        }
    }
    var doubleValue: Double {
        switch self {
        case .double(let d): d
        case .single(let f): Double(f)
        default: Double(intValue)
        }
    }
    init(_ i: Int) { self = .int(Int32(clamping: i)) }
    init(_ s: Str) { self = .object(s) }
    init(_ b: Bool) { self = .bool(b) }
    static func strings(_ all: [Str]) -> Value { .object(PSArray(all.map { .object($0) }, of: .string)) }
    static func strings(_ all: [String]) -> Value { .object(PSArray(all.map { Value($0) }, of: .string)) }
    static func bytes(_ all: [UInt8]) -> Value { .object(PSArray(all.map { .byte($0) }, of: .byte)) }
    static func chars(_ all: [UInt16]) -> Value { .object(PSArray(all.map { .char($0) }, of: .char)) }
    /// The bytes of a `byte[]`.
    var byteArray: [UInt8] { (unwrapped.obj as? Seq).map { $0.elements.map { if case .byte(let b) = $0 { b } else { UInt8(truncatingIfNeeded: $0.intValue) } } } ?? [] }
}

extension Str { static func == (a: Str, b: Str) -> Bool { a.equalsOrdinal(b) } }

extension NetException {
    static func range(_ message: String, _ parameter: String) -> NetException { NetException(.argumentOutOfRangeException, message, parameter: parameter) }
    /// A range error that shows the value: `… (Parameter 'x')` and a line `Actual value was -1.`
    static func range(_ message: String, _ parameter: String, actual: Int) -> NetException {
        let e = ExceptionValue(.argumentOutOfRangeException, "\(message) (Parameter '\(parameter)')\nActual value was \(actual).")
        e.properties = [(Name("ParamName"), Value(parameter)), (Name("ActualValue"), Value(actual))]
        return NetException(e)
    }
    static func negative(_ parameter: String, _ n: Int) -> NetException { range("\(parameter) ('\(n)') must be a non-negative value.", parameter, actual: n) }
    static func argument(_ message: String, _ parameter: String? = nil) -> NetException { NetException(.argumentException, message, parameter: parameter) }
    static func null(_ parameter: String) -> NetException { NetException(.argumentNullException, "Value cannot be null.", parameter: parameter) }
    static func invalid(_ message: String) -> NetException { NetException(.invalidOperationException, message) }
    static func format(_ message: String) -> NetException { NetException(.formatException, message) }
    static func unsupported(_ what: String) -> NetException { NetException(.notSupportedException, "not supported by Nacre: \(what)") }
}
