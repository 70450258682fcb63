import NacreModel
import NacreRuntime
import NacreSchema

/// Puts Lync Server 2013's cmdlets into a session.
public enum LyncServerCommands {
    /// - Parameters:
    ///   - computerName: the computer that the shell acts as (`-ComputerName`, `NACRE_COMPUTER`); nil: the first Front End Server.
    ///   - author: who makes the changes, for the store's history.
    ///   - open: opens the store when the first Cs cmdlet needs it; a new one is filled by `seed` of the model that it is given.
    @discardableResult
    public static func register(in session: Session, computerName: String? = nil, author: String,
                                open: @escaping (any ModelPlugin) throws -> any EntityStore) -> ModelContext {
        let model = LyncServerModel()
        let context = ModelContext(model: model, cmdlets: model, computerName: computerName, author: author) { try open(model) }
        ModelCommands.register(context, in: session)
        return context
    }
}
