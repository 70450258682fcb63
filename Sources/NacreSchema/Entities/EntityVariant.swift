/// One face of an entity that changes its properties with a discriminator: an access edge by its routing method.
public struct EntityVariant: Equatable, Sendable {
    /// The discriminator's value.
    public var value: String
    /// The .NET type name that objects of this face have; nil: the entity's.
    public var typeName: String?
    /// The properties of this face in view order, hidden ones included.
    public var properties: [String]
    /// The switch parameter or parameter set that selects it, such as `UseDnsSrvRouting`; nil: none does.
    public var selector: String?
    public init(value: String, typeName: String? = nil, properties: [String], selector: String? = nil) {
        self.value = value; self.typeName = typeName; self.properties = properties; self.selector = selector
    }
}
