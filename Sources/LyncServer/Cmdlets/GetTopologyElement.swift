import NacreModel
import NacreRuntime
import NacreSchema

/// Get-CsPool, Get-CsComputer and Get-CsService: by identity, by -Filter, and by what the elements belong to.
final class GetTopologyElement: GetEntity {
    override func selects(_ document: EntityDocument, _ engine: EntityEngine) throws -> Bool {
        if let site = string("Site") {
            let wanted = try Topology(try reader()).sites(named: site).first
            guard let wanted else { throw ModelError("ItemNotFound", .objectNotFound, "Cannot find \"Site\" \"\(site)\" because it does not exist.", target: site) }
            guard equalsIgnoringCase(document.values["Site"]?.string ?? "", wanted.identity) else { return false }
        }
        for name in ["Pool", "PoolFqdn"] {
            if let pool = string(name), !equalsIgnoringCase(document.values[name]?.string ?? "", pool) { return false }
        }
        if flag("Local"), try document.identity != localComputer(in: try context.store()) { return false }
        // Each role of a service is a switch of Get-CsService.
        for (i, parameter) in metadata.parameters.enumerated() where parameter.isSwitch && parameter.name != "Local" {
            if let v = arg(at: i), v.isTrue, !equalsIgnoringCase(document.values["Role"]?.string ?? "", parameter.name) { return false }
        }
        return true
    }
}
