/// `[ValidateLength(1, 8)]`: the number of characters of a string, or of each string of a collection.
public final class ValidateLengthRule: ArgumentRule {
    public var isPure: Bool { true }
    private let low: Int, high: Int
    public init(_ low: Int, _ high: Int) { self.low = low; self.high = high }
    public func validate(_ value: Value, _ m: Machine) throws {
        if value.isNull { throw PSError.validation("ArgumentIsEmpty", ValidateNotNullRule.nullOrNullElement) }
        try m.validated(value) { v in
            guard let s = v.unwrapped.str else {
                throw PSError.validation("ValidateLengthNotString", "The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter. Make the parameter a string or string[] parameter.")
            }
            if s.count < low {
                throw PSError.validation("ValidateLengthMinLengthFailure", "The character length (\(s.count)) of the argument is too short. Specify an argument with a length that is greater than or equal to \"\(low)\", and then try the command again.")
            }
            if s.count > high {
                throw PSError.validation("ValidateLengthMaxLengthFailure", "The character length of the \(s.count) argument is too long. Shorten the character length of the argument so it is fewer than or equal to \"\(high)\" characters, and then try the command again.")
            }
        }
    }
}

/// `[ValidateCount(1, 3)]`: the number of elements of a collection.
public final class ValidateCountRule: ArgumentRule {
    public var isPure: Bool { true }
    private let low: Int, high: Int
    public init(_ low: Int, _ high: Int) { self.low = low; self.high = high }
    public func validate(_ value: Value, _ m: Machine) throws {
        let n: Int
        switch value.unwrapped {
        case .null, .void, .undef: n = 0
        case .object(let s as Seq): n = s.count
        case .object(let t as Table): n = t.count
        case .object(let o) where o.kind != .string && o.isEnumerable:
            var c = 0
            _ = try o.enumerate { _ in c += 1 }
            n = c
        default:
            throw PSError.validation("NotAnArrayParameter", "The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute from the parameter or make the parameter an array parameter.")
        }
        if low == high, n != high {
            throw PSError.validation("ValidateCountExactFailure", "The parameter requires exactly \(high) value(s) - \(n) value(s) were provided.")
        }
        if n < low || n > high {
            throw PSError.validation("ValidateCountMinMaxFailure", "The parameter requires at least \(low) value(s) and no more than \(high) value(s) - \(n) value(s) were provided.")
        }
    }
}
