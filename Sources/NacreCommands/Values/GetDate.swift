import NacreRuntime

/// `Get-Date`
final class GetDateCommand: Cmdlet {
    private func call(_ v: Value, _ method: String, _ args: [Value] = []) throws -> Value { try m.pass(args) { try m.invokeMember(v, Name(method), $0) } }
    private func number(_ v: Value, _ property: String) throws -> Int {
        switch try m.member(v, Name(property)) { case .int(let i): Int(i); case .long(let i): Int(i); default: 0 }
    }
    override func process() throws {
        var date: Value
        if case .long(let s)? = arg("UnixTimeSeconds") {
            let epoch = try m.staticMember(.dateTime, Name("UnixEpoch"))
            date = try call(call(epoch, "AddSeconds", [.double(Double(s))]), "ToLocalTime")
        } else if let d = arg("Date") { date = d.unwrapped } else { date = try m.staticMember(.dateTime, Name("Now")) }
        for (parameter, method) in [("Year", "AddYears"), ("Month", "AddMonths"), ("Day", "AddDays"), ("Hour", "AddHours"), ("Minute", "AddMinutes"), ("Second", "AddSeconds"), ("Millisecond", "AddMilliseconds")] {
            guard let wanted = int(parameter) else { continue }
            let by = wanted - (try number(date, parameter))
            let whole = parameter == "Year" || parameter == "Month"
            date = try call(date, method, [whole ? .int(Int32(truncatingIfNeeded: by)) : .double(Double(by))])
            if parameter == "Millisecond" { date = try call(date, "AddTicks", [.long(-Int64(try number(date, "Ticks") % 10_000))]) }
        }
        if flag("AsUTC") { date = try call(date, "ToUniversalTime") }
        if let format = string("Format") {
            let text: String
            switch format.lowercased() {
            case "filedate": text = "yyyyMMdd"
            case "filedateuniversal": date = try call(date, "ToUniversalTime"); text = "yyyyMMddZ"
            case "filedatetime": text = "yyyyMMddTHHmmssffff"
            case "filedatetimeuniversal": date = try call(date, "ToUniversalTime"); text = "yyyyMMddTHHmmssffffZ"
            default: text = format
            }
            return try write(call(date, "ToString", [Value(text)]))
        }
        if let format = string("UFormat") { return try write(Value(unix(format, date))) }
        if let hint = arg("DisplayHint"), !hint.isNull { date = m.addMember(NoteMember(Str("DisplayHint"), hint), to: date) }
        try write(date)
    }

    /// `%Y-%m-%d` and the other letters of `date +…`.
    private func unix(_ format: String, _ date: Value) throws -> String {
        var out = "", rest = Substring(format.hasPrefix("+") ? format.dropFirst() : format[...])
        func text(_ f: String) throws -> String { m.str(try call(date, "ToString", [Value(f)])).string }
        func padded(_ n: Int, _ width: Int, _ fill: Character = "0") -> String {
            let s = String(n)
            return String(repeating: fill, count: max(0, width - s.count)) + s
        }
        while let c = rest.first {
            rest.removeFirst()
            guard c == "%", let letter = rest.first else { out.append(c); continue }
            rest.removeFirst()
            switch letter {
            case "A": out += try text("dddd")
            case "a": out += try text("ddd")
            case "B": out += try text("MMMM")
            case "b", "h": out += try text("MMM")
            case "C": out += padded(try number(date, "Year") / 100, 2)
            case "c": out += try text("ddd dd MMM yyyy HH:mm:ss")
            case "D": out += try text("MM/dd/yy")
            case "d": out += try text("dd")
            case "e": out += padded(try number(date, "Day"), 2, " ")
            case "F": out += try text("yyyy-MM-dd")
            case "H": out += try text("HH")
            case "I": out += try text("hh")
            case "j": out += padded(try number(date, "DayOfYear"), 3)
            case "k": out += padded(try number(date, "Hour"), 2, " ")
            case "l": out += padded((try number(date, "Hour") + 11) % 12 + 1, 2, " ")
            case "M": out += try text("mm")
            case "m": out += try text("MM")
            case "n": out += "\n"
            case "p": out += try text("tt")
            case "R": out += try text("HH:mm")
            case "r": out += try text("hh:mm:ss tt")
            case "S": out += try text("ss")
            case "s":
                let utc = try call(date, "ToUniversalTime")
                out += String((try number(utc, "Ticks") - 621_355_968_000_000_000) / 10_000_000)
            case "T", "X": out += try text("HH:mm:ss")
            case "t": out += "\t"
            case "U", "W": out += String(try number(date, "DayOfYear") / 7)
            case "u":
                let d = (try m.member(date, Name("DayOfWeek")).unwrapped.obj as? EnumValue)?.raw ?? 0
                out += String(d == 0 ? 7 : d)
            case "V", "G", "g":
                guard let weeks = m.findType("System.Globalization.ISOWeek") else { break }
                let n = try m.pass([date]) { try m.invokeStatic(weeks, Name(letter == "V" ? "GetWeekOfYear" : "GetYear"), $0) }
                let text = m.str(n).string
                out += letter == "g" ? String(text.suffix(2)) : letter == "V" && text.count < 2 ? "0" + text : text
            case "w": out += String((try m.member(date, Name("DayOfWeek")).unwrapped.obj as? EnumValue)?.raw ?? 0)
            case "x": out += try text("MM/dd/yy")
            case "Y": out += try text("yyyy")
            case "y": out += try text("yy")
            case "Z": out += String(try text("zzz").prefix(3))
            case "%": out += "%"
            default: out += "%\(letter)"
            }
        }
        return out
    }
}

/// `New-TimeSpan`
final class NewTimeSpanCommand: Cmdlet {
    override func process() throws {
        if parameterSet == "Date" {
            let now = try m.staticMember(.dateTime, Name("Now"))
            return try write(m.binary(.subtract, arg("End") ?? now, arg("Start") ?? now))
        }
        func n(_ p: String) -> Value { .int(Int32(truncatingIfNeeded: int(p) ?? 0)) }
        try write(m.pass([n("Days"), n("Hours"), n("Minutes"), n("Seconds"), n("Milliseconds")]) { try m.construct(.timeSpan, $0) })
    }
}
