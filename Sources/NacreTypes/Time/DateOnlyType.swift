import NacreRuntime

/// A `System.DateOnly`: a day without a time.
final class DateOnlyValue: Native {
    let date: PSDateTime
    init(_ d: PSDateTime) { date = d.date.specifyingKind(.unspecified); super.init(DateOnlyType.type) }
    override func text(_ culture: Culture) -> String? { try? DateOnlyType.text(date, culture == .invariant ? "MM/dd/yyyy" : "d", .enUS) }
    override func isEqual(to other: Obj) -> Bool { (other as? DateOnlyValue)?.date == date }
    override var hash: Int { date.ticks.hashValue }
    override func compare(to other: Obj) -> Int? { (other as? DateOnlyValue).map { date < $0.date ? -1 : date == $0.date ? 0 : 1 } }
}
/// A `System.TimeOnly`: a time of day.
final class TimeOnlyValue: Native {
    /// Of the first day there is.
    let time: PSDateTime
    init(_ t: PSDateTime) { time = (try? PSDateTime(ticks: t.ticks % Calendar.ticksPerDay)) ?? .minValue; super.init(TimeOnlyType.type) }
    override func text(_ culture: Culture) -> String? { try? DateOnlyType.text(time, culture == .invariant ? "HH:mm" : "t", .enUS) }
    override func isEqual(to other: Obj) -> Bool { (other as? TimeOnlyValue)?.time == time }
    override var hash: Int { time.ticks.hashValue }
    override func compare(to other: Obj) -> Int? { (other as? TimeOnlyValue).map { time < $0.time ? -1 : time == $0.time ? 0 : 1 } }
}

enum DateOnlyType {
    static let type = TypeRef("System.DateOnly", base: .valueType, isValueType: true)

    static func text(_ d: PSDateTime, _ format: String, _ symbols: DateSymbols) throws -> String {
        var b: [UInt8] = []
        try DateFormat.append(d, format: format, symbols: symbols, to: &b)
        return String(decoding: b, as: UTF8.self)
    }
    private static func me(_ v: Value) -> PSDateTime { (v.unwrapped.obj as? DateOnlyValue)?.date ?? .minValue }
    private static func made(_ d: PSDateTime) -> Value { .object(DateOnlyValue(d)) }
    private static func parse(_ s: String, _ provider: Value = .null) throws -> Value {
        guard let d = try? DateParse.dateTime(s, symbols: Formatting.culture(provider).dates(), styles: []), d.timeOfDay == .zero else {
            throw NetException(.formatException, "String '\(s)' was not recognized as a valid DateOnly.")
        }
        return made(d)
    }

    static func declare(_ t: TypeBuilder) {
        let n = "System.DateOnly"
        t.constructor("\(n)(int year, int month, int day)") { _, _, a in made(try PSDateTime(year: a.int(0), month: a.int(1), day: a.int(2))) }
        t.property("int Year") { _, v in Value(me(v).year) }
        t.property("int Month") { _, v in Value(me(v).month) }
        t.property("int Day") { _, v in Value(me(v).day) }
        t.property("System.DayOfWeek DayOfWeek") { m, v in m.enumValue("System.DayOfWeek", Int64(me(v).dayOfWeek)) }
        t.property("int DayOfYear") { _, v in Value(me(v).dayOfYear) }
        t.property("int DayNumber") { _, v in Value(Int(me(v).ticks / Calendar.ticksPerDay)) }
        t.staticProperty("\(n) MinValue") { _, _ in made(.minValue) }
        t.staticProperty("\(n) MaxValue") { _, _ in made(.maxValue) }
        t.staticMethod("\(n) FromDateTime(datetime dateTime)") { _, _, a in made(a.date(0)) }
        t.staticMethod("\(n) FromDayNumber(int dayNumber)") { _, _, a in made(try PSDateTime(ticks: Int64(a.int(0)) * Calendar.ticksPerDay)) }
        t.staticMethod("\(n) Parse(string s)") { _, _, a in try parse(a.text(0)) }
        t.staticMethod("\(n) Parse(string s, System.IFormatProvider provider)") { _, _, a in try parse(a.text(0), a[1]) }
        t.staticMethod("\(n) ParseExact(string s, string format)") { _, _, a in made(try DateParse.dateTime(a.text(0), formats: [a.text(1)], symbols: .enUS, styles: [])) }
        t.staticMethod("bool TryParse(string s, [ref] \(n) result)") { _, _, a in
            let d = try? parse(a.text(0))
            (a[1].obj as? Reference)?.variable.value = d ?? made(.minValue)
            return .bool(d != nil)
        }
        t.method("\(n) AddDays(int value)") { _, v, a in made(try me(v).addingDays(Double(a.int(0)))) }
        t.method("\(n) AddMonths(int value)") { _, v, a in made(try me(v).addingMonths(a.int(0))) }
        t.method("\(n) AddYears(int value)") { _, v, a in made(try me(v).addingYears(a.int(0))) }
        t.method("datetime ToDateTime(System.TimeOnly time)") { _, v, a in
            Value(try PSDateTime(ticks: me(v).ticks + ((a[0].unwrapped.obj as? TimeOnlyValue)?.time.ticks ?? 0)))
        }
        t.method("int CompareTo(\(n) value)") { _, v, a in Value(me(v) < me(a[0]) ? -1 : me(v) == me(a[0]) ? 0 : 1) }
        t.method("bool Equals(\(n) value)") { _, v, a in .bool(me(v) == me(a[0])) }
        t.method("string ToString()") { _, v, _ in Value(try text(me(v), "d", .enUS)) }
        t.method("string ToString(string format)") { _, v, a in Value(try text(me(v), a.text(0), .enUS)) }
        t.method("string ToString(System.IFormatProvider provider)") { _, v, a in Value(try text(me(v), "d", Formatting.culture(a[0]).dates())) }
        t.method("string ToString(string format, System.IFormatProvider provider)") { _, v, a in Value(try text(me(v), a.text(0), Formatting.culture(a[1]).dates())) }
        t.method("string ToLongDateString()") { _, v, _ in Value(try text(me(v), "D", .enUS)) }
        t.method("string ToShortDateString()") { _, v, _ in Value(try text(me(v), "d", .enUS)) }
    }
}

enum TimeOnlyType {
    static let type = TypeRef("System.TimeOnly", base: .valueType, isValueType: true)
    private static func me(_ v: Value) -> PSDateTime { (v.unwrapped.obj as? TimeOnlyValue)?.time ?? .minValue }
    private static func made(_ d: PSDateTime) -> Value { .object(TimeOnlyValue(d)) }
    /// The time some ticks later, around midnight.
    private static func later(_ v: Value, _ ticks: Double) throws -> Value {
        let day = Calendar.ticksPerDay, sum = (me(v).ticks + Int64(ticks)) % day
        return made(try PSDateTime(ticks: sum < 0 ? sum + day : sum))
    }
    private static func parse(_ s: String, _ provider: Value = .null) throws -> Value {
        guard s.contains(":"), let d = try? DateParse.dateTime(s, symbols: Formatting.culture(provider).dates(), styles: []) else {
            throw NetException(.formatException, "String '\(s)' was not recognized as a valid TimeOnly.")
        }
        return made(d)
    }

    static func declare(_ t: TypeBuilder) {
        let n = "System.TimeOnly", names = ["hour", "minute", "second", "millisecond"]
        for k in 2...4 {
            t.constructor("\(n)(\(names.prefix(k).map { "int \($0)" }.joined(separator: ", ")))") { _, _, a in
                made(try PSDateTime(year: 1, month: 1, day: 1, hour: a.int(0), minute: a.int(1), second: k > 2 ? a.int(2) : 0, millisecond: k > 3 ? a.int(3) : 0))
            }
        }
        t.constructor("\(n)(long ticks)") { _, _, a in made(try PSDateTime(ticks: Int64(a.int(0)))) }
        t.property("int Hour") { _, v in Value(me(v).hour) }
        t.property("int Minute") { _, v in Value(me(v).minute) }
        t.property("int Second") { _, v in Value(me(v).second) }
        t.property("int Millisecond") { _, v in Value(me(v).millisecond) }
        t.property("int Microsecond") { _, v in Value(me(v).microsecond) }
        t.property("int Nanosecond") { _, v in Value(me(v).nanosecond) }
        t.property("long Ticks") { _, v in .long(me(v).ticks) }
        t.staticProperty("\(n) MinValue") { _, _ in made(.minValue) }
        t.staticProperty("\(n) MaxValue") { _, _ in made(.maxValue) }
        t.staticMethod("\(n) FromDateTime(datetime dateTime)") { _, _, a in made(a.date(0)) }
        t.staticMethod("\(n) FromTimeSpan(timespan timeSpan)") { _, _, a in made(try PSDateTime(ticks: a.span(0).ticks)) }
        t.staticMethod("\(n) Parse(string s)") { _, _, a in try parse(a.text(0)) }
        t.staticMethod("\(n) Parse(string s, System.IFormatProvider provider)") { _, _, a in try parse(a.text(0), a[1]) }
        t.staticMethod("bool TryParse(string s, [ref] \(n) result)") { _, _, a in
            let d = try? parse(a.text(0))
            (a[1].obj as? Reference)?.variable.value = d ?? made(.minValue)
            return .bool(d != nil)
        }
        t.method("\(n) Add(timespan value)") { _, v, a in try later(v, Double(a.span(0).ticks)) }
        t.method("\(n) AddHours(double value)") { _, v, a in try later(v, a.double(0) * 36_000_000_000) }
        t.method("\(n) AddMinutes(double value)") { _, v, a in try later(v, a.double(0) * 600_000_000) }
        t.method("bool IsBetween(\(n) start, \(n) end)") { _, v, a in
            let x = me(v), s = me(a[0]), e = me(a[1])
            return .bool(s < e || s == e ? !(x < s) && x < e : !(x < s) || x < e)
        }
        t.method("timespan ToTimeSpan()") { _, v, _ in Value(me(v).timeOfDay) }
        t.method("int CompareTo(\(n) value)") { _, v, a in Value(me(v) < me(a[0]) ? -1 : me(v) == me(a[0]) ? 0 : 1) }
        t.method("bool Equals(\(n) value)") { _, v, a in .bool(me(v) == me(a[0])) }
        func text(_ v: Value, _ format: String, _ provider: Value = .null) throws -> Value { Value(try DateOnlyType.text(me(v), format, Formatting.culture(provider).dates())) }
        t.method("string ToString()") { _, v, _ in try text(v, "t") }
        t.method("string ToString(string format)") { _, v, a in try text(v, a.text(0)) }
        t.method("string ToString(System.IFormatProvider provider)") { _, v, a in try text(v, "t", a[0]) }
        t.method("string ToString(string format, System.IFormatProvider provider)") { _, v, a in try text(v, a.text(0), a[1]) }
        t.method("string ToLongTimeString()") { _, v, _ in try text(v, "T") }
        t.method("string ToShortTimeString()") { _, v, _ in try text(v, "t") }
    }
}
