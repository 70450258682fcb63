import CData
import NacreModel
import NacreSchema

/// The Cs entities, cmdlets and types in the embedded data files; each entry is decoded when it is first asked for.
public final class CsCatalog: SchemaCatalog {
    private let entityLines = SortedLines(cs_entities(), count: cs_entities_size())
    private let cmdletLines = SortedLines(cs_cmdlets(), count: cs_cmdlets_size())
    private let typeLines = SortedLines(cs_types(), count: cs_types_size())
    private var entities: [String: EntitySchema] = [:]
    private var types: [String: CsType] = [:]

    public init() {}

    public var nouns: [String] { entityLines.keys }

    /// Without its verbs: those are `cmdlet(_:)`'s, one at a time.
    public func entity(_ noun: String) -> EntitySchema? {
        guard let line = entityLines.line(noun) else { return nil }
        if let known = entities[line.key] { return known }
        guard let json = try? SchemaValue(jsonBytes: line.text), let schema = try? EntitySchema(json: json) else { return nil }
        entities[line.key] = schema
        return schema
    }

    /// Every Cs cmdlet, in the reference's spelling.
    public var cmdletNames: [String] { cmdletLines.keys }

    /// A cmdlet by its name in any case.
    public func cmdlet(_ name: String) -> CsCmdlet? {
        guard let line = cmdletLines.line(name), let json = try? SchemaValue(jsonBytes: line.text) else { return nil }
        return CsCmdlet(name: line.key, json: json)
    }

    /// A parameter's or property's type by the key that parameters carry (`VerificationLevelType`); nil for .NET's own.
    public func type(_ key: String) -> CsType? {
        if let known = types[key] { return known }
        guard let line = typeLines.line(key), let json = try? SchemaValue(jsonBytes: line.text) else { return nil }
        let short = String(key.prefix { $0 != "@" })
        let type = CsType(fullName: json["name"].string ?? short, values: json["values"].list?.compactMap(\.string) ?? [])
        types[key] = type
        return type
    }
}

/// A type of the product's own.
public struct CsType: Equatable, Sendable {
    /// `Microsoft.Rtc.Management.WritableConfig.Settings.Edge.VerificationLevelType`, or the short name where the pages give no more.
    public var fullName: String
    /// An enum's words; empty for types that are none.
    public var values: [String]
}
