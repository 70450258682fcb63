import Glibc
import LyncServer
import NacreModel
import NacreRuntime
import NacreSchema
import NacreStore

/// The configuration models of the program, on the store that the command line or the environment names.
enum Models {
    /// - Parameters:
    ///   - store: `-Store`; nil: `NACRE_STORE`, else the place by the XDG rules.
    ///   - computer: `-ComputerName`; nil: `NACRE_COMPUTER`, else the model's choice.
    ///   - quiet: a new store is made without a word.
    @discardableResult
    static func register(in session: Session, store: String?, computer: String?, quiet: Bool = false) -> ModelContext {
        let author = Author.name
        return LyncServerCommands.register(in: session, computerName: computer ?? environment("NACRE_COMPUTER"), author: author) { [unowned session] model in
            let path = store ?? StorePlace.standard()
            let opened = try SQLiteStore(path, origin: ChangeOrigin(author: author, commandLine: "the sample deployment"), seed: { try model.seed($0) })
            opened.isInterrupted = { session.interrupt.isSet }
            if opened.wasCreated, !quiet {
                session.host.writeError(Str("WARNING: There was no store at \(path): created one with the sample deployment litwareinc.com.\n"))
            }
            session.register(Replication(path))
            return opened
        }
    }

    private static func environment(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}

/// Keeps the delivery to the replicas going while the session lives.
private final class Replication {
    private let delivery: BackgroundDelivery
    init(_ path: String) { delivery = BackgroundDelivery(path) }
    deinit { delivery.stop() }
}

/// Who changes the store: the account's name.
private enum Author {
    static var name: String {
        guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return String(geteuid()) }
        return String(cString: name)
    }
}
