/// `ShouldProcess` and `ShouldContinue` of one running command: `-WhatIf`, `-Confirm`, and the answers given to all further questions.
public final class ShouldProcess {
    private let m: Machine
    private let command: CommandInfo
    private let common: CommonParameters
    private let impact: ConfirmImpact
    private var toAll: Bool?
    private var continueToAll: Bool?

    public init(_ m: Machine, command: CommandInfo, common: CommonParameters, impact: ConfirmImpact) {
        self.m = m
        self.command = command
        self.common = common
        self.impact = impact
    }

    /// `What if: Performing the operation "X" on target "Y".`
    public func ask(target: String, action: String) throws -> Bool {
        let text = "Performing the operation \"\(action)\" on target \"\(target)\"."
        return try ask(description: text, question: "Are you sure you want to perform this action?\n\(text)", caption: "Confirm")
    }
    public func ask(description: String, question: String, caption: String) throws -> Bool {
        if common.whatIf ?? (m.lookup(WellKnownNames.whatIf)?.isTrue ?? false) {
            m.session.host.write(Str("What if: \(description)\n"))
            return false
        }
        if asks {
            if let toAll { return toAll }
            let choice = try answer(caption, question)
            switch choice {
            case 0: return true
            case 1: toAll = true; return true
            case 2: return false
            default: toAll = false; return false
            }
        }
        try m.writeVerbose(description, action: common.verbose.map { $0 ? .continue : .silentlyContinue }, by: command)
        return true
    }
    private var asks: Bool {
        if let confirm = common.confirm { return confirm }
        let from = m.lookup(WellKnownNames.confirm).flatMap { ConfirmImpact($0) } ?? .high
        return from != .none && impact != .none && impact >= from
    }
    private func answer(_ caption: String, _ question: String) throws -> Int {
        try Choice.ask(m, caption: caption, message: question, options: Choice.confirm, default: 0)
    }
    /// A question that `-Confirm:$false` does not answer (`ShouldContinue`).
    public func askToContinue(_ question: String, caption: String) throws -> Bool {
        if let continueToAll { return continueToAll }
        switch try answer(caption, question) {
        case 0: return true
        case 1: continueToAll = true; return true
        case 2: return false
        default: continueToAll = false; return false
        }
    }
}
