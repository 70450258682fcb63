import Synchronization

/// The types that the engine's own paths switch over.
public enum TypeCode: UInt8, Sendable {
    case object, string, bool, char, sbyte, byte, short, ushort, int, uint, long, ulong, single, double, decimal, bigInteger
    case dateTime, timeSpan, guid, array, list, arrayList, hashtable, ordered, dictionary, customObject, psobject, scriptBlock, type
    case switchParameter, regex, version, uri, xml, enumeration, nullable, reference, exception, errorRecord, void, scriptClass, other
}

/// A .NET type, or a class or enum of a script. Types are compared by identity: one object a type.
public class TypeRef: Obj {
    /// The short name, `Int32`.
    public final let name: String
    public final let namespace: String
    public final let code: TypeCode
    public final var baseType: TypeRef?
    public final var interfaces: [TypeRef] = []
    /// For arrays: what they hold; for enums: the number behind them; for `Nullable[T]`: T.
    public final let element: TypeRef?
    /// For generic types: what stands between the brackets.
    public final let arguments: [TypeRef]
    public final let isValueType: Bool
    public final var isInterface = false
    /// A type of .NET that has a name here and nothing else: whatever is asked of it is refused.
    public final var isRefused = false
    /// For arrays: the number of dimensions.
    public final var rank = 1
    /// For enums: their labels and numbers in order, and whether they combine as flags.
    public final var labels: EnumLabels?

    /// Fills the table of members, once, when they are first asked for.
    public final var loader: ((TypeMembers) -> Void)?
    private final let table = AtomicLazyReference<TypeMembers>()
    /// The table while it is being filled: seen by the filling thread alone.
    private final var filling: TypeMembers?
    private final let arrayType = AtomicLazyReference<TypeRef>()

    public init(_ name: String, namespace: String = "System", code: TypeCode = .other, base: TypeRef? = nil, element: TypeRef? = nil, arguments: [TypeRef] = [], isValueType: Bool = false) {
        self.name = name
        self.namespace = namespace
        self.code = code
        baseType = base
        self.element = element
        self.arguments = arguments
        self.isValueType = isValueType
        super.init(kind: .type)
    }

    public override var type: TypeRef { TypeRef.runtimeType }
    public override func text(_ culture: Culture) -> String? { displayName }

    /// `System.Collections.Generic.List`1[[System.String, …]]` without the assemblies: `System.Collections.Generic.List`1[System.String]`.
    public final var fullName: String {
        if code == .array, let element { return element.fullName + "[" + String(repeating: ",", count: rank - 1) + "]" }
        let plain = namespace.isEmpty ? name : namespace + "." + name
        return arguments.isEmpty ? plain : plain + "[" + arguments.map(\.fullName).joined(separator: ",") + "]"
    }
    /// What `ToString()` of the type gives.
    public final var displayName: String { fullName }

    /// Methods, properties and constructors.
    public final var members: TypeMembers {
        if let t = table.load() { return t }
        return load()
    }
    /// Fills the table and publishes it when it is whole.
    @inline(never) private final func load() -> TypeMembers {
        TypeLock.with {
            if let t = table.load() ?? filling { return t }
            let t = TypeMembers()
            filling = t
            defer { filling = nil }
            // A type that nobody has said anything about yet may be one of the catalog's.
            if loader == nil { TypeCatalog.shared.settle() }
            // Before a module has said anything about types, an empty table is not the last word.
            if loader == nil, code != .scriptClass, !TypeCatalog.shared.hasSources { return t }
            loader?(t)
            return table.storeIfNil(t)
        }
    }

    /// The array type with this element.
    public static func array(of element: TypeRef) -> TypeRef {
        if let a = element.arrayType.load() { return a }
        return element.arrayType.storeIfNil(TypeRef(element.name + "[]", namespace: element.namespace, code: .array, base: .systemArray, element: element))
    }

    /// True where a value of this type is also one of the other (`-is`).
    public final func isSubtype(of other: TypeRef) -> Bool {
        if self === other || other === TypeRef.object { return true }
        if other.isInterface { return implements(other) }
        var t = baseType
        while let b = t { if b === other { return true }; t = b.baseType }
        return false
    }
    public final func implements(_ interface: TypeRef) -> Bool {
        var t: TypeRef? = self
        while let c = t {
            for i in c.interfaces where i === interface || i.implements(interface) { return true }
            t = c.baseType
        }
        return false
    }
    public final var isNumeric: Bool { code.rawValue >= TypeCode.sbyte.rawValue && code.rawValue <= TypeCode.bigInteger.rawValue }
}

/// An enum's labels.
public struct EnumLabels {
    public var names: [String] = []
    public var values: [Int64] = []
    public var isFlags = false
    public init() {}
    public init(_ pairs: [(String, Int64)], flags: Bool = false) { names = pairs.map(\.0); values = pairs.map(\.1); isFlags = flags }
}

/// A value of an enum.
public final class EnumValue: Obj {
    public let enumType: TypeRef
    public let raw: Int64
    public init(_ type: TypeRef, _ raw: Int64) { enumType = type; self.raw = raw; super.init(kind: .enumeration) }
    public override var type: TypeRef { enumType }
    /// The label, labels joined by `, ` for flags, or the number.
    public override func text(_ culture: Culture) -> String? {
        guard let labels = enumType.labels else { return String(raw) }
        if let i = labels.values.firstIndex(of: raw) { return labels.names[i] }
        guard labels.isFlags, raw != 0 else { return String(raw) }
        var rest = raw, parts: [String] = []
        for (v, n) in zip(labels.values, labels.names).sorted(by: { UInt64(bitPattern: $0.0) > UInt64(bitPattern: $1.0) }) where v != 0 && rest & v == v {
            rest &= ~v
            parts.insert(n, at: 0)
        }
        return rest == 0 ? parts.joined(separator: ", ") : String(raw)
    }
    public override func isEqual(to other: Obj) -> Bool {
        guard let o = other as? EnumValue else { return false }
        return o.enumType === enumType && o.raw == raw
    }
    public override var hash: Int { Int(truncatingIfNeeded: raw) }
    public override func compare(to other: Obj) -> Int? {
        guard let o = other as? EnumValue, o.enumType === enumType else { return nil }
        return raw < o.raw ? -1 : raw > o.raw ? 1 : 0
    }
}
