import NacreRuntime

/// `System.Text.Encoding`
final class EncodingValue: Native {
    enum Form: String { case utf8 = "utf-8", utf16 = "utf-16", utf16BE = "utf-16BE", utf32 = "utf-32", ascii = "us-ascii", latin1 = "iso-8859-1" }
    let form: Form
    let hasMark: Bool, isStrict: Bool
    init(_ form: Form, mark: Bool = false, strict: Bool = false) {
        self.form = form
        hasMark = mark
        isStrict = strict
        super.init(EncodingType.type(of: form))
    }
    override func text(_ culture: Culture) -> String? { type.fullName }

    var preamble: [UInt8] {
        guard hasMark else { return [] }
        switch form {
        case .utf8: return [0xEF, 0xBB, 0xBF]
        case .utf16: return [0xFF, 0xFE]
        case .utf16BE: return [0xFE, 0xFF]
        case .utf32: return [0xFF, 0xFE, 0, 0]
        default: return []
        }
    }
    func encode(_ s: Str) -> [UInt8] {
        switch form {
        case .utf8: var out: [UInt8] = []; s.appendUTF8(to: &out); return out
        case .utf16: return s.units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BE: return s.units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case .utf32: return s.string.unicodeScalars.flatMap { u in (0..<4).map { UInt8(truncatingIfNeeded: u.value >> UInt32($0 * 8)) } }
        case .ascii: return s.units.map { $0 < 128 ? UInt8($0) : 63 }
        case .latin1: return s.units.map { $0 < 256 ? UInt8($0) : 63 }
        }
    }
    func decode(_ b: [UInt8]) throws -> Str {
        switch form {
        case .utf8:
            if isStrict, let bad = EncodingValue.firstBad(b) {
                throw NetException(StandardTypes.catalog.find("System.Text.DecoderFallbackException") ?? .argumentException,
                                   "Unable to translate bytes [\(String(b[bad], radix: 16, uppercase: true))] at index \(bad) from specified code page to Unicode.")
            }
            return b.withUnsafeBufferPointer { Str(utf8: $0) }
        case .utf16: return Str(stride(from: 0, to: b.count - 1, by: 2).map { UInt16(b[$0]) | UInt16(b[$0 + 1]) << 8 })
        case .utf16BE: return Str(stride(from: 0, to: b.count - 1, by: 2).map { UInt16(b[$0]) << 8 | UInt16(b[$0 + 1]) })
        case .utf32:
            var s = String.UnicodeScalarView()
            for i in stride(from: 0, to: b.count - 3, by: 4) {
                s.append(Unicode.Scalar(UInt32(b[i]) | UInt32(b[i + 1]) << 8 | UInt32(b[i + 2]) << 16 | UInt32(b[i + 3]) << 24) ?? "\u{FFFD}")
            }
            return Str(String(s))
        case .ascii: return Str(b.map { $0 < 128 ? UInt16($0) : 0xFFFD })
        case .latin1: return Str(latin1: b)
        }
    }
    /// The first byte that starts no UTF-8 sequence; nil where all is well.
    static func firstBad(_ b: [UInt8]) -> Int? {
        var i = 0
        while i < b.count {
            let n = b[i] < 0x80 ? 1 : b[i] >= 0xC2 && b[i] < 0xE0 ? 2 : b[i] >= 0xE0 && b[i] < 0xF0 ? 3 : b[i] >= 0xF0 && b[i] < 0xF5 ? 4 : 0
            guard n > 0, i + n <= b.count, (1..<max(n, 1)).allSatisfy({ b[i + $0] & 0xC0 == 0x80 }) else { return i }
            i += n
        }
        return nil
    }
}

enum EncodingType {
    private static func make(_ name: String) -> TypeRef { TypeRef("System.Text." + name, base: base) }
    static let base = TypeRef("System.Text.Encoding", base: .object)
    private static let utf8 = make("UTF8Encoding"), unicode = make("UnicodeEncoding"), utf32 = make("UTF32Encoding"), ascii = make("ASCIIEncoding"), latin1 = make("Latin1Encoding")
    static func type(of f: EncodingValue.Form) -> TypeRef {
        switch f {
        case .utf8: utf8
        case .utf16, .utf16BE: unicode
        case .utf32: utf32
        case .ascii: ascii
        case .latin1: latin1
        }
    }
    static func named(_ name: String) -> EncodingValue? {
        switch name.lowercased() {
        case "utf-8", "utf8", "65001": EncodingValue(.utf8, mark: true)
        case "utf-16", "utf-16le", "unicode", "1200": EncodingValue(.utf16, mark: true)
        case "utf-16be", "bigendianunicode", "unicodefffe", "1201": EncodingValue(.utf16BE, mark: true)
        case "utf-32", "utf-32le", "12000": EncodingValue(.utf32, mark: true)
        case "us-ascii", "ascii", "20127": EncodingValue(.ascii)
        case "iso-8859-1", "latin1", "l1", "28591": EncodingValue(.latin1)
        default: nil
        }
    }
    static func register(in c: TypeCatalog) {
        base.declare(in: c, declare)
        for t in [base, utf8, unicode, utf32, ascii, latin1] { c.register(t) }
        utf8.declare(in: c) { t in
            t.constructor("System.Text.UTF8Encoding()") { _, _, _ in .object(EncodingValue(.utf8)) }
            t.constructor("System.Text.UTF8Encoding(bool encoderShouldEmitUTF8Identifier)") { _, _, a in .object(EncodingValue(.utf8, mark: a.bool(0))) }
            t.constructor("System.Text.UTF8Encoding(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)") { _, _, a in .object(EncodingValue(.utf8, mark: a.bool(0), strict: a.bool(1))) }
        }
        unicode.declare(in: c) { t in
            t.constructor("System.Text.UnicodeEncoding()") { _, _, _ in .object(EncodingValue(.utf16, mark: true)) }
            t.constructor("System.Text.UnicodeEncoding(bool bigEndian, bool byteOrderMark)") { _, _, a in .object(EncodingValue(a.bool(0) ? .utf16BE : .utf16, mark: a.bool(1))) }
        }
        ascii.declare(in: c) { t in t.constructor("System.Text.ASCIIEncoding()") { _, _, _ in .object(EncodingValue(.ascii)) } }
    }
    private static func declare(_ t: TypeBuilder) {
        func me(_ v: Value) -> EncodingValue { v.obj as? EncodingValue ?? EncodingValue(.utf8) }
        func one(_ name: String, _ make: @escaping () -> EncodingValue) { t.staticProperty("System.Text.Encoding \(name)") { _, _ in .object(make()) } }
        one("UTF8") { EncodingValue(.utf8, mark: true) }
        one("Default") { EncodingValue(.utf8) }
        one("Unicode") { EncodingValue(.utf16, mark: true) }
        one("BigEndianUnicode") { EncodingValue(.utf16BE, mark: true) }
        one("UTF32") { EncodingValue(.utf32, mark: true) }
        one("ASCII") { EncodingValue(.ascii) }
        one("Latin1") { EncodingValue(.latin1) }
        t.staticMethod("System.Text.Encoding GetEncoding(string name)") { _, _, a in
            guard let e = named(a.text(0)) else {
                throw NetException.argument("'\(a.text(0))' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.", "name")
            }
            return .object(e)
        }
        t.staticMethod("System.Text.Encoding GetEncoding(int codepage)") { _, _, a in
            guard let e = a.int(0) == 0 ? EncodingValue(.utf8) : named(String(a.int(0))) else {
                throw NetException(.notSupportedException, "No data is available for encoding \(a.int(0)). For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.")
            }
            return .object(e)
        }
        t.method("byte[] GetBytes(string s)") { _, v, a in .bytes(me(v).encode(a.str(0))) }
        t.method("byte[] GetBytes(char[] chars)") { _, v, a in .bytes(me(v).encode(Str((a[0].obj as? Seq)?.elements.map { UInt16(truncatingIfNeeded: $0.intValue) } ?? []))) }
        t.method("string GetString(byte[] bytes)") { _, v, a in Value(try me(v).decode(a[0].byteArray)) }
        t.method("string GetString(byte[] bytes, int index, int count)") { _, v, a in
            let b = a[0].byteArray, i = a.int(1), n = a.int(2)
            guard i >= 0, n >= 0, i + n <= b.count else { throw NetException.range("Index and count must refer to a location within the buffer.", "bytes") }
            return Value(try me(v).decode(Array(b[i..<i + n])))
        }
        t.method("char[] GetChars(byte[] bytes)") { _, v, a in .chars(try me(v).decode(a[0].byteArray).units) }
        t.method("int GetByteCount(string s)") { _, v, a in Value(me(v).encode(a.str(0)).count) }
        t.method("int GetCharCount(byte[] bytes)") { _, v, a in Value(try me(v).decode(a[0].byteArray).count) }
        t.method("byte[] GetPreamble()") { _, v, _ in .bytes(me(v).preamble) }
        t.property("string WebName") { _, v in Value(me(v).form.rawValue) }
        t.property("string HeaderName") { _, v in Value(me(v).form.rawValue) }
        t.property("string BodyName") { _, v in Value(me(v).form.rawValue) }
        t.property("byte[] Preamble") { _, v in .bytes(me(v).preamble) }
        t.property("string EncodingName") { _, v in
            switch me(v).form {
            case .utf8: Value("Unicode (UTF-8)")
            case .utf16: Value("Unicode")
            case .utf16BE: Value("Unicode (Big-Endian)")
            case .utf32: Value("Unicode (UTF-32)")
            case .ascii: Value("US-ASCII")
            case .latin1: Value("Western European (ISO)")
            }
        }
        t.property("int CodePage") { _, v in
            switch me(v).form { case .utf8: .int(65001); case .utf16: .int(1200); case .utf16BE: .int(1201); case .utf32: .int(12000); case .ascii: .int(20127); case .latin1: .int(28591) }
        }
        t.property("bool IsSingleByte") { _, v in .bool(me(v).form == .ascii || me(v).form == .latin1) }
    }
}
