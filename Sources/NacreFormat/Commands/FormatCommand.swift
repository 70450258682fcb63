import NacreRuntime

/// What the Format- commands share: reading `-Property`, grouping, and putting out format objects.
class FormatCommand: Cmdlet {
    private var started = false
    private var input: [Value] = []
    private var inputIndex = 0
    override func begin() throws { inputIndex = index("InputObject") ?? 0 }
    /// The shape for a first object.
    func layout(for v: Value) throws -> Layout { .list([]) }

    override func process() throws {
        guard let v = arg(at: inputIndex), !v.isNull else { return }
        // A table is taken as its pairs.
        if let t = v.unwrapped.obj as? Table, let entry = m.session.types.find("System.Collections.DictionaryEntry") {
            for k in t.keys { try take(m.pass([k, t.get(k) ?? .null]) { try m.construct(entry, $0) }) }
            return
        }
        try m.enumerate(v) { x in try self.take(x) }
    }
    private func take(_ v: Value) throws {
        // What is formatted already passes through.
        if v.unwrapped.obj is FormatObject { return try write(v) }
        if !started {
            started = true
            try write(.object(FormatObject(.start(try layout(for: v), groupBy: grouping()))))
            try write(.object(FormatObject(.groupStart)))
        }
        try write(.object(FormatObject(.entry(v))))
    }
    override func end() throws {
        guard started else { return }
        try write(.object(FormatObject(.groupEnd)))
        try write(.object(FormatObject(.end)))
    }

    private func grouping() throws -> (label: String, value: (Value) -> String)? {
        guard let g = arg("GroupBy"), let c = try columns(g, allowed: ["name", "label", "expression", "formatstring"], for: .null).first else { return nil }
        let d = DisplayText(m)
        return (c.label, { c.text(d, $0, inTable: false) })
    }

    /// The columns that a `-Property` argument means, wildcards looked up on an object.
    func columns(_ v: Value, allowed: [String], for first: Value) throws -> [Column] {
        var out: [Column] = []
        try m.enumerate(v) { x in
            if let t = x.unwrapped.obj as? Table { out.append(try calculated(t, allowed)); return }
            if let b = x.unwrapped.obj as? ScriptBlock {
                out.append(Column(label: m.str(x).string, value: { m, o in try m.call(b, item: o) }))
                return
            }
            let name = m.str(x).string
            guard name.contains("*") || name.contains("?") || name.contains("[") else { out.append(named(name, first)); return }
            let pattern = try m.wildcard(Str(name))
            for p in m.properties(of: first) where !p.isHidden && pattern.matches(p.name) { out.append(.property(p.name.string)) }
        }
        return out
    }
    /// A property's spelling is the object's own where it has it.
    private func named(_ name: String, _ first: Value) -> Column {
        let n = Name(name)
        let shown = m.properties(of: first).first { Name($0.name) == n }?.name.string
        return .property(shown ?? name)
    }
    private func calculated(_ t: Table, _ allowed: [String]) throws -> Column {
        var c = Column(label: "", value: { _, _ in .null })
        var hasLabel = false
        for k in t.keys {
            let key = m.str(k).string.lowercased(), value = t.get(k) ?? .null
            let matching = allowed.filter { $0.hasPrefix(key) }
            guard !key.isEmpty, let full = matching.first(where: { $0 == key }) ?? (matching.isEmpty ? nil : matching[0]) else {
                throw PSError(.notSupportedException, id: "DictionaryKeyIllegal", "Specified method is not supported.", category: .invalidArgument)
            }
            switch full {
            case "name", "label": c.label = m.str(value).string; hasLabel = true
            case "expression":
                if let b = value.unwrapped.obj as? ScriptBlock {
                    c.value = { m, o in try m.call(b, item: o) }
                    if !hasLabel { c.label = m.str(value).string }
                } else {
                    let name = m.str(value).string
                    c.value = Column.property(name).value
                    if !hasLabel { c.label = name }
                }
            case "formatstring": c.format = m.str(value)
            case "width": if case .int(let n) = try m.convert(value, to: .int) { c.width = Int(n) }
            case "alignment":
                let a = m.str(value).string.lowercased()
                c.alignment = a.hasPrefix("r") ? .right : a.hasPrefix("c") ? .center : .left
            default: break
            }
        }
        return c
    }
}

/// `Format-Table`
final class FormatTableCommand: FormatCommand {
    override func layout(for v: Value) throws -> Layout {
        let hide = flag("HideTableHeaders"), wrap = flag("Wrap")
        if let p = arg("Property") {
            let c = try columns(p, allowed: ["name", "label", "expression", "formatstring", "width", "alignment"], for: v)
            return .table(c, autosize: true, hideHeaders: hide, wrap: wrap)
        }
        let chooser = DefaultLayout(m: m)
        let choice = chooser.choose(v)
        if case .table(let c, let autosize, _, _) = choice.layout { 
            // Asked to fit the contents, and without headers, a view's own widths do not count.
            guard flag("AutoSize") || hide else { return .table(c, autosize: autosize, hideHeaders: hide, wrap: wrap) }
            return .table(c.map { var x = $0; x.width = nil; return x }, autosize: true, hideHeaders: hide, wrap: wrap)
        }
        return .table(chooser.properties(v), autosize: true, hideHeaders: hide, wrap: wrap)
    }
}

/// `Format-List`
final class FormatListCommand: FormatCommand {
    override func layout(for v: Value) throws -> Layout {
        if let p = arg("Property") { return .list(try columns(p, allowed: ["name", "label", "expression", "formatstring"], for: v)) }
        let chooser = DefaultLayout(m: m)
        switch chooser.choose(v).layout {
        case .list(let c): return .list(c)
        case .table(let c, _, _, _) where v.unwrapped.obj is Table == false && chooser.choose(v).isView: return .list(c)
        default: return .list(chooser.properties(v))
        }
    }
}

/// `Format-Wide`
final class FormatWideCommand: FormatCommand {
    override func layout(for v: Value) throws -> Layout {
        let c = try arg("Property").map { try columns($0, allowed: ["name", "label", "expression", "formatstring"], for: v) }?.first
            ?? (DisplayText(m).displayNameProperty(v) ?? m.properties(of: v).first?.name.string).map { .property($0) } ?? Column(label: "", value: { _, v in v })
        var n: Int?
        if case .int(let i)? = arg("Column") { n = Int(i) }
        return .wide(c, columns: n, autosize: flag("AutoSize"))
    }
}

/// `Format-Custom`
final class FormatCustomCommand: FormatCommand {
    override func layout(for v: Value) throws -> Layout {
        var depth = 5
        if case .int(let i)? = arg("Depth") { depth = Int(i) }
        return .custom(depth: depth)
    }
}
