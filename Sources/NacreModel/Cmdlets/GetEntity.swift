import NacreRuntime
import NacreSchema

/// Get-: the object of an identity, those whose identity fits -Filter, or all, the global one first.
open class GetEntity: ModelCmdletRun {
    open override func run() throws {
        let engine = try engine(), reader = try reader()
        for document in try documents(engine, reader) where try selects(document, engine) { try show(document, engine) }
    }

    /// Puts a document's object out.
    open func show(_ document: EntityDocument, _ engine: EntityEngine) throws { try put(document, engine) }

    /// What is asked for.
    open func documents(_ engine: EntityEngine, _ reader: any EntityReader) throws -> [EntityDocument] {
        if let identity = identityText("Identity") { return [try engine.existing(identity, in: reader)] }
        if has("Filter"), let filter = string("Filter") { return try engine.matching(filter, in: reader) }
        return try engine.all(in: reader)
    }

    /// Whether a document is among what the cmdlet's other parameters ask for.
    open func selects(_ document: EntityDocument, _ engine: EntityEngine) throws -> Bool { true }
}
