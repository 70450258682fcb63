import NacreModel
import NacreSchema

/// The users of the deployment. They stand in the directory and not in the replicated configuration.
struct UserDirectory {
    let reader: any EntityReader
    /// Accounts that are not enabled for Lync Server are found as well: what Enable-CsUser and Get-CsAdUser look for.
    let accounts: Bool
    init(_ reader: any EntityReader, accounts: Bool = false) { self.reader = reader; self.accounts = accounts }

    /// Whether an account is a user of Lync Server: it has a SIP address.
    static func isUser(_ account: EntityDocument) -> Bool { !(account.values["SipAddress"]?.string ?? "").isEmpty }

    func all() throws -> [EntityDocument] { try reader.documents("CsUser").filter { accounts || UserDirectory.isUser($0) } }

    /// The users that an identity means: a SIP address, a user principal name, `domain\logon`, a distinguished name, a GUID or a display
    /// name, the last with wildcards. A logon name alone is none (reference page of Get-CsUser).
    ///
    /// - Throws: where it means nobody.
    func users(named text: String) throws -> [EntityDocument] {
        let found = try find(text)
        guard !found.isEmpty else { throw UserDirectory.notFound(text) }
        return found
    }

    static func notFound(_ text: String) -> ModelError {
        ModelError("ManagementObjectNotFound", .objectNotFound, "Management object not found for identity \"\(text)\".", target: text)
    }

    private func find(_ text: String) throws -> [EntityDocument] {
        if let user = try reader.document("CsUser", key: foldedCase(text)), accounts || UserDirectory.isUser(user) { return [user] }
        if equalsIgnoringCase(String(text.prefix(4)), "sip:") {
            return try reader.documents("CsUser", matching: Lookup("SipAddress", text))
        }
        let all = try all()
        func having(_ property: String, _ wanted: String) -> [EntityDocument] {
            all.filter { equalsIgnoringCase($0.values[property]?.string ?? "", wanted) }
        }
        if let slash = text.firstIndex(of: "\\") {
            let domain = String(text[..<slash])
            return having("SamAccountName", String(text[text.index(after: slash)...])).filter { equalsIgnoringCase($0.values["Domain"]?.string ?? "", domain) }
        }
        if text.contains("@") {
            let byName = having("UserPrincipalName", text)
            return byName.isEmpty ? having("SipAddress", "sip:" + text) : byName
        }
        if Wildcard.isPattern(text) {
            let wildcard = Wildcard(text)
            return all.filter { wildcard.matches($0.values["DisplayName"]?.string ?? "") }
        }
        let byName = having("DisplayName", text)
        return byName.isEmpty ? having("Guid", text) : byName
    }

    /// Whether a user's account lies in an organizational unit or below it.
    static func isIn(_ user: EntityDocument, _ unit: String) -> Bool {
        let place = normalized(user.values["OU"]?.string ?? ""), wanted = normalized(unit)
        return place == wanted || place.hasSuffix("," + wanted)
    }
    private static func normalized(_ name: String) -> String {
        foldedCase(name).split(separator: ",").map { $0.drop { $0 == " " } }.joined(separator: ",")
    }
}
