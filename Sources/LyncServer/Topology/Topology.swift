import NacreModel
import NacreSchema

/// The sites, pools, computers and services of the deployment, read from the store.
public struct Topology {
    let reader: any EntityReader
    public init(_ reader: any EntityReader) { self.reader = reader }

    /// The topology's spelling of a site or service; nil where it lacks it.
    func canonical(_ scope: Scope) throws -> Scope? {
        switch scope {
        case .global, .tag: return scope
        case .site(let name):
            guard let site = try reader.document("CsSite", Identity(name: "Site:" + name)) else { return nil }
            return .site(String(site.identity.dropFirst(5)))
        case .service(let role, let name):
            guard let service = try reader.document("CsService", Identity(name: role + ":" + name)) else { return nil }
            let parts = service.identity.split(separator: ":", maxSplits: 1).map(String.init)
            return parts.count == 2 ? .service(role: parts[0], name: parts[1]) : scope
        }
    }

    /// A site by name, with or without `site:`.
    func sites(named text: String) throws -> [EntityDocument] {
        let name = equalsIgnoringCase(String(text.prefix(5)), "site:") ? String(text.dropFirst(5)) : text
        return try reader.document("CsSite", Identity(name: "Site:" + name)).map { [$0] } ?? []
    }

    /// A service by `Role:fqdn`, with or without `service:`, or by its service id.
    func services(named text: String) throws -> [EntityDocument] {
        let name = equalsIgnoringCase(String(text.prefix(8)), "service:") ? String(text.dropFirst(8)) : text
        if let service = try reader.document("CsService", Identity(name: name)) { return [service] }
        return try reader.documents("CsService").filter { equalsIgnoringCase($0.values["ServiceId"]?.string ?? "", name) }
    }

    func violation(of target: ReferenceTarget, property: String, _ document: EntityDocument) throws -> String? {
        let value = document.values[property] ?? .null
        for text in value.list?.compactMap(\.string) ?? value.string.map({ [$0] }) ?? [] where !text.isEmpty {
            let known = switch target {
            case .site: try !sites(named: text).isEmpty
            case .service: try !services(named: text).isEmpty
            case .pool: try reader.document("CsPool", Identity(name: text)) != nil
            case .computer: try reader.document("CsComputer", Identity(name: text)) != nil
            case .entity: true
            }
            if !known { return "Cannot set \"\(property)\" to \"\(text)\": the topology has no such \(target.word)." }
        }
        return nil
    }

    /// The roles whose computers hold a replica of the store: those on which the product's own services run, and not databases or gateways.
    static let replicatingRoles = ["Registrar", "Director", "EdgeServer", "MediationServer", "PersistentChatServer", "ManagementServer"]

    /// The computers that replicate, in the topology's order, and whether each has an Edge role.
    public func replicas() throws -> [String] {
        var pools: Set<String> = []
        for service in try reader.documents("CsService") {
            guard let role = service.values["Role"]?.string, Topology.replicatingRoles.contains(role), let pool = service.values["PoolFqdn"]?.string else { continue }
            pools.insert(foldedCase(pool))
        }
        return try reader.documents("CsComputer").filter { pools.contains(foldedCase($0.values["Pool"]?.string ?? "")) }.map(\.identity)
    }

    /// The computer of that name in the topology's spelling; nil where there is none.
    public func computer(_ fqdn: String) throws -> String? { try reader.document("CsComputer", Identity(name: fqdn))?.identity }

    /// The first computer of the first Front End pool.
    public func firstFrontEnd() throws -> String? {
        for service in try reader.documents("CsService") where service.values["Role"]?.string == "Registrar" {
            guard let pool = service.values["PoolFqdn"]?.string else { continue }
            if let computer = try reader.documents("CsComputer").first(where: { equalsIgnoringCase($0.values["Pool"]?.string ?? "", pool) }) { return computer.identity }
        }
        return nil
    }

    /// The pool that holds the Central Management store.
    public func centralManagementPool() throws -> String? {
        try reader.documents("CsService").first { $0.values["Role"]?.string == "CentralManagement" }?.values["PoolFqdn"]?.string
    }
}

extension ReferenceTarget {
    var word: String {
        switch self {
        case .site: "site"
        case .service: "service"
        case .pool: "pool"
        case .computer: "computer"
        case .entity(let noun): noun
        }
    }
}
