import NacreRuntime

/// `System.Char`
enum CharType {
    static func declare(_ t: TypeBuilder) {
        t.staticProperty("char MaxValue") { _, _ in .char(0xFFFF) }
        t.staticProperty("char MinValue") { _, _ in .char(0) }
        test(t, "IsLetter") { category($0).isLetter }
        test(t, "IsDigit") { category($0) == .decimalNumber }
        test(t, "IsLetterOrDigit") { let c = category($0); return c.isLetter || c == .decimalNumber }
        test(t, "IsNumber") { let c = category($0); return c == .decimalNumber || c == .letterNumber || c == .otherNumber }
        test(t, "IsUpper") { category($0) == .uppercaseLetter }
        test(t, "IsLower") { category($0) == .lowercaseLetter }
        test(t, "IsWhiteSpace") { Unit.isSpace($0) }
        test(t, "IsControl") { $0 < 32 || (0x7F...0x9F).contains($0) }
        test(t, "IsPunctuation") { category($0).isPunctuation }
        test(t, "IsSymbol") { category($0).isSymbol }
        test(t, "IsSeparator") { category($0).isSeparator }
        test(t, "IsSurrogate") { (0xD800...0xDFFF).contains($0) }
        test(t, "IsHighSurrogate") { (0xD800...0xDBFF).contains($0) }
        test(t, "IsLowSurrogate") { (0xDC00...0xDFFF).contains($0) }
        ascii(t)
        cases(t)
        t.staticMethod("char Parse(string s)") { _, _, a in
            guard a.str(0).count == 1 else { throw NetException.format("String must be exactly one character long.") }
            return .char(a.str(0)[0])
        }
        t.staticMethod("bool TryParse(string s, [ref] char result)") { _, _, a in
            let s = a.str(0)
            (a[1].obj as? Reference)?.variable.value = .char(s.count == 1 ? s[0] : 0)
            return .bool(s.count == 1)
        }
        t.staticMethod("string ToString(char c)") { _, _, a in Value(Str.of(a.unit(0))) }
        t.staticMethod("double GetNumericValue(char c)") { _, _, a in .double(Unicode.Scalar(a.unit(0))?.properties.numericValue ?? -1) }
        t.staticMethod("System.Globalization.UnicodeCategory GetUnicodeCategory(char c)") { m, _, a in m.enumValue("System.Globalization.UnicodeCategory", categoryNumber(a.unit(0))) }
        codePoints(t)
        t.method("string ToString()") { _, me, _ in Value(Str.of(UInt16(truncatingIfNeeded: me.intValue))) }
        t.method("string ToString(System.IFormatProvider provider)") { _, me, _ in Value(Str.of(UInt16(truncatingIfNeeded: me.intValue))) }
        t.method("int CompareTo(System.Object value)") { _, me, a in
            guard case .char(let c) = a[0].unwrapped else { if a.isNull(0) { return .int(1) }; throw NetException.argument("Object must be of type Char.") }
            return .int(Int32(me.intValue) - Int32(c))
        }
        t.method("int CompareTo(char value)") { _, me, a in .int(Int32(me.intValue) - Int32(a.unit(0))) }
        t.method("bool Equals(System.Object obj)") { _, me, a in .bool(me.isIdentical(to: a[0].unwrapped)) }
        t.method("bool Equals(char obj)") { _, me, a in .bool(me.isIdentical(to: a[0])) }
        t.method("System.TypeCode GetTypeCode()") { m, _, _ in m.enumValue("System.TypeCode", 4) }
        NumberMembers.convertible(t)
    }

    private static func test(_ t: TypeBuilder, _ name: String, _ f: @escaping (UInt16) -> Bool) {
        t.staticMethod("bool \(name)(char c)") { _, _, a in .bool(f(a.unit(0))) }
        t.staticMethod("bool \(name)(string s, int index)") { _, _, a in
            let s = a.str(0), i = a.int(1)
            guard i >= 0, i < s.count else { throw NetException.range("Index was out of range. Must be non-negative and less than the size of the collection.", "index") }
            return .bool(f(s[i]))
        }
    }
    private static func ascii(_ t: TypeBuilder) {
        func one(_ name: String, _ f: @escaping (UInt16) -> Bool) { t.staticMethod("bool \(name)(char c)") { _, _, a in .bool(f(a.unit(0))) } }
        one("IsAscii") { $0 < 128 }
        one("IsAsciiDigit") { $0 &- 48 < 10 }
        one("IsAsciiLetter") { ($0 | 32) &- 97 < 26 }
        one("IsAsciiLetterLower") { $0 &- 97 < 26 }
        one("IsAsciiLetterUpper") { $0 &- 65 < 26 }
        one("IsAsciiLetterOrDigit") { ($0 | 32) &- 97 < 26 || $0 &- 48 < 10 }
        one("IsAsciiHexDigit") { $0 &- 48 < 10 || ($0 | 32) &- 97 < 6 }
        t.staticMethod("bool IsBetween(char c, char minInclusive, char maxInclusive)") { _, _, a in .bool(a.unit(0) >= a.unit(1) && a.unit(0) <= a.unit(2)) }
        t.staticMethod("bool IsSurrogatePair(char highSurrogate, char lowSurrogate)") { _, _, a in .bool((0xD800...0xDBFF).contains(a.unit(0)) && (0xDC00...0xDFFF).contains(a.unit(1))) }
    }
    private static func cases(_ t: TypeBuilder) {
        t.staticMethod("char ToUpper(char c, cultureinfo culture)") { _, _, a in .char(CaseMap.upper(a.unit(0))) }
        t.staticMethod("char ToUpper(char c)") { _, _, a in .char(CaseMap.upperText(a.unit(0))) }
        t.staticMethod("char ToUpperInvariant(char c)") { _, _, a in .char(CaseMap.upper(a.unit(0))) }
        t.staticMethod("char ToLower(char c, cultureinfo culture)") { _, _, a in .char(CaseMap.lower(a.unit(0))) }
        t.staticMethod("char ToLower(char c)") { _, _, a in .char(CaseMap.lowerText(a.unit(0))) }
        t.staticMethod("char ToLowerInvariant(char c)") { _, _, a in .char(CaseMap.lower(a.unit(0))) }
    }
    private static func codePoints(_ t: TypeBuilder) {
        t.staticMethod("string ConvertFromUtf32(int utf32)") { _, _, a in
            guard let s = Unicode.Scalar(UInt32(truncatingIfNeeded: a.int(0))) else {
                throw NetException.range("A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate codepoint values (0x00d800 ~ 0x00dfff).", "utf32")
            }
            return Value(String(Character(s)))
        }
        t.staticMethod("int ConvertToUtf32(char highSurrogate, char lowSurrogate)") { _, _, a in
            .int(Int32((Int(a.unit(0)) - 0xD800) << 10 + (Int(a.unit(1)) - 0xDC00) + 0x10000))
        }
        t.staticMethod("int ConvertToUtf32(string s, int index)") { _, _, a in
            let s = a.str(0), i = a.int(1)
            guard i >= 0, i < s.count else { throw NetException.range("Index was out of range. Must be non-negative and less than the size of the collection.", "index") }
            let u = s[i]
            if (0xD800...0xDBFF).contains(u), i + 1 < s.count { return .int(Int32((Int(u) - 0xD800) << 10 + (Int(s[i + 1]) - 0xDC00) + 0x10000)) }
            return .int(Int32(u))
        }
    }

    static func category(_ u: UInt16) -> Unicode.GeneralCategory { Unicode.Scalar(u)?.properties.generalCategory ?? .surrogate }
    /// .NET's numbers of the categories.
    static func categoryNumber(_ u: UInt16) -> Int64 {
        let order: [Unicode.GeneralCategory] = [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber,
            .letterNumber, .otherNumber, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .privateUse, .connectorPunctuation, .dashPunctuation,
            .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .unassigned]
        return Int64(order.firstIndex(of: category(u)) ?? 29)
    }
}

extension Unicode.GeneralCategory {
    var isLetter: Bool { self == .uppercaseLetter || self == .lowercaseLetter || self == .titlecaseLetter || self == .modifierLetter || self == .otherLetter }
    var isPunctuation: Bool {
        switch self {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation: true
        default: false
        }
    }
    var isSymbol: Bool { self == .mathSymbol || self == .currencySymbol || self == .modifierSymbol || self == .otherSymbol }
    var isSeparator: Bool { self == .spaceSeparator || self == .lineSeparator || self == .paragraphSeparator }
}
