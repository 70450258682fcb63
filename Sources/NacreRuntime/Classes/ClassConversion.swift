/// Conversions to the classes of scripts.
extension Machine {
    /// A class from a custom object: a new one with the object's properties; nil where this is not such a conversion.
    func convertToScriptClass(_ v: Value, _ c: ScriptClass) throws -> Value? {
        guard case .object(let o) = v, o.kind == .custom else { return nil }
        // Only a class that can be made of nothing.
        guard c.scriptConstructors.isEmpty || c.scriptConstructors.contains(where: { $0.parameterTypes.isEmpty }) else { return nil }
        let made = try pass([]) { try constructScript(c, $0) }
        let parts = unsafeDowncast(o, to: Custom.self)
        for (i, name) in parts.shape.spellings.enumerated() { try setPart(made, c, name, parts.values[i]) }
        return made
    }
}
