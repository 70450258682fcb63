import NacreSyntax

/// A variable that this block assigns: a slot; empty, the name is looked up the scopes.
final class SlotNode: Node {
    let slot: Int
    let name: Name
    private let place: SourcePlace?
    init(_ s: Int, _ n: Name, _ p: SourcePlace? = nil) { slot = s; name = n; place = p }
    @inline(__always) override func eval(_ m: Machine) throws -> Value {
        switch m.fp[slot] {
        case .undef: return try m.read(name, place)
        case .object(let o):
            if o.kind == .variable { return unsafeDowncast(o, to: Variable.self).value }
            return .object(o)
        case let v: return v
        }
    }
    override var changesNothing: Bool { true }
    override func test(_ m: Machine) throws -> Bool {
        if case .bool(let b) = m.fp[slot] { return b }
        return try eval(m).isTrue
    }
}

/// A variable by name, from the current scope up.
final class NamedNode: Node {
    let name: Name
    private let place: SourcePlace?
    init(_ n: Name, _ p: SourcePlace? = nil) { name = n; place = p }
    override func eval(_ m: Machine) throws -> Value { try m.read(name, place) }
}

/// `$_`
final class ItemNode: Node {
    override var changesNothing: Bool { true }
    override func eval(_ m: Machine) throws -> Value {
        if case .undef = m.item { return try m.read(Machine.itemName) }
        return m.item
    }
}

/// `$using:x`: what the block was sent with; an error where it runs here.
final class UsingNode: Node {
    let name: Name
    init(_ n: Name) { name = n }
    /// The name under which whoever sends blocks away keeps such a value in the block's scope.
    static func kept(_ name: Name) -> Name { Name("using:" + name.text) }
    override func eval(_ m: Machine) throws -> Value {
        if let v = m.lookup(UsingNode.kept(name)) { return v }
        throw PSError(id: "UsingWithoutInvokeCommand", "A Using variable cannot be retrieved. A Using variable can be used only with Invoke-Command, Start-Job, or InlineScript in the script workflow. When it is used with Invoke-Command, the Using variable is valid only if the script block is invoked on a remote computer.")
    }
}

/// `$?`
final class StatusNode: Node {
    override func eval(_ m: Machine) throws -> Value { .bool(m.succeeded) }
}

/// `$global:x`, `$script:x`, `$local:x`
final class ScopedNode: Node {
    let target: ScopeTarget
    let name: Name
    init(_ t: ScopeTarget, _ n: Name) { target = t; name = n }
    override func eval(_ m: Machine) throws -> Value {
        if let v = m.get(name, in: m.scope(target)) { return v }
        if case .local = target { return .null }
        if m.strictLevel >= 1 { throw m.undefined(name) }
        return .null
    }
}

/// `$env:X`, `$function:f`, `$drive:path`: through the provider of the drive.
final class DriveNode: Node {
    let drive: String, path: String
    init(drive: String, path: String) { self.drive = drive; self.path = path }
    override func eval(_ m: Machine) throws -> Value { try m.readDrive(drive, path) }
}

enum ScopeTarget: UInt8 { case global, script, local, `private` }

extension Scope {
    /// The variable's value in this very scope.
    func get(_ name: Name, _ m: Machine) -> Value? {
        let i = layout.slot(of: name)
        if i >= 0 {
            switch slots[i] {
            case .undef: return nil
            case .object(let o):
                if o.kind == .variable { let v = unsafeDowncast(o, to: Variable.self); return v.getter?(m) ?? v.value }
                return .object(o)
            case let v: return v
            }
        }
        guard let v = extra?[name] else { return nil }
        return v.getter?(m) ?? v.value
    }
    /// The variable itself in this scope; a slot is given one where it had a plain value.
    func variable(_ name: Name, create: Bool = false) -> Variable? {
        let i = layout.slot(of: name)
        if i >= 0 {
            switch slots[i] {
            case .undef:
                guard create else { return nil }
                let v = Variable(name, .null)
                slots[i] = .object(v)
                return v
            case .object(let o):
                if o.kind == .variable { return unsafeDowncast(o, to: Variable.self) }
                fallthrough
            default:
                let v = Variable(name, slots[i])
                slots[i] = .object(v)
                return v
            }
        }
        if let v = extra?[name] { return v }
        guard create else { return nil }
        let v = Variable(name, .null)
        if extra == nil { extra = [:] }
        extra![name] = v
        return v
    }
    func isPrivate(_ name: Name) -> Bool { variable(name)?.options.contains(.private) ?? false }
    /// Sets the variable in this scope.
    func set(_ name: Name, _ value: Value, _ m: Machine) throws {
        let i = layout.slot(of: name)
        if i >= 0 {
            if case .object(let o) = slots[i], o.kind == .variable { try m.store(value, in: unsafeDowncast(o, to: Variable.self)) } else { slots[i] = value }
            return
        }
        if let v = extra?[name] { try m.store(value, in: v); return }
        if extra == nil { extra = [:] }
        extra![name] = Variable(name, value)
    }
    /// Removes the variable; false where there is none.
    func remove(_ name: Name) -> Bool {
        let i = layout.slot(of: name)
        if i >= 0 {
            if case .undef = slots[i] { return false }
            slots[i] = .undef
            return true
        }
        return extra?.removeValue(forKey: name) != nil
    }
    /// All variables of this scope.
    func all(_ m: Machine) -> [(Name, Value)] {
        var out: [(Name, Value)] = []
        for (i, n) in layout.names.enumerated() where !slots[i].isUndef { if let v = get(n, m) { _ = i; out.append((n, v)) } }
        if let extra { for (n, v) in extra { out.append((n, v.getter?(m) ?? v.value)) } }
        return out
    }
}

extension Machine {
    static let itemName = Name("_")

    /// The value of a variable as the running code sees it (dynamic scope); nil where there is none.
    public func lookup(_ name: Name) -> Value? {
        var s: Scope? = scope
        while let c = s {
            if let v = c.get(name, self), !c.hasPrivate || c === scope || !c.isPrivate(name) { return v }
            s = c.parent
        }
        return nil
    }
    /// The variable itself, as the running code sees it.
    public func findVariable(_ name: Name) -> Variable? {
        var s: Scope? = scope
        while let c = s {
            if let v = c.variable(name), !c.hasPrivate || c === scope || !v.options.contains(.private) { return v }
            s = c.parent
        }
        return nil
    }
    /// Reads a variable: `$null`, or strict mode's error, where there is none.
    @inline(never) func read(_ name: Name, _ place: SourcePlace? = nil) throws -> Value {
        if name == Machine.itemName { return item.isUndef ? .null : item }
        if let v = lookup(name) { return v }
        if strictLevel >= 1 {
            let e = undefined(name)
            throw place.map { placed(e, $0) } ?? e
        }
        return .null
    }
    func undefined(_ name: Name) -> PSError {
        PSError(id: "VariableIsUndefined", "The variable '$\(name.text)' cannot be retrieved because it has not been set.", category: .invalidOperation, target: Value(name.text))
    }
    /// A variable's value in one scope; the session's own variables belong to the global one.
    func get(_ name: Name, in s: Scope) -> Value? {
        s.get(name, self) ?? (s === session.state.global && s !== rootScope ? rootScope.get(name, self) : nil)
    }
    /// Sets a variable in one scope.
    func set(_ name: Name, _ v: Value, in s: Scope) throws {
        if s === session.state.global, s !== rootScope, s.variable(name) == nil, let own = rootScope.extra?[name] { try store(v, in: own) } else { try s.set(name, v, self) }
    }
    /// A script file of the command line runs in the global scope: what the session itself holds under names that the script assigns is
    /// what it assigns to.
    func enterGlobal(_ s: Scope) {
        for (i, name) in s.layout.names.enumerated() where s.slots[i].isUndef {
            if let v = rootScope.extra?[name], v.getter == nil { s.slots[i] = .object(v) }
        }
        s.parent = rootScope
        session.state.global = s
    }
    func leaveGlobal() { session.state.global = rootScope }

    /// Assigns in the current scope, as `$name = value` does.
    public func assign(_ name: Name, _ value: Value) throws {
        // A variable for all scopes, or a constant of the session, is one everywhere.
        if let g = rootScope.extra?[name], g.options.contains(.allScope) || g.options.contains(.constant) || scope === session.state.global { try store(value, in: g); return }
        try scope.set(name, value, self)
    }
    /// Stores into a variable by its options and constraint.
    func store(_ value: Value, in v: Variable) throws {
        if v.options.contains(.constant) || v.options.contains(.readOnly) {
            throw PSError(.sessionStateUnauthorizedAccessException, id: "VariableNotWritable", "Cannot overwrite variable \(v.name.text) because it is read-only or constant.", category: .writeError, target: Value(v.name.text))
        }
        if let set = v.setter { try set(self, value.orNull); return }
        v.getter = nil
        v.value = try v.constraint?.admit(value, self) ?? value
    }
    func scope(_ target: ScopeTarget) -> Scope {
        switch target {
        case .global: return session.state.global
        case .local, .private: return scope
        case .script:
            var s = scope
            while !s.isScript, let p = s.parent { s = p }
            return s
        }
    }
}
