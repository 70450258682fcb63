/// Makes rules from the attributes of a script's parameters and variables.
public enum RuleAttributes {
    /// The rule that an attribute stands for; nil where its name is none of these.
    /// - Parameters:
    ///   - name: as written, `ValidateSet` or `System.Management.Automation.ValidateSetAttribute`.
    ///   - arguments: positional arguments, evaluated.
    ///   - named: `IgnoreCase = $false` and the like.
    public static func make(_ name: String, _ arguments: [Value], named: [(name: String, value: Value)], _ m: Machine) throws -> ArgumentRule? {
        var key = name.lowercased()
        if key.hasPrefix("system.management.automation.") { key.removeFirst("system.management.automation.".count) }
        if key.hasSuffix("attribute") { key.removeLast("attribute".count) }
        func option(_ n: String) -> Value? { named.first { $0.name.lowercased() == n }?.value }
        let message = option("errormessage").map { m.str($0).string }
        func number(_ i: Int) throws -> Int {
            guard i < arguments.count, case .int(let n) = try m.convertArgument(arguments[i], to: .int) else { throw wrongArguments(name) }
            return Int(n)
        }
        switch key {
        case "validateset":
            if arguments.count == 1, let generator = arguments[0].cast(TypeRef.self), generator.implements(.validateSetValuesGenerator) {
                return ValidateSetRule(generator: { m in
                    let made = try m.pass([]) { try m.construct(generator, $0) }
                    let values = try m.pass([]) { try m.invokeMember(made, Name("GetValidValues"), $0) }
                    var out: [String] = []
                    try m.enumerate(values) { out.append(m.str($0).string) }
                    return out
                }, ignoreCase: option("ignorecase")?.isTrue ?? true, errorMessage: message)
            }
            var values: [String] = []
            for a in arguments { try m.validated(a) { values.append(m.str($0).string) } }
            return ValidateSetRule(values, ignoreCase: option("ignorecase")?.isTrue ?? true, errorMessage: message)
        case "validaterange":
            if arguments.count == 1 {
                guard let kind = ValidateRangeRule.Kind(rawValue: m.str(arguments[0]).string.lowercased()) else { throw wrongArguments(name) }
                return ValidateRangeRule(kind: kind)
            }
            guard arguments.count == 2 else { throw wrongArguments(name) }
            // Both limits become one type: that of the lower one unless only the upper one's holds both.
            var low = arguments[0].unwrapped, high = arguments[1].unwrapped
            if low.type !== high.type {
                if low.type.isNumeric, high.type.isNumeric, low.type.code.rawValue < high.type.code.rawValue { low = try m.convertArgument(low, to: high.type) }
                else { high = try m.convertArgument(high, to: low.type) }
            }
            return ValidateRangeRule(low, high)
        case "validatelength": return try ValidateLengthRule(number(0), number(1))
        case "validatecount": return try ValidateCountRule(number(0), number(1))
        case "validatepattern":
            guard let p = arguments.first else { throw wrongArguments(name) }
            var ignore = true
            if let o = option("options") { ignore = m.str(o).string.lowercased().contains("ignorecase") }
            return ValidatePatternRule(m.str(p).string, ignoreCase: ignore, errorMessage: message)
        case "validatescript":
            guard let b = arguments.first?.unwrapped.obj as? ScriptBlock else { throw wrongArguments(name) }
            return ValidateScriptRule(b, errorMessage: message)
        case "validatenotnull": return ValidateNotNullRule()
        case "validatenotnullorempty": return NotNullOrEmptyRule()
        case "validatenotnullorwhitespace": return ValidateNotNullOrWhiteSpaceRule()
        case "validatedrive", "validateuserdrive", "validatetrusteddata": return nil
        default: return nil
        }
    }
    private static func wrongArguments(_ name: String) -> PSError {
        PSError(.runtimeException, id: "MethodCountCouldNotFindBest", "Cannot find an overload for \"\(name)Attribute\" that fits its arguments.", category: .invalidArgument)
    }
}
