import Glibc

/// Whether what `using module` and `using assembly` name is there.
enum ModuleFiles {
    static func hasModule(_ name: String) -> Bool {
        // A path is looked at when the script runs.
        if name.contains("/") || name.contains("\\") { return true }
        let own: Set<String> = ["microsoft.powershell.core", "microsoft.powershell.management", "microsoft.powershell.utility", "microsoft.powershell.security",
                                "microsoft.powershell.host", "microsoft.powershell.archive", "microsoft.powershell.psresourceget", "packagemanagement",
                                "powershellget", "psreadline", "threadjob", "microsoft.powershell.threadjob", "lyncserver", "skypeforbusiness"]
        if own.contains(name.lowercased()) { return true }
        var folders: [Substring] = []
        let paths = environment("PSModulePath")
        folders += paths.split(separator: ":")
        let home = environment("HOME")
        for f in folders + [Substring(home + "/.local/share/powershell/Modules"), "/usr/local/share/powershell/Modules"] where exists("\(f)/\(name)") { return true }
        return false
    }

    static func hasAssembly(_ name: String, beside script: String?) -> Bool {
        if name.hasPrefix("/") { return exists(name) }
        if !name.contains("/"), !name.contains("\\") {
            let lower = name.lowercased()
            return lower.hasPrefix("system") || lower.hasPrefix("microsoft.") || exists(name)
        }
        guard let script, let slash = script.lastIndex(of: "/") else { return exists(name) }
        return exists(script[..<slash] + "/" + name)
    }

    private static func environment(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
