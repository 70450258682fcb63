import NacreSyntax

/// `#requires`: what a script file asks for before it runs.
enum Requirements {
    /// The version of PowerShell whose language this is.
    static let version = (major: 7, minor: 6, text: "7.6.5")

    static func check(_ tree: ScriptBlockAst, _ source: Source) throws {
        guard let wanted = tree.requirements else { return }
        let name = source.path.map(Machine.fileName) ?? ""
        if let text = wanted.version {
            let parts = text.split(separator: ".").map { Int($0) ?? 0 }
            let major = parts.first ?? 0, minor = parts.count > 1 ? parts[1] : 0
            if (major, minor) > (version.major, version.minor) {
                throw refusal("ScriptRequiresUnmatchedPSVersion", "The script '\(name)' cannot be run because it contained a \"#requires\" statement for PowerShell \(text). The version of PowerShell that is required by the script does not match the currently running version of PowerShell \(version.text).", name)
            }
        }
        if let edition = wanted.editions.first(where: { $0.lowercased() != "core" }), !wanted.editions.contains(where: { $0.lowercased() == "core" }) {
            throw refusal("ScriptRequiresUnmatchedPSEdition", "The script '\(name)' cannot be run because it contained a \"#requires\" statement for PowerShell editions '\(edition)'. The edition of PowerShell that is required by the script does not match the currently running PowerShell Core edition.", name)
        }
    }
    private static func refusal(_ id: String, _ message: String, _ name: String) -> PSError {
        let e = PSError(.scriptRequiresException, id: id, message, category: .resourceUnavailable, target: Value(name))
        e.endsScript = true
        return e
    }
}

extension TypeRef {
    static let scriptRequiresException = TypeRef("ScriptRequiresException", namespace: "System.Management.Automation", code: .exception, base: .runtimeException)
}
