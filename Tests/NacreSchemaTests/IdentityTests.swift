import NacreSchema
import Testing

@Suite("Identities")
struct IdentityTests {
    let settings = IdentityForm.scoped([.global, .site, .service], roles: [])
    let policy = IdentityForm.policy([.global, .site, .service, .tag], roles: [])

    @Test("settings: a scope in any case, printed with the product's prefix", arguments: [
        ("global", "Global"), ("GLOBAL", "Global"), ("site:Redmond", "Site:Redmond"), ("SITE:redmond", "Site:redmond"),
        ("service:registrar:atl-cs-001.litwareinc.com", "Service:Registrar:atl-cs-001.litwareinc.com"),
        ("WebServer:pool", "Service:WebServer:pool"), (" site: Redmond ", "Site:Redmond"),
    ])
    func scoped(text: String, printed: String) throws {
        #expect(try settings.identity(text).description == printed)
    }

    @Test("policies: a bare name means a tag", arguments: [
        ("RedmondPolicy", "Tag:RedmondPolicy"), ("tag:RedmondPolicy", "Tag:RedmondPolicy"), ("Global", "Global"), ("site:Dublin", "Site:Dublin"),
        ("My Policy: old", "Tag:My Policy: old"),
    ])
    func policies(text: String, printed: String) throws {
        #expect(try policy.identity(text).description == printed)
    }

    @Test("two spellings of one identity have one key")
    func keys() throws {
        #expect(try policy.identity("TAG:SALES").key == policy.identity("sales").key)
        #expect(try policy.identity("sales").key != policy.identity("site:sales").key)
    }

    @Test("what the form does not allow is an error that says so")
    func refused() {
        #expect(throws: IdentityError.bareName("Redmond", allowed: [.global, .site, .service])) { try settings.identity("Redmond") }
        #expect(throws: IdentityError.scopeNotAllowed(.site, allowed: .global)) { try IdentityForm.globalOnly.identity("site:Redmond") }
        #expect(throws: IdentityError.nameMissing(.site)) { try settings.identity("site:") }
        #expect(throws: IdentityError.unknownRole("Printer")) { try settings.identity("service:Printer:a") }
        #expect(throws: IdentityError.empty) { try IdentityForm.named.identity("  ") }
        let registrars = IdentityForm.scoped([.global, .service], roles: ["Registrar"])
        #expect(throws: IdentityError.roleNotAllowed("WebServer", allowed: ["Registrar"])) { try registrars.identity("service:WebServer:a") }
    }

    @Test("names in one list are taken as they are")
    func named() throws {
        #expect(try IdentityForm.named.identity("Exchange Online").description == "Exchange Online")
        #expect(try IdentityForm.named.identity("global").key == "global")
    }

    @Test("children: parent's identity, slash, name")
    func children() throws {
        let rule = IdentityForm.child(parent: "CsDialPlan", policy)
        #expect(try rule.identity("site:Redmond/Prefix All").description == "Site:Redmond/Prefix All")
        #expect(try rule.identity("RedmondPlan/A").description == "Tag:RedmondPlan/A")
        #expect(try rule.identity("PstnGateway:gw.litwareinc.com/R1").description == "Service:PstnGateway:gw.litwareinc.com/R1")
        #expect(try rule.identity("global", allowParent: true) == .global)
        #expect(throws: IdentityError.childNameMissing("global")) { try rule.identity("global") }
        #expect(try rule.identity("Global/A").parent == .global)
    }

    @Test("services of the topology")
    func services() throws {
        let edge = IdentityForm.service(roles: ["EdgeServer"])
        for text in ["edgeserver:a.b", "service:EdgeServer:a.b", "a.b", "Service:a.b"] {
            #expect(try edge.identity(text).description == "EdgeServer:a.b")
        }
    }
}
