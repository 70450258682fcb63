/// A configuration model: entities as data, what a new deployment holds, and the rules that data cannot say.
public protocol ModelPlugin {
    /// `LyncServer`.
    var name: String { get }
    /// The product version whose surface is shown, such as `5.0.8308.0`.
    var version: String { get }
    /// The prefix of its nouns: `Cs`.
    var nounPrefix: String { get }
    var catalog: any SchemaCatalog { get }

    /// Fills the first transaction of a new store with the sample deployment.
    func seed(_ transaction: any EntityTransaction) throws
    /// The spelling of a site's or service's name in the topology; nil where the topology lacks it.
    func canonicalName(_ scope: Scope, in reader: any EntityReader) throws -> Scope?
    /// Whether a `.custom` rule or a reference to the topology holds; nil, or what is wrong.
    func violation(of rule: EntityRule, entity: EntitySchema, document: EntityDocument, in reader: any EntityReader) throws -> String?
}
