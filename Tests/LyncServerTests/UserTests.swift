import Testing
@testable import LyncServer
import NacreModel
import NacreSchema

@Suite struct UserTests {
    let d: Deployment
    init() throws { d = try Deployment() }

    @Test(arguments: ["Ken Myer", "KEN MYER", "sip:kenmyer@litwareinc.com", "SIP:KenMyer@LitwareInc.com", "kenmyer@litwareinc.com", "litwareinc\\kenmyer",
                      "CN=Ken Myer,OU=Redmond,DC=litwareinc,DC=com"])
    func anIdentityHasManyForms(text: String) throws {
        #expect(try d.shown("CsUser", text)["SipAddress"] == "sip:kenmyer@litwareinc.com")
    }

    @Test func aLogonNameAloneIsNone() {
        #expect(throws: ModelError("ManagementObjectNotFound", .objectNotFound, "Management object not found for identity \"kenmyer\".", target: "kenmyer")) {
            try d.engine("CsUser").existing("kenmyer", in: d.store)
        }
    }

    @Test func aDisplayNameTakesWildcards() throws {
        #expect(try UserDirectory(d.store).users(named: "Pilar*").map { $0.values["DisplayName"] } == ["Pilar Ackerman"])
    }

    @Test func onlyAUserPolicyCanBeGranted() throws {
        let policies = try d.engine("CsExternalAccessPolicy")
        #expect(try policies.grantable("tag:redmondexternalaccesspolicy", in: d.store) == "RedmondExternalAccessPolicy")
        #expect(try policies.grantable(nil, in: d.store) == .null)
        for name in ["global", "site:Redmond", "Nothing"] { #expect(throws: ModelError.self) { try policies.grantable(name, in: d.store) } }
        #expect(d.model.grantee(of: policies.schema)?.property == "ExternalAccessPolicy")
    }

    @Test func theEffectivePolicyIsTheNearest() throws {
        try d.new("CsExternalAccessPolicy", "site:Redmond")
        let effective = EffectivePolicy(model: d.model, reader: d.store)
        func policy(_ user: String) throws -> String? { try effective.document("CsExternalAccessPolicy", of: try d.engine("CsUser").existing(user, in: d.store))?.identity }
        #expect(try policy("Pilar Ackerman") == "Tag:RedmondExternalAccessPolicy")
        #expect(try policy("Ken Myer") == "Site:Redmond")
        #expect(try policy("Aoife Byrne") == "Global")
    }

    @Test func usersObeyTheirRules() throws {
        func failure(_ change: (String, PropertyChange)) -> String? { do { try d.set("CsUser", "Ken Myer", change); return nil } catch let e as ModelError { return e.id } catch { return "\(error)" } }
        #expect(failure(("SipAddress", .set("sip:ken@nowhere.com"))) == "RuleViolation")
        #expect(failure(("SipAddress", .set("sip:pilar@litwareinc.com"))) == "DuplicateKey")
        #expect(failure(("HostedVoiceMail", .set(true))) == "RuleViolation")
        #expect(failure(("SipAddress", .set("sip:ken@fabrikam.com"))) == nil)
    }
}
