import NacreRuntime

extension TypeRef {
    public static let dictionaryEntry = TypeRef("DictionaryEntry", namespace: "System.Collections", base: .valueType, isValueType: true)
}

/// `DictionaryEntry` and `KeyValuePair[K,V]`.
public final class Pair: Native {
    public fileprivate(set) var key: Value, value: Value
    public init(_ key: Value, _ value: Value, type: TypeRef = .dictionaryEntry) {
        self.key = key
        self.value = value
        super.init(type)
    }
    public override func text(_ culture: Culture) -> String? {
        type === TypeRef.dictionaryEntry ? nil : "[\(Pair.shown(key)), \(Pair.shown(value))]"
    }
    private static func shown(_ v: Value) -> String {
        switch v {
        case .object(let o): o.text(.current) ?? o.type.displayName
        case .int(let i): String(i)
        case .bool(let b): b ? "True" : "False"
        case .double(let d): Numbers.text(d)
        default: v.isNull ? "" : String(v.intValue)
        }
    }
    public override func isEqual(to other: Obj) -> Bool {
        guard let p = other as? Pair, p.type === type else { return false }
        return ObjectType.same(key, p.key) && ObjectType.same(value, p.value)
    }

    static func declareEntry(_ t: TypeBuilder) {
        t.constructor("System.Collections.DictionaryEntry(System.Object key, System.Object value)") { _, _, a in .object(Pair(a[0], a[1])) }
        t.property("System.Object Key", get: { _, me in (me.obj as? Pair)?.key ?? .null }, set: { _, me, v in (me.obj as? Pair)?.key = v })
        t.property("System.Object Value", get: { _, me in (me.obj as? Pair)?.value ?? .null }, set: { _, me, v in (me.obj as? Pair)?.value = v })
    }
    static func declareKeyValue(_ t: TypeBuilder) {
        t.constructor("System.Collections.Generic.KeyValuePair[TKey,TValue](TKey key, TValue value)") { _, type, a in .object(Pair(a[0], a[1], type: type.obj as? TypeRef ?? .dictionaryEntry)) }
        t.property("TKey Key") { _, me in (me.obj as? Pair)?.key ?? .null }
        t.property("TValue Value") { _, me in (me.obj as? Pair)?.value ?? .null }
    }
}
