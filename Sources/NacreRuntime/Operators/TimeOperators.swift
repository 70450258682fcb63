extension Machine {
    func computeTime(_ op: ImplicitOperator, _ a: Value, _ b: Value) throws -> Value { throw PSError.unsupported("operators of dates") }
    func convertToTime(_ v: Value, _ type: TypeRef) throws -> Value? { nil }
    func formattedObject(_ o: Obj, _ format: Str, _ culture: Culture) throws -> Str? { nil }
}
