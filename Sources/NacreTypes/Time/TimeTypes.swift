import NacreRuntime

/// `DateTime`, `TimeSpan`, `DateTimeOffset` and their kin.
enum TimeTypes {
    static func register(in c: TypeCatalog) {
        TypeRef.dateTime.declare(in: c, DateTimeType.declare)
        TypeRef.timeSpan.declare(in: c, TimeSpanType.declare)
        TypeRef.dateTimeOffset.declare(in: c, DateTimeOffsetType.declare)
        c.register(.dateTime, as: "datetime")
        c.register(.timeSpan, as: "timespan")
        c.register(.dateTimeOffset)
        c.register("System.TimeZoneInfo") {
            let t = TypeRef("System.TimeZoneInfo", base: .object)
            t.declare(in: c, TimeZoneType.declare)
            return t
        }
        DateOnlyType.type.declare(in: c, DateOnlyType.declare)
        TimeOnlyType.type.declare(in: c, TimeOnlyType.declare)
        c.register(DateOnlyType.type, as: "dateonly")
        c.register(TimeOnlyType.type, as: "timeonly")
        CalendarType.base.declare(in: c, CalendarType.declare)
        CalendarType.type.declare(in: c, CalendarType.declareGregorian)
        c.register(CalendarType.base)
        c.register(CalendarType.type)
        c.register("System.Globalization.ISOWeek") {
            let t = TypeRef("System.Globalization.ISOWeek", base: .object)
            t.declare(in: c) { t in
                t.staticMethod("int GetWeekOfYear(datetime date)") { _, _, a in Value(Calendar.isoWeek(a.date(0)).week) }
                t.staticMethod("int GetYear(datetime date)") { _, _, a in Value(Calendar.isoWeek(a.date(0)).year) }
            }
            return t
        }
    }
}

extension Args {
    func date(_ i: Int) -> PSDateTime { self[i].cast(DateTimeValue.self)?.value ?? .minValue }
    func span(_ i: Int) -> PSTimeSpan { self[i].cast(TimeSpanValue.self)?.value ?? .zero }
    func moment(_ i: Int) -> PSDateTimeOffset { self[i].cast(DateTimeOffsetValue.self)?.value ?? .minValue }
    /// `DateTimeStyles`
    func styles(_ i: Int) -> DateStyles { DateStyles(rawValue: Int(option(i))) }
}

/// `System.DateTime`
enum DateTimeType {
    private static func me(_ v: Value) -> PSDateTime { v.cast(DateTimeValue.self)?.value ?? .minValue }
    private static func kind(_ n: Int64) throws -> PSDateTime.Kind {
        guard let k = PSDateTime.Kind(rawValue: Int(n)) else { throw NetException.argument("Invalid DateTimeKind value.", "kind") }
        return k
    }

    static func declare(_ t: TypeBuilder) {
        constructors(t)
        parts(t)
        arithmetic(t)
        texts(t)
        parsing(t)
        t.staticProperty("datetime Now") { _, _ in Value(PSDateTime.now) }
        t.staticProperty("datetime UtcNow") { _, _ in Value(PSDateTime.utcNow) }
        t.staticProperty("datetime Today") { _, _ in Value(PSDateTime.today) }
        t.staticProperty("datetime MinValue") { _, _ in Value(PSDateTime.minValue) }
        t.staticProperty("datetime MaxValue") { _, _ in Value(PSDateTime.maxValue) }
        t.staticProperty("datetime UnixEpoch") { _, _ in Value(PSDateTime.unixEpoch) }
        t.staticMethod("bool IsLeapYear(int year)") { _, _, a in .bool(try Calendar.isLeapYear(a.int(0))) }
        t.staticMethod("int DaysInMonth(int year, int month)") { _, _, a in Value(try Calendar.daysInMonth(a.int(0), a.int(1))) }
        t.staticMethod("datetime SpecifyKind(datetime value, System.DateTimeKind kind)") { _, _, a in Value(a.date(0).specifyingKind(try kind(a.option(1)))) }
        t.staticMethod("int Compare(datetime t1, datetime t2)") { _, _, a in Value(a.date(0) < a.date(1) ? -1 : a.date(0) == a.date(1) ? 0 : 1) }
        t.staticMethod("datetime FromFileTime(long fileTime)") { _, _, a in Value(try PSDateTime(ticks: Int64(a.int(0)) + fileEpoch, kind: .utc).local) }
        t.staticMethod("datetime FromFileTimeUtc(long fileTime)") { _, _, a in Value(try PSDateTime(ticks: Int64(a.int(0)) + fileEpoch, kind: .utc)) }
        t.staticMethod("datetime FromBinary(long dateData)") { _, _, a in
            let bits = UInt64(bitPattern: Int64(a.int(0)))
            return Value(try PSDateTime(ticks: Int64(bits & 0x3FFF_FFFF_FFFF_FFFF), kind: PSDateTime.Kind(rawValue: Int(bits >> 62)) ?? .local))
        }
        t.staticMethod("datetime FromOADate(double d)") { _, _, a in Value(try PSDateTime(ticks: 599_264_352_000_000_000).addingDays(a.double(0))) }
    }
    private static let fileEpoch: Int64 = 504_911_232_000_000_000

    private static func constructors(_ t: TypeBuilder) {
        t.constructor("datetime(long ticks)") { _, _, a in Value(try PSDateTime(ticks: Int64(a.int(0)))) }
        t.constructor("datetime(long ticks, System.DateTimeKind kind)") { _, _, a in Value(try PSDateTime(ticks: Int64(a.int(0)), kind: kind(a.option(1)))) }
        let names = ["year", "month", "day", "hour", "minute", "second", "millisecond"]
        func made(_ a: Args, _ n: Int, _ k: PSDateTime.Kind = .unspecified) throws -> Value {
            func part(_ i: Int) -> Int { i < n ? a.int(i) : 0 }
            return Value(try PSDateTime(year: part(0), month: part(1), day: part(2), hour: part(3), minute: part(4), second: part(5), millisecond: part(6)).specifyingKind(k))
        }
        for n in [3, 6, 7] {
            let parameters = names.prefix(n).map { "int \($0)" }.joined(separator: ", ")
            t.constructor("datetime(\(parameters))") { _, _, a in try made(a, n) }
            if n > 3 { t.constructor("datetime(\(parameters), System.DateTimeKind kind)") { _, _, a in try made(a, n, kind(a.option(n))) } }
        }
    }
    private static func parts(_ t: TypeBuilder) {
        t.property("datetime Date") { _, v in Value(me(v).date) }
        t.property("int Day") { _, v in Value(me(v).day) }
        t.property("System.DayOfWeek DayOfWeek") { m, v in m.enumValue("System.DayOfWeek", Int64(me(v).dayOfWeek)) }
        t.property("int DayOfYear") { _, v in Value(me(v).dayOfYear) }
        t.property("int Hour") { _, v in Value(me(v).hour) }
        t.property("System.DateTimeKind Kind") { m, v in m.enumValue("System.DateTimeKind", Int64(me(v).kind.rawValue)) }
        t.property("int Millisecond") { _, v in Value(me(v).millisecond) }
        t.property("int Microsecond") { _, v in Value(me(v).microsecond) }
        t.property("int Nanosecond") { _, v in Value(me(v).nanosecond) }
        t.property("int Minute") { _, v in Value(me(v).minute) }
        t.property("int Month") { _, v in Value(me(v).month) }
        t.property("int Second") { _, v in Value(me(v).second) }
        t.property("long Ticks") { _, v in .long(me(v).ticks) }
        t.property("timespan TimeOfDay") { _, v in Value(me(v).timeOfDay) }
        t.property("int Year") { _, v in Value(me(v).year) }
    }
    private static func arithmetic(_ t: TypeBuilder) {
        t.method("datetime Add(timespan value)") { _, v, a in Value(try me(v).adding(a.span(0))) }
        t.method("datetime AddDays(double value)") { _, v, a in Value(try me(v).addingDays(a.double(0))) }
        t.method("datetime AddHours(double value)") { _, v, a in Value(try me(v).addingHours(a.double(0))) }
        t.method("datetime AddMinutes(double value)") { _, v, a in Value(try me(v).addingMinutes(a.double(0))) }
        t.method("datetime AddSeconds(double value)") { _, v, a in Value(try me(v).addingSeconds(a.double(0))) }
        t.method("datetime AddMilliseconds(double value)") { _, v, a in Value(try me(v).addingMilliseconds(a.double(0))) }
        t.method("datetime AddMicroseconds(double value)") { _, v, a in Value(try me(v).addingMicroseconds(a.double(0))) }
        t.method("datetime AddMonths(int months)") { _, v, a in Value(try me(v).addingMonths(a.int(0))) }
        t.method("datetime AddYears(int value)") { _, v, a in Value(try me(v).addingYears(a.int(0))) }
        t.method("datetime AddTicks(long value)") { _, v, a in Value(try me(v).adding(ticks: Int64(a.int(0)))) }
        t.method("timespan Subtract(datetime value)") { _, v, a in Value(me(v).subtracting(a.date(0))) }
        t.method("datetime Subtract(timespan value)") { _, v, a in Value(try me(v).subtracting(a.span(0))) }
        t.method("int CompareTo(System.Object value)") { _, v, a in
            if a.isNull(0) { return .int(1) }
            guard a[0].cast(DateTimeValue.self) != nil else { throw NetException.argument("Object must be of type DateTime.") }
            return Value(me(v) < a.date(0) ? -1 : me(v) == a.date(0) ? 0 : 1)
        }
        t.method("int CompareTo(datetime value)") { _, v, a in Value(me(v) < a.date(0) ? -1 : me(v) == a.date(0) ? 0 : 1) }
        t.method("bool Equals(datetime value)") { _, v, a in .bool(me(v) == a.date(0)) }
        t.method("datetime ToUniversalTime()") { _, v, _ in Value(me(v).universal) }
        t.method("datetime ToLocalTime()") { _, v, _ in Value(me(v).local) }
        t.method("long ToFileTime()") { _, v, _ in .long(me(v).universal.ticks - fileEpoch) }
        t.method("long ToFileTimeUtc()") { _, v, _ in .long(me(v).universal.ticks - fileEpoch) }
        t.method("double ToOADate()") { _, v, _ in .double(Double(me(v).ticks - 599_264_352_000_000_000) / Double(Calendar.ticksPerDay)) }
        t.method("long ToBinary()") { _, v, _ in .long(Int64(bitPattern: UInt64(me(v).ticks) | UInt64(me(v).kind.rawValue) << 62)) }
        t.method("bool IsDaylightSavingTime()") { _, v, _ in
            let winter = (try? PSDateTime(year: me(v).year, month: 1, day: 1))?.specifyingKind(.local).utcOffset, summer = (try? PSDateTime(year: me(v).year, month: 7, day: 1))?.specifyingKind(.local).utcOffset
            guard me(v).kind != .utc, let winter, let summer, winter != summer else { return .bool(false) }
            return .bool(me(v).specifyingKind(.local).utcOffset == max(winter, summer))
        }
        t.method("System.TypeCode GetTypeCode()") { m, _, _ in m.enumValue("System.TypeCode", 16) }
    }
    private static func texts(_ t: TypeBuilder) {
        func text(_ v: Value, _ format: String, _ provider: Value = .null) throws -> Value {
            var b: [UInt8] = []
            try DateFormat.append(me(v), format: format, symbols: try Formatting.culture(provider).dates(), to: &b)
            return Value(String(decoding: b, as: UTF8.self))
        }
        t.method("string ToString()") { _, v, _ in try text(v, "") }
        t.method("string ToString(string format)") { _, v, a in try text(v, a.text(0)) }
        t.method("string ToString(System.IFormatProvider provider)") { _, v, a in try text(v, "", a[0]) }
        t.method("string ToString(string format, System.IFormatProvider provider)") { _, v, a in try text(v, a.text(0), a[1]) }
        t.method("string ToLongDateString()") { _, v, _ in try text(v, "D") }
        t.method("string ToShortDateString()") { _, v, _ in try text(v, "d") }
        t.method("string ToLongTimeString()") { _, v, _ in try text(v, "T") }
        t.method("string ToShortTimeString()") { _, v, _ in try text(v, "t") }
    }
    private static func parsing(_ t: TypeBuilder) {
        func parse(_ s: String, _ provider: Value, _ styles: DateStyles = []) throws -> PSDateTime {
            try DateParse.dateTime(s, symbols: Formatting.culture(provider).dates(), styles: styles)
        }
        func exact(_ m: Machine, _ s: String, _ formats: Value, _ provider: Value, _ styles: DateStyles = []) throws -> PSDateTime {
            try DateParse.dateTime(s, formats: m.elements(of: formats).map { m.str($0).string }, symbols: Formatting.culture(provider).dates(), styles: styles)
        }
        func attempt(_ into: Value, _ f: () throws -> PSDateTime) -> Value {
            let r = try? f()
            (into.obj as? Reference)?.variable.value = Value(r ?? .minValue)
            return .bool(r != nil)
        }
        let styles = "System.Globalization.DateTimeStyles style", provider = "System.IFormatProvider provider"
        t.staticMethod("datetime Parse(string s)") { _, _, a in Value(try parse(a.text(0), .null)) }
        t.staticMethod("datetime Parse(string s, \(provider))") { _, _, a in Value(try parse(a.text(0), a[1])) }
        t.staticMethod("datetime Parse(string s, \(provider), \(styles))") { _, _, a in Value(try parse(a.text(0), a[1], a.styles(2))) }
        t.staticMethod("bool TryParse(string s, [ref] datetime result)") { _, _, a in attempt(a[1]) { try parse(a.text(0), .null) } }
        t.staticMethod("bool TryParse(string s, \(provider), [ref] datetime result)") { _, _, a in attempt(a[2]) { try parse(a.text(0), a[1]) } }
        t.staticMethod("bool TryParse(string s, \(provider), \(styles), [ref] datetime result)") { _, _, a in attempt(a[3]) { try parse(a.text(0), a[1], a.styles(2)) } }
        for kind in ["string format", "string[] formats"] {
            if kind == "string format" { t.staticMethod("datetime ParseExact(string s, \(kind), \(provider))") { m, _, a in Value(try exact(m, a.text(0), a[1], a[2])) } }
            t.staticMethod("datetime ParseExact(string s, \(kind), \(provider), \(styles))") { m, _, a in Value(try exact(m, a.text(0), a[1], a[2], a.styles(3))) }
            t.staticMethod("bool TryParseExact(string s, \(kind), \(provider), \(styles), [ref] datetime result)") { m, _, a in attempt(a[4]) { try exact(m, a.text(0), a[1], a[2], a.styles(3)) } }
        }
    }
}
