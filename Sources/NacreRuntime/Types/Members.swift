import Synchronization

/// Values passed to a native method: they lie on the machine's stack during the call.
@frozen public struct Args {
    @usableFromInline let base: UnsafeMutablePointer<Value>
    public let count: Int
    @inlinable public init(base: UnsafeMutablePointer<Value>, count: Int) { self.base = base; self.count = count }
    @inlinable public subscript(_ i: Int) -> Value { base[i] }
    public var array: [Value] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

/// The native code of a method: the object (`.null` for static ones) and arguments already converted to the overload's types.
public typealias NativeMethod = (Machine, Value, Args) throws -> Value
public typealias NativeGetter = (Machine, Value) throws -> Value
public typealias NativeSetter = (Machine, Value, Value) throws -> Void

/// What `Get-Member` calls a member.
public enum MemberKind: UInt8, Sendable {
    case property, method, noteProperty, scriptProperty, aliasProperty, scriptMethod, codeProperty, parameterizedProperty, propertySet, memberSet, codeMethod
}

/// A member of a type or of one object.
open class PSMember {
    /// The spelling shown.
    public final let name: Str
    public final let kind: MemberKind
    public final var isHidden = false
    public init(_ name: Str, _ kind: MemberKind) { self.name = name; self.kind = kind }
    public final var isProperty: Bool { kind != .method && kind != .scriptMethod && kind != .codeMethod && kind != .memberSet }
    /// What `Get-Member` shows as its definition.
    open var definition: String { name.string }
}

/// A native property.
public final class PropertyMember: PSMember {
    public let typeName: String
    public let isStatic: Bool
    public let get: NativeGetter
    public let set: NativeSetter?
    /// The property's type where it is known: what is assigned is converted to it.
    public var valueType: TypeRef?
    public init(_ name: String, type: String, valueType: TypeRef? = nil, isStatic: Bool = false, get: @escaping NativeGetter, set: NativeSetter? = nil) {
        typeName = type
        self.valueType = valueType
        self.isStatic = isStatic
        self.get = get
        self.set = set
        super.init(Str(name), .property)
    }
    public override var definition: String { "\(typeName) \(name.string) {get;\(set == nil ? "" : "set;")}" }
}

public final class NoteMember: PSMember {
    public var value: Value
    public init(_ name: Str, _ value: Value) { self.value = value; super.init(name, .noteProperty) }
}
public final class AliasMember: PSMember {
    public let target: Name
    public init(_ name: Str, _ target: Name) { self.target = target; super.init(name, .aliasProperty) }
    public override var definition: String { "\(name.string) = \(target.text)" }
}
public final class ScriptPropertyMember: PSMember {
    public let getter: ScriptBlock?, setter: ScriptBlock?
    public init(_ name: Str, getter: ScriptBlock?, setter: ScriptBlock?) { self.getter = getter; self.setter = setter; super.init(name, .scriptProperty) }
}
public final class ScriptMethodMember: PSMember {
    public let script: ScriptBlock
    public init(_ name: Str, _ script: ScriptBlock) { self.script = script; super.init(name, .scriptMethod) }
}
/// A property that native code computes (PSObject's own `PSTypeNames`, `Count` of one thing, …).
public final class CodePropertyMember: PSMember {
    public let get: NativeGetter
    public let set: NativeSetter?
    /// - Parameter kind: what it is shown as, where PowerShell has a script property.
    public init(_ name: Str, kind: MemberKind = .codeProperty, get: @escaping NativeGetter, set: NativeSetter? = nil) { self.get = get; self.set = set; super.init(name, kind) }
}
public final class PropertySetMember: PSMember {
    public let properties: [Name]
    public init(_ name: Str, _ properties: [Name]) { self.properties = properties; super.init(name, .propertySet) }
}

/// One overload of a native method or constructor.
public final class Overload {
    public struct Parameter { public let name: String; public let type: TypeRef; public let isParams: Bool; public let isRef: Bool; public let isOut: Bool; public let defaultValue: Value? 
        public init(name: String, type: TypeRef, isParams: Bool = false, isRef: Bool = false, isOut: Bool = false, defaultValue: Value? = nil) { self.name = name; self.type = type; self.isParams = isParams; self.isRef = isRef; self.isOut = isOut; self.defaultValue = defaultValue }
    }
    public let parameters: [Parameter]
    /// As PowerShell prints it: `string Substring(int startIndex, int length)`.
    public let signature: String
    public let isStatic: Bool
    public let invoke: NativeMethod
    /// True where the result is `void`, so that the call puts out nothing.
    public let returnsVoid: Bool
    let count: Int
    /// By parameter: the code of what it takes as it is; `.void` where that has to be asked.
    private let codes: UnsafeMutablePointer<TypeCode>
    public init(parameters: [Parameter], signature: String, isStatic: Bool, returnsVoid: Bool, invoke: @escaping NativeMethod) {
        self.parameters = parameters; self.signature = signature; self.isStatic = isStatic; self.returnsVoid = returnsVoid; self.invoke = invoke
        count = parameters.count
        codes = .allocate(capacity: max(count, 1))
        for (i, p) in parameters.enumerated() { (codes + i).initialize(to: p.isRef || p.isOut || p.isParams ? .void : p.type.code) }
    }
    deinit { codes.deallocate() }
    /// True where simple values are of the parameters' own types; false says nothing.
    @inline(__always) func isPlainly(_ args: Args) -> Bool {
        if args.count != count { return false }
        var i = 0
        while i < count {
            let code = codes[i]
            switch args[i] {
            case .int: if code != .int { return false }
            case .bool: if code != .bool { return false }
            case .double: if code != .double { return false }
            case .char: if code != .char { return false }
            case .long: if code != .long { return false }
            case .object(let o): if code != .string || o.kind != .string { return false }
            default: return false
            }
            i += 1
        }
        return true
    }
}

/// All overloads of one name.
public final class MethodMember: PSMember {
    private final class List { var all: [Overload]; init(_ all: [Overload]) { self.all = all } }
    private let list = AtomicLazyReference<List>()
    /// Overloads declared but not made yet: their signatures are read when the method is first used.
    private var pending: [() -> Overload] = []
    public let isStatic: Bool
    public init(_ name: String, isStatic: Bool) { self.isStatic = isStatic; super.init(Str(name), .method) }
    @inline(__always) public var overloads: [Overload] {
        if let l = list.load() { return l.all }
        return settle().all
    }
    @inline(never) private func settle() -> List {
        TypeLock.with {
            if let l = list.load() { return l }
            let l = list.storeIfNil(List(pending.map { $0() }))
            pending = []
            return l
        }
    }
    /// Adds an overload to a method of one session's own type.
    public func add(_ o: Overload) { (list.load() ?? settle()).all.append(o) }
    /// Adds an overload while the table that the method stands in is being filled.
    public func add(later make: @escaping () -> Overload) { pending.append(make) }
    public override var definition: String { overloads.map { ($0.isStatic ? "static " : "") + $0.signature }.joined(separator: ", ") }
}

/// The members of a type, by name, in the order declared. Inherited ones are found at the base type.
public final class TypeMembers {
    public private(set) var instance: [Name: PSMember] = [:]
    public private(set) var statics: [Name: PSMember] = [:]
    public private(set) var order: [(member: PSMember, isStatic: Bool)] = []
    public var constructors = MethodMember("new", isStatic: true)
    /// Reads and writes `$x[i]` for types with an indexer of their own.
    public var getIndex: ((Machine, Value, Args) throws -> Value)?
    public var setIndex: ((Machine, Value, Args, Value) throws -> Void)?
    public init() {}
    public func add(_ m: PSMember, isStatic: Bool = false) {
        let n = Name(m.name)
        if isStatic { statics[n] = m } else { instance[n] = m }
        order.append((m, isStatic))
    }
}

extension TypeRef {
    /// An instance member of the type or its bases.
    public final func instanceMember(_ name: Name) -> PSMember? {
        var t: TypeRef? = self
        while let c = t { if let m = c.members.instance[name] { return m }; t = c.baseType }
        return nil
    }
    public final func staticMember(_ name: Name) -> PSMember? {
        var t: TypeRef? = self
        while let c = t { if let m = c.members.statics[name] { return m }; t = c.baseType }
        return nil
    }
}
