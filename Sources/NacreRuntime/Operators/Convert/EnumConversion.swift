/// Conversions to enums: labels whatever their case, unambiguous beginnings of them, lists of them, numbers.
extension Machine {
    func convertToEnum(_ v: Value, _ type: TypeRef) throws -> Value {
        switch v {
        case .object(let o) where o.kind == .string: return try enumOf(unsafeDowncast(o, to: Str.self), v, type)
        case .object(let o) where o.kind == .enumeration:
            return try defined(unsafeDowncast(o, to: EnumValue.self).raw, v, type, "UndefinedIntegerToEnum")
        case .double, .single: return try enumOf(str(v), v, type)
        case .object(let o) where o.kind == .decimal: return try enumOf(str(v), v, type)
        case .bool, .char: return try convertByType(v, type)
        case .object: return try convertByType(v, type)
        default: return try defined(v.int64, v, type, "UndefinedIntegerToEnum")
        }
    }

    private func defined(_ raw: Int64, _ v: Value, _ type: TypeRef, _ id: String) throws -> Value {
        guard let labels = type.labels else { return .object(EnumValue(type, raw)) }
        let known = labels.isFlags ? raw & ~labels.values.reduce(0, |) == 0 : labels.values.contains(raw)
        if known { return .object(EnumValue(type, raw)) }
        throw PSError.invalidCast(id, "Cannot convert value \"\(shown(v))\" to type \"\(type.fullName)\" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are \"\(labels.names.joined(separator: ","))\".")
    }

    private func enumOf(_ s: Str, _ v: Value, _ type: TypeRef) throws -> Value {
        let text = Machine.trimmed(s.string)
        guard let labels = type.labels else { return .object(EnumValue(type, 0)) }
        if let c = text.utf8.first, c.isDigit || c == 45 || c == 43 {
            if let n = Int64(text) {
                if type.element?.code ?? .int == .int, Int32(exactly: n) == nil {
                    throw failedCast("CaseSensitiveEnumParseThrewAnException", v, to: type, "Value was either too large or too small for an Int32.")
                }
                return try defined(n, v, type, "EnumParseUndefined")
            }
        }
        var raw: Int64 = 0
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Machine.trimmed(String($0)) }
        for part in parts {
            guard let n = exact(part, labels) else {
                guard parts.count == 1 else {
                    // In a list each label may be shortened too.
                    guard let n = parts.count > 1 && labels.isFlags ? try? beginning(part, labels, v, type) : nil else { throw noLabel(text, labels, v, type) }
                    raw |= n
                    continue
                }
                return .object(EnumValue(type, try beginning(part, labels, v, type)))
            }
            raw |= n
        }
        return try defined(raw, v, type, "EnumParseUndefined")
    }
    private func exact(_ label: String, _ labels: EnumLabels) -> Int64? {
        if let i = labels.names.firstIndex(of: label) { return labels.values[i] }
        let folded = label.lowercased()
        return labels.names.firstIndex { $0.lowercased() == folded }.map { labels.values[$0] }
    }
    private func beginning(_ start: String, _ labels: EnumLabels, _ v: Value, _ type: TypeRef) throws -> Int64 {
        let folded = start.lowercased()
        let found = labels.names.indices.filter { labels.names[$0].lowercased().hasPrefix(folded) }
        if found.count == 1 { return labels.values[found[0]] }
        guard found.count > 1, !start.isEmpty else { throw noLabel(start, labels, v, type) }
        throw failedCast("SubstringDisambiguationEnumParseThrewAnException", v, to: type, "The identifier name \(start) cannot be processed because it is either too similar or identical to the following enumerator names: \(found.map { labels.names[$0] }.joined(separator: ", ")). Use a more specific identifier name.")
    }
    private func noLabel(_ text: String, _ labels: EnumLabels, _ v: Value, _ type: TypeRef) -> PSError {
        failedCast("SubstringDisambiguationEnumParseThrewAnException", v, to: type, "Unable to match the identifier name \(text) to a valid enumerator name. Specify one of the following enumerator names and try again:\n\(labels.names.joined(separator: ", "))")
    }
    static func trimmed(_ s: String) -> String {
        var u = s.utf16[...]
        while let c = u.first, Unit.isSpace(c) { u.removeFirst() }
        while let c = u.last, Unit.isSpace(c) { u.removeLast() }
        return String(u) ?? s
    }
}
