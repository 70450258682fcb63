extension ParameterBinder {
    /// Adds what `$PSDefaultParameterValues` gives for parameters that the call left out: keys `Command:Parameter`, both may be
    /// wildcards, the command may be an alias; the key `Disabled` turns them off.
    func bindDefaults() throws {
        guard metadata.isAdvanced, case .object(let o)? = m.lookup(WellKnownNames.defaultParameterValues), let defaults = o as? Table, defaults.count > 0 else { return }
        if let off = defaults.get(Value("Disabled")), off.isTrue { return }
        var chosen: [(Int, Value)] = []
        defaults.forEachPair { k, v in
            let text = m.str(k).string
            guard let colon = text.lastIndex(of: ":") else { return true }
            let commandPart = trimmed(text[..<colon]), parameterPart = trimmed(text[text.index(after: colon)...])
            guard names(commandPart) else { return true }
            guard let pattern = try? WildcardPattern(parameterPart) else { return true }
            for p in 0..<(table.parameters.count + table.common.count) where !isBound(p) && !chosen.contains(where: { $0.0 == p }) {
                let d = table.parameter(p)
                if pattern.matches(d.name) || d.aliases.contains(where: { pattern.matches($0) }) { chosen.append((p, v)) }
            }
            return true
        }
        for (p, v) in chosen where p >= values.count || table.sets[p] & valid != 0 {
            var v = v
            if let block = v.unwrapped.obj as? ScriptBlock, p >= values.count || table.parameters[p].type.code != .scriptBlock { v = try m.call(block) }
            try bindOne(p, v, at: nil)
        }
    }
    private func trimmed(_ s: Substring) -> String {
        var s = s
        while let c = s.first, c == " " || c == "'" || c == "\"" { s.removeFirst() }
        while let c = s.last, c == " " || c == "'" || c == "\"" { s.removeLast() }
        return String(s)
    }
    /// True where a key's first half means this command.
    private func names(_ pattern: String) -> Bool {
        guard let p = try? WildcardPattern(pattern) else { return false }
        if p.matches(command.name) { return true }
        if let alias = m.findAlias(Name(pattern))?.definition, Name(alias) == Name(command.name) { return true }
        return false
    }
}

/// Names of preference and other variables that the engine reads itself.
enum WellKnownNames {
    static let defaultParameterValues = Name("PSDefaultParameterValues")
    static let errorAction = Name("ErrorActionPreference"), warning = Name("WarningPreference"), verbose = Name("VerbosePreference")
    static let debug = Name("DebugPreference"), information = Name("InformationPreference"), progress = Name("ProgressPreference")
    static let whatIf = Name("WhatIfPreference"), confirm = Name("ConfirmPreference"), errorView = Name("ErrorView")
}
