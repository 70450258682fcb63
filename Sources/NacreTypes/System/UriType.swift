import NacreRuntime

/// `System.Uri`
public final class UriValue: Obj {
    public let original: String
    let scheme: String, user: String, host: String, port: Int, path: String, query: String, fragment: String
    let isAbsolute: Bool
    private static let ports: [String: Int] = ["http": 80, "https": 443, "ftp": 21, "ws": 80, "wss": 443, "ldap": 389, "sip": -1, "mailto": 25, "net.tcp": 808]

    public override var type: TypeRef { TypeRef.uri }
    public override func text(_ culture: Culture) -> String? { isAbsolute ? UriValue.readable(absolute) : original }
    public override func isEqual(to other: Obj) -> Bool { (other as? UriValue).map { $0.absolute == absolute } ?? false }
    public override var hash: Int { absolute.hashValue }
    public override func compare(to other: Obj) -> Int? { nil }

    public init(_ text: String, absolute wanted: Bool? = nil) throws {
        var t = text[...]
        while let c = t.first, c == " " { t.removeFirst() }
        while let c = t.last, c == " " { t.removeLast() }
        original = text
        let isRooted = t.hasPrefix("/") && !t.hasPrefix("//")
        if isRooted, wanted != false { t = "file://" + t }
        guard let colon = t.firstIndex(of: ":"), let first = t.first, first.isLetter, first.isASCII,
              t[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }), t.distance(from: t.startIndex, to: colon) > 1, wanted != false else {
            if wanted == true { throw UriValue.invalid("Invalid URI: The format of the URI could not be determined.") }
            isAbsolute = false
            (scheme, user, host, port, path, query, fragment) = ("", "", "", -1, String(t), "", "")
            super.init(kind: .native)
            return
        }
        let scheme = t[..<colon].lowercased()
        var rest = t[t.index(after: colon)...], user = "", host = "", port = UriValue.ports[scheme] ?? -1
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
            var authority = rest[..<end]
            rest = rest[end...]
            if let at = authority.lastIndex(of: "@") { user = String(authority[..<at]); authority = authority[authority.index(after: at)...] }
            if let c = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
                let digits = authority[authority.index(after: c)...]
                if !digits.isEmpty {
                    guard let n = Int(digits), n <= 65535 else { throw UriValue.invalid("Invalid URI: Invalid port specified.") }
                    port = n
                }
                authority = authority[..<c]
            }
            host = authority.lowercased()
            if host.isEmpty, scheme != "file" { throw UriValue.invalid("Invalid URI: The hostname could not be parsed.") }
            if host.contains(where: { " <>\"{}|\\^`".contains($0) }) { throw UriValue.invalid("Invalid URI: The hostname could not be parsed.") }
        }
        var fragment = "", query = ""
        if let h = rest.firstIndex(of: "#") { fragment = String(rest[h...]); rest = rest[..<h] }
        if let q = rest.firstIndex(of: "?") { query = String(rest[q...]); rest = rest[..<q] }
        var path = String(rest)
        if !host.isEmpty || scheme == "file" { path = UriValue.dotless(path.isEmpty ? "/" : path) }
        isAbsolute = true
        self.scheme = scheme
        self.user = user
        self.host = host
        self.port = port
        self.path = UriValue.escape(path, keep: UriValue.pathUnits)
        self.query = query == "?" ? "" : UriValue.escape(query, keep: UriValue.pathUnits)
        self.fragment = fragment == "#" ? "" : UriValue.escape(fragment, keep: UriValue.pathUnits)
        super.init(kind: .native)
    }
    static func invalid(_ message: String) -> NetException { NetException(StandardTypes.catalog.find("System.UriFormatException") ?? .formatException, message) }

    var isDefaultPort: Bool { port == (UriValue.ports[scheme] ?? -1) }
    var authority: String { isDefaultPort ? host : "\(host):\(port)" }
    var absolute: String {
        guard isAbsolute else { return original }
        let slashes = host.isEmpty && scheme != "file" ? "" : "//"
        return scheme + ":" + slashes + (user.isEmpty ? "" : user + "@") + authority + path + query + fragment
    }
    var segments: [String] {
        var out: [String] = [], part = ""
        for c in path { part.append(c); if c == "/" { out.append(part); part = "" } }
        if !part.isEmpty { out.append(part) }
        return out
    }

    static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~".utf8)
    private static let pathUnits = unreserved.union(Set("%!$&'()*+,;=:@/?#[]".utf8))
    static func escape(_ s: String, keep: Set<UInt8>) -> String {
        var out: [UInt8] = []
        for b in s.utf8 {
            if keep.contains(b) { out.append(b) } else { out += Array(("%" + String(b >> 4, radix: 16, uppercase: true) + String(b & 15, radix: 16, uppercase: true)).utf8) }
        }
        return String(decoding: out, as: UTF8.self)
    }
    static func unescape(_ s: String) -> String {
        let u = Array(s.utf8)
        var out: [UInt8] = [], i = 0
        while i < u.count {
            if u[i] == 37, i + 2 < u.count, let b = UInt8(String(decoding: u[i + 1...i + 2], as: UTF8.self), radix: 16) { out.append(b); i += 3 } else { out.append(u[i]); i += 1 }
        }
        return String(decoding: out, as: UTF8.self)
    }
    /// What `ToString()` shows: escapes of harmless characters undone.
    private static func readable(_ s: String) -> String {
        let u = Array(s.utf8)
        var out: [UInt8] = [], i = 0
        while i < u.count {
            if u[i] == 37, i + 2 < u.count, let b = UInt8(String(decoding: u[i + 1...i + 2], as: UTF8.self), radix: 16), b == 32 || b >= 0x80 || unreserved.contains(b) { out.append(b); i += 3 }
            else { out.append(u[i]); i += 1 }
        }
        return String(decoding: out, as: UTF8.self)
    }
    static func dotless(_ p: String) -> String {
        var out: [Substring] = []
        let parts = p.split(separator: "/", omittingEmptySubsequences: false)
        for (i, s) in parts.enumerated() {
            if s == "." { if i == parts.count - 1 { out.append("") } }
            else if s == ".." { if out.count > 1 { out.removeLast() }; if i == parts.count - 1 { out.append("") } }
            else { out.append(s) }
        }
        return out.joined(separator: "/")
    }
    static func combined(_ base: UriValue, _ relative: String) throws -> UriValue {
        if let r = try? UriValue(relative, absolute: true), !relative.hasPrefix("/") { return r }
        let root = "\(base.scheme)://\(base.user.isEmpty ? "" : base.user + "@")\(base.authority)"
        if relative.hasPrefix("/") { return try UriValue(root + relative) }
        if relative.hasPrefix("?") { return try UriValue(root + base.path + relative) }
        if relative.hasPrefix("#") { return try UriValue(root + base.path + base.query + relative) }
        let folder = base.path.lastIndex(of: "/").map { String(base.path[...$0]) } ?? "/"
        return try UriValue(root + folder + relative)
    }
}

enum UriType {
    static func declare(_ t: TypeBuilder) {
        func me(_ v: Value) throws -> UriValue {
            guard let u = v.obj as? UriValue else { throw NetException.null("uri") }
            return u
        }
        func absolute(_ v: Value) throws -> UriValue {
            let u = try me(v)
            guard u.isAbsolute else { throw NetException.invalid("This operation is not supported for a relative URI.") }
            return u
        }
        func kind(_ k: Int64) -> Bool? { k == 1 ? true : k == 2 ? false : nil }
        // A bad text is told of only where an absolute address is needed: casts make relative ones of all others.
        t.constructor("uri(string uriString)") { _, _, a in .object(try UriValue(a.text(0), absolute: true)) }
        t.constructor("uri(string uriString, System.UriKind uriKind)") { _, _, a in .object(try UriValue(a.text(0), absolute: kind(a.option(1)))) }
        t.constructor("uri(uri baseUri, string relativeUri)") { _, _, a in .object(try UriValue.combined(absolute(a[0]), a.text(1))) }
        t.constructor("uri(uri baseUri, uri relativeUri)") { _, _, a in .object(try UriValue.combined(absolute(a[0]), me(a[1]).original)) }
        func text(_ name: String, _ f: @escaping (UriValue) -> String) { t.property("string \(name)") { _, v in Value(f(try absolute(v))) } }
        text("AbsolutePath") { $0.path }
        text("AbsoluteUri") { $0.absolute }
        text("Authority") { $0.authority }
        text("Host") { $0.host }
        text("DnsSafeHost") { $0.host.hasPrefix("[") ? String($0.host.dropFirst().dropLast()) : $0.host }
        text("IdnHost") { $0.host }
        text("Scheme") { $0.scheme }
        text("Query") { $0.query }
        text("Fragment") { $0.fragment }
        text("UserInfo") { $0.user }
        text("PathAndQuery") { $0.path + $0.query }
        text("LocalPath") { UriValue.unescape($0.path) }
        t.property("int Port") { _, v in Value(try absolute(v).port) }
        t.property("bool IsDefaultPort") { _, v in .bool(try absolute(v).isDefaultPort) }
        t.property("bool IsFile") { _, v in .bool(try absolute(v).scheme == "file") }
        t.property("bool IsUnc") { _, v in .bool(try absolute(v).scheme == "file" && !me(v).host.isEmpty) }
        t.property("bool IsLoopback") { _, v in .bool(["localhost", "127.0.0.1", "[::1]", ""].contains(try absolute(v).host)) }
        t.property("string[] Segments") { _, v in .strings(try absolute(v).segments) }
        t.property("bool IsAbsoluteUri") { _, v in .bool(try me(v).isAbsolute) }
        t.property("string OriginalString") { _, v in Value(try me(v).original) }
        t.property("bool UserEscaped") { _, _ in .bool(false) }
        t.property("System.UriHostNameType HostNameType") { m, v in
            let h = try absolute(v).host
            return m.enumValue("System.UriHostNameType", h.isEmpty ? 1 : h.hasPrefix("[") ? 4 : h.split(separator: ".").count == 4 && h.allSatisfy { $0.isNumber || $0 == "." } ? 3 : 2)
        }
        t.method("string ToString()") { _, v, _ in Value(try me(v).text(.invariant) ?? "") }
        t.method("string GetLeftPart(System.UriPartial part)") { _, v, a in
            let u = try absolute(v), root = "\(u.scheme)://"
            switch a.option(0) {
            case 0: return Value(root)
            case 1: return Value(root + u.authority)
            case 2: return Value(root + u.authority + u.path)
            default: return Value(root + u.authority + u.path + u.query)
            }
        }
        t.method("uri MakeRelativeUri(uri uri)") { _, v, a in
            let from = try absolute(v), to = try absolute(a[0])
            guard from.scheme == to.scheme, from.authority == to.authority else { return a[0] }
            let f = from.segments.dropLast(from.path.hasSuffix("/") ? 0 : 1), s = to.segments
            var n = 0
            while n < f.count, n < s.count, f[n] == s[n] { n += 1 }
            return .object(try UriValue(String(repeating: "../", count: f.count - n) + s[n...].joined() + to.query + to.fragment, absolute: false))
        }
        t.method("bool IsBaseOf(uri uri)") { _, v, a in
            let b = try absolute(v), u = try absolute(a[0])
            return .bool(u.scheme == b.scheme && u.authority == b.authority && u.path.hasPrefix(b.segments.dropLast(b.path.hasSuffix("/") ? 0 : 1).joined()))
        }
        t.staticMethod("bool TryCreate(string uriString, System.UriKind uriKind, [ref] uri result)") { _, _, a in
            let u = try? UriValue(a.text(0), absolute: kind(a.option(1)))
            (a[2].obj as? Reference)?.variable.value = u.map { .object($0) } ?? .null
            return .bool(u != nil)
        }
        t.staticMethod("bool IsWellFormedUriString(string uriString, System.UriKind uriKind)") { _, _, a in
            guard let u = try? UriValue(a.text(0), absolute: kind(a.option(1))) else { return .bool(false) }
            return .bool(!a.text(0).contains(" ") && (!u.isAbsolute || !u.path.contains("%20") || a.text(0).contains("%20")))
        }
        t.staticMethod("string EscapeDataString(string stringToEscape)") { _, _, a in Value(UriValue.escape(a.text(0), keep: UriValue.unreserved)) }
        t.staticMethod("string EscapeUriString(string stringToEscape)") { _, _, a in Value(UriValue.escape(a.text(0), keep: UriValue.unreserved.union(Set("!#$&'()*+,/:;=?@[]".utf8)))) }
        t.staticMethod("string UnescapeDataString(string stringToUnescape)") { _, _, a in Value(UriValue.unescape(a.text(0))) }
        t.staticMethod("bool CheckSchemeName(string schemeName)") { _, _, a in .bool(a.text(0).first.map { $0.isASCII && $0.isLetter } ?? false) }
        for (n, s) in [("UriSchemeHttp", "http"), ("UriSchemeHttps", "https"), ("UriSchemeFile", "file"), ("UriSchemeFtp", "ftp"), ("UriSchemeMailto", "mailto"), ("SchemeDelimiter", "://")] {
            t.staticProperty("string \(n)") { _, _ in Value(s) }
        }
    }
}
