import NacreRuntime
import NacreSchema

/// Values of the shell as values of documents.
struct ValueReader {
    let m: Machine

    /// A value for a property: texts become numbers, words and times where the property's type wants them; what does not fit stays what it
    /// is, and the property's own check says why it does not fit.
    func value(_ v: Value, for type: PropertyType) -> SchemaValue {
        let v = v.unwrapped
        if v.isNull { return .null }
        if case .list(let element) = type {
            guard let items = elements(v) else { return .list([value(v, for: element)]) }
            return .list(items.map { value($0, for: element) })
        }
        let plain = plain(v)
        guard case .string(let text) = plain else {
            if case .string = type { return plain.object == nil && plain.list == nil ? .string(m.str(v).string) : plain }
            return plain
        }
        if type.integerRange != nil, let i = Int64(text) { return .int(i) }
        switch type {
        case .bool: return equalsIgnoringCase(text, "true") ? true : equalsIgnoringCase(text, "false") ? false : plain
        case .double: return Double(text).map { .double($0) } ?? plain
        case .guid: return SchemaTexts.guid(text).map { .guid($0) } ?? plain
        case .timeSpan: return SchemaTexts.timeSpan(text).map { .timeSpan($0) } ?? plain
        // An empty text clears a name or an address, as it does in the product.
        case .fqdn, .uri, .sipAddress: return text.isEmpty ? .null : plain
        case .enumeration where text.isEmpty: return .null
        default: return plain
        }
    }

    /// A value by its own type.
    func plain(_ v: Value) -> SchemaValue {
        switch v {
        case .null, .void, .undef: return .null
        case .bool(let b): return .bool(b)
        case .int(let i): return .int(Int64(i))
        case .long(let i): return .int(i)
        case .byte(let i): return .int(Int64(i))
        case .sbyte(let i): return .int(Int64(i))
        case .short(let i): return .int(Int64(i))
        case .ushort(let i): return .int(Int64(i))
        case .uint(let i): return .int(Int64(i))
        case .ulong(let i): return .int(Int64(clamping: i))
        case .double(let d): return .double(d)
        case .single(let f): return .double(Double(f))
        case .char: return .string(m.str(v).string)
        case .object(let o): return object(o)
        }
    }

    private func object(_ o: Obj) -> SchemaValue {
        switch o {
        case let s as Str: return .string(s.string)
        case let w as Wrapped: return plain(w.base)
        case let list as Seq: return .list(list.elements.map(plain))
        case let table as Table:
            var out = SchemaObject()
            table.forEachPair { key, value in out[m.str(key).string] = plain(value); return true }
            return .object(out)
        case let custom as Custom: return .object(fields(custom))
        default:
            return ForeignValues(m: m).read(o) ?? .string(m.str(.object(o)).string)
        }
    }

    /// The properties of an object, in order.
    func fields(_ custom: Custom) -> SchemaObject {
        SchemaObject(zip(custom.shape.spellings, custom.values).map { ($0.string, plain($1)) })
    }

    /// The elements of a collection; nil for one thing.
    func elements(_ v: Value) -> [Value]? {
        guard case .object(let o) = v, let list = o as? Seq else { return nil }
        return Array(list.elements)
    }

    /// What the command line asks for with a property: `@{Add=…; Remove=…; Replace=…}` in any case for one that takes it, else the value.
    func change(_ v: Value, for property: PropertySchema) throws(ModelError) -> PropertyChange {
        guard property.takesListModifier, let table = v.unwrapped.cast(Table.self), case .list(let element) = property.type, table.count > 0 else {
            return .set(value(v, for: property.type))
        }
        var add: [SchemaValue] = [], remove: [SchemaValue] = [], replace: [SchemaValue]?
        for (key, value) in zip(table.keys, table.values) {
            let items = elements(value.unwrapped)?.map { self.value($0, for: element) } ?? (value.isNull ? [] : [self.value(value, for: element)])
            switch foldedCase(m.str(key).string) {
            case "add": add = items
            case "remove": remove = items
            case "replace": replace = items
            case let word:
                throw ModelError("InvalidListModifier", .invalidArgument,
                                 "\"\(word)\" is no way to change the list \"\(property.name)\". Use Add, Remove or Replace.", target: property.name)
            }
        }
        guard let replace else { return .modify(add: add, remove: remove) }
        guard add.isEmpty, remove.isEmpty else {
            throw ModelError("InvalidListModifier", .invalidArgument, "Replace cannot stand beside Add or Remove (\"\(property.name)\").", target: property.name)
        }
        return .set(.list(replace))
    }
}

/// Texts that stand for other values.
enum SchemaTexts {
    /// `[d.]hh:mm[:ss[.fffffff]]` or a number of days, a minus before either; nil for anything else.
    static func timeSpan(_ text: String) -> Duration100ns? {
        var rest = text[...]
        let negative = rest.first == "-"
        if negative { rest.removeFirst() }
        if let days = Int64(rest) { return days < 10_675_199 ? Duration100ns(ticks: (negative ? -1 : 1) * days * 864_000_000_000) : nil }
        var days: Int64 = 0
        let colon = rest.firstIndex(of: ":") ?? rest.endIndex
        if let dot = rest[..<colon].firstIndex(of: ".") {
            guard let d = Int64(rest[..<dot]), d < 10_675_199 else { return nil }
            days = d
            rest = rest[rest.index(after: dot)...]
        }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, let h = Int64(parts[0]), let min = Int64(parts[1]), (0..<24).contains(h), (0..<60).contains(min) else { return nil }
        var ticks = days * 864_000_000_000 + h * 36_000_000_000 + min * 600_000_000
        if parts.count == 3 {
            let second = parts[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            guard let s = Int64(second[0]), (0..<60).contains(s) else { return nil }
            ticks += s * 10_000_000
            if second.count == 2 {
                guard (1...7).contains(second[1].count), let f = Int64(second[1] + String(repeating: "0", count: 7 - second[1].count)) else { return nil }
                ticks += f
            }
        }
        return Duration100ns(ticks: negative ? -ticks : ticks)
    }

    /// `[-][d.]hh:mm:ss[.fffffff]`, as .NET prints it.
    static func text(_ span: Duration100ns) -> String {
        let t = span.ticks.magnitude
        func two(_ n: UInt64) -> String { (n < 10 ? "0" : "") + String(n) }
        let fraction = String(t % 10_000_000), days = t / 864_000_000_000
        return (span.ticks < 0 ? "-" : "") + (days > 0 ? "\(days)." : "") + two(t / 36_000_000_000 % 24) + ":" + two(t / 600_000_000 % 60) + ":" + two(t / 10_000_000 % 60)
            + (t % 10_000_000 == 0 ? "" : "." + String(repeating: "0", count: 7 - fraction.count) + fraction)
    }

    /// The lower-case form of a GUID with or without braces; nil for anything else.
    static func guid(_ text: String) -> String? {
        var rest = text[...]
        if rest.first == "{", rest.last == "}" { rest = rest.dropFirst().dropLast() }
        let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [8, 4, 4, 4, 12], parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isHexDigit } }) else { return nil }
        return rest.lowercased()
    }
}
