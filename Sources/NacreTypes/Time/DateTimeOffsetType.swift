import NacreRuntime

/// `System.DateTimeOffset`
enum DateTimeOffsetType {
    private static func me(_ v: Value) -> PSDateTimeOffset { v.cast(DateTimeOffsetValue.self)?.value ?? .minValue }

    static func declare(_ t: TypeBuilder) {
        let n = "System.DateTimeOffset"
        t.constructor("\(n)(datetime dateTime)") { _, _, a in Value(try PSDateTimeOffset(a.date(0))) }
        t.constructor("\(n)(datetime dateTime, timespan offset)") { _, _, a in Value(try PSDateTimeOffset(a.date(0), offset: a.span(1))) }
        t.constructor("\(n)(long ticks, timespan offset)") { _, _, a in Value(try PSDateTimeOffset(PSDateTime(ticks: Int64(a.int(0))), offset: a.span(1))) }
        t.constructor("\(n)(int year, int month, int day, int hour, int minute, int second, timespan offset)") { _, _, a in
            Value(try PSDateTimeOffset(PSDateTime(year: a.int(0), month: a.int(1), day: a.int(2), hour: a.int(3), minute: a.int(4), second: a.int(5)), offset: a.span(6)))
        }
        t.staticProperty("\(n) Now") { _, _ in Value(PSDateTimeOffset.now) }
        t.staticProperty("\(n) UtcNow") { _, _ in Value(PSDateTimeOffset.utcNow) }
        t.staticProperty("\(n) MinValue") { _, _ in Value(PSDateTimeOffset.minValue) }
        t.staticProperty("\(n) MaxValue") { _, _ in Value(PSDateTimeOffset.maxValue) }
        t.staticProperty("\(n) UnixEpoch") { _, _ in Value(PSDateTimeOffset.unixEpoch) }
        t.staticMethod("\(n) FromUnixTimeSeconds(long seconds)") { _, _, a in Value(try PSDateTimeOffset.fromUnix(seconds: Int64(a.int(0)))) }
        t.staticMethod("\(n) FromUnixTimeMilliseconds(long milliseconds)") { _, _, a in Value(try PSDateTimeOffset.fromUnix(milliseconds: Int64(a.int(0)))) }
        t.staticMethod("\(n) Parse(string input)") { _, _, a in Value(try DateParse.dateTimeOffset(a.text(0))) }
        t.staticMethod("\(n) Parse(string input, System.IFormatProvider formatProvider)") { _, _, a in Value(try DateParse.dateTimeOffset(a.text(0), symbols: Formatting.culture(a[1]).dates())) }
        t.staticMethod("\(n) ParseExact(string input, string format, System.IFormatProvider formatProvider)") { _, _, a in
            Value(try DateParse.dateTimeOffset(a.text(0), formats: [a.text(1)], symbols: Formatting.culture(a[2]).dates()))
        }
        t.staticMethod("bool TryParse(string input, [ref] \(n) result)") { _, _, a in
            let r = try? DateParse.dateTimeOffset(a.text(0))
            (a[1].obj as? Reference)?.variable.value = Value(r ?? .minValue)
            return .bool(r != nil)
        }
        parts(t)
        func change(_ name: String, _ type: String, _ f: @escaping (PSDateTime, Args) throws -> PSDateTime) {
            t.method("\(n) \(name)(\(type))") { _, v, a in
                Value(try me(v).adjusting { (d: PSDateTime) throws(TextError) -> PSDateTime in
                    do { return try f(d, a) } catch let e as TextError { throw e } catch { throw TextError(.argument, "\(error)") }
                })
            }
        }
        change("AddTicks", "long ticks") { try $0.adding(ticks: Int64($1.int(0))) }
        change("AddMicroseconds", "double microseconds") { try $0.addingMicroseconds($1.double(0)) }
        t.staticMethod("int Compare(\(n) first, \(n) second)") { _, _, a in Value(a.moment(0) < a.moment(1) ? -1 : a.moment(0) == a.moment(1) ? 0 : 1) }
        t.method("bool EqualsExact(\(n) other)") { _, v, a in .bool(me(v) == a.moment(0) && me(v).offset == a.moment(0).offset) }
        change("AddDays", "double days") { try $0.addingDays($1.double(0)) }
        change("AddHours", "double hours") { try $0.addingHours($1.double(0)) }
        change("AddMinutes", "double minutes") { try $0.addingMinutes($1.double(0)) }
        change("AddSeconds", "double seconds") { try $0.addingSeconds($1.double(0)) }
        change("AddMilliseconds", "double milliseconds") { try $0.addingMilliseconds($1.double(0)) }
        change("AddMonths", "int months") { try $0.addingMonths($1.int(0)) }
        change("AddYears", "int years") { try $0.addingYears($1.int(0)) }
        change("Add", "timespan timeSpan") { try $0.adding($1.span(0)) }
        t.method("timespan Subtract(\(n) value)") { _, v, a in Value(me(v).subtracting(a.moment(0))) }
        change("Subtract", "timespan value") { try $0.subtracting($1.span(0)) }
        t.method("\(n) ToUniversalTime()") { _, v, _ in Value(me(v).universal) }
        t.method("\(n) ToLocalTime()") { _, v, _ in Value(me(v).local) }
        t.method("\(n) ToOffset(timespan offset)") { _, v, a in Value(try me(v).atOffset(a.span(0))) }
        t.method("long ToUnixTimeSeconds()") { _, v, _ in .long(me(v).unixSeconds) }
        t.method("long ToUnixTimeMilliseconds()") { _, v, _ in .long(me(v).unixMilliseconds) }
        t.method("int CompareTo(\(n) other)") { _, v, a in Value(me(v) < a.moment(0) ? -1 : me(v) == a.moment(0) ? 0 : 1) }
        t.method("bool Equals(\(n) other)") { _, v, a in .bool(me(v) == a.moment(0)) }
        func text(_ v: Value, _ format: String, _ provider: Value = .null) throws -> Value {
            var b: [UInt8] = []
            try DateFormat.append(me(v), format: format, symbols: try Formatting.culture(provider).dates(), to: &b)
            return Value(String(decoding: b, as: UTF8.self))
        }
        t.method("string ToString()") { _, v, _ in try text(v, "") }
        t.method("string ToString(string format)") { _, v, a in try text(v, a.text(0)) }
        t.method("string ToString(System.IFormatProvider formatProvider)") { _, v, a in try text(v, "", a[0]) }
        t.method("string ToString(string format, System.IFormatProvider formatProvider)") { _, v, a in try text(v, a.text(0), a[1]) }
    }
    private static func parts(_ t: TypeBuilder) {
        t.property("datetime DateTime") { _, v in Value(me(v).dateTime.specifyingKind(.unspecified)) }
        t.property("datetime UtcDateTime") { _, v in Value(me(v).utcDateTime) }
        t.property("datetime LocalDateTime") { _, v in Value(me(v).localDateTime) }
        t.property("datetime Date") { _, v in Value(me(v).dateTime.date) }
        t.property("int Day") { _, v in Value(me(v).dateTime.day) }
        t.property("System.DayOfWeek DayOfWeek") { m, v in m.enumValue("System.DayOfWeek", Int64(me(v).dateTime.dayOfWeek)) }
        t.property("int DayOfYear") { _, v in Value(me(v).dateTime.dayOfYear) }
        t.property("int Hour") { _, v in Value(me(v).dateTime.hour) }
        t.property("int Millisecond") { _, v in Value(me(v).dateTime.millisecond) }
        t.property("int Microsecond") { _, v in Value(me(v).dateTime.microsecond) }
        t.property("int Nanosecond") { _, v in Value(me(v).dateTime.nanosecond) }
        t.property("int Minute") { _, v in Value(me(v).dateTime.minute) }
        t.property("int Month") { _, v in Value(me(v).dateTime.month) }
        t.property("timespan Offset") { _, v in Value(me(v).offset) }
        t.property("int TotalOffsetMinutes") { _, v in Value(Int(me(v).offset.totalMinutes)) }
        t.property("int Second") { _, v in Value(me(v).dateTime.second) }
        t.property("long Ticks") { _, v in .long(me(v).ticks) }
        t.property("long UtcTicks") { _, v in .long(me(v).utcTicks) }
        t.property("timespan TimeOfDay") { _, v in Value(me(v).dateTime.timeOfDay) }
        t.property("int Year") { _, v in Value(me(v).dateTime.year) }
    }
}

/// `System.TimeZoneInfo`: the local zone and UTC.
enum TimeZoneType {
    final class Zone: Native {
        let isUTC: Bool
        init(_ type: TypeRef, isUTC: Bool) { self.isUTC = isUTC; super.init(type) }
        var id: String {
            if isUTC { return "UTC" }
            if let tz = getenv("TZ").map({ String(cString: $0) }), !tz.isEmpty { return tz }
            guard let target = FileSystem.link("/etc/localtime"), let cut = target.firstRange(of: "zoneinfo/") else { return "UTC" }
            return String(target[cut.upperBound...])
        }
        override func text(_ culture: Culture) -> String? { id }
    }
    static func declare(_ t: TypeBuilder) {
        let type = t.type
        func me(_ v: Value) -> Zone { v.obj as? Zone ?? Zone(type, isUTC: true) }
        t.staticProperty("System.TimeZoneInfo Local") { _, _ in .object(Zone(type, isUTC: false)) }
        t.staticProperty("System.TimeZoneInfo Utc") { _, _ in .object(Zone(type, isUTC: true)) }
        t.staticMethod("System.TimeZoneInfo FindSystemTimeZoneById(string id)") { _, _, a in
            let z = Zone(type, isUTC: a.text(0).lowercased() == "utc" || a.text(0) == "Etc/UTC")
            if !z.isUTC, a.text(0) != Zone(type, isUTC: false).id { throw NetException.unsupported("time zones other than UTC and the local one") }
            return .object(z)
        }
        t.staticMethod("datetime ConvertTimeToUtc(datetime dateTime)") { _, _, a in Value(a.date(0).universal) }
        t.staticMethod("datetime ConvertTimeFromUtc(datetime dateTime, System.TimeZoneInfo destinationTimeZone)") { _, _, a in
            let d = a.date(0).specifyingKind(.utc)
            return Value(me(a[1]).isUTC ? d : d.local)
        }
        t.staticMethod("datetime ConvertTime(datetime dateTime, System.TimeZoneInfo destinationTimeZone)") { _, _, a in Value(me(a[1]).isUTC ? a.date(0).universal : a.date(0).local) }
        t.staticMethod("datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)") { _, _, a in
            guard a.text(1).lowercased() == "utc" || a.text(1) == "Etc/UTC" else { throw NetException.unsupported("time zones other than UTC and the local one") }
            return Value(a.date(0).universal)
        }
        t.property("string Id") { _, v in Value(me(v).id) }
        t.property("string DisplayName") { _, v in Value(me(v).isUTC ? "(UTC) Coordinated Universal Time" : me(v).id) }
        t.property("string StandardName") { _, v in Value(me(v).isUTC ? "Coordinated Universal Time" : me(v).id) }
        t.property("string DaylightName") { _, v in Value(me(v).isUTC ? "Coordinated Universal Time" : me(v).id) }
        t.property("timespan BaseUtcOffset") { _, v in
            if me(v).isUTC { return Value(PSTimeSpan.zero) }
            return Value((try PSDateTime(year: PSDateTime.now.year, month: 1, day: 1)).specifyingKind(.local).utcOffset)
        }
        t.property("bool SupportsDaylightSavingTime") { _, v in .bool(!me(v).isUTC) }
        t.method("timespan GetUtcOffset(datetime dateTime)") { _, v, a in Value(me(v).isUTC ? .zero : a.date(0).utcOffset) }
    }
}
