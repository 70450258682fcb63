/// Conversions to arrays and lists: element by element, and one thing as a collection of one.
extension Machine {
    func convertToArray(_ v: Value, _ type: TypeRef) throws -> Value {
        guard type.rank == 1, let element = type.element else { return try convertByType(v, type) }
        guard case .object(let o) = v else { return try arrayOfOne(v, element, type) }
        switch o.kind {
        case .array, .list:
            let s = unsafeDowncast(o, to: Seq.self)
            if element.code == .object { return .object(PSArray(UnsafeBufferPointer(s.elements), of: element)) }
            let r = PSArray(repeating: .null, count: s.count, of: element)
            for i in 0..<s.count { r[i] = try convert(s[i], to: element) }
            return .object(r)
        case .string:
            if element.code == .char {
                let s = unsafeDowncast(o, to: Str.self)
                let r = PSArray(repeating: .char(0), count: s.count, of: element)
                for i in 0..<s.count { r[i] = .char(s[i]) }
                return .object(r)
            }
            return try arrayOfOne(v, element, type)
        default:
            guard o.isEnumerable else { return try arrayOfOne(v, element, type) }
            var all: [Value] = []
            _ = try o.enumerate { all.append(try convert($0, to: element)) }
            return .object(PSArray(all, of: element))
        }
    }
    private func arrayOfOne(_ v: Value, _ element: TypeRef, _ type: TypeRef) throws -> Value {
        do { return .object(PSArray([try convert(v, to: element)], of: element)) } catch let e as PSError {
            throw failedCast("InvalidCastExceptionScalarToArray", v, to: type, e.record.message)
        }
    }

    /// `List[T]`, `ArrayList`, `Collection[T]`.
    func convertToList(_ v: Value, _ type: TypeRef) throws -> Value {
        let element = type.arguments.first ?? .object
        var all: [Value] = []
        do {
            if case .object(let o) = v, o.isEnumerable {
                _ = try o.enumerate { all.append(try convert($0, to: element)) }
            } else {
                all.append(try convert(v, to: element))
            }
        } catch is PSError { throw cannotConvert(v, to: type) }
        return .object(PSList(all, type: type, element: element))
    }
}
