import Testing
@testable import LyncServer
import NacreModel
import NacreSchema

@Suite struct CatalogTests {
    let cs = CsCatalog()

    @Test func everyCmdletIsKnown() {
        #expect(cs.cmdletNames.count == 865)
        #expect(cs.cmdletNames.allSatisfy { cs.cmdlet($0) != nil })
        #expect(cs.cmdlet("new-cshostingprovider")?.name == "New-CsHostingProvider")
        #expect(cs.cmdlet("New-CsNothing") == nil)
    }

    @Test func everyEntityIsWholeAndNamesOnlyWhatIsThere() throws {
        for noun in cs.nouns {
            let schema = try #require(cs.entity(noun), "\(noun) does not decode")
            for case .reference(_, .entity(let other)) in schema.rules { #expect(cs.entity(other) != nil, "\(noun) refers to \(other)") }
            for case .unique(_, let group) in schema.rules { for n in group.split(separator: ",") { #expect(cs.entity(String(n)) != nil) } }
        }
    }

    @Test func aNewHostingProviderHasTheTwoSetsOf2013() throws {
        let new = try #require(cs.cmdlet("New-CsHostingProvider")).verb
        #expect(new.parameterSets.map { $0.parameters.filter(\.isMandatory).map(\.name) } ==
                [["Enabled", "Identity", "ProxyFqdn"], ["Enabled", "Identity", "ProxyFqdn", "EnabledSharedAddressSpace", "HostsOCSUsers"]])
        #expect(new.parameterSets.allSatisfy { $0.parameters.first { $0.name == "Identity" }?.position == 0 })
        #expect(cs.type("VerificationLevelType")?.values == ["AlwaysVerifiable", "AlwaysUnverifiable", "UseSourceVerification"])
    }

    @Test func pipelinesAndPositionsComeFromTheNewerPages() throws {
        let grant = try #require(cs.cmdlet("Grant-CsExternalAccessPolicy")).verb.parameterSets[0].parameters
        #expect(grant.first { $0.name == "Identity" } == ParameterSchema("Identity", "UserIdParameter", isMandatory: true, position: 0, byValue: true, byPropertyName: true))
        #expect(grant.first { $0.name == "PolicyName" }?.position == 1)
        let set = try #require(cs.cmdlet("Set-CsHostingProvider")).verb
        #expect(set.parameterSets.map(\.name) == ["Identity", "Instance"])
        #expect(set.parameterSets[1].parameters.first { $0.name == "Instance" }?.byValue == true)
        #expect(!set.parameterSets.contains { $0.parameters.contains { $0.name == "ProxyFqdn" } })
    }
}
