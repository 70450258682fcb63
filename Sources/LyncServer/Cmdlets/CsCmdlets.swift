import NacreModel
import NacreSchema

extension LyncServerModel: CmdletCatalog {
    public var cmdletNames: [String] { cs.cmdletNames }

    public func typeOf(_ key: String) -> (fullName: String, values: [String])? { cs.type(key).map { ($0.fullName, $0.values) } }

    public func cmdlet(_ name: String) -> ModelCmdlet? {
        guard let known = cs.cmdlet(name) else { return nil }
        let entity = cs.entity(known.noun) ?? (known.noun == "CsAdUser" ? cs.entity("CsUser") : nil)
        return ModelCmdlet(name: known.name, verb: known.verb, entity: entity, className: className(known, entity), make: run(known, entity))
    }

    /// What runs a cmdlet; nil for the many that act on servers which are not there.
    private func run(_ cmdlet: CsCmdlet, _ entity: EntitySchema?) -> (() -> ModelCmdletRun)? {
        switch cmdlet.name {
        case "Get-CsUser": return { GetUser() }
        case "Get-CsAdUser": return { GetAdUser() }
        case "Enable-CsUser": return { EnableUser() }
        case "Disable-CsUser": return { DisableUser() }
        case "Get-CsPool", "Get-CsComputer", "Get-CsService": return { GetTopologyElement() }
        case "Get-CsTopology": return { GetTopology() }
        case "Get-CsEffectivePolicy": return { GetEffectivePolicy() }
        case "Get-CsManagementStoreReplicationStatus": return { GetReplicationStatus() }
        case "Invoke-CsManagementStoreReplication": return { InvokeReplication() }
        default: break
        }
        guard let entity else { return nil }
        switch (cmdlet.verb.verb, entity.identity) {
        case ("Grant", _): return grantee(of: entity) == nil ? nil : ModelCmdlet.standardRun("Grant")
        case ("Get", _), ("Set", _): return ModelCmdlet.standardRun(cmdlet.verb.verb)
        // Users and the topology come and go by other means than a document's creation.
        case (_, .opaque): return nil
        case ("Enable", _), ("Disable", _): return entity.property("Enabled") == nil ? nil : ModelCmdlet.standardRun(cmdlet.verb.verb)
        default: return ModelCmdlet.standardRun(cmdlet.verb.verb)
        }
    }

    /// The second half of a cmdlet's error ids, `Microsoft.Rtc.Management.WritableConfig.Settings.Edge.NewHostingProviderCmdlet`: the form is the
    /// product's (reference pages of Test-CsReplica and Test-CsUcwaConference), the namespace that of what the cmdlet puts out or keeps.
    private func className(_ cmdlet: CsCmdlet, _ entity: EntitySchema?) -> String {
        let type = entity?.typeNames.first ?? cmdlet.verb.outputType ?? ""
        let namespace = type.hasPrefix("Microsoft.Rtc.") ? type.split(separator: ".").dropLast().joined(separator: ".") : "Microsoft.Rtc.Management"
        return "\(namespace).\(cmdlet.verb.verb)\(cmdlet.noun.dropFirst(nounPrefix.count))Cmdlet"
    }
}

extension LyncServerModel: ComputerChooser {
    public func computer(_ name: String?, in reader: any EntityReader) throws -> String {
        let topology = Topology(reader)
        guard let name else {
            guard let first = try topology.firstFrontEnd() else { throw ModelError("NoComputer", .objectNotFound, "The topology has no Front End Server that the shell could act as.") }
            return first
        }
        guard let known = try topology.computer(name) else {
            throw ModelError("ComputerNotFound", .objectNotFound, "The topology has no computer \"\(name)\" that the shell could act as. Get-CsComputer lists those it has.", target: name)
        }
        return known
    }
}
