/// Members and display settings that a session adds to all objects of a type (`Update-TypeData`).
public final class TypeData {
    public let typeName: String
    public var members: [(name: Name, member: PSMember)] = []
    public var defaultDisplayPropertySet: [String]?
    public var defaultKeyPropertySet: [String]?
    public var defaultDisplayProperty: String?
    public var stringSerializationSource: String?
    public var serializationDepth: Int?
    public var propertySerializationSet: [String]?
    public var inheritsSerialization = false
    public init(_ typeName: String) { self.typeName = typeName }
    public func get(_ name: Name) -> PSMember? { members.first { $0.name == name }?.member }
    public func set(_ m: PSMember) {
        let n = Name(m.name)
        if let i = members.firstIndex(where: { $0.name == n }) { members[i].member = m } else { members.append((n, m)) }
    }
}

/// A session's type data by type name.
public final class TypeDataTable {
    private var byName: [String: TypeData] = [:]
    /// What the type chain of a type comes to; emptied with every change.
    private var chains: [ObjectIdentifier: [TypeData]] = [:]
    /// Asked once for the data of a type name that nothing was said about yet.
    public var builtIn: ((String) -> TypeData?)?
    private var asked: Set<String> = []
    /// Changes with every change, so that call sites know whether what they found still holds.
    private(set) var epoch = 0
    public init() {}

    /// The data of a type name, to be changed at once; made where there is none.
    public func entry(_ typeName: String) -> TypeData {
        epoch += 1
        let key = typeName.lowercased()
        if let d = find(key) { return d }
        let d = TypeData(typeName)
        byName[key] = d
        chains = [:]
        return d
    }
    public func find(_ typeName: String) -> TypeData? {
        let key = typeName.lowercased()
        if let d = byName[key] { return d }
        guard let builtIn, asked.insert(key).inserted, let d = builtIn(key) else { return nil }
        byName[key] = d
        return d
    }
    public func remove(_ typeName: String) {
        epoch += 1
        byName[typeName.lowercased()] = nil
        asked.insert(typeName.lowercased())
        chains = [:]
    }
    public var all: [TypeData] { byName.values.sorted { $0.typeName < $1.typeName } }

    /// The data that apply to a value, most specific first.
    public func chain(of v: Value) -> [TypeData] {
        let base = v.unwrapped
        if let names = v.obj?.extended?.typeNames ?? base.obj?.extended?.typeNames { return names.compactMap { find($0.string) } }
        let plain = chain(of: base.type)
        guard case .object(let o) = base, o.kind == .custom, let c = o as? Custom, !c.typeNames.isEmpty else { return plain }
        return c.typeNames.compactMap { find($0.string) } + plain
    }
    public func chain(of type: TypeRef) -> [TypeData] {
        if let known = chains[ObjectIdentifier(type)] { return known }
        var out: [TypeData] = []
        var t: TypeRef? = type
        while let c = t {
            if let d = find(c.fullName) { out.append(d) }
            t = c.baseType
        }
        // Script classes come and go; only lasting types may be remembered by identity.
        if type.code != .scriptClass { chains[ObjectIdentifier(type)] = out }
        return out
    }
    func member(of v: Value, _ name: Name) -> PSMember? {
        let c = chain(of: v)
        if c.isEmpty { return nil }
        for d in c { if let m = d.get(name) { return m } }
        return nil
    }
    func members(of v: Value) -> [PSMember] { chain(of: v).flatMap { $0.members.map(\.member) } }
}
