import NacreRuntime

/// `System.Guid`
enum GuidType {
    static func declare(_ t: TypeBuilder) {
        func me(_ v: Value) -> GuidValue { v.obj as? GuidValue ?? GuidValue(.empty) }
        func read(_ s: String) throws -> Value { Value(try PSGuid.parse(s)) }
        let zero = Value(PSGuid.empty), all = PSGuid(bytes: [UInt8](repeating: 255, count: 16)).map { Value($0) } ?? .null
        t.constructor("guid(string g)") { _, _, a in try read(a.text(0)) }
        t.constructor("guid(byte[] b)") { _, _, a in
            guard let g = PSGuid(bytes: a[0].byteArray) else { throw NetException.argument("Byte array for Guid must be exactly 16 bytes long.", "b") }
            return Value(g)
        }
        t.constructor("guid()") { _, _, _ in zero }
        t.staticProperty("guid Empty") { _, _ in zero }
        t.staticProperty("guid AllBitsSet") { _, _ in all }
        t.staticMethod("guid NewGuid()") { _, _, _ in Value(PSGuid.random()) }
        t.staticMethod("guid Parse(string input)") { _, _, a in try read(a.text(0)) }
        t.staticMethod("bool TryParse(string input, [ref] guid result)") { _, _, a in
            let g = try? PSGuid.parse(a.text(0))
            (a[1].obj as? Reference)?.variable.value = g.map { Value($0) } ?? zero
            return .bool(g != nil)
        }
        t.staticMethod("guid ParseExact(string input, string format)") { _, _, a in
            Value(try PSGuid.parse(a.text(0), format: a.text(1)))
        }
        t.method("string ToString()") { _, v, _ in Value(me(v).value.description) }
        func show(_ v: Value, _ f: String) throws -> Value {
            Value(try me(v).text(format: f))
        }
        t.method("string ToString(string format)") { _, v, a in try show(v, a.text(0)) }
        t.method("string ToString(string format, System.IFormatProvider provider)") { _, v, a in try show(v, a.text(0)) }
        t.method("byte[] ToByteArray()") { _, v, _ in .bytes(me(v).value.bytes) }
        t.method("int CompareTo(guid value)") { _, v, a in Value(me(v).compare(to: a[0].obj ?? PlainObject()) ?? 1) }
        t.method("bool Equals(guid g)") { _, v, a in .bool(ObjectType.same(v, a[0])) }
    }
}
