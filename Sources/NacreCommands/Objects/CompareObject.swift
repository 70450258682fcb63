import NacreRuntime

/// `Compare-Object`: what two sets of objects have in common and what only one has.
final class CompareObjectCommand: Cmdlet {
    private var expressions: [PropertyExpression] = []
    private var references: [Value] = []
    private var next = 0
    private var referenceBacklog: [Value] = [], differenceBacklog: [Value] = []
    private var window = Int.max
    private var inputIndex = 0
    private var includesEqual = false, excludesDifferent = false, ignoreCase = true

    override func begin() throws {
        inputIndex = index("DifferenceObject") ?? 0
        expressions = try propertyExpressions("Property")
        excludesDifferent = flag("ExcludeDifferent")
        includesEqual = flag("IncludeEqual") || (excludesDifferent && !has("IncludeEqual"))
        ignoreCase = !flag("CaseSensitive")
        window = int("SyncWindow") ?? Int.max
        references = list("ReferenceObject")
    }
    override func process() throws {
        guard let v = arg(at: inputIndex) else { return }
        for d in v.unwrapped.obj.map({ $0 is Seq }) ?? false ? list("DifferenceObject") : [v] { try take(d) }
    }
    override func end() throws {
        while next < references.count { try take(nil) }
        for d in differenceBacklog { try emit(d, "=>") }
        for r in referenceBacklog { try emit(r, "<=") }
    }

    private func take(_ difference: Value?) throws {
        var reference: Value?
        if next < references.count { reference = references[next]; next += 1 }
        var difference = difference
        if let r = reference, let d = difference, equal(r, d) { return try emit(r, "==") }
        if let d = difference, let i = referenceBacklog.firstIndex(where: { equal($0, d) }) {
            try emit(referenceBacklog.remove(at: i), "==")
            difference = nil
        }
        if let r = reference, let i = differenceBacklog.firstIndex(where: { equal(r, $0) }) {
            differenceBacklog.remove(at: i)
            try emit(r, "==")
            reference = nil
        }
        if let d = difference {
            if window > 0 {
                while differenceBacklog.count >= window { try emit(differenceBacklog.removeFirst(), "=>") }
                differenceBacklog.append(d)
            } else { try emit(d, "=>") }
        }
        if let r = reference {
            if window > 0 {
                while referenceBacklog.count >= window { try emit(referenceBacklog.removeFirst(), "<=") }
                referenceBacklog.append(r)
            } else { try emit(r, "<=") }
        }
    }
    private func equal(_ a: Value, _ b: Value) -> Bool {
        if expressions.isEmpty { return same(a, b) }
        return expressions.allSatisfy { same($0.value(of: a, m), $0.value(of: b, m)) }
    }
    private func same(_ a: Value, _ b: Value) -> Bool {
        if a.isNull || b.isNull { return a.isNull && b.isNull }
        return m.compareForSort(a, b, ignoreCase: ignoreCase) == 0
    }

    private func emit(_ v: Value, _ side: String) throws {
        if side == "==" ? !includesEqual : excludesDifferent { return }
        if flag("PassThru") {
            return try write(m.addMember(NoteMember(Str("SideIndicator"), Value(side)), to: v))
        }
        let c = Custom([])
        if expressions.isEmpty { c.add(Str("InputObject"), v) } else { for e in expressions { c.add(e.label ?? e.text, e.value(of: v, m).orNullValue) } }
        c.add(Str("SideIndicator"), Value(side))
        try write(.object(c))
    }
}

extension Value {
    /// Nothing as `$null`.
    var orNullValue: Value { isVoid || isUndef ? .null : self }
}
