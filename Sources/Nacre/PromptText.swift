import NacreRuntime

extension Shell {
    /// What the `prompt` function gives: `PS /folder> `.
    public var promptText: String {
        let m: Machine = session.machine
        if let f = m.findFunction(Name("prompt")), let v = try? m.call(f.block) { return m.str(v).string }
        return "PS \(m.lookup(Name("PWD")).map { m.str($0).string } ?? "")> "
    }
}
