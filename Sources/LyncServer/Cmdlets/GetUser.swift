import NacreModel
import NacreRuntime
import NacreSchema

/// Get-CsUser: users by identity, by -Filter, by -LdapFilter, in an organizational unit.
class GetUser: GetEntity {
    /// Whether accounts that are not enabled for Lync Server are among them.
    var accounts: Bool { false }
    private var filter: PropertyFilter?
    private var ldap: DirectoryFilter?
    private var given = 0

    override func begin() throws {
        do {
            filter = try string("Filter").map { text throws(ModelError) in try PropertyFilter(text) }
            ldap = try string("LdapFilter").map { text throws(ModelError) in try DirectoryFilter(text) }
        } catch { throw terminating(error) }
    }

    override func documents(_ engine: EntityEngine, _ reader: any EntityReader) throws -> [EntityDocument] {
        let directory = UserDirectory(reader, accounts: accounts)
        guard let identity = identityText("Identity") else { return try directory.all() }
        return try directory.users(named: identity)
    }

    override func selects(_ user: EntityDocument, _ engine: EntityEngine) throws -> Bool {
        if let unit = string("OU"), !UserDirectory.isIn(user, unit) { return false }
        let hasPool = !(user.values["RegistrarPool"]?.isNull ?? true)
        if flag("UnassignedUser"), hasPool { return false }
        if flag("OnLyncServer"), !hasPool { return false }
        // No account of this deployment is left on an Office Communications Server.
        if flag("OnOfficeCommunicationServer") { return false }
        if let filter, try !filter.matches({ name in
            if equalsIgnoringCase(name, "Identity") { return .string(user.identity) }
            return engine.schema.property(name).map { user.values[$0.name] ?? $0.defaultValue }
        }) { return false }
        if let ldap, !ldap.matches({ DirectoryAttributes.values($0, of: user) }) { return false }
        if let size = arg("ResultSize"), let limit = Int(m.str(size).string), given >= limit { return false }
        given += 1
        return true
    }
}

/// The directory's names for what a user object shows.
enum DirectoryAttributes {
    static func values(_ attribute: String, of user: EntityDocument) -> [String] {
        switch foldedCase(attribute) {
        case "objectclass": return ["top", "person", "organizationalPerson", "user"]
        case "objectcategory": return ["person", "user"]
        default: break
        }
        let property = names[foldedCase(attribute)] ?? attribute
        switch user.values[property] {
        case .bool(let b)?: return [b ? "TRUE" : "FALSE"]
        case let v?: return v.string.map { [$0] } ?? []
        case nil: return []
        }
    }

    private static let names: [String: String] = [
        "cn": "Name", "givenname": "FirstName", "sn": "LastName", "samaccountname": "SamAccountName", "userprincipalname": "UserPrincipalName", "mail": "WindowsEmailAddress",
        "l": "City", "physicaldeliveryofficename": "Office", "telephonenumber": "Phone", "distinguishedname": "DistinguishedName", "objectguid": "Guid",
        "msrtcsip-primaryuseraddress": "SipAddress", "msrtcsip-line": "LineURI", "msrtcsip-userenabled": "Enabled",
    ]
}
