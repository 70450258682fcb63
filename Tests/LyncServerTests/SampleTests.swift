import Testing
@testable import LyncServer
import NacreModel
import NacreSchema

@Suite struct SampleTests {
    @Test func theDocumentationsWorldIsThere() throws {
        let d = try Deployment()
        #expect(try d.identities("CsHostingProvider").isEmpty)
        #expect(try d.identities("CsSite").prefix(3) == ["Site:Redmond", "Site:Dublin", "Site:NorthAmerica"])
        let topology = Topology(d.store)
        #expect(try topology.firstFrontEnd() == "atl-cs-001.litwareinc.com")
        let replicas = try d.store.replicas()
        #expect(replicas.contains { $0.fqdn == "atl-edge-001.litwareinc.com" && $0.isUpToDate })
        #expect(!replicas.contains { $0.fqdn == "192.168.0.240" || $0.fqdn.contains("-sql-") })
        #expect(try topology.canonical(.service(role: "edgeserver", name: "ATL-edge-001.litwareinc.com")) == .service(role: "EdgeServer", name: "atl-edge-001.litwareinc.com"))
    }

    @Test func everyPoolIsWhole() throws {
        let d = try Deployment()
        for pool in try d.store.documents("CsPool") {
            for service in pool.values["Services"]?.list ?? [] { #expect(try !Topology(d.store).services(named: service.string ?? "").isEmpty) }
            for computer in pool.values["Computers"]?.list ?? [] { #expect(try Topology(d.store).computer(computer.string ?? "") != nil) }
            #expect(try !Topology(d.store).sites(named: pool.values["Site"]?.string ?? "").isEmpty)
        }
    }
}
