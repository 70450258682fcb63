import NacreRuntime
import NacreSchema

/// One run of a model's cmdlet: the store, the bound parameters as values of documents, and errors that end no more than one object.
open class ModelCmdletRun: Cmdlet {
    public internal(set) var context: ModelContext!
    public internal(set) var cmdlet: ModelCmdlet!

    public var model: any ModelPlugin { context.model }
    var values_: ValueReader { ValueReader(m: m) }

    /// The contract of the cmdlet's entity.
    public func engine() throws -> EntityEngine {
        guard let schema = cmdlet.entity else { throw ModelError.unsupported(cmdlet.name) }
        return EntityEngine(schema, of: model)
    }

    open override func process() throws {
        do { try run() } catch let error as ModelError { try report(error) } catch let error as StoreError { try report(.store(error)) }
    }

    /// What the cmdlet does for one object from the pipeline, or once. A ModelError or StoreError becomes an error record, and the next
    /// object has its turn.
    open func run() throws {}

    /// Writes an error record.
    public func report(_ error: ModelError) throws { try writeError(record(error)) }

    /// An error that ends the command: nothing that the pipeline brings could make it right.
    public func terminating(_ error: ModelError) -> PSError { terminating(record(error)) }

    private func record(_ error: ModelError) -> ErrorRecord {
        let type: TypeRef = error.id == "NotSupportedByNacre" ? .notSupportedException : .invalidOperationException
        return ErrorRecord(ExceptionValue(type, error.message), id: error.id, category: ErrorCategory(rawValue: error.category.rawValue) ?? .notSpecified,
                           target: error.target.map { Value($0) } ?? .null)
    }

    /// A moment as the shell's DateTime in local time; nothing for none.
    public func time(_ t: Timestamp?) -> Value { t.map { ForeignValues(m: m).make(.dateTime($0)) } ?? .null }

    /// A parameter that holds an identity: a text, or an object that has one.
    public func identityText(_ name: String) -> String? {
        guard let v = arg(name), !v.isNull else { return nil }
        if let object = v.cast(Custom.self), let identity = object.get("Identity") { return m.str(identity).string }
        return m.str(v).string
    }

    /// What the reads of this cmdlet read: with -LocalStore the replica of the computer that the shell acts as, else the central store.
    public func reader() throws -> any EntityReader {
        let store = try context.store()
        guard metadata.parameters.contains(where: { $0.name == "LocalStore" }), flag("LocalStore") else { return store }
        let computer = try localComputer(in: store)
        guard let replica = try store.localStore(of: computer) else {
            throw ModelError("NoLocalStore", .resourceUnavailable, "The computer \"\(computer)\" has no local store: it is not part of the replication.", target: computer)
        }
        return replica
    }

    /// The computer that the shell acts as.
    ///
    /// - Throws: where the topology lacks the one that was asked for.
    public func localComputer(in store: any EntityReader) throws -> String {
        guard let chooser = model as? any ComputerChooser else { throw ModelError.unsupported("-LocalStore of the model \(model.name)") }
        return try chooser.computer(context.computerName, in: store)
    }

    /// A change of the store, made by this command line.
    @discardableResult
    public func write<T>(_ body: (any EntityTransaction) throws -> T) throws -> T {
        // What was put out before a change has left before the change is made.
        session.host.flush()
        return try context.store().write(ChangeOrigin(author: context.author, commandLine: commandText)) { try body($0) }.result
    }

    /// The command as it stands in the script, for the store's history.
    private var commandText: String {
        guard let site = callSite else { return cmdlet.name }
        return site.source.text(site.extent)
    }

    public func put(_ document: EntityDocument, _ engine: EntityEngine) throws {
        try write(ObjectWriter(context: context, m: m).object(document, engine))
    }

    /// An object of named values, those of an entity's property in its type, under a type name of its own.
    public func object(_ pairs: [(String, SchemaValue)], _ engine: EntityEngine, typeName: String) -> Value {
        let writer = ObjectWriter(context: context, m: m)
        let object = Custom(pairs.map { ($0.0, writer.value($0.1, engine.schema.property($0.0)?.type ?? .any, engine)) })
        object.typeNames = [Str(typeName)]
        return .object(object)
    }

    /// Says what the model has to warn of after a write.
    func warn(after document: EntityDocument, _ engine: EntityEngine) throws {
        guard let hooks = model as? any ModelHooks else { return }
        for text in try hooks.warnings(engine.schema, after: document, in: try context.store()) { try writeWarning(text) }
    }

    /// The parameters that steer a cmdlet and are no property. Those of a directory and of transcripts have no effect on a deployment of one store.
    static let steering: Set<String> = ["Identity", "Instance", "InMemory", "Force", "Tenant", "Parent", "Name", "LocalStore", "Filter", "PassThru",
                                        "DomainController", "GlobalCatalog", "Report", "PolicyName"]

    /// The changes that the bound parameters ask for: those named as a property, and the switches that select a variant.
    func changes(_ schema: EntitySchema) throws(ModelError) -> PropertyChanges {
        var out: PropertyChanges = []
        for (i, parameter) in metadata.parameters.enumerated() {
            guard let v = arg(at: i) else { continue }
            if let property = schema.property(parameter.name), !property.mirrorsIdentity {
                out.append((property.name, try values_.change(v, for: property)))
            } else if let variant = schema.variants.first(where: { equalsIgnoringCase($0.selector ?? "", parameter.name) }), let by = schema.discriminator {
                if v.isTrue { out.append((by, .set(.string(variant.value)))) }
            } else if !ModelCmdletRun.steering.contains(parameter.name), schema.property(parameter.name) == nil {
                throw ModelError.unsupported("the parameter \"\(parameter.name)\" of \(cmdlet.name)")
            }
        }
        return out
    }
}

/// A model whose shell acts as a computer of its topology.
public protocol ComputerChooser: AnyObject {
    /// The topology's spelling of a computer's name; with nil, the one that a shell acts as where it says nothing.
    ///
    /// - Throws: ModelError for a name that the topology lacks.
    func computer(_ name: String?, in reader: any EntityReader) throws -> String
}

/// What a cmdlet does that Nacre knows but does not carry out.
final class UnsupportedCmdlet: ModelCmdletRun {
    override func run() throws { throw ModelError.unsupported(cmdlet.name) }
}
