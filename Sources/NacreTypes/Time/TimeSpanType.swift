import NacreRuntime

/// `System.TimeSpan`
enum TimeSpanType {
    private static func me(_ v: Value) -> PSTimeSpan { v.cast(TimeSpanValue.self)?.value ?? .zero }

    static func declare(_ t: TypeBuilder) {
        t.constructor("timespan(long ticks)") { _, _, a in Value(PSTimeSpan(ticks: Int64(a.int(0)))) }
        t.constructor("timespan(int hours, int minutes, int seconds)") { _, _, a in Value(try PSTimeSpan(hours: a.int(0), minutes: a.int(1), seconds: a.int(2))) }
        t.constructor("timespan(int days, int hours, int minutes, int seconds)") { _, _, a in Value(try PSTimeSpan(days: a.int(0), hours: a.int(1), minutes: a.int(2), seconds: a.int(3))) }
        t.constructor("timespan(int days, int hours, int minutes, int seconds, int milliseconds)") { _, _, a in
            Value(try PSTimeSpan(days: a.int(0), hours: a.int(1), minutes: a.int(2), seconds: a.int(3), milliseconds: a.int(4)))
        }
        t.constructor("timespan()") { _, _, _ in Value(PSTimeSpan.zero) }
        t.staticProperty("timespan Zero") { _, _ in Value(PSTimeSpan.zero) }
        t.staticProperty("timespan MaxValue") { _, _ in Value(PSTimeSpan.maxValue) }
        t.staticProperty("timespan MinValue") { _, _ in Value(PSTimeSpan.minValue) }
        for (n, ticks) in [("Day", Calendar.ticksPerDay), ("Hour", Calendar.ticksPerHour), ("Minute", Calendar.ticksPerMinute), ("Second", Calendar.ticksPerSecond), ("Millisecond", Calendar.ticksPerMillisecond)] {
            t.staticProperty("long TicksPer\(n)") { _, _ in .long(ticks) }
        }
        t.staticProperty("long TicksPerMicrosecond") { _, _ in .long(10) }
        t.staticProperty("long NanosecondsPerTick") { _, _ in .long(100) }
        let small: [(String, Int64)] = [("Microseconds", 1), ("Milliseconds", 1000), ("Seconds", 1_000_000), ("Minutes", 60_000_000), ("Hours", 3_600_000_000)]
        let large: [(String, Int64)] = [("Millisecond", 1000), ("Second", 1_000_000), ("Minute", 60_000_000), ("Hour", 3_600_000_000), ("Day", 86_400_000_000)]
        for (many, unit) in small {
            for (one, whole) in large where whole > unit {
                // Hours of a day and the like are numbers of 32 bits, the smaller units' of 64.
                let isShort = many == "Hours"
                t.staticProperty("\(isShort ? "int" : "long") \(many)Per\(one)") { _, _ in isShort ? .int(Int32(whole / unit)) : .long(whole / unit) }
            }
        }
        units(t)
        t.staticMethod("timespan FromTicks(long value)") { _, _, a in Value(PSTimeSpan(ticks: Int64(a.int(0)))) }
        t.staticMethod("int Compare(timespan t1, timespan t2)") { _, _, a in Value(a.span(0) < a.span(1) ? -1 : a.span(0) == a.span(1) ? 0 : 1) }
        parsing(t)
        t.property("int Days") { _, v in Value(me(v).days) }
        t.property("int Hours") { _, v in Value(me(v).hours) }
        t.property("int Milliseconds") { _, v in Value(me(v).milliseconds) }
        t.property("int Microseconds") { _, v in Value(me(v).microseconds) }
        t.property("int Nanoseconds") { _, v in Value(me(v).nanoseconds) }
        t.property("int Minutes") { _, v in Value(me(v).minutes) }
        t.property("int Seconds") { _, v in Value(me(v).seconds) }
        t.property("long Ticks") { _, v in .long(me(v).ticks) }
        t.property("double TotalDays") { _, v in .double(me(v).totalDays) }
        t.property("double TotalHours") { _, v in .double(me(v).totalHours) }
        t.property("double TotalMilliseconds") { _, v in .double(me(v).totalMilliseconds) }
        t.property("double TotalMicroseconds") { _, v in .double(me(v).totalMicroseconds) }
        t.property("double TotalNanoseconds") { _, v in .double(me(v).totalNanoseconds) }
        t.property("double TotalMinutes") { _, v in .double(me(v).totalMinutes) }
        t.property("double TotalSeconds") { _, v in .double(me(v).totalSeconds) }
        t.method("timespan Add(timespan ts)") { _, v, a in Value(try me(v).adding(a.span(0))) }
        t.method("timespan Subtract(timespan ts)") { _, v, a in Value(try me(v).subtracting(a.span(0))) }
        t.method("timespan Multiply(double factor)") { _, v, a in Value(try me(v).multiplied(by: a.double(0))) }
        t.method("timespan Divide(double divisor)") { _, v, a in Value(try me(v).divided(by: a.double(0))) }
        t.method("double Divide(timespan ts)") { _, v, a in .double(me(v).divided(by: a.span(0))) }
        t.method("timespan Negate()") { _, v, _ in Value(try me(v).negated()) }
        t.method("timespan Duration()") { _, v, _ in Value(try me(v).duration()) }
        t.method("int CompareTo(System.Object value)") { _, v, a in
            if a.isNull(0) { return .int(1) }
            guard a[0].cast(TimeSpanValue.self) != nil else { throw NetException.argument("Object must be of type TimeSpan.") }
            return Value(me(v) < a.span(0) ? -1 : me(v) == a.span(0) ? 0 : 1)
        }
        t.method("int CompareTo(timespan value)") { _, v, a in Value(me(v) < a.span(0) ? -1 : me(v) == a.span(0) ? 0 : 1) }
        t.method("bool Equals(timespan obj)") { _, v, a in .bool(me(v) == a.span(0)) }
        func text(_ v: Value, _ format: String, _ provider: Value = .null) throws -> Value {
            var b: [UInt8] = []
            try me(v).append(format: format, symbols: try Formatting.culture(provider).dates(), to: &b)
            return Value(String(decoding: b, as: UTF8.self))
        }
        t.method("string ToString()") { _, v, _ in Value(me(v).description) }
        t.method("string ToString(string format)") { _, v, a in try text(v, a.text(0)) }
        t.method("string ToString(string format, System.IFormatProvider formatProvider)") { _, v, a in try text(v, a.text(0), a[1]) }
    }

    private static func units(_ t: TypeBuilder) {
        func from(_ name: String, _ ticks: Int64) {
            t.staticMethod("timespan From\(name)(double value)") { _, _, a in Value(try PSTimeSpan(a.double(0), ticksPerUnit: ticks)) }
            t.staticMethod("timespan From\(name)(\(name == "Days" || name == "Hours" ? "int" : "long") \(name.lowercased()))") { _, _, a in
                let (n, over) = Int64(a.int(0)).multipliedReportingOverflow(by: ticks)
                if over { throw NetException.range("TimeSpan overflowed because the duration is too long.", "value") }
                return Value(PSTimeSpan(ticks: n))
            }
        }
        from("Days", Calendar.ticksPerDay)
        from("Hours", Calendar.ticksPerHour)
        from("Minutes", Calendar.ticksPerMinute)
        from("Seconds", Calendar.ticksPerSecond)
        from("Milliseconds", Calendar.ticksPerMillisecond)
        from("Microseconds", Calendar.ticksPerMicrosecond)
    }
    private static func parsing(_ t: TypeBuilder) {
        func attempt(_ into: Value, _ f: () throws -> PSTimeSpan) -> Value {
            let r = try? f()
            (into.obj as? Reference)?.variable.value = Value(r ?? .zero)
            return .bool(r != nil)
        }
        func exact(_ m: Machine, _ a: Args) throws -> PSTimeSpan { try PSTimeSpan.parse(a.text(0), formats: m.elements(of: a[1]).map { m.str($0).string }, symbols: try Formatting.culture(a[2]).dates()) }
        t.staticMethod("timespan Parse(string s)") { _, _, a in Value(try PSTimeSpan.parse(a.text(0))) }
        t.staticMethod("timespan Parse(string input, System.IFormatProvider formatProvider)") { _, _, a in Value(try PSTimeSpan.parse(a.text(0), symbols: Formatting.culture(a[1]).dates())) }
        t.staticMethod("bool TryParse(string s, [ref] timespan result)") { _, _, a in attempt(a[1]) { try PSTimeSpan.parse(a.text(0)) } }
        t.staticMethod("timespan ParseExact(string input, string format, System.IFormatProvider formatProvider)") { m, _, a in Value(try exact(m, a)) }
        t.staticMethod("timespan ParseExact(string input, string[] formats, System.IFormatProvider formatProvider)") { m, _, a in Value(try exact(m, a)) }
        t.staticMethod("bool TryParseExact(string input, string format, System.IFormatProvider formatProvider, [ref] timespan result)") { m, _, a in attempt(a[3]) { try exact(m, a) } }
    }
}
