import NacreRuntime

/// Format-Custom's view: objects as nested classes.
struct CustomText {
    let display: DisplayText
    init(_ d: DisplayText) { display = d }

    func text(of v: Value, depth: Int) -> String {
        var out = ""
        write(v, depth, "", &out)
        return out
    }
    private func write(_ v: Value, _ depth: Int, _ indent: String, _ out: inout String) {
        let m = display.m
        let name = v.unwrapped.obj is Custom ? "PSCustomObject" : v.type.name
        out += "\(indent)class \(name)\n\(indent){\n"
        for p in m.properties(of: v) where !p.isHidden {
            let x = (try? p.get(m)) ?? .null
            if depth > 0, !DefaultLayout.isScalar(x), let o = x.unwrapped.obj, !o.isEnumerable, o.kind != .table {
                out += "\(indent)  \(p.name.string) = \n"
                write(x, depth - 1, indent + "    ", &out)
            } else {
                out += "\(indent)  \(p.name.string) = \(display.cell(x, inTable: false).isEmpty && !x.isNull ? m.str(x).string : display.cell(x, inTable: false))\n"
            }
        }
        out += "\(indent)}\n"
    }
}
