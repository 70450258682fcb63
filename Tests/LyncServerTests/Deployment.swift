import Testing
@testable import LyncServer
import NacreModel
import NacreSchema

/// A fresh sample deployment in memory, with the verbs at hand.
struct Deployment {
    let model = LyncServerModel()
    let store: MemoryStore
    let origin = ChangeOrigin(author: "tester", commandLine: "")

    init() throws {
        store = MemoryStore { Timestamp(unixSeconds: 1_800_000_000) }
        let model = model
        try store.write(origin) { try model.seed($0) }
    }
    func engine(_ noun: String) throws -> EntityEngine { EntityEngine(try #require(model.cs.entity(noun)), of: model) }

    @discardableResult func new(_ noun: String, _ identity: String, _ values: (String, SchemaValue)...) throws -> EntityDocument {
        let engine = try engine(noun)
        return try store.write(origin) { tx in
            let draft = try engine.draft(identity, values.map { ($0.0, .set($0.1)) }, in: tx)
            try engine.create(draft, in: tx)
            return draft
        }.result
    }
    @discardableResult func set(_ noun: String, _ identity: String, _ changes: (String, PropertyChange)...) throws -> Commit? {
        let engine = try engine(noun)
        return try store.write(origin) { try engine.update(identity, changes.map { ($0.0, $0.1) }, in: $0) }.commit
    }
    @discardableResult func remove(_ noun: String, _ identity: String) throws -> Removal {
        let engine = try engine(noun)
        return try store.write(origin) { try engine.remove(identity, in: $0) }.result
    }
    func shown(_ noun: String, _ identity: String) throws -> [String: SchemaValue] {
        let engine = try engine(noun)
        let document = try engine.existing(identity, in: store)
        return Dictionary(uniqueKeysWithValues: engine.properties(of: document).map { ($0.name, $0.value) })
    }
    func identities(_ noun: String) throws -> [String] { try engine(noun).all(in: store).map(\.identity) }
}
