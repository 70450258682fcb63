import NacreModel
import NacreSchema

/// The rules of the model that its data names but cannot say.
struct ModelRules {
    let model: LyncServerModel
    let reader: any EntityReader

    /// What is wrong with a document under a `.custom` rule; nil where it holds.
    func violation(of rule: String, _ document: EntityDocument) throws -> String? {
        switch rule {
        case "sipAddress":
            guard let address = document.values["SipAddress"]?.string else { return nil }
            guard isSipAddress(address) else { return "\"\(address)\" is not a SIP address (sip:name@domain)." }
            let domain = String(address[address.index(after: address.lastIndex(of: "@") ?? address.startIndex)...])
            guard try reader.document("CsSipDomain", Identity(name: domain)) == nil else { return nil }
            return "The SIP domain \"\(domain)\" of \"\(address)\" is not one of this deployment's. Add it with New-CsSipDomain."
        case "pstnUsages":
            guard let schema = model.cs.entity("CsPstnUsage") else { return nil }
            let engine = EntityEngine(schema, of: model)
            let known = try engine.properties(of: try engine.existing("global", in: reader)).first { $0.name == "Usage" }?.value.list?.compactMap(\.string) ?? []
            for usage in document.values["PstnUsages"]?.list?.compactMap(\.string) ?? [] where !known.contains(where: { equalsIgnoringCase($0, usage) }) {
                return "The PSTN usage \"\(usage)\" is not one of this deployment's. Add it with Set-CsPstnUsage -Usage @{Add=\"\(usage)\"}."
            }
            return nil
        case "hostedVoiceMail":
            guard document.values["HostedVoiceMail"]?.bool == true else { return nil }
            let policy = try EffectivePolicy(model: model, reader: reader).document("CsHostedVoicemailPolicy", of: document)
            guard policy?.values["Destination"]?.string?.isEmpty ?? true else { return nil }
            return "HostedVoiceMail cannot be enabled: the hosted voice mail policy \"\(policy?.identity ?? "Global")\" that applies to the user has no Destination."
        default: return "not supported by Nacre: the rule \"\(rule)\""
        }
    }

    func warnings(_ schema: EntitySchema, _ document: EntityDocument) throws -> [String] {
        var out: [String] = []
        for case .custom(let name) in schema.rules where name.hasPrefix("warn:") {
            let parts = name.split(separator: ":").map(String.init)
            switch parts.dropFirst().first {
            case "alsoOn" where parts.count == 3:
                if let other = model.cs.entity(parts[2]), try reader.document(other.noun, key: document.key) != nil {
                    out.append("The domain \"\(document.identity)\" is on both lists: it has a \(schema.noun.dropFirst(2)) and a \(other.noun.dropFirst(2)), and the block wins.")
                }
            case "providersNeedDnsRouting":
                guard document.values["RoutingMethod"]?.string == "UseDefaultRouting" else { continue }
                for noun in ["CsHostingProvider", "CsPublicProvider"] where try !reader.documents(noun).isEmpty {
                    out.append("The Edge Servers now use default routing: you cannot federate with a \(noun == "CsHostingProvider" ? "hosting" : "public") provider until they use DNS SRV routing again.")
                }
            case "needsDnsRouting":
                guard let edge = try reader.document("CsAccessEdgeConfiguration", .global), edge.values["RoutingMethod"]?.string == "UseDefaultRouting" else { continue }
                out.append("The Edge Servers use default routing: you cannot federate with \"\(document.identity)\" until they use DNS SRV routing.")
            default: continue
            }
        }
        return out
    }
}
