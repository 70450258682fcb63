import NacreSyntax

/// Something that can be assigned to.
class Target: Node {
    func assign(_ v: Value, _ m: Machine) throws {}
    /// `target op= value`: what stands before the operator is evaluated once. Gives what was stored.
    func update(_ op: BinaryOperator, _ value: Node, _ m: Machine) throws -> Value {
        let before = try eval(m)
        let v = try m.compound(op, before, value.eval(m))
        try assign(v, m)
        return v
    }
}

final class SlotTarget: Target {
    let slot: Int
    let name: Name
    init(_ s: Int, _ n: Name) { slot = s; name = n }
    override func eval(_ m: Machine) throws -> Value {
        switch m.fp[slot] {
        case .undef: return try m.read(name)
        case .object(let o):
            if o.kind == .variable { return unsafeDowncast(o, to: Variable.self).value }
            return .object(o)
        case let v: return v
        }
    }
    override func assign(_ v: Value, _ m: Machine) throws { try m.storeSlot(slot, v) }
}

/// A parameter with a type or rules that is assigned again: every value goes through them.
final class GuardedSlotTarget: Target {
    let slot: Int
    let name: Name
    let guardian: VariableConstraint
    init(_ s: Int, _ n: Name, _ g: VariableConstraint) { slot = s; name = n; guardian = g }
    override func eval(_ m: Machine) throws -> Value { try SlotNode(slot, name).eval(m) }
    override func assign(_ v: Value, _ m: Machine) throws { try m.storeSlot(slot, guardian.admit(v, m)) }
}

final class NamedTarget: Target {
    let name: Name
    init(_ n: Name) { name = n }
    override func eval(_ m: Machine) throws -> Value { try m.read(name) }
    override func assign(_ v: Value, _ m: Machine) throws { try m.assign(name, v) }
}

/// `$_ = …`
final class ItemTarget: Target {
    override func eval(_ m: Machine) throws -> Value { m.item.isUndef ? .null : m.item }
    override func assign(_ v: Value, _ m: Machine) throws { m.item = v.orNull }
}

final class ScopedTarget: Target {
    let target: ScopeTarget
    let name: Name
    init(_ t: ScopeTarget, _ n: Name) { target = t; name = n }
    override func eval(_ m: Machine) throws -> Value { try ScopedNode(target, name).eval(m) }
    override func assign(_ v: Value, _ m: Machine) throws { 
        try m.set(name, v, in: m.scope(target))
        guard target == .private else { return }
        m.scope.variable(name)?.options.insert(.private)
        m.scope.hasPrivate = true
        m.scope.isDirty = true
    }
}

final class DriveTarget: Target {
    let drive: String, path: String
    init(drive: String, path: String) { self.drive = drive; self.path = path }
    override func eval(_ m: Machine) throws -> Value { try m.readDrive(drive, path) }
    override func assign(_ v: Value, _ m: Machine) throws { try m.writeDrive(drive, path, v) }
}

final class StaticMemberTarget: Target {
    let type: Node
    let name: MemberName
    init(_ t: Node, _ n: MemberName) { type = t; name = n }
    override func eval(_ m: Machine) throws -> Value { try m.staticMember(m.typeOperand(type.eval(m)), name.resolve(m)) }
    override func assign(_ v: Value, _ m: Machine) throws { try m.setStaticMember(m.typeOperand(type.eval(m)), name.resolve(m), v.orNull) }
}

/// `$a, $b = …`
final class ListTarget: Target {
    let targets: [Target]
    init(_ t: [Target]) { targets = t }
    override func assign(_ v: Value, _ m: Machine) throws {
        guard case .object(let o) = v, let list = o as? Seq else {
            try targets[0].assign(v, m)
            for t in targets.dropFirst() { try t.assign(.null, m) }
            return
        }
        let values = Array(list.elements)
        for (i, t) in targets.enumerated() {
            if i == targets.count - 1, values.count > targets.count { try t.assign(.object(PSArray(Array(values[i...]))), m) }
            else { try t.assign(i < values.count ? values[i] : .null, m) }
        }
    }
}

/// `[int]$x = …`: converts, and constrains the variable from then on.
final class TypedTarget: Target {
    let inner: Target
    let attributes: [AttributeBaseAst]
    let source: Source
    private var made: AttributeConstraint?
    init(_ t: Target, _ a: [AttributeBaseAst], source: Source) { inner = t; attributes = a; self.source = source }
    func constraint(_ m: Machine) throws -> AttributeConstraint {
        if let made { return made }
        let c = try AttributeConstraint(attributes, name: variableName, source: source, m)
        made = c
        return c
    }
    private var variableName: Name? {
        switch inner {
        case let t as SlotTarget: t.name
        case let t as NamedTarget: t.name
        case let t as ScopedTarget: t.name
        case let t as GuardedSlotTarget: t.name
        default: nil
        }
    }
    override func eval(_ m: Machine) throws -> Value { try constraint(m).convert(inner.eval(m), m) }
    override func assign(_ v: Value, _ m: Machine) throws {
        let c = try constraint(m)
        let admitted = try c.admit(v, isFirst: true, m)
        let scope: Scope, name: Name
        switch inner {
        case let t as SlotTarget: scope = m.scope; name = t.name
        case let t as NamedTarget: scope = m.scope; name = t.name
        case let t as ScopedTarget: scope = m.scope(t.target); name = t.name
        default: return try inner.assign(admitted, m)
        }
        guard let v = scope.variable(name, create: true) else { return }
        v.constraint = nil
        try m.store(admitted, in: v)
        v.constraint = c
    }
}

/// `target = value`
final class AssignNode: Node {
    let target: Target
    let value: Node
    init(_ t: Target, _ v: Node) { target = t; value = v }
    override func eval(_ m: Machine) throws -> Value {
        let v = try value.eval(m)
        try target.assign(v, m)
        return v
    }
    override func run(_ m: Machine) throws -> Flow {
        let v = try value.eval(m)
        try target.assign(v, m)
        m.succeeded = true
        return .next
    }
}

/// `target = command`: whether it went well is what the command said.
final class CommandAssignNode: Node {
    let target: Target
    let value: Node
    init(_ t: Target, _ v: Node) { target = t; value = v }
    override func eval(_ m: Machine) throws -> Value {
        let v = try value.eval(m)
        try target.assign(v, m)
        return v
    }
    override func run(_ m: Machine) throws -> Flow {
        _ = try eval(m)
        return .next
    }
}

/// `$slot = value`
final class SlotAssignNode: Node {
    let slot: Int
    let value: Node
    init(_ s: Int, _ v: Node) { slot = s; value = v }
    override func eval(_ m: Machine) throws -> Value {
        let v = try value.eval(m)
        try m.storeSlot(slot, v)
        return v
    }
    override func run(_ m: Machine) throws -> Flow {
        try m.storeSlot(slot, value.eval(m))
        m.succeeded = true
        return .next
    }
}

/// `target op= value`
final class CompoundNode: Node {
    let target: Target
    let op: BinaryOperator
    let value: Node
    init(_ t: Target, _ o: BinaryOperator, _ v: Node) { target = t; op = o; value = v }
    override func eval(_ m: Machine) throws -> Value { try target.update(op, value, m) }
    override func run(_ m: Machine) throws -> Flow {
        _ = try target.update(op, value, m)
        m.succeeded = true
        return .next
    }
}

/// `$slot += value`: numbers in place.
final class SlotAddNode: Node {
    let slot: Int
    let name: Name
    let value: Node
    init(_ s: Int, _ n: Name, _ v: Node) { slot = s; name = n; value = v }
    override func eval(_ m: Machine) throws -> Value {
        let v = try value.eval(m)
        if m.addInPlace(slot, v) { return m.fp[slot] }
        return try slow(v, m)
    }
    override func run(_ m: Machine) throws -> Flow {
        let v = try value.eval(m)
        if !m.addInPlace(slot, v) { _ = try slow(v, m) }
        m.succeeded = true
        return .next
    }
    @inline(never) fileprivate func slow(_ v: Value, _ m: Machine) throws -> Value {
        let before = try SlotNode(slot, name).eval(m)
        let r = try m.add(before, v)
        try m.storeSlot(slot, r)
        return r
    }
}
/// `$slot += $other`
final class SlotAddSlotNode: Node {
    let slot: Int, other: Int
    let general: SlotAddNode
    init(_ s: Int, _ o: Int, _ g: SlotAddNode) { slot = s; other = o; general = g }
    override func eval(_ m: Machine) throws -> Value { try general.eval(m) }
    override func run(_ m: Machine) throws -> Flow {
        if !m.addInPlace(slot, m.fp[other]) { return try general.run(m) }
        m.succeeded = true
        return .next
    }
}

/// `target ??= value`
final class CoalesceAssignNode: Node {
    let target: Target
    let value: Node
    init(_ t: Target, _ v: Node) { target = t; value = v }
    /// What a variable holds in this very scope: those of callers are not asked.
    private func current(_ m: Machine) throws -> Value {
        guard let t = target as? SlotTarget, case .undef = m.fp[t.slot] else { return try target.eval(m) }
        if m.strictLevel >= 1 { throw m.undefined(t.name) }
        return .null
    }
    override func eval(_ m: Machine) throws -> Value {
        let before = try current(m)
        if !before.isNull { return before }
        let v = try value.eval(m)
        try target.assign(v, m)
        return v
    }
    override func run(_ m: Machine) throws -> Flow {
        _ = try eval(m)
        m.succeeded = true
        return .next
    }
}

/// `++$x`, `$x++`, `--$x`, `$x--`: as a statement they put out nothing.
final class StepNode: Node {
    let target: Target
    let up: Bool, post: Bool
    init(_ t: Target, up: Bool, post: Bool) { target = t; self.up = up; self.post = post }
    override func eval(_ m: Machine) throws -> Value {
        let before = try target.eval(m)
        let v = try up ? m.increment(before) : m.decrement(before)
        try target.assign(v, m)
        if !post { return v }
        return before.isNull ? .int(0) : before
    }
    override func run(_ m: Machine) throws -> Flow {
        _ = try eval(m)
        m.succeeded = true
        return .next
    }
}
final class SlotStepNode: Node {
    let slot: Int
    let general: StepNode
    let delta: Int32
    init(_ s: Int, _ g: StepNode) { slot = s; general = g; delta = g.up ? 1 : -1 }
    override func eval(_ m: Machine) throws -> Value {
        if case .int(let i) = m.fp[slot] {
            let (r, o) = i.addingReportingOverflow(delta)
            if !o { (m.fp + slot).initialize(to: .int(r)); return .int(general.post ? i : r) }
        }
        return try general.eval(m)
    }
    override func run(_ m: Machine) throws -> Flow {
        if case .int(let i) = m.fp[slot] {
            let (r, o) = i.addingReportingOverflow(delta)
            if !o { (m.fp + slot).initialize(to: .int(r)); m.succeeded = true; return .next }
        }
        _ = try general.eval(m)
        m.succeeded = true
        return .next
    }
}

extension Machine {
    /// Adds a number to the number in a slot; false where that takes more than adding.
    @inline(__always) func addInPlace(_ slot: Int, _ v: Value) -> Bool {
        let p = fp + slot
        switch (p.pointee, v) {
        case (.int(let a), .int(let b)):
            let (r, o) = a.addingReportingOverflow(b)
            if o { return false }
            p.initialize(to: .int(r))
        case (.long(let a), .int(let b)):
            let (r, o) = a.addingReportingOverflow(Int64(b))
            if o { return false }
            p.initialize(to: .long(r))
        case (.long(let a), .long(let b)):
            let (r, o) = a.addingReportingOverflow(b)
            if o { return false }
            p.initialize(to: .long(r))
        case (.double(let a), .double(let b)): p.initialize(to: .double(a + b))
        default: return false
        }
        return true
    }
    /// Stores in a slot of the running block; a variable kept there goes by its rules.
    @inline(__always) func storeSlot(_ slot: Int, _ v: Value) throws {
        let p = fp + slot
        if case .object(let o) = p.pointee {
            if o.kind == .variable { return try store(v, in: unsafeDowncast(o, to: Variable.self)) }
            p.pointee = v
        } else {
            p.initialize(to: v)
        }
    }
    func compound(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
        switch op {
        case .add: try add(a, b)
        case .subtract: try subtract(a, b)
        case .multiply: try multiply(a, b)
        case .divide: try divide(a, b)
        case .remainder: try remainder(a, b)
        default: try binary(op, a, b)
        }
    }
    /// The type that `[t]::member` names: a type, or the type of a string's name.
    func typeOperand(_ v: Value) throws -> TypeRef {
        if case .object(let o) = v.unwrapped {
            if let t = o as? TypeRef { return t }
            if o.kind == .string, let t = session.types.find(str(v).string) { return t }
        }
        return v.type
    }
}

extension Value {
    /// The code of the types that lie inline in a value, or of strings; `.other` for the rest.
    @inline(__always) var inlineCode: TypeCode {
        switch self {
        case .bool: .bool
        case .int: .int
        case .long: .long
        case .double: .double
        case .byte: .byte
        case .char: .char
        case .object(let o): o.kind == .string ? .string : .other
        default: .other
        }
    }
}
