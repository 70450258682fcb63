extension ScriptParser {
    func noteType(_ type: TypeDefinitionAst) { types.append(type) }

    /// Types defined twice, and type names in classes that name nothing.
    func finishTypes() {
        if types.isEmpty { return }
        var seen: Set<String> = []
        for t in types where !seen.insert(t.name.lowercased()).inserted {
            reportLater(.types, t.extent, t.extent, "MemberAlreadyDefined", "The member '\(t.name)' is already defined.")
        }
        for t in types { checkMembers(t) }
        for use in typeUses {
            if seen.contains(use.name.lowercased()) || KnownTypes.contains(use.name, isAttribute: use.isAttribute, namespaces: namespaces) { continue }
            reportLater(.names, use.extent, use.extent, "TypeNotFound", "Unable to find type [\(use.name)].")
        }
    }

    private func checkMembers(_ t: TypeDefinitionAst) {
        var seen: Set<String> = []
        for case let p as PropertyMemberAst in t.members where !seen.insert(p.name.lowercased()).inserted {
            reportLater(p.extent, p.extent, "MemberAlreadyDefined", "The member '\(p.name)' is already defined.")
        }
    }

    /// A name that must be known, of a class's base, member or body.
    func noteTypeUse(_ type: TypeName, isAttribute: Bool) {
        switch type {
        case .simple(let name, let extent): typeUses.append((name, extent, isAttribute))
        case .array(let element, _, _): noteTypeUse(element, isAttribute: false)
        case .generic(let name, let arguments, let extent):
            if case .simple(let n, _) = name { typeUses.append((n + "`\(arguments.count)", extent, false)) }
            for a in arguments { noteTypeUse(a, isAttribute: false) }
        }
    }

    func checkUnderlying(_ type: TypeName) {
        let name = type.fullName
        switch name.lowercased() {
        case "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "int16", "uint16", "int32", "uint32", "int64", "uint64",
             "system.byte", "system.sbyte", "system.int16", "system.uint16", "system.int32", "system.uint32", "system.int64", "system.uint64": break
        default:
            report(type.extent, "InvalidUnderlyingType", "'\(name)' is not a valid underlying type for enums. Expected a builtin integral type (one of byte, sbyte, short, ushort, int, uint, long or ulong)")
        }
    }

    func checkUsing(_ u: UsingStatementAst) {
        guard let name = u.name else { return }
        switch u.usingKind {
        case .namespace: namespaces.append(name.value)
        case .module where !ModuleFiles.hasModule(name.value):
            reportLater(.types, u.extent, u.extent, "ModuleNotFoundDuringParse", "Could not find the module '\(name.value)'.")
        case .assembly where !ModuleFiles.hasAssembly(name.value, beside: source.path):
            report(name.extent, "ErrorLoadingAssembly", "Cannot load assembly '\(name.value)'.")
        default: break
        }
    }
}
