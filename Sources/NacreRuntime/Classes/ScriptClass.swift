import NacreSyntax

/// A property of a script's class: its place among an instance's fields.
final class ClassField {
    let name: Name
    let spelling: String
    let slot: Int
    let constraint: AttributeConstraint?
    /// The code of values that are taken as they are; `.object` takes all, `.void` none.
    private let quick: TypeCode
    let initial: Node?
    let isHidden: Bool
    let typeName: String
    /// What it holds where the class gives it no value: .NET's default of the type.
    let unset: Value
    init(name: Name, spelling: String, slot: Int, constraint: AttributeConstraint?, initial: Node?, isHidden: Bool, typeName: String, unset: Value) {
        self.unset = unset
        self.name = name; self.spelling = spelling; self.slot = slot; self.constraint = constraint; self.initial = initial; self.isHidden = isHidden; self.typeName = typeName
        quick = constraint.map { $0.plainCode } ?? .object
    }
    @inline(__always) func admit(_ v: Value, _ m: Machine) throws -> Value {
        if quick == .object || quick == v.inlineCode { return v }
        return try slow(v, m)
    }
    @inline(never) private func slow(_ v: Value, _ m: Machine) throws -> Value {
        guard let c = constraint else { return v }
        do { return try c.property(v, m) } catch let e as PSError {
            let inner = e.record.exception
            let x = ExceptionValue(.setValueInvocationException, "Exception setting \"\(spelling)\": \"\(inner.message)\"", inner: inner)
            throw PSError(ErrorRecord(x, id: "ExceptionWhenSetting", category: .notSpecified))
        }
    }
}

/// A method or constructor of a script's class.
final class ClassMethod {
    let name: Name
    let spelling: String
    let code: BlockCode
    let block: ScriptBlock
    let parameterTypes: [TypeRef]
    let returnType: TypeRef?
    let isVoid: Bool
    let isStatic: Bool
    unowned let owner: ScriptClass
    private var body: CompiledBlock?
    private let codes: [TypeCode]
    init(name: String, code: BlockCode, parameterTypes: [TypeRef], returnType: TypeRef?, isVoid: Bool, isStatic: Bool, owner: ScriptClass, home: SessionState?) {
        self.name = Name(name); spelling = name; self.code = code; block = ScriptBlock(code, home: home)
        self.parameterTypes = parameterTypes; self.returnType = returnType; self.isVoid = isVoid; self.isStatic = isStatic; self.owner = owner
        codes = parameterTypes.map(\.code)
    }
    @inline(__always) func compiled(_ m: Machine) throws -> CompiledBlock {
        if let body { return body }
        let b = try code.compiled(m)
        body = b
        return b
    }
    /// True where an argument needs no conversion.
    @inline(__always) func takes(_ v: Value, at i: Int) -> Bool {
        let code = codes[i]
        return code == .object || code == v.inlineCode && code != .other
    }
    /// True where a result needs no conversion.
    @inline(__always) func returns(_ v: Value) -> Bool {
        guard let t = returnType else { return true }
        return t.code == .object || t.code == v.inlineCode && t.code != .other
    }
    /// A constructor that passes arguments to the base class's: `: base(…)`.
    lazy var startsWithBaseCall: Bool = {
        guard let s = code.tree.endBlock?.statements.first else { return false }
        let e = (s as? CommandExpressionAst)?.expression ?? ((s as? PipelineAst)?.elements.first as? CommandExpressionAst)?.expression
        return (e as? InvokeMemberExpressionAst)?.isBaseCall == true
    }()
}

/// A class defined by a script.
public final class ScriptClass: TypeRef {
    private(set) var fields: [ClassField] = []
    private var fieldTable: [Name: ClassField] = [:]
    private var methods: [Name: [ClassMethod]] = [:]
    var scriptConstructors: [ClassMethod] = []
    var staticFields: [Name: Variable] = [:]
    var ownFieldStart = 0
    /// The scope that methods see above their own: that of the script that defined the class, as long as it runs.
    var definingScope: Scope?
    /// Runs the methods that .NET would call by itself (`ToString`, `Equals`, `CompareTo`, …).
    unowned let machine: Machine

    var scriptBase: ScriptClass? { baseType.flatMap { $0.code == .scriptClass ? unsafeDowncast($0, to: ScriptClass.self) : nil } }
    /// What a new object's fields hold before initial values are evaluated.
    private(set) var template: [Value] = []
    private(set) var hasInitialValues = false
    fileprivate func freshFields() -> UnsafeMutablePointer<Value> {
        let p = UnsafeMutablePointer<Value>.allocate(capacity: max(template.count, 1))
        template.withUnsafeBufferPointer { if let from = $0.baseAddress { p.initialize(from: from, count: $0.count) } }
        return p
    }
    private(set) lazy var isException = isSubtype(of: .exception)
    /// The defining scope, while its script runs.
    var liveScope: Scope? { if let definingScope, definingScope.isLive { definingScope } else { nil } }
    init(name: String, machine: Machine) { self.machine = machine; super.init(name, namespace: "", code: .scriptClass, base: .object) }

    static let toStringName = Name("ToString"), equalsName = Name("Equals"), hashName = Name("GetHashCode"), compareName = Name("CompareTo"), enumeratorName = Name("GetEnumerator")
    /// Calls a method for the engine; nil where the class does not define it, or where it fails.
    func call(_ name: Name, on this: Obj, _ args: [Value] = []) -> Value? {
        guard let f = method(name, args.count) else { return nil }
        return try? machine.pass(args) { try machine.callMethod(f, this: .object(this), $0) }
    }

    @inline(__always) func field(_ name: Name) -> ClassField? { fieldTable[name] }
    func add(_ f: ClassField) {
        fields.append(f)
        fieldTable[f.name] = f
        while template.count <= f.slot { template.append(.null) }
        template[f.slot] = f.unset
        if f.initial != nil { hasInitialValues = true }
    }
    func inheritFields() {
        guard let b = scriptBase else { return }
        for f in b.fields { add(f) }
        ownFieldStart = fields.count
    }
    func add(_ f: ClassMethod) { methods[f.name, default: []].append(f) }
    /// The only constructor with as many parameters as there are arguments, where it takes them as they are.
    func plainConstructor(_ args: Args) -> ClassMethod? {
        var found: ClassMethod?
        for f in scriptConstructors where f.parameterTypes.count == args.count {
            if found != nil { return nil }
            found = f
        }
        guard let f = found else { return nil }
        var i = 0
        while i < args.count { if !f.takes(args[i], at: i) { return nil }; i += 1 }
        return f
    }
    /// The one method of a name that takes so many arguments, own or inherited; nil where overloads must be weighed.
    func method(_ name: Name, _ count: Int) -> ClassMethod? {
        var c: ScriptClass? = self
        var found: ClassMethod?
        while let k = c {
            for f in k.methods[name] ?? [] where f.parameterTypes.count == count && !f.isStatic {
                if found != nil { return found!.parameterTypes.elementsEqual(f.parameterTypes, by: ===) ? found : nil }
                found = f
            }
            if found != nil { return found }
            c = k.scriptBase
        }
        return nil
    }
}

/// An object of a script's class.
public final class Instance: Obj {
    public let cls: ScriptClass
    let fields: UnsafeMutablePointer<Value>
    init(_ c: ScriptClass) {
        cls = c
        fields = c.freshFields()
        super.init(kind: .instance)
    }
    deinit {
        fields.deinitialize(count: cls.template.count)
        fields.deallocate()
    }
    public override var type: TypeRef { cls }
    public override func text(_ culture: Culture) -> String? { cls.call(ScriptClass.toStringName, on: self).map { cls.machine.str($0).string } ?? cls.name }
    public override func isEqual(to other: Obj) -> Bool {
        self === other || cls.call(ScriptClass.equalsName, on: self, [.object(other)])?.isTrue ?? false
    }
    public override var hash: Int {
        if case .int(let n)? = cls.call(ScriptClass.hashName, on: self) { return Int(n) }
        return ObjectIdentifier(self).hashValue
    }
    public override func compare(to other: Obj) -> Int? {
        if case .int(let n)? = cls.call(ScriptClass.compareName, on: self, [.object(other)]) { return Int(n) }
        return nil
    }
    public override var isEnumerable: Bool { cls.implements(.enumerable) && cls.method(ScriptClass.enumeratorName, 0) != nil }
    public override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        guard isEnumerable, let all = cls.call(ScriptClass.enumeratorName, on: self) else { return false }
        return try all.obj?.enumerate(body) ?? false
    }
}

/// An exception of a script's class.
final class ScriptException: ExceptionValue {
    let cls: ScriptClass
    let fields: UnsafeMutablePointer<Value>
    init(_ c: ScriptClass) {
        cls = c
        fields = c.freshFields()
        super.init(c, "Exception of type '\(c.name)' was thrown.")
    }
    deinit {
        fields.deinitialize(count: cls.template.count)
        fields.deallocate()
    }
}

extension Obj {
    /// Where an object of a script's class keeps its properties.
    var scriptFields: (UnsafeMutablePointer<Value>, ScriptClass)? {
        if kind == .instance { let i = unsafeDowncast(self, to: Instance.self); return (i.fields, i.cls) }
        if let e = self as? ScriptException { return (e.fields, e.cls) }
        return nil
    }
}
