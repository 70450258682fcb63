/// Where the streams beside output go. Nil is the host, by the preference variables.
public struct Streams {
    public var error: Sink?
    public var warning: Sink?
    public var verbose: Sink?
    public var debug: Sink?
    public var information: Sink?
    /// What `-ErrorVariable` and its like of the running commands gather.
    var errorLists: [PSList] = []
    var warningLists: [PSList] = []
    var informationLists: [PSList] = []
    public init() {}
}

extension Machine {
    /// A preference variable as the running code sees it.
    func preference(_ name: Name, _ otherwise: ActionPreference) -> ActionPreference {
        guard let v = lookup(name) else { return otherwise }
        return ActionPreference(v) ?? otherwise
    }

    /// Writes a non-terminating error: to `$Error`, error variables, and the error stream or the host; throws it where the
    /// preference says to stop.
    /// - Parameter action: `-ErrorAction` of the command that writes; nil leaves it to `$ErrorActionPreference`.
    public func writeError(_ record: ErrorRecord, action: ActionPreference? = nil) throws {
        let action = action ?? preference(WellKnownNames.errorAction, .continue)
        failed = true
        if action == .ignore { return }
        if !streams.errorLists.isEmpty {
            // A command that stops leaves the exception that stopped it.
            let kept: Value = action == .stop
                ? .object(ExceptionValue(.actionPreferenceStopException, "The running command stopped because the preference variable \"ErrorActionPreference\" or common parameter is set to Stop: \(record.message)"))
                : .object(record)
            for l in streams.errorLists { l.append(kept) }
        }
        switch action {
        case .stop, .break:
            throw PSError(record, endsScript: true)
        case .inquire:
            try inquire(record.message) { throw PSError(record, endsScript: true) }
            remember(record)
            try display(record)
        case .silentlyContinue:
            remember(record)
        default:
            remember(record)
            try display(record)
        }
    }
    /// Puts a record in front of `$Error`, once.
    public func remember(_ record: ErrorRecord) {
        let errors = session.errors
        if errors.count > 0, case .object(let o) = errors[0], o === record { return }
        errors.insert(.object(record), at: 0)
        if errors.count > 256 { errors.remove(at: 256, count: errors.count - 256) }
    }
    /// Gives a record to the error stream, or shows it.
    public func display(_ record: ErrorRecord) throws {
        if let sink = streams.error { try sink.put(.object(record)); return }
        let host = session.host
        host.flush()
        host.writeError(Str(ErrorView(self).text(of: record)))
    }

    /// - Parameter source: the command that writes, for the error where the preference is Stop.
    public func writeWarning(_ text: String, action: ActionPreference? = nil, by source: CommandInfo? = nil) throws {
        try writeMessage(text, .warning, action ?? preference(WellKnownNames.warning, .continue), streams.warning, streams.warningLists, source)
    }
    public func writeVerbose(_ text: String, action: ActionPreference? = nil, by source: CommandInfo? = nil) throws {
        try writeMessage(text, .verbose, action ?? preference(WellKnownNames.verbose, .silentlyContinue), streams.verbose, [], source)
    }
    public func writeDebug(_ text: String, action: ActionPreference? = nil, by source: CommandInfo? = nil) throws {
        try writeMessage(text, .debug, action ?? preference(WellKnownNames.debug, .silentlyContinue), streams.debug, [], source)
    }

    private func writeMessage(_ text: String, _ stream: MessageStream, _ action: ActionPreference, _ sink: Sink?, _ lists: [PSList], _ source: CommandInfo?) throws {
        let isSilent = action == .ignore || action == .silentlyContinue
        if isSilent, lists.isEmpty { return }
        let record = MessageRecord(stream, text)
        for l in lists { l.append(.object(record)) }
        if isSilent { return }
        if let sink { try sink.put(.object(record)) } else { session.host.write(Str(stream.line(text, color: session.host.hasColor))) }
        switch action {
        case .stop: throw stopped(stream.preference, text, source)
        case .inquire: try inquire(text) { throw stopped(stream.preference, text, source) }
        default: break
        }
    }
    private func stopped(_ preference: String, _ text: String, _ source: CommandInfo?) -> PSError {
        let e = PSError(.actionPreferenceStopException, id: "ActionPreferenceStop", "The running command stopped because the preference variable \"\(preference)\" or common parameter is set to Stop: \(text)", category: .operationStopped)
        e.record.commandClass = (source as? CmdletInfo)?.className ?? source?.name
        e.record.activity = source?.name ?? ""
        e.record.command = source
        e.endsScript = true
        return e
    }

    /// Writes to the information stream.
    /// - Parameters:
    ///   - text: how the host shows the record; nil where its text is to be a line of its own.
    ///   - isHostMessage: from Write-Host, which is shown whatever `$InformationPreference` says.
    public func writeInformation(_ record: InformationRecord, action: ActionPreference? = nil, isHostMessage: Bool = false, by source: CommandInfo? = nil) throws {
        let action = action ?? (isHostMessage ? .continue : preference(WellKnownNames.information, .silentlyContinue))
        if action == .ignore { return }
        if action == .inquire { try inquire(record.text(.current) ?? "") { throw stopped("InformationPreference", record.text(.current) ?? "", source) } }
        for l in streams.informationLists { l.append(.object(record)) }
        if let sink = streams.information { try sink.put(.object(record)); return }
        if action == .silentlyContinue { return }
        session.host.write(Str(record.hostText(self)))
        if action == .stop { throw stopped("InformationPreference", record.text(.current) ?? "", source) }
    }

    /// Asks whether to go on, where a preference says Inquire; `halt` ends the command.
    func inquire(_ text: String, halt: () throws -> Void) throws {
        let choice = try Choice.ask(self, caption: "Confirm", message: text.isEmpty ? "Continue with this operation?" : text + "\nContinue with this operation?",
                                    options: Choice.inquire, default: 0)
        if choice >= 2 { try halt() }
    }
}
