import NacreRuntime

/// `New-Object`
final class NewObjectCommand: Cmdlet {
    override func begin() throws {
        if has("ComObject") { throw PSError.unsupported("New-Object -ComObject") }
        let name = string("TypeName") ?? ""
        guard let type = m.findType(name) else {
            throw terminating(.psArgumentException, id: "TypeNotFound", "Cannot find type [\(name)]: verify that the assembly containing this type is loaded.", category: .invalidType)
        }
        var made: Value
        if type === TypeRef.psobject || type === TypeRef.customObject { made = .object(Custom([])) }
        else {
            let arguments = list("ArgumentList")
            do { made = try m.pass(arguments) { try m.construct(type, $0) } } catch let e as PSError {
                let inner = e.record.exception.inner ?? e.record.exception
                if e.record.errorId == "MethodCountCouldNotFindBest" {
                    throw terminating(.psArgumentException, id: "CannotFindAppropriateCtor", "A constructor was not found. Cannot find an appropriate constructor for type \(name).", category: .objectNotFound)
                }
                let r = ErrorRecord(ExceptionValue(.methodInvocationException, e.record.exception.message, inner: inner), id: "ConstructorInvokedThrowException", category: .invalidOperation)
                throw terminating(r)
            }
        }
        if let properties = arg("Property")?.unwrapped.obj as? Table {
            var pairs: [(Str, Value)] = []
            properties.forEachPair { k, x in pairs.append((m.str(k), x)); return true }
            for (n, x) in pairs {
                let key = Name(n)
                if let c = made.unwrapped.obj as? Custom { c.add(n, x); continue }
                guard m.findMember(made, key) != nil else {
                    try writeError(.invalidOperationException, id: "InvalidOperationException", "The member \"\(n.string)\" was not found for the specified .NET object.", category: .invalidOperation)
                    continue
                }
                try m.setMember(made, key, x)
            }
        }
        try write(made)
    }
}
