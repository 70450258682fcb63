import NacreSyntax

/// A property of a script's class: its place among an instance's fields.
final class ClassField {
    let name: Name
    let spelling: String
    let slot: Int
    let constraint: AttributeConstraint?
    let initial: Node?
    let isHidden: Bool
    let typeName: String
    /// What it holds where the class gives it no value: .NET's default of the type.
    let unset: Value
    init(name: Name, spelling: String, slot: Int, constraint: AttributeConstraint?, initial: Node?, isHidden: Bool, typeName: String, unset: Value) {
        self.unset = unset
        self.name = name; self.spelling = spelling; self.slot = slot; self.constraint = constraint; self.initial = initial; self.isHidden = isHidden; self.typeName = typeName
    }
    @inline(__always) func admit(_ v: Value, _ m: Machine) throws -> Value {
        guard let constraint else { return v }
        if case .int = v, constraint.isPlainInt { return v }
        return try slow(v, constraint, m)
    }
    @inline(never) private func slow(_ v: Value, _ c: AttributeConstraint, _ m: Machine) throws -> Value {
        do { return try c.property(v, m) } catch let e as PSError {
            let inner = e.record.exception
            let x = ExceptionValue(.setValueInvocationException, "Exception setting \"\(spelling)\": \"\(inner.message)\"", inner: inner)
            throw PSError(ErrorRecord(x, id: "ExceptionWhenSetting", category: .invalidOperation))
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
    /// A constructor's arguments for the base class.
    init(name: String, code: BlockCode, parameterTypes: [TypeRef], returnType: TypeRef?, isVoid: Bool, isStatic: Bool, owner: ScriptClass, home: SessionState?) {
        self.name = Name(name); spelling = name; self.code = code; block = ScriptBlock(code, home: home)
        self.parameterTypes = parameterTypes; self.returnType = returnType; self.isVoid = isVoid; self.isStatic = isStatic; self.owner = owner
    }
}

/// A class defined by a script.
public final class ScriptClass: TypeRef {
    private(set) var fields: [ClassField] = []
    private var fieldTable: [Name: ClassField] = [:]
    private var methods: [Name: [ClassMethod]] = [:]
    var scriptConstructors: [ClassMethod] = []
    var staticFields: [Name: Variable] = [:]
    var ownFieldStart = 0
    /// The scope that methods see above their own: that of the script that defined the class.
    unowned(unsafe) var definingScope: Scope?

    var scriptBase: ScriptClass? { baseType as? ScriptClass }
    init(name: String) { super.init(name, namespace: "", code: .scriptClass, base: .object) }

    @inline(__always) func field(_ name: Name) -> ClassField? { fieldTable[name] }
    func add(_ f: ClassField) { fields.append(f); fieldTable[f.name] = f }
    func inheritFields() {
        guard let b = scriptBase else { return }
        for f in b.fields { add(f) }
        ownFieldStart = fields.count
    }
    func add(_ f: ClassMethod) { methods[f.name, default: []].append(f) }
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
        fields = .allocate(capacity: max(c.fields.count, 1))
        fields.initialize(repeating: .null, count: c.fields.count)
        super.init(kind: .instance)
    }
    deinit {
        fields.deinitialize(count: cls.fields.count)
        fields.deallocate()
    }
    public override var type: TypeRef { cls }
    public override func text(_ culture: Culture) -> String? { cls.name }
}

/// An exception of a script's class.
final class ScriptException: ExceptionValue {
    let cls: ScriptClass
    let fields: UnsafeMutablePointer<Value>
    init(_ c: ScriptClass) {
        cls = c
        fields = .allocate(capacity: max(c.fields.count, 1))
        fields.initialize(repeating: .null, count: c.fields.count)
        super.init(c, "Exception of type '\(c.name)' was thrown.")
    }
    deinit {
        fields.deinitialize(count: cls.fields.count)
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
