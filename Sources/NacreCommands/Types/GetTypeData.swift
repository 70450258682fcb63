import NacreRuntime

/// `Get-TypeData`: what the session knows about types, by name or wildcard.
final class GetTypeDataCommand: Cmdlet {
    override func process() throws {
        guard let names = strings("TypeName") else {
            for d in session.typeData.all { try write(.object(TypeDataView(d))) }
            return
        }
        for name in names {
            let pattern = try WildcardPattern(name)
            if pattern.hasWildcards {
                for d in session.typeData.all where pattern.matches(d.typeName) { try write(.object(TypeDataView(d))) }
            } else if let d = session.typeData.find(m.findType(name)?.fullName ?? name) ?? session.typeData.find(name) {
                try write(.object(TypeDataView(d)))
            }
        }
    }
}

/// `Remove-TypeData`
final class RemoveTypeDataCommand: Cmdlet {
    override func process() throws {
        if let d = arg("TypeData")?.cast(TypeDataView.self) { return try remove(d.data.typeName) }
        if has("Path") { throw PSError.unsupported("type files (Remove-TypeData -Path)") }
        guard let name = string("TypeName") else { return }
        try remove(m.findType(name)?.fullName ?? name)
    }
    private func remove(_ name: String) throws {
        guard try shouldProcess(name) else { return }
        guard session.typeData.find(name) != nil else {
            return try writeError(.runtimeException, id: "TypesDynamicRemoveException",
                "Error in TypeData \"\(name)\": The type \"\(name)\" was not found. The type name value must be the full name of the type. Verify the type name and run the command again.", category: .invalidOperation)
        }
        session.typeData.remove(name)
    }
}

/// A `System.Management.Automation.Runspaces.TypeData`.
final class TypeDataView: Native {
    let data: TypeData
    init(_ d: TypeData) { data = d; super.init(TypeDataView.viewType) }

    private static let space = "System.Management.Automation.Runspaces"
    private static let kinds: [(MemberKind, RecordType)] = [
        (.noteProperty, RecordType(space + ".NotePropertyData", [("Name", "string"), ("Value", "System.Object"), ("IsHidden", "bool")])),
        (.aliasProperty, RecordType(space + ".AliasPropertyData", [("Name", "string"), ("ReferencedMemberName", "string"), ("MemberType", "type"), ("IsHidden", "bool")])),
        (.scriptProperty, RecordType(space + ".ScriptPropertyData", [("Name", "string"), ("GetScriptBlock", "scriptblock"), ("SetScriptBlock", "scriptblock"), ("IsHidden", "bool")])),
        (.scriptMethod, RecordType(space + ".ScriptMethodData", [("Name", "string"), ("Script", "scriptblock")])),
        (.codeProperty, RecordType(space + ".CodePropertyData", [("Name", "string"), ("IsHidden", "bool")])),
    ]
    private static let propertySet = RecordType(space + ".PropertySetData", [("Name", "string"), ("ReferencedProperties", "System.Collections.ObjectModel.Collection[string]")])

    private static let viewType: TypeRef = {
        let t = TypeRef("TypeData", namespace: space, base: .object)
        t.loader = { table in
            func add(_ name: String, _ type: String, _ get: @escaping (TypeData) -> Value) {
                table.add(PropertyMember(name, type: type, get: { _, v in v.cast(TypeDataView.self).map { get($0.data) } ?? .null }))
            }
            add("TypeName", "string") { Value($0.typeName) }
            add("Members", "System.Collections.Generic.Dictionary[string,System.Management.Automation.Runspaces.TypeMemberData]") { members($0) }
            add("TypeConverter", "type") { _ in .null }
            add("TypeAdapter", "type") { _ in .null }
            add("IsOverride", "bool") { _ in .bool(false) }
            add("SerializationMethod", "string") { _ in .null }
            add("TargetTypeForDeserialization", "type") { _ in .null }
            add("SerializationDepth", "uint") { d in d.serializationDepth.map { .uint(UInt32(truncatingIfNeeded: $0)) } ?? .null }
            add("DefaultDisplayProperty", "string") { d in d.defaultDisplayProperty.map { Value($0) } ?? .null }
            add("InheritPropertySerializationSet", "bool") { .bool($0.inheritsSerialization) }
            add("StringSerializationSource", "string") { d in d.stringSerializationSource.map { Value($0) } ?? .null }
            add("DefaultDisplayPropertySet", space + ".PropertySetData") { set($0.defaultDisplayPropertySet) }
            add("DefaultKeyPropertySet", space + ".PropertySetData") { set($0.defaultKeyPropertySet) }
            add("PropertySerializationSet", space + ".PropertySetData") { set($0.propertySerializationSet) }
        }
        return t
    }()
    private static func set(_ names: [String]?) -> Value {
        guard let names else { return .null }
        return propertySet.make([.null, .object(PSArray(names.map { Value($0) }, of: .string))])
    }
    private static func members(_ d: TypeData) -> Value {
        let t = Table(rule: .ignoringCase)
        for (_, member) in d.members {
            let name = Value.object(member.name)
            let fields: [Value] = switch member {
            case let n as NoteMember: [name, n.value, .bool(false)]
            case let a as AliasMember: [name, Value(a.target.text), .null, .bool(false)]
            case let s as ScriptPropertyMember: [name, s.getter.map { .object($0) } ?? .null, s.setter.map { .object($0) } ?? .null, .bool(false)]
            case let s as ScriptMethodMember: [name, .object(s.script)]
            default: [name, .null, .null, .bool(false)]
            }
            guard let kind = kinds.first(where: { $0.0 == member.kind })?.1 else { continue }
            t.set(name, kind.make(fields))
        }
        return .object(t)
    }
}
