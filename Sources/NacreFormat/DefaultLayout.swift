import NacreRuntime

/// Chooses how an object is shown where no Format- command says it.
struct DefaultLayout {
    let m: Machine

    /// True for values that are a line by themselves: strings, numbers, enums and the like.
    static func isScalar(_ v: Value) -> Bool {
        switch v.unwrapped {
        case .null, .void, .undef: return true
        case .object(let o):
            switch o.kind {
            case .string, .decimal, .bigInteger, .enumeration: return true
            case .native, .exception:
                return scalarTypes.contains(o.type.fullName)
            case .scriptBlock: return true
            default: return false
            }
        default: return true
        }
    }
    private static let scalarTypes: Set<String> = ["System.DBNull", "System.Management.Automation.Language.NullString", "System.Text.Rune"]

    struct Choice { let layout: Layout; let isView: Bool; let groupBy: String? }

    /// The layout for a first object; `asList` where only a list may follow what was shown before.
    func choose(_ v: Value, asList: Bool = false) -> Choice {
        let names = m.typeNames(of: v)
        for n in names {
            if n == "System.DateTime" { return Choice(layout: .text { m, v in (try? m.formatted(v, Str("F")).string) ?? m.str(v).string }, isView: true, groupBy: nil) }
            if n.hasPrefix("Microsoft.Rtc.") { return Choice(layout: .list(properties(v)), isView: true, groupBy: nil) }
            var plain = n
            if let bracket = plain.firstIndex(of: "["), plain.contains("`") { plain = String(plain[..<bracket]) }
            if let view = Views.view(plain) {
                return Choice(layout: view.layout, isView: true, groupBy: view.groupBy)
            }
        }
        let columns = properties(v)
        if asList || columns.count > 4 { return Choice(layout: .list(columns), isView: false, groupBy: nil) }
        return Choice(layout: .table(columns, autosize: true, hideHeaders: false, wrap: false), isView: false, groupBy: nil)
    }

    /// The properties shown by default: the type data's set, else all that are not hidden.
    func properties(_ v: Value) -> [Column] {
        if let set = displaySet(v) { return set.map { .property($0) } }
        let all = m.properties(of: v).filter { !$0.isHidden }
        if v.unwrapped.obj is Custom { return all.map { .property($0.name.string) } }
        if v.unwrapped.obj is Seq { return (all.filter { $0.name.string != "Count" } + all.filter { $0.name.string == "Count" }).map { .property($0.name.string) } }
        // What the type itself has comes before what was added to it.
        return (all.filter { $0.member is PropertyMember } + all.filter { !($0.member is PropertyMember) }).map { .property($0.name.string) }
    }
    private func displaySet(_ v: Value) -> [String]? {
        for d in m.session.typeData.chain(of: v) { if let set = d.defaultDisplayPropertySet { return set } }
        return nil
    }
}
