import NacreRuntime

/// Writes objects as rows of comma-separated values.
struct CsvWriter {
    enum Quotes { case never, always, asNeeded }
    let delimiter: UInt16
    let quotes: Quotes
    /// The fields that alone are quoted; nil where `quotes` decides.
    let quoted: Set<Name>?
    /// The columns, once the first object has said them.
    private(set) var columns: [Name] = [], spellings: [Str] = []
    private var isQuoted: [Bool] = []
    private unowned let m: Machine

    init(_ by: Cmdlet) throws {
        let m: Machine = by.m
        self.m = m
        delimiter = try CsvWriter.delimiter(by)
        quotes = switch by.arg("UseQuotes").map({ m.str($0).string.lowercased() }) {
        case "never": .never
        case "asneeded": .asNeeded
        default: .always
        }
        quoted = by.strings("QuoteFields").map { Set($0.map { Name($0) }) }
        if quoted != nil, by.has("UseQuotes") {
            throw by.terminating(.invalidOperationException, id: "CannotSpecifyQuoteFieldsAndUseQuotes", "You must specify either the -UseQuotes or -QuoteFields parameters, but not both.", category: .invalidData)
        }
    }
    static func delimiter(_ by: Cmdlet) throws -> UInt16 {
        if by.flag("UseCulture") { return 44 }
        guard let d = by.arg("Delimiter") else { return 44 }
        if case .char(let c) = d.unwrapped { return c }
        let s = by.m.str(d)
        return s.count > 0 ? s[0] : 44
    }

    var hasColumns: Bool { !columns.isEmpty }
    /// Takes the columns from an object: its properties, or a table's keys.
    mutating func useColumns(of v: Value) {
        if let t = v.unwrapped.obj as? Table {
            use(t.keys.map { m.str($0) })
            return
        }
        if let c = v.unwrapped.obj as? Custom, v.obj?.extended == nil, m.session.typeData.chain(of: v).isEmpty { use(c.shape.spellings) } else { use(m.properties(of: v).filter { !$0.isHidden }.map(\.name)) }
    }
    mutating func use(_ names: [Str]) {
        spellings = names
        columns = names.map { Name($0) }
        isQuoted = columns.map { n in quoted.map { $0.contains(n) } ?? (quotes == .always) }
    }
    func header() -> Str {
        var b = TextBuilder()
        for (i, s) in spellings.enumerated() {
            if i > 0 { b.append(unit: delimiter) }
            field(s, isQuoted[i], to: &b)
        }
        return b.finish()
    }
    /// `#TYPE System.Management.Automation.PSCustomObject`
    func typeLine(_ v: Value) -> Str {
        let name = m.typeNames(of: v).first ?? ""
        return Str("#TYPE " + (name.hasPrefix("CSV:") ? String(name.dropFirst(4)) : name))
    }
    func row(_ v: Value) -> Str {
        var b = TextBuilder()
        if case .object(let o) = v, o.kind == .custom, o.extended == nil, let c = o as? Custom, c.shape.names.count == columns.count, c.shape.names == columns {
            let values = c.values
            for i in 0..<values.count {
                if i > 0 { b.append(unit: delimiter) }
                append(values[i], isQuoted[i], to: &b)
            }
            return b.finish()
        }
        let table = v.unwrapped.obj as? Table
        for (i, n) in columns.enumerated() {
            if i > 0 { b.append(unit: delimiter) }
            let x: Value
            if let table { x = table.get(spellings[i]) ?? .null }
            else { x = m.hasProperty(v, n) ? (try? m.member(v, n)) ?? .null : .null }
            append(x, isQuoted[i], to: &b)
        }
        return b.finish()
    }
    /// True where an object has a property or key of the name.
    func has(_ name: Name, _ spelling: Str, _ v: Value) -> Bool {
        if let t = v.unwrapped.obj as? Table { return t.get(spelling) != nil }
        return m.hasProperty(v, name)
    }

    @inline(__always) private func append(_ v: Value, _ isQuoted: Bool, to b: inout TextBuilder) {
        switch v {
        case .null, .void, .undef: break
        case .int(let i):
            if isQuoted { b.append(byte: 34) }
            b.append(i)
            if isQuoted { b.append(byte: 34) }
        case .object(let o) where o.kind == .string: field(unsafeDowncast(o, to: Str.self), isQuoted, to: &b)
        default: field(v.unwrapped.obj is Custom ? m.str(v) : m.text(v, culture: .current), isQuoted, to: &b)
        }
    }
    private func field(_ s: Str, _ isQuoted: Bool, to b: inout TextBuilder) {
        guard isQuoted || (quoted == nil && quotes == .asNeeded && needsQuotes(s)) else { return b.append(s) }
        b.append(byte: 34)
        if s.isWide || (s.count > 0 && s.latin1.contains(34)) {
            var from = 0
            for i in 0..<s.count where s[i] == 34 {
                b.append(s, from, i + 1 - from)
                b.append(byte: 34)
                from = i + 1
            }
            if from < s.count { b.append(s, from, s.count - from) }
        } else { b.append(s) }
        b.append(byte: 34)
    }
    private func needsQuotes(_ s: Str) -> Bool {
        for i in 0..<s.count where s[i] == delimiter || s[i] == 34 || s[i] == 10 || s[i] == 13 { return true }
        return false
    }
}
