import NacreRuntime
import NacreSchema

/// Remove-: takes a document away; the global one has its defaults again, with a warning that says so.
final class RemoveEntity: ModelCmdletRun {
    override func run() throws {
        let engine = try engine()
        guard let text = identityText("Identity") else { throw ModelError("IdentityMissing", .invalidArgument, "An identity is needed.") }
        let document = try engine.existing(text, in: try context.store())
        guard try shouldProcess(document.identity) else { return }
        if try write({ try engine.remove(document.identity, in: $0) }) == .reset {
            try writeWarning("Global configuration for \"\(engine.element)\" cannot be removed. Instead of removing it, the Global configuration for \"\(engine.element)\" has been reset to the default configuration.")
        }
    }
}
