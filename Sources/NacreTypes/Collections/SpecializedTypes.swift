import NacreRuntime

/// A `System.Collections.Specialized.NameValueCollection`: several texts under one name, names in the order they came.
final class NameValueValue: Native {
    var pairs: [(key: String, values: [Str])] = []
    init() { super.init(SpecializedTypes.nameValue) }
    override var isEnumerable: Bool { true }
    override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        for p in pairs { try body(Value(p.key)) }
        return true
    }
    func index(_ key: String) -> Int? { pairs.firstIndex { $0.key.lowercased() == key.lowercased() } }
    /// All texts of a name joined by commas; nil where there is none.
    func text(at i: Int?) -> Value {
        guard let i, i >= 0, i < pairs.count else { return .null }
        return Value(pairs[i].values.map(\.string).joined(separator: ","))
    }
}
/// A `System.Collections.BitArray`.
final class BitArrayValue: Native {
    var bits: [Bool]
    init(_ b: [Bool]) { bits = b; super.init(SpecializedTypes.bitArray) }
    override var isEnumerable: Bool { true }
    override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        for b in bits { try body(.bool(b)) }
        return true
    }
}

enum SpecializedTypes {
    static let nameValue = make("NameValueCollection", "System.Collections.Specialized")
    static let stringCollection = make("StringCollection", "System.Collections.Specialized")
    static let bitArray = make("BitArray", "System.Collections")
    private static func make(_ name: String, _ space: String) -> TypeRef {
        let t = TypeRef(name, namespace: space, base: .object)
        t.interfaces = name == "StringCollection" ? [.list, .collection, .enumerable] : [.collection, .enumerable]
        return t
    }

    static func register(in c: TypeCatalog) {
        for (t, members) in [(nameValue, declareNameValue), (stringCollection, declareStrings), (bitArray, declareBits)] as [(TypeRef, (TypeBuilder) -> Void)] {
            t.declare(in: c, members)
            c.register(t)
        }
    }

    private static func declareNameValue(_ t: TypeBuilder) {
        func me(_ v: Value) -> NameValueValue { v.unwrapped.obj as? NameValueValue ?? NameValueValue() }
        t.constructor("System.Collections.Specialized.NameValueCollection()") { _, _, _ in .object(NameValueValue()) }
        t.property("int Count") { _, v in Value(me(v).pairs.count) }
        t.property("string[] AllKeys") { _, v in .strings(me(v).pairs.map(\.key)) }
        t.property("System.Collections.Specialized.NameObjectCollectionBase+KeysCollection Keys") { _, v in .strings(me(v).pairs.map(\.key)) }
        t.method("void Add(string name, string value)") { _, v, a in
            let n = me(v)
            if let i = n.index(a.text(0)) { n.pairs[i].values.append(a.str(1)) } else { n.pairs.append((a.text(0), [a.str(1)])) }
            return .void
        }
        func set(_ v: Value, _ key: String, _ x: Str) {
            let n = me(v)
            if let i = n.index(key) { n.pairs[i].values = [x] } else { n.pairs.append((key, [x])) }
        }
        t.method("void Set(string name, string value)") { _, v, a in set(v, a.text(0), a.str(1)); return .void }
        t.method("string Get(string name)") { _, v, a in me(v).text(at: me(v).index(a.text(0))) }
        t.method("string Get(int index)") { _, v, a in me(v).text(at: a.int(0)) }
        t.method("string GetKey(int index)") { _, v, a in
            guard a.int(0) >= 0, a.int(0) < me(v).pairs.count else { throw NetException.range("Index was out of range. Must be non-negative and less than the size of the collection.", "index") }
            return Value(me(v).pairs[a.int(0)].key)
        }
        t.method("string[] GetValues(string name)") { _, v, a in me(v).index(a.text(0)).map { i in .strings(me(v).pairs[i].values.map(\.string)) } ?? .null }
        t.method("void Remove(string name)") { _, v, a in if let i = me(v).index(a.text(0)) { me(v).pairs.remove(at: i) }; return .void }
        t.method("void Clear()") { _, v, _ in me(v).pairs = []; return .void }
        t.method("bool HasKeys()") { _, v, _ in .bool(!me(v).pairs.isEmpty) }
        t.method("System.Collections.IEnumerator GetEnumerator()") { m, v, _ in .object(Enumerator(try m.elements(of: v))) }
        t.indexer(get: { m, v, a in
            if case .int(let i) = a[0].unwrapped { return me(v).text(at: Int(i)) }
            return me(v).text(at: me(v).index(m.str(a[0]).string))
        }, set: { m, v, a, x in set(v, m.str(a[0]).string, m.str(x)) })
    }

    private static func declareStrings(_ t: TypeBuilder) {
        func me(_ v: Value) throws -> PSList {
            guard let l = v.unwrapped.obj as? PSList else { throw NetException.null("collection") }
            return l
        }
        t.constructor("System.Collections.Specialized.StringCollection()") { _, _, _ in .object(PSList([], type: stringCollection, element: .string)) }
        t.property("int Count") { _, v in Value(try me(v).count) }
        t.property("bool IsReadOnly") { _, _ in .bool(false) }
        t.method("int Add(string value)") { _, v, a in
            try me(v).append(.object(a.str(0)))
            return Value(try me(v).count - 1)
        }
        t.method("void AddRange(string[] value)") { m, v, a in for x in try m.elements(of: a[0]) { try me(v).append(x) }; return .void }
        t.method("bool Contains(string value)") { _, v, a in .bool(try me(v).elements.contains { $0.str?.equalsOrdinal(a.str(0)) ?? false }) }
        t.method("int IndexOf(string value)") { _, v, a in Value(try me(v).elements.firstIndex { $0.str?.equalsOrdinal(a.str(0)) ?? false } ?? -1) }
        t.method("void Insert(int index, string value)") { _, v, a in
            guard a.int(0) >= 0, a.int(0) <= (try me(v)).count else { throw NetException.range("Index must be within the bounds of the List.", "index") }
            try me(v).insert(.object(a.str(1)), at: a.int(0))
            return .void
        }
        t.method("void Remove(string value)") { _, v, a in
            if let i = try me(v).elements.firstIndex(where: { $0.str?.equalsOrdinal(a.str(0)) ?? false }) { try me(v).remove(at: i) }
            return .void
        }
        t.method("void RemoveAt(int index)") { _, v, a in
            guard a.int(0) >= 0, a.int(0) < (try me(v)).count else { throw NetException.range("Index was out of range. Must be non-negative and less than the size of the collection.", "index") }
            try me(v).remove(at: a.int(0))
            return .void
        }
        t.method("void Clear()") { _, v, _ in try me(v).removeAll(); return .void }
        t.method("System.Collections.Specialized.StringEnumerator GetEnumerator()") { m, v, _ in .object(Enumerator(try m.elements(of: v))) }
    }

    private static func declareBits(_ t: TypeBuilder) {
        func me(_ v: Value) -> BitArrayValue { v.unwrapped.obj as? BitArrayValue ?? BitArrayValue([]) }
        let n = "System.Collections.BitArray"
        t.constructor("\(n)(int length)") { _, _, a in
            if a.int(0) < 0 { throw NetException.negative("length", a.int(0)) }
            try Limits.checkElements(a.int(0))
            return .object(BitArrayValue(Array(repeating: false, count: a.int(0))))
        }
        t.constructor("\(n)(int length, bool defaultValue)") { _, _, a in
            if a.int(0) < 0 { throw NetException.negative("length", a.int(0)) }
            try Limits.checkElements(a.int(0))
            return .object(BitArrayValue(Array(repeating: a[1].isTrue, count: a.int(0))))
        }
        t.constructor("\(n)(bool[] values)") { m, _, a in .object(BitArrayValue(try m.elements(of: a[0]).map(\.isTrue))) }
        t.constructor("\(n)(byte[] bytes)") { m, _, a in .object(BitArrayValue(try m.elements(of: a[0]).flatMap { b in (0..<8).map { b.intValue >> $0 & 1 == 1 } })) }
        t.constructor("\(n)(int[] values)") { m, _, a in .object(BitArrayValue(try m.elements(of: a[0]).flatMap { b in (0..<32).map { b.intValue >> $0 & 1 == 1 } })) }
        t.property("int Count") { _, v in Value(me(v).bits.count) }
        t.property("int Length") { _, v in Value(me(v).bits.count) }
        func place(_ v: Value, _ i: Int) throws -> Int {
            guard i >= 0, i < me(v).bits.count else { throw NetException.range("Index was out of range. Must be non-negative and less than the size of the collection.", "index") }
            return i
        }
        t.method("bool Get(int index)") { _, v, a in .bool(me(v).bits[try place(v, a.int(0))]) }
        t.method("void Set(int index, bool value)") { _, v, a in me(v).bits[try place(v, a.int(0))] = a[1].isTrue; return .void }
        t.method("void SetAll(bool value)") { _, v, a in me(v).bits = me(v).bits.map { _ in a[0].isTrue }; return .void }
        t.method("\(n) Not()") { _, v, _ in me(v).bits = me(v).bits.map { !$0 }; return v }
        func combine(_ name: String, _ f: @escaping (Bool, Bool) -> Bool) {
            t.method("\(n) \(name)(\(n) value)") { _, v, a in
                guard me(a[0]).bits.count == me(v).bits.count else { throw NetException.argument("Array lengths must be the same.") }
                me(v).bits = zip(me(v).bits, me(a[0]).bits).map { f($0, $1) }
                return v
            }
        }
        combine("And") { $0 && $1 }
        combine("Or") { $0 || $1 }
        combine("Xor") { $0 != $1 }
        t.method("bool HasAllSet()") { _, v, _ in .bool(me(v).bits.allSatisfy { $0 }) }
        t.method("bool HasAnySet()") { _, v, _ in .bool(me(v).bits.contains(true)) }
        t.method("System.Collections.IEnumerator GetEnumerator()") { m, v, _ in .object(Enumerator(try m.elements(of: v))) }
        t.indexer(get: { m, v, a in .bool(me(v).bits[try place(v, a[0].intValue)]) }, set: { _, v, a, x in me(v).bits[try place(v, a[0].intValue)] = x.isTrue })
    }
}
