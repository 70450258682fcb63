import NacreRuntime

extension TypeRef {
    public static let cultureInfo = TypeRef("System.Globalization.CultureInfo", base: .object)
    static let textInfo = TypeRef("System.Globalization.TextInfo", base: .object)
    static let numberFormatInfo = TypeRef("System.Globalization.NumberFormatInfo", base: .object)
    static let dateTimeFormatInfo = TypeRef("System.Globalization.DateTimeFormatInfo", base: .object)
}

/// What a culture writes differently. Names that are not listed follow en-US in everything but their name.
struct CultureData {
    var name: String, englishName: String, symbols: NumberSymbols
    var isCurrent: Bool { name == "en-US" }
    var isInvariant: Bool { name.isEmpty }

    static let enUS = CultureData(name: "en-US", englishName: "English (United States)", symbols: .enUS)
    static let invariant = CultureData(name: "", englishName: "Invariant Language (Invariant Country)", symbols: .invariant)

    /// Name, English name, decimal and group separator, currency symbol, currency pattern.
    private static let table = """
    de-DE|German (Germany)|,|.|€|# $
    de-AT|German (Austria)|,|\u{A0}|€|$ #
    de-CH|German (Switzerland)|.|’|CHF|$ #
    fr-FR|French (France)|,|\u{202F}|€|# $
    fr-CA|French (Canada)|,|\u{A0}|$|# $
    es-ES|Spanish (Spain)|,|.|€|# $
    it-IT|Italian (Italy)|,|.|€|# $
    nl-NL|Dutch (Netherlands)|,|.|€|$ #
    pt-BR|Portuguese (Brazil)|,|.|R$|$ #
    pt-PT|Portuguese (Portugal)|,|\u{A0}|€|# $
    pl-PL|Polish (Poland)|,|\u{A0}|zł|# $
    ru-RU|Russian (Russia)|,|\u{A0}|₽|# $
    sv-SE|Swedish (Sweden)|,|\u{A0}|kr|# $
    da-DK|Danish (Denmark)|,|.|kr.|# $
    nb-NO|Norwegian Bokmål (Norway)|,|\u{A0}|kr|# $
    fi-FI|Finnish (Finland)|,|\u{A0}|€|# $
    cs-CZ|Czech (Czechia)|,|\u{A0}|Kč|# $
    tr-TR|Turkish (Türkiye)|,|.|₺|$#
    en-GB|English (United Kingdom)|.|,|£|$#
    en-CA|English (Canada)|.|,|$|$#
    en-AU|English (Australia)|.|,|$|$#
    en-IN|English (India)|.|,|₹|$#
    ja-JP|Japanese (Japan)|.|,|￥|$#
    zh-CN|Chinese (China)|.|,|¥|$#
    ko-KR|Korean (South Korea)|.|,|₩|$#
    """
    /// A culture by name, or nil for one whose rules Nacre does not have.
    static func named(_ name: String) -> CultureData? {
        let key = name.lowercased()
        if key.isEmpty || key == "iv" { return .invariant }
        if key == "en-us" || key == "en" { return key == "en" ? CultureData(name: "en", englishName: "English", symbols: .enUS) : .enUS }
        for line in table.split(separator: "\n") {
            let f = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            guard f.count == 6, f[0].lowercased() == key || (f[0].lowercased().hasPrefix(key + "-") && !key.contains("-")) else { continue }
            var s = NumberSymbols(currencySymbol: f[4], currencyPattern: f[5])
            s.decimalSeparator = Array(f[2].utf8)
            s.groupSeparator = Array(f[3].utf8)
            s.currencyDecimalSeparator = s.decimalSeparator
            s.currencyGroupSeparator = s.groupSeparator
            s.negativeCurrencyPattern = Array(("-" + f[5]).utf8)
            let isNeutral = !key.contains("-")
            return CultureData(name: isNeutral ? String(f[0].prefix(while: { $0 != "-" })) : f[0], englishName: isNeutral ? String(f[1].prefix(while: { $0 != " " })) : f[1], symbols: s)
        }
        return nil
    }
}

public final class CultureValue: Native {
    let data: CultureData
    init(_ data: CultureData) { self.data = data; super.init(.cultureInfo) }
    public override func text(_ culture: Culture) -> String? { data.name }
    public override func isEqual(to other: Obj) -> Bool { (other as? CultureValue)?.data.name == data.name }
}
/// `NumberFormat`, `DateTimeFormat` and `TextInfo` of a culture.
final class CultureFormat: Native {
    let data: CultureData
    init(_ data: CultureData, _ type: TypeRef) { self.data = data; super.init(type) }
}

enum CultureType {
    static func me(_ v: Value) -> CultureData { (v.obj as? CultureValue)?.data ?? (v.obj as? CultureFormat)?.data ?? .enUS }

    private static func find(_ name: Str) throws -> Value {
        guard let d = CultureData.named(name.string) else {
            let e = ExceptionValue(StandardTypes.catalog.find("System.Globalization.CultureNotFoundException") ?? .argumentException,
                                   "Culture is not supported. (Parameter 'name')\n\(name.string) is an invalid culture identifier.")
            throw NetException(e)
        }
        return .object(CultureValue(d))
    }

    static func declare(_ t: TypeBuilder) {
        t.constructor("cultureinfo(string name)") { _, _, a in try find(a.str(0)) }
        t.constructor("cultureinfo(string name, bool useUserOverride)") { _, _, a in try find(a.str(0)) }
        t.staticMethod("cultureinfo GetCultureInfo(string name)") { _, _, a in try find(a.str(0)) }
        t.staticMethod("cultureinfo CreateSpecificCulture(string name)") { _, _, a in try find(a.str(0)) }
        t.staticProperty("cultureinfo InvariantCulture") { _, _ in .object(CultureValue(.invariant)) }
        for n in ["CurrentCulture", "CurrentUICulture", "DefaultThreadCurrentCulture", "InstalledUICulture"] {
            t.staticProperty("cultureinfo \(n)", get: { _, _ in .object(CultureValue(.enUS)) }, set: { _, _, v in
                if !me(v).isCurrent { throw NetException.unsupported("a current culture other than en-US") }
            })
        }
        t.property("string Name") { _, v in Value(me(v).name) }
        t.property("string DisplayName") { _, v in Value(me(v).englishName) }
        t.property("string EnglishName") { _, v in Value(me(v).englishName) }
        t.property("string NativeName") { _, v in Value(me(v).englishName) }
        t.property("string TwoLetterISOLanguageName") { _, v in Value(me(v).isInvariant ? "iv" : String(me(v).name.prefix(2))) }
        t.property("string IetfLanguageTag") { _, v in Value(me(v).name) }
        t.property("int LCID") { _, v in .int(me(v).isInvariant ? 127 : me(v).isCurrent ? 1033 : 4096) }
        t.property("bool IsNeutralCulture") { _, v in .bool(!me(v).isInvariant && !me(v).name.contains("-")) }
        t.property("bool IsReadOnly") { _, _ in .bool(true) }
        t.property("cultureinfo Parent") { _, v in .object(CultureValue(CultureData.named(String(me(v).name.prefix { $0 != "-" })) ?? .invariant)) }
        t.property("System.Globalization.NumberFormatInfo NumberFormat") { _, v in .object(CultureFormat(me(v), .numberFormatInfo)) }
        t.property("System.Globalization.Calendar Calendar") { _, _ in .object(CalendarValue()) }
        t.property("System.Globalization.DateTimeFormatInfo DateTimeFormat") { _, v in .object(CultureFormat(me(v), .dateTimeFormatInfo)) }
        t.property("System.Globalization.TextInfo TextInfo") { _, v in .object(CultureFormat(me(v), .textInfo)) }
        t.method("string ToString()") { _, v, _ in Value(me(v).name) }
    }

    static func declareTextInfo(_ t: TypeBuilder) {
        t.property("string CultureName") { _, v in Value(me(v).name) }
        t.property("string ListSeparator") { _, _ in Value(",") }
        t.method("string ToUpper(string str)") { _, _, a in Value(a.str(0).cased(upper: true)) }
        t.method("string ToLower(string str)") { _, _, a in Value(a.str(0).cased(upper: false)) }
        t.method("string ToTitleCase(string str)") { _, _, a in
            let u = a.str(0).units
            var out: [UInt16] = [], i = 0
            while i < u.count {
                guard CharType.category(u[i]).isLetter else { out.append(u[i]); i += 1; continue }
                // Words all in capitals stay as they are.
                var j = i
                while j < u.count, CharType.category(u[j]).isLetter || u[j] == 0x27 || CharType.category(u[j]) == .nonspacingMark { j += 1 }
                let word = u[i..<j]
                if word.allSatisfy({ !CharType.category($0).isLetter || CharType.category($0) == .uppercaseLetter }) { out += word }
                else { out.append(CaseMap.upper(u[i])); out += word.dropFirst().map { CaseMap.lower($0) } }
                i = j
            }
            return Value(Str(out))
        }
    }

    static func declareNumberFormat(_ t: TypeBuilder) {
        func text(_ b: [UInt8]) -> Value { Value(String(decoding: b, as: UTF8.self)) }
        t.staticProperty("System.Globalization.NumberFormatInfo CurrentInfo") { _, _ in .object(CultureFormat(.enUS, .numberFormatInfo)) }
        t.staticProperty("System.Globalization.NumberFormatInfo InvariantInfo") { _, _ in .object(CultureFormat(.invariant, .numberFormatInfo)) }
        for n in ["Number", "Percent"] {
            t.property("string \(n)DecimalSeparator") { _, v in text(me(v).symbols.decimalSeparator) }
            t.property("string \(n)GroupSeparator") { _, v in text(me(v).symbols.groupSeparator) }
        }
        t.property("string CurrencyDecimalSeparator") { _, v in text(me(v).symbols.currencyDecimalSeparator) }
        t.property("string CurrencyGroupSeparator") { _, v in text(me(v).symbols.currencyGroupSeparator) }
        t.property("string CurrencySymbol") { _, v in text(me(v).symbols.currencySymbol) }
        t.property("string NegativeSign") { _, v in text(me(v).symbols.negativeSign) }
        t.property("string PositiveSign") { _, v in text(me(v).symbols.positiveSign) }
        t.property("string NaNSymbol") { _, v in text(me(v).symbols.nan) }
        t.property("string PositiveInfinitySymbol") { _, v in text(me(v).symbols.positiveInfinity) }
        t.property("string NegativeInfinitySymbol") { _, v in text(me(v).symbols.negativeInfinity) }
        t.property("string PercentSymbol") { _, v in text(me(v).symbols.percentSymbol) }
        t.property("int NumberDecimalDigits") { _, v in Value(me(v).symbols.numberDecimals) }
        t.property("int CurrencyDecimalDigits") { _, v in Value(me(v).symbols.currencyDecimals) }
        t.property("int PercentDecimalDigits") { _, v in Value(me(v).symbols.percentDecimals) }
    }

    static func declareDateFormat(_ t: TypeBuilder) {
        func symbols(_ v: Value) throws -> DateSymbols { try me(v).dates() }
        func one(_ all: [String], _ i: Int, _ parameter: String) throws -> Value {
            guard i >= 0, i < all.count else { throw NetException.range("Valid values are between 0 and \(all.count - 1), inclusive.", parameter) }
            return Value(all[i])
        }
        func text(_ name: String, _ get: @escaping (DateSymbols) -> String) { t.property("string \(name)") { _, v in Value(get(try symbols(v))) } }
        func texts(_ name: String, _ get: @escaping (DateSymbols) -> [String]) { t.property("string[] \(name)") { _, v in .strings(get(try symbols(v))) } }
        t.staticProperty("System.Globalization.DateTimeFormatInfo CurrentInfo") { _, _ in .object(CultureFormat(.enUS, .dateTimeFormatInfo)) }
        t.staticProperty("System.Globalization.DateTimeFormatInfo InvariantInfo") { _, _ in .object(CultureFormat(.invariant, .dateTimeFormatInfo)) }
        text("AMDesignator") { $0.am }
        t.property("System.Globalization.Calendar Calendar") { _, _ in .object(CalendarValue()) }
        text("DateSeparator") { $0.dateSeparator }
        t.property("System.DayOfWeek FirstDayOfWeek") { m, v in m.enumValue("System.DayOfWeek", Int64(try symbols(v).firstDayOfWeek)) }
        t.property("System.Globalization.CalendarWeekRule CalendarWeekRule") { m, v in
            // Where weeks begin with Monday, the first is the one with four days, in most cultures.
            let first = try symbols(v).firstDayOfWeek
            return m.enumValue("System.Globalization.CalendarWeekRule", first == 1 && !me(v).name.hasPrefix("en") ? 2 : 0)
        }
        text("FullDateTimePattern") { $0.fullDateTime }
        text("LongDatePattern") { $0.longDate }
        text("LongTimePattern") { $0.longTime }
        text("MonthDayPattern") { $0.monthDay }
        text("PMDesignator") { $0.pm }
        text("RFC1123Pattern") { _ in "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'" }
        text("ShortDatePattern") { $0.shortDate }
        text("ShortTimePattern") { $0.shortTime }
        text("SortableDateTimePattern") { _ in "yyyy'-'MM'-'dd'T'HH':'mm':'ss" }
        text("TimeSeparator") { $0.timeSeparator }
        text("UniversalSortableDateTimePattern") { _ in "yyyy'-'MM'-'dd HH':'mm':'ss'Z'" }
        text("YearMonthPattern") { $0.yearMonth }
        texts("AbbreviatedDayNames") { $0.shortDayNames }
        texts("ShortestDayNames") { s in s.shortDayNames.map { String($0.prefix(1)) } }
        texts("DayNames") { $0.dayNames }
        texts("AbbreviatedMonthNames") { $0.shortMonthNames + [""] }
        texts("MonthNames") { $0.monthNames + [""] }
        t.property("bool IsReadOnly") { _, _ in .bool(true) }
        text("NativeCalendarName") { _ in "Gregorian Calendar" }
        texts("AbbreviatedMonthGenitiveNames") { $0.shortMonthNames + [""] }
        texts("MonthGenitiveNames") { $0.genitiveMonthNames + [""] }
        t.method("string GetDayName(System.DayOfWeek dayofweek)") { _, v, a in try one(symbols(v).dayNames, Int(a.option(0)), "dayofweek") }
        t.method("string GetAbbreviatedDayName(System.DayOfWeek dayofweek)") { _, v, a in try one(symbols(v).shortDayNames, Int(a.option(0)), "dayofweek") }
        func month(_ names: [String], _ i: Int) throws -> Value {
            guard 1...13 ~= i else { throw NetException.range("Valid values are between 1 and 13, inclusive.", "month") }
            return Value(i == 13 ? "" : names[i - 1])
        }
        t.method("string GetMonthName(int month)") { _, v, a in try month(symbols(v).monthNames, a.int(0)) }
        t.method("string GetAbbreviatedMonthName(int month)") { _, v, a in try month(symbols(v).shortMonthNames, a.int(0)) }
    }
}
