import NacreRuntime

class AliasCommand: Cmdlet {
    final func selectedScope() throws -> Scope { try m.scope(named: string("Scope")) }
    /// Defines the alias that the call names.
    final func define(force: Bool, isNew: Bool) throws {
        let name = string("Name") ?? "", value = string("Value") ?? ""
        let scope = has("Scope") ? try selectedScope() : m.scope
        guard try shouldProcess("Name: \(name) Value: \(value)", isNew ? "New Alias" : "Set Alias") else { return }
        if let old = m.findAlias(Name(name)) {
            if isNew, !force {
                return try writeError(.sessionStateException, id: "AliasAlreadyExists", "The alias is not allowed, because an alias with the name '\(name)' already exists.", category: .resourceExists, target: Value(name))
            }
            if old.options.contains(.constant) || (old.options.contains(.readOnly) && !force) {
                return try writeError(.sessionStateUnauthorizedAccessException, id: "AliasNotWritable", "Alias is not writeable because alias \(name) is read-only or constant and cannot be written to.", category: .writeError, target: Value(name))
            }
        }
        let made = AliasInfo(name, definition: value)
        if let raw = (arg("Option")?.unwrapped.obj as? EnumValue)?.raw { made.options = VariableOptions(rawValue: UInt8(truncatingIfNeeded: raw & 15)) }
        made.description = string("Description")
        m.define(made, in: scope)
        if flag("PassThru") { try write(.object(made)) }
    }
}
/// `Set-Alias`
final class SetAliasCommand: AliasCommand {
    override func process() throws { try define(force: flag("Force"), isNew: false) }
}
/// `New-Alias`
final class NewAliasCommand: AliasCommand {
    override func process() throws { try define(force: flag("Force"), isNew: true) }
}
/// `Get-Alias`
final class GetAliasCommand: AliasCommand {
    override func process() throws {
        let scope = try selectedScope()
        let all = m.aliases(in: scope, withParents: !has("Scope")).sorted { m.compareForSort(Value($0.name), Value($1.name), ignoreCase: true) < 0 }
        let exclude = try (strings("Exclude") ?? []).map { try m.wildcard($0) }
        func give(_ a: AliasInfo) throws { if !exclude.contains(where: { $0.matches(a.name) }) { try write(.object(a)) } }
        if let definitions = strings("Definition") {
            for d in definitions {
                let p = try m.wildcard(d)
                let found = all.filter { p.matches($0.definition) }
                if found.isEmpty, !p.hasWildcards {
                    try writeError(.itemNotFoundException, id: "ItemNotFoundException", "This command cannot find a matching alias because an alias with the definition '\(d)' does not exist.", category: .objectNotFound, target: Value(d))
                }
                for a in found { try give(a) }
            }
            return
        }
        for n in strings("Name") ?? ["*"] {
            let p = try m.wildcard(n)
            let found = all.filter { p.matches($0.name) }
            if found.isEmpty, !p.hasWildcards {
                try writeError(.itemNotFoundException, id: "ItemNotFoundException", "This command cannot find a matching alias because an alias with the name '\(n)' does not exist.", category: .objectNotFound, target: Value(n))
            }
            for a in found { try give(a) }
        }
    }
}
/// `Remove-Alias`
final class RemoveAliasCommand: AliasCommand {
    override func process() throws {
        for n in strings("Name") ?? [] {
            var s: Scope? = try selectedScope()
            var done = false
            while let c = s {
                if let a = m.alias(Name(n), in: c) {
                    if a.options.contains(.constant) || (a.options.contains(.readOnly) && !flag("Force")) {
                        try writeError(.sessionStateUnauthorizedAccessException, id: "AliasNotRemovable", "Alias was not removed because alias \(n) is constant or read-only.", category: .writeError, target: Value(n))
                    } else { m.removeAlias(Name(n), in: c) }
                    done = true
                    break
                }
                s = has("Scope") ? nil : c.parent
            }
            if !done { try writeError(.itemNotFoundException, id: "ItemNotFoundException", "This command cannot find a matching alias because an alias with the name '\(n)' does not exist.", category: .objectNotFound, target: Value(n)) }
        }
    }
}
