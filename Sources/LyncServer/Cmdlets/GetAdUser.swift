import NacreModel
import NacreRuntime
import NacreSchema

/// Get-CsAdUser: accounts of the directory, enabled for Lync Server or not.
final class GetAdUser: GetUser {
    override var accounts: Bool { true }

    /// What the directory knows of an account, without what Lync Server adds. The order is Nacre's: no page prints one.
    private static let shown = ["Name", "DisplayName", "FirstName", "LastName", "SamAccountName", "UserPrincipalName", "WindowsEmailAddress", "Title", "Department", "Company",
                                "Office", "City", "Phone", "SipAddress", "RegistrarPool", "Enabled", "DistinguishedName", "OU", "Guid"]

    override func show(_ account: EntityDocument, _ engine: EntityEngine) throws {
        let known = Dictionary(engine.properties(of: account).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let pairs = [("Identity", SchemaValue.string(account.identity))] + GetAdUser.shown.map { ($0, known[$0] ?? .null) }
        try write(object(pairs, engine, typeName: "Microsoft.Rtc.Management.ADConnect.Schema.CSADUser"))
    }
}
