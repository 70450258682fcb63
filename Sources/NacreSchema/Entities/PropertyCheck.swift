/// Why a value does not fit a property.
public enum PropertyProblem: Error, Equatable, Sendable {
    case wrongType(property: String, expected: String)
    case notAllowed(property: String, value: String, allowed: [String])
    case outOfRange(property: String, value: Int64, minimum: Int64, maximum: Int64)
    case badLength(property: String, length: Int, minimum: Int64, maximum: Int64)
    case badFormat(property: String, value: String, expected: String)

    /// What is wrong, for people.
    public var message: String {
        switch self {
        case .wrongType(let p, let expected): "The value of \"\(p)\" must be of the type \(expected)."
        case .notAllowed(let p, let v, let allowed): "\"\(v)\" is not a value of \"\(p)\". Use one of: \(allowed.joined(separator: ", "))."
        case .outOfRange(let p, let v, let low, let high): "The value \(v) of \"\(p)\" is out of range. It must lie between \(low) and \(high)."
        case .badLength(let p, let n, let low, let high): "The length \(n) of \"\(p)\" is out of range. It must lie between \(low) and \(high)."
        case .badFormat(let p, let v, let expected): "The value \"\(v)\" of \"\(p)\" is not \(expected)."
        }
    }
}

extension PropertySchema {
    /// The value as the property keeps it: an enumeration's word in the declared spelling, a nested object's fields in the declared order with
    /// its defaults. Null fits every property.
    public func checked(_ value: SchemaValue) throws(PropertyProblem) -> SchemaValue { try check(value, type) }

    private func check(_ value: SchemaValue, _ type: PropertyType) throws(PropertyProblem) -> SchemaValue {
        if value.isNull { return value }
        if let range = type.integerRange {
            guard let i = value.int else { throw wrongType(type) }
            let low = max(range.lowerBound, minimum ?? range.lowerBound), high = min(range.upperBound, maximum ?? range.upperBound)
            guard i >= low, i <= high else { throw .outOfRange(property: name, value: i, minimum: low, maximum: high) }
            return value
        }
        switch type {
        case .bool: guard value.bool != nil else { throw wrongType(type) }
        case .double: guard value.double != nil else { throw wrongType(type) }
        case .timeSpan: guard value.timeSpan != nil else { throw wrongType(type) }
        case .dateTime: guard value.dateTime != nil else { throw wrongType(type) }
        case .guid: guard case .guid = value else { throw wrongType(type) }
        case .string, .uri:
            guard case .string(let s) = value else { throw wrongType(type) }
            try checkLength(s.utf16.count)
        case .fqdn:
            guard case .string(let s) = value else { throw wrongType(type) }
            guard isHostName(s) else { throw .badFormat(property: name, value: s, expected: "a host name") }
        case .sipAddress:
            guard case .string(let s) = value else { throw wrongType(type) }
            guard isSipAddress(s) else { throw .badFormat(property: name, value: s, expected: "a SIP address (sip:name@domain)") }
        case .enumeration(_, let values):
            guard case .string(let s) = value else { throw wrongType(type) }
            guard let word = values.first(where: { equalsIgnoringCase($0, s) }) else {
                throw .notAllowed(property: name, value: s, allowed: values)
            }
            return .string(word)
        case .list(let element):
            guard let items = value.list else { throw wrongType(type) }
            try checkLength(items.count)
            var out: [SchemaValue] = []
            out.reserveCapacity(items.count)
            let inner = PropertySchema(name, element)
            for item in items { out.append(try inner.checked(item)) }
            return .list(out)
        case .object(_, let properties):
            guard let object = value.object else { throw wrongType(type) }
            var out = SchemaObject()
            for property in properties { out[property.name] = try property.checked(object[property.name] ?? property.defaultValue) }
            return .object(out)
        default: break
        }
        return value
    }

    private func wrongType(_ type: PropertyType) -> PropertyProblem { .wrongType(property: name, expected: type.displayName) }

    private func checkLength(_ n: Int) throws(PropertyProblem) {
        let low = minimum ?? 0, high = maximum ?? Int64.max
        guard n >= low, n <= high else { throw .badLength(property: name, length: n, minimum: low, maximum: high) }
    }
}

extension PropertyType {
    /// The type's name as people know it: `UInt32`, `Boolean`, an enumeration's or object's own.
    public var displayName: String {
        switch self {
        case .bool: "Boolean"
        case .byte: "Byte"
        case .int16: "Int16"
        case .int32: "Int32"
        case .int64: "Int64"
        case .uint16: "UInt16"
        case .uint32: "UInt32"
        case .uint64: "UInt64"
        case .double: "Double"
        case .string, .fqdn, .sipAddress: "String"
        case .uri: "Uri"
        case .timeSpan: "TimeSpan"
        case .dateTime: "DateTime"
        case .guid: "Guid"
        case .enumeration(let name, _): name
        case .list(let element): element.displayName + "[]"
        case .object(let typeName, _): typeName
        case .any: "Object"
        }
    }
}

/// A DNS name: labels of letters, digits, hyphens and underscores, of 63 characters at most, 255 in all (RFC 1123, RFC 2181).
public func isHostName(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 255 else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        !label.isEmpty && label.utf8.count <= 63 && label.unicodeScalars.allSatisfy { s in
            s.value >= 0x80 || s == "-" || s == "_" || s.properties.isAlphabetic || s.properties.numericType != nil
        }
    }
}

/// `sip:name@host`, the prefix in any case.
public func isSipAddress(_ text: String) -> Bool {
    guard text.utf8.count > 4, equalsIgnoringCase(String(text.prefix(4)), "sip:") else { return false }
    let parts = text.dropFirst(4).split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && isHostName(String(parts[1]))
}
