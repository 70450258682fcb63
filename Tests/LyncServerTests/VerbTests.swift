import Testing
@testable import LyncServer
import NacreModel
import NacreSchema

@Suite struct VerbTests {
    let d: Deployment
    init() throws { d = try Deployment() }

    private func failure(_ body: () throws -> Void) -> String? {
        do { try body(); return nil } catch let e as ModelError { return e.id } catch { return "\(error)" }
    }
    @discardableResult private func exchangeOnline() throws -> EntityDocument {
        try d.new("CsHostingProvider", "Exchange Online", ("ProxyFqdn", "exap.um.outlook.com"), ("Enabled", true), ("EnabledSharedAddressSpace", true),
                  ("HostsOCSUsers", false), ("IsLocal", false), ("VerificationLevel", "usesourceverification"))
    }

    @Test func newMakesAnObjectInViewOrder() throws {
        let engine = try d.engine("CsHostingProvider")
        let shown = engine.properties(of: try exchangeOnline())
        #expect(shown.map(\.name) == ["Identity", "Name", "ProxyFqdn", "VerificationLevel", "Enabled", "EnabledSharedAddressSpace", "HostsOCSUsers", "IsLocal", "AutodiscoverUrl", "SipClientPort"])
        #expect(shown.map(\.value) == ["Exchange Online", "Exchange Online", "exap.um.outlook.com", "UseSourceVerification", true, true, false, false, .null, 443])
        #expect(shown.filter(\.isHidden).map(\.name) == ["SipClientPort"])
    }

    @Test func namesAndProxiesAreUniqueAmongAllProviders() throws {
        try exchangeOnline()
        let revision = try d.store.revision()
        #expect(failure { try exchangeOnline() } == "ItemAlreadyExists")
        #expect(failure { try d.new("CsHostingProvider", "EXCHANGE ONLINE", ("ProxyFqdn", "other.com")) } == "ItemAlreadyExists")
        #expect(failure { try d.new("CsHostingProvider", "Other", ("ProxyFqdn", "EXAP.um.outlook.com")) } == "DuplicateKey")
        #expect(failure { try d.new("CsPublicProvider", "Other", ("ProxyFqdn", "exap.um.outlook.com")) } == "DuplicateKey")
        #expect(failure { try d.new("CsPublicProvider", "exchange online", ("ProxyFqdn", "other.com")) } == "DuplicateKey")
        #expect(failure { try d.new("CsHostingProvider", "Other", ("ProxyFqdn", "sip.oscar.aol.com")) } == "DuplicateKey")
        #expect(try d.store.revision() == revision)
    }

    @Test func setKeepsWhatCannotChange() throws {
        try exchangeOnline()
        #expect(failure { try d.set("CsHostingProvider", "Exchange Online", ("ProxyFqdn", .set("x.com"))) } == "ImmutableProperty")
        #expect(failure { try d.set("CsHostingProvider", "Exchange Online", ("VerificationLevel", .set("Never"))) } == "InvalidPropertyValue")
        #expect(failure { try d.set("CsHostingProvider", "None", ("Enabled", .set(false))) } == "ItemNotFound")
        try d.set("CsHostingProvider", "exchange online", ("Enabled", .set(false)))
        #expect(try d.shown("CsHostingProvider", "Exchange Online")["Enabled"] == false)
    }

    @Test func aWriteThatChangesNothingIsNone() throws {
        try exchangeOnline()
        #expect(try d.set("CsHostingProvider", "Exchange Online", ("Enabled", .set(true))) == nil)
        #expect(try d.set("CsAccessEdgeConfiguration", "Global", ("AllowFederatedUsers", .set(false))) == nil)
        #expect(try d.set("CsAccessEdgeConfiguration", "Global", ("AllowFederatedUsers", .set(true))) != nil)
    }

    @Test func anInstanceIsSavedWhetherItWasThereOrNot() throws {
        let engine = try d.engine("CsPublicProvider")
        let draft = try engine.draft("Fabrikam", [("ProxyFqdn", .set("proxyserver.fabrikam.com")), ("Enabled", .set(true))], in: d.store)
        #expect(try !d.identities("CsPublicProvider").contains("Fabrikam"))
        var object = SchemaObject(engine.properties(of: draft).map { ($0.name, $0.value) })
        object["VerificationLevel"] = "AlwaysUnverifiable"
        try d.store.write(d.origin) { try engine.save(instance: object, identity: "Fabrikam", [], in: $0) }
        #expect(try d.shown("CsPublicProvider", "Fabrikam")["VerificationLevel"] == "AlwaysUnverifiable")
        object["Enabled"] = false
        try d.store.write(d.origin) { try engine.save(instance: object, identity: "Fabrikam", [], in: $0) }
        #expect(try d.shown("CsPublicProvider", "Fabrikam")["Enabled"] == false)
    }

    @Test func theAccessEdgeChangesItsFaceWithTheRouting() throws {
        func names() throws -> [String] { try d.engine("CsAccessEdgeConfiguration").properties(of: try d.engine("CsAccessEdgeConfiguration").existing("global", in: d.store)).filter { !$0.isHidden }.map(\.name) }
        #expect(try names() == """
            Identity AllowAnonymousUsers AllowFederatedUsers AllowOutsideUsers BeClearingHouse EnablePartnerDiscovery EnableArchivingDisclaimer EnableUserReplicator \
            KeepCrlsUpToDateForPeers MarkSourceVerifiableOnOutgoingMessages OutgoingTlsCountForFederatedPartners DiscoveredPartnerStandardRate \
            EnableDiscoveredPartnerContactsLimit MaxContactsPerDiscoveredPartner DiscoveredPartnerReportPeriodMinutes MaxAcceptedCertificatesStored \
            MaxRejectedCertificatesStored CertificatesDeletedPercentage RoutingMethod
            """.split(separator: " ").map(String.init))
        #expect(failure { try d.set("CsAccessEdgeConfiguration", "global", ("RoutingMethod", .set("UseDefaultRouting"))) } == "PropertyRequired")
        try d.set("CsAccessEdgeConfiguration", "global", ("RoutingMethod", .set("UseDefaultRouting")), ("DefaultRouteFqdn", .set("atl-edge-001.litwareinc.com")))
        let now = try names()
        #expect(now.contains("DefaultRouteFqdn") && now.contains("IsPublicProvider") && !now.contains("BeClearingHouse") && now.last == "RoutingMethod")
        #expect(failure { try d.set("CsAccessEdgeConfiguration", "global", ("RoutingMethod", .set("UseDnsSrvRouting"))) } == "PropertyRequired")
        try d.set("CsAccessEdgeConfiguration", "global", ("RoutingMethod", .set("UseDnsSrvRouting")), ("EnablePartnerDiscovery", .set(true)))
        #expect(try names().contains("BeClearingHouse"))
        #expect(failure { try d.set("CsAccessEdgeConfiguration", "global", ("OutgoingTlsCountForFederatedPartners", .set(5))) } == "InvalidPropertyValue")
    }

    @Test func policiesStandAtScopesThatExist() throws {
        #expect(try d.identities("CsExternalAccessPolicy").first == "Global")
        try d.new("CsExternalAccessPolicy", "site:redmond", ("EnableOutsideAccess", true))
        try d.new("CsExternalAccessPolicy", "Sales")
        #expect(try d.identities("CsExternalAccessPolicy").suffix(2) == ["Site:Redmond", "Tag:Sales"])
        #expect(failure { try d.new("CsExternalAccessPolicy", "site:Atlantis") } == "ScopeNotFound")
        #expect(failure { try d.new("CsExternalAccessPolicy", "SITE:Redmond") } == "ItemAlreadyExists")
        #expect(failure { try d.new("CsExternalAccessPolicy", "global") } == "ItemAlreadyExists")
        #expect(failure { try d.new("CsExternalAccessPolicy", "service:EdgeServer:atl-edge-001.litwareinc.com") } == "InvalidIdentity")
        #expect(failure { try d.new("CsHostingProvider", "") } == "InvalidIdentity")
        #expect(try d.shown("CsExternalAccessPolicy", "TAG:sales")["EnableOutsideAccess"] == false)
    }

    @Test func removingTheGlobalOneResetsIt() throws {
        try d.set("CsExternalAccessPolicy", "global", ("EnableOutsideAccess", .set(true)))
        #expect(try d.remove("CsExternalAccessPolicy", "GLOBAL") == .reset)
        #expect(try d.shown("CsExternalAccessPolicy", "global")["EnableOutsideAccess"] == false)
        #expect(try d.remove("CsExternalAccessPolicy", "UserEAPPolicy") == .removed)
        #expect(failure { try d.remove("CsExternalAccessPolicy", "UserEAPPolicy") } == "ItemNotFound")
    }

    @Test func oneSipDomainIsTheDefaultAndOnesInUseStay() throws {
        try d.new("CsSipDomain", "contoso.com", ("IsDefault", true))
        #expect(try d.shown("CsSipDomain", "litwareinc.com")["IsDefault"] == false)
        #expect(failure { try d.remove("CsSipDomain", "contoso.com") } == "DefaultCannotBeRemoved")
        #expect(failure { try d.remove("CsSipDomain", "litwareinc.com") } == "ItemInUse")
        #expect(failure { try d.set("CsSipDomain", "contoso.com", ("IsDefault", .set(false))) } == "DefaultRequired")
        try d.set("CsSipDomain", "fabrikam.com", ("IsDefault", .set(true)))
        #expect(try d.remove("CsSipDomain", "contoso.com") == .removed)
    }

    @Test func listsTakeModifiers() throws {
        try d.set("CsPstnUsage", "global", ("Usage", .modify(add: ["Redmond"], remove: [])))
        #expect(try d.shown("CsPstnUsage", "global")["Usage"] == ["Internal", "Local", "Long Distance", "Redmond"])
        #expect(failure { try d.set("CsPstnUsage", "global", ("Usage", .modify(add: ["redmond"], remove: []))) } == "DuplicateKey")
        try d.set("CsPstnUsage", "global", ("Usage", .modify(add: ["International"], remove: ["LOCAL", "not there"])))
        #expect(try d.shown("CsPstnUsage", "global")["Usage"] == ["Internal", "Long Distance", "Redmond", "International"])
        try d.set("CsPstnUsage", "global", ("Usage", .set("One")))
        #expect(try d.shown("CsPstnUsage", "global")["Usage"] == ["One"])
        try d.set("CsPstnUsage", "global", ("Usage", .set(.null)))
        #expect(try d.shown("CsPstnUsage", "global")["Usage"] == [])
    }

    @Test func routesAreNumberedWithoutGaps() throws {
        func order() throws -> [String] {
            try d.store.documents("CsVoiceRoute").sorted { ($0.values["Priority"]?.int ?? -1) < ($1.values["Priority"]?.int ?? -1) }.map { "\($0.values["Priority"]?.int ?? -1) \($0.identity)" }
        }
        try d.new("CsVoiceRoute", "B", ("PstnUsages", ["long distance"]))
        try d.new("CsVoiceRoute", "A", ("Priority", 0))
        #expect(try order() == ["0 A", "1 LocalRoute", "2 B"])
        try d.set("CsVoiceRoute", "B", ("Priority", .set(1)))
        #expect(try order() == ["0 A", "1 B", "2 LocalRoute"])
        try d.remove("CsVoiceRoute", "A")
        #expect(try order() == ["0 B", "1 LocalRoute"])
        #expect(failure { try d.new("CsVoiceRoute", "C", ("PstnUsages", ["Nowhere"])) } == "RuleViolation")
    }

    @Test func referencesMustExist() throws {
        #expect(failure { try d.new("CsNetworkSubnet", "172.11.15.0", ("MaskBits", 28), ("NetworkSiteID", "Atlantis")) } == "ReferenceNotFound")
        try d.new("CsNetworkSite", "Redmond", ("NetworkRegionID", "Pacific Northwest"))
        try d.new("CsNetworkSubnet", "172.11.15.0", ("MaskBits", 28), ("NetworkSiteID", "Redmond"))
        #expect(try d.shown("CsNetworkSubnet", "172.11.15.0")["SubnetID"] == "172.11.15.0")
    }
}
