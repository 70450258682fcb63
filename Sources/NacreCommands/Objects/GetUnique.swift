import NacreRuntime

/// `Get-Unique`: drops objects equal to the one before.
final class GetUniqueCommand: Cmdlet {
    private var last: Value?
    private var inputIndex = 0
    override func begin() throws { inputIndex = index("InputObject") ?? 0 }
    override func process() throws {
        guard let v = arg(at: inputIndex) else { return }
        defer { last = v }
        guard let last else { return try write(v) }
        let same: Bool
        if flag("OnType") {
            same = m.typeNames(of: last).first == m.typeNames(of: v).first
        } else if flag("AsString") || !(v.unwrapped.obj is Custom) {
            let a = flag("AsString") ? Value.object(m.str(last)) : last, b = flag("AsString") ? Value.object(m.str(v)) : v
            same = m.compareForSort(a, b, ignoreCase: flag("CaseInsensitive")) == 0
        } else { same = last.unwrapped.obj === v.unwrapped.obj }
        if !same { try write(v) }
    }
}
