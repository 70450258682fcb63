import NacreSyntax

final class IfNode: Node {
    let condition: Node
    let body: StatementList
    /// What runs otherwise: the statements of `else`, or those of the next `elseif` as one statement.
    let otherwise: StatementList
    let place: SourcePlace
    init(_ c: Node, _ b: StatementList, _ o: StatementList, _ p: SourcePlace) { condition = c; body = b; otherwise = o; place = p }
    override func run(_ m: Machine) throws -> Flow { try condition.holds(m, place) ? body.run(m) : otherwise.run(m) }
    override func eval(_ m: Machine) throws -> Value { try m.captured { try m.flowing(run(m)) } }
}

/// What loops share: their label, and what a body's flow means to them.
class LoopBase: Node {
    let label: Name?
    let body: StatementList
    init(label: Name?, body: StatementList) { self.label = label; self.body = body }
    enum Step { case go, leave, out(Flow) }

    /// Runs the body once. Signals from called blocks count like the body's own flow.
    @inline(__always) final func turn(_ m: Machine) throws -> Step {
        var flow: Flow
        do { flow = try body.run(m) } catch let s as FlowSignal {
            m.flowLabel = s.label
            flow = s.flow
        }
        if flow == .next { return .go }
        return settle(flow, m)
    }
    @inline(never) private func settle(_ flow: Flow, _ m: Machine) -> Step {
        if flow == .return { return .out(.return) }
        if let l = m.flowLabel, l != label { return .out(flow) }
        m.flowLabel = nil
        return flow == .break ? .leave : .go
    }
    override func eval(_ m: Machine) throws -> Value { try m.captured { try m.flowing(run(m)) } }
}

final class WhileNode: LoopBase {
    let condition: Node
    let place: SourcePlace
    init(label: Name?, condition: Node, _ p: SourcePlace, body: StatementList) { self.condition = condition; place = p; super.init(label: label, body: body) }
    override func run(_ m: Machine) throws -> Flow {
        while try condition.holds(m, place) {
            try m.poll()
            switch try turn(m) { case .go: continue; case .leave: return .next; case .out(let f): return f }
        }
        return .next
    }
}
final class DoNode: LoopBase {
    let condition: Node
    let until: Bool
    let place: SourcePlace
    init(label: Name?, condition: Node, _ p: SourcePlace, until: Bool, body: StatementList) { self.condition = condition; place = p; self.until = until; super.init(label: label, body: body) }
    override func run(_ m: Machine) throws -> Flow {
        repeat {
            try m.poll()
            switch try turn(m) { case .go: break; case .leave: return .next; case .out(let f): return f }
        } while try condition.holds(m, place) != until
        return .next
    }
}
final class ForNode: LoopBase {
    let start: Node, condition: Node, step: Node
    /// The step puts out nothing by itself, so its output need not be dropped.
    let isStepSilent: Bool
    let place: SourcePlace
    init(label: Name?, start: Node?, condition: Node?, _ p: SourcePlace, step: Node?, body: StatementList) {
        place = p
        self.start = start ?? ConstNode(.void)
        self.condition = condition ?? ConstNode(.bool(true))
        self.step = step ?? VoidStatement(ConstNode(.void))
        isStepSilent = self.step is SlotStepNode || self.step is SlotAssignNode || self.step is SlotAddNode || self.step is SlotAddSlotNode || self.step is CompoundNode || self.step is VoidStatement
        super.init(label: label, body: body)
    }
    override func run(_ m: Machine) throws -> Flow {
        try m.silently(start)
        while try condition.holds(m, place) {
            try m.poll()
            switch try turn(m) { case .go: break; case .leave: return .next; case .out(let f): return f }
            if isStepSilent { _ = try step.run(m) } else { try m.silently(step) }
        }
        return .next
    }
}

/// `foreach ($x in …)`
final class ForEachNode: LoopBase {
    let target: Target
    let collection: Node
    /// The slot of `$foreach`, where the body reads it.
    let enumeratorSlot: Int
    let place: SourcePlace
    init(label: Name?, target: Target, collection: Node, _ p: SourcePlace, enumeratorSlot: Int, body: StatementList) {
        place = p
        self.target = target; self.collection = collection; self.enumeratorSlot = enumeratorSlot
        super.init(label: label, body: body)
    }
    override func run(_ m: Machine) throws -> Flow {
        if enumeratorSlot < 0, let r = collection as? RangeNode, let b = try r.bounds(m) { return try overRange(b.from, b.to, m) }
        let c = try collection.value(m, place)
        switch c {
        case .null, .void, .undef: return .next
        case .object(let o):
            if o.kind == .array || o.kind == .list {
                let s = unsafeDowncast(o, to: Seq.self)
                if enumeratorSlot >= 0 { return try withEnumerator(Array(s.elements), m) }
                var i = 0
                let version = (o as? PSList)?.version
                while i < s.count {
                    try target.assign(s[i], m)
                    try m.poll()
                    switch try turn(m) { case .go: break; case .leave: return .next; case .out(let f): return f }
                    i += 1
                    if let version, (o as? PSList)?.version != version {
                        throw PSError.raw(.invalidOperationException, "Collection was modified; enumeration operation may not execute.")
                    }
                }
                return .next
            }
            if o.kind != .string, o.isEnumerable {
                var values: [Value] = []
                _ = try o.enumerate { values.append($0) }
                if enumeratorSlot >= 0 { return try withEnumerator(values, m) }
                let stamp = o.stamp
                for v in values {
                    try target.assign(v, m)
                    try m.poll()
                    switch try turn(m) { case .go: break; case .leave: return .next; case .out(let f): return f }
                    if o.stamp != stamp { throw PSError.raw(.invalidOperationException, "Collection was modified; enumeration operation may not execute.") }
                }
                return .next
            }
            fallthrough
        default:
            if enumeratorSlot >= 0 { return try withEnumerator([c], m) }
            try target.assign(c, m)
            if case .out(let f) = try turn(m) { return f }
            return .next
        }
    }
    private func overRange(_ from: Int32, _ to: Int32, _ m: Machine) throws -> Flow {
        var i = from
        let step: Int32 = from <= to ? 1 : -1
        while true {
            try target.assign(.int(i), m)
            try m.poll()
            switch try turn(m) { case .go: break; case .leave: return .next; case .out(let f): return f }
            if i == to { return .next }
            i += step
        }
    }
    /// With `$foreach` in view: an enumerator that the body can move.
    private func withEnumerator(_ values: [Value], _ m: Machine) throws -> Flow {
        let e = Enumerator(values)
        let before = m.fp[enumeratorSlot]
        m.fp[enumeratorSlot] = .object(e)
        defer { m.fp[enumeratorSlot] = before }
        while e.moveNext() {
            try target.assign(e.current, m)
            try m.poll()
            switch try turn(m) { case .go: break; case .leave: return .next; case .out(let f): return f }
        }
        return .next
    }
}

/// What `$foreach`, `$switch` and `$input` are: moves over values.
public final class Enumerator: Native {
    public private(set) var values: [Value]
    public private(set) var position = -1
    /// Gives what follows the known values, as it is asked for.
    private var more: (() -> Value?)?
    public init(_ v: [Value]) { values = v; super.init(.enumerator) }
    /// Over values that come one by one: the lines of standard input. `next` gives nil at the end.
    public init(next: @escaping () -> Value?) { values = []; more = next; super.init(.enumerator) }
    public var current: Value { position >= 0 && position < values.count ? values[position] : .null }
    public func moveNext() -> Bool {
        position = min(position + 1, values.count)
        if position == values.count, let more {
            if let v = more() { values.append(v) } else { self.more = nil }
        }
        return position < values.count
    }
    public func reset() { position = -1 }
    public override var isEnumerable: Bool { true }
    public override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        while moveNext() { try body(current) }
        return true
    }
}
extension TypeRef {
    public static let enumerator: TypeRef = {
        let t = TypeRef("ArrayListEnumeratorSimple", namespace: "System.Collections.ArrayList", base: .object)
        t.interfaces = [TypeRef.enumeratorInterface]
        return t
    }()
    public static let enumeratorInterface: TypeRef = { let t = TypeRef("IEnumerator", namespace: "System.Collections"); t.isInterface = true; return t }()
}

final class BreakNode: Node {
    let label: Node?
    let flow: Flow
    /// True inside a loop of the same block.
    let local: Bool
    init(_ f: Flow, label: Node?, local: Bool) { flow = f; self.label = label; self.local = local }
    override func run(_ m: Machine) throws -> Flow {
        m.flowLabel = try label.map { Name(m.str(try $0.eval(m))) }
        if local { return flow }
        throw FlowSignal(flow: flow, label: m.flowLabel)
    }
}

final class ReturnNode: Node {
    let value: Node?
    init(_ v: Node?) { value = v }
    override func run(_ m: Machine) throws -> Flow {
        if let value {
            let f = try value.run(m)
            if f != .next { return f }
        }
        return .return
    }
}

final class ExitNode: Node {
    let value: Node?
    init(_ v: Node?) { value = v }
    override func run(_ m: Machine) throws -> Flow {
        guard let value else { throw ExitSignal(code: m.lastExitCode) }
        var code: Int32 = 0
        let v = try value.eval(m)
        if case .int(let i) = v { code = i } else if case .int(let i)? = try? m.convert(v, to: .int) { code = i }
        throw ExitSignal(code: code)
    }
}

final class ThrowNode: Node {
    let value: Node?
    init(_ v: Node?) { value = v }
    override func run(_ m: Machine) throws -> Flow {
        guard let value else {
            if case .object(let o) = m.item, let r = o as? ErrorRecord, m.inCatch > 0 { throw PSError(r, endsScript: true) }
            let e = m.thrown(.null)
            e.record.isThrown = true
            throw e
        }
        let e = m.thrown(try value.eval(m))
        e.record.isThrown = true
        throw e
    }
    override func eval(_ m: Machine) throws -> Value { _ = try run(m); return .null }
}

extension Machine {
    /// Runs a statement for its effect; what it puts out is dropped.
    @inline(__always) func silently(_ n: Node) throws {
        let before = out
        out = nowhere
        defer { out = before }
        _ = try n.run(self)
    }

    /// The error that `throw value` raises.
    func thrown(_ v: Value) -> PSError {
        let v = v.orNull
        switch v.unwrapped {
        case .object(let r as ErrorRecord): return PSError(r, endsScript: true)
        case .object(let x as ExceptionValue):
            let r = ErrorRecord(x, id: x.message, category: .operationStopped)
            return PSError(r, endsScript: true)
        case .null:
            return PSError(ErrorRecord(ExceptionValue(.runtimeException, "ScriptHalted"), id: "ScriptHalted", category: .operationStopped, target: .null), endsScript: true)
        default:
            let text = str(v).string
            return PSError(ErrorRecord(ExceptionValue(.runtimeException, text), id: text, category: .operationStopped, target: v), endsScript: true)
        }
    }
}
