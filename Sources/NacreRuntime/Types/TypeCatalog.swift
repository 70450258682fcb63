import NacreSyntax

/// Finds types by name: core types, accelerators, types registered by other modules, classes of scripts.
/// What has to be made for it is made when a name is first looked for.
public final class TypeCatalog {
    /// The types of .NET, which all sessions share. Modules add theirs as sources.
    nonisolated(unsafe) public static let shared = TypeCatalog()

    private var byName: [String: TypeRef] = [:]
    private var makers: [String: () -> TypeRef] = [:]
    private var generics: [String: ([TypeRef]) -> TypeRef?] = [:]
    private var built: [String: TypeRef] = [:]
    /// Namespaces that `using namespace` opened, `System` first.
    public var namespaces = ["System"]

    /// Where names are looked for next.
    public var parent: TypeCatalog?
    /// Asked for a full name in lower case that is not there yet.
    public var finders: [(String) -> TypeRef?] = []
    /// Gives the members of a type that .NET has and that are not here, by the type's full name.
    public var refusedMembers: ((String) -> Set<Name>?)?
    private var sources: [(TypeCatalog) -> Void] = [], sourceNames: Set<String> = [], isSettling = false

    public init() {}

    /// Adds what fills the catalog before it is first asked, once for each name of a source.
    public func add(source name: String, _ fill: @escaping (TypeCatalog) -> Void) {
        TypeLock.with { if sourceNames.insert(name).inserted { sources.append(fill) } }
    }
    /// True once a module has added types. Asked under the lock.
    var hasSources: Bool { !sourceNames.isEmpty }
    /// Lets the sources that have not yet done so fill the catalog.
    func settle() {
        TypeLock.with {
            guard !isSettling, !sources.isEmpty else { return }
            isSettling = true
            defer { isSettling = false }
            while !sources.isEmpty { sources.removeFirst()(self) }
        }
    }

    /// A type under its full name and more names (accelerators); made when first asked for.
    public func register(_ names: String..., make: @escaping () -> TypeRef) { for n in names { makers[n.lowercased()] = make } }
    public func register(_ type: TypeRef, as names: String...) {
        byName[type.fullName.lowercased()] = type
        for n in names { byName[n.lowercased()] = type }
    }
    /// A generic type: full name without the arity, and a maker for given arguments (nil: wrong number of them).
    public func registerGeneric(_ names: String..., make: @escaping ([TypeRef]) -> TypeRef?) { for n in names { generics[n.lowercased()] = make } }

    public func find(_ name: String) -> TypeRef? {
        let key = name.lowercased()
        return TypeLock.with {
            settle()
            parent?.settle()
            if let t = exact(key) { return t }
            for n in namespaces { if let t = exact(n.lowercased() + "." + key) { return t } }
            return nil
        }
    }
    private func exact(_ key: String) -> TypeRef? {
        if let t = byName[key] { return t }
        guard let make = makers[key] else {
            for f in finders { if let t = f(key) { byName[key] = t; return t } }
            return parent?.exact(key)
        }
        let t = make()
        // Several names may share a maker: the type made first stays the only one.
        let full = t.fullName.lowercased()
        let one = byName[full] ?? t
        byName[full] = one
        byName[key] = one
        return one
    }
    /// The type a script names, or nil.
    public func resolve(_ name: TypeName) -> TypeRef? {
        switch name {
        case .simple(let n, _): return find(n)
        case .array(let of, let rank, _):
            guard let e = resolve(of) else { return nil }
            guard rank > 1 else { return .array(of: e) }
            return array(of: e, rank: rank)
        case .generic(let of, let args, _):
            guard case .simple(let n, _) = of else { return nil }
            var types: [TypeRef] = []
            for a in args { guard let t = resolve(a) else { return nil }; types.append(t) }
            return generic(n, types)
        }
    }
    func array(of e: TypeRef, rank: Int) -> TypeRef {
        TypeLock.with {
            let key = e.fullName + "[" + String(repeating: ",", count: rank - 1) + "]"
            if let t = built[key] { return t }
            let t = TypeRef(e.name + "[" + String(repeating: ",", count: rank - 1) + "]", namespace: e.namespace, code: .array, base: .systemArray, element: e)
            t.rank = rank
            built[key] = t
            return t
        }
    }
    /// `List` with `[string]`: one type object for each name and arguments.
    public func generic(_ name: String, _ arguments: [TypeRef]) -> TypeRef? {
        TypeLock.with {
            settle()
            parent?.settle()
            return settledGeneric(name, arguments)
        }
    }
    private func settledGeneric(_ name: String, _ arguments: [TypeRef]) -> TypeRef? {
        var plain = name.lowercased()
        if let tick = plain.lastIndex(of: "`") { plain = String(plain[..<tick]) }
        let candidates = [plain] + namespaces.map { $0.lowercased() + "." + plain }
        for c in candidates {
            guard let make = generics[c] else {
                if let t = parent?.exactGeneric(c, arguments) { return t }
                continue
            }
            return build(c, arguments, make)
        }
        return nil
    }
    private func exactGeneric(_ name: String, _ arguments: [TypeRef]) -> TypeRef? {
        guard let make = generics[name] else { return nil }
        return build(name, arguments, make)
    }
    private func build(_ name: String, _ arguments: [TypeRef], _ make: ([TypeRef]) -> TypeRef?) -> TypeRef? {
        let key = name + "[" + arguments.map { "\(ObjectIdentifier($0).hashValue)" }.joined(separator: ",") + "]"
        if let t = built[key] { return t }
        guard let t = make(arguments) else { return nil }
        // Several names may share a maker: the type made first stays the only one of these arguments.
        let full = t.fullName.lowercased()
        var one = t
        if let known = built[full], known.arguments.elementsEqual(t.arguments, by: { $0 === $1 }) { one = known }
        built[full] = one
        built[key] = one
        return one
    }
    /// All registered names, for completion and lookup.
    public var names: [String] {
        TypeLock.with {
            settle()
            return Array(byName.keys) + Array(makers.keys) + listers.flatMap { $0() } + (parent?.names ?? [])
        }
    }
    /// Gives the names that the finders could find.
    public var listers: [() -> [String]] = []
}
