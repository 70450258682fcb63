import NacreRuntime

/// `ConvertFrom-StringData`: `name = value` lines as a hashtable.
final class ConvertFromStringDataCommand: Cmdlet {
    override func process() throws {
        let table = Table()
        let delimiter: Character = string("Delimiter")?.first ?? "="
        for line in (string("StringData") ?? "").split(whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }) {
            let text = trim(line)
            if text.isEmpty || text.hasPrefix("#") { continue }
            guard let cut = text.firstIndex(of: delimiter) else {
                throw terminating(.psInvalidOperationException, id: "InvalidOperation", "Data line '\(text)' is not in 'name=value' format.", category: .invalidOperation)
            }
            let name = trim(text[..<cut])
            let key = Value(unescape(name))
            if table.contains(key) {
                throw terminating(.psInvalidOperationException, id: "InvalidOperation", "Data item '\(name)' in line '\(text)' is already defined.", category: .invalidOperation)
            }
            table.set(key, Value(unescape(trim(text[text.index(after: cut)...]))))
        }
        try write(.object(table))
    }
    private func trim<S: StringProtocol>(_ s: S) -> String {
        var t = Substring(s)
        while t.first?.isWhitespace == true { t.removeFirst() }
        while t.last?.isWhitespace == true { t.removeLast() }
        return String(t)
    }
    /// Backslashes as in a regular expression: `\t`, `\n`, `\\`, `\u0041`.
    private func unescape(_ s: String) -> String {
        guard s.contains("\\") else { return s }
        var out = "", rest = Substring(s)
        while let c = rest.first {
            rest.removeFirst()
            guard c == "\\", let e = rest.first else { out.append(c); continue }
            rest.removeFirst()
            switch e {
            case "t": out.append("\t")
            case "n": out.append("\n")
            case "r": out.append("\r")
            case "f": out.append("\u{0C}")
            case "v": out.append("\u{0B}")
            case "a": out.append("\u{07}")
            case "e": out.append("\u{1B}")
            case "u", "x":
                let n = e == "u" ? 4 : 2
                if rest.count >= n, let code = UInt32(rest.prefix(n), radix: 16), let u = Unicode.Scalar(code) { out.unicodeScalars.append(u); rest.removeFirst(n) } else { out.append(e) }
            default: out.append(e)
            }
        }
        return out
    }
}
