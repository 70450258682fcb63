extension Machine {
    /// `target.name(args)`. Gives `.void` where the method gives nothing.
    public func invokeMember(_ target: Value, _ name: Name, _ args: Args) throws -> Value {
        if target.isNull {
            if name == WellKnown.whereName || name == WellKnown.forEachName { return try intrinsicMethod(target, name, args) ?? .void }
            throw PSError.methodOnNull()
        }
        if let m = findMember(target, name) {
            switch m.kind {
            case .method:
                // A method of the type: `findMember` gives the one class of this kind.
                return try call(unsafeDowncast(m, to: MethodMember.self), on: target, args)
            case .scriptMethod: return try call(script: unsafeDowncast(m, to: ScriptMethodMember.self), on: target, args)
            default: break
            }
        }
        return try invokeOther(target, name, args)
    }

    /// Calls a native method on an object.
    @inline(__always) public func call(_ method: MethodMember, on target: Value, _ args: Args) throws -> Value {
        try call(method, method.exact(args), on: target, args)
    }
    /// - Parameter exact: the overload that takes the arguments as they are, where one does.
    @inline(__always) func call(_ method: MethodMember, _ exact: Overload?, on target: Value, _ args: Args) throws -> Value {
        let me = target.unwrapped
        if let o = exact {
            do { return o.returnsVoid ? try done(o.invoke(self, me, args)) : try o.invoke(self, me, args) }
            catch { throw failed(method, args.count, error) }
        }
        return try converting(method, me, args, called: method.name.string)
    }
    @inline(never) private func failed(_ method: MethodMember, _ count: Int, _ error: Error) -> Error {
        switch error {
        case let e as NetException: PSError.invocation(method.name.string, count, e.value)
        case let e as TextError: PSError.invocation(method.name.string, count, e.exception)
        default: error
        }
    }
    @inline(__always) private func done(_: Value) -> Value { .void }

    /// Calls a native method with arguments that need conversions.
    func converting(_ method: MethodMember, _ me: Value, _ args: Args, called: String) throws -> Value {
        let (overload, values) = try resolve(method, args, called: called)
        return try invoking(called == "new" ? ".ctor" : called, args.count) {
            let r = try pass(values) { try overload.invoke(self, me, $0) }
            return overload.returnsVoid ? .void : r
        }
    }
    /// Runs native code with values laid out as arguments.
    public func pass<R>(_ values: [Value], _ body: (Args) throws -> R) rethrows -> R {
        try withUnsafeTemporaryAllocation(of: Value.self, capacity: max(values.count, 1)) { p in
            for (i, v) in values.enumerated() { (p.baseAddress! + i).initialize(to: v) }
            defer { p.baseAddress!.deinitialize(count: values.count) }
            return try body(Args(base: p.baseAddress!, count: values.count))
        }
    }

    private func call(script m: ScriptMethodMember, on target: Value, _ args: Args) throws -> Value {
        do { return try call(m.script, args.array, this: target) }
        catch let e as PSError { throw PSError.invocation(m.name.string, args.count, e.record.exception, id: "ScriptMethodRuntimeException") }
    }

    /// Methods that no table holds: those of views, accessors, the intrinsic ones, and those of a collection's elements.
    private func invokeOther(_ target: Value, _ name: Name, _ args: Args) throws -> Value {
        if let view = target.obj as? ObjectView, view.mode != .all { return try invokeMember(view.target, name, args) }
        if let v = try accessor(target, name, args) { return v }
        if let v = try intrinsicMethod(target, name, args) { return v }
        if let o = target.unwrapped.obj, o.kind != .string, o.isEnumerable { return try enumeratedCall(target, o, name, args) }
        throw PSError.methodNotFound(target.unwrapped.type, name.text)
    }

    /// `get_Name()` and `set_Name(v)` of native properties, `get_Item(i)` and `set_Item(i, v)` of indexers.
    private func accessor(_ target: Value, _ name: Name, _ args: Args) throws -> Value? {
        let text = name.text
        guard text.utf8.count > 4 else { return nil }
        let prefix = text.prefix(4).lowercased(), rest = Name(String(text.dropFirst(4)))
        guard prefix == "get_" || prefix == "set_" else { return nil }
        if let p = target.unwrapped.type.instanceMember(rest) as? PropertyMember {
            if prefix == "get_", args.count == 0 { return try read(p, of: target) }
            if prefix == "set_", args.count == 1 { try write(p, of: target, args[0]); return .void }
        }
        if name == WellKnown.getItem, args.count == 1 { return try index(target, args) }
        if name == WellKnown.setItem, args.count == 2 {
            try setIndex(target, Args(base: args.base, count: 1), args[1])
            return .void
        }
        return nil
    }

    /// Calls the method on every element and gives all results.
    private func enumeratedCall(_ target: Value, _ o: Obj, _ name: Name, _ args: Args) throws -> Value {
        var out: [Value] = [], any = false
        _ = try o.enumerate {
            any = true
            let r = try invokeMember($0, name, args)
            if !r.isVoid { out.append(r) }
        }
        guard any else { throw PSError.methodNotFound(target.unwrapped.type, name.text) }
        return out.isEmpty ? .void : out.count == 1 ? out[0] : .object(PSArray(out))
    }
}

extension PSError {
    static func invocation(_ name: String, _ count: Int, _ e: ExceptionValue, id: String) -> PSError {
        PSError(ErrorRecord(ExceptionValue(.methodInvocationException, "Exception calling \"\(name)\" with \"\(count)\" argument(s): \"\(e.message)\"", inner: e), id: id, category: .notSpecified))
    }
}
