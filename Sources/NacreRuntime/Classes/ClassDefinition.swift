import NacreSyntax

/// Makes the types that a script defines, before the script runs.
struct ClassDefiner {
    let m: Machine
    let source: Source

    /// Defines all types of a block: first the names, then what they hold, since they may name each other.
    func define(_ types: [TypeDefinitionAst]) throws {
        var made: [(TypeDefinitionAst, ScriptClass)] = []
        for t in types {
            if t.typeKind == .enum { try defineEnum(t); continue }
            let c = ScriptClass(name: t.name, machine: m)
            c.definingScope = m.scope(.script)
            m.session.types.register(c)
            made.append((t, c))
        }
        for (t, c) in made { try fill(c, t) }
    }

    private func defineEnum(_ t: TypeDefinitionAst) throws {
        let underlying = try t.baseTypes.first.map { try type($0.typeName) } ?? .int
        let e = TypeRef(t.name, namespace: "", code: .enumeration, base: .enumBase, element: underlying, isValueType: true)
        var labels = EnumLabels()
        labels.isFlags = t.attributes.contains { $0.typeName.fullName.lowercased().hasSuffix("flags") || $0.typeName.fullName.lowercased().hasSuffix("flagsattribute") }
        // The type is known to its own labels' values.
        m.session.types.register(e)
        var next: Int64 = 0
        for case let p as PropertyMemberAst in t.members {
            if let i = p.initialValue {
                e.labels = labels
                let node = try Compiler.expression(i, source: source)
                let given = try node.eval(m)
                guard !(given.unwrapped.obj is Str), case .long(let n)? = m.tryConvert(given, to: .long) else {
                    throw definitionError("CannotConvertValue", "Cannot convert the value to type \"\(m.shortName(of: underlying))\".", i.extent)
                }
                next = n
            }
            labels.names.append(p.name)
            labels.values.append(next)
            next += 1
        }
        e.labels = labels
    }

    private func type(_ n: TypeName) throws -> TypeRef {
        guard let t = m.session.types.resolve(n) else { throw m.typeNotFound(n) }
        return t
    }

    private func fill(_ c: ScriptClass, _ t: TypeDefinitionAst) throws {
        for b in t.baseTypes {
            let r = try type(b.typeName)
            if r.isInterface { c.interfaces.append(r) } else { c.baseType = r }
        }
        c.inheritFields()
        defer { c.definingScope = m.scope(.script) }
        for member in t.members {
            if let p = member as? PropertyMemberAst { try addProperty(c, p) } else if let f = member as? FunctionMemberAst { try addMethod(c, f) }
        }
        for i in c.interfaces {
            guard let missing = ClassDefiner.required(i).first(where: { name, count in c.method(Name(name), count) == nil }) else { continue }
            throw definitionError("TypeCreationError", "Error during creation of type \"\(c.name)\". Error message: Method '\(missing.0)' in type '\(c.name)' from assembly 'PowerShell Class Assembly, Version=1.0.0.1, Culture=neutral, PublicKeyToken=null' does not have an implementation.", t.extent)
        }
        let k = c.members.constructors
        if c.scriptConstructors.isEmpty {
            k.add(Overload(parameters: [], signature: "\(c.name) new()", isStatic: false, returnsVoid: false) { m, _, a in try m.constructScript(c, a) })
        }
        for f in c.scriptConstructors {
            let p = parameters(f)
            k.add(Overload(parameters: p, signature: "\(c.name) new(\(list(f)))", isStatic: false, returnsVoid: false) { m, _, a in try m.constructScript(c, a) })
        }
    }

    /// What is wrong with a definition: reported as the parser reports, before anything runs.
    private func definitionError(_ id: String, _ message: String, _ extent: Extent) -> PSError {
        let e = PSError(.parseException, id: id, message, category: .parserError)
        e.record.position = ScriptPosition(source: source, extent: extent)
        e.endsScript = true
        return e
    }
    /// The methods that an interface asks for, with the number of their parameters.
    private static func required(_ t: TypeRef) -> [(String, Int)] {
        switch t.name {
        case "IComparable", "IComparable`1": [("CompareTo", 1)]
        case "IEquatable`1": [("Equals", 1)]
        case "IDisposable": [("Dispose", 0)]
        case "ICloneable": [("Clone", 0)]
        case "IEnumerable", "IEnumerable`1": [("GetEnumerator", 0)]
        case "IEnumerator": [("MoveNext", 0), ("Reset", 0)]
        case "IFormattable": [("ToString", 2)]
        case "IComparer", "IComparer`1": [("Compare", 2)]
        case "IEqualityComparer", "IEqualityComparer`1": [("Equals", 2), ("GetHashCode", 1)]
        case "IValidateSetValuesGenerator": [("GetValidValues", 0)]
        default: []
        }
    }

    private func addProperty(_ c: ScriptClass, _ p: PropertyMemberAst) throws {
        var attributes: [AttributeBaseAst] = p.attributes
        if let t = p.propertyType { attributes.append(t) }
        let constraint = attributes.isEmpty ? nil : try AttributeConstraint(attributes, name: Name(p.name), source: source, m)
        let initial = try p.initialValue.map { try Compiler.expression($0, source: source) }
        let typeName = constraint?.type.map { m.shortName(of: $0) } ?? "System.Object"
        let name = Name(p.name)
        if p.isStatic {
            let v = Variable(name, try initial.map { try $0.eval(m).orNull } ?? constraint?.type.map { m.defaultValue(of: $0) } ?? .null)
            if let constraint { v.value = try constraint.property(v.value, m); v.constraint = PropertyConstraint(constraint) }
            c.staticFields[name] = v
            let member = PropertyMember(p.name, type: typeName, isStatic: true, get: { _, _ in v.value }, set: { m, _, x in try m.store(x, in: v) })
            member.isHidden = p.isHidden
            c.members.add(member, isStatic: true)
            return
        }
        let slot = c.field(name)?.slot ?? c.template.count
        let f = ClassField(name: name, spelling: p.name, slot: slot, constraint: constraint, initial: initial, isHidden: p.isHidden, typeName: typeName, unset: constraint?.type.map { m.defaultValue(of: $0) } ?? .null)
        c.add(f)
        let member = PropertyMember(p.name, type: typeName, get: { _, o in o.obj?.scriptFields?.0[slot] ?? .null },
                                    set: { m, o, v in if let (fields, _) = o.obj?.scriptFields { fields[slot] = try f.admit(v, m) } })
        member.isHidden = p.isHidden
        c.members.add(member)
    }

    private func addMethod(_ c: ScriptClass, _ f: FunctionMemberAst) throws {
        let types = try f.parameters.map { p in
            try p.attributes.last { $0 is TypeConstraintAst }.map { try type($0.typeName) } ?? TypeRef.object
        }
        let returns = try f.returnType.map { try type($0.typeName) }
        let code = BlockCode(tree: f.body, parameters: f.parameters, isMethod: !f.isStatic, isClassBody: true)
        let method = ClassMethod(name: f.name, code: code, parameterTypes: types, returnType: returns, isVoid: f.isConstructor || returns?.code == .void || returns == nil && f.isConstructor, isStatic: f.isStatic, owner: c, home: m.scope.home)
        if f.isConstructor, !f.isStatic { c.scriptConstructors.append(method); return }
        if f.isConstructor { _ = try m.callMethod(method, this: .null, Args(base: m.sp, count: 0)); return }
        c.add(method)
        let table = f.isStatic ? c.members.statics : c.members.instance
        let group = table[method.name] as? MethodMember ?? {
            let g = MethodMember(f.name, isStatic: f.isStatic)
            g.isHidden = f.isHidden
            c.members.add(g, isStatic: f.isStatic)
            return g
        }()
        let shown = returns.map { m.shortName(of: $0) } ?? "System.Object"
        group.add(Overload(parameters: parameters(method), signature: "\(shown) \(f.name)(\(list(method)))", isStatic: f.isStatic, returnsVoid: method.isVoid) { m, this, a in
            try m.callMethod(method, this: this, a)
        })
    }
    private func parameters(_ f: ClassMethod) -> [Overload.Parameter] {
        zip(f.code.parameters ?? [], f.parameterTypes).map { Overload.Parameter(name: $0.name.path, type: $1) }
    }
    private func list(_ f: ClassMethod) -> String {
        zip(f.code.parameters ?? [], f.parameterTypes).map { "\(m.shortName(of: $1)) \($0.name.path)" }.joined(separator: ", ")
    }
}

/// A static property's type, checked as a property is.
final class PropertyConstraint: VariableConstraint {
    let inner: AttributeConstraint
    init(_ c: AttributeConstraint) { inner = c }
    func admit(_ value: Value, _ m: Machine) throws -> Value { try inner.property(value, m) }
}

extension AttributeConstraint {
    /// The code of values that it takes as they are: `.object` for all, `.void` where each has to be looked at.
    var plainCode: TypeCode {
        guard rules.isEmpty, types.count == 1 else { return rules.isEmpty && types.isEmpty ? .object : .void }
        switch types[0].code {
        case .object, .int, .long, .double, .bool, .string: return types[0].code
        default: return .void
        }
    }
    /// As a property of a class takes a value.
    func property(_ value: Value, _ m: Machine) throws -> Value {
        var v = value
        for t in types.reversed() { v = try m.convert(v, to: t) }
        for r in rules { try r.validate(v, m) }
        return v
    }
}

extension Machine {
    /// A type's name as signatures show it: the accelerator where there is one.
    func shortName(of t: TypeRef) -> String {
        switch t.code {
        case .int: "int"
        case .long: "long"
        case .string: "string"
        case .bool: "bool"
        case .double: "double"
        case .void: "void"
        case .hashtable: "hashtable"
        case .char: "char"
        case .byte: "byte"
        case .decimal: "decimal"
        case .dateTime: "datetime"
        case .array: shortName(of: t.element ?? .object) + "[]"
        default: t.fullName
        }
    }
}
