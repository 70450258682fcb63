import NacreModel
import NacreRuntime
import NacreSchema

/// Get-CsEffectivePolicy: for each kind of policy, the one that applies to a user.
final class GetEffectivePolicy: ModelCmdletRun {
    override func run() throws {
        guard let model = model as? LyncServerModel, let text = identityText("Identity"), let users = model.cs.entity("CsUser") else { return }
        let reader = try context.store()
        let user = try EntityEngine(users, of: model).existing(text, in: reader)
        let effective = EffectivePolicy(model: model, reader: reader)
        var pairs: [(String, Value)] = [("Identity", Value(user.identity))]
        for property in users.properties {
            guard let policy = try effective.document("Cs" + property.name, of: user) else { continue }
            pairs.append((property.name, Value(policy.identity)))
        }
        let object = Custom(pairs)
        object.typeNames = [Str("Microsoft.Rtc.Management.AD.Cmdlets.EffectivePolicies")]
        try write(.object(object))
    }
}
