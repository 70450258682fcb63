import NacreRuntime
import NacreSchema

/// What a session's model cmdlets share: the model, and the store that is opened when the first of them needs it.
public final class ModelContext {
    public let model: any ModelPlugin
    public let cmdlets: any CmdletCatalog
    let types = ModelTypes()
    private let open: () throws -> any EntityStore
    private var opened: (any EntityStore)?
    /// The computer that the shell acts as, as it was asked for; nil: the model's own choice.
    public var computerName: String?
    /// Who makes the changes.
    public var author: String

    /// - Parameter open: opens the store, or creates it with what `model.seed` puts in; called once, by the first cmdlet.
    public init(model: any ModelPlugin, cmdlets: any CmdletCatalog, computerName: String? = nil, author: String, open: @escaping () throws -> any EntityStore) {
        self.model = model; self.cmdlets = cmdlets; self.computerName = computerName; self.author = author; self.open = open
    }

    /// The store, with everything delivered that has fallen due: a shell that was away catches up before its first cmdlet answers.
    public func store() throws -> any EntityStore {
        do {
            if let opened {
                try opened.deliverDue()
                return opened
            }
            let store = try open()
            // A shell that was told to act as a computer that is not there must not act as another.
            if let computerName, let chooser = model as? any ComputerChooser { _ = try chooser.computer(computerName, in: store) }
            opened = store
            try store.deliverDue()
            return store
        } catch let error as StoreError { throw ModelError.store(error) }
    }

    /// Whether a cmdlet has needed the store yet.
    public var isOpen: Bool { opened != nil }
}
