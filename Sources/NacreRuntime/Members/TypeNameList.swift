/// `.pstypenames`: the names an object passes for; changes are kept with the object.
public final class TypeNameList: Native {
    let target: Value
    private let initial: [Str]
    init(_ target: Value, _ m: Machine) {
        self.target = target
        initial = m.typeNames(of: target).map { Str($0) }
        super.init(TypeNameList.listType)
    }
    private var holder: Obj? { target.obj }
    var names: [Str] {
        get { holder?.extended?.typeNames ?? initial }
        set {
            guard let holder else { return }
            let e = holder.extended ?? ExtendedMembers()
            e.typeNames = newValue
            holder.extended = e
        }
    }
    public override var isEnumerable: Bool { true }
    public override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        for n in names { try body(.object(n)) }
        return true
    }

    static let listType: TypeRef = {
        let t = TypeRef("Collection`1", namespace: "System.Collections.ObjectModel", base: .object, arguments: [.string])
        t.interfaces = [.list, .collection, .enumerable]
        t.loader = listMembers
        return t
    }()
    private static func listMembers(_ t: TypeMembers) {
        let text = Overload.Parameter(name: "item", type: .string), place = Overload.Parameter(name: "index", type: .int)
        func method(_ signature: String, _ parameters: [Overload.Parameter], _ body: @escaping (Machine, TypeNameList, Args) throws -> Value) {
            let m = MethodMember(Signature.name(of: signature), isStatic: false)
            m.add(Overload(parameters: parameters, signature: signature, isStatic: false, returnsVoid: signature.hasPrefix("void ")) { m, me, a in
                try (me.obj as? TypeNameList).map { try body(m, $0, a) } ?? .null
            })
            t.add(m)
        }
        func at(_ v: Value, upTo limit: Int) throws -> Int {
            guard case .int(let n) = v, n >= 0, Int(n) <= limit else {
                throw NetException(.argumentOutOfRangeException, "Index was out of range. Must be non-negative and less than or equal to the size of the collection.", parameter: "index")
            }
            return Int(n)
        }
        method("void Insert(int index, string item)", [place, text]) { m, l, a in
            var names = l.names
            names.insert(m.str(a[1]), at: try at(a[0], upTo: names.count))
            l.names = names
            return .null
        }
        method("void Add(string item)", [text]) { m, l, a in l.names += [m.str(a[0])]; return .null }
        method("void Clear()", []) { _, l, _ in l.names = []; return .null }
        method("bool Contains(string item)", [text]) { m, l, a in let s = m.str(a[0]); return .bool(l.names.contains { $0.equalsIgnoringCase(s) }) }
        method("int IndexOf(string item)", [text]) { m, l, a in let s = m.str(a[0]); return .int(Int32(l.names.firstIndex { $0.equalsIgnoringCase(s) } ?? -1)) }
        method("bool Remove(string item)", [text]) { m, l, a in
            let s = m.str(a[0])
            guard let i = l.names.firstIndex(where: { $0.equalsIgnoringCase(s) }) else { return .bool(false) }
            var names = l.names
            names.remove(at: i)
            l.names = names
            return .bool(true)
        }
        method("void RemoveAt(int index)", [place]) { m, l, a in
            var names = l.names
            guard !names.isEmpty else { return .null }
            names.remove(at: try at(a[0], upTo: names.count - 1))
            l.names = names
            return .null
        }
        t.add(PropertyMember("Count", type: "int", get: { _, me in .int(Int32((me.obj as? TypeNameList)?.names.count ?? 0)) }))
        t.getIndex = { m, me, a in
            guard let names = (me.obj as? TypeNameList)?.names, case .int(let n) = try m.convert(a[0], to: .int) else { return .null }
            let i = n < 0 ? Int(n) + names.count : Int(n)
            return i >= 0 && i < names.count ? .object(names[i]) : .null
        }
        t.setIndex = { m, me, a, v in
            guard let l = me.obj as? TypeNameList, case .int(let n) = try m.convert(a[0], to: .int), n >= 0, Int(n) < l.names.count else { return }
            l.names[Int(n)] = m.str(v)
        }
    }
}
