/// The entities of a model. A catalog costs nothing until an entity is asked for: one over a data file decodes one entry at a time.
public protocol SchemaCatalog {
    /// Every noun, prefix included, in the catalog's spelling.
    var nouns: [String] { get }
    /// The entity of a noun in any case; nil where there is none.
    func entity(_ noun: String) -> EntitySchema?
}

/// A catalog of entities that are there already.
public struct ListCatalog: SchemaCatalog {
    public var entities: [EntitySchema]
    public init(_ entities: [EntitySchema]) { self.entities = entities }
    public var nouns: [String] { entities.map(\.noun) }
    public func entity(_ noun: String) -> EntitySchema? { entities.first { equalsIgnoringCase($0.noun, noun) } }
}
