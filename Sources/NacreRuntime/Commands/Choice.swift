/// A question with named answers, as PowerShell's hosts ask it.
public enum Choice {
    /// The index of the answer.
    /// - Parameters:
    ///   - options: the answers' names; `keys` what is typed for each.
    ///   - default: the answer of an empty line.
    public static func ask(_ m: Machine, caption: String, message: String, options: [String], keys: [String], default preset: Int) throws -> Int {
        let host = m.session.host
        guard host.isInteractive else { throw nonInteractive }
        let list = zip(keys, options).map { "[\($0)] \($1)" }.joined(separator: "  ")
        host.write(Str("\n\(caption)\n\(message)\n"))
        while true {
            host.flush()
            guard let line = try host.readLine(prompt: "\(list)  [?] Help (default is \"\(keys[preset])\"): ") else { return preset }
            let answer = line.filter { $0 != " " }.lowercased()
            if answer.isEmpty { return preset }
            if let i = keys.firstIndex(where: { $0.lowercased() == answer }) ?? options.firstIndex(where: { $0.lowercased() == line.lowercased() }) { return i }
            if answer == "?" { host.write(Str(zip(keys, options).map { "\($0) - \($1)\n" }.joined())) }
        }
    }
    /// What a question is answered with where nobody can be asked.
    public static var nonInteractive: PSError {
        PSError(.psInvalidOperationException, id: "InvalidOperation", "PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.", category: .invalidOperation)
    }
}
