/// A question with fixed answers, asked as PowerShell's console host asks it.
public enum Choice {
    /// One answer: what is typed for it, its name, and what `?` says of it.
    public struct Option {
        public let key: String, name: String, help: String
        public init(_ key: String, _ name: String, _ help: String) { self.key = key; self.name = name; self.help = help }
        /// From a label in which `&` stands before the key: `Yes to &All`.
        public init(label: String, help: String) {
            let key = label.firstIndex(of: "&").map { label[label.index(after: $0)...].prefix(1).uppercased() } ?? ""
            self.init(key, label.filter { $0 != "&" }, help)
        }
    }
    /// The answers of `-Confirm`. (PowerShell's fifth, Suspend, opens a nested prompt.)
    public static let confirm = [
        Option("Y", "Yes", "Continue with only the next step of the operation."),
        Option("A", "Yes to All", "Continue with all the steps of the operation."),
        Option("N", "No", "Skip this operation and proceed with the next operation."),
        Option("L", "No to All", "Skip this operation and all subsequent operations."),
    ]
    /// The answers where a preference says Inquire.
    public static let inquire = [
        confirm[0], confirm[1],
        Option("H", "Halt Command", "Stop this command."),
    ]

    /// Asks until an answer is given by its key or name, in any case of letters.
    /// - Parameter preset: the answer of an empty line; -1 for none.
    /// - Returns: the index of the answer.
    /// - Throws: `PipelineStopped` where the input ends: what was asked for must not happen.
    public static func ask(_ m: Machine, caption: String, message: String, options: [Option], default preset: Int) throws -> Int {
        let host = m.session.host
        guard host.isInteractive else { throw nonInteractive }
        host.write(Str("\n\(caption)\n\(message)\n"))
        let (above, prompt) = question(options, preset, width: host.width)
        while true {
            host.write(Str(above))
            host.flush()
            guard let line = try host.readLine(prompt: prompt) else { throw PipelineStopped() }
            let answer = trimmed(line).lowercased()
            if answer.isEmpty, options.indices.contains(preset) { return preset }
            if let i = options.firstIndex(where: { !answer.isEmpty && $0.key.lowercased() == answer || $0.name.lowercased() == answer }) { return i }
            if answer == "?" { host.write(Str(options.map { "\($0.key) - \($0.help)\n" }.joined())) }
        }
    }

    /// `[Y] Yes  [N] No  [?] Help (default is "Y"): ` in rows of whole answers; the last row is the prompt.
    static func question(_ options: [Option], _ preset: Int, width: Int) -> (above: String, prompt: String) {
        var above = "", row = "", end = "[?] Help: "
        if options.indices.contains(preset) { end = "[?] Help (default is \"\(options[preset].key.isEmpty ? options[preset].name : options[preset].key)\"): " }
        for word in options.map({ ($0.key.isEmpty ? "" : "[\($0.key)] ") + $0.name + "  " }) + [end] {
            if !row.isEmpty, row.count + word.count > width { above += row + "\n"; row = "" }
            row += word
        }
        return (above, row)
    }
    private static func trimmed(_ s: String) -> String {
        var part = s[...]
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
    /// What a question is answered with where nobody can be asked.
    public static var nonInteractive: PSError {
        PSError(.psInvalidOperationException, id: "InvalidOperation", "PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.", category: .invalidOperation)
    }
}
