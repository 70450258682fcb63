/// What must hold beyond the single property. One engine checks them all, inside the write's transaction.
public enum EntityRule: Equatable, Sendable {
    /// No two documents of the entities that name the same group have the same value (in any case): `ProxyFqdn` of hosting and public providers.
    /// A property called `Identity` means the identity itself.
    case unique(property: String, group: String)
    /// The value, or each value of a list, names an existing document or an element of the topology.
    case reference(property: String, to: ReferenceTarget)
    /// The property numbers the documents from 0 without gaps, for each parent: a number in use pushes the others down; default the end.
    case ordered(property: String)
    /// Exactly one document has this boolean property true: setting it takes it from the others, and that one cannot be removed.
    case singleDefault(property: String)
    /// The property must be given where another one has (or gets) a value: `EnablePartnerDiscovery` with `RoutingMethod` `UseDnsSrvRouting`.
    case requires(property: String, when: String, equals: SchemaValue)
    /// A document cannot be removed while a property of another entity refers to it; a SIP domain while a user's SIP address lies in it
    /// (`matching` then is `.domainOf`).
    case notInUse(by: String, property: String, matching: Match)
    /// Checked by the model's own code under this name.
    case custom(String)

    public enum Match: String, Sendable { case identity, domainOf }
}

/// What a reference points at.
public enum ReferenceTarget: Equatable, Sendable {
    case entity(String)
    case site
    case service(roles: [String])
    case pool
    case computer
}
