import NacreSchema
import Testing

/// An access edge in small: two faces, chosen by the routing method.
let accessEdge = EntitySchema(
    noun: "CsAccessEdgeConfiguration", typeNames: ["AccessEdgeSettings"], identity: .globalOnly,
    properties: [
        PropertySchema("AllowFederatedUsers", .bool, defaultValue: false),
        PropertySchema("OutgoingTlsCount", .uint32, defaultValue: 4, minimum: 1, maximum: 4),
        PropertySchema("EnablePartnerDiscovery", .bool, defaultValue: false),
        PropertySchema("DefaultRouteFqdn", .fqdn, isIndexed: true),
        PropertySchema("RoutingMethod", .enumeration(name: "RoutingMethod", values: ["UseDnsSrvRouting", "UseDefaultRouting"]), defaultValue: "UseDnsSrvRouting"),
    ],
    discriminator: "RoutingMethod",
    variants: [
        EntityVariant(value: "UseDnsSrvRouting", properties: ["AllowFederatedUsers", "OutgoingTlsCount", "EnablePartnerDiscovery", "RoutingMethod"], selector: "UseDnsSrvRouting"),
        EntityVariant(value: "UseDefaultRouting", properties: ["AllowFederatedUsers", "OutgoingTlsCount", "DefaultRouteFqdn", "RoutingMethod"], selector: "UseDefaultRouting"),
    ],
    verbs: [VerbSchema("Set", parameterSets: [ParameterSetSchema("Identity", [
        ParameterSchema("Identity", "XdsIdentity", position: 0, byPropertyName: true, aliases: ["Id"]), ParameterSchema("AllowFederatedUsers", "Boolean")])],
        defaultSet: "Identity", supportsShouldProcess: true)],
    rules: [.requires(property: "EnablePartnerDiscovery", when: "RoutingMethod", equals: "UseDnsSrvRouting"), .unique(property: "DefaultRouteFqdn", group: "g"),
            .reference(property: "DefaultRouteFqdn", to: .service(roles: ["EdgeServer"])), .notInUse(by: "CsUser", property: "SipAddress", matching: .domainOf),
            .ordered(property: "OutgoingTlsCount"), .singleDefault(property: "AllowFederatedUsers"), .custom("x")],
    isReplicated: false, help: "h")

@Suite("Entities")
struct EntityTests {
    @Test("the discriminator's value selects the properties")
    func variants() {
        var values = accessEdge.defaults
        #expect(accessEdge.properties(of: values).map(\.name).contains("EnablePartnerDiscovery"))
        values["RoutingMethod"] = "usedefaultrouting"
        #expect(accessEdge.properties(of: values).map(\.name) == ["AllowFederatedUsers", "OutgoingTlsCount", "DefaultRouteFqdn", "RoutingMethod"])
    }

    @Test("a schema file says the same as the declaration")
    func codec() throws {
        let child = EntitySchema(noun: "CsRule", identity: .child(parent: "CsDialPlan", .policy([.global, .tag], roles: ["Registrar"])),
                                 properties: [PropertySchema("L", .list(.object(typeName: "O", [PropertySchema("P", .timeSpan)])), versions: [2013])])
        for entity in [accessEdge, child] {
            #expect(try EntitySchema(json: SchemaValue(json: entity.json.json)) == entity)
        }
    }

    @Test("a schema file's mistakes are named with their place")
    func mistakes() throws {
        func message(_ json: String) throws -> String? {
            do { _ = try EntitySchema(json: SchemaValue(json: json)); return nil } catch let error as SchemaFileError { return error.message }
        }
        #expect(try message(#"{"noun":"CsX","identity":"named","properties":[{"name":"P","type":"strin"}]}"#) == #"CsX.properties.P.type: "strin" is not a type"#)
        #expect(try message(#"{"noun":"CsX"}"#) == "CsX.identity: an object is needed here")
        #expect(try message(#"{"noun":"CsX","identity":"named","rules":[{"rule":"ordered","property":"Q"}]}"#) == #"CsX.rules: there is no property "Q""#)
        #expect(try message(#"{"noun":"CsX","identity":"named","properties":[{"name":"P","type":"byte","default":256}]}"#) != nil)
    }

    @Test("values are checked, and words take the declared spelling")
    func checks() throws {
        let routing = try #require(accessEdge.property("routingmethod")), tls = try #require(accessEdge.property("OutgoingTlsCount"))
        #expect(try routing.checked("USEDNSSRVROUTING") == "UseDnsSrvRouting")
        #expect(throws: PropertyProblem.notAllowed(property: "RoutingMethod", value: "x", allowed: ["UseDnsSrvRouting", "UseDefaultRouting"])) { try routing.checked("x") }
        #expect(throws: PropertyProblem.outOfRange(property: "OutgoingTlsCount", value: 5, minimum: 1, maximum: 4)) { try tls.checked(5) }
        #expect(throws: PropertyProblem.wrongType(property: "OutgoingTlsCount", expected: "UInt32")) { try tls.checked("4") }
        #expect(try PropertySchema("F", .fqdn).checked("atl-edge-001.litwareinc.com") == "atl-edge-001.litwareinc.com")
        #expect(throws: PropertyProblem.self) { try PropertySchema("F", .fqdn).checked("a b") }
        #expect(throws: PropertyProblem.self) { try PropertySchema("S", .sipAddress).checked("kenmyer@litwareinc.com") }
        #expect(try PropertySchema("S", .sipAddress).checked("sip:kenmyer@litwareinc.com").string != nil)
    }
}
