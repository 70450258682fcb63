import NacreRuntime

/// What the variable commands share: names with wildcards, `-Include`, `-Exclude`, `-Scope`.
class VariableCommand: Cmdlet {
    final func selectedScope() throws -> Scope { try m.scope(named: string("Scope")) }
    /// The variables of the scope that fit, sorted by name.
    final func matching(_ names: [String], orError: Bool) throws -> [Variable] {
        let scope = try selectedScope()
        let include = try strings("Include").map { try $0.map { try m.wildcard($0) } }
        let exclude = try (strings("Exclude") ?? []).map { try m.wildcard($0) }
        var out: [Variable] = []
        for text in names {
            let p = try m.wildcard(text)
            if !p.hasWildcards {
                let key = Name(text)
                let found = has("Scope") ? m.variable(key, in: scope) : m.findVariable(key)
                guard let found else {
                    if orError { try writeError(.itemNotFoundException, id: "VariableNotFound", "Cannot find a variable with the name '\(text)'.", category: .objectNotFound, target: Value(text)) }
                    continue
                }
                if fits(found, include, exclude) { out.append(found) }
                continue
            }
            for key in m.variableNames(in: scope, withParents: !has("Scope")) where p.matches(key.text) {
                guard let v = has("Scope") ? m.variable(key, in: scope) : m.findVariable(key), fits(v, include, exclude) else { continue }
                out.append(v)
            }
        }
        return names.count == 1 && out.count > 1 ? out.sorted { m.compareForSort(Value($0.name.text), Value($1.name.text), ignoreCase: true) < 0 } : out
    }
    private func fits(_ v: Variable, _ include: [WildcardPattern]?, _ exclude: [WildcardPattern]) -> Bool {
        if let include, !include.contains(where: { $0.matches(v.name.text) }) { return false }
        return !exclude.contains { $0.matches(v.name.text) }
    }
    final func options(_ parameter: String = "Option") -> VariableOptions? {
        guard let raw = (arg(parameter)?.unwrapped.obj as? EnumValue)?.raw else { return nil }
        var o: VariableOptions = []
        if raw & 1 != 0 { o.insert(.readOnly) }
        if raw & 2 != 0 { o.insert(.constant) }
        if raw & 4 != 0 { o.insert(.private) }
        if raw & 8 != 0 { o.insert(.allScope) }
        return o
    }
    final func notWritable(_ v: Variable, _ doing: String = "overwrite") -> PSError {
        let id = doing == "remove" ? "VariableNotRemovable" : "VariableNotWritable"
        let text = doing == "remove"
            ? "Cannot remove variable \(v.name.text) because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option."
            : "Cannot overwrite variable \(v.name.text) because it is read-only or constant."
        return terminating(.sessionStateUnauthorizedAccessException, id: id, text, category: .writeError, target: Value(v.name.text))
    }
}

/// `Get-Variable`
final class GetVariableCommand: VariableCommand {
    override func process() throws {
        for v in try matching(strings("Name") ?? ["*"], orError: true) {
            if flag("ValueOnly") { try write(m.value(of: v)) } else { try write(.object(VariableView(v))) }
        }
    }
}

/// `Set-Variable`
final class SetVariableCommand: VariableCommand {
    private var piped: [Value] = []
    private var isPiped = false
    override func begin() throws { isPiped = expectsInput && !has("Value") }
    override func process() throws {
        if isPiped { if let v = arg("Value") { piped.append(v) }; return }
        try set(arg("Value"))
    }
    override func end() throws {
        if isPiped { try set(piped.isEmpty ? .null : piped.count == 1 ? piped[0] : .object(PSArray(piped))) }
    }
    private func set(_ value: Value?) throws {
        for text in strings("Name") ?? [] {
            let p = try m.wildcard(text)
            let names = p.hasWildcards ? try matching([text], orError: false).map(\.name) : [Name(text)]
            for n in names { try set(n, text: p.hasWildcards ? n.text : text, value) }
        }
    }
    private func set(_ name: Name, text: String, _ value: Value?) throws {
        let shown = value.map { m.str($0).string } ?? ""
        guard try shouldProcess("Name: \(text) Value: \(shown)", "Set variable") else { return }
        let scope = try selectedScope()
        let existing = m.variable(name, in: scope)
        if let v = existing, v.options.contains(.constant) || (v.options.contains(.readOnly) && !flag("Force")) {
            return try writeError(notWritable(v).record)
        }
        if options() == nil, !has("Description"), existing == nil || existing?.options.isEmpty == true {
            if value != nil || existing == nil {
                if has("Scope") { try m.setVariable(name, value ?? .null, in: scope) } else { try m.assign(name, value ?? .null) }
            }
            if flag("PassThru"), let v = m.variable(name, in: scope) { try write(.object(VariableView(v))) }
            return
        }
        if let existing, options()?.contains(.constant) == true { return try writeError(m.cannotBecomeConstant(existing)) }
        guard let v = existing ?? m.createVariable(name, in: scope) else { return }
        if let value { v.value = try v.constraint?.admit(value, m) ?? value.orNullValue }
        if let o = options() { v.options = o }
        if let d = string("Description") { v.description = d }
        if flag("PassThru") { try write(.object(VariableView(v))) }
    }
}

/// `New-Variable`
final class NewVariableCommand: VariableCommand {
    override func process() throws {
        let text = string("Name") ?? "", name = Name(text), scope = try selectedScope()
        guard try shouldProcess("Name: \(text) Value: \(arg("Value").map { m.str($0).string } ?? "")", "New variable") else { return }
        if let v = m.variable(name, in: scope) {
            if !flag("Force") {
                return try writeError(.sessionStateException, id: "VariableAlreadyExists", "A variable with name '\(text)' already exists.", category: .resourceExists, target: Value(text))
            }
            if v.options.contains(.constant) { return try writeError(notWritable(v).record) }
            v.options = []
        }
        guard let v = m.createVariable(name, in: scope) else { return }
        v.value = (arg("Value") ?? .null).orNullValue
        v.constraint = nil
        v.options = options() ?? []
        v.description = string("Description")
        if flag("PassThru") { try write(.object(VariableView(v))) }
    }
}

/// `Remove-Variable`
final class RemoveVariableCommand: VariableCommand {
    override func process() throws {
        let scope = try selectedScope()
        for v in try matching(strings("Name") ?? [], orError: true) {
            guard try shouldProcess("Name: \(v.name.text)", "Remove variable") else { continue }
            if v.options.contains(.constant) || (v.options.contains(.readOnly) && !flag("Force")) { try writeError(notWritable(v, "remove").record); continue }
            if m.removeVariable(v.name, in: scope) || has("Scope") { continue }
            // Without -Scope, the nearest one that has it.
            var s: Scope? = scope.parent
            while let c = s { if m.removeVariable(v.name, in: c) { break }; s = c.parent }
        }
    }
}

/// `Clear-Variable`
final class ClearVariableCommand: VariableCommand {
    override func process() throws {
        for v in try matching(strings("Name") ?? [], orError: true) {
            guard try shouldProcess("Name: \(v.name.text)", "Clear variable") else { continue }
            if v.options.contains(.constant) || (v.options.contains(.readOnly) && !flag("Force")) { try writeError(notWritable(v).record); continue }
            v.value = try v.constraint?.admit(.null, m) ?? .null
            if flag("PassThru") { try write(.object(VariableView(v))) }
        }
    }
}
