extension ParameterBinder {
    /// Asks for mandatory parameters that are missing, as PowerShell's console host does; an error where nobody can be asked.
    func ask(_ missing: [Int]) throws {
        let host = m.session.host
        guard host.isInteractive else { throw errors.missingMandatory(missing.map { table.parameters[$0].name }) }
        var text = "\ncmdlet \(command.name) at command pipeline position 1\nSupply values for the following parameters:\n"
        if missing.contains(where: { help(of: table.parameters[$0]) != nil }) { text += "(Type !? for Help.)\n" }
        host.write(Str(text))
        for p in missing { try bindOne(p, try read(table.parameters[p]), at: nil) }
    }

    private func help(of p: ParameterMetadata) -> String? { p.memberships.lazy.compactMap(\.helpMessage).first }

    /// What is typed for a parameter; a parameter of several values asks until an empty line.
    private func read(_ p: ParameterMetadata) throws -> Value {
        guard p.type.code == .array || p.type.code == .list else { return try read(p, prompt: p.name, as: p.type) }
        var all: [Value] = []
        while true {
            let v = try read(p, prompt: "\(p.name)[\(all.count)]", as: p.type.element ?? .object, endsWhenEmpty: true)
            if v.isUndef { return .object(PSArray(all)) }
            all.append(v)
        }
    }

    /// Asks until what is typed can be of the type; `.undef` for the empty line that ends a list.
    private func read(_ p: ParameterMetadata, prompt: String, as type: TypeRef, endsWhenEmpty: Bool = false) throws -> Value {
        let host = m.session.host
        while true {
            host.flush()
            guard let line = try host.readLine(prompt: prompt + ": ") else { throw errors.missingMandatory([p.name]) }
            if line == "!?" {
                host.write(Str((help(of: p) ?? "No help is available for \(p.name).") + "\n"))
                continue
            }
            if endsWhenEmpty, line.isEmpty { return .undef }
            let v = Value(line)
            // A number mistyped is asked for again; what else does not fit is the binder's to refuse.
            if type.isNumeric, (try? m.convertArgument(v, to: type)) == nil {
                host.write(Str("Cannot recognize \"\(line)\" as a \(type.fullName) due to a format error.\n"))
                continue
            }
            return v
        }
    }
}
