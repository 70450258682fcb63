import NacreRuntime

/// PowerShell's own types as scripts use them: script blocks, references, objects of properties, members.
enum EngineTypes {
    static func declareObject(_ t: TypeBuilder) {
        t.constructor("psobject()") { _, _, _ in .object(Custom(shape: .empty(), values: [])) }
        t.constructor("psobject(System.Object obj)") { _, _, a in a[0].obj?.kind == .wrapped || a[0].obj.map { $0.kind != .string } ?? false ? a[0] : .object(Wrapped(a[0])) }
        t.staticMethod("psobject AsPSObject(System.Object obj)") { _, _, a in a[0].obj.map { $0.kind != .string } ?? false ? a[0] : .object(Wrapped(a[0])) }
    }
    static func declareCustom(_ t: TypeBuilder) {
        t.method("string ToString()") { _, _, _ in .object(Str.empty) }
    }

    static func declareScriptBlock(_ t: TypeBuilder) {
        func me(_ v: Value) throws -> ScriptBlock {
            guard let b = v.cast(ScriptBlock.self) else { throw NetException.null("scriptBlock") }
            return b
        }
        t.staticMethod("scriptblock Create(string script)") { m, _, a in .object(try m.createBlock(a.str(0))) }
        t.method("System.Collections.ObjectModel.Collection[psobject] Invoke(Params System.Object[] args)") { m, v, a in
            let sink = ListSink()
            try m.run(try me(v), try m.elements(of: a[0]), into: sink)
            return .object(PSList(sink.values, type: .objectCollection, element: .object))
        }
        t.method("System.Object InvokeReturnAsIs(Params System.Object[] args)") { m, v, a in try m.call(try me(v), try m.elements(of: a[0])) }
        t.method("System.Collections.ObjectModel.Collection[psobject] InvokeWithContext(System.Collections.IDictionary functionsToDefine, System.Collections.Generic.List[psvariable] variablesToDefine, Params System.Object[] args)") { m, v, a in
            var functions: [(String, ScriptBlock)] = []
            a[0].cast(Table.self)?.forEachPair { k, b in
                if let b = b.cast(ScriptBlock.self) { functions.append((m.str(k).string, b)) }
                return true
            }
            let variables = try m.elements(of: a[1]).compactMap { $0.cast(VariableView.self)?.variable }
            let sink = ListSink()
            try m.run(try me(v), try m.elements(of: a[2]), functions: functions, variables: variables, into: sink)
            return .object(PSList(sink.values, type: .objectCollection, element: .object))
        }
        t.method("scriptblock GetNewClosure()") { m, v, _ in .object(m.closure(of: try me(v))) }
        t.method("void CheckRestrictedLanguage(System.Collections.Generic.IEnumerable[string] allowedCommands, System.Collections.Generic.IEnumerable[string] allowedVariables, bool allowEnvironmentVariables)") { _, _, _ in
            throw NetException.unsupported("CheckRestrictedLanguage")
        }
        t.method("string ToString()") { _, v, _ in Value(try me(v).code.text) }
        t.property("bool IsFilter") { _, _ in .bool(false) }
        t.property("bool IsConfiguration") { _, _ in .bool(false) }
        t.property("string File") { _, v in
            let path = try me(v).code.tree.source.path
            return path.map { Value($0) } ?? .null
        }
        t.property("System.Object Module") { _, v in (try me(v).home?.moduleName).map { Value($0) } ?? .null }
        t.property("guid Id") { _, _ in .null }
        t.property("System.Management.Automation.PSToken StartPosition") { _, v in
            let tree = try me(v).code.tree, at = tree.source.position(tree.extent.start)
            return .object(Custom([("StartLine", .int(Int32(at.line))), ("StartColumn", .int(Int32(at.column))), ("Start", .int(tree.extent.start)),
                                   ("Length", .int(tree.extent.end - tree.extent.start)), ("Content", Value(tree.source.text(tree.extent)))]))
        }
        t.property("System.Collections.Generic.List[System.Attribute] Attributes") { _, v in
            .object(PSArray((try me(v).code.tree.paramBlock?.attributes ?? []).map { Value($0.typeName.fullName) }))
        }
        t.property("System.Management.Automation.Language.Ast Ast") { _, v in
            let tree = try me(v).code.tree
            return .object(AstView(tree, tree.source))
        }
    }

    static func declareSwitch(_ t: TypeBuilder) {
        t.constructor("switch(bool isPresent)") { _, _, a in a[0] }
        t.staticProperty("switch Present") { _, _ in .bool(true) }
        t.property("bool IsPresent") { _, v in .bool(v.isTrue) }
        t.method("bool ToBool()") { _, v, _ in .bool(v.isTrue) }
    }
    static func declareReference(_ t: TypeBuilder) {
        t.constructor("ref(System.Object value)") { _, _, a in .object(Reference(Variable(Name("value"), a[0]))) }
        t.property("System.Object Value", get: { m, v in
            guard let x = (v.obj as? Reference)?.variable else { return .null }
            return x.getter?(m) ?? x.value
        }, set: { m, v, new in
            guard let x = (v.obj as? Reference)?.variable else { return }
            x.value = try x.constraint?.admit(new, m) ?? new
        })
    }

    static func register(in c: TypeCatalog) {
        for t in [MemberInfo.base, MemberInfo.property, MemberInfo.noteProperty, MemberInfo.scriptProperty, MemberInfo.aliasProperty, MemberInfo.codeProperty, MemberInfo.scriptMethod,
                  MemberInfo.propertySet] { c.register(t) }
        c.register(MemberInfo.noteProperty, as: "psnoteproperty")
        c.register(MemberInfo.scriptProperty, as: "psscriptproperty")
        c.register(MemberInfo.aliasProperty, as: "psaliasproperty")
        c.register(MemberInfo.scriptMethod, as: "psscriptmethod")
        MemberInfo.noteProperty.declare(in: c) { t in
            t.constructor("psnoteproperty(string name, System.Object value)") { _, _, a in .object(MemberInfo(NoteMember(a.str(0), a[1]), owner: nil)) }
        }
        MemberInfo.scriptProperty.declare(in: c) { t in
            t.constructor("psscriptproperty(string name, scriptblock getterScript)") { _, _, a in .object(MemberInfo(ScriptPropertyMember(a.str(0), getter: a.object(1, ScriptBlock.self), setter: nil), owner: nil)) }
            t.constructor("psscriptproperty(string name, scriptblock getterScript, scriptblock setterScript)") { _, _, a in
                .object(MemberInfo(ScriptPropertyMember(a.str(0), getter: a.object(1, ScriptBlock.self), setter: a.object(2, ScriptBlock.self)), owner: nil))
            }
        }
        MemberInfo.aliasProperty.declare(in: c) { t in
            t.constructor("psaliasproperty(string name, string referencedMemberName)") { _, _, a in .object(MemberInfo(AliasMember(a.str(0), Name(a.str(1))), owner: nil)) }
        }
        MemberInfo.scriptMethod.declare(in: c) { t in
            t.constructor("psscriptmethod(string name, scriptblock script)") { _, _, a in
                guard let b = a.object(1, ScriptBlock.self) else { throw NetException.null("script") }
                return .object(MemberInfo(ScriptMethodMember(a.str(0), b), owner: nil))
            }
        }
        MemberInfo.propertySet.declare(in: c) { t in
            t.constructor("PSPropertySet(string name, System.Collections.Generic.IEnumerable[string] referencedPropertyNames)") { m, _, a in
                .object(MemberInfo(PropertySetMember(a.str(0), try m.elements(of: a[1]).map { Name(m.str($0)) }), owner: nil))
            }
        }
        MemberInfo.method.declare(in: c) { t in
            func me(_ v: Value) -> MethodObject? { v.obj as? MethodObject }
            t.property("string[] OverloadDefinitions") { _, v in .strings(me(v)?.definitions ?? []) }
            t.property("string Name") { _, v in me(v).map { .object($0.member.name) } ?? .null }
            t.property("string TypeNameOfValue") { _, _ in Value("System.Management.Automation.PSMethod") }
            t.property("System.Object MemberType") { _, v in MemberInfo.kindValue(me(v)?.member.kind ?? .method) }
            t.property("System.Object Value") { _, v in v }
            t.property("bool IsInstance") { _, _ in .bool(false) }
            t.method("System.Object Invoke(Params System.Object[] arguments)") { m, v, a in
                guard let o = me(v) else { return .null }
                return try m.pass(m.elements(of: a[0])) { args in
                    if let method = o.member as? MethodMember { return try m.call(method, on: o.target, args) }
                    return try m.invokeMember(o.target, Name(o.member.name), args)
                }
            }
        }
    }
}
