import NacreModel
import NacreSchema

/// Lync Server 2013 as a configuration model: its entities and cmdlets are data, its topology, users and replication are here.
public final class LyncServerModel: ModelPlugin, ModelHooks {
    public let name = "LyncServer"
    public let version = "5.0.8308.0"
    public let nounPrefix = "Cs"
    public let cs: CsCatalog
    public var catalog: any SchemaCatalog { cs }

    public init() { cs = CsCatalog() }

    public func seed(_ transaction: any EntityTransaction) throws { try SampleDeployment(model: self).write(to: transaction) }

    public func canonicalName(_ scope: Scope, in reader: any EntityReader) throws -> Scope? {
        try Topology(reader).canonical(scope)
    }

    public func violation(of rule: EntityRule, entity: EntitySchema, document: EntityDocument, in reader: any EntityReader) throws -> String? {
        switch rule {
        case .custom(let name): try ModelRules(model: self, reader: reader).violation(of: name, document)
        case .reference(let property, let target): try Topology(reader).violation(of: target, property: property, document)
        default: nil
        }
    }

    public func documents(_ schema: EntitySchema, named text: String, in reader: any EntityReader) throws -> [EntityDocument]? {
        switch schema.noun {
        case "CsUser": try UserDirectory(reader).users(named: text)
        case "CsSite": try Topology(reader).sites(named: text)
        case "CsService": try Topology(reader).services(named: text)
        default: nil
        }
    }

    public func warnings(_ schema: EntitySchema, after document: EntityDocument, in reader: any EntityReader) throws -> [String] {
        try ModelRules(model: self, reader: reader).warnings(schema, document)
    }

    public func grantee(of policy: EntitySchema) -> (entity: String, property: String)? {
        guard case .policy = policy.identity, let users = cs.entity("CsUser") else { return nil }
        return users.property(String(policy.noun.dropFirst(2))).map { ("CsUser", $0.name) }
    }
}
