import NacreModel
import NacreRuntime
import NacreSchema

/// Get-CsManagementStoreReplicationStatus: how far each replica is, or with -CentralManagementStoreStatus who masters the store.
final class GetReplicationStatus: ModelCmdletRun {
    override func run() throws {
        let store = try context.store()
        if flag("CentralManagementStoreStatus") { return try write(try central(store)) }
        let replicas = try store.replicas()
        guard let wanted = string("ReplicaFqdn"), !wanted.isEmpty else {
            for replica in replicas { try write(state(replica)) }
            return
        }
        guard let replica = replicas.first(where: { equalsIgnoringCase($0.fqdn, wanted) }) else { throw ReplicaNames.notFound(wanted) }
        try write(state(replica))
    }

    private func state(_ replica: ReplicaStatus) -> Value {
        let object = Custom([("UpToDate", .bool(replica.isUpToDate)), ("ReplicaFqdn", Value(replica.fqdn)),
                             ("LastStatusReport", time(replica.lastStatusReport)), ("LastUpdateCreation", time(replica.lastUpdateCreation)),
                             ("ProductVersion", replica.productVersion.map { Value($0) } ?? .null)])
        object.typeNames = [Str("Microsoft.Rtc.Management.Xds.ReplicaState")]
        return .object(object)
    }

    /// The pool of the Central Management store masters it and sends it out; its heartbeat is now, since the store answers.
    private func central(_ store: any EntityStore) throws -> Value {
        let master = try Topology(store).centralManagementPool()
        let replicas = try store.replicas().map { Value($0.fqdn) }
        let newest = try store.replicas().compactMap(\.lastStatusReport).max()
        let object = Custom([("ActiveMasterFqdn", master.map { Value($0) } ?? .null), ("ActiveMasterLastHeartbeat", time(newest)),
                             ("ActiveFileTransferAgents", .object(PSArray(master.map { [Value($0)] } ?? []))), ("ActiveFileTransferAgentsLastHeartbeat", time(newest)),
                             ("ActiveReplicas", .object(PSArray(replicas))), ("DeletedReplicas", .object(PSArray([])))])
        object.typeNames = [Str("Microsoft.Rtc.Management.Xds.CentralManagementStoreStatusResult")]
        return .object(object)
    }
}

enum ReplicaNames {
    static func notFound(_ name: String) -> ModelError {
        ModelError("ReplicaNotFound", .objectNotFound, "Cannot find \"Replica\" \"\(name)\" because it does not exist.", target: name)
    }
}

/// Invoke-CsManagementStoreReplication: delivers what waits for one replica or for all, and returns when that is done.
final class InvokeReplication: ModelCmdletRun {
    override func run() throws {
        let name = string("ReplicaFqdn").flatMap { $0.isEmpty ? nil : $0 }
        guard try context.store().deliverNow(to: name) else { throw ReplicaNames.notFound(name ?? "") }
    }
}
