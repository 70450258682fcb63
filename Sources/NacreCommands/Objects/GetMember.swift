import NacreRuntime

/// `Get-Member`
final class GetMemberCommand: Cmdlet {
    private static let definition = RecordType("Microsoft.PowerShell.Commands.MemberDefinition", [
        ("TypeName", "string"), ("Name", "string"), ("MemberType", "System.Management.Automation.PSMemberTypes"), ("Definition", "string")])
    private var inputIndex = 0
    private var seen: Set<String> = []
    private var sawObject = false
    private var names: [WildcardPattern] = []
    private var kinds: Int64 = 0
    private lazy var memberTypes: TypeRef? = metadata.parameters.first { $0.name == "MemberType" }?.type

    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        names = try (strings("Name") ?? ["*"]).map { try m.wildcard($0) }
        kinds = (arg("MemberType")?.unwrapped.obj as? EnumValue)?.raw ?? 16383
    }
    override func process() throws {
        guard let v = arg(at: inputIndex), !v.isNull else { return }
        sawObject = true
        if flag("Static") {
            let type = (v.unwrapped.obj as? TypeRef) ?? v.unwrapped.type
            guard seen.insert("static " + type.fullName).inserted else { return }
            return try show(m.staticMembers(type), of: v, typeName: type.fullName, isStatic: true)
        }
        let typeName = m.typeNames(of: v).first ?? v.type.fullName
        guard seen.insert(typeName).inserted else { return }
        var list = m.members(of: v)
        if let view = arg("View")?.unwrapped.obj as? EnumValue, view.raw == 1 { list = list.filter { $0.kind != .method && $0.kind != .property } }
        try show(list, of: v, typeName: typeName, isStatic: false)
    }
    override func end() throws {
        if !sawObject { try writeError(.invalidOperationException, id: "NoObjectInGetMember", "You must specify an object for the Get-Member cmdlet.", category: .closeError) }
    }

    private func show(_ members: [PSMember], of v: Value, typeName: String, isStatic: Bool) throws {
        var rows: [(kind: String, name: String, definition: String, raw: Int64)] = []
        for x in members where !x.isHidden || flag("Force") {
            let (label, raw) = GetMemberCommand.label(x.kind)
            guard kinds & raw != 0, names.contains(where: { $0.matches(x.name) }) else { continue }
            rows.append((label, x.name.string, definition(x, of: v, isStatic: isStatic), raw))
        }
        rows.sort { $0.kind != $1.kind ? $0.kind < $1.kind : m.compareForSort(Value($0.name), Value($1.name), ignoreCase: true) < 0 }
        for r in rows {
            let kind: Value = memberTypes.map { .object(EnumValue($0, r.raw)) } ?? Value(r.kind)
            try write(GetMemberCommand.definition.make([Value(typeName), Value(r.name), kind, Value(r.definition)], text: { _ in r.definition }))
        }
    }
    private func definition(_ x: PSMember, of v: Value, isStatic: Bool) -> String {
        switch x {
        case let n as NoteMember:
            let value = n.value.unwrapped
            return "\(TypeText.short(value.isNull ? .object : value.type)) \(n.name.string)=\(value.isNull ? "null" : m.str(n.value).string)"
        case let s as ScriptPropertyMember:
            return "System.Object \(s.name.string) {\(s.getter.map { "get=\($0.code.text);" } ?? "")\(s.setter.map { "set=\($0.code.text);" } ?? "")}"
        case let s as ScriptMethodMember: return "System.Object \(s.name.string)();"
        case is PropertyMember where isStatic:
            return x.definition.hasPrefix("static ") ? x.definition : "static " + x.definition
        case let method as MethodMember where isStatic:
            return method.definition.hasPrefix("static ") ? method.definition : method.overloads.map { "static " + $0.signature }.joined(separator: ", ")
        default: return x.definition
        }
    }
    private static func label(_ k: MemberKind) -> (String, Int64) {
        switch k {
        case .aliasProperty: ("AliasProperty", 1)
        case .codeProperty: ("CodeProperty", 2)
        case .property: ("Property", 4)
        case .noteProperty: ("NoteProperty", 8)
        case .scriptProperty: ("ScriptProperty", 16)
        case .propertySet: ("PropertySet", 32)
        case .method: ("Method", 64)
        case .codeMethod: ("CodeMethod", 128)
        case .scriptMethod: ("ScriptMethod", 256)
        case .parameterizedProperty: ("ParameterizedProperty", 512)
        case .memberSet: ("MemberSet", 1024)
        }
    }
}

/// Type names as PowerShell writes them in definitions and syntax: accelerators where there are.
enum TypeText {
    static func short(_ t: TypeRef) -> String {
        if t.code == .array, let e = t.element { return short(e) + "[]" }
        if t.code == .nullable, let e = t.element { return "System.Nullable[\(short(e))]" }
        return accelerator(t) ?? t.fullName
    }
    /// In syntax lines: without namespaces, and what a nullable holds.
    static func syntax(_ t: TypeRef) -> String {
        if t.code == .array, let e = t.element { return syntax(e) + "[]" }
        if t.code == .nullable, let e = t.element { return syntax(e) }
        return accelerator(t) ?? t.name
    }
    private static func accelerator(_ t: TypeRef) -> String? {
        switch t.code {
        case .string: "string"
        case .bool: "bool"
        case .char: "char"
        case .sbyte: "sbyte"
        case .byte: "byte"
        case .short: "short"
        case .ushort: "ushort"
        case .int: "int"
        case .uint: "uint"
        case .long: "long"
        case .ulong: "ulong"
        case .single: "float"
        case .double: "double"
        case .decimal: "decimal"
        case .bigInteger: "bigint"
        case .dateTime: "datetime"
        case .timeSpan: "timespan"
        case .guid: "guid"
        case .hashtable: "hashtable"
        case .ordered: "ordered"
        case .scriptBlock: "scriptblock"
        case .switchParameter: "switch"
        case .regex: "regex"
        case .version: "version"
        case .uri: "uri"
        case .xml: "xml"
        case .type: "type"
        case .reference: "ref"
        case .psobject where t === TypeRef.psobject: "psobject"
        default: t.fullName == "System.Array" ? "array" : t.namespace.isEmpty && t.name.first?.isLowercase == true ? t.name : nil
        }
    }
}
