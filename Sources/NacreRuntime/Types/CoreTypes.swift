/// The types that the engine itself names. Their members come from whoever sets their `loader` (NacreTypes).
extension TypeRef {
    public static let object = TypeRef("Object", code: .object)
    public static let valueType = TypeRef("ValueType", base: object)
    public static let enumBase = TypeRef("Enum", base: valueType)
    public static let string = with(TypeRef("String", code: .string, base: object), comparable, enumerable)
    public static let bool = primitive("Boolean", .bool)
    public static let char = primitive("Char", .char)
    public static let sbyte = primitive("SByte", .sbyte)
    public static let byte = primitive("Byte", .byte)
    public static let short = primitive("Int16", .short)
    public static let ushort = primitive("UInt16", .ushort)
    public static let int = primitive("Int32", .int)
    public static let uint = primitive("UInt32", .uint)
    public static let long = primitive("Int64", .long)
    public static let ulong = primitive("UInt64", .ulong)
    public static let single = primitive("Single", .single)
    public static let double = primitive("Double", .double)
    public static let decimal = primitive("Decimal", .decimal)
    public static let bigInteger = primitive("BigInteger", .bigInteger, "System.Numerics")
    public static let dateTime = primitive("DateTime", .dateTime)
    public static let timeSpan = primitive("TimeSpan", .timeSpan)
    public static let guid = primitive("Guid", .guid)
    public static let version = with(TypeRef("Version", code: .version, base: object), comparable)
    public static let uri = TypeRef("Uri", code: .uri, base: object)
    public static let void = TypeRef("Void", code: .void, base: valueType, isValueType: true)
    public static let runtimeType = TypeRef("RuntimeType", code: .type, base: typeType)
    public static let typeType = TypeRef("Type", code: .type, base: object)
    public static let systemArray = with(TypeRef("Array", base: object), list, collection, enumerable)
    public static let hashtable = with(TypeRef("Hashtable", namespace: "System.Collections", code: .hashtable, base: object), dictionary, collection, enumerable)
    public static let ordered = with(TypeRef("OrderedDictionary", namespace: "System.Collections.Specialized", code: .ordered, base: object), dictionary, collection, enumerable)
    public static let arrayList = with(TypeRef("ArrayList", namespace: "System.Collections", code: .arrayList, base: object), list, collection, enumerable)
    public static let psobject = TypeRef("PSObject", namespace: "System.Management.Automation", code: .psobject, base: object)
    public static let customObject = TypeRef("PSCustomObject", namespace: "System.Management.Automation", code: .customObject, base: object)
    public static let scriptBlock = TypeRef("ScriptBlock", namespace: "System.Management.Automation", code: .scriptBlock, base: object)
    public static let switchParameter = TypeRef("SwitchParameter", namespace: "System.Management.Automation", code: .switchParameter, base: valueType, isValueType: true)
    public static let reference = TypeRef("PSReference", namespace: "System.Management.Automation", code: .reference, base: object)
    public static let errorRecord = TypeRef("ErrorRecord", namespace: "System.Management.Automation", code: .errorRecord, base: object)
    public static let exception = TypeRef("Exception", code: .exception, base: object)
    public static let regex = TypeRef("Regex", namespace: "System.Text.RegularExpressions", code: .regex, base: object)

    public static let comparable = interface("IComparable", "System")
    public static let enumerable = interface("IEnumerable", "System.Collections")
    public static let collection = interface("ICollection", "System.Collections")
    public static let list = interface("IList", "System.Collections")
    public static let dictionary = interface("IDictionary", "System.Collections")

    private static func primitive(_ name: String, _ code: TypeCode, _ namespace: String = "System") -> TypeRef {
        with(TypeRef(name, namespace: namespace, code: code, base: valueType, isValueType: true), comparable)
    }
    private static func interface(_ name: String, _ namespace: String) -> TypeRef {
        let t = TypeRef(name, namespace: namespace)
        t.isInterface = true
        return t
    }
    private static func with(_ t: TypeRef, _ interfaces: TypeRef...) -> TypeRef {
        t.interfaces = interfaces
        return t
    }
}

extension Value {
    /// The .NET type (`GetType()`); of `$null`, Object.
    public var type: TypeRef {
        switch self {
        case .null, .void, .undef: .object
        case .bool: .bool
        case .int: .int
        case .long: .long
        case .double: .double
        case .char: .char
        case .byte: .byte
        case .sbyte: .sbyte
        case .short: .short
        case .ushort: .ushort
        case .uint: .uint
        case .ulong: .ulong
        case .single: .single
        case .object(let o): o.type
        }
    }
}
