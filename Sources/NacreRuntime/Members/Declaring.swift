/// How a native type is written down: each member by its signature as PowerShell prints it, and a closure.
/// Signatures are read when the member is first used; their type names resolve in the catalog the type was declared for.
public struct TypeBuilder {
    public let type: TypeRef
    public let catalog: TypeCatalog
    public let members: TypeMembers
    public init(_ type: TypeRef, _ catalog: TypeCatalog, _ members: TypeMembers) {
        self.type = type
        self.catalog = catalog
        self.members = members
    }

    /// `t.method("string Substring(int startIndex, int length)") { m, me, a in … }`
    public func method(_ signature: String, _ body: @escaping NativeMethod) { add(signature, isStatic: false, body) }
    /// `t.staticMethod("bool IsNullOrEmpty(string value)") { m, _, a in … }`
    public func staticMethod(_ signature: String, _ body: @escaping NativeMethod) { add(signature, isStatic: true, body) }
    /// `t.constructor("string(char c, int count)") { m, type, a in … }`: the closure gets the type that is made.
    public func constructor(_ signature: String, _ body: @escaping NativeMethod) {
        let type = type, catalog = catalog
        members.constructors.add(later: { Signature.overload(signature, in: type, catalog, isStatic: true, isConstructor: true, body) })
    }
    /// `t.property("int Length") { m, me in … }`; one with a setter can be assigned.
    public func property(_ declaration: String, get: @escaping NativeGetter) { property(declaration, isStatic: false, get: get, set: nil) }
    public func property(_ declaration: String, get: @escaping NativeGetter, set: @escaping NativeSetter) { property(declaration, isStatic: false, get: get, set: set) }
    /// `t.staticProperty("double PI") { m, _ in … }`
    public func staticProperty(_ declaration: String, get: @escaping NativeGetter) { property(declaration, isStatic: true, get: get, set: nil) }
    public func staticProperty(_ declaration: String, get: @escaping NativeGetter, set: @escaping NativeSetter) { property(declaration, isStatic: true, get: get, set: set) }
    /// `$x[i]`
    public func indexer(get: @escaping (Machine, Value, Args) throws -> Value) { members.getIndex = get }
    public func indexer(get: @escaping (Machine, Value, Args) throws -> Value, set: @escaping (Machine, Value, Args, Value) throws -> Void) {
        members.getIndex = get
        members.setIndex = set
    }

    private func property(_ declaration: String, isStatic: Bool, get: @escaping NativeGetter, set: NativeSetter?) {
        let space = declaration.lastIndex(of: " ") ?? declaration.startIndex
        let name = declaration[space...].trimmingPrefix(" ")
        members.add(PropertyMember(String(name), type: String(declaration[..<space]), isStatic: isStatic, get: get, set: set), isStatic: isStatic)
    }
    private func add(_ signature: String, isStatic: Bool, _ body: @escaping NativeMethod) {
        let name = Signature.name(of: signature)
        let key = Name(name)
        let table = isStatic ? members.statics : members.instance
        let method: MethodMember
        if let known = table[key] as? MethodMember { method = known } else {
            method = MethodMember(name, isStatic: isStatic)
            members.add(method, isStatic: isStatic)
        }
        let type = type, catalog = catalog
        method.add(later: { Signature.overload(signature, in: type, catalog, isStatic: isStatic, isConstructor: false, body) })
    }
}

extension TypeRef {
    /// Declares the members of the type: the closure runs when one is first asked for.
    public func declare(in catalog: TypeCatalog, _ body: @escaping (TypeBuilder) -> Void) {
        loader = { [unowned self, unowned catalog] in body(TypeBuilder(self, catalog, $0)) }
    }
}

/// Reads signatures: `bool TryParse(string s, [ref] int result)`, `string Join(string separator, Params string[] value)`, `int Next(int maxValue = 5)`.
enum Signature {
    static func name(of s: String) -> String {
        let head = s[..<(s.firstIndex(of: "(") ?? s.endIndex)]
        guard let space = head.lastIndex(of: " ") else { return String(head) }
        return String(head[head.index(after: space)...])
    }

    static func overload(_ s: String, in type: TypeRef, _ catalog: TypeCatalog, isStatic: Bool, isConstructor: Bool, _ body: @escaping NativeMethod) -> Overload {
        let open = s.firstIndex(of: "(") ?? s.endIndex
        let close = s.lastIndex(of: ")") ?? s.endIndex
        let inside = open < close ? s[s.index(after: open)..<close] : ""
        let parameters = split(inside).map { parameter($0, in: type, catalog) }
        return Overload(parameters: parameters, signature: s.replacing("params ", with: "Params "), isStatic: isStatic, returnsVoid: !isConstructor && s.hasPrefix("void "), invoke: body)
    }

    private static func parameter(_ text: Substring, in type: TypeRef, _ catalog: TypeCatalog) -> Overload.Parameter {
        var words = text.split(separator: " ").map(String.init)
        var isParams = false, isRef = false, fallback: Value?
        if let eq = words.firstIndex(of: "=") { fallback = literal(words[(eq + 1)...].joined(separator: " ")); words.removeSubrange(eq...) }
        while let first = words.first, words.count > 2 {
            if first.lowercased() == "params" { isParams = true } else if first == "[ref]" || first == "out" || first == "ref" { isRef = true } else { break }
            words.removeFirst()
        }
        let name = words.count > 1 ? words[words.count - 1] : ""
        let typeName = words.first ?? "object"
        return .init(name: name, type: resolve(typeName, in: type, catalog), isParams: isParams, isRef: isRef, defaultValue: fallback)
    }
    private static func literal(_ text: String) -> Value {
        switch text {
        case "null", "default": .null
        case "true", "True": .bool(true)
        case "false", "False": .bool(false)
        default: Int32(text).map(Value.int) ?? Value(text)
        }
    }

    /// A type name of a signature; `T`, `TKey` and `TValue` are the declaring type's arguments.
    static func resolve(_ name: String, in type: TypeRef, _ catalog: TypeCatalog) -> TypeRef {
        if name.hasSuffix("[]") { return .array(of: resolve(String(name.dropLast(2)), in: type, catalog)) }
        switch name {
        case "T", "TKey": if let t = type.arguments.first { return t }
        case "TValue", "U": if let t = type.arguments.last { return t }
        default: break
        }
        if let open = name.firstIndex(of: "["), name.hasSuffix("]") {
            let arguments = split(name[name.index(after: open)...].dropLast()).map { resolve(String($0), in: type, catalog) }
            return catalog.generic(String(name[..<open]), arguments) ?? TypeRef(String(name[..<open]) + "`\(arguments.count)", namespace: "", base: .object, arguments: arguments)
        }
        return catalog.find(name) ?? TypeRef.unknown(name)
    }

    /// Parts between commas that no brackets enclose.
    private static func split(_ s: Substring) -> [Substring] {
        var out: [Substring] = [], depth = 0, start = s.startIndex, i = s.startIndex
        while i < s.endIndex {
            switch s[i] {
            case "[", "(": depth += 1
            case "]", ")": depth -= 1
            case "," where depth == 0:
                out.append(s[start..<i].trimmingPrefix(" "))
                start = s.index(after: i)
            default: break
            }
            i = s.index(after: i)
        }
        let last = s[start...].trimmingPrefix(" ")
        if !last.isEmpty { out.append(last) }
        return out
    }
}

extension TypeRef {
    /// A type that a signature names and that Nacre does not have: no value is one.
    static func unknown(_ name: String) -> TypeRef {
        let cut = name.lastIndex(of: ".")
        let t = TypeRef(String(cut.map { name[name.index(after: $0)...] } ?? name[...]), namespace: String(cut.map { name[..<$0] } ?? ""))
        t.isInterface = true
        return t
    }
}
