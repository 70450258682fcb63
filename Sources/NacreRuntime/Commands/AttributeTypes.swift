import NacreSyntax

/// An attribute made by a script at run time, for dynamic parameters: `[Parameter]@{ Mandatory = $true }`, `[ValidateSet]::new('a', 'b')`.
public final class AttributeValue: Native {
    let attribute: String
    let positional: [Value]
    var named: [(name: String, value: Value)]
    init(_ type: TypeRef, _ positional: [Value], named: [(name: String, value: Value)] = []) {
        attribute = type.name
        self.positional = positional
        self.named = named
        super.init(type)
    }
}

/// `RuntimeDefinedParameter`: a parameter that a `dynamicparam` block makes.
public final class RuntimeParameter: Native {
    var name: String
    var valueType: TypeRef
    var attributes: Value
    var value: Value = .null
    var isSet = false
    init(_ name: String, _ type: TypeRef, _ attributes: Value) { self.name = name; valueType = type; self.attributes = attributes; super.init(.runtimeDefinedParameter) }
}
extension TypeRef {
    public static let runtimeDefinedParameter = TypeRef("RuntimeDefinedParameter", namespace: "System.Management.Automation", base: .object)
    public static let runtimeDefinedParameters = TypeRef("RuntimeDefinedParameterDictionary", namespace: "System.Management.Automation", base: .object)
}

/// PowerShell's attributes as types, and what dynamic parameters are made of.
enum AttributeTypes {
    static func register(in types: TypeCatalog) {
        for t in [TypeRef.attribute, .cmdletMetadataAttribute, .argumentTransformationAttribute, .validateArgumentsAttribute, .validateEnumeratedArgumentsAttribute, .validateSetValuesGenerator] { types.register(t) }
        declare("AliasAttribute", base: .attribute, accelerator: "alias", settings: [], in: types)
        for n in ["AllowNull", "AllowEmptyString", "AllowEmptyCollection"] { declare(n + "Attribute", base: .cmdletMetadataAttribute, accelerator: n.lowercased(), settings: [], in: types) }
        for n in ["ValidateSet", "ValidateRange", "ValidateLength", "ValidateCount", "ValidatePattern", "ValidateScript"] {
            declare(n + "Attribute", base: .validateEnumeratedArgumentsAttribute, accelerator: n.lowercased(), settings: ["ErrorMessage", "IgnoreCase", "Options"], in: types)
        }
        for n in ["ValidateNotNull", "ValidateNotNullOrEmpty", "ValidateNotNullOrWhiteSpace"] {
            declare(n + "Attribute", base: .validateArgumentsAttribute, accelerator: n.lowercased(), settings: [], in: types)
        }
        types.register(TypeRef.runtimeDefinedParameter)
        types.register(TypeRef.runtimeDefinedParameters)
        TypeRef.runtimeDefinedParameter.declare(in: types, parameter)
        TypeRef.runtimeDefinedParameters.declare(in: types) { t in
            t.constructor("System.Management.Automation.RuntimeDefinedParameterDictionary()") { _, _, _ in
                .object(Table(type: .runtimeDefinedParameters, rule: .ignoringCase, keyType: .string))
            }
            t.method("void Add(string key, System.Management.Automation.RuntimeDefinedParameter value)") { m, v, a in
                v.cast(Table.self)?.set(a[0], a[1])
                return .void
            }
            t.method("bool ContainsKey(string key)") { _, v, a in .bool(v.cast(Table.self)?.contains(a[0]) ?? false) }
            t.method("bool Remove(string key)") { _, v, a in .bool(v.cast(Table.self)?.remove(a[0]) ?? false) }
            t.property("int Count") { _, v in .int(Int32(clamping: v.cast(Table.self)?.count ?? 0)) }
            t.property("System.Collections.ICollection Keys") { _, v in .object(PSArray(pairs(v).map(\.0))) }
            t.property("System.Collections.ICollection Values") { _, v in .object(PSArray(pairs(v).map(\.1))) }
        }
    }
    private static func pairs(_ v: Value) -> [(Value, Value)] {
        var out: [(Value, Value)] = []
        v.cast(Table.self)?.forEachPair { out.append(($0, $1)); return true }
        return out
    }

    private static func declare(_ name: String, base: TypeRef, accelerator: String, settings: [String], in types: TypeCatalog) {
        let type = TypeRef(name, namespace: "System.Management.Automation", base: base)
        types.register(type, as: accelerator, name)
        type.declare(in: types) { t in members(t, accelerator, settings) }
    }
    /// The members of an attribute that a script makes: a constructor of any arguments, and what can be set by name.
    static func members(_ t: TypeBuilder, _ name: String, _ settings: [String]) {
        let type = t.type
        t.constructor("\(name)(Params System.Object[] arguments)") { m, _, a in .object(AttributeValue(type, try m.flat(a[0]))) }
        for s in settings {
            t.property("System.Object \(s)", get: { _, v in v.cast(AttributeValue.self)?.named.last { $0.name == s }?.value ?? .null },
                       set: { _, v, x in v.cast(AttributeValue.self)?.named.append((s, x)) })
        }
    }

    private static func parameter(_ t: TypeBuilder) {
        func me(_ v: Value) -> RuntimeParameter? { v.cast(RuntimeParameter.self) }
        t.constructor("System.Management.Automation.RuntimeDefinedParameter()") { _, _, _ in .object(RuntimeParameter("", .object, .object(PSList([], type: .arrayList, element: .object)))) }
        t.constructor("System.Management.Automation.RuntimeDefinedParameter(string name, type parameterType, System.Object attributes)") { m, _, a in
            .object(RuntimeParameter(m.str(a[0]).string, a[1].cast(TypeRef.self) ?? .object, a[2]))
        }
        t.property("string Name", get: { _, v in Value(me(v)?.name ?? "") }, set: { m, v, x in me(v)?.name = m.str(x).string })
        t.property("type ParameterType", get: { _, v in me(v).map { .object($0.valueType) } ?? .null }, set: { _, v, x in if let t = x.cast(TypeRef.self) { me(v)?.valueType = t } })
        t.property("System.Object Value", get: { _, v in me(v)?.value ?? .null }, set: { _, v, x in me(v)?.value = x; me(v)?.isSet = true })
        t.property("bool IsSet", get: { _, v in .bool(me(v)?.isSet ?? false) }, set: { _, v, x in me(v)?.isSet = x.isTrue })
        t.property("System.Collections.ObjectModel.Collection[System.Attribute] Attributes") { _, v in me(v)?.attributes ?? .null }
    }
}

extension Machine {
    /// The arguments of an attribute's constructor: a list among them is taken apart.
    func flat(_ v: Value) throws -> [Value] {
        var out: [Value] = []
        try enumerate(v) { x in try enumerate(x) { out.append($0) } }
        return out
    }

    /// What the binder needs to know of a parameter that a `dynamicparam` block made.
    func metadata(of p: RuntimeParameter, sets: inout [String]) throws -> ParameterMetadata {
        let out = ParameterMetadata(p.name, type: p.valueType, memberships: [])
        try enumerate(p.attributes) { x in
            if let view = x.cast(ParameterAttributeView.self) {
                var s = view.membership
                if view.set != "__AllParameterSets" { try MetadataReader.apply("ParameterSetName", Value(view.set), to: &s, out, &sets, self) }
                out.memberships.append(s)
                return
            }
            guard let a = x.cast(AttributeValue.self) else { return }
            switch a.attribute {
            case "AliasAttribute": out.aliases += a.positional.map { str($0).string }
            case "AllowNullAttribute": out.allowsNull = true
            case "AllowEmptyStringAttribute": out.allowsEmptyString = true
            case "AllowEmptyCollectionAttribute": out.allowsEmptyCollection = true
            default: if let r = try RuleAttributes.make(a.attribute, a.positional, named: a.named, self) { out.rules.append(r) }
            }
        }
        if out.memberships.isEmpty { out.memberships = [SetMembership()] }
        return out
    }
}
