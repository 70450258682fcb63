import NacreRuntime

/// A command's syntax, one line a parameter set.
enum CommandSyntax {
    static func sets(_ d: CommandMetadata) -> [(name: String, isDefault: Bool, text: String)] {
        let names = d.sets.isEmpty ? ["__AllParameterSets"] : d.sets
        return names.indices.map { (names[$0], d.defaultSet == $0, parameters(d, $0)) }
    }
    /// The parameters of a set as `[-Name] <type> [-Switch] …`: positional ones first, mandatory ones before others.
    static func parameters(_ d: CommandMetadata, _ set: Int) -> String {
        var positional: [(Int, String)] = [], mandatory: [String] = [], rest: [String] = []
        for p in d.parameters where !p.dontShow {
            guard let m = p.memberships.first(where: { $0.set == set }) ?? p.memberships.first(where: { $0.set < 0 }) else { continue }
            let type = p.isSwitch ? "" : " <\(TypeText.syntax(p.type))>"
            if let at = m.position, !p.isSwitch {
                positional.append((at, m.isMandatory ? "[-\(p.name)]\(type)" : "[[-\(p.name)]\(type)]"))
            } else if m.isMandatory { mandatory.append("-\(p.name)\(type)") } else { rest.append("[-\(p.name)\(type)]") }
        }
        positional.sort { $0.0 < $1.0 }
        var all = positional.map(\.1) + mandatory + rest
        if d.supportsShouldProcess { all += ["[-WhatIf]", "[-Confirm]"] }
        if d.isAdvanced { all.append("[<CommonParameters>]") }
        return all.joined(separator: " ")
    }
}
