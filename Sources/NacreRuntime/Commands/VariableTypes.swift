/// A variable as an object: what `Get-Variable` gives, and `[psvariable]::new('name', value)`.
public final class VariableView: Native {
    public let variable: Variable
    public init(_ v: Variable) { variable = v; super.init(.psVariable) }
    public override func isEqual(to other: Obj) -> Bool { (other as? VariableView)?.variable === variable }
    public override var hash: Int { ObjectIdentifier(variable).hashValue }
}

extension TypeRef {
    public static let psVariable = TypeRef("PSVariable", namespace: "System.Management.Automation", base: .object)
    public static let scopedItemOptions: TypeRef = {
        let t = TypeRef("ScopedItemOptions", namespace: "System.Management.Automation", code: .enumeration, base: enumBase, element: int, isValueType: true)
        t.labels = EnumLabels([("None", 0), ("ReadOnly", 1), ("Constant", 2), ("Private", 4), ("AllScope", 8), ("Unspecified", 16)], flags: true)
        return t
    }()
    public static let entryVisibility: TypeRef = {
        let t = TypeRef("SessionStateEntryVisibility", namespace: "System.Management.Automation", code: .enumeration, base: enumBase, element: int, isValueType: true)
        t.labels = EnumLabels([("Public", 0), ("Private", 1)], flags: false)
        return t
    }()
}

extension VariableOptions {
    /// As `ScopedItemOptions`.
    public var value: Value { .object(EnumValue(.scopedItemOptions, Int64(rawValue))) }
    public init(_ v: Value) { self.init(rawValue: UInt8(truncatingIfNeeded: (v.unwrapped.obj as? EnumValue)?.raw ?? 0)) }
}

/// The members of variables as objects.
enum VariableTypes {
    static func register(in types: TypeCatalog) {
        types.register(TypeRef.psVariable, as: "psvariable")
        types.register(TypeRef.scopedItemOptions)
        types.register(TypeRef.entryVisibility)
        TypeRef.psVariable.declare(in: types, members)
    }
    private static func members(_ t: TypeBuilder) {
        func me(_ v: Value) -> Variable? { v.cast(VariableView.self)?.variable }
        t.constructor("psvariable(string name)") { m, _, a in make(m.str(a[0]), .null) }
        t.constructor("psvariable(string name, System.Object value)") { m, _, a in make(m.str(a[0]), a[1]) }
        t.constructor("psvariable(string name, System.Object value, System.Management.Automation.ScopedItemOptions options)") { m, _, a in
            let v = make(m.str(a[0]), a[1])
            me(v)?.options = VariableOptions(a[2])
            return v
        }
        t.property("string Name") { _, v in me(v).map { Value($0.name.text) } ?? .null }
        t.property("string Description", get: { _, v in Value(me(v)?.description ?? "") }, set: { m, v, x in me(v)?.description = m.str(x).string })
        t.property("System.Object Value", get: { m, v in me(v).map { $0.getter?(m) ?? $0.value } ?? .null }, set: { m, v, x in if let v = me(v) { try m.store(x, in: v) } })
        t.property("System.Management.Automation.SessionStateEntryVisibility Visibility") { _, _ in .object(EnumValue(.entryVisibility, 0)) }
        t.property("psmoduleinfo Module") { _, _ in .null }
        t.property("string ModuleName") { _, _ in .object(Str.empty) }
        t.property("System.Management.Automation.ScopedItemOptions Options", get: { _, v in (me(v)?.options ?? []).value }, set: { _, v, x in
            guard let v = me(v) else { return }
            let wanted = VariableOptions(x)
            if v.options.contains(.constant) || wanted.contains(.constant), wanted != v.options { throw NetException(VariableTypes.cannotBecomeConstant(v).record.exception) }
            v.options = wanted
        })
        t.property("System.Collections.ObjectModel.Collection[System.Attribute] Attributes") { m, v in
            guard let c = me(v)?.constraint as? AttributeConstraint else { return .object(PSArray([])) }
            return .object(PSArray(c.types.map { .object($0) } + c.rules.map { .object(Str("\(type(of: $0))")) }))
        }
        t.method("bool IsValidValue(System.Object value)") { m, v, a in
            guard let c = me(v)?.constraint else { return .bool(true) }
            return .bool((try? c.admit(a[0], m)) != nil)
        }
    }
    private static func make(_ name: Str, _ value: Value) -> Value { .object(VariableView(Variable(Name(name), value))) }
    static func cannotBecomeConstant(_ v: Variable) -> PSError {
        PSError(.sessionStateUnauthorizedAccessException, id: "VariableCannotBeMadeConstant",
                "Existing variable \(v.name.text) cannot be made constant. Variables can be made constant only at creation time.", category: .writeError, target: Value(v.name.text))
    }
}

extension Machine {
    /// The refusal of making an existing variable constant.
    public func cannotBecomeConstant(_ v: Variable) -> ErrorRecord { VariableTypes.cannotBecomeConstant(v).record }

    /// Runs a block in a scope of its own that has more functions and variables: `InvokeWithContext`.
    public func run(_ block: ScriptBlock, _ args: [Value], functions: [(String, ScriptBlock)], variables: [Variable], into sink: Sink) throws {
        let outer = scope, layout = Layout()
        let s = Scope(parent: outer, layout: layout, slots: sp, home: outer.home)
        s.extra = [:]
        var given: Value?
        for v in variables { if v.name == Machine.itemName { given = v.value } else { s.extra?[v.name] = v } }
        for (name, b) in functions { define(FunctionInfo(name, block: b), in: s) }
        scope = s
        defer { scope = outer; session.commands.epoch += 1 }
        try withExtendedLifetime((s, layout)) { try run(block, args, item: given, into: sink) }
    }
}

/// The constraint of a preference variable: its value is a label of an enum.
public final class EnumConstraint: VariableConstraint {
    let type: TypeRef
    public init(_ type: TypeRef) { self.type = type }
    public func admit(_ value: Value, _ m: Machine) throws -> Value {
        do { return try m.convert(value, to: type) } catch let e as PSError { throw m.assignmentRefused(e, value, nil) }
    }
}
