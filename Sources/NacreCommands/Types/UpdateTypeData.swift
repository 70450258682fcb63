import NacreRuntime

/// `Update-TypeData`: members and display settings for all objects of a type.
final class UpdateTypeDataCommand: Cmdlet {
    override func process() throws {
        switch parameterSet {
        case "DynamicTypeSet": try change(string("TypeName") ?? "")
        case "TypeDataSet":
            for v in list("TypeData") { if let d = v.cast(TypeDataView.self) { try merge(d.data) } }
        default:
            let paths = (strings("AppendPath") ?? []) + (strings("PrependPath") ?? [])
            guard paths.isEmpty else { throw PSError.unsupported("type files (\(paths[0]))") }
            // Without a word, it reads its files anew: there are none.
        }
    }

    private func change(_ typeName: String) throws {
        let fullName = m.findType(typeName)?.fullName ?? typeName
        guard try shouldProcess(fullName) else { return }
        for p in ["TypeConverter", "TypeAdapter", "TargetTypeForDeserialization", "SerializationMethod"] where has(p) { throw PSError.unsupported("Update-TypeData -\(p)") }
        let member = try self.member()
        let asked = ["SerializationDepth", "DefaultDisplayProperty", "InheritPropertySerializationSet", "StringSerializationSource", "DefaultDisplayPropertySet", "DefaultKeyPropertySet", "PropertySerializationSet"]
        if member == nil, !asked.contains(where: has) {
            throw terminating(.invalidOperationException, id: "TypeDataEmpty", "No member is specified for the update on type \"\(fullName)\". Specify at least one member.", category: .invalidOperation)
        }
        let d = session.typeData.entry(fullName), force = flag("Force")
        func twice(_ what: String) throws {
            try writeError(.runtimeException, id: "TypesDynamicUpdateException", "Error in TypeData \"\(fullName)\": The member \(what) is already present.", category: .invalidOperation)
        }
        if let member {
            if !force, d.get(Name(member.name)) != nil { return try twice(member.name.string) }
            d.set(member)
        }
        if let s = string("DefaultDisplayProperty") { if d.defaultDisplayProperty != nil, !force { return try twice("DefaultDisplayProperty") }; d.defaultDisplayProperty = s }
        if let s = strings("DefaultDisplayPropertySet") { if d.defaultDisplayPropertySet != nil, !force { return try twice("DefaultDisplayPropertySet") }; d.defaultDisplayPropertySet = s }
        if let s = strings("DefaultKeyPropertySet") { if d.defaultKeyPropertySet != nil, !force { return try twice("DefaultKeyPropertySet") }; d.defaultKeyPropertySet = s }
        if let n = int("SerializationDepth") { if d.serializationDepth != nil, !force { return try twice("SerializationDepth") }; d.serializationDepth = n }
        if let s = string("StringSerializationSource") { if d.stringSerializationSource != nil, !force { return try twice("StringSerializationSource") }; d.stringSerializationSource = s }
        if let s = strings("PropertySerializationSet") { d.propertySerializationSet = s }
        if let b = arg("InheritPropertySerializationSet") { d.inheritsSerialization = b.isTrue }
    }

    /// The member that `-MemberType`, `-MemberName` and `-Value` describe.
    private func member() throws -> PSMember? {
        guard let kind = string("MemberType") else { return nil }
        guard let name = string("MemberName") else {
            throw terminating(.invalidOperationException, id: "MemberNameShouldBeSpecified", "The MemberName parameter is required for the type \"\(kind)\". Specify the MemberName parameter.", category: .invalidOperation)
        }
        let value = arg("Value"), second = arg("SecondValue")
        func block(_ v: Value?, _ parameter: String) throws -> ScriptBlock? {
            guard let v else { return nil }
            guard let b = v.cast(ScriptBlock.self) else {
                throw terminating(.invalidOperationException, id: "CannotConvertValueToScriptBlock", "The value of the \(parameter) parameter is not a script block.", category: .invalidOperation)
            }
            return b
        }
        func needed() -> PSError {
            terminating(.invalidOperationException, id: "ValueShouldBeSpecified", "The Value parameter is required for the type \"\(kind)\". Specify the Value parameter.", category: .invalidOperation)
        }
        if second != nil, kind == "NoteProperty" || kind == "ScriptMethod" {
            throw terminating(.invalidOperationException, id: "Value2ShouldNotBeSpecified", "The SecondValue parameter should not be specified for the type \"\(kind)\".", category: .invalidOperation)
        }
        switch kind {
        case "NoteProperty": return NoteMember(Str(name), value ?? .null)
        case "AliasProperty":
            guard let value else { throw needed() }
            return AliasMember(Str(name), Name(m.str(value).string))
        case "ScriptProperty":
            guard value != nil || second != nil else { throw needed() }
            return ScriptPropertyMember(Str(name), getter: try block(value, "Value"), setter: try block(second, "SecondValue"))
        case "ScriptMethod":
            guard let b = try block(value, "Value") else { throw needed() }
            return ScriptMethodMember(Str(name), b)
        default: throw PSError.unsupported("Update-TypeData -MemberType \(kind)")
        }
    }

    private func merge(_ from: TypeData) throws {
        guard try shouldProcess(from.typeName) else { return }
        let d = session.typeData.entry(from.typeName)
        for (name, member) in from.members {
            if d !== from, !flag("Force"), d.get(name) != nil {
                try writeError(.runtimeException, id: "TypesDynamicUpdateException", "Error in TypeData \"\(from.typeName)\": The member \(name.text) is already present.", category: .invalidOperation)
            } else { d.set(member) }
        }
        d.defaultDisplayProperty = from.defaultDisplayProperty ?? d.defaultDisplayProperty
        d.defaultDisplayPropertySet = from.defaultDisplayPropertySet ?? d.defaultDisplayPropertySet
        d.defaultKeyPropertySet = from.defaultKeyPropertySet ?? d.defaultKeyPropertySet
        d.serializationDepth = from.serializationDepth ?? d.serializationDepth
        d.stringSerializationSource = from.stringSerializationSource ?? d.stringSerializationSource
    }
}
