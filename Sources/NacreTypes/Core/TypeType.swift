import NacreRuntime

/// `System.Type`: what a type says of itself.
enum TypeType {
    static func me(_ v: Value) -> TypeRef { v.obj as? TypeRef ?? .object }

    static func declare(_ t: TypeBuilder) {
        names(t)
        flags(t)
        relations(t)
        enums(t)
        t.staticMethod("type GetType(string typeName)") { m, _, a in m.session.types.find(a.text(0)).map { .object($0) } ?? .null }
        t.staticMethod("type GetType(string typeName, bool throwOnError)") { m, _, a in
            if let t = m.session.types.find(a.text(0)) { return .object(t) }
            if a.bool(1) { throw NetException(TypeRef.typeLoadException, "Could not load type '\(a.text(0))'.") }
            return .null
        }
        t.staticMethod("System.TypeCode GetTypeCode(type type)") { m, _, a in m.enumValue("System.TypeCode", code(a.object(0, TypeRef.self) ?? .object)) }
        t.staticProperty("type[] EmptyTypes") { _, _ in .object(PSArray([], of: .typeType)) }
        t.method("string ToString()") { _, v, _ in Value(me(v).displayName) }
        t.method("int GetHashCode()") { _, v, _ in .int(Int32(truncatingIfNeeded: me(v).hash)) }
    }

    private static func names(_ t: TypeBuilder) {
        t.property("string Name") { _, v in
            let name = me(v).name
            // A nested type is called by its own name.
            return Value(name.lastIndex(of: "+").map { String(name[name.index(after: $0)...]) } ?? name)
        }
        t.property("string FullName") { _, v in Value(me(v).qualifiedName) }
        t.property("string Namespace") { _, v in me(v).namespace.isEmpty ? .null : Value(me(v).namespace) }
        t.property("string AssemblyQualifiedName") { _, v in Value(me(v).qualifiedName + ", System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e") }
        t.property("type BaseType") { _, v in me(v).baseType.map { .object($0) } ?? .null }
        t.property("type UnderlyingSystemType") { _, v in v }
        t.property("type DeclaringType") { _, _ in .null }
        t.property("type ReflectedType") { _, _ in .null }
        t.property("type[] GenericTypeArguments") { _, v in .object(PSArray(me(v).arguments.map { .object($0) }, of: .typeType)) }
        t.property("string MemberType") { _, _ in Value("TypeInfo") }
    }

    private static func flags(_ t: TypeBuilder) {
        func flag(_ name: String, _ f: @escaping (TypeRef) -> Bool) { t.property("bool \(name)") { _, v in .bool(f(me(v))) } }
        flag("IsPublic") { _ in true }
        flag("IsNotPublic") { _ in false }
        flag("IsSerializable") { isSerializable($0) }
        flag("IsSerial") { isSerializable($0) }
        flag("IsValueType") { $0.isValueType }
        flag("IsClass") { !$0.isValueType && !$0.isInterface }
        flag("IsInterface") { $0.isInterface }
        flag("IsEnum") { $0.labels != nil }
        flag("IsArray") { $0.code == .array }
        flag("IsSZArray") { $0.code == .array && $0.rank == 1 }
        flag("IsPrimitive") { isPrimitive($0) }
        flag("IsAbstract") { $0.isInterface || $0 === TypeRef.systemArray || $0 === TypeRef.enumBase || $0 === TypeRef.valueType || $0 === TypeRef.math }
        flag("IsSealed") { $0.isValueType || $0.code == .string || $0.code == .array || $0 === TypeRef.math }
        flag("IsGenericType") { !$0.arguments.isEmpty }
        flag("IsConstructedGenericType") { !$0.arguments.isEmpty }
        flag("IsGenericTypeDefinition") { _ in false }
        flag("IsGenericParameter") { _ in false }
        flag("ContainsGenericParameters") { _ in false }
        flag("HasElementType") { $0.code == .array }
        flag("IsByRef") { _ in false }
        flag("IsPointer") { _ in false }
        flag("IsNested") { _ in false }
        flag("IsVisible") { _ in true }
        flag("IsCOMObject") { _ in false }
    }
    private static func isPrimitive(_ t: TypeRef) -> Bool {
        switch t.code {
        case .bool, .char, .sbyte, .byte, .short, .ushort, .int, .uint, .long, .ulong, .single, .double: true
        default: false
        }
    }
    private static func isSerializable(_ t: TypeRef) -> Bool {
        switch t.code {
        case .scriptClass, .psobject, .customObject, .errorRecord: t.code == .errorRecord
        default: t.labels != nil || t.isValueType || t.code == .string || t.code == .array || t.isSubtype(of: .exception) || t.namespace.hasPrefix("System.Collections") || t === TypeRef.object
            || [.version, .uri, .regex, .hashtable, .ordered, .arrayList, .list].contains(t.code)
        }
    }
    static func code(_ t: TypeRef) -> Int64 {
        switch t.code {
        case .bool: 3
        case .char: 4
        case .sbyte: 5
        case .byte: 6
        case .short: 7
        case .ushort: 8
        case .int: 9
        case .uint: 10
        case .long: 11
        case .ulong: 12
        case .single: 13
        case .double: 14
        case .decimal: 15
        case .dateTime: 16
        case .string: 18
        default: t.labels != nil ? 9 : 1
        }
    }

    private static func relations(_ t: TypeBuilder) {
        t.method("bool IsAssignableFrom(type c)") { _, v, a in .bool(a.object(0, TypeRef.self)?.isSubtype(of: me(v)) ?? false) }
        t.method("bool IsAssignableTo(type targetType)") { _, v, a in .bool(a.object(0, TypeRef.self).map { me(v).isSubtype(of: $0) } ?? false) }
        t.method("bool IsSubclassOf(type c)") { _, v, a in .bool(a.object(0, TypeRef.self).map { me(v) !== $0 && !$0.isInterface && me(v).isSubtype(of: $0) } ?? false) }
        t.method("bool IsInstanceOfType(System.Object o)") { _, v, a in .bool(!a.isNull(0) && a[0].unwrapped.type.isSubtype(of: me(v))) }
        t.method("bool Equals(type o)") { _, v, a in .bool(v.obj === a[0].unwrapped.obj) }
        t.method("type GetElementType()") { _, v, _ in me(v).code == .array ? me(v).element.map { .object($0) } ?? .null : .null }
        t.method("int GetArrayRank()") { _, v, _ in
            guard me(v).code == .array else { throw NetException.argument("Must be an array type.") }
            return Value(me(v).rank)
        }
        t.method("type[] GetInterfaces()") { _, v, _ in
            var all: [TypeRef] = [], t: TypeRef? = me(v)
            while let c = t { for i in c.interfaces where !all.contains(where: { $0 === i }) { all.append(i) }; t = c.baseType }
            return .object(PSArray(all.map { .object($0) }, of: .typeType))
        }
        t.method("type GetInterface(string name)") { _, v, a in
            var t: TypeRef? = me(v)
            while let c = t { if let i = c.interfaces.first(where: { $0.name == a.text(0) || $0.fullName == a.text(0) }) { return .object(i) }; t = c.baseType }
            return .null
        }
        t.method("type[] GetGenericArguments()") { _, v, _ in .object(PSArray(me(v).arguments.map { .object($0) }, of: .typeType)) }
        t.method("type MakeArrayType()") { _, v, _ in .object(TypeRef.array(of: me(v))) }
        members(t)
    }

    /// A look at the members, as far as scripts take one.
    private static func members(_ t: TypeBuilder) {
        func all(_ m: Machine, _ v: Value) -> [PSMember] { m.nativeMembers(me(v)) + m.staticMembers(me(v)) }
        t.method("System.Reflection.MethodInfo[] GetMethods()") { m, v, _ in
            .object(PSArray(all(m, v).compactMap { $0 as? MethodMember }.flatMap { x in x.overloads.map { .object(ReflectedMember(x, $0, me(v))) } }))
        }
        t.method("System.Reflection.MethodInfo GetMethod(string name)") { m, v, a in
            let name = a.text(0)
            guard let x = all(m, v).first(where: { $0.name.string == name }) as? MethodMember, let o = x.overloads.first else { return .null }
            return .object(ReflectedMember(x, o, me(v)))
        }
        t.method("System.Reflection.PropertyInfo[] GetProperties()") { m, v, _ in
            .object(PSArray(all(m, v).filter { $0.kind == .property }.map { .object(ReflectedMember($0, nil, me(v))) }))
        }
        t.method("System.Reflection.PropertyInfo GetProperty(string name)") { m, v, a in
            let name = a.text(0)
            return all(m, v).first { $0.kind == .property && $0.name.string == name }.map { .object(ReflectedMember($0, nil, me(v))) } ?? .null
        }
        t.method("System.Reflection.MemberInfo[] GetMembers()") { m, v, _ in .object(PSArray(all(m, v).map { .object(ReflectedMember($0, ($0 as? MethodMember)?.overloads.first, me(v))) })) }
        t.method("System.Reflection.ConstructorInfo[] GetConstructors()") { m, v, _ in
            let c = me(v).members.constructors
            return .object(PSArray(c.overloads.map { .object(ReflectedMember(c, $0, me(v))) }))
        }
    }

    private static func enums(_ t: TypeBuilder) {
        func labels(_ v: Value) throws -> EnumLabels {
            guard let l = me(v).labels else { throw NetException.argument("Type provided must be an Enum.", "enumType") }
            return l
        }
        t.method("string[] GetEnumNames()") { _, v, _ in _ = try labels(v); return .strings(EnumType.sorted(me(v)).map(\.0)) }
        t.method("array GetEnumValues()") { _, v, _ in _ = try labels(v); return EnumType.values(me(v)) }
        t.method("string GetEnumName(System.Object value)") { m, v, a in
            let n = a[0].unwrapped.intValue
            return try labels(v).values.firstIndex(of: Int64(n)).map { Value(me(v).labels?.names[$0] ?? "") } ?? .null
        }
        t.method("type GetEnumUnderlyingType()") { _, v, _ in _ = try labels(v); return .object(me(v).element ?? .int) }
        t.method("bool IsEnumDefined(System.Object value)") { _, v, a in .bool(EnumType.isDefined(me(v), a[0])) }
        t.method("array GetEnumValuesAsUnderlyingType()") { m, v, _ in
            _ = try labels(v)
            let e = me(v).element ?? .int
            return .object(PSArray(try EnumType.sorted(me(v)).map { try m.convert(.long($0.1), to: e) }, of: e))
        }
    }
}

/// `MethodInfo`, `PropertyInfo` and `ConstructorInfo`, to look at.
final class ReflectedMember: Native {
    let member: PSMember
    let overload: Overload?
    let owner: TypeRef
    static let methodType = make("RuntimeMethodInfo"), propertyType = make("RuntimePropertyInfo")
    private static func make(_ name: String) -> TypeRef {
        let t = TypeRef(name, namespace: "System.Reflection", base: .object)
        t.declare(in: StandardTypes.catalog, declare)
        return t
    }
    init(_ member: PSMember, _ overload: Overload?, _ owner: TypeRef) {
        self.member = member
        self.overload = overload
        self.owner = owner
        super.init(overload == nil ? ReflectedMember.propertyType : ReflectedMember.methodType)
    }
    override func text(_ culture: Culture) -> String? { overload?.signature ?? member.definition }
    private static func declare(_ t: TypeBuilder) {
        func me(_ v: Value) -> ReflectedMember? { v.obj as? ReflectedMember }
        t.property("string Name") { _, v in (me(v)?.member.name).map { $0.string == "new" ? Value(".ctor") : .object($0) } ?? .null }
        t.property("bool IsStatic") { _, v in .bool(me(v)?.overload?.isStatic ?? (me(v)?.member as? PropertyMember)?.isStatic ?? false) }
        t.property("bool IsPublic") { _, _ in .bool(true) }
        t.property("type DeclaringType") { _, v in me(v).map { .object($0.owner) } ?? .null }
        t.property("string MemberType") { _, v in Value(me(v)?.overload == nil ? "Property" : me(v)?.member.name.string == "new" ? "Constructor" : "Method") }
        t.property("type PropertyType") { m, v in ((me(v)?.member as? PropertyMember)?.typeName).flatMap { m.session.types.find($0) }.map { .object($0) } ?? .null }
        t.property("bool CanWrite") { _, v in .bool((me(v)?.member as? PropertyMember)?.set != nil) }
        t.property("bool CanRead") { _, _ in .bool(true) }
        t.method("System.Object Invoke(System.Object obj, System.Object[] parameters)") { m, v, a in
            guard let o = me(v)?.overload else { throw NetException.null("obj") }
            let values = try m.elements(of: a[1])
            return try m.pass(values) { try o.invoke(m, a[0].unwrapped, $0) }
        }
        t.method("System.Object GetValue(System.Object obj)") { m, v, a in
            guard let p = me(v)?.member as? PropertyMember else { return .null }
            return try p.get(m, a[0].unwrapped)
        }
        t.method("System.Reflection.ParameterInfo[] GetParameters()") { _, v, _ in
            .object(PSArray((me(v)?.overload?.parameters ?? []).enumerated().map { i, p in
                .object(Custom([("Name", Value(p.name)), ("ParameterType", .object(p.type)), ("Position", Value(i))]))
            }))
        }
    }
}
extension TypeRef {
    static let typeLoadException = TypeRef("TypeLoadException", code: .exception, base: systemException)
}
