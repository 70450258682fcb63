/// The classes of places at which a document can stand.
public struct ScopeClass: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let global = ScopeClass(rawValue: 1)
    public static let site = ScopeClass(rawValue: 2)
    public static let service = ScopeClass(rawValue: 4)
    public static let tag = ScopeClass(rawValue: 8)

    static let words: [(String, ScopeClass)] = [("Global", .global), ("Site", .site), ("Service", .service), ("Tag", .tag)]
    /// `Global`, `Site`, …, of the classes in the set.
    public var names: [String] { ScopeClass.words.filter { contains($0.1) }.map(\.0) }
}

/// The place at which a document stands.
public enum Scope: Equatable, Hashable, Sendable {
    case global
    case site(String)
    /// A role such as `Registrar`, and the pool's name.
    case service(role: String, name: String)
    case tag(String)

    public var scopeClass: ScopeClass {
        switch self {
        case .global: .global
        case .site: .site
        case .service: .service
        case .tag: .tag
        }
    }

    /// As printed: `Global`, `Site:Redmond`, `Service:Registrar:atl-cs-001.litwareinc.com`, `Tag:Sales`.
    public var description: String {
        switch self {
        case .global: "Global"
        case .site(let name): "Site:" + name
        case .service(let role, let name): "Service:\(role):\(name)"
        case .tag(let name): "Tag:" + name
        }
    }
}
