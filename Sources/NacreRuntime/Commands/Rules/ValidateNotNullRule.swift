/// `[ValidateNotNull()]`
public final class ValidateNotNullRule: ArgumentRule {
    public var isPure: Bool { true }
    static let nullOrNullElement = "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again."
    public init() {}
    public func validate(_ value: Value, _ m: Machine) throws {
        if value.isNull { throw PSError.validation("ArgumentIsNull", "The argument is null. Provide a valid value for the argument, and then try running the command again.") }
        guard let s = value.unwrapped.obj as? Seq else { return }
        for e in s.elements where e.isNull {
            throw PSError.validation("ArgumentIsNull", "The argument has a null value, or an element of the argument collection contains a null value. Provide a collection that does not contain any null values, and then try the command again.")
        }
    }
}

/// `[ValidateNotNullOrEmpty()]`
public final class NotNullOrEmptyRule: ArgumentRule {
    public var isPure: Bool { true }
    public init() {}
    public func validate(_ value: Value, _ m: Machine) throws {
        switch value.unwrapped {
        case .null, .void, .undef: throw NotNullOrEmptyRule.empty
        case .object(let o):
            if let s = o as? Str { if s.count == 0 { throw NotNullOrEmptyRule.empty }; return }
            if let s = o as? Seq {
                if s.count == 0 { throw PSError.validation("ArgumentCollectionIsEmpty", ValidateNotNullRule.nullOrNullElement) }
                for e in s.elements where e.isNull || e.unwrapped.str.map({ $0.count == 0 }) ?? false {
                    throw PSError.validation("ArgumentCollectionContainsNull", ValidateNotNullRule.nullOrNullElement)
                }
            } else if let t = o as? Table, t.count == 0 {
                throw PSError.validation("ArgumentCollectionIsEmpty", ValidateNotNullRule.nullOrNullElement)
            }
        default: break
        }
    }
    static var empty: PSError {
        PSError.validation("ArgumentIsEmpty", "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.")
    }
}

/// `[ValidateNotNullOrWhiteSpace()]`
public final class ValidateNotNullOrWhiteSpaceRule: ArgumentRule {
    public var isPure: Bool { true }
    public init() {}
    public func validate(_ value: Value, _ m: Machine) throws {
        func blank(_ v: Value) -> Bool { v.isNull || v.unwrapped.str.map { $0.units.allSatisfy(Unit.isSpace) } ?? false }
        if let s = value.unwrapped.obj as? Seq {
            if s.count == 0 { throw PSError.validation("ArgumentCollectionIsEmpty", ValidateNotNullRule.nullOrNullElement) }
            for e in s.elements where blank(e) {
                throw PSError.validation("ArgumentCollectionContainsWhiteSpace", "The argument is null, empty, or an element of the argument collection contains a null or white-space value. Supply a collection that does not contain any such values and then try the command again.")
            }
            return
        }
        if blank(value) {
            throw PSError.validation("ArgumentIsEmptyOrWhiteSpace", "The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again.")
        }
    }
}
