import NacreRuntime

/// `System.Guid`
public final class GuidValue: Obj {
    /// As written: the bytes of the 32 hexadecimal digits in order.
    public let bytes: [UInt8]
    public init(_ bytes: [UInt8]) { self.bytes = bytes; super.init(kind: .native) }
    public override var type: TypeRef { TypeRef.guid }
    public override func text(_ culture: Culture) -> String? { format("D") }
    public override func isEqual(to other: Obj) -> Bool { (other as? GuidValue)?.bytes == bytes }
    public override var hash: Int { bytes.hashValue }
    public override func compare(to other: Obj) -> Int? {
        guard let o = other as? GuidValue else { return nil }
        return bytes.lexicographicallyPrecedes(o.bytes) ? -1 : bytes == o.bytes ? 0 : 1
    }

    public static func random() -> GuidValue {
        var b = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        b[6] = b[6] & 0x0F | 0x40
        b[8] = b[8] & 0x3F | 0x80
        return GuidValue(b)
    }
    /// From any of the forms that `ToString` writes.
    public static func parse(_ text: String) -> GuidValue? {
        var t = text[...]
        while let c = t.first, c == " " { t.removeFirst() }
        while let c = t.last, c == " " { t.removeLast() }
        if (t.hasPrefix("{") && t.hasSuffix("}")) || (t.hasPrefix("(") && t.hasSuffix(")")) { t = t.dropFirst().dropLast() }
        let parts = t.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 1 ? t.utf8.count == 32 : parts.map(\.utf8.count) == [8, 4, 4, 4, 12] else { return nil }
        let digits = Array(parts.joined().utf8)
        var out: [UInt8] = []
        for i in stride(from: 0, to: 32, by: 2) {
            guard let b = UInt8(String(decoding: digits[i..<i + 2], as: UTF8.self), radix: 16), digits[i] != 43, digits[i] != 45 else { return nil }
            out.append(b)
        }
        return GuidValue(out)
    }
    public func format(_ f: String) -> String? {
        let h = Array(Base64.hex(bytes, upper: false))
        let dashed = [String(h[0..<8]), String(h[8..<12]), String(h[12..<16]), String(h[16..<20]), String(h[20..<32])].joined(separator: "-")
        switch f.uppercased() {
        case "", "D": return dashed
        case "N": return String(h)
        case "B": return "{\(dashed)}"
        case "P": return "(\(dashed))"
        case "X":
            let rest = stride(from: 16, to: 32, by: 2).map { "0x" + String(h[$0..<$0 + 2]) }.joined(separator: ",")
            return "{0x\(String(h[0..<8])),0x\(String(h[8..<12])),0x\(String(h[12..<16])),{\(rest)}}"
        default: return nil
        }
    }
    /// .NET's order of bytes: the first three parts little-endian.
    var netBytes: [UInt8] { [bytes[3], bytes[2], bytes[1], bytes[0], bytes[5], bytes[4], bytes[7], bytes[6]] + bytes[8...] }
    init(net b: [UInt8]) {
        bytes = [b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6]] + b[8...]
        super.init(kind: .native)
    }
}

enum GuidType {
    static func declare(_ t: TypeBuilder) {
        func me(_ v: Value) -> GuidValue { v.obj as? GuidValue ?? GuidValue([UInt8](repeating: 0, count: 16)) }
        func read(_ s: String) throws -> Value {
            if let g = GuidValue.parse(s) { return .object(g) }
            throw NetException.format(s.utf8.count == 36 || s.utf8.count == 38 ? "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx)." : "Unrecognized Guid format.")
        }
        let zero = Value.object(GuidValue([UInt8](repeating: 0, count: 16))), all = Value.object(GuidValue([UInt8](repeating: 255, count: 16)))
        t.constructor("guid(string g)") { _, _, a in try read(a.text(0)) }
        t.constructor("guid(byte[] b)") { _, _, a in
            let b = a[0].byteArray
            guard b.count == 16 else { throw NetException.argument("Byte array for Guid must be exactly 16 bytes long.", "b") }
            return .object(GuidValue(net: b))
        }
        t.constructor("guid()") { _, _, _ in zero }
        t.staticProperty("guid Empty") { _, _ in zero }
        t.staticProperty("guid AllBitsSet") { _, _ in all }
        t.staticMethod("guid NewGuid()") { _, _, _ in .object(GuidValue.random()) }
        t.staticMethod("guid CreateVersion7()") { _, _, _ in
            var now = timespec()
            clock_gettime(CLOCK_REALTIME, &now)
            let ms = UInt64(now.tv_sec) * 1000 + UInt64(now.tv_nsec) / 1_000_000
            var b = GuidValue.random().bytes
            for i in 0..<6 { b[i] = UInt8(truncatingIfNeeded: ms >> UInt64(40 - i * 8)) }
            b[6] = b[6] & 0x0F | 0x70
            return .object(GuidValue(b))
        }
        t.staticMethod("guid Parse(string input)") { _, _, a in try read(a.text(0)) }
        t.staticMethod("bool TryParse(string input, [ref] guid result)") { _, _, a in
            let g = GuidValue.parse(a.text(0))
            (a[1].obj as? Reference)?.variable.value = g.map { .object($0) } ?? zero
            return .bool(g != nil)
        }
        t.staticMethod("guid ParseExact(string input, string format)") { _, _, a in
            guard let g = GuidValue.parse(a.text(0)), g.format(a.text(1))?.lowercased() == a.text(0).lowercased() else { throw NetException.format("Unrecognized Guid format.") }
            return .object(g)
        }
        t.method("string ToString()") { _, v, _ in Value(me(v).format("D") ?? "") }
        func show(_ v: Value, _ f: String) throws -> Value {
            guard let s = me(v).format(f) else { throw NetException.format("Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\".") }
            return Value(s)
        }
        t.method("string ToString(string format)") { _, v, a in try show(v, a.text(0)) }
        t.method("string ToString(string format, System.IFormatProvider provider)") { _, v, a in try show(v, a.text(0)) }
        t.method("byte[] ToByteArray()") { _, v, _ in .bytes(me(v).netBytes) }
        t.method("int CompareTo(guid value)") { _, v, a in Value(me(v).compare(to: a[0].obj ?? PlainObject()) ?? 1) }
        t.method("bool Equals(guid g)") { _, v, a in .bool(ObjectType.same(v, a[0])) }
        t.property("int Version") { _, v in Value(Int(me(v).bytes[6] >> 4)) }
    }
}
