import NacreRuntime

/// Delegates made of script blocks, and `Nullable[T]`.
enum DelegateType {
    static func declare(_ t: TypeBuilder) {
        t.constructor("delegate(scriptblock block)") { _, type, a in
            guard let b = a.object(0, ScriptBlock.self), let type = type.obj as? TypeRef else { throw NetException.null("method") }
            return .object(DelegateValue(type, b))
        }
        t.method("System.Object Invoke(Params System.Object[] arguments)") { m, me, a in
            let r = try m.invoke(delegate: me, m.elements(of: a[0]))
            // An action gives nothing, whatever its block puts out.
            return me.type.name.hasPrefix("Action") || me.type.name.hasPrefix("EventHandler") ? .void : r
        }
        t.method("System.Object DynamicInvoke(Params System.Object[] args)") { m, me, a in try m.invoke(delegate: me, m.elements(of: a[0])) }
    }
}
enum NullableType {
    static func declare(_ t: TypeBuilder) {
        t.constructor("System.Nullable[T](T value)") { _, _, a in a[0] }
    }
}
