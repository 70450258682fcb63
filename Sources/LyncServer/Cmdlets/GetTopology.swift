import NacreModel
import NacreRuntime
import NacreSchema

/// Get-CsTopology: the deployment as one object, or with -AsXml as the text of a document.
///
/// The product's own topology document has no public schema: the one written here is Nacre's (docs/lync-server.md).
final class GetTopology: ModelCmdletRun {
    override func run() throws {
        let reader = try reader()
        if flag("AsXml") { return try write(Value(try TopologyDocument(reader).text())) }
        func names(_ entity: String) throws -> Value {
            .object(PSArray(try reader.documents(entity).map { Value($0.identity) }))
        }
        let object = Custom([("SipDomains", try names("CsSipDomain")), ("Sites", try names("CsSite")), ("Clusters", try names("CsPool")),
                             ("Machines", try names("CsComputer")), ("Services", try names("CsService"))])
        object.typeNames = [Str("Microsoft.Rtc.Management.Deploy.Internal.DefaultTopology")]
        try write(.object(object))
    }
}

/// The topology as XML: sites with their pools, pools with their computers and services.
struct TopologyDocument {
    let reader: any EntityReader
    init(_ reader: any EntityReader) { self.reader = reader }

    func text() throws -> String {
        var out = "<Topology xmlns=\"urn:schema:nacre:topology:1\">\n"
        for domain in try reader.documents("CsSipDomain") {
            out += "  <SipDomain Name=\"\(escaped(domain.identity))\" Default=\"\(domain.values["IsDefault"]?.bool == true)\" />\n"
        }
        for site in try reader.documents("CsSite") {
            out += "  <Site Id=\"\(escaped(site.values["SiteId"]?.string ?? ""))\" Name=\"\(escaped(String(site.identity.dropFirst(5))))\">\n"
            for name in site.values["Pools"]?.list ?? [] {
                guard let pool = try reader.document("CsPool", Identity(name: name.string ?? "")) else { continue }
                out += "    <Cluster Fqdn=\"\(escaped(pool.identity))\">\n"
                for computer in pool.values["Computers"]?.list ?? [] { out += "      <Machine Fqdn=\"\(escaped(computer.string ?? ""))\" />\n" }
                for service in pool.values["Services"]?.list ?? [] { out += "      <Service Id=\"\(escaped(service.string ?? ""))\" />\n" }
                out += "    </Cluster>\n"
            }
            out += "  </Site>\n"
        }
        return out + "</Topology>"
    }

    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { out, c in
            switch c {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default: out.append(c)
            }
        }
    }
}
