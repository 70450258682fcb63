import NacreRuntime

/// `Write-Host`: to the information stream, shown whatever `$InformationPreference` says.
final class WriteHostCommand: Cmdlet {
    private var inputIndex = 0
    override func begin() throws { inputIndex = index("Object") ?? 0 }
    override func process() throws {
        let separator = arg("Separator").map { m.str($0) } ?? Str(" ")
        let text = arg(at: inputIndex).map { flat($0, separator) } ?? .empty
        func color(_ n: String) -> Int? { (arg(n)?.unwrapped.obj as? EnumValue).map { Int($0.raw) } }
        let message = InformationRecord.HostMessage(text: text, foreground: color("ForegroundColor"), background: color("BackgroundColor"), noNewline: flag("NoNewline"))
        let record = InformationRecord(.object(text), source: command.name, tags: ["PSHOST"], host: message)
        try m.writeInformation(record, action: common.informationAction.flatMap { $0 == .ignore || $0 == .silentlyContinue ? .ignore : nil }, isHostMessage: true, by: command)
    }
    /// Collections element by element, with the separator between.
    private func flat(_ v: Value, _ separator: Str) -> Str {
        // A number as a word is shown as it was written.
        if let s = (v.obj as? Wrapped)?.spelling { return s }
        guard let o = v.unwrapped.obj, o.kind != .string, o.isEnumerable || o.kind == .table else { return v.isNull ? .empty : m.str(v) }
        var b = TextBuilder(), first = true
        if let t = o as? Table {
            t.forEachPair { k, x in
                if !first { b.append(separator) }
                first = false
                b.append("[\(m.str(k).string), \(m.str(x).string)]")
                return true
            }
            return b.finish()
        }
        _ = try? o.enumerate { e in
            if !first { b.append(separator) }
            first = false
            b.append(flat(e, separator))
        }
        return b.finish()
    }
}
