/// A property of an entity.
public struct PropertySchema: Equatable, Sendable {
    public var name: String
    public var type: PropertyType
    /// The value of a new document; null where the product's is empty or unknown.
    public var defaultValue: SchemaValue
    /// Smallest and largest value, or smallest and largest length of a text or list.
    public var minimum: Int64?
    public var maximum: Int64?
    /// New- must be given it.
    public var isMandatory: Bool
    /// Set- cannot change it, only New- gives it.
    public var isImmutable: Bool
    /// It mirrors the identity (`Name` of a hosting provider, `Domain` of an allowed domain) and is not stored.
    public var mirrorsIdentity: Bool
    /// Left out of the default view; Select-Object * shows it.
    public var isHidden: Bool
    /// Set- and New- take `@{Add=…}`, `@{Remove=…}`, `@{Replace=…}`.
    public var takesListModifier: Bool
    /// The store finds documents by it without reading all of them.
    public var isIndexed: Bool
    /// The versions that have it, as the product's year: 2010, 2013, 2015, 2019. Empty: all.
    public var versions: [Int]
    public var help: String

    public init(_ name: String, _ type: PropertyType, defaultValue: SchemaValue = .null, minimum: Int64? = nil, maximum: Int64? = nil,
                isMandatory: Bool = false, isImmutable: Bool = false, mirrorsIdentity: Bool = false, isHidden: Bool = false,
                takesListModifier: Bool = false, isIndexed: Bool = false, versions: [Int] = [], help: String = "") {
        self.name = name; self.type = type; self.defaultValue = defaultValue; self.minimum = minimum; self.maximum = maximum
        self.isMandatory = isMandatory; self.isImmutable = isImmutable; self.mirrorsIdentity = mirrorsIdentity; self.isHidden = isHidden
        self.takesListModifier = takesListModifier; self.isIndexed = isIndexed; self.versions = versions; self.help = help
    }
}
