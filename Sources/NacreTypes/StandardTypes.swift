import NacreRuntime

/// The .NET types that scripts use. One catalog holds them for all sessions; nothing of a type is built before it is first used.
public enum StandardTypes {
    /// The catalog that all sessions share.
    public static var catalog: TypeCatalog { TypeCatalog.shared }

    private static func fill(_ c: TypeCatalog) {
        core(c)
        numbers(c)
        generics(c)
        text(c)
        collections(c)
        delegates(c)
        exceptions(c)
        engine(c)
        time(c)
        system(c)
        StandardEnums.register(in: c)
        SpecializedTypes.register(in: c)
        RefusedTypes.register(in: c)
    }

    /// Makes the standard types known to a session.
    public static func register(in session: Session) {
        catalog.add(source: "NacreTypes", fill)
        session.types.parent = catalog
        session.typeData.builtIn = StandardTypeData.find
        session.conversions.construct = FromValue.make
    }

    /// A type that always exists: its members are declared at once (and built when first asked for), since values carry it without naming it.
    private static func add(_ c: TypeCatalog, _ type: TypeRef, _ names: String..., members: @escaping (TypeBuilder) -> Void) {
        type.declare(in: c, members)
        c.register(type)
        for n in names { c.register(type, as: n) }
    }
    /// A type made when a script first names it.
    private static func add(_ c: TypeCatalog, _ full: String, _ names: String..., base: TypeRef = .object, isValueType: Bool = false, members: @escaping (TypeBuilder) -> Void) {
        let make = { [unowned c] in
            let t = TypeRef(full, base: base, isValueType: isValueType)
            t.declare(in: c, members)
            return t
        }
        c.register(full, make: make)
        for n in names { c.register(n) { [unowned c] in c.find(full) ?? .object } }
    }

    private static func core(_ c: TypeCatalog) {
        add(c, .object, members: ObjectType.declare)
        add(c, .enumBase, members: EnumType.declare)
        add(c, .bool, "bool", members: BooleanType.declare)
        add(c, .typeType, "type", members: TypeType.declare)
        add(c, .convertClass, members: ConvertType.declare)
        c.register(.valueType)
        c.register(.runtimeType)
        c.register(.void, as: "void")
        c.register(NullMarker.type)
        NullMarker.type.declare(in: c) { $0.staticProperty("System.DBNull Value") { _, _ in NullMarker.value } }
        for i in [TypeRef.comparable, .enumerable, .collection, .list, .dictionary] { c.register(i) }
        for n in ["System.IFormatProvider", "System.IFormattable", "System.IDisposable", "System.ICloneable", "System.IConvertible", "System.Collections.IComparer",
                  "System.Collections.IEqualityComparer", "System.Collections.IEnumerator", "System.Collections.IDictionaryEnumerator"] {
            c.register(n) { interface(n) }
        }
    }
    /// An interface by its full name.
    static func interface(_ full: String, _ arguments: [TypeRef] = []) -> TypeRef {
        let t = TypeRef(full, base: nil, arguments: arguments)
        t.isInterface = true
        return t
    }

    private static func numbers(_ c: TypeCatalog) {
        add(c, .sbyte, "sbyte") { IntegerTypes.declare($0, "sbyte", Int8.self, typeCode: 5) { .sbyte($0) } }
        add(c, .byte, "byte") { IntegerTypes.declare($0, "byte", UInt8.self, typeCode: 6) { .byte($0) } }
        add(c, .short, "short", "int16") { IntegerTypes.declare($0, "short", Int16.self, typeCode: 7) { .short($0) } }
        add(c, .ushort, "ushort", "uint16") { IntegerTypes.declare($0, "ushort", UInt16.self, typeCode: 8) { .ushort($0) } }
        add(c, .int, "int", "int32") { IntegerTypes.declare($0, "int", Int32.self, typeCode: 9) { .int($0) } }
        add(c, .uint, "uint", "uint32") { IntegerTypes.declare($0, "uint", UInt32.self, typeCode: 10) { .uint($0) } }
        add(c, .long, "long", "int64") { IntegerTypes.declare($0, "long", Int64.self, typeCode: 11) { .long($0) } }
        add(c, .ulong, "ulong", "uint64") { IntegerTypes.declare($0, "ulong", UInt64.self, typeCode: 12) { .ulong($0) } }
        add(c, .single, "single", "float") { FloatTypes.declare($0, isDouble: false) }
        add(c, .double, "double") { FloatTypes.declare($0, isDouble: true) }
        add(c, .decimal, "decimal", members: DecimalType.declare)
        add(c, .bigInteger, "bigint", members: BigIntegerType.declare)
        add(c, .math, members: MathType.declare)
        add(c, .random, "random", members: RandomType.declare)
    }

    private static func text(_ c: TypeCatalog) {
        add(c, .string, "string", members: StringType.declare)
        add(c, .char, "char", members: CharType.declare)
        add(c, .stringBuilder, members: StringBuilderType.declare)
        TypeRef.stringComparer.declare(in: c, ComparerValue.declare)
        c.register("System.StringComparer") { [unowned c] in
            let comparers = ["System.Collections.IComparer", "System.Collections.IEqualityComparer"].compactMap { c.find($0) }
            let generic = ["System.Collections.Generic.IComparer", "System.Collections.Generic.IEqualityComparer"].flatMap { n in [TypeRef.string, .object].compactMap { c.generic(n, [$0]) } }
            TypeRef.stringComparer.interfaces = comparers + generic
            return .stringComparer
        }
        add(c, .cultureInfo, "cultureinfo", members: CultureType.declare)
        add(c, .textInfo, members: CultureType.declareTextInfo)
        add(c, .numberFormatInfo, members: CultureType.declareNumberFormat)
        add(c, .dateTimeFormatInfo, members: CultureType.declareDateFormat)
        EncodingType.register(in: c)
        if let provider = c.find("System.IFormatProvider") { for t in [TypeRef.cultureInfo, .numberFormatInfo, .dateTimeFormatInfo] { t.interfaces = [provider] } }
    }

    private static func collections(_ c: TypeCatalog) {
        add(c, .systemArray, "array", members: ArrayType.declare)
        add(c, .arrayList, members: { ListType.declareArrayList($0) })
        add(c, .hashtable, "hashtable", members: DictionaryType.declareHashtable)
        add(c, .ordered, "ordered", members: DictionaryType.declareOrdered)
        add(c, .dictionaryEntry, members: Pair.declareEntry)
        add(c, .enumerator, members: Enumerator.declare)
        c.register("System.Collections.Queue") { collection("Queue", c) { QueueType.declare($0, isStack: false) } }
        c.register("System.Collections.Stack") { collection("Stack", c) { QueueType.declare($0, isStack: true) } }
        c.register("System.Collections.SortedList") {
            let t = collection("SortedList", c, DictionaryType.declareSortedList)
            t.interfaces.append(.dictionary)
            return t
        }
        c.register("System.Collections.Comparer") { collection("Comparer", c, ComparerValue.declarePlain) }
        for n in ["System.Tuple", "System.ValueTuple"] {
            add(c, n, isValueType: n.contains("Value")) { TupleValue.declareStatics($0, isValue: n.contains("Value")) }
            c.registerGeneric(n) { a in
                let t = TypeRef("\(n.contains("Value") ? "ValueTuple" : "Tuple")`\(a.count)", base: n.contains("Value") ? .valueType : .object, arguments: a, isValueType: n.contains("Value"))
                t.declare(in: c, TupleValue.declare)
                return t
            }
        }
        // What intrinsic methods give has the members of its generic kin.
        TypeRef.objectCollection.declare(in: c, ListType.declareCollection)
    }
    private static func collection(_ name: String, _ c: TypeCatalog, _ members: @escaping (TypeBuilder) -> Void) -> TypeRef {
        let t = TypeRef(name, namespace: "System.Collections", base: .object)
        t.interfaces = [.collection, .enumerable]
        t.declare(in: c, members)
        return t
    }

    private static func generics(_ c: TypeCatalog) {
        let g = "System.Collections.Generic."
        generic(c, g + "List", 1, code: .list, interfaces: [.list], like: ["IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection"], members: { ListType.declareGeneric($0) })
        generic(c, "System.Collections.ObjectModel.Collection", 1, code: .list, interfaces: [.list], like: ["IList", "ICollection", "IEnumerable"], members: { ListType.declareCollection($0) })
        generic(c, g + "Dictionary", 2, code: .dictionary, interfaces: [.dictionary], like: ["IDictionary", "IReadOnlyDictionary"]) { DictionaryType.declareGeneric($0, sorted: false) }
        generic(c, g + "SortedDictionary", 2, code: .dictionary, interfaces: [.dictionary], like: ["IDictionary"]) { DictionaryType.declareGeneric($0, sorted: true) }
        generic(c, g + "SortedList", 2, code: .dictionary, interfaces: [.dictionary], like: ["IDictionary"]) { DictionaryType.declareGeneric($0, sorted: true) }
        generic(c, "System.Collections.Concurrent.ConcurrentDictionary", 2, code: .dictionary, interfaces: [.dictionary], like: ["IDictionary"]) { DictionaryType.declareGeneric($0, sorted: false) }
        generic(c, g + "HashSet", 1, interfaces: [.collection], like: ["ISet", "ICollection", "IEnumerable"]) { SetType.declare($0, sorted: false) }
        generic(c, g + "SortedSet", 1, interfaces: [.collection], like: ["ISet", "ICollection", "IEnumerable"]) { SetType.declare($0, sorted: true) }
        generic(c, g + "Queue", 1, interfaces: [.collection], like: ["IEnumerable"]) { QueueType.declare($0, isStack: false) }
        generic(c, g + "Stack", 1, interfaces: [.collection], like: ["IEnumerable"]) { QueueType.declare($0, isStack: true) }
        generic(c, g + "LinkedList", 1, interfaces: [.collection], like: ["ICollection", "IEnumerable"], members: LinkedListType.declare)
        generic(c, g + "LinkedListNode", 1, members: LinkedListType.declareNode)
        generic(c, g + "KeyValuePair", 2, isValueType: true, members: Pair.declareKeyValue)
        generic(c, g + "Comparer", 1, like: ["IComparer"], members: ComparerValue.declarePlain)
        generic(c, g + "EqualityComparer", 1, like: ["IEqualityComparer"], members: ComparerValue.declarePlain)
        for n in ["IEnumerable", "ICollection", "IList", "IReadOnlyCollection", "IReadOnlyList", "ISet", "IEnumerator", "IComparer", "IEqualityComparer"] {
            c.registerGeneric(g + n) { a in a.count == 1 ? interface(g + n + "`1", a) : nil }
        }
        for n in ["IDictionary", "IReadOnlyDictionary"] { c.registerGeneric(g + n) { a in a.count == 2 ? interface(g + n + "`2", a) : nil } }
        for n in ["IComparable", "IEquatable"] { c.registerGeneric("System." + n) { a in a.count == 1 ? interface("System." + n + "`1", a) : nil } }
        c.registerGeneric("System.Nullable") { a in
            guard a.count == 1, a[0].isValueType else { return nil }
            let t = TypeRef("Nullable`1", code: .nullable, base: .valueType, element: a[0], arguments: a, isValueType: true)
            t.declare(in: c, NullableType.declare)
            return t
        }
    }
    private static func generic(_ c: TypeCatalog, _ full: String, _ arity: Int, code: TypeCode = .other, isValueType: Bool = false, interfaces: [TypeRef] = [], like: [String] = [],
                                members: @escaping (TypeBuilder) -> Void) {
        c.registerGeneric(full) { [unowned c] a in
            guard a.count == arity else { return nil }
            let cut = full.lastIndex(of: ".") ?? full.startIndex
            let t = TypeRef(full[full.index(after: cut)...] + "`\(arity)", namespace: String(full[..<cut]), code: code, base: isValueType ? .valueType : .object, element: code == .list ? a[0] : nil,
                            arguments: a, isValueType: isValueType)
            t.interfaces = interfaces
            if !interfaces.isEmpty { t.interfaces += [.collection, .enumerable].filter { i in !interfaces.contains { $0 === i } } }
            for n in like { if let i = c.generic("System.Collections.Generic." + n, a) { t.interfaces.append(i) } }
            t.declare(in: c, members)
            return t
        }
    }

    private static func delegates(_ c: TypeCatalog) {
        c.register(.delegate)
        c.register(.multicastDelegate)
        for n in ["System.Action", "System.Func", "System.Predicate", "System.Comparison", "System.Converter", "System.EventHandler"] {
            c.registerGeneric(n) { a in
                let t = TypeRef("\(n.dropFirst(7))`\(a.count)", base: .multicastDelegate, arguments: a)
                t.declare(in: c, DelegateType.declare)
                return t
            }
        }
        for n in ["System.Action", "System.EventHandler", "System.Text.RegularExpressions.MatchEvaluator", "System.Threading.ThreadStart"] {
            add(c, n, base: .multicastDelegate, members: DelegateType.declare)
        }
    }

    private static func exceptions(_ c: TypeCatalog) {
        add(c, .exception, members: ExceptionType.declare)
        ExceptionType.register(in: c)
    }

    private static func engine(_ c: TypeCatalog) {
        add(c, .psobject, "psobject", "pscustomobject", members: EngineTypes.declareObject)
        add(c, .customObject, members: EngineTypes.declareCustom)
        add(c, .scriptBlock, "scriptblock", members: EngineTypes.declareScriptBlock)
        add(c, .switchParameter, "switch", members: EngineTypes.declareSwitch)
        add(c, .reference, "ref", members: EngineTypes.declareReference)
        add(c, .errorRecord, members: ErrorRecordType.declare)
        EngineTypes.register(in: c)
        ErrorRecordType.register(in: c)
        HostVariable.register(in: c)
        ExecutionContextVariable.register(in: c)
        StyleVariable.register(in: c)
    }

    private static func time(_ c: TypeCatalog) { TimeTypes.register(in: c) }

    private static func system(_ c: TypeCatalog) {
        add(c, "System.Linq.Enumerable", members: LinqType.declare)
        add(c, .guid, "guid", members: GuidType.declare)
        add(c, .version, "version", members: VersionType.declare)
        add(c, SemanticVersionType.type, "semver", members: SemanticVersionType.declare)
        add(c, .uri, "uri", members: UriType.declare)
        add(c, .regex, "regex", members: RegexType.declare)
        RegexType.register(in: c)
        add(c, "System.Environment", members: EnvironmentType.declare)
        EnvironmentType.register(in: c)
        add(c, "System.IO.Path", members: PathType.declare)
        add(c, "System.IO.File", members: FileType.declare)
        add(c, "System.IO.Directory", members: DirectoryType.declare)
        add(c, "System.GC", members: SmallTypes.declareCollector)
        add(c, "System.Net.WebUtility", members: SmallTypes.declareWebUtility)
        add(c, "System.BitConverter", members: SmallTypes.declareBitConverter)
        add(c, "System.Threading.Thread", members: SmallTypes.declareThread)
        add(c, .ipAddress, "ipaddress", members: IPAddressType.declare)
        add(c, .stopwatch, members: StopwatchType.declare)
        add(c, "System.Console", members: ConsoleType.declare)
    }
}
