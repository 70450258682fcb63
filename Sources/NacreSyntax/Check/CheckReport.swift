/// How findings are written: as text like a compiler's, or as JSON.
enum CheckReport {
    static func text(_ file: CheckedFile, colour: Bool) -> String {
        let bold = colour ? "\u{1B}[1m" : "", red = colour ? "\u{1B}[31;1m" : "", plain = colour ? "\u{1B}[0m" : ""
        var out = ""
        for f in file.findings {
            let lines = f.diagnostic.message.split(separator: "\n", omittingEmptySubsequences: false)
            out += "\(bold)\(file.path):\(f.line):\(f.column):\(plain) \(red)error:\(plain) \(lines[0]) [\(f.diagnostic.id)]\n"
            for more in lines.dropFirst() { out += "    \(more)\n" }
            out += excerpt(f, red, plain)
        }
        return out
    }

    /// The line of the finding, and carets below its extent.
    private static func excerpt(_ f: Finding, _ red: String, _ plain: String) -> String {
        let place = f.source.position(f.diagnostic.extent.start)
        let line = f.source.line(place.line)
        let number = String(f.line)
        let margin = String(repeating: " ", count: number.count)
        var pad = "", units = 1
        for s in line.unicodeScalars {
            if units >= place.column { break }
            pad += s == "\t" ? "\t" : String(repeating: " ", count: width(s))
            units += s.value > 0xFFFF ? 2 : 1
        }
        let end = f.source.position(f.diagnostic.extent.end)
        let length = end.line == place.line ? max(1, end.column - place.column) : max(1, line.utf16.count - place.column + 1)
        return " \(number) | \(line)\n \(margin) | \(pad)\(red)\(String(repeating: "^", count: min(length, 200)))\(plain)\n"
    }

    /// Terminal columns of a character: two for the wide ones of East Asia and emoji.
    private static func width(_ s: Unicode.Scalar) -> Int {
        let v = s.value
        if s.properties.generalCategory == .nonspacingMark { return 0 }
        return v >= 0x1100 && (v <= 0x115F || (0x2E80...0xA4CF).contains(v) || (0xAC00...0xD7A3).contains(v) || (0xF900...0xFAFF).contains(v)
            || (0xFE30...0xFE6F).contains(v) || (0xFF00...0xFF60).contains(v) || (0x1F300...0x1FAFF).contains(v)) ? 2 : 1
    }

    static func json(_ file: CheckedFile) -> String {
        var out = "{\"path\":\(quote(file.path)),\"incomplete\":\(file.incomplete),\"diagnostics\":["
        for (i, f) in file.findings.enumerated() {
            if i > 0 { out += "," }
            out += "{\"id\":\(quote(f.diagnostic.id)),\"line\":\(f.line),\"column\":\(f.column),\"message\":\(quote(f.diagnostic.message)),\"severity\":\"ParseError\"}"
        }
        return out + "]}\n"
    }

    static func quote(_ s: String) -> String {
        var out = "\""
        for u in s.unicodeScalars {
            switch u {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            default:
                if u.value < 0x20 {
                    let hex = String(u.value, radix: 16)
                    out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    out.unicodeScalars.append(u)
                }
            }
        }
        return out + "\""
    }
}
