import Glibc

/// How the line editor behaves. Everything comes from the environment (docs/repl.md).
public struct ReplSettings {
    public enum EditMode: Equatable { case emacs, vi }

    public var editMode: EditMode = .emacs
    /// SGR sequences may be written.
    public var colour = true
    /// The history file; nil keeps the history in memory.
    public var historyPath: String?
    /// How many inputs are kept.
    public var historyLimit = 4096

    public init() {}

    /// The settings that environment and terminal ask for: `NACRE_EDIT_MODE`, `NACRE_HISTORY`,
    /// `NACRE_HISTORY_SIZE`, `XDG_STATE_HOME`, `NO_COLOR`, `TERM`.
    public static func fromEnvironment(terminal: Int32? = Terminal.outputDescriptor) -> ReplSettings {
        var settings = ReplSettings()
        if let mode = variable("NACRE_EDIT_MODE"), mode.lowercased() == "vi" { settings.editMode = .vi }
        settings.colour = Terminal.wantsColour(on: terminal ?? 1)
        settings.historyPath = defaultHistoryPath
        if let size = variable("NACRE_HISTORY_SIZE").flatMap({ Int($0) }), size >= 0 {
            settings.historyLimit = min(size, 1_000_000)
        }
        return settings
    }

    /// `$NACRE_HISTORY` (empty: none), else `$XDG_STATE_HOME/nacre/history`, else `~/.local/state/nacre/history`.
    static var defaultHistoryPath: String? {
        if let own = getenv("NACRE_HISTORY") {
            let path = String(cString: own)
            return path.isEmpty ? nil : path
        }
        // The XDG rules: a relative path in the variable is to be ignored.
        if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/nacre/history" }
        if let home = variable("HOME"), home.hasPrefix("/") { return home + "/.local/state/nacre/history" }
        return nil
    }

    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }
}
