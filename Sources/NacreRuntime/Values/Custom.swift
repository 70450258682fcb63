/// The names of an object's properties in order, shared by all objects made alike.
public final class Shape {
    public let names: [Name]
    /// The spellings shown.
    public let spellings: [Str]
    private var next: [Name: Shape] = [:]
    private let lookup: [Name: Int32]?

    private init(_ names: [Name], _ spellings: [Str]) {
        self.names = names
        self.spellings = spellings
        lookup = names.count <= 8 ? nil : Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    }
    public static func empty() -> Shape { Shape([], []) }
    /// A shape of these names, no two alike.
    public convenience init(names: [Str]) { self.init(names.map { Name($0) }, names) }

    /// The place of a name, or -1.
    public func index(of name: Name) -> Int {
        if let lookup { return Int(lookup[name] ?? -1) }
        var i = 0
        while i < names.count { if names[i] == name { return i }; i += 1 }
        return -1
    }
    /// The shape with one name more.
    public func adding(_ name: Name, _ spelling: Str) -> Shape {
        if let s = next[name], s.spellings[names.count].equalsOrdinal(spelling) { return s }
        let s = Shape(names + [name], spellings + [spelling])
        next[name] = s
        return s
    }
    /// The shape without the name at a place.
    func removing(at i: Int) -> Shape {
        var n = names, s = spellings
        n.remove(at: i); s.remove(at: i)
        return Shape(n, s)
    }
}

/// A PSCustomObject: note properties in order. Other members it was given (script properties, methods) are `extended`.
public final class Custom: Obj {
    public private(set) var shape: Shape
    public private(set) var values: [Value]
    /// Type names before `System.Management.Automation.PSCustomObject`, most specific first.
    public var typeNames: [Str] = []

    public init(shape: Shape, values: [Value]) {
        self.shape = shape
        self.values = values
        super.init(kind: .custom)
    }
    public convenience init(_ pairs: [(String, Value)]) {
        self.init(shape: Shape(names: pairs.map { Str($0.0) }), values: pairs.map(\.1))
    }
    public override var type: TypeRef { TypeRef.customObject }

    public func get(_ name: Name) -> Value? {
        let i = shape.index(of: name)
        return i < 0 ? nil : values[i]
    }
    public func get(_ name: String) -> Value? { get(Name(name)) }
    /// Sets a property that exists; false where it does not.
    @discardableResult public func set(_ name: Name, _ v: Value) -> Bool {
        let i = shape.index(of: name)
        guard i >= 0 else { return false }
        values[i] = v
        return true
    }
    func set(at i: Int, _ v: Value) { values[i] = v }
    /// Adds a property, or sets it where it exists.
    public func add(_ spelling: Str, _ v: Value) {
        let name = Name(spelling)
        if set(name, v) { return }
        shape = shape.adding(name, spelling)
        values.append(v)
    }
    @discardableResult public func remove(_ name: Name) -> Bool {
        let i = shape.index(of: name)
        guard i >= 0 else { return false }
        shape = shape.removing(at: i)
        values.remove(at: i)
        return true
    }
    public override func text(_ culture: Culture) -> String? { "" }
}

/// Members that were given to one object, in order.
public final class ExtendedMembers {
    public var members: [(name: Name, member: PSMember)] = []
    /// Names put before the type's own (`PSTypeNames.Insert`), or a whole list of names instead of them.
    public var typeNames: [Str]?
    public init() {}
    public func get(_ name: Name) -> PSMember? { members.first { $0.name == name }?.member }
    public func set(_ name: Name, _ m: PSMember) {
        if let i = members.firstIndex(where: { $0.name == name }) { members[i].member = m } else { members.append((name, m)) }
    }
    @discardableResult public func remove(_ name: Name) -> Bool {
        guard let i = members.firstIndex(where: { $0.name == name }) else { return false }
        members.remove(at: i)
        return true
    }
}
