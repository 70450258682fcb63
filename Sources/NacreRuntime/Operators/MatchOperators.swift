extension Machine {
    func match(_ a: Value, _ b: Value, ignoreCase: Bool, negated: Bool) throws -> Value { throw PSError.unsupported("-match") }
    func replace(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value { throw PSError.unsupported("-replace") }
    func split(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value { throw PSError.unsupported("-split") }
    func splitWords(_ a: Value) throws -> Value { throw PSError.unsupported("-split") }
}
