import NacreRuntime

/// `Write-Error`: an error of whoever runs it, not of this command.
final class WriteErrorCommand: Cmdlet {
    override func process() throws {
        let record: ErrorRecord
        if let given = arg("ErrorRecord")?.cast(ErrorRecord.self) {
            record = ErrorRecord(given.exception, id: given.errorId, category: given.category, target: given.target)
            record.details = given.details
            record.activity = given.activity
            record.reason = given.reason
            record.targetName = given.targetName
            record.targetTypeName = given.targetTypeName
            record.recommendedAction = given.recommendedAction
        } else {
            let message = string("Message") ?? ""
            let exception = arg("Exception")?.cast(ExceptionValue.self)
            let made = exception ?? ExceptionValue(.writeErrorException, message)
            let category = (arg("Category")?.unwrapped.obj as? EnumValue).flatMap { ErrorCategory(rawValue: $0.text(.invariant) ?? "") } ?? .notSpecified
            let id = string("ErrorId").flatMap { $0.isEmpty ? nil : $0 } ?? made.exceptionType.fullName
            record = ErrorRecord(made, id: id, category: category, target: arg("TargetObject") ?? .null)
            if exception != nil, has("Message"), !message.isEmpty { record.details = message }
        }
        if let a = string("RecommendedAction") { record.recommendedAction = a }
        if let a = string("CategoryActivity"), !a.isEmpty { record.activity = a }
        if let r = string("CategoryReason"), !r.isEmpty { record.reason = r }
        if let n = string("CategoryTargetName"), !n.isEmpty { record.targetName = n }
        if let t = string("CategoryTargetType"), !t.isEmpty { record.targetTypeName = t }
        let place = m.callerOfCommand()
        if record.activity.isEmpty { record.activity = place.command == nil ? command.name : command.name }
        record.commandClass = place.command.map { ($0 as? CmdletInfo)?.className ?? $0.name } ?? place.name ?? ""
        record.command = place.command ?? command
        record.position = place.command == nil ? nil : place.position
        try m.writeError(record, action: common.errorAction)
    }
}
