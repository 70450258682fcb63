import NacreSyntax

extension Machine {
    /// The PowerShell error that a Swift error stands for; nil for flow (exit, break, stops).
    func asPSError(_ error: Error) -> PSError? {
        switch error {
        case let e as PSError: return e
        case let n as NetException:
            return PSError(ErrorRecord(n.value, id: n.value.exceptionType.name, category: .notSpecified))
        default: return nil
        }
    }
    /// Fills in where an error happened; the innermost place stays.
    func position(_ e: PSError, at p: ScriptPosition) {
        if e.record.position == nil { e.record.position = p }
        if e.record.trace.isEmpty { e.record.trace = trace(from: p) }
    }
    /// `$Error` gets the record, once.
    func remember(_ e: PSError) { remember(e.record) }
    /// A statement ended by an error that nothing catches: shown by `$ErrorActionPreference`, then the next statement runs.
    func statementFailed(_ e: PSError) throws {
        switch str(lookup(Name("ErrorActionPreference")) ?? .null).string.lowercased() {
        case "stop", "break":
            e.endsScript = true
            throw e
        case "silentlycontinue": remember(e)
        case "ignore": break
        default: try show(e)
        }
    }
    func show(_ e: PSError) throws {
        remember(e)
        try display(e.record)
    }
    /// The blocks under way, from an error's place out.
    private func trace(from p: ScriptPosition) -> [(block: String, place: ScriptPosition)] {
        var blocks: [(block: String, place: ScriptPosition)] = []
        var s: Scope? = scope
        var place = p
        while let c = s {
            blocks.append((c.frameName, place))
            guard let site = c.callSite else { break }
            place = site
            s = c.parent
        }
        return blocks
    }
}
