import NacreRuntime
import NacreSchema

/// New-: makes a document at -Identity, or at -Parent and -Name, and puts the object out; with -InMemory no store sees it.
final class NewEntity: ModelCmdletRun {
    override func run() throws {
        let engine = try engine(), store = try context.store()
        let draft = try engine.draft(try identity(engine), try changes(engine.schema), in: store)
        if flag("InMemory") { return try put(draft, engine) }
        guard try shouldProcess(draft.identity) else { return }
        let made = try write { try engine.create(draft, in: $0) }
        try put(made, engine)
        try warn(after: made, engine)
    }

    private func identity(_ engine: EntityEngine) throws -> String {
        if let identity = identityText("Identity") { return identity }
        if let key = engine.schema.properties.first(where: \.mirrorsIdentity), let name = string(key.name) { return name }
        let parent = string("Parent"), name = string("Name")
        if let name { return parent.map { $0 + "/" + name } ?? name }
        throw ModelError("IdentityMissing", .invalidArgument, "An identity is needed.")
    }
}
