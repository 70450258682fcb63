import NacreRuntime

/// One property of a table, list or wide display: where its value comes from and how it is shown.
struct Column {
    var label: String
    /// Gives the value for an object.
    var value: (Machine, Value) throws -> Value
    /// Fixed width; nil where the contents decide.
    var width: Int?
    var alignment: Alignment?
    var format: Str?

    /// A property by name.
    static func property(_ name: String, label: String? = nil, width: Int? = nil, alignment: Alignment? = nil) -> Column {
        let n = Name(name)
        return Column(label: label ?? name, value: { m, v in try Column.read(m, v, n) }, width: width, alignment: alignment)
    }
    /// What a property gives; an error in it shows as nothing.
    static func read(_ m: Machine, _ v: Value, _ n: Name) throws -> Value {
        // A hashtable's entries are not its properties here.
        if let t = v.unwrapped.obj as? Table, let p = m.properties(of: v).first(where: { Name($0.name) == n }) { _ = t; return (try? p.get(m)) ?? .null }
        return (try? m.member(v, n)) ?? .null
    }

    func text(_ d: DisplayText, _ v: Value, inTable: Bool) -> String {
        let x = (try? value(d.m, v)) ?? .null
        return text(d, of: x, inTable: inTable)
    }
    func text(_ d: DisplayText, of x: Value, inTable: Bool) -> String {
        if let format {
            if let s = try? d.m.formatted(x, format) { return s.string }
        }
        return d.cell(x, inTable: inTable)
    }
}

/// How objects are shown.
enum Layout {
    case table([Column], autosize: Bool, hideHeaders: Bool, wrap: Bool)
    case list([Column])
    case wide(Column, columns: Int?, autosize: Bool)
    case custom(depth: Int)
    /// Lines of their own for each object, one after the other.
    case lines((Machine, Value) -> String)
    /// A text of its own for each object, blank lines around.
    case text((Machine, Value) -> String)
}
