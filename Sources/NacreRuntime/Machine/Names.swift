extension Machine {
    /// The names of all variables in view.
    public var variableNames: [String] {
        var out: [String] = []
        var s: Scope? = scope
        while let c = s {
            out += c.all(self).map { $0.0.text }
            s = c.parent
        }
        return out
    }
    /// The names of all commands in view: functions, aliases, cmdlets.
    public var commandNames: [String] {
        settleAliases()
        var out: [String] = []
        var s: Scope? = scope
        while let c = s {
            out += (c.functions ?? [:]).values.map(\.name) + (c.aliases ?? [:]).values.map(\.name)
            s = c.parent
        }
        return out + session.commands.registered.map(\.name) + session.commands.listers.flatMap { $0() }
    }
}
