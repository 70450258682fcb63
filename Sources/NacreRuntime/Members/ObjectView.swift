/// `.psobject`, `.psbase`, `.psadapted` and `.psextended`: an object seen as its members.
public final class ObjectView: Native {
    enum Mode { case all, base, adapted, extended }
    public let target: Value
    let mode: Mode
    init(_ target: Value, _ mode: Mode) {
        self.target = target
        self.mode = mode
        super.init(mode == .all || mode == .base ? ObjectView.objectType : ObjectView.setType)
    }
    public override func text(_ culture: Culture) -> String? { target.obj?.text(culture) }

    private static let setType = TypeRef("PSMemberSet", namespace: "System.Management.Automation", base: .object)
    /// The type of the view: PSObject, with members that a plain PSObject hides.
    static let objectType: TypeRef = {
        let t = TypeRef("PSObject", namespace: "System.Management.Automation", base: .object)
        t.loader = viewMembers
        return t
    }()
    private static func viewMembers(_ t: TypeMembers) {
        func property(_ name: String, _ type: String, _ get: @escaping (Machine, ObjectView) throws -> Value) {
            t.add(PropertyMember(name, type: type, get: { m, me in
                guard let view = me.obj as? ObjectView else { return .null }
                return try get(m, view)
            }))
        }
        property("Members", "System.Management.Automation.PSMemberInfoCollection[PSMemberInfo]") { m, v in .object(MemberCollection(v.target, .all).attached(m)) }
        property("Properties", "System.Management.Automation.PSMemberInfoCollection[PSPropertyInfo]") { m, v in .object(MemberCollection(v.target, .properties).attached(m)) }
        property("Methods", "System.Management.Automation.PSMemberInfoCollection[PSMethodInfo]") { m, v in .object(MemberCollection(v.target, .methods).attached(m)) }
        property("ImmediateBaseObject", "System.Object") { _, v in v.target.unwrapped }
        property("BaseObject", "System.Object") { _, v in v.target.unwrapped }
        property("TypeNames", "System.Collections.ObjectModel.Collection[string]") { m, v in .object(TypeNameList(v.target, m)) }
        let copy = MethodMember("Copy", isStatic: false)
        copy.add(Overload(parameters: [], signature: "psobject Copy()", isStatic: false, returnsVoid: false) { m, me, _ in
            guard let view = me.obj as? ObjectView else { return .null }
            return m.copyOfObject(view.target)
        })
        t.add(copy)
    }
}

extension Machine {
    /// `.psobject.Copy()`: an object of properties made anew, other objects as they are.
    func copyOfObject(_ v: Value) -> Value {
        guard let c = v.unwrapped.obj as? Custom else {
            if let t = v.unwrapped.obj as? Table { return .object(t.copy()) }
            return v
        }
        let made = Custom(shape: c.shape, values: c.values)
        made.typeNames = c.typeNames
        if let e = c.extended {
            let copy = ExtendedMembers()
            copy.members = e.members.map { n, m in (n, (m as? NoteMember).map { NoteMember($0.name, $0.value) } ?? m) }
            copy.typeNames = e.typeNames
            made.extended = copy
        }
        return .object(made)
    }

    /// Adds a member to an object itself; a value that cannot carry one comes back wrapped.
    @discardableResult public func addMember(_ member: PSMember, to target: Value) -> Value {
        if let n = member as? NoteMember, let c = target.unwrapped.obj as? Custom {
            if c.extended?.get(Name(n.name)) == nil { c.add(n.name, n.value); return target }
        }
        let holder: Value
        let o: Obj
        if case .object(let x) = target, x.kind != .string { o = x; holder = target } else { let w = Wrapped(target); o = w; holder = .object(w) }
        let e = o.extended ?? ExtendedMembers()
        e.set(Name(member.name), member)
        o.extended = e
        return holder
    }
    /// Takes a member off an object; false where it has none of its own.
    @discardableResult public func removeMember(_ name: Name, from target: Value) -> Bool {
        if let c = target.unwrapped.obj as? Custom, c.remove(name) { return true }
        if target.obj?.extended?.remove(name) == true { return true }
        return target.unwrapped.obj?.extended?.remove(name) ?? false
    }
}
