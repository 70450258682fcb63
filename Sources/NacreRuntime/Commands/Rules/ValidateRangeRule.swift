/// `[ValidateRange(1, 10)]`, or a kind: Positive, NonNegative, Negative, NonPositive.
public final class ValidateRangeRule: ArgumentRule {
    public var isPure: Bool { true }
    public enum Kind: String, Sendable { case positive, nonNegative = "nonnegative", negative, nonPositive = "nonpositive" }
    private let low: Value, high: Value
    private let kind: Kind?
    public init(_ low: Value, _ high: Value) { self.low = low; self.high = high; kind = nil }
    public init(kind: Kind) { low = .null; high = .null; self.kind = kind }

    public func validate(_ value: Value, _ m: Machine) throws {
        if kind == nil, case .int(let v) = value, case .int(let l) = low, case .int(let h) = high, v >= l, v <= h { return }
        if value.isNull { throw PSError.validation("ArgumentIsEmpty", ValidateNotNullRule.nullOrNullElement) }
        try m.validated(value) { v in if let kind { try check(v, kind, m) } else { try check(v, m) } }
    }
    private func check(_ v: Value, _ m: Machine) throws {
        let v = v.unwrapped
        guard v.type === low.type else {
            throw PSError.validation("ValidationRangeElementType", "The argument cannot be validated because its type \"\(v.type.name)\" is not the same type (\(low.type.name)) as the maximum and minimum limits of the parameter. Make sure the argument is of type \(low.type.name) and then try the command again.")
        }
        if try m.order(low, v, ignoreCase: false) > 0 {
            throw PSError.validation("ValidateRangeTooSmall", "The \(m.str(v).string) argument is less than the minimum allowed range of \(m.str(low).string). Supply an argument that is greater than or equal to \(m.str(low).string) and then try the command again.")
        }
        if try m.order(high, v, ignoreCase: false) < 0 {
            throw PSError.validation("ValidateRangeTooBig", "The \(m.str(v).string) argument is greater than the maximum allowed range of \(m.str(high).string). Supply an argument that is less than or equal to \(m.str(high).string) and then try the command again.")
        }
    }
    private func check(_ v: Value, _ kind: Kind, _ m: Machine) throws {
        let order = try m.order(v.unwrapped, .int(0), ignoreCase: false)
        let ok: Bool, id: String, what: String
        switch kind {
        case .positive: ok = order > 0; id = "Positive"; what = "greater than zero"
        case .nonNegative: ok = order >= 0; id = "NonNegative"; what = "greater than or equal to zero"
        case .negative: ok = order < 0; id = "Negative"; what = "less than zero"
        case .nonPositive: ok = order <= 0; id = "NonPositive"; what = "less than or equal to zero"
        }
        if !ok { throw PSError.validation("ValidateRange\(id)Failure", "The argument \"\(m.str(v).string)\" cannot be validated because its value is not \(what).") }
    }
}
