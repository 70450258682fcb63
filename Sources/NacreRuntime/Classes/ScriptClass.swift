import NacreSyntax

/// A property of a script's class: its place among an instance's fields.
final class ClassField {
    let name: Name
    let spelling: String
    let slot: Int
    let constraint: AttributeConstraint?
    /// The code of values that are taken as they are; `.object` takes all, `.void` none.
    let quick: TypeCode
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
    /// Owns this method.
    unowned(unsafe) let owner: ScriptClass
    private var body: CompiledBlock?
    let homeRef: Unmanaged<SessionState>?
    private let codes: UnsafeMutablePointer<TypeCode>
    private let returnCode: TypeCode
    init(name: String, code: BlockCode, parameterTypes: [TypeRef], returnType: TypeRef?, isVoid: Bool, isStatic: Bool, owner: ScriptClass, home: SessionState?) {
        self.name = Name(name); spelling = name; self.code = code; block = ScriptBlock(code, home: home)
        self.parameterTypes = parameterTypes; self.returnType = returnType; self.isVoid = isVoid; self.isStatic = isStatic; self.owner = owner
        homeRef = block.homeRef
        codes = .allocate(capacity: max(parameterTypes.count, 1))
        for (i, t) in parameterTypes.enumerated() { (codes + i).initialize(to: t.code) }
        returnCode = returnType?.code ?? .object
    }
    deinit { codes.deallocate() }
    /// The body, which lives as long as the method.
    @inline(__always) func compiled(_ m: Machine) throws -> Unmanaged<CompiledBlock> {
        if let bodyRef { return bodyRef }
        let b = try code.compiled(m)
        body = b
        bodyRef = .passUnretained(b)
        return .passUnretained(b)
    }
    private var bodyRef: Unmanaged<CompiledBlock>?
    /// The scope that the method sees above its own.
    var definingScope: Unmanaged<Scope>? { owner.liveScope }
    /// True where an argument needs no conversion.
    @inline(__always) func takes(_ v: Value, at i: Int) -> Bool {
        let code = codes[i]
        return code == .object || code == v.inlineCode && code != .other
    }
    @inline(__always) func takes(_ args: Args) -> Bool {
        var i = 0
        while i < args.count { if !takes(args[i], at: i) { return false }; i += 1 }
        return true
    }
    /// True where a result needs no conversion.
    @inline(__always) func returns(_ v: Value) -> Bool {
        returnCode == .object || returnCode == v.inlineCode && returnCode != .other
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
    var definingScope: Scope? { didSet { definingRef = definingScope.map(Unmanaged.passUnretained) } }
    private var definingRef: Unmanaged<Scope>?
    /// Runs the methods that .NET would call by itself (`ToString`, `Equals`, `CompareTo`, …).
    unowned let machine: Machine

    var scriptBase: ScriptClass? { baseType.flatMap { $0.code == .scriptClass ? unsafeDowncast($0, to: ScriptClass.self) : nil } }
    /// What a new object's fields hold before initial values are evaluated.
    private(set) var template: [Value] = []
    private(set) var hasInitialValues = false
    fileprivate func freshFields() -> UnsafeMutablePointer<Value> {
        let p = UnsafeMutablePointer<Value>.room(template.count)
        template.withUnsafeBufferPointer { if let from = $0.baseAddress { p.initialize(from: from, count: $0.count) } }
        return p
    }
    private(set) lazy var isException = isSubtype(of: .exception)
    fileprivate lazy var enumeratesInstances = implements(.enumerable) && method(ScriptClass.enumeratorName, 0) != nil
    /// The defining scope, while its script runs.
    var liveScope: Unmanaged<Scope>? { if let r = definingRef, r._withUnsafeGuaranteedRef({ $0.isLive }) { r } else { nil } }
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
    /// The only constructor with so many parameters.
    func soleConstructor(_ count: Int) -> ClassMethod? {
        let all = scriptConstructors.filter { $0.parameterTypes.count == count }
        return all.count == 1 ? all[0] : nil
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
    public override var isEnumerable: Bool { cls.enumeratesInstances }
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
