/// `[ValidateSet('a', 'b')]`: one of some texts, whatever their case unless `IgnoreCase = $false`.
public final class ValidateSetRule: ArgumentRule {
    public var isPure: Bool { true }
    private let fixed: [String]
    private let generator: ((Machine) throws -> [String])?
    private let ignoresCase: Bool
    private let errorMessage: String?
    private lazy var texts = fixed.map { Str($0) }
    public init(_ values: [String], ignoreCase: Bool = true, errorMessage: String? = nil) {
        fixed = values; generator = nil; ignoresCase = ignoreCase; self.errorMessage = errorMessage
    }
    /// A set that a class makes afresh each time (`IValidateSetValuesGenerator`).
    public init(generator: @escaping (Machine) throws -> [String], ignoreCase: Bool = true, errorMessage: String? = nil) {
        fixed = []; self.generator = generator; ignoresCase = ignoreCase; self.errorMessage = errorMessage
    }
    public var allowedValues: [String]? { generator == nil ? fixed : nil }
    /// The values that are allowed now.
    public func values(_ m: Machine) throws -> [String] { try generator?(m) ?? fixed }

    public func validate(_ value: Value, _ m: Machine) throws {
        if generator == nil, let s = value.str { return try check(s, texts, m) }
        if value.isNull { throw PSError.validation("ArgumentIsEmpty", ValidateNotNullRule.nullOrNullElement) }
        let all = try generator.map { try $0(m).map { Str($0) } } ?? texts
        try m.validated(value) { v in
            if v.isNull { throw PSError.validation("ArgumentIsEmpty", ValidateNotNullRule.nullOrNullElement) }
            try check(m.str(v), all, m)
        }
    }
    private func check(_ s: Str, _ all: [Str], _ m: Machine) throws {
        for t in all where ignoresCase ? t.equalsIgnoringCase(s) : t.equalsOrdinal(s) { return }
        let list = all.map(\.string).joined(separator: ",")
        if let errorMessage { throw PSError.validation("ValidateSetFailure", ValidationText.fill(errorMessage, [s.string, list])) }
        throw PSError.validation("ValidateSetFailure", "The argument \"\(s.string)\" does not belong to the set \"\(list)\" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.")
    }
}

/// Fills `{0}`, `{1}` of a rule's own error message.
enum ValidationText {
    static func fill(_ message: String, _ parts: [String]) -> String {
        var out = "", rest = Substring(message)
        while let open = rest.firstIndex(of: "{") {
            out += rest[..<open]
            let inner = rest[rest.index(after: open)...]
            if let close = inner.firstIndex(of: "}"), let n = Int(inner[..<close]), n >= 0, n < parts.count {
                out += parts[n]
                rest = inner[inner.index(after: close)...]
            } else {
                out += "{"
                rest = inner
            }
        }
        return out + rest
    }
}
