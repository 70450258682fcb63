extension CommonParameters {
    /// Makes the variables that gather what a command writes (`-ErrorVariable`, `-OutVariable`, …) in the caller's scope and
    /// adds them to the streams; gives the sink that output has to go through.
    public func startCollecting(_ m: Machine, into sink: Sink) throws -> Sink {
        if let n = errorVariable { m.streams.errorLists.append(try list(n, m)) }
        if let n = warningVariable { m.streams.warningLists.append(try list(n, m)) }
        if let n = informationVariable { m.streams.informationLists.append(try list(n, m)) }
        var out = sink
        if let n = pipelineVariable { out = PipelineVariableSink(out, Name(n), m) }
        if let n = outVariable { out = CollectingSink(out, try list(n, m)) }
        return out
    }
    /// An ArrayList in a variable; a name with `+` goes on with what is there.
    private func list(_ spelling: String, _ m: Machine) throws -> PSList {
        guard spelling.hasPrefix("+") else {
            let l = PSList(type: .arrayList, element: .object)
            try m.assign(Name(spelling), .object(l))
            return l
        }
        let name = Name(String(spelling.dropFirst()))
        let old = m.lookup(name) ?? .null
        if let l = old.unwrapped.obj as? PSList, l.type === TypeRef.arrayList { return l }
        let l = PSList(type: .arrayList, element: .object)
        if let s = old.unwrapped.obj as? Seq { for v in s.elements { l.append(v) } } else if !old.isNull { l.append(old) }
        try m.assign(name, .object(l))
        return l
    }

    /// Sets the preference variables that the parameters stand for, in the current scope (that of an advanced function).
    public func setPreferences(_ m: Machine) throws {
        func set(_ name: Name, _ a: ActionPreference?) throws { if let a { try m.assign(name, a.value) } }
        try set(WellKnownNames.errorAction, errorAction)
        try set(WellKnownNames.warning, warningAction)
        try set(WellKnownNames.information, informationAction)
        try set(WellKnownNames.progress, progressAction)
        try set(WellKnownNames.verbose, verbose.map { $0 ? .continue : .silentlyContinue })
        try set(WellKnownNames.debug, debug.map { $0 ? .continue : .silentlyContinue })
        if let whatIf { try m.assign(WellKnownNames.whatIf, SwitchValue.of(whatIf)) }
        if let confirm { try m.assign(WellKnownNames.confirm, .object(EnumValue(.confirmImpact, confirm ? ConfirmImpact.low.rawValue : ConfirmImpact.none.rawValue))) }
    }
}

/// Passes output on and keeps it in an `-OutVariable`.
final class CollectingSink: Sink {
    private let next: Sink, list: PSList
    init(_ next: Sink, _ list: PSList) { self.next = next; self.list = list }
    override func put(_ v: Value) throws { list.append(v); try next.put(v) }
}

/// Passes output on and puts each object in a `-PipelineVariable` before.
final class PipelineVariableSink: Sink {
    private let next: Sink, name: Name
    private unowned let m: Machine
    init(_ next: Sink, _ name: Name, _ m: Machine) { self.next = next; self.name = name; self.m = m }
    override func put(_ v: Value) throws { try m.assign(name, v); try next.put(v) }
}
