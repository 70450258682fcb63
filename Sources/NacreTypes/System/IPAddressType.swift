import NacreRuntime

extension TypeRef { public static let ipAddress = TypeRef("System.Net.IPAddress", base: .object) }

/// `System.Net.IPAddress`, of both versions.
public final class IPAddressValue: Obj {
    public let bytes: [UInt8]
    var scope: UInt32 = 0
    public init(_ bytes: [UInt8]) { self.bytes = bytes; super.init(kind: .native) }
    public override var type: TypeRef { TypeRef.ipAddress }
    public override func text(_ culture: Culture) -> String? {
        var out = [CChar](repeating: 0, count: 64)
        let ok = bytes.withUnsafeBytes { inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, $0.baseAddress, &out, 64) }
        guard ok != nil else { return nil }
        return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) + (scope == 0 ? "" : "%\(scope)")
    }
    public override func isEqual(to other: Obj) -> Bool { (other as? IPAddressValue)?.bytes == bytes }
    public override var hash: Int { bytes.hashValue }

    public static func parse(_ text: String) -> IPAddressValue? {
        if text.contains(":") {
            var t = text, b = [UInt8](repeating: 0, count: 16), scope: UInt32 = 0
            if t.hasPrefix("["), t.hasSuffix("]") { t = String(t.dropFirst().dropLast()) }
            if let p = t.firstIndex(of: "%") { scope = UInt32(t[t.index(after: p)...]) ?? 0; t = String(t[..<p]) }
            guard inet_pton(AF_INET6, t, &b) == 1 else { return nil }
            let a = IPAddressValue(b)
            a.scope = scope
            return a
        }
        // One to four numbers, decimal, octal or hexadecimal; the last one fills what is left.
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...4).contains(parts.count) else { return nil }
        var numbers: [UInt64] = []
        for p in parts {
            let n: UInt64? = p.hasPrefix("0x") || p.hasPrefix("0X") ? UInt64(p.dropFirst(2), radix: 16) : p.hasPrefix("0") && p.utf8.count > 1 ? UInt64(p, radix: 8) : UInt64(p)
            guard let n, p.utf8.first.map({ $0 &- 48 < 10 }) ?? false else { return nil }
            numbers.append(n)
        }
        guard let last = numbers.popLast(), numbers.allSatisfy({ $0 < 256 }), last < 1 << UInt64(8 * (4 - numbers.count)) else { return nil }
        var b = numbers.map { UInt8($0) }
        for i in (0..<(4 - numbers.count)).reversed() { b.append(UInt8(truncatingIfNeeded: last >> UInt64(8 * i))) }
        return IPAddressValue(b)
    }
}

enum IPAddressType {
    static func declare(_ t: TypeBuilder) {
        func me(_ v: Value) -> IPAddressValue { v.obj as? IPAddressValue ?? IPAddressValue([0, 0, 0, 0]) }
        func read(_ s: String) throws -> Value {
            guard let a = IPAddressValue.parse(s) else { throw NetException.format("An invalid IP address was specified.") }
            return .object(a)
        }
        t.constructor("ipaddress(long newAddress)") { _, _, a in
            let n = UInt64(bitPattern: Int64(a.int(0)))
            guard n <= UInt32.max else { throw NetException.range("Specified argument was out of the range of valid values.", "newAddress") }
            return .object(IPAddressValue((0..<4).map { UInt8(truncatingIfNeeded: n >> UInt64($0 * 8)) }))
        }
        t.constructor("ipaddress(byte[] address)") { _, _, a in
            let b = a[0].byteArray
            guard b.count == 4 || b.count == 16 else { throw NetException.argument("An invalid IP address was specified.", "address") }
            return .object(IPAddressValue(b))
        }
        for (n, s) in [("Any", "0.0.0.0"), ("Loopback", "127.0.0.1"), ("Broadcast", "255.255.255.255"), ("None", "255.255.255.255"), ("IPv6Any", "::"), ("IPv6Loopback", "::1"), ("IPv6None", "::")] {
            t.staticProperty("ipaddress \(n)") { _, _ in try read(s) }
        }
        t.staticMethod("ipaddress Parse(string ipString)") { _, _, a in try read(a.text(0)) }
        t.staticMethod("bool TryParse(string ipString, [ref] ipaddress address)") { _, _, a in
            let r = IPAddressValue.parse(a.text(0))
            (a[1].obj as? Reference)?.variable.value = r.map { .object($0) } ?? .null
            return .bool(r != nil)
        }
        t.staticMethod("bool IsLoopback(ipaddress address)") { _, _, a in .bool(me(a[0]).bytes.count == 4 ? me(a[0]).bytes[0] == 127 : me(a[0]).text(.invariant) == "::1") }
        t.property("System.Net.Sockets.AddressFamily AddressFamily") { m, v in m.enumValue("System.Net.Sockets.AddressFamily", me(v).bytes.count == 4 ? 2 : 23) }
        t.property("long Address") { _, v in
            guard me(v).bytes.count == 4 else { throw NetException(.notSupportedException, "The attempted operation is not supported for the type of object referenced.") }
            return .long(me(v).bytes.enumerated().reduce(0) { $0 | Int64($1.element) << Int64($1.offset * 8) })
        }
        t.property("long ScopeId") { _, v in .long(Int64(me(v).scope)) }
        t.property("bool IsIPv6LinkLocal") { _, v in .bool(me(v).bytes.count == 16 && me(v).bytes[0] == 0xFE && me(v).bytes[1] & 0xC0 == 0x80) }
        t.property("bool IsIPv4MappedToIPv6") { _, v in .bool(me(v).bytes.count == 16 && me(v).bytes.prefix(10).allSatisfy { $0 == 0 } && me(v).bytes[10] == 255 && me(v).bytes[11] == 255) }
        t.method("byte[] GetAddressBytes()") { _, v, _ in .bytes(me(v).bytes) }
        t.method("ipaddress MapToIPv4()") { _, v, _ in .object(IPAddressValue(Array(me(v).bytes.suffix(4)))) }
        t.method("ipaddress MapToIPv6()") { _, v, _ in me(v).bytes.count == 16 ? v : .object(IPAddressValue([UInt8](repeating: 0, count: 10) + [255, 255] + me(v).bytes)) }
        t.method("string ToString()") { _, v, _ in Value(me(v).text(.invariant) ?? "") }
    }
}
