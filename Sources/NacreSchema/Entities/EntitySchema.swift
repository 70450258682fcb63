/// An entity of a configuration model: everything that its cmdlets, their help, completion, checks and view follow from.
public struct EntitySchema: Equatable, Sendable {
    /// The cmdlets' noun with the prefix: `CsHostingProvider`.
    public var noun: String
    /// .NET type names of its objects, most derived first.
    public var typeNames: [String]
    public var identity: IdentityForm
    /// All properties in schema order, which is the view's (`Identity` goes before them and is not listed).
    public var properties: [PropertySchema]
    /// The property whose value selects a variant, and the variants; nil and empty for most.
    public var discriminator: String?
    public var variants: [EntityVariant]
    public var verbs: [VerbSchema]
    public var rules: [EntityRule]
    /// False for what is no part of the replicated configuration (users).
    public var isReplicated: Bool
    public var help: String

    public init(noun: String, typeNames: [String] = [], identity: IdentityForm, properties: [PropertySchema] = [], discriminator: String? = nil,
                variants: [EntityVariant] = [], verbs: [VerbSchema] = [], rules: [EntityRule] = [], isReplicated: Bool = true, help: String = "") {
        self.noun = noun; self.typeNames = typeNames; self.identity = identity; self.properties = properties
        self.discriminator = discriminator; self.variants = variants; self.verbs = verbs; self.rules = rules
        self.isReplicated = isReplicated; self.help = help
    }

    public func property(_ name: String) -> PropertySchema? { properties.first { equalsIgnoringCase($0.name, name) } }
    public func verb(_ name: String) -> VerbSchema? { verbs.first { equalsIgnoringCase($0.verb, name) } }

    /// The variant that a document's values select; nil where the entity has one face only.
    public func variant(of values: SchemaObject) -> EntityVariant? {
        guard let discriminator, let word = (values[discriminator] ?? property(discriminator)?.defaultValue)?.string else { return nil }
        return variants.first { equalsIgnoringCase($0.value, word) }
    }

    /// The properties that a document with these values has, in view order; those of other variants are not among them.
    public func properties(of values: SchemaObject) -> [PropertySchema] {
        guard let variant = variant(of: values) else { return properties }
        return variant.properties.compactMap(property)
    }

    /// A new document's values: every stored property with its default, in order.
    public var defaults: SchemaObject {
        SchemaObject(unchecked: properties.filter { !$0.mirrorsIdentity }.map { .init($0.name, $0.defaultValue) })
    }

    /// The values by which the store is to find a document: those of the indexed properties that have one.
    public func lookups(of values: SchemaObject) -> [Lookup] {
        properties.filter(\.isIndexed).flatMap { property -> [Lookup] in
            switch values[property.name] {
            case .list(let items)?: items.compactMap { $0.string.map { Lookup(property.name, $0) } }
            case let value?: value.string.map { [Lookup(property.name, $0)] } ?? []
            case nil: []
            }
        }
    }
}
