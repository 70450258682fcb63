import NacreRuntime
import NacreSchema

/// Documents as objects of the shell.
struct ObjectWriter {
    let context: ModelContext
    let m: Machine

    /// The object of a document: its properties in view order under the product's type name.
    func object(_ document: EntityDocument, _ engine: EntityEngine) -> Value {
        let properties = engine.properties(of: document)
        var values: [Value] = []
        values.reserveCapacity(properties.count)
        for p in properties { values.append(value(p.value, engine.schema.property(p.name)?.type ?? .any, engine)) }
        let object = Custom(shape: Shape(names: properties.map { Str($0.name) }), values: values)
        object.typeNames = typeNames(engine.typeName(of: document), engine)
        if properties.contains(where: \.isHidden) { display(engine.typeName(of: document), properties.filter { !$0.isHidden }.map(\.name)) }
        return .object(object)
    }

    /// Leaves hidden properties out of the type's default view, unless the session has a view of its own for it.
    private func display(_ typeName: String, _ names: [String]) {
        let data = m.session.typeData.entry(typeName)
        if data.defaultDisplayPropertySet == nil { data.defaultDisplayPropertySet = names }
    }

    private func typeNames(_ first: String, _ engine: EntityEngine) -> [Str] {
        ([first] + engine.schema.typeNames.filter { $0 != first && engine.schema.variants.isEmpty }).map { Str($0) }
    }

    func value(_ v: SchemaValue, _ type: PropertyType, _ engine: EntityEngine) -> Value {
        switch v {
        case .null: return .null
        case .bool(let b): return .bool(b)
        case .int(let i): return integer(i, type)
        case .double(let d): return .double(d)
        case .string(let s):
            if case .enumeration(let name, let words) = type, let at = words.firstIndex(of: s) { return .object(EnumValue(enumType(name, words, engine), Int64(at))) }
            return Value(s)
        case .list(let items):
            let element: PropertyType = if case .list(let e) = type { e } else { .any }
            // `$x.Rules.Add($rule)` puts nothing out, as the product's lists do not; an ArrayList would put out the place.
            return .object(PSList(items.map { value($0, element, engine) }, type: m.session.types.generic("System.Collections.Generic.List", [.object]) ?? .arrayList, element: .object))
        case .object(let o): return .object(Custom(o.fields.map { ($0.name, value($0.value, .any, engine)) }))
        case .timeSpan, .dateTime, .guid: return ForeignValues(m: m).make(v)
        }
    }

    private func integer(_ i: Int64, _ type: PropertyType) -> Value {
        switch type {
        case .byte: UInt8(exactly: i).map { .byte($0) } ?? .long(i)
        case .int16: Int16(exactly: i).map { .short($0) } ?? .long(i)
        case .uint16: UInt16(exactly: i).map { .ushort($0) } ?? .long(i)
        case .uint32: UInt32(exactly: i).map { .uint($0) } ?? .long(i)
        case .uint64: UInt64(exactly: i).map { .ulong($0) } ?? .long(i)
        case .int64: .long(i)
        default: Int32(exactly: i).map { .int($0) } ?? .long(i)
        }
    }

    private func enumType(_ name: String, _ words: [String], _ engine: EntityEngine) -> TypeRef {
        let full = context.cmdlets.typeOf(name)?.fullName
        return context.types.enumeration(full.flatMap { $0.contains(".") ? $0 : nil } ?? "Microsoft.Rtc.Management.\(name)", words)
    }
}
