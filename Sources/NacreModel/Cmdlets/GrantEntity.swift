import NacreRuntime
import NacreSchema

/// Grant-: gives a user a policy by its name, or takes it away with `-PolicyName $Null`.
final class GrantEntity: ModelCmdletRun {
    override func run() throws {
        let engine = try engine(), store = try context.store()
        guard let grantee = (model as? any ModelHooks)?.grantee(of: engine.schema), let users = model.catalog.entity(grantee.entity) else {
            throw ModelError.unsupported(cmdlet.name)
        }
        guard let text = identityText("Identity") else { throw ModelError("IdentityMissing", .invalidArgument, "An identity is needed.") }
        let name = arg("PolicyName").flatMap { $0.isNull ? nil : m.str($0).string }
        let userEngine = EntityEngine(users, of: model)
        let user = try userEngine.existing(text, in: store)
        _ = try engine.grantable(name, in: store)
        guard try shouldProcess(user.identity) else { return }
        let after = try write { transaction in
            // The policy is looked up again where nobody can take it away in between.
            try userEngine.update(user.identity, [(grantee.property, .set(try engine.grantable(name, in: transaction)))], in: transaction)
        }
        if flag("PassThru") { try put(after, userEngine) }
    }
}
