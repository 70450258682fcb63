import NacreRuntime

/// The text of values as a display shows them.
struct DisplayText {
    let m: Machine
    /// How many elements of a collection are shown (`$FormatEnumerationLimit`); negative: all.
    let limit: Int

    init(_ m: Machine) {
        self.m = m
        if case .int(let n)? = m.lookup(Name("FormatEnumerationLimit")) { limit = Int(n) } else { limit = 4 }
    }

    /// A value on a line of its own.
    func line(_ v: Value) -> Str {
        switch v.unwrapped {
        case .double(let d) where !d.isFinite: return m.text(v.unwrapped, culture: .current)
        case .single(let f) where !f.isFinite: return m.text(v.unwrapped, culture: .current)
        case .double, .single: return m.str(v.unwrapped)
        default: return m.text(v, culture: .current)
        }
    }

    /// A property's value in a list or table.
    func cell(_ v: Value, inTable: Bool) -> String {
        let base = v.unwrapped
        switch base {
        case .null, .void, .undef: return ""
        case .double(let d) where inTable && d.isFinite: return (try? m.formatted(base, Str("F3")).string) ?? "\(d)"
        case .single(let f) where inTable && f.isFinite: return (try? m.formatted(base, Str("F3")).string) ?? "\(f)"
        case .object(let o):
            if o.kind == .string { return m.str(base).string }
            if o.kind == .decimal, inTable { return (try? m.formatted(base, Str("F3")).string) ?? m.str(base).string }
            if o.isEnumerable || o.kind == .table { return collection(o) }
            if let c = o as? Custom { return c.values.isEmpty && v.obj?.extended == nil ? "" : m.str(v).string }
            return line(v).string
        default: return line(base).string
        }
    }
    private func collection(_ o: Obj) -> String {
        var parts: [String] = [], more = false
        func add(_ s: String) -> Bool {
            if limit >= 0, parts.count >= limit { more = true; return false }
            parts.append(s)
            return true
        }
        if let t = o as? Table {
            t.forEachPair { k, v in add("[\(m.str(k).string), \(v.isNull ? "$null" : (v.unwrapped.obj as? Table)?.type.fullName ?? m.str(v).string)]") }
        } else {
            struct Enough: Error {}
            do { _ = try o.enumerate { if !add(element($0)) { throw Enough() } } } catch {}
        }
        return "{" + parts.joined(separator: ", ") + (more ? "…" : "") + "}"
    }
    private func element(_ v: Value) -> String {
        if v.isNull { return "$null" }
        if let t = v.unwrapped.obj as? Table { return t.type.fullName }
        // What has no text of its own goes by its name.
        if let o = v.unwrapped.obj, o.kind == .native, o.text(.current) == nil || DisplayText.named.contains(o.type.name), let name = displayName(v) { return name }
        return m.str(v).string
    }
    private static let named: Set<String> = ["Match", "Group", "FileInfo", "DirectoryInfo"]
    /// The property that an object is called by: the type data's, else the first that is called name, id, key or ends so.
    func displayName(_ v: Value) -> String? { displayNameProperty(v).flatMap { try? m.member(v, Name($0)) }.map { m.str($0).string } }
    func displayNameProperty(_ v: Value) -> String? {
        for d in m.session.typeData.chain(of: v) { if let p = d.defaultDisplayProperty { return p } }
        let names = m.properties(of: v).map { $0.name.string }
        for (suffix, whole) in [("name", true), ("id", true), ("key", true), ("key", false), ("name", false), ("id", false)] {
            if let n = names.first(where: { whole ? $0.lowercased() == suffix : $0.lowercased().hasSuffix(suffix) }) { return n }
        }
        return nil
    }

    /// Numbers, Booleans and enums stand at the right of a column.
    static func standsRight(_ v: Value) -> Bool {
        switch v.unwrapped {
        case .bool: true
        case .object(let o) where o.kind == .enumeration: true
        default: isNumber(v)
        }
    }
    /// A number.
    static func isNumber(_ v: Value) -> Bool {
        switch v.unwrapped {
        case .int, .long, .double, .byte, .sbyte, .short, .ushort, .uint, .ulong, .single: true
        case .object(let o): o.kind == .decimal || o.kind == .bigInteger
        default: false
        }
    }
}

/// Columns that a text takes on a terminal.
enum Cells {
    static func width(_ s: String) -> Int {
        var n = 0
        var inEscape = false
        for u in s.unicodeScalars {
            if inEscape { if (0x40...0x7E).contains(u.value), u != "[" { inEscape = false }; continue }
            if u.value == 0x1B { inEscape = true; continue }
            n += width(u)
        }
        return n
    }
    static func width(_ u: Unicode.Scalar) -> Int {
        let v = u.value
        if v < 0x300 { return 1 }
        if u.properties.generalCategory == .nonspacingMark || u.properties.generalCategory == .enclosingMark || v == 0x200B || v == 0x200D || (0xFE00...0xFE0F).contains(v) { return 0 }
        switch v {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD: return 2
        default: return 1
        }
    }
    /// The first `columns` of a text.
    static func prefix(_ s: String, _ columns: Int) -> String {
        var out = String.UnicodeScalarView(), n = 0
        for u in s.unicodeScalars { let w = width(u); if n + w > columns { break }; n += w; out.append(u) }
        return String(out)
    }
    /// The last `columns` of a text.
    static func suffix(_ s: String, _ columns: Int) -> String {
        var out: [Unicode.Scalar] = [], n = 0
        for u in s.unicodeScalars.reversed() { let w = width(u); if n + w > columns { break }; n += w; out.append(u) }
        var v = String.UnicodeScalarView()
        v.append(contentsOf: out.reversed())
        return String(v)
    }
    static func pad(_ s: String, _ columns: Int, _ side: Alignment) -> String {
        let room = columns - width(s)
        guard room > 0 else { return s }
        switch side {
        case .left: return s + String(repeating: " ", count: room)
        case .right: return String(repeating: " ", count: room) + s
        case .center: return String(repeating: " ", count: room / 2) + s + String(repeating: " ", count: room - room / 2)
        }
    }
    /// A text cut to a column's width: numbers keep their tail.
    static func fit(_ s: String, _ columns: Int, _ side: Alignment) -> String {
        if width(s) <= columns { return s }
        if columns <= 1 { return String(repeating: "…", count: max(columns, 0)) }
        return side == .right ? "…" + suffix(s, columns - 1) : prefix(s, columns - 1) + "…"
    }
    /// A text broken into lines of a width, at spaces where there are any.
    static func wrap(_ s: String, _ columns: Int, keepsBlanks: Bool = false) -> [String] {
        var out: [String] = []
        for line in s.replacingCRLF().split(separator: "\n", omittingEmptySubsequences: false) {
            var rest = String(line)
            while width(rest) > columns {
                let head = prefix(rest, columns)
                var cut = head.unicodeScalars.count
                let next = rest.unicodeScalars[rest.unicodeScalars.index(rest.unicodeScalars.startIndex, offsetBy: cut)]
                if next != " ", let space = head.lastIndex(of: " "), space != head.startIndex { cut = head.unicodeScalars.distance(from: head.startIndex, to: space) + 1 }
                let at = rest.unicodeScalars.index(rest.unicodeScalars.startIndex, offsetBy: max(cut, 1))
                out.append(keepsBlanks ? String(rest[..<at]) : String(rest[..<at]).trimmingEnd())
                rest = String(rest[at...])
                if next == " ", cut == head.unicodeScalars.count, rest.hasPrefix(" ") { rest.removeFirst() }
            }
            out.append(rest)
        }
        return out
    }
}

extension String {
    func trimmingEnd() -> String {
        var s = self
        while s.last == " " { s.removeLast() }
        return s
    }
    func replacingCRLF() -> String {
        guard unicodeScalars.contains("\r") else { return self }
        var out = String.UnicodeScalarView(), last: Unicode.Scalar = " "
        for u in unicodeScalars {
            if u == "\r" { out.append("\n") } else if !(u == "\n" && last == "\r") { out.append(u) }
            last = u
        }
        return String(out)
    }
}

enum Alignment: Sendable { case left, center, right }
