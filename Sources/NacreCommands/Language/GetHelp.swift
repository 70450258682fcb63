import NacreRuntime

/// `Get-Help`: a command's syntax, parameters and what its comments say of it.
final class GetHelpCommand: Cmdlet {
    override func process() throws {
        guard let name = string("Name"), !name.isEmpty else { throw PSError.unsupported("Get-Help without a command's name") }
        guard var c = try m.resolveCommand(Name(name), spelling: name) else { throw notFound(name) }
        if let a = c as? AliasInfo, let t = try m.resolveCommand(Name(a.definition), spelling: a.definition) { c = t }
        if let k = c as? CmdletInfo, !k.isSupported { throw PSError.unsupported("help of \(name)") }
        guard let d = try c.metadata(m) else { throw notFound(name) }
        if let wanted = strings("Parameter") {
            for w in wanted {
                let p = try m.wildcard(w)
                let found = d.parameters.filter { p.matches($0.name) }
                if found.isEmpty { try writeError(.psArgumentException, id: "NoParametersFound", "No parameter matches criteria \(w).", category: .invalidArgument) }
                for x in found { try write(Value("\n" + parameter(x))) }
            }
            return
        }
        var out = "\nNAME\n    \(c.name)\n    \n"
        out += "SYNTAX\n" + CommandSyntax.sets(d).map { "    \(c.name) \($0.text)\n    \n" }.joined() + "    \n"
        if flag("Full") || flag("Detailed") || !flag("Examples") {
            out += "PARAMETERS\n" + d.parameters.sorted { $0.name.lowercased() < $1.name.lowercased() }.map { parameter($0) + "\n" }.joined()
        }
        if !d.outputTypes.isEmpty { out += "OUTPUTS\n" + d.outputTypes.map { "    \($0)\n" }.joined() + "    \n" }
        let aliases = m.aliases(in: m.scope, withParents: true).filter { Name($0.definition) == Name(c.name) }.map(\.name).sorted()
        out += "ALIASES\n    \(aliases.isEmpty ? "None" : aliases.joined(separator: "\n    "))\n    \n"
        try write(Value(out))
    }
    private func notFound(_ name: String) -> PSError {
        let type = TypeRef("HelpNotFoundException", namespace: "Microsoft.PowerShell.Commands", code: .exception, base: .systemException)
        return terminating(type, id: "HelpNotFound", "Get-Help could not find \(name) in a help file in this session. To download updated help topics type: \"Update-Help\". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.", category: .resourceUnavailable, target: Value(name))
    }
    private func parameter(_ p: ParameterMetadata) -> String {
        let mandatory = p.memberships.contains(where: \.isMandatory)
        let position = p.memberships.compactMap(\.position).min().map { String($0) } ?? "Named"
        let byValue = p.memberships.contains(where: \.fromPipeline), byName = p.memberships.contains(where: \.fromPipelineByName)
        let pipeline = byValue || byName ? "true (\([byValue ? "ByValue" : nil, byName ? "ByPropertyName" : nil].compactMap { $0 }.joined(separator: ", ")))" : "false"
        let sets = p.memberships.allSatisfy { $0.set < 0 } ? "(All)" : p.memberships.compactMap { s in s.set >= 0 ? String(s.set) : nil }.joined(separator: ", ")
        _ = sets
        var out = "    -\(p.name)\(p.isSwitch ? "" : " <\(TypeText.syntax(p.type))>")\n        \n"
        out += "        Required?                    \(mandatory)\n        Position?                    \(position)\n        Accept pipeline input?       \(pipeline)\n"
        out += "        Aliases                      \(p.aliases.isEmpty ? "None" : p.aliases.joined(separator: ", "))\n        Dynamic?                     false\n        \n"
        return out
    }
}
