import NacreModel
import NacreRuntime
import NacreSchema

/// Enable-CsUser: makes an account of the directory a user of a Registrar pool, with a SIP address given or made of its names.
final class EnableUser: ModelCmdletRun {
    override func run() throws {
        let engine = try engine(), store = try context.store()
        guard let text = identityText("Identity") else { return }
        let found = try UserDirectory(store, accounts: true).users(named: text)
        guard found.count == 1, let account = found.first else {
            throw ModelError("AmbiguousIdentity", .invalidArgument, "\"\(text)\" matches \(found.count) accounts.", target: text)
        }
        guard !UserDirectory.isUser(account) else {
            throw ModelError("AlreadyEnabled", .resourceExists, "\"\(account.identity)\" is enabled for Lync Server already.", target: account.identity)
        }
        var changes: PropertyChanges = [("SipAddress", .set(.string(try address(account, store)))), ("Enabled", .set(true))]
        if let proxy = string("HostingProviderProxyFqdn") {
            guard try store.documents("CsHostingProvider", matching: Lookup("ProxyFqdn", proxy)).first != nil else {
                throw ModelError("ItemNotFound", .objectNotFound, "There is no hosting provider with the proxy \"\(proxy)\".", target: proxy)
            }
            changes.append(("HostingProvider", .set(.string(proxy))))
        } else {
            guard let pool = string("RegistrarPool") else {
                throw ModelError("RegistrarPoolMissing", .invalidArgument, "A pool is needed: -RegistrarPool, or -HostingProviderProxyFqdn for a user who is hosted elsewhere.")
            }
            guard let service = try Topology(store).services(named: "Registrar:" + pool).first, let fqdn = service.values["PoolFqdn"] else {
                throw ModelError("ItemNotFound", .objectNotFound, "The topology has no Registrar pool \"\(pool)\".", target: pool)
            }
            changes.append(("RegistrarPool", .set(fqdn)))
        }
        guard try shouldProcess(account.identity) else { return }
        let after = try write { try engine.update(account.identity, changes, in: $0) }
        if flag("PassThru") { try put(after, engine) }
    }

    /// `-SipAddress`, or what `-SipAddressType` makes of the account's names.
    private func address(_ account: EntityDocument, _ reader: any EntityReader) throws -> String {
        if let given = string("SipAddress"), !given.isEmpty { return given }
        guard let type = arg("SipAddressType").map({ m.str($0).string }), !equalsIgnoringCase(type, "None") else {
            throw ModelError("SipAddressMissing", .invalidArgument, "A SIP address is needed: -SipAddress or -SipAddressType.")
        }
        func text(_ property: String) throws -> String {
            guard let s = account.values[property]?.string, !s.isEmpty else {
                throw ModelError("SipAddressMissing", .invalidData, "\"\(account.identity)\" has no \(property) to make a SIP address of.", target: account.identity)
            }
            return s
        }
        func domain() throws -> String {
            guard let d = string("SipDomain"), !d.isEmpty else { throw ModelError("SipDomainMissing", .invalidArgument, "-SipAddressType \(type) needs -SipDomain.") }
            return d
        }
        switch foldedCase(type) {
        case "firstlastname": return "sip:\(try text("FirstName")).\(try text("LastName"))@\(try domain())"
        case "emailaddress": return "sip:" + (try text("WindowsEmailAddress"))
        case "userprincipalname": return "sip:" + (try text("UserPrincipalName"))
        default: return "sip:\(try text("SamAccountName"))@\(try domain())"
        }
    }
}

/// Disable-CsUser: takes from an account all that made it a user; the account stays in the directory.
final class DisableUser: ModelCmdletRun {
    /// What the directory itself says of a person, which no Cs cmdlet takes away.
    private static let kept: Set<String> = ["DisplayName", "SamAccountName", "Name", "FirstName", "LastName", "UserPrincipalName", "DistinguishedName", "OU", "Domain",
                                            "WindowsEmailAddress", "City", "Company", "Department", "Title", "Office", "Phone", "Guid", "ObjectClass"]

    override func run() throws {
        let engine = try engine()
        guard let text = identityText("Identity") else { return }
        let user = try engine.existing(text, in: try context.store())
        guard try shouldProcess(user.identity) else { return }
        let changes: PropertyChanges = engine.schema.properties.filter { !DisableUser.kept.contains($0.name) }
            .map { ($0.name, .set($0.name == "Enabled" ? false : $0.defaultValue)) }
        let after = try write { try engine.update(user.identity, changes, in: $0) }
        if flag("PassThru") { try put(after, engine) }
    }
}
