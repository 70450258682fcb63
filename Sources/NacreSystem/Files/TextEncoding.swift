import NacreRuntime

/// How `-Encoding` writes and reads text.
enum TextEncoding {
    case utf8, utf8Mark, utf16, utf16BE, utf32, utf32BE, ascii, latin1

    /// The encoding of a name, a code page or a `[System.Text.Encoding]`.
    static func of(_ v: Value?, _ m: Machine) throws -> TextEncoding {
        guard let v, !v.isNull else { return .utf8 }
        if v.unwrapped.str == nil, let o = v.unwrapped.obj, o.kind == .native, let name = try? m.member(v, Name("WebName")), !name.isNull {
            let mark = (try? m.pass([]) { try m.invokeMember(v, Name("GetPreamble"), $0) }).flatMap { $0.cast(Seq.self) }.map { $0.count > 0 } ?? false
            let e = try named(m.str(name).string)
            return e == .utf8 && mark ? .utf8Mark : e
        }
        return try named(m.str(v).string)
    }
    private static func named(_ text: String) throws -> TextEncoding {
        switch text.lowercased() {
        case "utf8", "utf-8", "utf8nobom", "default", "utf7", "65001", "oem", "ansi": return .utf8
        case "utf8bom": return .utf8Mark
        case "unicode", "utf-16", "utf16", "string", "1200", "utf-16le": return .utf16
        case "bigendianunicode", "utf-16be", "1201": return .utf16BE
        case "utf32", "utf-32", "12000": return .utf32
        case "bigendianutf32", "utf-32be", "12001": return .utf32BE
        case "ascii", "us-ascii", "20127": return .ascii
        case "latin1", "iso-8859-1", "28591": return .latin1
        default:
            throw PSError(.argumentException, id: "ParameterArgumentTransformationError,", "'\(text)' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method. (Parameter 'name')", category: .invalidData)
        }
    }

    var mark: [UInt8] {
        switch self {
        case .utf8Mark: [0xEF, 0xBB, 0xBF]
        case .utf16: [0xFF, 0xFE]
        case .utf16BE: [0xFE, 0xFF]
        case .utf32: [0xFF, 0xFE, 0, 0]
        case .utf32BE: [0, 0, 0xFE, 0xFF]
        default: []
        }
    }
    func append(_ s: Str, to out: inout [UInt8]) {
        switch self {
        case .utf8, .utf8Mark: s.appendUTF8(to: &out)
        case .utf16: for i in 0..<s.count { out.append(UInt8(truncatingIfNeeded: s[i])); out.append(UInt8(s[i] >> 8)) }
        case .utf16BE: for i in 0..<s.count { out.append(UInt8(s[i] >> 8)); out.append(UInt8(truncatingIfNeeded: s[i])) }
        case .utf32, .utf32BE:
            for u in s.string.unicodeScalars { for k in 0..<4 { out.append(UInt8(truncatingIfNeeded: u.value >> UInt32((self == .utf32 ? k : 3 - k) * 8))) } }
        case .ascii: for i in 0..<s.count { out.append(s[i] < 128 ? UInt8(s[i]) : 63) }
        case .latin1: for i in 0..<s.count { out.append(s[i] < 256 ? UInt8(s[i]) : 63) }
        }
    }
    func decode(_ b: [UInt8]) -> Str {
        func wide(_ from: Int, big: Bool) -> Str {
            var units: [UInt16] = []
            units.reserveCapacity(b.count / 2)
            var i = from
            while i + 1 < b.count { units.append(big ? UInt16(b[i]) << 8 | UInt16(b[i + 1]) : UInt16(b[i]) | UInt16(b[i + 1]) << 8); i += 2 }
            return Str(units)
        }
        // A byte order mark says more than the parameter.
        if b.starts(with: [0xEF, 0xBB, 0xBF]) { return b[3...].withUnsafeBufferPointer { Str(utf8: $0) } }
        if b.starts(with: [0xFF, 0xFE, 0, 0]) { return scalars(b, from: 4, big: false) }
        if b.starts(with: [0, 0, 0xFE, 0xFF]) { return scalars(b, from: 4, big: true) }
        if b.starts(with: [0xFF, 0xFE]) { return wide(2, big: false) }
        if b.starts(with: [0xFE, 0xFF]) { return wide(2, big: true) }
        switch self {
        case .utf8, .utf8Mark: return b.withUnsafeBufferPointer { Str(utf8: $0) }
        case .utf16: return wide(0, big: false)
        case .utf16BE: return wide(0, big: true)
        case .utf32: return scalars(b, from: 0, big: false)
        case .utf32BE: return scalars(b, from: 0, big: true)
        case .ascii: return Str(b.map { $0 < 128 ? UInt16($0) : 0xFFFD })
        case .latin1: return Str(latin1: b)
        }
    }
    private func scalars(_ b: [UInt8], from: Int, big: Bool) -> Str {
        var s = String.UnicodeScalarView(), i = from
        while i + 3 < b.count {
            var n: UInt32 = 0
            for k in 0..<4 { n |= UInt32(b[i + k]) << UInt32((big ? 3 - k : k) * 8) }
            s.append(Unicode.Scalar(n) ?? "\u{FFFD}")
            i += 4
        }
        return Str(String(s))
    }

    /// Declares a command's `-Encoding` as one that takes names as well as objects.
    static func adjust(_ d: CommandMetadata) {
        guard let i = d.parameters.firstIndex(where: { $0.name == "Encoding" }) else { return }
        let old = d.parameters[i]
        let p = ParameterMetadata("Encoding", type: encodingType, memberships: old.memberships)
        p.aliases = old.aliases
        p.rules = old.rules + [EncodingRule()]
        d.parameters[i] = p
    }
    /// Shown as the type that it stands for; takes any value.
    private static let encodingType = TypeRef("Encoding", namespace: "System.Text", code: .object, base: .object)
}

/// Refuses names that are no encoding's.
private final class EncodingRule: ArgumentRule {
    func transform(_ value: Value, _ m: Machine) throws -> Value {
        _ = try TextEncoding.of(value, m)
        return value
    }
    var allowedValues: [String]? { ["ascii", "ansi", "bigendianunicode", "bigendianutf32", "oem", "unicode", "utf8", "utf8BOM", "utf8NoBOM", "utf32"] }
}
