import NacreRuntime

/// `Get-Command`: aliases, functions, cmdlets and programs by name, verb, noun, kind and module.
final class GetCommandCommand: Cmdlet {
    private var given: Set<ObjectIdentifier> = []
    override func process() throws {
        let kinds = (arg("CommandType")?.unwrapped.obj as? EnumValue)?.raw
        var found: [CommandInfo] = []
        if parameterSet == "CmdletSet" || !has("Name") {
            let verbs = try strings("Verb").map { try $0.map { try m.wildcard($0) } }, nouns = try strings("Noun").map { try $0.map { try m.wildcard($0) } }
            for c in all(kinds ?? (verbs == nil && nouns == nil ? 11 : 10)) {
                let parts = c.name.split(separator: "-", maxSplits: 1).map(String.init)
                if verbs != nil || nouns != nil, parts.count < 2 { continue }
                if let verbs, !verbs.contains(where: { $0.matches(parts[0]) }) { continue }
                if let nouns, !nouns.contains(where: { $0.matches(parts[1]) }) { continue }
                found.append(c)
            }
            found.sort { m.compareForSort(Value($0.name), Value($1.name), ignoreCase: true) < 0 }
        }
        for text in has("Name") ? strings("Name") ?? [] : [] {
            let p = try m.wildcard(text)
            if p.hasWildcards {
                found += all(kinds ?? 11).filter { p.matches($0.name) }.sorted { m.compareForSort(Value($0.name), Value($1.name), ignoreCase: true) < 0 }
                continue
            }
            guard let c = try lookUp(text, kinds) else {
                if !flag("All") || true {
                    try writeError(.commandNotFoundException, id: "CommandNotFoundException", "The term '\(text)' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.", category: .objectNotFound, target: Value(text))
                }
                continue
            }
            found.append(c)
        }
        let modules = try strings("Module").map { try $0.map { try m.wildcard($0) } }
        var left = int("TotalCount") ?? Int.max
        for c in found {
            if let modules, !modules.contains(where: { $0.matches(c.moduleName ?? "") }) { continue }
            if left <= 0 { break }
            left -= 1
            try give(c)
        }
    }
    private func kind(_ c: CommandInfo) -> Int64 {
        switch c.commandKind { case .alias: 1; case .function: 2; case .filter: 4; case .cmdlet: 8; case .externalScript: 16; case .application: 32; case .script: 64 }
    }
    private func all(_ kinds: Int64) -> [CommandInfo] {
        var out: [CommandInfo] = []
        if kinds & 1 != 0 { out += m.aliases(in: m.scope, withParents: true) }
        if kinds & 6 != 0 { out += m.functions.filter { kinds & kind($0) != 0 } }
        if kinds & 8 != 0 {
            for l in session.commands.listers { for n in l() { _ = session.commands.cmdlet(Name(n)) } }
            out += session.commands.registered.filter(\.isSupported)
        }
        return out
    }
    private func lookUp(_ text: String, _ kinds: Int64?) throws -> CommandInfo? {
        let key = Name(text)
        let wanted = kinds ?? 383
        if wanted & 1 != 0, let a = m.findAlias(key) { return a }
        if wanted & 6 != 0, let f = m.findFunction(key), wanted & kind(f) != 0 { return f }
        if wanted & 8 != 0, let c = session.commands.cmdlet(key), c.isSupported { return c }
        if wanted & 48 != 0, let x = session.commands.external?(text), wanted & kind(x) != 0 { return x }
        return nil
    }
    private func give(_ c: CommandInfo) throws {
        guard flag("Syntax") else { return try write(.object(c)) }
        if let a = c as? AliasInfo { return try write(Value(a.definition)) }
        guard let d = try c.metadata(m) else { return try write(Value(c.name)) }
        var text = ""
        for s in CommandSyntax.sets(d) { text += "\n" + (s.text.isEmpty ? c.name + " " : "\(c.name) \(s.text)") + "\n" }
        try write(Value(text))
    }
}
